import { baselineShape } from '../../generated/shapes.ts';
import { defined } from '../base/defined.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { jsonText } from '../base/json.ts';
import type { Facts } from '../inventory/facts.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { EarlierFinding, Finding, Result } from '../result/result.ts';
import { readSideFile, type SideFile, SideFileError } from '../schema/side-file.ts';
import { beyondKnown, withoutBaseline } from './known-debt.ts';

/** Known findings that do not count, by fingerprint. */
export interface Baseline {
  readonly file: FileDigest;
  readonly entries: ReadonlyMap<string, EarlierFinding>;
  /** by which rules and policies it was made; absent in old files */
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
  readonly facts?: Facts;
  readonly reach?: readonly string[];
}

/**
 * Reads a baseline.
 *
 * @param place the path of the file
 * @throws SideFileError with everything that is wrong
 */
export async function readBaseline(
  { bytes, file: shown, limits }: Required<SideFile>,
  place: string,
): Promise<Baseline> {
  const content = await readSideFile({ bytes, file: shown, limits }, baselineShape, async () => {
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

function earlierFinding(entry: WrittenEntry): EarlierFinding {
  const { rule, record, name, verdict, fingerprint, facts, reach } = entry;
  const slash = record.indexOf('/');
  const [kind, id] = [record.slice(0, slash), record.slice(slash + 1)];
  return {
    ruleId: rule,
    verdict,
    record: { kind, id, name: name ?? id },
    fingerprint,
    ...defined({ facts, reach }),
  };
}

/**
 * Suppresses the findings that a baseline lists. What it lists as `unknown` never covers a `fail`, a record that cannot be
 * read is never covered at all, since nobody knows what it hides, and nothing is covered beyond what was known.
 */
export function applyBaseline(
  findings: readonly Finding[],
  { entries, name }: Baseline & { readonly name: string },
  inventory: Inventory,
): Finding[] {
  return findings.map((finding) => {
    const entry = entries.get(finding.fingerprint);
    if (entry === undefined || finding.suppression !== null || finding.invalid) return finding;
    if (!isListedAs(finding, entry)) return finding;
    if (badness[entry.verdict] < badness[finding.verdict]) return finding;
    const more = beyondKnown(finding, entry, inventory);
    if (more !== undefined) return withoutBaseline(finding, more, name);
    return { ...finding, suppression: { kind: 'baseline', justification: name } };
  });
}

/**
 * Reviewers of a baseline see rule and record, not fingerprints: an entry covers nothing if these are not those of the
 * finding.
 */
export function isListedAs({ ruleId, record }: Finding, entry: EarlierFinding): boolean {
  return entry.ruleId === ruleId && entry.record.kind === record.kind && entry.record.id === record.id;
}

const badness: Readonly<Record<Finding['verdict'], number>> = { fail: 2, unknown: 1, review: 0 };

/** What decides whether a finding that is not in the run is fixed. */
export interface Completeness {
  /** whether every file could be read */
  readonly readable: boolean;
  /** whether a rule ran or no longer exists, so that the absence of its findings proves something */
  readonly isConclusive: (ruleId: string) => boolean;
  /** whether a record is still there */
  readonly has: (record: EarlierFinding['record']) => boolean;
}

/** @returns the findings of the baseline or base that are certainly gone */
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
 * Writes the findings of a run as a baseline: one line each, sorted, so that a diff shows what comes and goes.
 *
 * @param kept entries of the previous baseline about which the run is not conclusive
 */
export function baselineText(
  { findings, judgedBy, factsOf }: Pick<Result, 'findings' | 'judgedBy' | 'factsOf'>,
  kept: readonly EarlierFinding[],
): { readonly text: string; readonly fingerprints: readonly string[] } {
  const today = findings
    .filter(({ suppression, invalid }) => suppression?.kind !== 'exception' && !invalid)
    .map((finding): EarlierFinding => ({ ...finding, ...defined({ facts: factsOf(finding) }) }));
  const listed = [...today, ...kept];
  return { text: baselineFile(listed, judgedBy), fingerprints: listed.map(({ fingerprint }) => fingerprint) };
}

/** @returns the text of a baseline without the fixed findings; new ones are not added */
export function prunedText({ entries, judgedBy }: Baseline, fixed: readonly EarlierFinding[]): string {
  const gone = new Set(fixed.map(({ fingerprint }) => fingerprint));
  const left = [...entries.values()].filter(({ fingerprint }) => !gone.has(fingerprint));
  return baselineFile(left, judgedBy);
}

function baselineFile(findings: readonly EarlierFinding[], judgedBy: JudgedBy | undefined): string {
  const lines = findings
    .map(
      ({ ruleId, record, verdict, fingerprint, facts, reach }): WrittenEntry => ({
        rule: ruleId,
        record: `${record.kind}/${record.id}`,
        name: record.name,
        verdict,
        fingerprint,
        ...defined({ facts, reach }),
      }),
    )
    .map((entry) => ({ entry, key: [entry.rule, entry.record, entry.fingerprint].join('\n') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => `    ${jsonText(entry)}`);
  const by = judgedBy === undefined ? '' : `  "judgedBy": ${jsonText(judgedBy)},\n`;
  const listed = lines.length === 0 ? '' : `\n${lines.join(',\n')}\n  `;
  return `{\n  "schemaVersion": 1,\n${by}  "findings": [${listed}]\n}\n`;
}
