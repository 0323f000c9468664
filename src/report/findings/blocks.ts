import { defined } from '../../base/defined.ts';
import { addToGroup } from '../../base/groups.ts';
import type { Language } from '../../base/localized.ts';
import type { CitedClause, Finding, Result } from '../../result/result.ts';
import { reportTexts } from './words.ts';

/** Findings that people read as one: what is wrong is said once, and then where. Programs get each of them. */
export interface Block {
  /** in their order; one alone is a block of its own */
  readonly findings: readonly [Finding, ...Finding[]];
  /** what they all go back to, if that is why they are one */
  readonly cause?: string;
}

/** Of one rule in one file, up to so many findings are told each by itself. */
const fewInOneFile = 3;

/**
 * Gathers findings of one rule that weigh the same: those of one cause, else those of one file where there are more
 * than a few. A block stands where its first finding would.
 */
export function blocksOf(findings: readonly Finding[]): Block[] {
  const byCause = new Map<string, Finding[]>();
  for (const finding of findings)
    if (finding.cause !== undefined) addToGroup(byCause, `${kindOf(finding)}\n${finding.cause}`, finding);
  const groups = new Map<Finding, { key: string; cause?: string }>();
  for (const [key, group] of byCause) {
    if (group.length < 2) continue;
    for (const finding of group) groups.set(finding, { key, ...defined({ cause: finding.cause }) });
  }
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings)
    if (!groups.has(finding)) addToGroup(byFile, `${kindOf(finding)}\n${finding.location.file}`, finding);
  for (const [key, group] of byFile) {
    if (group.length <= fewInOneFile) continue;
    for (const finding of group) groups.set(finding, { key });
  }
  return gathered(findings, groups);
}

function gathered(
  findings: readonly Finding[],
  groups: ReadonlyMap<Finding, { readonly key: string; readonly cause?: string }>,
): Block[] {
  const blocks: { findings: [Finding, ...Finding[]]; cause?: string }[] = [];
  const known = new Map<string, [Finding, ...Finding[]]>();
  for (const finding of findings) {
    const group = groups.get(finding);
    const block = group && known.get(group.key);
    if (block !== undefined) {
      block.push(finding);
      continue;
    }
    const begun: [Finding, ...Finding[]] = [finding];
    if (group !== undefined) known.set(group.key, begun);
    blocks.push({ findings: begun, ...(group?.cause === undefined ? {} : { cause: group.cause }) });
  }
  return blocks;
}

/** What findings must have in common to be told as one: new ones stay apart, and so do those that do not count. */
function kindOf({ ruleId, verdict, label, severity, state, suppression }: Finding): string {
  return [ruleId, verdict, label, severity, state, suppression?.kind, suppression?.id].join('\n');
}

/** @returns what a text of all findings says, if it is the same of all */
export function common<Value>(
  [first, ...others]: readonly [Finding, ...Finding[]],
  say: (finding: Finding) => Value,
): Value | undefined {
  const said = say(first);
  const key = JSON.stringify(said);
  return others.every((finding) => JSON.stringify(say(finding)) === key) ? said : undefined;
}

/** The clauses behind findings, each once. */
export function clausesOf(findings: readonly Finding[]): CitedClause[] {
  const all = findings.flatMap(({ clauses }) => clauses);
  return [...new Map(all.map((clause) => [`${clause.policy}\n${clause.ref}`, clause])).values()];
}

/** @returns what is said once of a block: its message, or of several that differ what their rule asks for */
export function headingOf({ findings }: Block, { rules }: Pick<Result, 'rules'>, language: Language): string {
  const [first, ...others] = findings;
  if (others.length === 0) return first.message[language];
  const statement = common(findings, (finding) => finding.statement[language]);
  if (statement === undefined) return rules.get(first.ruleId)?.title[language] ?? first.ruleId;
  return reportTexts[language].together(findings.length, statement);
}

/** @returns the cause of a block in words */
export function causeOf({ cause }: Block, language: Language): string | undefined {
  const [, kind, name] = /^(anchor|fact|parent) (.*)$/su.exec(cause ?? '') ?? [];
  if (kind === undefined || name === undefined) return undefined;
  return reportTexts[language].cause[kind as 'anchor' | 'fact' | 'parent'](name);
}

/**
 * @returns the remedy of a block, if all its findings have the same; where they do not, each stands beside its place,
 *   since apart from it nobody knows what it is the remedy of
 */
export function commonRemedy({ findings }: Block, language: Language): string | undefined {
  return common(findings, ({ remedy }) => remedy[language]);
}
