import type { FieldTarget } from './fields.ts';

/*
 * Headers that sekisho itself writes over the columns of a workbook. They hold a mark that no office writes, so that a sheet says
 * by itself that its columns need no confirmation.
 */

/** Over the ids of records, which are taken as they stand: other numbers of offices are made ids of, or count the rows. */
export const ownIdHeader = 'id（sekisho）';

/** @returns the header of a field whose name offices use for something else, too: its field stands beside it */
export function ownHeader(title: string, target: FieldTarget): string {
  return `${title}〔${target.replaceAll('[]', '')}〕`;
}
