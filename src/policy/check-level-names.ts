import type { Localized } from '../base/localized.ts';
import { type Axis, foldLevel } from './policy.ts';
import type { WrittenText } from './written-text.ts';

/** A level of a scale as far as a file writes it. */
interface NamedLevel {
  readonly level: string | number;
  readonly name?: WrittenText;
}

/** A name of a level that reads as another level of the scale. */
export interface MistakableName {
  readonly index: number;
  readonly name: string;
  /** the other one */
  readonly other: number;
}

/**
 * A level is read by itself before any name, so that the name of one would be taken for the other. Names that levels share
 * are let be: such a name means none of them.
 *
 * @returns the names that read as another level
 */
export function mistakableNames(levels: readonly NamedLevel[], axis: Axis): MistakableName[] {
  const byWord = new Map(levels.map(({ level }, index) => [foldLevel(level, axis), index]));
  return levels.flatMap(({ name }, index) =>
    textsOf(name).flatMap((text) => {
      const other = byWord.get(foldLevel(text, axis));
      return other === undefined || other === index ? [] : [{ index, name: text, other }];
    }),
  );
}

function textsOf(name: WrittenText | undefined): string[] {
  if (name === undefined) return [];
  const { ja, en = ja }: Pick<Localized, 'ja'> & Partial<Localized> =
    typeof name === 'string' ? { ja: name } : name;
  return [...new Set([ja, en])];
}
