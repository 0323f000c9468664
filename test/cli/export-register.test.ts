import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSections } from '../../generated/records.ts';
import { isMapping, type Mapping } from '../../src/base/mapping.ts';
import { mappingOfPaths, stated } from '../../src/import/merge/record-value.ts';
import { type SectionField, sectionFields } from '../../src/import/register/section-fields.ts';
import { loadInventory } from '../../src/inventory/load.ts';
import { spreadsheetLimits } from '../../src/spreadsheet/limits.ts';
import { openSpreadsheet } from '../../src/spreadsheet/open.ts';
import { openArchive } from '../../src/spreadsheet/xlsx/archive.ts';
import { writeXlsx } from '../../src/spreadsheet/xlsx/write.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** How many inventories of all sections are made up: few, since each is large; more where SEKISHO_FULL asks for it. */
const runs = (process.env['SEKISHO_FULL'] ?? '') === '' ? 2 : 20;

const project = path.resolve(import.meta.dirname, '../..');

/** The records of an inventory by section and id, as its files state them. */
async function recordsAt(folder: string): Promise<ReadonlyMap<string, unknown>> {
  const { files } = await loadInventory(
    { tree: workTree, paths: [folder], without: [], evidenceFolders: [] },
    { directory: folder },
  );
  const records = new Map<string, unknown>();
  for (const { yaml } of files)
    for (const { value } of yaml.documents)
      for (const section of listSections)
        for (const record of ((value as Mapping | undefined)?.[section] ?? []) as Mapping[])
          records.set(`${section} ${record['id']}`, inCells(stated(record)));
  return records;
}

/** Levels and ports may be written as numbers or as texts, which the checker reads as the same; a cell gives texts. */
function inCells(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => inCells(item, key));
  if (isMapping(value))
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, inCells(item, name)]));
  const isEither = ['confidentiality', 'integrity', 'availability', 'ports'].includes(key);
  return isEither && typeof value === 'number' ? String(value) : value;
}

/** Exports an inventory and imports the workbook into an empty folder. */
async function roundTrip(folder: string, directory: string, ...options: string[]) {
  const exported = await sekisho(
    ['export', 'register', folder, '--out', '台帳.xlsx', '--as-of', '2026-06-01', ...options],
    { directory },
  );
  expect(exported).toMatchObject({ code: 0 });
  const imported = await sekisho(['import', 'register', '台帳.xlsx', '--out', '取込'], { directory });
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  return { exported, imported, records: await recordsAt(path.join(directory, '取込')) };
}

/** What an import says where something is not certain. */
const asking = /.*(?:問い:|問い [1-9]|推測 [1-9]|作成した記録).*/gu;

describe('an exported register', () => {
  it.each([
    ['town', 'minakami'],
    ['city', 'isesaki'],
    ['small-town', 'minakami'],
    ['second-city', 'kumagaya'],
    ['union', 'isesaki'],
    ['first-steps', 'isesaki'],
  ])('of examples/%s is imported without a question to the same records', (example, policy) =>
    inFolder({}, async (directory) => {
      const folder = path.join(project, 'examples', example);
      const { imported, exported, records } = await roundTrip(folder, directory, '-p', policy);
      expect(imported.stdout.match(asking)).toBeNull();
      expect(exported.stderr).not.toContain('欄に書き表せない');
      expect(Object.fromEntries(records)).toEqual(Object.fromEntries(await recordsAt(folder)));
    }),
  );

  it(
    'loses nothing of records whose cells would be read as something else',
    () =>
      fc.assert(
        fc.asyncProperty(fc.infiniteStream(fc.nat()), async (stream) => {
          const inventory = madeUpInventory(() => stream.next().value ?? 0);
          await inFolder({ '元/台帳.yaml': inEscapes(inventory) }, async (directory) => {
            const { exported, imported, records } = await roundTrip('元', directory, '-p', 'minakami');
            expect(exported.stderr).not.toContain('欄に書き表せない');
            expect(imported.stdout.match(asking)).toBeNull();
            expect(Object.fromEntries(records)).toEqual(
              Object.fromEntries(await recordsAt(path.join(directory, '元'))),
            );
            const again = ['import', 'register', '台帳.xlsx', '--out', '取込', '--check'];
            expect(await sekisho(again, { directory })).toMatchObject({ code: 0, stderr: '' });
          });
        }),
        { numRuns: runs },
      ),
    180_000,
  );
});

/** Texts that registers use for something else, or that sheets would change. */
const oddTexts = [
  ...[
    '同上',
    '〃',
    'なし',
    '－',
    '不明',
    '要',
    '○',
    '×',
    '対象外',
    '合計',
    '小計(総務課)',
    '以上',
    '記入例',
    '※注',
    '【総務課】',
  ],
  ...[
    '=1+1',
    "'そのまま",
    '2026-04-01',
    '0012',
    '1',
    '2',
    '3',
    'true',
    'null',
    '前後の空白 ',
    ' 空白',
    '一行目\n二行目',
    'a: b',
    '# c',
  ],
  ...[
    '山田太郎',
    '総務課長',
    '全課',
    'A、B',
    '①②',
    'がぎぐ',
    '\u200b見えない',
    '名称',
    'id（sekisho）',
    '長い'.repeat(40),
  ],
  // What a sheet would run, count, or write in another way.
  ...['+1', '-1+1', '@SUM(A1)', '=HYPERLINK("http://x","y")', "=cmd|'/c calc'!A0", '#N/A', '*', 'TRUE'],
  ...[
    '0001',
    '1e5',
    '12345678901234567890',
    '１２３',
    '1,000',
    '100%',
    '12:30',
    '1/2',
    '2026/4/1',
    'R8',
    '٣',
  ],
  ...['_x0041_', '_x000D_', '<b>&amp;</b>', ']]>', '&#10;', '<!-- -->', '□有 ☑無', '㈱', '😀👨‍👩‍👧'],
  // What nobody sees, what two characters make up, and what is no text in XML or at all.
  ...[
    '\u202eabc\u202c',
    '\u0007',
    '\u001b[31m',
    '\ufeff印',
    '\u00ad',
    'a\u00a0b',
    '\u0000',
    '\uffff',
    '\ud800',
  ],
  ...['a\r\nb', 'a\rb', 'a\u2028b', 'a\tb', '\n', '　全角　', 'か\u3099'],
  // What YAML reads as something else.
  ...[
    '<<',
    '&a',
    '*a',
    '!!js/function x',
    '? a',
    '- a',
    '|',
    '%YAML',
    '---',
    '{a: b}',
    '[a]',
    '"',
    '\\',
    '~',
  ],
];

/** Keys of people's own. */
const ownKeys = [
  ...['x-担当者', 'x-=1+1', 'x-a: b', 'x-<<', 'x-__proto__', 'x-constructor', 'x-a b', 'x-a/b', 'x-a.b'],
  ...['x-名称', 'x-id', 'x-合計', 'x-1', 'x-A', 'x-Ａ', 'x-a\tb', 'x-a\nb', 'x-備考[1]', 'x-#', 'x-"'],
];

/** YAML in which characters that must not stand there as they are, or that the file would change, are written in escapes. */
function inEscapes(inventory: unknown): string {
  return JSON.stringify(inventory).replaceAll(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Records of all sections, with a value of some kind in each field. */
function madeUpInventory(next: () => number): Record<string, unknown> {
  const pick = <Item>(items: readonly Item[]): Item => items[next() % items.length] as Item;
  return Object.fromEntries(
    listSections.map((section) => [
      section,
      Array.from({ length: 6 }, (_, index) => {
        const fields = sectionFields(section).filter(({ target }) => !['id', 'name'].includes(target));
        const values = new Map<string, unknown>();
        const items = new Map<string, Record<string, unknown>[]>();
        for (const field of fields) {
          if (next() % 3 === 0) continue;
          const [list = '', name] = field.target.split('[].');
          if (name === undefined) values.set(field.target, madeUpValue(field, pick));
          else {
            const own =
              items.get(list) ??
              Array.from({ length: 1 + (next() % 2) }, () => ({ ...requiredIn(list, index) }));
            items.set(list, own);
            for (const item of own) if (next() % 4 > 0) item[name] = madeUpValue(field, pick);
          }
        }
        for (const [list, own] of items) values.set(list, next() % 5 === 0 ? [] : own);
        if (next() % 2 === 0)
          values.set(
            pick(ownKeys),
            pick<unknown>([...oddTexts, 12, 1.5, true, ['a'], { b: 1 }, [], [{ a: '=1' }]]),
          );
        const id = pick([
          `${section}-${index}`,
          `${index + 1}`,
          `a/${index}`,
          `番号 ${index}`,
          `${section}:${index}`,
        ]);
        return { id, name: pick(oddTexts), ...mappingOfPaths({}, values.entries()) };
      }),
    ]),
  );
}

function requiredIn(list: string, index: number): Record<string, unknown> {
  return list === 'evidence'
    ? { path: `証拠/${index}.pdf` }
    : list === 'copies'
      ? { location: '書庫' }
      : { name: `名称${index}` };
}

function madeUpValue({ shape }: SectionField, pick: <Item>(items: readonly Item[]) => Item): unknown {
  const choices = Object.keys((shape.items ?? shape).choices ?? {});
  if (shape.items !== undefined) {
    const one = () => (choices.length > 0 ? pick(choices) : pick(['10.0.0.0/24', '443', ...oddTexts]));
    return pick([[], [one()], [...new Set([one(), one()])]]);
  }
  if (choices.length > 0) return pick(choices);
  if (shape.format !== undefined)
    return pick<unknown>([
      '2026-04-01',
      '令和8年4月1日',
      '2026-04',
      '令和7年度',
      'R8.4.1',
      '1900-01-01',
      false,
    ]);
  const { types } = shape;
  if (types.every((type) => type === 'boolean')) return pick([true, false]);
  if (types.every((type) => type === 'integer')) return pick([0, 1, 90, 365, 12_345]);
  return pick<unknown>([
    ...oddTexts,
    ...(types.includes('integer') ? [1, 2] : []),
    ...(types.includes('boolean') ? [false] : []),
  ]);
}

describe('sekisho export register', () => {
  const inventory = `
organization: { name: 関所町 }
assets:
  - { id: juki, name: 住民基本台帳, form: electronic, division: 市民課, classification: { confidentiality: 2 }, encryption: { atRest: false } }
  - { id: kami, name: 申請書, form: paper, classification: { confidentiality: 2 } }
`;

  const run = (directory: string, ...argv: string[]) => sekisho(argv, { directory });

  it('says at the cells what is wrong, the clause, and what to write', () =>
    inFolder({ '台帳/assets.yaml': inventory }, async (directory) => {
      const result = await run(directory, 'export', 'register', '台帳', '--out', 'a.xlsx', '-p', 'minakami');
      expect(result).toMatchObject({ code: 0, stderr: '' });
      expect(result.stdout).toContain('a.xlsx に書き出しました（1シート、記録 2件）');
      const sheets = await sheetsIn(path.join(directory, 'a.xlsx'));
      const [header = [], juki = [], kami = []] = sheets.get('情報資産') ?? [];
      const at = (row: readonly string[], column: string) => row[header.indexOf(column)];
      expect(header.slice(0, 5)).toEqual([
        'id（sekisho）',
        '名称',
        '判定（sekisho）',
        'すること（sekisho）',
        '条項（sekisho）',
      ]);
      expect(at(juki, '保存時の暗号化')).toBe('×');
      expect(at(juki, '判定（sekisho）')).toContain('改善事項 1');
      expect(at(juki, 'すること（sekisho）')).toMatch(/暗号化.*\n?記入する欄: /su);
      expect(at(juki, '条項（sekisho）')).toContain('minakami 3)保管');
      expect(at(kami, 'すること（sekisho）')).toContain('施錠');
      expect(header).not.toContain('廃棄の記録〔disposal.recorded〕');
      const notes = await notesIn(path.join(directory, 'a.xlsx'));
      const note = notes.find((text) => text.includes('【改善事項】')) ?? '';
      expect(note).toContain('条項: minakami 3)保管');
      expect(note).toMatch(/→ .*「保存時の暗号化」を○に/u);
      expect(note).toContain('選択肢: ○、×');
      expect(note).not.toContain('encryption.atRest');
      const front = (sheets.get('はじめに') ?? []).flat().join('\n');
      for (const text of ['関所町', '改善事項 1', 'みなかみ町', 'sekisho import register a.xlsx'])
        expect(front).toContain(text);
    }));

  it('overwrites nothing unless it is told to, and writes no other kind of file', () =>
    inFolder({ '台帳/assets.yaml': inventory, 'a.xlsx': '大切' }, async (directory) => {
      const there = await run(directory, 'export', 'register', '台帳', '--out', 'a.xlsx', '-p', 'minakami');
      expect(there).toMatchObject({ code: 2, stdout: '' });
      expect(there.stderr).toContain('既にある');
      expect(await readFile(path.join(directory, 'a.xlsx'), 'utf8')).toBe('大切');
      const other = await run(directory, 'export', 'register', '台帳', '--out', 'a.csv', '-p', 'minakami');
      expect(other).toMatchObject({ code: 2, stdout: '' });
      const forced = await run(
        directory,
        'export',
        'register',
        '台帳',
        '--out',
        'a.xlsx',
        '-p',
        'minakami',
        '--force',
      );
      expect(forced.code).toBe(0);
      expect((await readdir(directory)).sort()).toEqual(['a.xlsx', '台帳']);
    }));

  it('puts into the workbook all that has room in its cells, and tells what has none', () =>
    inFolder(
      {
        '台帳/assets.yaml': `assets:\n  - { id: a, name: ${'長'.repeat(33_000)}, manager: 総務課, x-: 短い, x-a b: か\u3099 }\n  - { id: b, name: 短い, x-写し: ${'写'.repeat(32_767)} }\n`,
      },
      async (directory) => {
        const exported = await run(
          directory,
          'export',
          'register',
          '台帳',
          '--out',
          'a.xlsx',
          '-p',
          'minakami',
        );
        expect(exported.code).toBe(0);
        const lost = [...exported.stderr.matchAll(/の ([^ ]+) は、欄に書き表せない/gu)].map(([, key]) => key);
        expect(lost).toEqual(['name', 'x-']);
        const imported = await run(directory, 'import', 'register', 'a.xlsx', '--out', '取込');
        expect(imported).toMatchObject({ code: 0, stderr: '' });
        const records = await recordsAt(path.join(directory, '取込'));
        expect(records.get('assets a')).toEqual({ id: 'a', manager: '総務課', 'x-a b': 'か\u3099' });
        expect(records.get('assets b')).toEqual({ id: 'b', name: '短い', 'x-写し': '写'.repeat(32_767) });
      },
    ));

  it('writes nothing where a file cannot be read, and tells what is not in the workbook', () =>
    inFolder(
      { '台帳/assets.yaml': inventory, '台帳/systems.yaml': 'systems:\n  - {id: a, name: "b\n' },
      async (directory) => {
        const broken = await run(
          directory,
          'export',
          'register',
          '台帳',
          '--out',
          'a.xlsx',
          '-p',
          'minakami',
        );
        expect(broken).toMatchObject({ code: 2, stdout: '' });
        expect(broken.stderr).toContain('台帳/systems.yaml:');
        expect(await readdir(directory)).toEqual(['台帳']);
        await writeFile(
          path.join(directory, '台帳/systems.yaml'),
          'systems:\n  - {id: a, name: b, type: ????}\n',
        );
        const invalid = await run(
          directory,
          'export',
          'register',
          '台帳',
          '--out',
          'a.xlsx',
          '-p',
          'minakami',
        );
        expect(invalid.code).toBe(0);
        expect(invalid.stderr).toContain('1か所');
      },
    ));

  it('changes nothing when it is adopted, and afterwards what is corrected in it', () =>
    inFolder({ '台帳/assets.yaml': inventory }, async (directory) => {
      await run(directory, 'export', 'register', '台帳', '--out', 'a.xlsx', '-p', 'minakami');
      const assets = () => readFile(path.join(directory, '台帳/assets.yaml'), 'utf8');
      const adopted = await run(directory, 'import', 'register', 'a.xlsx', '--out', '台帳', '--adopt');
      expect(adopted).toMatchObject({ code: 0, stderr: '' });
      expect(await assets()).toBe(inventory);
      const file = path.join(directory, 'a.xlsx');
      const sheets = await sheetsIn(file);
      const corrected = [...sheets].map(([name, rows]) => ({
        name,
        widths: [],
        rows: rows.map((row) => ({
          cells: row.map((text) => (text === '' ? undefined : { value: text === '×' ? '○' : text })),
        })),
      }));
      await writeFile(file, writeXlsx({ sheets: corrected }));
      const again = await run(directory, 'import', 'register', 'a.xlsx', '--out', '台帳');
      expect(again).toMatchObject({ code: 0, stderr: '' });
      expect(await assets()).toBe(inventory.replace('atRest: false', 'atRest: true'));
    }));

  it('says nothing of the sheet of choices when it is imported, unless somebody keeps a table under that name', () =>
    inFolder({ '台帳/assets.yaml': inventory }, async (directory) => {
      await run(directory, 'export', 'register', '台帳', '--out', 'a.xlsx', '-p', 'minakami');
      const own = await run(directory, 'import', 'register', 'a.xlsx', '--out', '新');
      expect(own).toMatchObject({ code: 0, stderr: '' });
      expect(own.stdout).not.toContain('_choices');
      expect(await readFile(path.join(directory, '新/register.mapping.yaml'), 'utf8')).not.toContain(
        '_choices',
      );
      const rows = [
        ['名称', '機密性'],
        ['住民票', '3'],
      ].map((row) => ({ cells: row.map((value) => ({ value })) }));
      await writeFile(
        path.join(directory, 'b.xlsx'),
        writeXlsx({ sheets: [{ name: '_choices', widths: [], rows }] }),
      );
      const theirs = await run(directory, 'import', 'register', 'b.xlsx', '--out', '別');
      expect(theirs.stdout + theirs.stderr).toContain('_choices');
    }));
});

describe('sekisho init --xlsx', () => {
  it('begins a register with what the policy asks for, which is imported without a question', () =>
    inFolder({}, async (directory) => {
      const begun = await sekisho(['init', '--xlsx', '台帳.xlsx', '-p', 'minakami'], { directory });
      expect(begun).toMatchObject({ code: 0, stderr: '' });
      expect(begun.stdout).toContain('次に:');
      const file = path.join(directory, '台帳.xlsx');
      const sheets = await sheetsIn(file);
      const [headers = []] = sheets.get('情報資産') ?? [];
      expect(headers.slice(0, 2)).toEqual(['★名称', expect.stringMatching(/^★/)]);
      const marked = headers.filter((header) => header.startsWith('★')).length;
      expect(headers.slice(0, marked).every((header) => header.startsWith('★'))).toBe(true);
      const row = headers.map((header) => ({ '★名称': '住民票', '★施錠': '○', 所管課: '市民課' })[header]);
      const filled = [...sheets].map(([name, rows]) => ({
        name,
        widths: [],
        rows: [...rows, ...(name === '情報資産' ? [row] : [])].map((cells) => ({
          cells: cells.map((value) => (value === undefined || value === '' ? undefined : { value })),
        })),
      }));
      await writeFile(file, writeXlsx({ sheets: filled }));
      const imported = await sekisho(['import', 'register', '台帳.xlsx', '--out', '台帳'], { directory });
      expect(imported).toMatchObject({ code: 0, stderr: '' });
      expect(imported.stdout.match(asking)).toBeNull();
      expect(Object.fromEntries(await recordsAt(path.join(directory, '台帳')))).toEqual({
        'assets 市民課-住民票': {
          id: '市民課-住民票',
          name: '住民票',
          division: '市民課',
          storage: { locked: true },
        },
      });
    }));

  it('needs a policy, and no folder besides', () =>
    inFolder({}, async (directory) => {
      const none = await sekisho(['init', '--xlsx', 'a.xlsx'], { directory });
      expect(none).toMatchObject({ code: 2, stdout: '' });
      expect(none.stderr).toContain('--policy');
      const both = await sekisho(['init', '台帳', '--xlsx', 'a.xlsx', '-p', 'minakami'], { directory });
      expect(both).toMatchObject({ code: 2, stdout: '' });
      const folder = await sekisho(['init'], { directory });
      expect(folder).toMatchObject({ code: 2, stdout: '' });
      expect(folder.stderr).toContain('フォルダー');
      expect(await readdir(directory)).toEqual([]);
    }));
});

/** The notes at the cells of the first sheet of records. */
async function notesIn(file: string): Promise<string[]> {
  const part = openArchive(await readFile(file), spreadsheetLimits).unpack('xl/comments2.xml');
  const xml = Buffer.from(part).toString('utf8');
  return [...xml.matchAll(/<t xml:space="preserve">(.*?)<\/t>/gsu)].map(([, text = '']) => text);
}

/** The texts of the cells of a workbook, by sheets and rows. */
async function sheetsIn(file: string): Promise<ReadonlyMap<string, readonly (readonly string[])[]>> {
  const { sheets } = openSpreadsheet(await readFile(file), path.basename(file));
  return new Map(
    sheets.map(({ name, rows }) => [
      name,
      rows.map(({ cells }) =>
        Array.from({ length: Math.max(...cells.keys()) }, (_, index) => cells.get(index + 1)?.text ?? ''),
      ),
    ]),
  );
}

/** What a report in JSON says of a finding. */
interface Reported {
  readonly label: string;
  readonly record: { readonly kind: string; readonly id?: string };
  readonly clauses: readonly { readonly policy: string; readonly ref: string }[];
  readonly suppression: { readonly kind: string } | null;
}

describe('beside the report of the same inventory', () => {
  it.each([
    ['town', 'minakami'],
    ['city', 'isesaki'],
    ['second-city', 'kumagaya'],
    ['union', 'isesaki'],
  ])('the workbook of examples/%s says the same of each record, with the same clauses', (example, policy) =>
    inFolder({}, async (directory) => {
      const judging = [path.join(project, 'examples', example), '-p', policy, '--as-of', '2026-06-01'];
      await sekisho(['export', 'register', ...judging, '--out', 'a.xlsx', '--lang', 'en'], { directory });
      const { stdout } = await sekisho(['check', ...judging, '-f', 'json'], { directory });
      const { findings } = JSON.parse(stdout) as { readonly findings: readonly Reported[] };
      const [front = [], ...sheets] = (await sheetsIn(path.join(directory, 'a.xlsx'))).values();
      const counts = (verdict: string, word: string) =>
        Number(new RegExp(`${word} (\\d+)`).exec(verdict)?.[1] ?? 0);
      const rows = sheets.flatMap(([headers = [], ...own]) =>
        own.map((cells) => Object.fromEntries(headers.map((header, index) => [header, cells[index] ?? '']))),
      );
      const verdicts = rows.map((row) => row['判定（sekisho）'] ?? '');
      const sum = (word: string) => verdicts.reduce((all, one) => all + counts(one, word), 0);
      const isOf = (row: Record<string, string>, { record }: Reported) => record.id === row['id（sekisho）'];
      for (const row of rows) {
        const own = findings.filter((finding) => isOf(row, finding));
        const verdict = row['判定（sekisho）'] ?? '';
        // Who has any finding in the report is not clean in the workbook, whatever becomes of it.
        expect(verdict === 'no findings' ? own.length : 0, `${row['id（sekisho）']}`).toBe(0);
        const here = own.filter(({ suppression }) => suppression === null);
        if (counts(verdict, 'at other rows') > 0) continue;
        for (const { policy: of, ref } of here.flatMap(({ clauses }) => clauses))
          expect(row['条項（sekisho）']?.split(', ')).toContain(`${of} ${ref}`);
      }
      const held = findings.filter(({ suppression }) => suppression?.kind === 'exception');
      expect(sum('by exception')).toBe(held.length);
      // What is at no row is listed on the first sheet, and what is at another row is counted there.
      const others = front.flat().indexOf('Findings without a row');
      const listed =
        others < 0 ? [] : front.slice(front.findIndex((row) => row.includes('Findings without a row')) + 1);
      const all = ['violation', 'inventory error', 'improvement', 'unknown', 'review'].map(sum);
      const counted = findings.filter(({ suppression }) => suppression === null).length;
      expect(all.reduce((one, other) => one + other) + listed.length).toBe(counted);
    }),
  );
});
