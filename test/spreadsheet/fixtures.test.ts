import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import type { Cell, Sheet } from '../../src/spreadsheet/workbook.ts';

/** What stands in the register of fixtures/make.py from row 5 on; ~ is crossed out, ! failed. */
const register = [
  '5: 001 | 住民基本台帳①㈱髙～ | 機密性２ | 2 | 2026-04-01 | 2030-03 | 86 | 80.0% | 2026-04-01 10:30 | 改行\nあり',
  '6: 002 | 旧システム~ | 機密性３ | 3 | 2019-05-01 | 2027-12 | 0.3 | 57.5% | 2026-12-31 23:59 | =1+1 は文字"',
  '7: 003 | 住民基本台帳①㈱髙～（写し） | #N/A! | 172 | 12345678901234 | 100% | TRUE',
];

describe('a workbook of another program', () => {
  it('of LibreOffice has all that the sheet shows', () => {
    const [sheet, notes, hidden] = open('libreoffice.xlsx').sheets;
    expect(rows(sheet).slice(3)).toEqual(register);
    expect(sheet?.merges).toHaveLength(4);
    expect(sheet?.merges).toContainEqual({ top: 3, left: 3, bottom: 3, right: 4 });
    expect([...(sheet?.hiddenColumns ?? [])]).toEqual([4]);
    expect(sheet?.rows.filter(({ hidden }) => hidden).map(({ number }) => number)).toEqual([6]);
    expect([notes?.name, notes?.hidden, rows(notes)]).toEqual([
      '記入要領',
      undefined,
      ['2: 　○か×で記入すること'],
    ]);
    expect([hidden?.name, hidden?.hidden, rows(hidden)]).toEqual([
      '作業用',
      true,
      ['1: 09:05:00', '2: 25:30:00'],
    ]);
  });

  it('of a library has the same, but for formulas that nothing has computed', () => {
    const [sheet, ...others] = open('openpyxl.xlsx').sheets;
    expect(rows(sheet).slice(3)).toEqual([
      ...register.slice(0, 2),
      '7: 003 | =B5&"（写し）"! | =NA()! | =G5*2! | 12345678901234 | 100% | TRUE',
    ]);
    const [, ...saved] = open('libreoffice.xlsx').sheets;
    expect(others).toEqual(saved);
  });

  it('is the same as text, with what the sheet shows of days', () => {
    const shown = (text: string) =>
      text
        .replace(/[~!]/g, '')
        .replace('2026-04-01 |', '令和8年4月1日 |')
        .replace('2019-05-01', '令和1年5月1日')
        .replace('2030-03', '2030年3月')
        .replace('2027-12', '2027年12月')
        .replace('2026-04-01 10', '2026/4/1 10')
        .replace('2026-12-31', '2026/12/31');
    for (const name of ['libreoffice-cp932.csv', 'libreoffice-utf16.tsv'])
      expect(rows(open(name).sheets[0]).slice(3)).toEqual(register.map(shown));
  });

  it.each([
    ['libreoffice.xls', { code: 'old-format' }],
    ['libreoffice.ods', { code: 'other-kind', kind: 'opendocument' }],
    ['libreoffice.html', { code: 'other-kind', kind: 'html' }],
  ])('is refused where it is of another kind: %s', (name, problem) => {
    expect(() => open(name)).toThrow(expect.objectContaining({ problem }));
  });
});

function open(name: string) {
  return openSpreadsheet(readFileSync(path.join(import.meta.dirname, 'fixtures', name)), name);
}

function rows(sheet: Sheet | undefined): readonly string[] {
  return (sheet?.rows ?? []).map(
    ({ number, cells }) => `${number}: ${[...cells.values()].map(marked).join(' | ')}`,
  );
}

function marked({ text, struckOut, isError }: Cell): string {
  return `${text}${struckOut ? '~' : ''}${isError ? '!' : ''}`;
}
