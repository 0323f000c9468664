import { baselineShape } from '../../generated/shapes.ts';
import { defined } from '../base/defined.ts';
import { type FileDigest, sha256 } from '../base/digest.ts';
import { jsonText } from '../base/json.ts';
import type { Facts } from '../inventory/facts.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { changedFinding } from '../result/derived-finding.ts';
import type { EarlierFinding, Finding, Result } from '../result/result.ts';
import { readSideFile, type SideFile, SideFileError } from '../schema/side-file.ts';
import { beyondKnown, knownOf, withoutBaseline } from './known-debt.ts';
import { TakenBack } from './taken-back.ts';

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
  /** where the verdict does not tell: what fails under law alone is no violation */
  readonly label?: 'unconfirmed';
  readonly fingerprint: string;
  readonly facts?: Facts;
  /** by their digests among the places of the file */
  readonly reach?: { readonly behind: string; readonly beyond: string };
}

/** Lists of what stands behind and beyond hops, by digest: findings share them, so each stands in the file once. */
type Places = Readonly<Record<string, readonly string[]>>;

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
  const content = await readSideFile({ bytes, file: shown, limits }, baselineShape(), async () => {
    const { validateBaseline } = await import('../../generated/validators/baseline.js');
    return validateBaseline;
  });
  if (content === undefined) throw new SideFileError([{ code: 'empty', kind: 'baseline', file: shown }]);
  const {
    findings,
    places = {},
    judgedBy,
  } = content as {
    readonly findings: readonly WrittenEntry[];
    readonly places?: Places;
    readonly judgedBy?: JudgedBy;
  };
  return {
    file: { path: place, size: bytes.length, sha256: sha256(bytes) },
    entries: new Map(findings.map((entry) => [entry.fingerprint, earlierFinding(entry, places)])),
    ...defined({ judgedBy }),
  };
}

function earlierFinding(entry: WrittenEntry, places: Places): EarlierFinding {
  const { rule, record, name, verdict, label, fingerprint, facts, reach } = entry;
  const slash = record.indexOf('/');
  const [kind, id] = [record.slice(0, slash), record.slice(slash + 1)];
  return {
    ruleId: rule,
    verdict,
    record: { kind, id, name: name ?? id },
    fingerprint,
    ...defined({ label }),
    known: defined({
      facts,
      reach: reach && { behind: listed(places, reach.behind), beyond: listed(places, reach.beyond) },
    }),
  };
}

/** A list that is not there lists nothing, so that nothing is covered by it. */
const nowhere: readonly string[] = [];

function listed(places: Places, digest: string): readonly string[] {
  return Object.hasOwn(places, digest) ? (places[digest] ?? nowhere) : nowhere;
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
    const more = beyondKnown(entry.known ?? {}, knownOf(finding, inventory));
    if (more !== undefined) return withoutBaseline(finding, more, name);
    return changedFinding(finding, { suppression: { kind: 'baseline', justification: name } });
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

/** @returns the findings of the baseline or base that are certainly gone, and not only unknown now */
export function fixedFindings(
  earlier: readonly EarlierFinding[],
  findings: readonly Finding[],
  { readable, isConclusive, has }: Completeness,
): EarlierFinding[] {
  if (!readable) return [];
  const present = new Set(findings.map(({ fingerprint }) => fingerprint));
  const takenBack = new TakenBack(earlier, findings);
  return earlier
    .filter((one) => isConclusive(one.ruleId) && !present.has(one.fingerprint) && !takenBack.has(one))
    .map((finding) => ({ ...identifying(finding), ...(!has(finding.record) && { recordGone: true }) }));
}

/** What is kept of an earlier finding: one of the base holds its file, into all of which a redaction would look. */
function identifying(finding: EarlierFinding): EarlierFinding {
  const { ruleId, verdict, record, fingerprint, severity, label, message, known } = finding;
  return { ruleId, verdict, record, fingerprint, ...defined({ severity, label, message, known }) };
}

/**
 * Writes the findings of a run as a baseline: one line each, sorted, so that a diff shows what comes and goes.
 *
 * @param kept entries of the previous baseline about which the run is not conclusive
 */
export function baselineText(
  { findings, judgedBy, known }: Pick<Result, 'findings' | 'judgedBy' | 'known'>,
  kept: readonly EarlierFinding[],
): { readonly text: string; readonly fingerprints: readonly string[] } {
  const today = findings
    .filter(({ suppression, invalid }) => suppression?.kind !== 'exception' && !invalid)
    .map((finding): EarlierFinding => ({ ...identifying(finding), known: known(finding) }));
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
  const digests = new Map<readonly string[], string>();
  const digestOf = (list: readonly string[]) => {
    const digest = digests.get(list) ?? sha256(list.join('\n')).slice(0, 16);
    digests.set(list, digest);
    return digest;
  };
  const lines = findings
    .map(
      ({ ruleId, record, verdict, label, fingerprint, known: { facts, reach } = {} }): WrittenEntry => ({
        rule: ruleId,
        record: `${record.kind}/${record.id}`,
        name: record.name,
        verdict,
        ...(label === 'unconfirmed' ? { label } : {}),
        fingerprint,
        ...defined({
          facts,
          reach: reach && { behind: digestOf(reach.behind), beyond: digestOf(reach.beyond) },
        }),
      }),
    )
    .map((entry) => ({ entry, key: [entry.rule, entry.record, entry.fingerprint].join('\n') }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ entry }) => `    ${jsonText(entry)}`);
  const by = judgedBy === undefined ? '' : `  "judgedBy": ${jsonText(judgedBy)},\n`;
  const places = [...new Map([...digests].map(([list, digest]) => [digest, list]))]
    .map(([digest, list]) => `    ${jsonText(digest)}: ${jsonText(list)}`)
    .sort();
  const reached = places.length === 0 ? '' : `  "places": {${onLines(places)}},\n`;
  return `{\n  "schemaVersion": 1,\n${by}${reached}  "findings": [${onLines(lines)}]\n}\n`;
}

function onLines(items: readonly string[]): string {
  return items.length === 0 ? '' : `\n${items.join(',\n')}\n  `;
}
