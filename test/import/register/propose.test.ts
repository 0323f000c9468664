import { describe, expect, test } from 'vitest';
import { proposeColumns, proposeSection } from '../../../src/import/register/propose.ts';
import { type OfficeSheet, offices } from './offices.ts';
import { officeTable } from './table-of.ts';

/** Whether a column is proposed for what it is: one of its fields, all of them, or none where none is right. */
function judge(
  sheet: OfficeSheet,
): { readonly header: string; readonly verdict: string; readonly said: string }[] {
  const proposals = proposeColumns(officeTable(sheet), sheet.section);
  return sheet.columns.map(({ header, right }, index) => {
    const { state = 'unmapped', targets = [] } = proposals[index] ?? {};
    const rights = [right].flat();
    const isOwn = state !== 'row-number' && targets.every((target) => target.startsWith('x-'));
    const isRight =
      state === 'row-number'
        ? rights.includes('row-number')
        : isOwn
          ? rights.includes('unmapped')
          : targets.every((target) => rights.includes(target));
    return {
      header,
      verdict: isRight ? 'right' : state === 'guess' || state === 'unmapped' ? 'missed' : 'wrong',
      said: `${state} ${targets}`,
    };
  });
}

describe.each(offices)('the registers of the $name', ({ sheets }) => {
  test('are seen to be what they are', () => {
    const seen = sheets.map((sheet) => proposeSection(officeTable(sheet), sheet.sheet.name).section);
    expect(seen).toEqual(sheets.map(({ section }) => section));
  });

  test('have nearly all of their columns mapped or guessed right, and none wrong for certain', () => {
    const columns = sheets.flatMap(judge);
    const right = columns.filter(({ verdict }) => verdict === 'right');
    expect(columns.filter(({ verdict }) => verdict === 'wrong')).toEqual([]);
    expect(right.length / columns.length).toBeGreaterThanOrEqual(0.95);
  });
});
