import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { usageErrors } from '../../../src/cli/words/usage-errors.ts';
import { baselineText } from '../../../src/compare/baseline.ts';
import { findingFormats } from '../../../src/report/formats.ts';
import type { Result } from '../../../src/result/result.ts';
import { judged, type Run, sekisho } from '../cli.ts';
import { inFolder } from '../load.ts';
import { textOf } from '../report-text.ts';
import { structureOf } from '../structure.ts';
import type { Trial } from './made.ts';
import type { Files } from './model.ts';

/** What must hold whatever is judged, by name. */
export const invariants = {
  ends: 'the run ends without a defect',
  exit: 'the exit code is the one that the findings call for',
  schema: 'the JSON report is valid',
  formats: 'every report can be read by the readers of its format',
  repeats: 'the same input gives the same bytes',
  places: 'every place lies in its file',
  unique: 'no two findings have one fingerprint',
  order: 'what is found does not depend on the order of records and files',
  baseline: 'a baseline covers the same in another order',
} as const;

/** An invariant that does not hold, and how. */
export interface Break {
  readonly invariant: keyof typeof invariants;
  readonly detail: string;
}

/** What a trial came to. */
export interface Outcome {
  readonly code: number;
  readonly findings: number;
  readonly breaks: readonly Break[];
}

const asOf = '2026-11-20';
const inventory = '台帳';
const schema = path.resolve(import.meta.dirname, '../../../schemas/report.schema.json');
const isReport = new Ajv2020({ strict: false, validateFormats: false }).compile(
  JSON.parse(readFileSync(schema, 'utf8')),
);

/** As much of a JSON report as the invariants look at. */
interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly severity: string;
    readonly fingerprint: string;
    readonly suppression: unknown;
  }[];
  readonly errors: readonly { readonly code: string; readonly message: string }[];
}

/** The formats besides JSON, each read by a reader of its own. */
export const otherFormats = Object.keys(findingFormats).filter((format) => format !== 'json');

/**
 * Runs the program on an input, again, and on the same in another order, and tells which invariants do not hold.
 *
 * @param formats those that are read besides JSON; some take longer to read than the run takes
 */
export function tryOut(trial: Trial, formats: readonly string[] = otherFormats): Promise<Outcome> {
  return inFolder(laidOut(trial.files, trial.beside), async (folder) => {
    const { policy, baseline } = trial;
    const directory = path.join(folder, inventory);
    const argv = ['check', '.', '-f', 'json', '--as-of', asOf, '--fail-on', 'error', '--lang', 'ja'];
    for (const one of policy) argv.push('-p', one);
    if (baseline !== undefined) argv.push('--baseline', baseline);
    let run: Run;
    try {
      run = await sekisho(argv, { directory });
    } catch (error) {
      return { code: 2, findings: 0, breaks: [{ invariant: 'ends', detail: String(error) }] };
    }
    const breaks = endedAs(run);
    if (breaks.length > 0 || run.stdout === '') return { code: run.code, findings: 0, breaks };
    const report = JSON.parse(run.stdout) as Report;
    breaks.push(...wrongIn(report, run.code), ...misplaced(report, trial.files));
    const options = { policy, asOf, lang: 'ja', ...(baseline !== undefined && { baseline }) };
    try {
      const result = await judged(['.'], options, { directory });
      breaks.push(...(await unreadable(result, run.stdout, formats)));
      if (trial.shuffled !== undefined) breaks.push(...(await reordered(trial, result)));
    } catch (error) {
      breaks.push({
        invariant: 'ends',
        detail: error instanceof Error ? (error.stack ?? '') : String(error),
      });
    }
    return { code: run.code, findings: report.findings.length, breaks };
  });
}

function laidOut(files: Files, beside: Files = {}): Files {
  const inside = Object.entries(files).map(([name, content]) => [`${inventory}/${name}`, content]);
  return { ...beside, ...Object.fromEntries(inside) };
}

const defect = usageErrors.defect('').ja.replace(/ \(.*$/, '');

function endedAs({ code, stdout, stderr }: Run): Break[] {
  if (stderr.includes(defect)) return [{ invariant: 'ends', detail: stderr }];
  if (stdout !== '') return [];
  if (code !== 2) return [{ invariant: 'exit', detail: `${code} without a report` }];
  const isSaid = /^(?:sekisho: .+\n)+$/.test(stderr);
  return isSaid ? [] : [{ invariant: 'ends', detail: `it says ${JSON.stringify(stderr)}` }];
}

/** What breaks the vocabulary fails a run whatever its severity. */
const invalid = ['inventory/syntax', 'inventory/schema'];

function wrongIn(report: Report, code: number): Break[] {
  const breaks: Break[] = [];
  const { findings, errors } = report;
  const fails = findings.some(
    ({ suppression, severity, ruleId }) =>
      suppression === null && (severity === 'error' || invalid.includes(ruleId)),
  );
  const due = errors.length > 0 ? 2 : fails ? 1 : 0;
  if (code !== due) breaks.push({ invariant: 'exit', detail: `${code} in place of ${due}` });
  const crash = errors.find((error) => error.code === 'rule-crashed');
  if (crash !== undefined) breaks.push({ invariant: 'ends', detail: crash.message });
  if (!isReport(report))
    breaks.push({ invariant: 'schema', detail: JSON.stringify(isReport.errors?.slice(0, 3)) });
  const seen = new Set<string>();
  for (const { fingerprint, ruleId } of findings) {
    if (seen.has(fingerprint)) breaks.push({ invariant: 'unique', detail: `${ruleId} ${fingerprint}` });
    seen.add(fingerprint);
  }
  return breaks;
}

/** A place, wherever in a report. */
interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

function misplaced(report: Report, files: Files): Break[] {
  const lines = new Map<string, readonly string[]>();
  const linesOf = (file: string) => {
    const known = lines.get(file);
    if (known !== undefined) return known;
    const content = files[file];
    if (content === undefined) return undefined;
    const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
    const found = text.split(/\r\n|\r|\n/);
    lines.set(file, found);
    return found;
  };
  const breaks: Break[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('endColumn' in value) {
      const place = value as Place;
      const known = linesOf(place.file);
      const isIn = (line: number, column: number) => column <= (known?.[line - 1]?.length ?? -1) + 1;
      const isForward =
        place.endLine > place.line || (place.endLine === place.line && place.endColumn >= place.column);
      if (!isForward || !isIn(place.line, place.column) || !isIn(place.endLine, place.endColumn))
        breaks.push({ invariant: 'places', detail: JSON.stringify(place) });
    }
    for (const one of Object.values(value)) visit(one);
  };
  visit(report);
  return breaks.slice(0, 1);
}

async function unreadable(result: Result, json: string, formats: readonly string[]): Promise<Break[]> {
  const breaks: Break[] = [];
  for (const [format, { reporter }] of Object.entries(findingFormats)) {
    if (format !== 'json' && !formats.includes(format)) continue;
    const text = textOf((await reporter())(result, { language: 'ja', color: 0, include: [] }));
    if (format === 'json') {
      if (text !== json) breaks.push({ invariant: 'repeats', detail: 'the JSON report' });
      continue;
    }
    try {
      structureOf[format]?.(text);
    } catch (error) {
      breaks.push({ invariant: 'formats', detail: `${format}: ${error}` });
    }
  }
  return breaks;
}

/** Judges the same in another order, under a baseline of the first. */
function reordered({ shuffled = {}, beside = {}, policy, baseline }: Trial, first: Result): Promise<Break[]> {
  return inFolder(laidOut(shuffled, beside), async (folder) => {
    const directory = path.join(folder, inventory);
    const known = path.join(folder, '既知.json');
    await writeFile(known, baselineText(first, []).text);
    const options = { policy, asOf, lang: 'ja', baseline: baseline ?? known };
    const { findings } = await judged(['.'], options, { directory });
    const told = (all: Result['findings']) =>
      all.map(({ fingerprint, verdict, severity, ruleId, record, field, invalid }) =>
        // What several records merge is told of the first of them.
        [ruleId, verdict, severity, invalid ? '' : `${record.kind}/${record.id}`, field, fingerprint].join(
          ' ',
        ),
      );
    const breaks: Break[] = [];
    const [before, after] = [told(first.findings), told(findings)];
    const [lost, come] = [missingIn(after, before), missingIn(before, after)];
    if (lost.length + come.length > 0)
      breaks.push({
        invariant: 'order',
        detail: [
          ...lost.slice(0, 3).map((one) => `- ${one}`),
          ...come.slice(0, 3).map((one) => `+ ${one}`),
        ].join('\n'),
      });
    const fresh = findings.find(
      ({ state, suppression, invalid }) => state === 'new' && suppression === null && !invalid,
    );
    const uncovered =
      fresh ??
      findings.find(
        ({ suppression, invalid, state }) => suppression === null && !invalid && state !== 'unchanged',
      );
    if (baseline === undefined && lost.length + come.length === 0 && uncovered !== undefined)
      breaks.push({
        invariant: 'baseline',
        detail: `${uncovered.state} ${uncovered.ruleId} ${uncovered.record.id} ${uncovered.field} ${uncovered.remedy.ja}`,
      });
    return breaks;
  });
}

/** @returns those of a list that are not in another, as often as they are not */
function missingIn(list: readonly string[], wanted: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return wanted.filter((one) => {
    const left = counts.get(one) ?? 0;
    counts.set(one, left - 1);
    return left <= 0;
  });
}
