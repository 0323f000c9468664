import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Reported {
  readonly ruleId: string;
  readonly verdict: string;
  readonly severity: string;
  readonly message: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly location: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly pointer: string;
  };
  readonly clauses: readonly { readonly policy: string; readonly ref: string }[];
  readonly fingerprint: string;
}

/** The findings of one rule in an inventory of one file, as the JSON report has them. */
async function findings(yaml: string, policies: readonly string[], rule: string, lang = 'ja') {
  return inFolder({ 'inventory.yaml': yaml }, async (directory) => {
    const { stdout, code } = await sekisho(
      [
        'inventory.yaml',
        '-f',
        'json',
        '--lang',
        lang,
        '--as-of',
        '2026-11-20',
        ...policies.flatMap((policy) => ['-p', policy]),
      ],
      { directory },
    );
    const report = JSON.parse(stdout) as { findings: Reported[]; errors: unknown[] };
    expect(report.errors).toEqual([]);
    return { found: report.findings.filter(({ ruleId }) => ruleId === rule), code };
  });
}

describe('the three first faults of every town', () => {
  const cases = [
    {
      what: 'a confidential asset kept unencrypted',
      policy: 'minakami',
      rule: 'classification/encryption-at-rest',
      faulty: `assets:
  - id: welfare
    name: 生活保護ケース記録
    form: electronic
    classification: { confidentiality: 2 }
    encryption:
      atRest: false
`,
      mended: ['atRest: false', 'atRest: true'],
      line: 7,
      column: 15,
      clauses: ['3)保管[2]', '3)送受信'],
      ja: '「生活保護ケース記録」は保存時に暗号化されていません。条項に明記はなく、この対策は条項の解釈によるものです。',
      en: '“生活保護ケース記録” is not encrypted where it is kept; the clause does not state this measure, which is our reading of it.',
    },
    {
      what: 'a mail system that forwards automatically',
      policy: 'minakami',
      rule: 'technical/mail-auto-forward',
      faulty: `systems:
  - id: mail
    name: 庁内メール
    type: mail
    mail: { autoForward: true }
`,
      mended: ['autoForward: true', 'autoForward: false'],
      line: 5,
      column: 26,
      clauses: ['5)電子メールセキュリティ[1][1]'],
      ja: '「庁内メール」は電子メールの自動転送が禁止されていません。',
      en: '“庁内メール” allows mail to be forwarded automatically.',
    },
    {
      what: 'a MyNumber segment connected to an internet segment',
      policy: 'isesaki',
      rule: 'resilience/mynumber-separation',
      faulty: `segments:
  - { id: resident, name: 住民記録ネットワーク, layer: mynumber }
  - { id: web, name: 公開ネットワーク, layer: internet }
connections:
  - id: link
    name: 臨時の接続
    from: resident
    to: web
`,
      mended: ['layer: internet', 'layer: mynumber'],
      line: 8,
      column: 9,
      clauses: ['6(3)ア[1]'],
      ja: '「臨時の接続」はマイナンバー利用事務系とインターネット接続系との間の通信を許しています。',
      en: '“臨時の接続” lets the MyNumber layer communicate with the internet layer.',
    },
  ];

  it.each(cases)(
    '$what is one finding at its line, with its clause, in both languages',
    async ({ policy, rule, faulty, line, column, clauses, ja, en }) => {
      for (const [lang, message] of [
        ['ja', ja],
        ['en', en],
      ] as const) {
        const { found, code } = await findings(faulty, [policy], rule, lang);
        expect(found).toHaveLength(1);
        expect(found[0]).toMatchObject({
          verdict: 'fail',
          message,
          location: { file: 'inventory.yaml', line, column },
        });
        expect(found[0]?.clauses.map(({ ref }) => ref)).toEqual(clauses);
        expect(code).toBe(found[0]?.severity === 'error' ? 1 : 0);
      }
    },
  );

  it.each(cases)(
    '$what, mended, is none of that rule',
    async ({ policy, rule, faulty, mended: [from = '', to = ''] }) => {
      const { found } = await findings(faulty.replace(from, to), [policy], rule);
      expect(found).toEqual([]);
    },
  );
});

describe('files that cannot be read as they are', () => {
  const good = 'assets:\n  - { id: a, name: 住民票, classification: { confidentiality: 9 } }\n';

  it('reports a broken file at its place and judges the others all the same', async () => {
    await inFolder(
      { '1-broken.yaml': 'assets:\n  - id: x\n   name: y\n', '2-good.yaml': good },
      async (directory) => {
        const { stdout, code } = await sekisho(['.', '-p', 'minakami', '-f', 'json'], { directory });
        const { findings: all } = JSON.parse(stdout) as { findings: Reported[] };
        expect(code).toBe(1);
        expect(all.find(({ ruleId }) => ruleId === 'inventory/syntax')?.location).toMatchObject({
          file: '1-broken.yaml',
          line: 3,
        });
        expect(all.map(({ ruleId }) => ruleId)).toContain('inventory/unknown-level');
      },
    );
  });

  it('says of a Shift_JIS file what to do, in words', async () => {
    const shiftJis = Buffer.concat([
      Buffer.from('assets:\n  - id: a\n    name: '),
      Buffer.from([0x8f, 0x5a, 0x96, 0xaf]),
      Buffer.from('\n'),
    ]);
    await inFolder({ 'a.yaml': shiftJis }, async (directory) => {
      const { stdout, code } = await sekisho(['a.yaml', '-p', 'minakami'], { directory });
      expect(stdout).toContain('UTF-8 ではなく Shift_JIS (CP932) で保存されているようです');
      expect(stdout).toContain('3:11');
      expect(code).toBe(1);
    });
  });

  it('suggests the field that was meant', async () => {
    await inFolder(
      { 'a.yaml': 'assets:\n  - { id: a, name: 住民票, clasification: { confidentiality: 3 } }\n' },
      async (directory) => {
        const { stdout } = await sekisho(['a.yaml', '-p', 'minakami', '--lang', 'en'], { directory });
        expect(stdout).toContain('has a field “clasification” that is not known.');
        expect(stdout).toContain('did you mean classification?');
      },
    );
  });

  it('never shows an invalid inventory as clean, whatever may fail the run', async () => {
    await inFolder({ 'a.yaml': 'assets: [\n' }, async (directory) => {
      expect((await sekisho(['a.yaml', '-p', 'minakami', '--fail-on', 'never'], { directory })).code).toBe(1);
    });
  });

  it('starts no cascade: what a broken file may hold is one thing to do', async () => {
    const texts = {
      '1-broken.yaml': 'systems:\n  - id: x\n   name: y\n',
      '2-good.yaml': 'assets:\n  - { id: a, name: 住民票, system: x }\n',
    };
    await inFolder(texts, async (directory) => {
      const { stdout } = await sekisho(['.', '-p', 'isesaki'], { directory });
      expect(stdout).toContain('台帳のファイル：読めないファイル (files)');
      expect(stdout).not.toContain('(systems');
      expect(stdout).toContain('記載の誤り 1件');
    });
  });

  it('does not ask for a fact whose reference leads nowhere', async () => {
    const yaml =
      'segments:\n  - { id: office, name: 庁内, layer: mynumber }\nsystems:\n  - { id: t, name: 端末, type: terminal, segments: [ofice] }\n';
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { stdout } = await sekisho(
        ['.', '-p', 'isesaki', '-f', 'json', '--rule', 'resilience/mynumber-mfa'],
        { directory },
      );
      const { findings: all } = JSON.parse(stdout) as { findings: (Reported & { remedy: string })[] };
      expect(all.map(({ ruleId, remedy }) => [ruleId, remedy])).toEqual([
        ['inventory/dangling-reference', 'office ではありませんか。'],
      ]);
    });
  });

  it('does not ask again for a value that it refused', async () => {
    const yaml = 'assets:\n  - { id: a, name: 住民票, form: papr }\n';
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', '-p', 'minakami', '-f', 'json'], { directory });
      const { findings: all } = JSON.parse(stdout) as { findings: Reported[] };
      expect(
        all.filter(({ location }) => location.pointer === '/assets/0/form').map(({ ruleId }) => ruleId),
      ).toEqual(['inventory/schema']);
    });
  });
});

describe('which policies judge', () => {
  const yaml =
    'organization: { name: 関所市, policy: isesaki }\nassets:\n  - { id: a, name: 住民票, manager: false }\n';
  const rules = async (argv: readonly string[], extra: Readonly<Record<string, string>> = {}) =>
    inFolder({ 'a.yaml': yaml, ...extra }, async (directory) => {
      const { stdout } = await sekisho(['.', '-f', 'json', ...argv], { directory });
      return (JSON.parse(stdout) as { policies: { id: string }[] }).policies.map(({ id }) => id);
    });

  it('takes them from the command line, else the configuration, else the organization', async () => {
    expect(await rules([])).toEqual(['isesaki']);
    expect(await rules([], { 'sekisho.config.yaml': 'policy: minakami\n' })).toEqual(['minakami']);
    expect(
      await rules(['-p', 'isesaki', '-p', 'minakami'], { 'sekisho.config.yaml': 'policy: minakami\n' }),
    ).toEqual(['isesaki', 'minakami']);
  });

  it('refuses two policies of one id, and takes one that is named twice once', async () => {
    const own = (title: string) => `
id: our-city
title: { ja: ${title}, en: ${title} }
extends: isesaki
`;
    const files = { 'old.yaml': own('旧基準'), 'new.yaml': own('新基準'), 'copy.yaml': own('新基準') };
    await inFolder({ 'inventory/a.yaml': yaml, ...files }, async (directory) => {
      const { stderr, code } = await sekisho(['inventory', '-p', 'old.yaml', '-p', 'new.yaml'], {
        directory,
      });
      expect(stderr).toContain('new.yaml: id が「our-city」で、同時に使うポリシー old.yaml と同じです');
      expect(code).toBe(2);
      const twice = ['new.yaml', 'new.yaml', 'copy.yaml', 'isesaki', 'isesaki'].flatMap((one) => ['-p', one]);
      const { stdout } = await sekisho(['inventory', '-f', 'json', ...twice], { directory });
      const { policies } = JSON.parse(stdout) as { policies: { id: string }[] };
      expect(policies.map(({ id }) => id)).toEqual(['our-city', 'isesaki']);
    });
  });

  it('says which line to add where none is named, and exits 2', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { stdout, code } = await sekisho(['a.yaml'], { directory });
      expect(stdout).toContain('policy: isesaki');
      expect(stdout).toMatch(/✖ 判定を終えられませんでした。指摘はありません\n$/);
      expect(code).toBe(2);
      const json = await sekisho(['a.yaml', '-f', 'json'], { directory });
      expect(json.stderr).toContain('policy: isesaki');
      expect(json.code).toBe(2);
    });
  });

  /** A policy of one clause, whose rules follow. */
  const ownPolicy = `id: own
title: { ja: 自団体ポリシー, en: Our own }
clauses:
  - ref: 第3条
    title: { ja: 管理責任, en: Responsibility }
    summary: { ja: 管理者を置く, en: Somebody answers }
    modality: should
`;

  it('judges by a policy file of the body’s own, which is no inventory', async () => {
    const policy = `${ownPolicy}    rules: [{ id: classification/manager-assigned, basis: stated }]
`;
    await inFolder({ 'a.yaml': yaml, 'our-own.yaml': policy }, async (directory) => {
      const { stdout, code } = await sekisho(['.', '-p', './our-own.yaml', '-f', 'json'], { directory });
      const report = JSON.parse(stdout) as { findings: Reported[]; summary: { files: number } };
      expect(report.summary.files).toBe(1);
      expect(report.findings).toHaveLength(1);
      expect(report.findings[0]).toMatchObject({
        ruleId: 'classification/manager-assigned',
        severity: 'warning',
        clauses: [{ policy: 'own', ref: '第3条' }],
      });
      expect(code).toBe(0);
    });
  });

  it('refuses a bad policy file with every error at its line', async () => {
    const policy = `${ownPolicy}    rules: [{ id: classification/manager-asigned, basis: stated }]
  - ref: 第3条
    title: { ja: 空, en: Empty }
    summary: { ja: 空, en: Empty }
    modality: must
`;
    await inFolder({ 'a.yaml': yaml, 'own.yaml': policy }, async (directory) => {
      const { stderr, code } = await sekisho(['a.yaml', '-p', './own.yaml'], { directory });
      expect(code).toBe(2);
      expect(stderr.trim().split('\n')).toEqual([
        'sekisho: ./own.yaml:8:19: 「classification/manager-asigned」というルールはありません。classification/manager-assigned ではありませんか',
        'sekisho: ./own.yaml:9:10: 条項 第3条 が 4 行目にもあります',
        'sekisho: ./own.yaml:9:10: 条項 第3条 に対応するものがありません。rules、attestation: true、informs のいずれかを書いてください。後から決めるなら、ポリシーの先頭に draft: true と書けば下書きとして読めます',
      ]);
    });
  });

  it('cites the clauses of both policies in one finding', async () => {
    const { found } = await findings(
      'assets:\n  - { id: a, name: 住民票 }\n',
      ['isesaki', 'minakami'],
      'classification/levels-assigned',
    );
    expect(found).toHaveLength(1);
    expect(found[0]?.clauses.map(({ policy, ref }) => `${policy} ${ref}`)).toEqual([
      'isesaki 6(2)[1]',
      'minakami 3)[1]',
      ...['機密性3', '機密性2', '機密性1', '完全性2', '完全性1', '可用性2', '可用性1'].map(
        (level) => `minakami 3)${level}`,
      ),
    ]);
  });
});

describe('what decides the exit code', () => {
  const warning =
    'assets:\n  - { id: a, name: 名簿, form: electronic, classification: { confidentiality: 2 }, encryption: { atRest: false } }\n';
  const code = (argv: readonly string[], extra: Readonly<Record<string, string>> = {}) =>
    inFolder(
      { 'a.yaml': warning, ...extra },
      async (directory) =>
        (
          await sekisho(
            ['a.yaml', '-p', 'minakami', '--rule', 'classification/encryption-at-rest', ...argv],
            { directory },
          )
        ).code,
    );

  it('is the severity to fail on', async () => {
    expect(await code([])).toBe(0);
    expect(await code(['--fail-on', 'warning'])).toBe(1);
    expect(await code(['--fail-on', 'info'])).toBe(1);
    expect(await code(['--fail-on', 'never'])).toBe(0);
  });

  it('can come from the configuration, which the command line overrides', async () => {
    expect(await code([], { 'sekisho.config.yaml': 'failOn: warning\n' })).toBe(1);
    expect(await code(['--fail-on', 'error'], { 'sekisho.config.yaml': 'failOn: warning\n' })).toBe(0);
    expect(
      await code([], { 'sekisho.config.yaml': 'rules: { classification/encryption-at-rest: error }\n' }),
    ).toBe(1);
    expect(
      await code(['--fail-on', 'info'], {
        'sekisho.config.yaml': 'rules: { classification/storage-locked: "off" }\n',
      }),
    ).toBe(1);
  });

  it('is the same for every format', async () => {
    for (const format of ['text', 'json', 'sarif'])
      expect(await code(['--fail-on', 'warning', '-f', format])).toBe(1);
  });
});

describe('what stops a run', () => {
  const stopped = (argv: readonly string[], extra: Readonly<Record<string, string>> = {}, lang = 'ja') =>
    inFolder({ 'a.yaml': 'assets: []\n', ...extra }, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['check', '--lang', lang, ...argv], { directory });
      expect(code).toBe(2);
      expect(stdout).toBe('');
      return stderr.replaceAll(directory + path.sep, '');
    });

  it.each([
    [['nowhere', '-p', 'isesaki'], 'sekisho: 台帳のファイルが見つかりません: nowhere'],
    [
      ['a.yaml', '-p', 'isesaky'],
      'sekisho: isesaky: 「isesaky」というポリシーはありません。isesaki ではありませんか',
    ],
    [
      ['a.yaml', '-p', './none.yaml'],
      'sekisho: ./none.yaml: ポリシーファイルを開けません (ENOENT: ファイルまたはフォルダーがありません)',
    ],
    [['a.yaml', '-f', 'jsn'], 'sekisho: 形式「jsn」はありません。json ではありませんか'],
    [['a.yaml', '-f', 'text', '-f', 'json'], 'sekisho: text と json の両方を標準出力に書くことはできません'],
    [['a.yaml', '--as-of', '2026-02-30'], 'sekisho: --as-of の「2026-02-30」は日付として読めません'],
    [['a.yaml', '--fail-on', 'fatal'], 'sekisho: --fail-on の値「fatal」は使えません'],
    [['a.yaml', '--colour'], 'sekisho: オプション --colour はありません'],
    [['a.yaml', '--as-of'], 'sekisho: オプション --as-of <date> には値が必要です'],
    [
      ['a.yaml', '-p', 'isesaki', '--rule', 'technical/mail-span'],
      'sekisho: --rule の「technical/mail-span」というルールはありません。technical/mail-spam ではありませんか',
    ],
    [
      ['a.yaml', '-p', 'isesaki', '--rule', 'technical/mail-spam'],
      'sekisho: --rule の technical/mail-spam は、選ばれたポリシーのどの条項にも対応していない',
    ],
    [
      ['a.yaml', '-p', 'isesaki', '--skip', 'inventory/schema'],
      'sekisho: --skip の inventory/schema は常に判定するルールで',
    ],
  ])('%j', async (argv, complaint) => {
    expect(await stopped(argv)).toContain(complaint);
  });

  it('is said in English, too', async () => {
    expect(await stopped(['a.yaml', '-p', 'isesaky'], {}, 'en')).toContain(
      'there is no policy “isesaky”; did you mean isesaki?',
    );
  });

  it('includes a parameter that the rule does not have', async () => {
    const config = 'policy: isesaki\nparameters: { human/training-current: { maxAges: P12M } }\n';
    expect(await stopped(['a.yaml'], { 'sekisho.config.yaml': config })).toContain(
      'parameters human/training-current に「maxAges」というパラメーターはありません。maxAge ではありませんか',
    );
  });

  it('includes a configuration that is not valid, with the place of each error', async () => {
    const errors = await stopped(['a.yaml'], {
      'sekisho.config.yaml': 'polcy: isesaki\nfailOn: sometimes\n',
    });
    expect(errors).toMatch(
      /^sekisho: sekisho\.config\.yaml:1:1: 定められていないキー「polcy」を含んでいます。policy ではありませんか$/m,
    );
    expect(errors).toContain('sekisho.config.yaml:2:9: failOn の値 sometimes は選択肢にありません');
  });
});

describe('the day judged by', () => {
  const yaml = 'documents:\n  - { id: s, name: 対策基準, type: standards, reviewed: 2026-11-21 }\n';
  const future = (argv: readonly string[], now: string) =>
    inFolder(
      { 'a.yaml': yaml },
      async (directory) => (await sekisho(['a.yaml', '-p', 'isesaki', ...argv], { directory, now })).code,
    );

  it('is today in Japan, wherever the machine stands', async () => {
    expect(await future([], '2026-11-20T14:59:59Z')).toBe(1);
    expect(await future([], '2026-11-20T15:00:00Z')).toBe(0);
  });

  it('can be given, in either calendar', async () => {
    expect(await future(['--as-of', '2026-11-20'], '2027-01-01T00:00:00Z')).toBe(1);
    expect(await future(['--as-of', '令和8年11月21日'], '2025-01-01T00:00:00Z')).toBe(0);
  });
});

describe('help and version', () => {
  it('shows an example for the command, in the language of the locale', async () => {
    expect((await sekisho(['check', '--help'])).stdout).toContain('例:\n  sekisho check');
    expect((await sekisho(['check', '--help'], { environment: { LANG: 'en_GB.UTF-8' } })).stdout).toContain(
      'Examples:\n  sekisho check',
    );
    expect((await sekisho(['--help'], { environment: { LC_ALL: 'C' } })).stdout).toContain('使い方: sekisho');
  });

  it('takes the first word that the locale has, as POSIX reads it', async () => {
    const help = async (environment: Readonly<Record<string, string>>) =>
      (await sekisho(['--help'], { environment })).stdout.split(':', 1)[0];
    const [ja, en] = ['ja_JP.UTF-8', 'en_US.UTF-8'];
    expect(await help({ LC_ALL: en, LC_MESSAGES: ja, LANG: ja })).toBe('Usage');
    expect(await help({ LC_ALL: ja, LC_MESSAGES: en, LANG: en })).toBe('使い方');
    expect(await help({ LC_ALL: '', LC_MESSAGES: en, LANG: ja })).toBe('Usage');
    expect(await help({ LANG: 'en' })).toBe('Usage');
    expect(await help({ LANG: 'eno_XX' })).toBe('使い方');
  });

  it('gives the version alone', async () => {
    const { stdout, code } = await sekisho(['--version']);
    expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(code).toBe(0);
  });
});
