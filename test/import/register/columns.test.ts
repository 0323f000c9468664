import { describe, expect, test } from 'vitest';
import { listSections } from '../../../generated/records.ts';
import { cellOf, columnsOf } from '../../../src/import/register/columns.ts';
import { matchHeader } from '../../../src/import/register/match-header.ts';
import { sectionFields } from '../../../src/import/register/section-fields.ts';
import { readCell } from '../../../src/import/register/values.ts';

describe.each(listSections)('the columns of %s', (section) => {
  test('are one for each field, with headers that differ', () => {
    const columns = columnsOf(section);
    expect(columns.map(({ target }) => target).toSorted()).toEqual(
      sectionFields(section)
        .map(({ target }) => target)
        .toSorted(),
    );
    expect(new Set(columns.map(({ header }) => header)).size).toBe(columns.length);
    expect(columns.slice(0, 2).map(({ target }) => target)).toEqual(['id', 'name']);
  });

  test('have headers that an import takes for them and nothing else', () => {
    for (const { header, target } of columnsOf(section)) {
      const match = matchHeader(header, section);
      expect([header, match?.known.targets, match?.question]).toEqual([header, [target], undefined]);
    }
  });

  test('offer words that an import reads back as their choices', () => {
    for (const column of columnsOf(section)) {
      const shape = sectionFields(section).find(({ target }) => target === column.target)?.shape;
      const choices = Object.keys((shape?.items ?? shape)?.choices ?? {});
      if (column.kind === 'choice' && column.target !== 'layer')
        for (const choice of choices) {
          const cell = cellOf(column, choice);
          expect([column.target, choice, column.choices.includes(String(cell))]).toEqual([
            column.target,
            choice,
            true,
          ]);
          expect(readCell(String(cell), column.target, section)).toMatchObject({
            values: [{ path: column.target, value: choice }],
          });
        }
      if (column.kind === 'words') {
        const cell = cellOf(column, choices);
        expect(readCell(String(cell), column.target, section)).toMatchObject({
          values: [{ path: column.target, value: choices }],
        });
      }
      if (column.kind === 'yes-no')
        for (const answer of [true, false]) {
          const cell = cellOf(column, answer);
          expect(column.choices).toContain(cell);
          expect(readCell(String(cell), column.target, section)).toMatchObject({
            values: [{ path: column.target, value: answer }],
          });
        }
    }
  });

  test('say in Japanese what to write', () => {
    for (const { prompt } of columnsOf(section)) expect(prompt).toMatch(/[ぁ-んァ-ヶ一-龠]/u);
  });
});

describe('a cell', () => {
  const column = (target: string) => {
    const found = columnsOf('assets').find((one) => one.target === target);
    if (found === undefined) throw new Error(target);
    return found;
  };

  test('holds a day as a day, and an era as it was written', () => {
    expect(cellOf(column('disposal.date'), '2026-04-01')).toEqual({ day: '2026-04-01' });
    expect(cellOf(column('disposal.date'), '令和8年4月1日')).toBe('令和8年4月1日');
    expect(cellOf(column('disposal.date'), '2026-04')).toBe('2026-04');
    expect(cellOf(column('disposal.date'), false)).toBe('未実施');
  });

  test('is none where an import would read something else', () => {
    expect(cellOf(column('name'), '同上')).toBeUndefined();
    expect(cellOf(column('quantity'), '不明')).toBeUndefined();
    expect(cellOf(column('businessPurpose'), ' 前に空白')).toBeUndefined();
    expect(cellOf(column('manager'), '山田太郎')).toBeUndefined();
  });

  test('holds a field of several items a line each', () => {
    expect(cellOf(column('copies[].location'), ['本庁舎 書庫', '支所 書庫'])).toBe('本庁舎 書庫\n支所 書庫');
  });
});
