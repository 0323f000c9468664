import type { CellStyle } from '../../spreadsheet/layout.ts';

/** How the cells of a workbook look. */
export const looks = {
  /** over the columns of records */
  header: { bold: true, colour: 'FFFFFF', fill: '1F4E78', border: true, wrap: true, centred: true },
  /** over what a policy asks for, in a register to be filled in */
  asked: { bold: true, colour: '000000', fill: 'FFD966', border: true, wrap: true, centred: true },
  /** over what sekisho found */
  found: { bold: true, colour: '404040', fill: 'D9D9D9', border: true, wrap: true, centred: true },
  cell: { border: true, wrap: true },
  title: { bold: true, size: 16 },
  heading: { bold: true, size: 12, colour: '1F4E78' },
  text: { wrap: true },
  label: { bold: true, fill: 'F2F2F2', border: true, wrap: true },
  value: { border: true, wrap: true },
} as const satisfies Readonly<Record<string, CellStyle>>;
