import type { ListSection } from '../inventory/view.ts';
import type { IssueDetails } from './definition.ts';

/**
 * The details of an issue that waits for a fact of another record than the one judged.
 *
 * @param field a field at the top of that record, by which it can be told
 */
export function factOf(
  section: ListSection,
  record: { readonly id: string },
  field: string,
): Required<Pick<IssueDetails, 'missing' | 'remedy'>> {
  return {
    missing: { record, path: field },
    remedy: {
      ja: `${section} の「${record.id}」に ${field} を書いてください。`,
      en: `State the ${field} of “${record.id}” under ${section}.`,
    },
  };
}
