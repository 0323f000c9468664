import { defined } from '../../base/defined.ts';
import { addToGroup } from '../../base/groups.ts';
import type { Language } from '../../base/localized.ts';
import type { CitedClause, Finding, Result } from '../../result/result.ts';
import { reportTexts } from './words.ts';

/**
 * Findings that reports for people show as one: the message once, then the locations. Machine-readable reports list
 * each finding.
 */
export interface Block {
  /** in the order of the findings; a single finding is a block of its own */
  readonly findings: readonly [Finding, ...Finding[]];
  /** the common cause, if that is why they are grouped */
  readonly cause?: string;
}

/** Up to this many findings of one rule in one file are shown one by one. */
const fewInOneFile = 3;

/**
 * Groups findings of one rule, label and severity by cause; those without a common cause by file, where a file has more
 * than a few. A block takes the position of its first finding.
 */
export function blocksOf(findings: readonly Finding[]): Block[] {
  const byCause = new Map<string, Finding[]>();
  for (const finding of findings) {
    const { cause } = finding;
    if (cause !== undefined) addToGroup(byCause, `${kindOf(finding)}\n${cause}`, finding);
  }
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

/**
 * What findings must have in common to share a block: new ones stay apart from old ones, and suppressed ones from those
 * that count.
 */
function kindOf({ ruleId, verdict, label, severity, state, suppression, announced }: Finding): string {
  const standing = suppression === null ? '' : `${suppression.kind}\n${suppression.id ?? ''}`;
  return `${ruleId}\n${verdict}\n${label}\n${severity}\n${state}\n${announced}\n${standing}`;
}

/** @returns the value of a property if all findings have the same, else `undefined` */
export function common<Value>(
  [first, ...others]: readonly [Finding, ...Finding[]],
  select: (finding: Finding) => Value,
): Value | undefined {
  const value = select(first);
  const text = textOf(value);
  return others.every((finding) => textOf(select(finding)) === text) ? value : undefined;
}

/** A text is its own; nothing in a list is told at once, since most findings have no trace. */
function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  return Array.isArray(value) && value.length === 0 ? '[]' : JSON.stringify(value);
}

/** The clauses of several findings, without duplicates. Most findings have their clauses in common. */
export function clausesOf(findings: readonly Finding[]): CitedClause[] {
  const all = [...new Set(findings.map(({ clauses }) => clauses))].flat();
  return [...new Map(all.map((clause) => [`${clause.policy}\n${clause.ref}`, clause])).values()];
}

/** @returns the heading of a block: its message, or where messages differ the title of the rule */
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
 * @returns the remedy of a block if all its findings share it. Where they do not, each remedy is shown with its
 * finding, since alone it does not say what it applies to
 */
export function commonRemedy({ findings }: Block, language: Language): string | undefined {
  return common(findings, ({ remedy }) => remedy[language]);
}
