import { distance } from 'fastest-levenshtein';

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
    const far = folded === wanted ? 0 : distance(wanted, folded);
    if (far < shortest) {
      shortest = far;
      best = candidate;
    }
  }
  return best;
}

function fold(word: string): string {
  return word
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[-_\s]/g, '');
}
