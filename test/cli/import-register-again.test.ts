import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inOffice, type Office } from '../support/office.ts';

const header = '管理番号,情報資産の名称,所管課,備考,保管場所,機密性';
const rows = ['A-1,住民票,市民課,毎月更新,電算室,機密性3', 'A-2,税台帳,税務課,,書庫,機密性2'];
const csv = (lines: readonly string[]) => `${header}\n${lines.join('\n')}\n`;
const stateFile = '台帳/register.import.json';
const inventoryFile = '台帳/assets.yaml';
const argv = ['資産.csv', '--section', 'assets', '--accept-guesses', '--out', '台帳'];

/** Takes away what lets an import pass over files, so that it goes the whole way. */
async function forgetLeft(office: Office): Promise<void> {
  await office.put(stateFile, (await office.text(stateFile)).replace(/\],"left":\{[\s\S]*$/, ']}\n'));
}

type Change = (office: Office) => Promise<void>;

const replacing =
  (file: string, from: string | RegExp, to: string): Change =>
  async (office) =>
    office.put(file, (await office.text(file)).replace(from, to));

const changes: Readonly<Record<string, Change>> = {
  'a comment in the YAML': replacing(inventoryFile, 'name: 住民票', 'name: 住民票 # 確認済み'),
  'a field of the register changed in the YAML': replacing(inventoryFile, '毎月更新', '毎年更新'),
  'a field added to the YAML': replacing(
    inventoryFile,
    '    name: 税台帳',
    '    name: 税台帳\n    x-手書き: あ',
  ),
  'a record added to the YAML': replacing(
    inventoryFile,
    'assets:',
    'assets:\n  - id: 手書き\n    name: 手書きの資産',
  ),
  'a record removed from the YAML': replacing(inventoryFile, /\n {2}- id: A-2[\s\S]*$/, ''),
  'broken YAML': replacing(inventoryFile, 'assets:', 'assets: ['),
  'no facilities': (office) => office.put('台帳/facilities.yaml', 'facilities: []\n'),
  'facilities beside the assets': replacing(
    inventoryFile,
    'assets:',
    'facilities:\n  - id: room-3\n    name: 書庫\nassets:',
  ),
  'a facility that people wrote': (office) =>
    office.put('台帳/庁舎.yaml', 'facilities:\n  - id: room\n    name: 電算室\n'),
  'another that is called the same': (office) =>
    office.put('台帳/別館.yaml', 'facilities:\n  - id: room-2\n    name: 書庫\n'),
  'an asset of the same id elsewhere': (office) =>
    office.put('台帳/別.yaml', 'assets:\n  - id: A-1\n    name: 別の資産\n'),
  'a cell changed': replacing('資産.csv', '税務課', '収税課'),
  'a row more': replacing('資産.csv', '\nA-2', '\nA-3,選挙人名簿,選管,,書庫,機密性3\nA-2'),
  'a row less': replacing('資産.csv', `${rows[1]}\n`, ''),
  'a column more': replacing('資産.csv', header, `${header},担当者`),
  'an answer in the mapping': replacing('台帳/register.mapping.yaml', '備考', '摘要'),
  'no mapping': (office) => office.put('台帳/register.mapping.yaml', ''),
  'a record that the state forgot': async (office) => {
    const text = await office.text(stateFile);
    await office.put(stateFile, text.replace(/\{"section":"assets","id":"A-1"[^\n]*\n/, ''));
  },
  'a facility that the state forgot': replacing(stateFile, /\{"section":"facilities"[^\n]*\n/, ''),
  'a facility among those that were made': replacing(
    '台帳/facilities.yaml',
    'facilities:',
    'facilities:\n  - id: room-9\n    name: 地下書庫',
  ),
  'a row that names it': replacing('資産.csv', '\nA-2', '\nA-4,戸籍,市民課,,地下書庫,機密性3\nA-2'),
  'a digest that is no more': replacing(stateFile, '"assets":"', '"assets":"0'),
  'what git left of a merge': replacing(stateFile, '"above"', '<<<<<<< a\n"above"'),
};

/** Every change once, and some that are made up; more of these where SEKISHO_FULL asks for the long form. */
const madeUp = (process.env['SEKISHO_FULL'] ?? '') === '' ? 10 : 200;

const options = fc.subarray(['--check', '--dry-run', '--prune', '--adopt']);

describe('an import into files that are as the last one left them', () => {
  it('does not read them', async () => {
    await inOffice({ '資産.csv': csv(rows) }, async (office) => {
      await office.imports(...argv.slice(0, 4));
      const again = await office.imports(...argv.slice(0, 4));
      expect(again.stdout).toContain('変更はありません');
      // What nobody reads may be anything, as long as its digest says that it is what the import left.
      const unread = 'assets: [\n';
      const digest = createHash('sha256').update(unread).digest('hex');
      const state = await office.text(stateFile);
      await office.put(inventoryFile, unread);
      await office.put(stateFile, state.replace(/"assets":"[0-9a-f]{64}"/, `"assets":"${digest}"`));
      expect(await office.imports(...argv.slice(0, 4))).toEqual(again);
      await forgetLeft(office);
      await office.refuses(2, ...argv.slice(0, 4));
    });
  });

  it('says and does what it would if it read them, whatever has changed', async () => {
    const examples = Object.keys(changes).flatMap((name): [string[], string[], string[][]][] => [
      [[name], [], [[]]],
      [[name, 'a cell changed'], [], [['a row that names it']]],
    ]);
    await fc.assert(
      fc.asyncProperty(
        fc.subarray(Object.keys(changes), { maxLength: 3 }),
        options,
        fc.array(fc.subarray(Object.keys(changes), { maxLength: 2 }), { maxLength: 1 }),
        async (first, given, then) => {
          const ways = await Promise.all(
            [false, true].map(async (isWhole) => {
              const told: unknown[] = [];
              await inOffice({ '資産.csv': csv(rows) }, async (office) => {
                await office.imports(...argv.slice(0, 4));
                for (const names of [first, ...then]) {
                  for (const name of names) await changes[name]?.(office);
                  if (isWhole) await forgetLeft(office);
                  const { code, stdout, stderr } = await office.run(...argv, ...given);
                  told.push({ code, stdout, stderr }, [...(await contents(office))]);
                }
              });
              return told;
            }),
          );
          expect(ways[0]).toEqual(ways[1]);
        },
      ),
      { numRuns: examples.length + madeUp, examples },
    );
  });

  it('reads a state that says nothing of files, and leaves it as it is', async () => {
    await inOffice({ '資産.csv': csv(rows) }, async (office) => {
      await office.imports(...argv.slice(0, 4));
      await forgetLeft(office);
      const before = await office.files();
      await office.imports(...argv.slice(0, 4), '--check');
      expect(await office.files()).toEqual(before);
    });
  });
});

/** What the files hold, but for what lets imports pass over some. */
async function contents(office: Office): Promise<ReadonlyMap<string, string>> {
  const files = await office.files();
  return new Map(
    [...files].map(([name, content]) => [
      name,
      content.replace(/^[\d.]+ /, '').replace(/\],"left":\{[\s\S]*$/, ']}\n'),
    ]),
  );
}
