import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** What is wrong with how one asset is written, beside its id and name: message and remedy. */
async function problems(lines: string, lang: 'ja' | 'en' = 'ja'): Promise<string[]> {
  const text = `assets:\n  - id: a\n    name: 台帳\n${lines.replaceAll(/^/gm, '    ')}\n`;
  return problemsOf({ 'a.yaml': text }, lang);
}

async function problemsOf(files: Record<string, string>, lang: 'ja' | 'en' = 'ja'): Promise<string[]> {
  return inFolder(files, async (directory) => {
    const argv = ['check', '.', '-p', 'minakami', '-f', 'json', '--lang', lang, '--rule', 'inventory/schema'];
    const { stdout } = await sekisho(argv, { directory });
    const { findings } = JSON.parse(stdout) as {
      findings: { ruleId: string; message: string; remedy: string; location: { line: number } }[];
    };
    return findings.map(({ message, remedy, location }) => `${location.line}: ${message} ${remedy}`);
  });
}

describe('words in Japanese are taken for what they mean', () => {
  it.each([
    'form: 紙',
    'form: 紙文書',
    'contains: 個人情報',
    'contains: [個人情報, マイナンバー]',
    'storage: { locked: ○, hiddenFromView: 無 }',
    'storage: { locked: レ, hiddenFromView: ✕ }',
    'manager: 無',
    'disposal: { method: 溶解, date: 未 }',
    'classification: { confidentiality: 機密性２ }',
  ])('%s', async (lines) => {
    expect(await problems(lines)).toEqual([]);
  });

  it('and judged as such', async () => {
    const check = async (lines: string) => {
      const text = `assets:\n  - { id: a, name: 台帳, form: 紙, classification: { confidentiality: 2 }, ${lines} }\n`;
      return inFolder({ 'a.yaml': text }, async (directory) => {
        const argv = ['.', '-p', 'minakami', '-f', 'json', '--rule', 'classification/storage-locked'];
        const { stdout } = await sekisho(argv, { directory });
        return JSON.parse(stdout).summary.verdicts;
      });
    };
    expect(await check('storage: { locked: 有 }')).toMatchObject({ fail: 0, unknown: 0 });
    expect(await check('storage: { locked: × }')).toMatchObject({ fail: 1, unknown: 0 });
  });

  it('in the width of the letters that they are typed in', async () => {
    const systems = 'systems:\n  - { id: s, name: 端末, type: ＰＣ }\n';
    const services = 'services:\n  - { id: w, name: 広報, type: ＳＮＳ, reachedBy: [ＬＧＷＡＮ] }\n';
    expect(await problemsOf({ 'a.yaml': systems + services })).toEqual([]);
  });
});

describe('what says neither yes nor no is never taken for one', () => {
  it.each(['要', '不要', '必要', '△', '一部', '予定', '検討中', '原則', '不明', '該当なし'])(
    '%s',
    async (word) => {
      const [problem, ...more] = await problems(`storage: { locked: ${word} }`);
      expect(more).toEqual([]);
      expect(problem).toMatch(
        `4: 「台帳」は locked に「${word}」と書かれており、している・していないのどちらかが分かりません。`,
      );
      expect(await problems(`manager: ${word}`, 'en')).toEqual([
        `4: “台帳” has ${word} in manager, which is not what is asked for. write what is laid down (such as a post); false if there is none; leave the value out if it is not known or does not apply.`,
      ]);
    },
  );
});

describe('what is asked for, planned or done in part is never offered as a fact', () => {
  it.each([
    ['backup: 要', 'backup: { taken: true } か backup: { taken: false } のように'],
    ['backup: 導入検討中', 'backup: { taken: true } か backup: { taken: false } のように'],
    ['monitoring: 一部のみ', 'true（○、有、済）か false（×、無、未）で'],
    ['backup: { taken: 実施予定 }', 'true（○、有、済）か false（×、無、未）で'],
  ])('where it stands in place of a yes or no: %s', async (field, said) => {
    const [problem = '', ...more] = await problemsOf({
      'a.yaml': `systems:\n  - id: s\n    name: サーバ\n    ${field}\n`,
    });
    expect(more).toEqual([]);
    expect(problem).toContain('している・していないのどちらかが分かりません');
    expect(problem).toContain(said);
  });

  it.each([
    ['施錠: 要', 'storage: { locked: true }、storage: { locked: false }'],
    ['暗号化: 要', 'encryption: { atRest: true }、encryption: { atRest: false }'],
    ['施錠: キャビネット', 'storage: { locked: true }、storage: { locked: false }'],
    ['形態: フィルム', 'form: electronic、form: paper、form: media、form: system-document'],
  ])('where it stands at a key in Japanese: %s', async (line, said) => {
    const [problem = '', ...more] = await problems(line);
    expect(more).toEqual([]);
    expect(problem).toContain(`次のうち当てはまるものを書いてください: ${said}`);
  });
});

describe('a key in Japanese, or at the wrong depth, gets the line to write', () => {
  it.each([
    ['機密性: 2', 'classification: { confidentiality: 2 }'],
    ['classification: { 機密性: 2 }', 'confidentiality: 2'],
    ['形態: 紙', 'form: paper'],
    ['施錠: 有', 'storage: { locked: true }'],
    ['暗号化: 有', 'encryption: { atRest: true }、encryption: { inTransit: true }'],
    ['管理責任者: 市民課長', 'manager: 市民課長'],
    ['保存時の暗号化: 無', 'encryption: { atRest: false }'],
    ['廃棄日: 2026/4/1', 'disposal: { date: 2026-04-01 }'],
    ['含まれる情報: 個人情報、特定個人情報', 'contains: [personal-information, my-number]'],
    ['持ち出しの可否: 不可', 'takeout: { permitted: false }'],
  ])('%s', async (lines, line) => {
    const [problem = '', ...more] = await problems(lines);
    expect(more).toEqual([]);
    expect(problem).toContain(line);
    expect(problem).not.toMatch(/消|remove|delete/);
    const first = line.split('、')[0] ?? '';
    const mended = lines.startsWith('classification') ? `classification: { ${first} }` : first;
    expect(await problems(mended)).toEqual([]);
  });

  it('and is told of the other fields of that key', async () => {
    expect(await problems('locked: true')).toEqual([
      '4: 「台帳」は定められていないキー「locked」を含んでいます。 storage: { locked: true } と書いてください（ほかに facilities.locked もあります）。',
    ]);
    expect(await problems('locked: true', 'en')).toEqual([
      '4: “台帳” has a field “locked”, which is not known here. write storage: { locked: true } (there is facilities.locked, too).',
    ]);
  });

  it('a section as well', async () => {
    expect(await problemsOf({ 'a.yaml': '情報資産:\n  - { id: a, name: 台帳 }\n' })).toEqual([
      '1: 「a.yaml」は定められていないキー「情報資産」を含んでいます。 assets: と書いてください。',
    ]);
  });

  it('with all that is wrong below it, in one run', async () => {
    const text =
      '情報資産:\n  - id: a\n    名称: 台帳\n    分類: { 機密性: 2, 完全性: 高, 可用性: 1 }\n    form: 神\n    施錠: 有\n';
    expect(await problemsOf({ 'a.yaml': text })).toEqual([
      '1: 「a.yaml」は定められていないキー「情報資産」を含んでいます。 assets: と書いてください。',
      '3: 「a.yaml」は定められていないキー「名称」を含んでいます。 name: 台帳 と書いてください。',
      '4: 「a.yaml」は定められていないキー「分類」を含んでいます。 classification: と書いてください。',
      '4: 「a.yaml」は定められていないキー「機密性」を含んでいます。 confidentiality: 2 と書いてください。',
      '4: 「a.yaml」は定められていないキー「完全性」を含んでいます。 integrity: 高 と書いてください。',
      '4: 「a.yaml」は定められていないキー「可用性」を含んでいます。 availability: 1 と書いてください。',
      expect.stringMatching(/^5: 「a.yaml」は form の値 神 は選択肢にありません/),
      '6: 「a.yaml」は定められていないキー「施錠」を含んでいます。 storage: { locked: true } と書いてください。',
    ]);
  });

  it.each(['nmae', 'Name', '名称', '情報資産名'])('%s, which is then not missing', async (key) => {
    const [problem, ...more] = await problemsOf({ 'a.yaml': `assets:\n  - id: a\n    ${key}: 台帳\n` });
    expect(problem).toMatch(/^3: .*name/);
    expect(more).toEqual([]);
  });

  it('and one that no field is called is kept as a note', async () => {
    expect(await problems('備品番号: 12')).toEqual([
      '4: 「台帳」は定められていないキー「備品番号」を含んでいます。 判定に用いない項目なら x-備品番号 のように x- で始めてください。',
    ]);
    expect(await problems('x-備品番号: 12')).toEqual([]);
  });
});

describe('a plain value where fields belong is shown as one of them', () => {
  it.each([
    ['backup: 毎日', 'backup: { taken: true }'],
    ['software: Windows', 'software: [{ name: Windows }]'],
    ['authentication: 多要素', 'authentication: { factors: [knowledge, possession] }'],
    ['logs: 有', 'logs: { acquired: true }'],
    ['classification: 2', 'classification: { confidentiality: 2 }'],
    ['logs: 365', 'logs: { retentionDays: 365 }'],
    ['vulnerability: 令和8年4月', 'vulnerability: { lastPatched: 令和8年4月 }'],
    ['malware: 未導入', 'malware: { installed: false }'],
    ['mail: 暗号化', 'mail: { encryption: true }'],
  ])('%s', async (field, line) => {
    const system = (lines: string) => ({ 'a.yaml': `systems:\n  - id: s\n    name: サーバ\n    ${lines}\n` });
    const [problem, ...more] = await problemsOf(system(field));
    expect(more).toEqual([]);
    expect(problem).toContain(`${line} のように書いてください`);
    expect(await problemsOf(system(line))).toEqual([]);
  });

  it.each([
    ['disposal: 溶解', 'disposal: { method: dissolution }'],
    ['takeout: 不可', 'takeout: { permitted: false }'],
    ['takeout: 持ち出し禁止', 'takeout: { permitted: false }'],
  ])('the one that it is a word of, or denies: %s', async (field, line) => {
    expect((await problems(field))[0]).toContain(`${line} のように書いてください`);
    expect(await problems(line)).toEqual([]);
  });

  it('what is not permitted as prohibited', async () => {
    const group = (lines: string) => ({ 'a.yaml': `staffGroups: [{ id: g, name: 職員, ${lines} }]\n` });
    const [first, second, ...more] = await problemsOf(
      group('privateDevices: 禁止, bringIn: { controlled: 不可 }'),
    );
    expect(first).toContain('privateDevices: { prohibited: true } のように');
    expect(second).toContain('true か false を書いてください');
    expect(more).toEqual([]);
    expect((await problemsOf(group('人数: 12名')))[0]).toContain('headcount: 12 と書いてください');
  });

  it.each([
    ['assets:\n  - 住民票\n', '{ id: 住民票, name: 住民票 }'],
    ['organization:\n  name: 町\n  agencies: [町長部局]\n', '{ id: 町長部局, name: 町長部局 }'],
    ['organization:\n  name: 町\n  roles: 副町長\n', 'roles: [{ role: cio, post: 副町長 }]'],
  ])('a record by its name: %s', async (written, line) => {
    const [problem = ''] = await problemsOf({ 'a.yaml': written });
    expect(problem).toContain(` ${line} のように書いてください`);
    const mended = written
      .replace('- 住民票', `- ${line}`)
      .replace('[町長部局]', `[${line}]`)
      .replace('roles: 副町長', line);
    expect(await problemsOf({ 'a.yaml': mended })).toEqual([]);
  });

  it.each([
    ['contains: 個人情報、特定個人情報', '[personal-information, my-number] と'],
    ['contains: 個人情報・マイナンバー', '[personal-information, my-number] と'],
    ['contains: なし', '[] と'],
    ['contains: 該当なし', '[] と'],
    ['contains: 住民の情報', 'contains: [personal-information, sensitive-personal-information] のように'],
  ])('a list by its items: %s', async (field, said) => {
    const [problem = '', ...more] = await problems(field);
    expect(more).toEqual([]);
    expect(problem).toContain(`${said}書いてください`);
    const line = said.replace('contains: ', '').replace(/ (?:と|のように)$/, '');
    expect(await problems(`contains: ${line}`)).toEqual([]);
  });

  it('a list of ids by its ids', async () => {
    const text = (segments: string) => ({
      'a.yaml': `systems: [{ id: s, name: S, segments: ${segments} }]\n`,
    });
    expect((await problemsOf(text('庁内、外部')))[0]).toContain('[庁内, 外部] と書いてください');
  });

  it('a list without its key by a key above it', async () => {
    expect((await problemsOf({ 'a.yaml': '- { id: a, name: 住民票 }\n' }))[0]).toContain(
      '一覧の上の行に、何の一覧かを assets: のようなキーで書いてください',
    );
  });

  it('with the words that there are to choose from', async () => {
    const text = 'systems:\n  - { id: s, name: サーバ, authentication: 多要素 }\n';
    expect((await problemsOf({ 'a.yaml': text }))[0]).toMatch(
      /選択肢: knowledge \(知識（パスワード、暗証番号）\), possession \(所持（ICカード等）\), biometric/,
    );
  });

  it('roles by who holds them as a list of all of them', async () => {
    const roles = (written: string) => ({ 'a.yaml': `organization:\n  name: 関所町\n  roles: ${written}\n` });
    const line = '[{ role: ciso, post: 副町長 }, { role: security-manager, post: 課長 }]';
    const [problem] = await problemsOf(roles('{ ciso: 副町長, 情報セキュリティ管理者: 課長 }'));
    expect(problem).toContain(`roles: ${line} のように書いてください`);
    expect(await problemsOf(roles(line))).toEqual([]);
  });
});
