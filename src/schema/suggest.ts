import { distance } from 'fastest-levenshtein';
import type { Choice } from './shape.ts';

/**
 * The "did you mean" of every message: the nearest of the known words, if one is near enough to be meant.
 * Width and case do not count as a difference, since Japanese input methods mix both.
 */
export function suggest(word: string, known: Iterable<string>): string | undefined {
  const wanted = fold(word);
  let best: string | undefined;
  let shortest = Math.max(1, Math.floor(wanted.length * 0.4)) + 1;
  for (const candidate of known) {
    const folded = fold(candidate);
    const far = folded === wanted ? 0 : isTransposed(wanted, folded) ? 1 : distance(wanted, folded);
    if (far < shortest) {
      shortest = far;
      best = candidate;
    }
  }
  return best;
}

/** @returns the choice that is nearest to a word, by its value or by what it is called in Japanese */
export function suggestChoice(
  word: string,
  allowed: readonly string[],
  choices: Readonly<Record<string, Choice>> = {},
): string | undefined {
  // A name of one character is one change away from every other character.
  const isLike = (name: string) => [...fold(name)].some((character) => fold(word).includes(character));
  const called = allowed.flatMap((value) =>
    (choices[value]?.words ?? []).filter(isLike).map((name) => [name, value] as const),
  );
  const near = suggest(word, [...allowed, ...called.map(([name]) => name)]);
  return called.find(([name]) => name === near)?.[1] ?? near;
}

/** Whether two neighbouring characters are swapped: the commonest typing error, which would count as two edits. */
function isTransposed(one: string, other: string): boolean {
  const at = [...one].findIndex((character, index) => character !== other[index]);
  return one === `${other.slice(0, at)}${other[at + 1]}${other[at]}${other.slice(at + 2)}`;
}

/** @returns a suggestion as a field of a problem, which is absent where there is none */
export function asSuggestion(suggestion: string | undefined): { readonly suggestion?: string } {
  return suggestion === undefined ? {} : { suggestion };
}

function fold(word: string): string {
  return word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '');
}
