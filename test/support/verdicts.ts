import type { ClauseCoverage, Finding, Result } from '../../src/result/result.ts';
import { judged } from './cli.ts';
import { inFolder } from './load.ts';

/** An inventory as the texts of its files, or as the text of its only one. */
export type Files = string | Readonly<Record<string, string>>;

/** Judges an inventory under policies by 20 November 2026, unless another day is asked for. */
export async function judgeFiles(
  policies: readonly string[],
  files: Files,
  asOf = '2026-11-20',
): Promise<Result> {
  const texts = typeof files === 'string' ? { 'a.yaml': files } : files;
  const inventories = Object.keys(texts).filter((name) => name.startsWith('a'));
  return inFolder(texts, (directory) => judged(inventories, { policy: [...policies], asOf }, { directory }));
}

/** @returns what a rule found, as far as nothing suppresses it */
export function foundBy(rule: string, { findings }: Result): readonly Finding[] {
  return findings.filter(({ ruleId, suppression }) => ruleId === rule && suppression === null);
}

/** @returns a clause of the first policy as it is accounted for */
export function clauseOf(ref: string, { coverage: [first] }: Result): ClauseCoverage {
  const clause = first?.clauses.find((one) => one.ref === ref);
  if (clause === undefined) throw new Error(`there is no clause ${ref}`);
  return clause;
}
