import path from 'node:path';
import type { FileDigest } from '../base/digest.ts';
import { comparePositions } from '../yaml/source-text.ts';
import type { PolicyContent } from './build.ts';
import type { RuleSource } from './own/check.ts';
import type { ServedClause } from './policy.ts';
import type { PolicyProblem } from './problem.ts';
import type { PolicyDraft } from './read.ts';

/** A policy with all that it extends, or everything that is wrong with them. */
export interface LoadResult {
  /** absent where there are problems */
  readonly content?: PolicyContent;
  /** the files it was read from, those that it extends last */
  readonly files?: readonly FileDigest[];
  readonly problems: readonly PolicyProblem[];
}

/** A policy that is read, before it is looked up what its clauses answer elsewhere: they name other policies by their keys. */
export interface OpenedPolicy extends LoadResult {
  /** what tells it from others: the id of a built-in one, the real path of a file; absent where there is none such */
  readonly key?: string;
  /** absent of a built-in one */
  readonly draft?: PolicyDraft;
  /** the folder that paths in it are relative to */
  readonly directory?: string;
  /** the policy file and the files of rules that it names, whatever rules stand in them */
  readonly sources?: readonly RuleSource[];
  /** what it extends */
  readonly base?: OpenedPolicy;
}

/** @returns a policy, and those that it extends */
export function withBases(opened: OpenedPolicy): OpenedPolicy[] {
  return [opened, ...(opened.base === undefined ? [] : withBases(opened.base))];
}

/** @returns the id of a policy, as far as it can be read */
export function idOf({ content, draft }: OpenedPolicy): string | undefined {
  return content?.id ?? draft?.validPart.id;
}

/** Splits `isesaki 6(3)ア[1]` at the first blank; `undefined` where there is none. */
export function splitReference(written: string): ServedClause | undefined {
  const text = written.trim();
  const blank = text.search(/\s/);
  return blank < 0 ? undefined : { policy: text.slice(0, blank), ref: text.slice(blank).trim() };
}

/**
 * @param written `<policy> <ref>`, as a clause of the policy writes it
 * @param builtIn the ids of the built-in policies
 * @returns the clause it means, by the key of its policy; `undefined` where it names none
 */
export function targetOf(
  written: string,
  { directory = '', base }: Pick<OpenedPolicy, 'directory' | 'base'>,
  builtIn: readonly string[],
): ServedClause | undefined {
  const named = splitReference(written);
  if (named === undefined) return undefined;
  const { policy, ref } = named;
  const extended = base && withBases(base).find((one) => idOf(one) === policy)?.key;
  if (extended !== undefined) return { policy: extended, ref };
  if (builtIn.includes(policy)) return named;
  return isPath(policy) ? { policy: path.resolve(directory, policy), ref } : undefined;
}

/** Whether a reference means a file rather than a built-in policy. */
export function isPath(reference: string): boolean {
  return /[\\/]/.test(reference) || /\.ya?ml$/i.test(reference);
}

/** The problems of each of some files by their lines, then those of the files that these build on. */
export function inOrder(
  files: readonly string[],
  problems: readonly PolicyProblem[],
): readonly PolicyProblem[] {
  const own = files.flatMap((file) =>
    problems
      .filter((problem) => problem.file === file)
      .sort((a, b) => comparePositions(a.position, b.position)),
  );
  return [...own, ...problems.filter((problem) => !files.includes(problem.file))];
}
