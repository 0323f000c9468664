import path from 'node:path';
import { check } from '../../src/check.ts';
import { findConfiguration } from '../../src/policy/configuration.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import type { Finding, FindingLocation, PathHop, RecordReference, Result } from '../../src/result/result.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { inFolder } from './load.ts';

/**
 * Judges texts as the files of an inventory under みなかみ町's policy, for tests of what a reporter makes of a result. Where
 * they say nothing of the clause that asks for an attestation, it is given one, so that tests see what they ask for alone.
 */
export async function resultOf(
  texts: Readonly<Record<string, string>>,
  only: readonly string[] = [],
): Promise<Result> {
  return inFolder(attested(texts), async (directory) =>
    check({
      tree: workTree,
      paths: Object.keys(texts).map((name) => path.join(directory, name)),
      without: [],
      evidenceFolders: [],
      directory,
      policyTree: workTree,
      onlyRelated: false,
      policies: ['minakami'],
      only,
      skip: [],
      asOf: '2026-11-20',
      configuration: await findConfiguration(workTree, directory, (file) => file),
    }),
  );
}

function attested(texts: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const entries = Object.entries(texts);
  if (entries.some(([, text]) => /^(?:organization|attestations):|\t/m.test(text))) return texts;
  const last = entries.length - 1;
  return Object.fromEntries(
    entries.map(([name, text], index) => [name, index === last ? `${text}\n---\n${attestation}` : text]),
  );
}

const attestation = `attestations:
  - id: 確認
    clause: "4)[1]"
    statement: 理解を確かめた
    by: 総務課長
    date: 2026-06-01
    evidence: [{ url: "https://www.example.lg.jp/" }]
`;

/** The result with so many findings as there are in it, and again and again, each with a record of its own. */
export function swollen(result: Result, count: number): Result {
  const { findings } = result;
  const many = Array.from({ length: count }, (_, index): Finding => {
    const finding = findings[index % findings.length];
    if (finding === undefined) throw new Error('there is nothing to take');
    const record = { ...finding.record, id: `${finding.record.id}-${index}` };
    // Those of one cause, or in one file, would be told as one.
    const cause = finding.cause === undefined ? {} : { cause: `${finding.cause}-${index}` };
    const location = { ...finding.location, file: `${index}/${finding.location.file}` };
    const fingerprint = `v1:${index.toString(16).padStart(32, '0')}`;
    return changedFinding(finding, { ...cause, record, location, fingerprint });
  });
  return { ...result, findings: many };
}

/** A hop of a way, by virtue of a record, between what bears its id as well. */
export function hopBy({ kind, id, name }: RecordReference): PathHop {
  const one = { kind, id, name, occurrence: 0 };
  return { record: one, from: one, to: one };
}

/** A place in an inventory. */
export function placeIn(file: string, line: number): FindingLocation {
  return { file, line, column: 1, endLine: line, endColumn: 2, pointer: '', document: 0 };
}

/** Every example that is an inventory, with the policies it is judged by; the last is chosen by a configuration. */
export const exampleRuns: readonly (readonly [folder: string, ...argv: string[]])[] = [
  ['examples/first-steps', '-p', 'minakami'],
  ['examples/city', '-p', 'isesaki'],
  ['examples/city', '-p', 'minakami', '-p', 'kumagaya'],
  ['examples/town', '-p', 'minakami'],
  ['examples/second-city', '-p', 'isesaki'],
  ['examples/union', '-p', 'tokubetsuku'],
  ['examples/own-policy'],
];
