import type { SpreadsheetLimit } from './limits.ts';

/** A kind of file that is no spreadsheet that can be read, as its bytes tell. */
export type OtherKind =
  | 'xlsb'
  | 'opendocument'
  | 'numbers'
  | 'document'
  | 'archive'
  | 'html'
  | 'xml'
  | 'pdf'
  | 'picture';

/** What is wrong with a workbook that cannot be read. */
export type Damage =
  /** the archive ends too early, or its directory leads nowhere */
  | 'truncated'
  /** two files of the archive have one name */
  | 'same-name'
  /** a file of the archive is named as if it lay outside of it */
  | 'unsafe-name'
  /** what was unpacked has another length or checksum than is stated, or does not unpack at all */
  | 'unpacking'
  | 'xml'
  /** XML with a document type, which spreadsheets may not have: entities are declared in it */
  | 'doctype'
  | 'nesting'
  /** a file of the archive that another one leads to is missing */
  | 'missing-part'
  /** a file of the archive holds something else than what leads to it says */
  | 'other-part'
  | 'no-sheets'
  | 'same-sheet-name'
  /** an address that no sheet has, or that its row contradicts */
  | 'address'
  /** two cells with one address */
  | 'same-address'
  /** a shared text that is not there */
  | 'shared-string'
  | 'merges';

/** Why a spreadsheet cannot be read. Codes and facts, no prose. */
export type SpreadsheetProblem =
  | { readonly code: 'empty' }
  | { readonly code: 'password' }
  /** a workbook as Excel wrote it up to 2003 */
  | { readonly code: 'old-format' }
  | { readonly code: 'other-kind'; readonly kind: OtherKind }
  /** the name says that it is a workbook, but it is text */
  | { readonly code: 'not-a-workbook'; readonly extension: string }
  /** text in no encoding that is read */
  | { readonly code: 'encoding' }
  /** a quotation mark that is never closed, in the line where it opens */
  | { readonly code: 'open-quote'; readonly line: number }
  /** `part` is the file of the archive in which it was found */
  | { readonly code: 'damaged'; readonly damage: Damage; readonly part?: string }
  /** `found` is how many there are, where that is known */
  | {
      readonly code: 'limit';
      readonly limit: SpreadsheetLimit;
      readonly most: number;
      readonly found?: number;
      readonly sheet?: string;
    };

/** A spreadsheet cannot be read. */
export class SpreadsheetError extends Error {
  readonly problem: SpreadsheetProblem;

  constructor(problem: SpreadsheetProblem) {
    super(JSON.stringify(problem));
    this.problem = problem;
  }
}

/** @returns what to throw for a workbook that is damaged */
export function damaged(damage: Damage, part?: string): SpreadsheetError {
  return new SpreadsheetError({ code: 'damaged', damage, ...(part !== undefined && { part }) });
}

/** @throws SpreadsheetError if there is more of something than a limit allows */
export function refuseMore(
  found: number,
  limit: SpreadsheetLimit,
  limits: Readonly<Record<SpreadsheetLimit, number>>,
  sheet?: string,
): void {
  const most = limits[limit];
  if (found > most)
    throw new SpreadsheetError({
      code: 'limit',
      limit,
      most,
      ...(limit === 'fileBytes' && { found }),
      ...(sheet !== undefined && { sheet }),
    });
}
