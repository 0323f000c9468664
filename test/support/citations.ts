import { builtInWords } from '../../generated/vocabulary.ts';
import type { AnyRule } from '../../src/rule.ts';

/** A rule as a clause that states it cites it: with the words without which some rules ask nothing. */
export function statedCitation({ id, parameters = {} }: AnyRule): {
  readonly id: string;
  readonly basis: 'stated';
  readonly parameters?: Readonly<Record<string, string>>;
} {
  const words = Object.entries(parameters).flatMap(([name, { required, of }]) =>
    required === true && of !== undefined ? [[name, Object.keys(builtInWords[of])[0] ?? '']] : [],
  );
  return { id, basis: 'stated', ...(words.length > 0 && { parameters: Object.fromEntries(words) }) };
}
