/**
 * How much of one spreadsheet is taken in at most, so that no file can keep a run busy without end or use up the memory.
 * The registers of a large city stay far below. A workbook of as much as there may be takes some 5 seconds and 400 MB.
 */
export const spreadsheetLimits = {
  /** bytes of the file */
  fileBytes: 100 * 1024 * 1024,
  /** bytes that the parts of it which are read unpack to, together: five times those of 20,000 rows of 25 columns */
  unpackedBytes: 128 * 1024 * 1024,
  /** how many times larger a part gets by unpacking, once it is large: XML of sheets reaches 20, at times 100, and bombs 1,000 */
  unpackingFactor: 200,
  /** files in the archive that a workbook is */
  entries: 10_000,
  sheets: 200,
  /** rows of one sheet in which something stands */
  rows: 200_000,
  /** columns of one sheet in which something stands */
  columns: 2000,
  /** cells of all sheets in which something stands: four times as many as 20,000 rows of 25 columns have */
  cells: 2_000_000,
  /** texts that a workbook keeps once for all of its cells */
  sharedStrings: 2_000_000,
  /** characters of one cell: what Excel allows */
  cellCharacters: 32_767,
  /** merged areas of one sheet */
  merges: 500_000,
} as const;

/** What is limited. */
export type SpreadsheetLimit = keyof typeof spreadsheetLimits;

export type SpreadsheetLimits = Readonly<Record<SpreadsheetLimit, number>>;
