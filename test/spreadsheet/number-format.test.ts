import { describe, expect, it } from 'vitest';
import { builtInFormat, formatOf, shownNumber } from '../../src/spreadsheet/xlsx/number-format.ts';

const shown = (value: number, format: string | number, from1904 = false) =>
  shownNumber(value, typeof format === 'number' ? builtInFormat(format) : formatOf(format), from1904);

describe('a number', () => {
  it.each([
    [0.1 + 0.2, 'General', '0.3'],
    [1e21, 'General', '1000000000000000000000'],
    [12_345_678_901_234, '0', '12345678901234'],
    [-0.000001234, 'General', '-0.000001234'],
    [1234.5, '#,##0', '1234.5'],
    [-1234, '#,##0;[Red](#,##0)', '-1234'],
    [0, 'General', '0'],
    [-0, 'General', '0'],
    [0.8, '0%', '80%'],
    [0.57, '0%', '57%'],
    [0.805, '0%', '80.5%'],
    [1, '0.0%', '100.0%'],
    [1, '000', '001'],
    [12, '"No."000', '012'],
    [600_000, '000-0000', '0600000'],
    [312_345_678, '[<=99999999]####-####;\\(00\\)\\ ####-####', '0312345678'],
    [2.1, '0.00', '2.10'],
    [5, '0.00', '5.00'],
    [1.25, '# ?/?', '1.25'],
    [12_000, '0.00E+00', '12000.00'],
    [86, '0"台"', '86'],
    [86, 'General"台"', '86'],
    [86, 'G/標準', '86'],
    [1000, '[$¥-411]#,##0', '1000'],
    [1000, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '1000'],
    [0, '_ * #,##0_ ;_ * \\-#,##0_ ;_ * "-"_ ;_ @_ ', '0'],
    [7, '@', '7'],
    [3, '[DBNum3]General', '3'],
  ])('%d as %s is %s', (value, format, expected) => {
    expect(shown(value, format)).toBe(expected);
  });

  it.each([
    [1, '[=1]"有";[=0]"無";General', '有'],
    [0, '[=1]"有";[=0]"無";General', '無'],
    [2, '[=1]"有";[=0]"無";General', '2'],
    [0, '0;-0;', ''],
    [5, ';;;', ''],
    [1, '"○";;"×"', '○'],
    [0, '"○";;"×"', '×'],
  ])('%d as %s is shown as the words it stands for: %s', (value, format, expected) => {
    expect(shown(value, format)).toBe(expected);
  });
});

describe('a day', () => {
  it.each([
    [14, '2026-04-01'],
    [15, '2026-04-01'],
    [16, '2026-04-01'],
    [17, '2026-04'],
    [22, '2026-04-01 10:30'],
    [27, '2026-04-01'],
    [28, '2026-04-01'],
    [30, '2026-04-01'],
    [31, '2026-04-01'],
    [34, '2026-04'],
    [35, '2026-04-01'],
    [36, '2026-04-01'],
    [50, '2026-04-01'],
    [52, '2026-04'],
    [55, '2026-04'],
    [58, '2026-04-01'],
    ['yyyy/m/d', '2026-04-01'],
    ['YYYY"年"M"月"D"日"', '2026-04-01'],
    ['[$-411]ggge"年"m"月"d"日";@', '2026-04-01'],
    ['[$-ja-JP-x-gannen]ggge"年"m"月"d"日"', '2026-04-01'],
    ['ge.m.d', '2026-04-01'],
    ['ge-m-d', '2026-04-01'],
    ['[Red]yyyy\\-mm\\-dd', '2026-04-01'],
    ['yyyy/mm', '2026-04'],
    ['yyyy"年"m"月"', '2026-04'],
    ['ggge"年"m"月"', '2026-04'],
    ['mmm-yy', '2026-04'],
    ['ggge"年度"', '2026'],
    ['yyyy/m/d(aaa)', '2026-04-01'],
    ['aaaa', '2026-04-01'],
    ['yyyy/m/d h:mm', '2026-04-01 10:30'],
    ['m/d h:mm:ss', '2026-04-01 10:30:00'],
    ['h:mm', '10:30'],
    ['h"時"mm"分"ss"秒"', '10:30:00'],
    ['h:mm AM/PM', '10:30'],
    ['"d"0', '46113.4375'],
    ['0"年"', '46113.4375'],
  ])('as %s is %s', (format, expected) => {
    expect(shown(46_113 + 10.5 / 24, format)).toBe(expected);
  });

  it('is a duration where its hours go on beyond 24', () => {
    expect(shown(1.0625, '[h]:mm')).toBe('25:30');
    expect(shown(0.5, '[mm]')).toBe('12:00');
  });

  it('is right on both sides of the day that 1900 did not have, which is none', () => {
    expect([0, 1, 59, 60, 61].map((serial) => shown(serial, 'yyyy/m/d'))).toEqual([
      '0',
      '1900-01-01',
      '1900-02-28',
      '60',
      '1900-03-01',
    ]);
  });

  it('stays a number where there is no such day', () => {
    expect(shown(2_958_465, 14)).toBe('9999-12-31');
    expect(shown(2_958_466, 14)).toBe('2958466');
    expect(shown(-1, 14)).toBe('-1');
    expect(shown(1e300, 14)).toMatch(/^10{300}$/);
    expect(shown(0.5, 'yyyy/m/d h:mm')).toBe('0.5');
  });

  it('is not a minute early by the noise of fractions', () => {
    for (let minute = 0; minute < 24 * 60; minute += 1)
      expect(shown(46_113 + minute / 1440, 'h:mm')).toBe(
        `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
      );
  });
});
