import type { Localized } from '../../base/localized.ts';
import type { Merge } from './merge.ts';
import { type SourceWords, wordConflict, wordKept, wordRecord } from './merge-words.ts';

/** How far an import went. */
export interface Outcome {
  /** the files that were written, or would be */
  readonly written: readonly string[];
  /** `held`: nothing was written, since a person has to decide something first */
  readonly mode: 'written' | 'dry-run' | 'check' | 'held';
  readonly out: string;
}

/** What is to be said of records and fields one by one. */
export function tellMerge(
  { vanished, conflicts, kept, removedByHand }: Merge,
  { out }: Outcome,
  source: SourceWords,
): Localized[] {
  return [
    ...vanished.map((one) => wordRecord(one, 'vanished', source)),
    ...removedByHand.map((one) => wordRecord(one, 'removedByHand', source)),
    ...kept.filter(({ isFed }) => !isFed).map((one) => wordKept(one, source)),
    ...tellKeptFed(kept.filter(({ isFed }) => isFed).length),
    ...conflicts.map((conflict) => {
      const { position, section } = conflict;
      const place =
        position === undefined ? '' : `${out}/${section}.yaml:${position.line}:${position.column}: `;
      const { ja, en } = wordConflict(conflict, source);
      return { ja: `${place}${ja}`, en: `${place}${en}` };
    }),
  ];
}

/** What a tool has updated since differs from the register at every import, and need not be told one by one. */
function tellKeptFed(fields: number): Localized[] {
  if (fields === 0) return [];
  return [
    {
      ja: `ほかの表で更新した値のままにする項目: ${fields}`,
      en: `fields that stay as other tables have updated them: ${fields}`,
    },
  ];
}
