import type { AddressRange } from '../../base/addresses.ts';
import type { Label } from './lists.ts';
import type { Mapping } from './mapping.ts';
import type { MappingTableName } from './mapping-tables.ts';
import type { NetboxWarning } from './problem.ts';

/** One look-up in a mapping: a table, and the words that may be its keys. */
export interface Question {
  readonly table: MappingTableName;
  readonly words: readonly string[];
  /** asked of `layers.prefixes`, whose keys are ranges rather than words */
  readonly ranges?: readonly AddressRange[];
}

/**
 * Asks a mapping about one segment or system, the most specific question first; the first that is answered decides. Answers
 * of one question that differ decide that it cannot be told, with a warning: a less specific answer must not paper over
 * them.
 *
 * @returns a function that looks up answers for that record; `undefined` where the mapping has none
 */
export function answerer(
  mapping: Mapping,
  section: 'segments' | 'systems',
  id: string,
  warnings: NetboxWarning[],
): (questions: readonly Question[]) => string | undefined {
  return (questions) => {
    for (const { table, words, ranges = [] } of questions) {
      const answers = [
        ...words.map((word) => mapping.tables[table].get(word)?.value),
        ...ranges.map((range) => mapping.ranges.narrowest(range)),
      ];
      const values = [...new Set(answers.filter((answer) => answer !== undefined))];
      if (values.length > 1) warnings.push({ code: 'conflicting-mapping', section, id, table, values });
      if (values.length > 0) return values.length === 1 ? values[0] : undefined;
    }
    return undefined;
  };
}

/** @returns the look-ups for the agency in charge */
export function agencyQuestions(tenant: Label | undefined, site: Label | undefined): Question[] {
  return [
    { table: 'agencies.tenants', words: wordsOf(tenant) },
    { table: 'agencies.sites', words: wordsOf(site) },
  ];
}

/** @returns the words by which a mapping may name these: slugs and names */
export function wordsOf(...labels: readonly (Label | undefined)[]): string[] {
  return labels.flatMap((label) => [label?.slug, label?.name]).filter((word) => word !== undefined);
}

/** @returns the word by which a mapping would best name it */
export function keyOf(label: Label | undefined): string | undefined {
  return label?.slug ?? label?.name;
}
