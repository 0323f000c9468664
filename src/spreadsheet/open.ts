import { archiveKind, compoundKind, kindOf } from './kind.ts';
import { type SpreadsheetLimits, spreadsheetLimits } from './limits.ts';
import { type OtherKind, refuseMore, SpreadsheetError } from './problem.ts';
import { decodeText } from './text/decode.ts';
import { readTable } from './text/read.ts';
import type { Workbook } from './workbook.ts';
import { openArchive } from './xlsx/archive.ts';
import { readXlsx } from './xlsx/read.ts';

/**
 * Reads a spreadsheet: a workbook of Excel, or a table as text, separated by commas or tabs. Its bytes tell which it is. The file
 * is not trusted: nothing in it is run, no link is followed, and no more is unpacked than is read.
 *
 * @param name the name of the file: the one sheet of a text bears it, and a text may not be named as a workbook
 * @throws SpreadsheetError for a file that cannot be read, or more in it than there may be
 */
export function openSpreadsheet(
  bytes: Uint8Array,
  name: string,
  limits: SpreadsheetLimits = spreadsheetLimits,
): Workbook {
  if (bytes.length === 0) throw new SpreadsheetError({ code: 'empty' });
  refuseMore(bytes.length, 'fileBytes', limits);
  const kind = kindOf(bytes);
  switch (kind) {
    case 'archive':
      return openWorkbook(bytes, limits);
    case 'compound':
      throw compoundProblem(bytes);
    case 'text':
      return openText(bytes, name, limits);
    default:
      throw otherKind(kind);
  }
}

function openWorkbook(bytes: Uint8Array, limits: SpreadsheetLimits): Workbook {
  // Other archives than ZIP are told apart by nothing more.
  if (bytes[0] !== 0x50) throw otherKind('archive');
  const archive = openArchive(bytes, limits);
  const kind = archiveKind(archive.names);
  if (kind !== 'xlsx') throw otherKind(kind);
  return readXlsx(archive, limits);
}

function compoundProblem(bytes: Uint8Array): SpreadsheetError {
  const kind = compoundKind(bytes);
  return kind === 'document' ? otherKind(kind) : new SpreadsheetError({ code: kind });
}

function openText(bytes: Uint8Array, name: string, limits: SpreadsheetLimits): Workbook {
  const extension = /\.(xls[xmb]?|xlt[xm]?|ods|numbers)$/i.exec(name)?.[1];
  if (extension !== undefined)
    throw new SpreadsheetError({ code: 'not-a-workbook', extension: extension.toLowerCase() });
  return readTable(decodeText(bytes).text, name, limits);
}

function otherKind(kind: OtherKind): SpreadsheetError {
  return new SpreadsheetError({ code: 'other-kind', kind });
}
