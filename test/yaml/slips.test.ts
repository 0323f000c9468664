import { expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** What a person reads who has written an inventory: place, what is wrong, what to do; integrity rules alone. */
async function told(yaml: string, lang: string): Promise<string[][]> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['a.yaml', '-p', 'isesaki', '--rule', 'inventory/syntax', '-f', 'json', '--lang', lang];
    const { stdout, code } = await sekisho(argv, { directory });
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout) as {
      findings: { message: string; remedy: string; location: { line: number; column: number } }[];
    };
    return findings.map(({ message, remedy, location: { line, column } }) => [
      `${line}:${column}`,
      message,
      remedy,
    ]);
  });
}

const fullWidthSpace = '全角の空白を半角の空白に直してください。';
const unknownKey = (name: string, key: string) =>
  `「${name}」は定められていないキー「${key}」を含んでいます。`;

/** A record with the rest of its line. */
const asset = (rest: string) => `assets:\n  - { id: a, name: 名簿, ${rest} }\n`;

it.each<[slip: string, yaml: string, told: string[][]]>([
  [
    'full-width spaces for indentation',
    'assets:\n　- id: a\n',
    [
      [
        '2:1',
        '「a.yaml」は全角の空白で字下げされています。',
        '半角の空白に直し、同じ段のほかの行と幅をそろえてください。',
      ],
    ],
  ],
  [
    'a full-width space after a colon',
    'assets:\n  - id: a\n    name:　名簿\n',
    [['3:10', '「a.yaml」は全角の空白が使われています。', '半角の空白に直してください。']],
  ],
  [
    'a full-width space after a colon in braces',
    asset('storage: { locked:　true }'),
    [['2:35', unknownKey('名簿', 'locked:　true'), fullWidthSpace]],
  ],
  [
    'a full-width colon in braces',
    asset('storage: { locked：true }'),
    [
      [
        '2:35',
        unknownKey('名簿', 'locked：true'),
        '全角のコロンを半角のコロンと半角空白 (: ) に直してください。',
      ],
    ],
  ],
  [
    'a colon without a space in braces',
    asset('storage: { locked:true }'),
    [['2:35', unknownKey('名簿', 'locked:true'), 'コロンの後に半角空白を入れてください。']],
  ],
  [
    'a full-width comma between pairs',
    'assets:\n  - { id: a，name: 名簿 }\n',
    [['2:12', '「a.yaml」は「，」が使われています。', '半角の「,」に直してください。']],
  ],
  [
    'a full-width dash',
    'assets:\n  － id: a\n    name: 名簿\n',
    [['2:3', '「a.yaml」は「－」が使われています。', '半角の「-」に直してください。']],
  ],
  [
    'no dash',
    'assets:\n  id: a\n  name: 名簿\n',
    [
      [
        '2:3',
        '「a.yaml」は assets にリストではなく「マッピング (キーと値の組)」が書かれています。',
        '1件ごとに、最初の行を「- id: a」のように半角の「- 」で始め、続く行の字下げを「- 」の後の文字にそろえてください。',
      ],
    ],
  ],
  [
    'a colon without a space',
    'assets:\n  - id:a\n',
    [
      [
        '2:5',
        '「a.yaml」は assets[0] にマッピング (キーと値の組) ではなく「id:a」が書かれています。',
        'コロンの後に半角空白を入れてください。',
      ],
    ],
  ],
  [
    'no indentation',
    'organization:\nname: 関所町\nnmae: 関所町\n',
    [
      ['2:1', unknownKey('a.yaml', 'name'), '上のキーの中の項目であれば、半角の空白で字下げしてください。'],
      [
        '3:1',
        unknownKey('a.yaml', 'nmae'),
        expect.stringMatching(
          /^判定に用いない項目なら x-nmae のように x- で始めてください \(使えるキー: sekisho, organization, assets, /,
        ),
      ],
    ],
  ],
  [
    'a word for what is asked for in place of yes or no',
    asset('storage: { locked: 要 }'),
    [
      [
        '2:43',
        '「名簿」は locked に「要」と書かれており、している・していないのどちらかが分かりません。',
        'しなければならないことや予定ではなく今の事実を、true（○、有、済）か false（×、無、未）で書いてください。分からないか、当てはまらなければ、値を書かずに空けてください。',
      ],
    ],
  ],
  [
    'a workbook under the name of an inventory',
    'PK\u0003\u0004\u0014',
    [
      [
        '1:1',
        '「a.yaml」はテキストではなく、Excel・Word などの文書か圧縮ファイルです。',
        '台帳は YAML で書き、UTF-8 のテキストとして保存してください。',
      ],
    ],
  ],
])('of %s it is said where it is and what to write, in both languages', async (_, yaml, expected) => {
  expect(await told(yaml, 'ja')).toEqual(expected);
  const english = await told(yaml, 'en');
  expect(english.map(([place]) => place)).toEqual(expected.map(([place]) => place));
  // Names and marks from the inventory may be Japanese, sentences may not.
  expect(english.map(([, , remedy]) => remedy).join()).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
});

it('a name or a note may have any of these marks', async () => {
  const yaml = asset('notes: "全角　の、－：｛"').replace('名簿', '住基：台帳、名簿　－');
  await inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['a.yaml', '-p', 'isesaki', '--rule', 'inventory/syntax'];
    expect((await sekisho(argv, { directory })).code).toBe(0);
  });
});
