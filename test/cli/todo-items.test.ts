import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { answer, type Filled, keyHeader, rowsOf } from '../support/to-do-workbook.ts';

const inventory = `organization: { name: 関所町 }
systems:
  - id: pc
    name: 窓口端末
    type: terminal
    software:
      - name: 一太郎 2024   # 全職員
      - name: Apache
        version: 2.10
      - { name: Apache, version: "2.20", licensed: true }
      - name: 同じもの
      - name: 同じもの
facilities:
  - { id: k, name: ロビー }
`;

const policy = `sekisho: 1
id: own
title: { ja: 町の規程, en: Own }
extends: isesaki
vocabulary:
  facilities:
    - { id: kiosk, name: 証明書交付機室 }
fields:
  systems:
    x-lease.returned: { type: boolean, about: 返却したか。 }
    x-lease.until: date
    x-lease.kind: { type: string, choices: [所有, リース] }
    x-lease.parts: { type: list, choices: [本体, 画面 A] }
ownRules: own.rules.yaml
clauses:
  - ref: 第1条
    title: { ja: 借用, en: Lease }
    summary: { ja: 借用, en: Lease }
    modality: must
    rules: [{ id: own/lease-known, basis: stated }]
`;

const rules = `sekisho: 1
rules:
  - id: own/lease-known
    title: 借用を管理する
    rationale: 借りたものは返します。
    remedy: x-lease.returned を true に改めてください。
    appliesTo: systems
    require:
      all:
        - x-lease.returned: true
        - x-lease.kind: [所有, リース]
        - x-lease.until: { atLeast: 2026-01-01 }
        - x-lease.parts: { some: 本体 }
    message: 借用を管理していません
    examples:
      pass: { x-lease: { returned: true, until: 2026-01-01, kind: 所有, parts: [本体] } }
      fail: { x-lease: { returned: false, until: 2026-01-01, kind: 所有, parts: [本体] } }
      unknown: { x-lease: {} }
`;

const files = { 'inv/a.yaml': inventory, 'policy.yaml': policy, 'own.rules.yaml': rules };
const exporting = ['export', 'todo', 'inv', '--as-of', '2026-11-20', '-p', './policy.yaml', '--out'];

const authorised = (marks: string) => `systems software[${marks}].authorised pc`;
const ichitaro = authorised('name=一太郎%202024');
const apache = authorised('name=Apache;version=2.10');
const apache220 = authorised('name=Apache;version=2.20');

/** Exports, answers and imports into an inventory that may have become another meanwhile. */
async function answered(answers: Readonly<Record<string, Filled>>, text = inventory) {
  return inFolder(files, async (directory) => {
    await sekisho([...exporting, 'out'], { directory });
    answer(path.join(directory, 'out/記入依頼.xlsx'), path.join(directory, 'answers.xlsx'), answers);
    writeFileSync(path.join(directory, 'inv/a.yaml'), text);
    const importing = () => sekisho(['import', 'todo', 'answers.xlsx', '--out', 'inv'], { directory });
    const run = await importing();
    const now = readFileSync(path.join(directory, 'inv/a.yaml'), 'utf8');
    const again = await importing();
    expect(readFileSync(path.join(directory, 'inv/a.yaml'), 'utf8')).toBe(now);
    const check = await sekisho(['check', 'inv', '-p', './policy.yaml', '-f', 'json'], { directory });
    const invalid = JSON.parse(check.stdout).findings.filter((one: { invalid?: true }) => one.invalid);
    expect(invalid).toEqual([]);
    const added = now.split('\n').filter((line) => !text.split('\n').includes(line));
    return {
      ...run,
      text: now,
      again: again.stdout,
      added: added.map((line) => line.replaceAll(/!K\d+/g, '')),
    };
  });
}

describe('a field of the items of a list', () => {
  it('is asked for item by item, each named as the record names it', () =>
    inFolder(files, async (directory) => {
      await sekisho([...exporting, 'out'], { directory });
      const rows = rowsOf(path.join(directory, 'out/記入依頼.xlsx'));
      const asked = rows.filter((row) => row.get('項目')?.endsWith('：導入の許可'));
      expect(asked.map((row) => row.get('項目'))).toEqual([
        'ソフトウェア「一太郎 2024」：導入の許可',
        'ソフトウェア「Apache 2.10」：導入の許可',
        'ソフトウェア「Apache 2.20」：導入の許可',
      ]);
      expect(asked[0]?.get('何を書くか')).toContain('○・× のいずれかを書く');
      expect(asked.map((row) => row.get(keyHeader))).toEqual([ichitaro, apache, apache220]);
    }));

  it('is written into that item and no other, whatever became of their order', async () => {
    const [first = '', ...others] = inventory.match(/ {6}- .*\n(?: {8}.*\n)?/gu) ?? [];
    const moved = inventory.replace([first, ...others].join(''), [...others, first].join(''));
    for (const text of [inventory, moved]) {
      const run = await answered(
        { [ichitaro]: { '【回答】': '〇' }, [apache]: { '【回答】': '×', 回答者: '情報課' } },
        text,
      );
      expect(run).toMatchObject({ code: 0, stderr: '' });
      expect(run.text).toContain('      - name: 一太郎 2024   # 全職員\n        authorised: true\n');
      expect(run.text).toContain('        version: 2.10\n        authorised: false\n');
      expect(run.text).toContain('      - { name: Apache, version: "2.20", licensed: true }\n');
      expect(run.text).toMatch(/field: "?software\[\]\.authorised"?, item: Apache 2\.10, by: 情報課/u);
      expect(run.again).toContain('台帳にあるもの 2件');
    }
  });

  it('is refused by its cell where the item is gone, or another is called so by now', async () => {
    const gone = await answered(
      { [ichitaro]: { '【回答】': '○' } },
      inventory.replace('一太郎 2024', '一太郎2025'),
    );
    expect(gone.code).toBe(1);
    expect(gone.stdout).toMatch(
      /answers\.xlsx 記入依頼![A-Z]+\d+: .*「一太郎 2024」がありません.*台帳に直接/u,
    );
    const twice = inventory.replace('      - name: 同じもの\n', '      - name: 一太郎 2024\n');
    const several = await answered({ [ichitaro]: { '【回答】': '○' } }, twice);
    expect(several.code).toBe(1);
    expect(several.stdout).toMatch(/記入依頼![A-Z]+\d+: .*「一太郎 2024」への答えですが.*2つ以上/u);
    expect(several.text).toBe(twice);
  });

  it('is left where the inventory says otherwise by now', async () => {
    const text = inventory.replace('version: 2.10', 'version: 2.10\n        authorised: true');
    const run = await answered({ [apache]: { '【回答】': '×' } }, text);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/inv\/a\.yaml:10:\d+: .*software\[\]\.authorised は、台帳では true/u);
    expect(run.text).toBe(text);
  });

  it('does not apply to all items of the list or to none, since it is noted once', async () => {
    const one = await answered({ [apache]: { '【回答】': '対象外' } });
    expect(one.code).toBe(1);
    expect(one.stdout).toMatch(/記入依頼![A-Z]+\d+: .*「Apache 2\.10」だけについては取り込めません/u);
    expect(one.text).toBe(inventory);
    const fewer = inventory.replaceAll('      - name: 同じもの\n', '');
    const none = { '【回答】': '対象外' };
    const all = await answered({ [ichitaro]: none, [apache]: none, [apache220]: none }, fewer);
    expect(all.code).toBe(0);
    expect(all.text).toMatch(/ {4}notApplicable: \["?software\[\]\.authorised"?\]\n/u);
  });
});

describe('what a policy of the body’s own asks', () => {
  it('is answered in the words of the policy, which the workbook holds', async () => {
    const run = await answered({
      'systems x-lease.returned pc': { '【回答】': '×' },
      'systems x-lease.until pc': { '【回答】': 'Ｒ９．３．３１' },
      'systems x-lease.kind pc': { '【回答】': 'リース' },
      'systems x-lease.parts pc': { '【回答】': '画面 A、本体' },
      'facilities type k': { '【回答】': '証明書交付機室' },
    });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.text).toMatch(
      / {4}x-lease: \{ until: Ｒ９．３．３１, returned: false, parts: \[画面 A, 本体\], kind: リース \}\n/u,
    );
    expect(run.text).toContain('type: kiosk');
  });

  it('is refused by its cell where the policy has no such word, with those that it has', async () => {
    const run = await answered({
      'systems x-lease.kind pc': { '【回答】': 'レンタル' },
      'systems x-lease.returned pc': { '【回答】': '確認中' },
      'systems x-lease.until pc': { '【回答】': '来年' },
      'facilities type k': { '【回答】': '交付機' },
    });
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/「レンタル」.*所有・リース のいずれかを書いて/u);
    expect(run.stdout).toMatch(/「確認中」.*○・× のいずれかを/u);
    expect(run.stdout).toMatch(/「来年」.*日付（2026-04-01/u);
    expect(run.stdout).toMatch(/「交付機」.*証明書交付機室 のいずれかを/u);
    expect(run.text).toBe(inventory);
  });
});

it('tells a remark beside which nothing was answered, and takes nothing for it', async () => {
  const run = await answered({ [apache]: { '根拠・備考': '業者に照会中' } });
  expect(run.code).toBe(0);
  expect(run.stdout).toMatch(
    /answers\.xlsx 記入依頼![A-Z]+\d+: .*「pc」.*備考「業者に照会中」だけがあり、回答がありません/u,
  );
  expect(run.stdout).toMatch(/未回答 \d+件（うち備考だけのもの 1件）/u);
  expect(run.text).toBe(inventory);
});

describe('a workbook of which an office has deleted hidden columns', () => {
  it.each([
    [
      keyHeader,
      'systems x-lease.returned pc',
      /answers\.xlsx 記入依頼![A-Z]+\d+: .*何への答えか分かりません/u,
    ],
    [
      '取込用の選択肢（消さない・書き換えない）',
      'systems x-lease.returned pc',
      /answers\.xlsx 記入依頼![A-Z]+\d+: .*「○」を読めません.*取込用の選択肢/u,
    ],
  ])('has each answer named that needs %s', (header, key, told) =>
    inFolder(files, async (directory) => {
      await sekisho([...exporting, 'out'], { directory });
      const to = path.join(directory, 'answers.xlsx');
      answer(
        path.join(directory, 'out/記入依頼.xlsx'),
        to,
        { [key]: { '【回答】': '○' } },
        { without: [header] },
      );
      const run = await sekisho(['import', 'todo', 'answers.xlsx', '--out', 'inv'], { directory });
      expect(run).toMatchObject({ code: 1, stderr: '' });
      expect(run.stdout).toMatch(told);
      expect(readFileSync(path.join(directory, 'inv/a.yaml'), 'utf8')).toBe(inventory);
    }),
  );
});

it('takes and refuses what offices type into cells with choices, and loses nothing', async () => {
  const run = await answered({
    [ichitaro]: { '【回答】': '◯', 回答日: '令和８年１２月１日' },
    [apache]: { '【回答】': '確認中', '根拠・備考': '業者へ' },
    [apache220]: { '【回答】': '該当なし' },
    'systems x-lease.until pc': { '【回答】': { day: '2027-03-31' } },
    'systems x-lease.parts pc': { '【回答】': '本体、電源' },
    'systems x-lease.kind pc': { '【回答】': ' リース ' },
  });
  expect(run.code).toBe(1);
  expect(run.stdout).toContain('回答 6件: 取り込む 3件、台帳にあるもの 0件、取り込めないもの 3件');
  expect(run.stdout).toMatch(/「確認中」は、意味が1つに決まりません。○・× のいずれかを書いてください/u);
  expect(run.stdout).toMatch(/「該当なし」は、「Apache 2\.20」だけについては取り込めません/u);
  expect(run.stdout).toMatch(/「本体、電源」.*本体・画面 A のうち当てはまるもの/u);
  expect(run.text).toContain('x-lease: { until: "2027-03-31", kind: リース }');
});
