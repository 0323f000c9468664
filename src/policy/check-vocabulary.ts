import type { WordList } from '../../generated/vocabulary.ts';
import { type DeclaredWords, hasWord, withMeant } from '../schema/open-words.ts';
import type { SchemaProblem } from '../schema/problem.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import type { Path } from '../yaml/tape.ts';
import type { PolicyContent } from './build.ts';
import type { PolicyDraft } from './read.ts';
import { isBuiltIn, type VocabularyProblem, withoutRepeated, wordLists, wordsOf } from './vocabulary.ts';
import { inBoth } from './written-text.ts';

/** The policy that is extended, as far as words matter. */
type Base = Pick<PolicyContent, 'vocabulary' | 'parameters'> | 'none' | 'unusable';

/** A parameter of a rule, as far as words matter. */
interface WordParameter {
  readonly of?: WordList;
  readonly required?: true;
}

type Rules = ReadonlyMap<string, { readonly parameters: Readonly<Record<string, WordParameter>> }>;

/** What the words are checked against, and where problems go. */
interface Surroundings {
  /** as {@link wordsHere} gives them */
  readonly words: DeclaredWords | undefined;
  report(
    path: Path,
    problem: VocabularyProblem | { readonly code: 'schema'; readonly problem: SchemaProblem },
  ): void;
}

/** @returns the words that a policy adds, its base's among them; `undefined` where nobody knows */
export function wordsHere({ validPart, isValid }: PolicyDraft, base: Base): DeclaredWords | undefined {
  if (base === 'unusable' || !isValid(['vocabulary'])) return undefined;
  const inherited = base === 'none' ? {} : (base.vocabulary ?? {});
  return new Map(
    wordLists.map((list) => {
      const own = (validPart.vocabulary?.[list] ?? []).map(({ id, name }) => ({ id, name: inBoth(name) }));
      return [list, withoutRepeated([...(inherited[list] ?? []), ...own])];
    }),
  );
}

/** Checks the words that a policy adds to the open lists of the vocabulary, and those that stand in its own fields. */
export function checkVocabulary(
  { validPart, openWords, at }: PolicyDraft,
  { words, report }: Surroundings,
): void {
  for (const list of wordLists) {
    const lines = new Map<string, number>();
    // One whose id breaks the schema has none left.
    const own: readonly { readonly id?: string }[] = validPart.vocabulary?.[list] ?? [];
    for (const [index, { id }] of own.entries()) {
      if (id === undefined) continue;
      const path = ['vocabulary', list, index, 'id'];
      const firstLine = lines.get(id);
      if (isBuiltIn(list, id)) report(path, { code: 'built-in-word', list, id });
      else if (firstLine === undefined) lines.set(id, at(path).line);
      else report(path, { code: 'duplicate-word', list, id, firstLine });
    }
  }
  if (words === undefined) return;
  for (const word of openWords)
    if (!hasWord(words, word)) report(word.path, { code: 'schema', problem: withMeant(word, words) });
}

/** @returns what is wrong with the value of a parameter that is a word; `undefined` where it is possible, or nobody knows */
export function wordProblem(
  { rule, name, value }: { readonly rule: string; readonly name: string; readonly value: unknown },
  { of: list, required }: WordParameter,
  words: DeclaredWords | undefined,
): VocabularyProblem | undefined {
  if (list === undefined || words === undefined) return undefined;
  const known = wordsOf(list, words);
  if (value === null) return required && { code: 'missing-parameter', rule, name, known };
  if (typeof value === 'string' && known.includes(value)) return undefined;
  const written = String(value);
  return { code: 'unknown-word', name, list, written, known, ...asSuggestion(suggest(written, known)) };
}

/** A rule that asks nothing without a parameter is cited with it, by the clause or for the whole policy. */
export function checkRequired(
  { validPart: { clauses = [], parameters }, isValid }: PolicyDraft,
  base: Base,
  rules: Rules,
  { report, words }: Surroundings,
): void {
  if (base === 'unusable' || words === undefined || !isValid(['parameters'])) return;
  const inherited = base === 'none' ? undefined : base.parameters;
  for (const [index, clause] of clauses.entries())
    for (const [number, { id = '', parameters: own }] of (clause?.rules ?? []).entries()) {
      const path: Path = ['clauses', index, 'rules', number];
      for (const [name, { required, of }] of Object.entries(rules.get(id)?.parameters ?? {})) {
        // What is set to `null` is reported there.
        const isSet = [own, parameters?.[id], inherited?.[id]].some((values) => values?.[name] !== undefined);
        if (required !== true || isSet || !isValid([...path, 'parameters'])) continue;
        const known = of === undefined ? [] : wordsOf(of, words);
        report([...path, 'id'], { code: 'missing-parameter', rule: id, name, known });
      }
    }
}
