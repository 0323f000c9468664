import { baselineShape } from '../../generated/shapes.ts';
import { defined } from '../base/defined.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import type { EarlierFinding, Finding, Result } from '../result/result.ts';
import { readSideFile, SideFileError } from '../schema/side-file.ts';

/** Findings of an earlier day that do not count any more, by fingerprint. */
export interface Baseline {
  readonly file: FileDigest;
  readonly entries: ReadonlyMap<string, EarlierFinding>;
  /** by which rules and policies it was made; one of before this was written does not say */
  readonly judgedBy?: JudgedBy;
}

type JudgedBy = Result['judgedBy'];

/** A finding as a baseline file has it. */
interface WrittenEntry {
  readonly rule: string;
  /** section and id */
  readonly record: string;
  readonly name?: string;
  readonly verdict: Finding['verdict'];
  readonly fingerprint: string;
}

/**
 * Reads a baseline.
 *
 * @param place where the file lies
 * @param shown as messages name it
 * @throws SideFileError with everything that is wrong
 */
export async function readBaseline(bytes: Uint8Array, place: string, shown: string): Promise<Baseline> {
  const content = await readSideFile(bytes, shown, baselineShape, async () => {
    const { validateBaseline } = await import('../../generated/validators/baseline.js');
    return validateBaseline;
  });
  if (content === undefined) throw new SideFileError([{ code: 'empty', kind: 'baseline', file: shown }]);
  const { findings, judgedBy } = content as {
    readonly findings: readonly WrittenEntry[];
    readonly judgedBy?: JudgedBy;
  };
  return {
    file: { path: place, size: bytes.length, sha256: sha256(bytes) },
    entries: new Map(findings.map((entry) => [entry.fingerprint, earlierFinding(entry)])),
    ...defined({ judgedBy }),
  };
}

function earlierFinding({ rule, record, name, verdict, fingerprint }: WrittenEntry): EarlierFinding {
  const slash = record.indexOf('/');
  const [kind, id] = [record.slice(0, slash), record.slice(slash + 1)];
  return { ruleId: rule, verdict, record: { kind, id, name: name ?? id }, fingerprint };
}

/**
 * Suppresses the findings that a baseline lists. What it lists as `unknown` never covers a `fail`, and a record that
 * cannot be read is never covered at all: nobody knows what it hides.
 */
export function applyBaseline(
  findings: readonly Finding[],
  { entries, name }: Baseline & { readonly name: string },
): Finding[] {
  return findings.map((finding) => {
    const entry = entries.get(finding.fingerprint);
    if (entry === undefined || finding.suppression !== null || finding.invalid) return finding;
    if (!isListedAs(finding, entry)) return finding;
    if (badness[entry.verdict] < badness[finding.verdict]) return finding;
    return { ...finding, suppression: { kind: 'baseline', justification: name } };
  });
}

/** Who reads a baseline goes by rule and record: an entry that names others than its fingerprint covers nothing. */
export function isListedAs({ ruleId, record }: Finding, entry: EarlierFinding): boolean {
  return entry.ruleId === ruleId && entry.record.kind === record.kind && entry.record.id === record.id;
}

const badness: Readonly<Record<Finding['verdict'], number>> = { fail: 2, unknown: 1, review: 0 };

/** What a run can say of findings that it does not have. */
export interface Completeness {
  /** whether every file could be read */
  readonly readable: boolean;
  /** whether a rule was run, or is gone for good; of others nothing is known */
  readonly isConclusive: (ruleId: string) => boolean;
  /** whether a record is still there */
  readonly has: (record: EarlierFinding['record']) => boolean;
}

/** @returns the findings of an earlier day that are there no more, as far as the run can tell */
export function fixedFindings(
  earlier: Iterable<EarlierFinding>,
  findings: readonly Finding[],
  { readable, isConclusive, has }: Completeness,
): EarlierFinding[] {
  if (!readable) return [];
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  return [...earlier]
    .filter(({ ruleId, fingerprint }) => isConclusive(ruleId) && !present.has(fingerprint))
    .map((finding) => (has(finding.record) ? finding : { ...finding, recordGone: true }));
}

/**
 * Makes a baseline of today's findings: one line each, sorted, so that a review shows what comes and goes.
 *
 * @param kept entries of an earlier baseline that the run can say nothing of
 */
export function baselineText(
  { findings, judgedBy }: Pick<Result, 'findings' | 'judgedBy'>,
  kept: readonly EarlierFinding[],
): { readonly text: string; readonly fingerprints: readonly string[] } {
  const today = findings.filter(({ suppression, invalid }) => suppression?.kind !== 'exception' && !invalid);
  const listed = [...today, ...kept];
  return { text: baselineFile(listed, judgedBy), fingerprints: listed.map(({ fingerprint }) => fingerprint) };
}

/** @returns a baseline without what is fixed; nothing comes in */
export function prunedText({ entries, judgedBy }: Baseline, fixed: readonly EarlierFinding[]): string {
  const gone = new Set(fixed.map(({ fingerprint }) => fingerprint));
  const left = [...entries.values()].filter(({ fingerprint }) => !gone.has(fingerprint));
  return baselineFile(left, judgedBy);
}

function baselineFile(findings: readonly EarlierFinding[], judgedBy: JudgedBy | undefined): string {
  const lines = findings
    .map(
      ({ ruleId, record, verdict, fingerprint }): WrittenEntry => ({
        rule: ruleId,
        record: `${record.kind}/${record.id}`,
        name: record.name,
        verdict,
        fingerprint,
      }),
    )
    .map((entry) => ({ entry, key: [entry.rule, entry.record, entry.fingerprint].join('\n') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => `    ${JSON.stringify(entry)}`);
  const by = judgedBy === undefined ? '' : `  "judgedBy": ${JSON.stringify(judgedBy)},\n`;
  const listed = lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `;
  return `{\n  "schemaVersion": 1,\n${by}  "findings": [${listed}]\n}\n`;
}
