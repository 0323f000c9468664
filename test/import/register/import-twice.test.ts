import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { sekisho } from '../../support/cli.ts';
import { inFolder } from '../../support/load.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.4 : 1;

const headers = ['管理番号', '情報資産の名称', '所管課', '機密性', '備考', '担当者', '摘要'];

/** A row, by what tells it from all others; its cells repeat that, so that a cell of another row would be seen. */
type Row = Readonly<Record<'key' | 'secrecy' | 'notes' | 'free', string>>;

const text = fc.constantFrom(
  '',
  '毎月',
  'a: "b" #c',
  '=1+1',
  '二行\n目',
  '-',
  '○',
  '０１',
  'null',
  'x'.repeat(70),
);
const rowOf = (key: string) =>
  fc.record({
    key: fc.constant(key),
    secrecy: fc.constantFrom('機密性1', '機密性２', ''),
    notes: text,
    free: text,
  });
const rows = fc
  .uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 12 })
  .chain((keys) => fc.tuple(...keys.map((key) => rowOf(`甲${key}`))));

/** What happens to the sheet and the YAML between two imports. */
const edits = fc.record({
  order: fc.infiniteStream(fc.integer()),
  removed: fc.integer({ min: 0, max: 2 }),
  added: fc.array(
    fc.integer({ min: 100, max: 140 }).chain((key) => rowOf(`甲${key}`)),
    { maxLength: 3 },
  ),
  changed: text,
  comment: fc.constantFrom('', ' # 確認済み', '\n    # 手で書いた\n    x-手書き: あ'),
});

function csvOf(all: readonly Row[], isNumbered: boolean): string {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const lines = all.map(({ key, secrecy, notes, free }) => [
    isNumbered ? `N-${key}` : '',
    `資産${key}`,
    '総務課',
    secrecy,
    notes && `${key} ${notes}`,
    `担当${key}`,
    free && `${key} ${free}`,
  ]);
  return [headers, ...lines].map((line) => line.map(quoted).join(',')).join('\n');
}

it('an import after any change loses no fact, mixes no two records, and is no change the next time', async () => {
  await fc.assert(
    fc.asyncProperty(
      rows,
      edits,
      fc.boolean(),
      async (first, { order, removed, added, changed, comment }, isNumbered) => {
        await inFolder({ '情報資産.csv': csvOf(first, isNumbered) }, async (directory) => {
          const run = async (...more: string[]) => {
            const argv = [
              'import',
              'register',
              '情報資産.csv',
              '--section',
              'assets',
              '--out',
              '台帳',
              '--accept-guesses',
              ...more,
            ];
            const done = await sekisho(argv, { directory });
            expect(done, done.stdout + done.stderr).toMatchObject({ code: 0, stderr: '' });
          };
          const file = path.join(directory, '台帳/assets.yaml');
          await run();
          const ids = idsByName(await readFile(file, 'utf8'));
          const [edited] = first;
          const kept = first.slice(removed).map((row) => (row === edited ? { ...row, notes: changed } : row));
          const unique = added.filter(
            ({ key }, index) => added.findIndex((one) => one.key === key) === index,
          );
          const ranks = new Map([...kept, ...unique].map((row) => [row, order.next().value as number]));
          const next = [...ranks.keys()].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0));
          await writeFile(path.join(directory, '情報資産.csv'), csvOf(next, isNumbered));
          const name = `    name: 資産${first.at(-1)?.key}`;
          await writeFile(file, (await readFile(file, 'utf8')).replace(`${name}\n`, `${name}${comment}\n`));
          await run('--prune');
          const after = await readFile(file, 'utf8');
          if (comment !== '') expect(after).toContain(comment.trim().split('\n')[0]);
          const records: Record<string, unknown>[] = parse(after).assets;
          expect(records.map((record) => record['name']).sort()).toEqual(
            next.map(({ key }) => `資産${key}`).sort(),
          );
          for (const row of next) {
            const record = records.find((one) => one['name'] === `資産${row.key}`);
            const said = Object.values(record ?? {}).map(String);
            expect(said).toContain(`担当${row.key}`);
            for (const cell of [row.notes, row.free])
              if (cell !== '') expect(said).toContain(`${row.key} ${cell}`);
            if (ids.has(`資産${row.key}`)) expect(record?.['id']).toBe(ids.get(`資産${row.key}`));
            for (const one of said.filter((value) => /甲\d+/.test(value)))
              expect(one).toMatch(new RegExp(`${row.key}(?!\\d)`));
          }
          await run('--check');
        });
      },
    ),
    { numRuns: 40 * share },
  );
});

function idsByName(yaml: string): ReadonlyMap<unknown, unknown> {
  const records: Record<string, unknown>[] = parse(yaml).assets;
  return new Map(records.map(({ name, id }) => [name, id]));
}
