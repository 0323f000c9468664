import { expect, it } from 'vitest';
import { spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import type { SpreadsheetProblem } from '../../src/spreadsheet/problem.ts';
import { wordSpreadsheetProblem } from '../../src/spreadsheet/words.ts';

it('Every problem says what is wrong and what to do, in both languages.', () => {
  const limits = Object.entries(spreadsheetLimits).map(
    ([limit, most]) => ({ code: 'limit', limit, most, found: most + 1 }) as SpreadsheetProblem,
  );
  const problems: readonly SpreadsheetProblem[] = [
    { code: 'empty' },
    { code: 'password' },
    { code: 'old-format' },
    { code: 'not-a-workbook', extension: 'xlsx' },
    { code: 'encoding' },
    { code: 'open-quote', line: 3 },
    { code: 'other-kind', kind: 'opendocument' },
    { code: 'damaged', damage: 'truncated' },
    { code: 'damaged', damage: 'missing-part', part: 'xl/workbook.xml' },
    { code: 'limit', limit: 'rows', most: 200_000, sheet: '台帳' },
    ...limits,
  ];
  for (const problem of problems) {
    const { ja, en } = wordSpreadsheetProblem(problem);
    expect(ja).toMatch(/。.+(ください)$/);
    expect(en).toMatch(/^(is|has) .*; .*[^.]$/);
  }
});

it('Limits are named with their numbers.', () => {
  expect(
    wordSpreadsheetProblem({
      code: 'limit',
      limit: 'fileBytes',
      most: 100 * 1024 * 1024,
      found: 101 * 1024 * 1024,
    }),
  ).toEqual({
    ja: 'ファイルの大きさが上限（100 MB）を超えています（101 MB）。課ごとなどに分けて保存してください',
    en: 'has more bytes than the 100 MB allowed (101 MB); split it, for instance by division',
  });
  expect(wordSpreadsheetProblem({ code: 'limit', limit: 'columns', most: 2000, sheet: '台帳' }).ja).toBe(
    'シート「台帳」の文字の入った列の数が上限（2,000）を超えています。表のほかに文字が入っていないか確かめ、不要な列や行を削除してください',
  );
});
