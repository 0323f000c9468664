import { stateFileName } from '../../register/file-name.ts';
import type { SourceWords } from '../merge/merge-words.ts';

/** How messages name a register and its rows and cells. */
export const registerSource: SourceWords = {
  stateFile: stateFileName,
  whole: { ja: '表', en: 'the register' },
  entry: { ja: '行', en: 'the row' },
  rowOf: ({ file, sheet, row }) => ({
    ja: `${file} ${sheet}の${row}行目`,
    en: `row ${row} of ${file} ${sheet}`,
  }),
  cellOf: ({ source: { file, sheet }, cell }) => {
    const place = `${file} ${sheet}!${cell}`;
    return { ja: place, en: place };
  },
};
