import fc from 'fast-check';
import { expect, it } from 'vitest';
import { inventoryShape } from '../../../generated/shapes.ts';
import { factsOf } from '../../../src/export/like/target.ts';
import { sameFact } from '../../../src/import/merge/same-fact.ts';
import { recordShape, shapeAt } from '../../../src/schema/shape.ts';
import { columnName, type Sheet } from '../../../src/spreadsheet/workbook.ts';
import { offices } from '../../import/register/offices.ts';
import { type XlsxSheet, xlsxOf } from '../../support/xlsx.ts';
import { importedRegister } from './registers.ts';

/** How often each office changes its inventory: a few times in each run of all tests, more where SEKISHO_FULL asks for it. */
const runs = (process.env['SEKISHO_FULL'] ?? '') === '' ? 3 : 30;

/** Which fact is changed, and what is made of it. */
const edit = fc.record({
  section: fc.nat(),
  record: fc.nat(),
  fact: fc.nat(),
  choice: fc.nat(),
  how: fc.constantFrom('change', 'change', 'change', 'remove', 'add'),
});

function written({ name, rows, merges }: Sheet): XlsxSheet {
  const grid: string[][] = [];
  for (const { number, cells } of rows)
    for (const [column, { text }] of cells) {
      const row = grid[number - 1] ?? [];
      row[column - 1] = text;
      grid[number - 1] = row;
    }
  const address = (row: number, column: number) => `${columnName(column)}${row}`;
  return {
    name,
    rows: Array.from(grid, (row) => Array.from(row ?? [], (text) => text)),
    merges: merges.map(({ top, left, bottom, right }) => `${address(top, left)}:${address(bottom, right)}`),
  };
}

/** Another value that the field may have. */
function otherValue(section: string, path: string, value: unknown, choice: number): unknown {
  const pick = (...items: readonly unknown[]) => items[choice % items.length];
  if (path.startsWith('x-')) return pick('別の文', '=SUM(A1)', '二行の\n文', '○');
  const record = recordShape(inventoryShape, section);
  const shape = record && shapeAt(record, path.split('.'));
  if (typeof value === 'boolean') return !value;
  if (Array.isArray(value))
    return value.every((one) => typeof one === 'string') ? pick([...value].reverse(), value.slice(1)) : value;
  if (shape?.format !== undefined) return pick('R8.10.1', '令和9年3月31日', '2026-12-24', '2026-04');
  if (shape?.choices !== undefined) return pick(...Object.keys(shape.choices));
  if (shape?.types.includes('integer'))
    return shape.types.includes('string') ? pick(1, 2, '機密性3', '２') : pick(100, 2000);
  if (shape?.refersTo !== undefined) return value;
  return pick('別の文', '税務課長', '=1+1', '総務課');
}

it.each(offices)(
  'whatever people change in the inventory of an office ($name) is in its register, or listed',
  async (office) => {
    const bytes = xlsxOf({ sheets: office.sheets.map(({ sheet }) => written(sheet)) });
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        await importedRegister('台帳.xlsx', bytes, async (register) => {
          const { inventory } = register;
          // What the sheets only name has no cells of its own.
          const sections = [...new Set(office.sheets.map(({ section }) => section))];
          for (const { section: s, record: r, fact: f, choice, how } of edits) {
            const section = sections[s % sections.length] ?? '';
            const record = inventory[section]?.[r % (inventory[section]?.length ?? 1)] ?? {};
            const facts = factsOf(record).filter(([path]) => path !== 'name' && path !== 'division');
            const [path, value] = facts[f % Math.max(facts.length, 1)] ?? [];
            if (path === undefined) continue;
            change(
              record,
              how === 'add' ? 'x-手書き' : path,
              how === 'remove'
                ? undefined
                : how === 'add'
                  ? '手で書いた'
                  : otherValue(section, path, value, choice),
            );
          }
          const result = await register.like();
          await register.save();
          const again = await register.importAgain(result.bytes);
          expect(again.code, again.stdout).toBe(0);
          for (const section of sections)
            for (const [index, record] of (inventory[section] ?? []).entries()) {
              const [before, after] = [
                new Map(factsOf(record)),
                new Map(factsOf(again.after[section]?.[index] ?? {})),
              ];
              for (const path of new Set([...before.keys(), ...after.keys()]))
                expect(
                  sameFact(section, path, before.get(path), after.get(path)),
                  `${section} ${path} ${before.get(path)} ${after.get(path)}`,
                ).toBe(true);
            }
          // What the register does not say now is listed.
          const listed = result.notWritten;
          const kept = again.stdout.match(/のままにします/g) ?? [];
          expect(kept.length, again.stdout).toBeLessThanOrEqual(listed.length);
        });
      }),
      { numRuns: runs },
    );
  },
  120_000,
);

function change(record: Record<string, unknown>, path: string, value: unknown): void {
  const keys = path.startsWith('x-') ? [path] : path.split('.');
  let at: Record<string, unknown> = record;
  for (const key of keys.slice(0, -1)) {
    at[key] ??= {};
    at = at[key] as Record<string, unknown>;
  }
  const last = keys.at(-1) ?? '';
  if (value === undefined) delete at[last];
  else at[last] = value;
}
