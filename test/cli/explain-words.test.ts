import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { wordsOfLaw } from '../../src/lookup/words-of-law.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const explain = async (topic: string, lang = 'ja', world = {}) => {
  const { code, stdout, stderr } = await sekisho(['explain', ...topic.split(' '), '--lang', lang], world);
  expect([code, stderr], topic).toEqual([0, '']);
  return stdout;
};

/** The commands that a list offers. */
const offered = (stdout: string) =>
  [...stdout.matchAll(/^ {2}sekisho explain (".*?"|\S+)/gm)].map(([, topic]) => topic);

describe('sekisho explain <field>', () => {
  it('says what to write, in which Japanese words, who asks for it, and where it stands', async () => {
    expect(await explain('storage.locked')).toBe(`施錠 ─ 情報資産
assets.storage.locked

  説明    施錠できる場所に保管しているか。書かなければ保管場所（facility）の記載による。
  記入    はい（true）又はいいえ（false）。分からなければ書かない。
          はい: ○ ◯ 〇 ● ✓ レ 有 あり 済 実施済 はい
          いいえ: × ✕ 無 なし 未 未実施 いいえ
  判定    classification/storage-locked  機密性2以上の情報は、施錠できる場所に保管する（minakami 3)保管[1]、shikoukisoku-16-3 第1項第2号[2], 第1項第3号[4]）

  書き方
    assets:
      - storage:
          locked: true
`);
  });

  it.each([
    'assets.storage.locked',
    'Storage.Locked',
    '情報資産の施錠',
    '施錠保管',
    'assets[0].storage.locked',
  ])('is found by %s', async (topic) => {
    expect((await explain(topic)).split('\n')[1]).toBe('assets.storage.locked');
  });

  it('says what each choice means and is called, and which rules look at it', async () => {
    const page = await explain('assets.form');
    expect(page).toContain('紙文書（印刷したものを含む） [紙文書、紙、紙媒体]');
    expect(page).toMatch(/参照 {4}.*classification\/encryption-at-rest/);
    expect(page).toContain('    assets:\n      - form: electronic\n');
  });

  it('shows what stands below it, and where', async () => {
    const page = await explain('organization.roles', 'en');
    expect(page).toContain('roles.post ');
    expect(page).toContain('    organization:\n      roles:\n        - role: cio\n          post: …\n');
  });

  it('says of a field that no rule reads that it is not judged, of others what they are for', async () => {
    expect(await explain('organization.code')).toContain('（判定には用いない）');
    expect(await explain('organization.code', 'en')).toContain('(not judged)');
    expect(await explain('assets.evidence.sha256', 'en')).toContain(
      '(the material must be there, and unchanged)',
    );
    expect(await explain('assets.agency', 'en')).toContain('(what it refers to must exist)');
  });

  it('knows the fields of a policy of one’s own, their rules, and its words', async () => {
    const own = `
id: own
title: 方針
vocabulary: { documents: [{ id: school-rules, name: 学校の情報取扱規程 }] }
clauses:
  - { ref: 第1条, title: 持出し, summary: 持ち出すものを暗号化する。, modality: must, rules: [{ id: own/takeout, basis: stated }] }
fields:
  assets: { x-takeout.encrypted: { type: boolean, about: 持ち出すものを暗号化しているか。 } }
rules:
  - id: own/takeout
    title: 持ち出すものを暗号化する
    appliesTo: assets
    require: { x-takeout.encrypted: true }
    examples:
      pass: { x-takeout: { encrypted: true } }
      fail: { x-takeout: { encrypted: false } }
      unknown: { id: a }
`;
    await inFolder({ 'own.yaml': own, 'sekisho.config.yaml': 'policy: own.yaml\n' }, async (directory) => {
      const page = await explain('x-takeout.encrypted', 'ja', { directory });
      expect(page).toContain('説明    持ち出すものを暗号化しているか。');
      expect(page).toContain('判定    own/takeout  持ち出すものを暗号化する（own 第1条）');
      expect(await explain('学校の情報取扱規程', 'ja', { directory })).toContain(
        'documents.type: school-rules',
      );
    });
  });
});

describe('sekisho explain <section>', () => {
  it.each(['assets', '情報資産', '情報資産台帳', 'information assets'])(
    '%s lists all fields',
    async (topic) => {
      const page = await explain(topic);
      expect(page.split('\n').slice(0, 2)).toEqual(['情報資産', 'assets']);
      for (const key of Object.keys(inventoryShape.properties?.['assets']?.items?.properties ?? {}))
        expect(page).toMatch(new RegExp(`^    ${key}  `, 'm'));
      expect(page).toMatch(/この区分を判定する\d+ルールは、sekisho rules assets で見られます。/);
    },
  );

  it('of every section can be asked for, in both languages, within the width of a terminal', async () => {
    for (const [section, { title = section }] of Object.entries(inventoryShape.properties ?? {}).slice(1))
      for (const [topic, lang] of [
        [section, 'en'],
        [title, 'ja'],
      ] as const) {
        const page = await explain(topic, lang, { columns: 80, environment: { NO_COLOR: '1' } });
        expect(page.split('\n')[1]).toBe(section);
        for (const line of page.split('\n'))
          if (!line.includes('sekisho explain')) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
      }
  });
});

describe('sekisho explain <choice>', () => {
  it.each(['紙', 'paper', '紙媒体', 'form: 紙', 'assets.form.paper'])('%s', async (topic) => {
    const [title, address] = (await explain(topic)).split('\n');
    expect([title, address]).toEqual(['紙文書（印刷したものを含む）', 'assets.form: paper']);
  });

  it('that several fields have is a list of them, each with its command', async () => {
    const topics = offered(await explain('クラウド'));
    expect(topics.length).toBeGreaterThan(1);
    for (const topic of topics.slice(0, 3)) await explain(String(topic).replaceAll('"', ''));
  });
});

describe('sekisho explain <word of law>', () => {
  it('says what offices call it, where it stands, and by what it is judged', async () => {
    const page = await explain('識別符号');
    expect(page).toMatch(
      /^識別符号\n\n {2}説明 {4}ID・パスワードなど、.*\n {2}出典 {4}地方自治法施行規則第16条の3第1項第4号\n {2}条項 {4}shikoukisoku-16-3 第1項第4号\[5\] {2}識別符号の管理\n {2}項目 {4}staffGroups\.credentials、/,
    );
    expect(page).toContain('human/passwords-managed  パスワードを適切に管理させる\n');
    expect(await explain('役務', 'en')).toContain('cloud services');
  });

  it('goes before what is called the same, which follows', async () => {
    const page = await explain('管理区域');
    expect(page).toMatch(/^管理区域\n/);
    expect(offered(page)).toContain('facilities');
  });

  it('is said of every word with sections, fields, clauses and rules that there are', async () => {
    for (const { word, fields, clauses } of wordsOfLaw) {
      const page = await explain(word);
      expect(page, word).toMatch(/^ {2}判定 +[a-z]+\//m);
      for (const ref of clauses) expect(page).toContain(`shikoukisoku-16-3 ${ref}  `);
      for (const field of fields) expect((await explain(field)).split('\n')[1]).toBe(field);
    }
  });
});

describe('sekisho explain <level or layer>', () => {
  it.each(['機密性3', '機密性３以上', 'confidentiality 3'])(
    '%s: the scales, and where it is written',
    async (topic) => {
      const page = await explain(topic);
      expect(page).toMatch(/^機密性 3\n/);
      expect(page).toContain(
        '等級    3 > 2 > 1  isesaki, kumagaya, tokubetsuku（文書に定めがなく、通常の等級による）',
      );
      expect(page).toContain('minakami 3)機密性3)');
      expect(page).toContain('    assets:\n      - classification:\n          confidentiality: 3\n');
    },
  );

  it('takes the levels of a policy of one’s own', async () => {
    const own = `
id: own
title: 方針
scales: { confidentiality: [{ level: 3A, means: 3 }, { level: Ⅱ, means: 2 }, { level: 1, means: 1 }] }
layers: [{ id: school, name: 校務系, treatedAs: lgwan }]
clauses: []
`;
    await inFolder({ 'own.yaml': own }, async (directory) => {
      const { stdout } = await sekisho(['explain', '3a', '-p', 'own.yaml'], { directory });
      expect(stdout).toContain('等級    3A > Ⅱ > 1  own\n');
      const school = await sekisho(['explain', '校務系', '-p', 'own.yaml'], { directory });
      expect(school.stdout).toContain('校務系（LGWAN接続系として扱う）  own\n');
      const list = await sekisho(['explain', '施錠', '-p', 'own.yaml', '-p', 'minakami'], { directory });
      expect(list.stdout).toContain('sekisho explain assets.storage.locked -p own.yaml -p minakami');
    });
  });

  it.each(['mynumber', 'マイナンバー利用事務系', '番号系', 'the MyNumber layer'])('%s', async (topic) => {
    const page = await explain(topic);
    expect(page.split('\n').slice(0, 2)).toEqual(['マイナンバー利用事務系', 'mynumber']);
    expect(page).toContain('マイナンバー利用事務系（LGWAN接続系として扱う）  tokubetsuku');
    expect(page).toContain(
      '記入    mynumber、マイナンバー利用事務系、個人番号利用事務系、番号利用事務系、番号系、マイナンバー系',
    );
  });
});

describe('sekisho explain <word>', () => {
  it('explains what is called so, and lists what else has the word in its title', async () => {
    const page = await explain('保管');
    expect(page).toMatch(/^保管 ─ 情報資産\nassets\.storage\n/);
    expect(offered(page)).toEqual(
      expect.arrayContaining(['assets.facility', 'classification/storage-locked', '"minakami 3)保管[1]"']),
    );
    expect(page).toContain('ほかに「保管」に当たるもの');
  });

  it('lists what several things are called, with commands that lead to each', async () => {
    const page = await explain('施錠');
    const topics = offered(page);
    expect(topics).toEqual(expect.arrayContaining(['assets.storage.locked', 'facilities.locked']));
    for (const topic of topics) {
      const { code } = await sekisho(['explain', String(topic).replaceAll('"', '')]);
      expect(code, topic).toBe(0);
    }
  });

  it('goes straight to the only thing that has the words in its title', async () => {
    expect(await explain('encryption-at-rest', 'en')).toMatch(/\nclassification\/encryption-at-rest\n/);
    expect(await explain('スパムメール', 'ja')).toMatch(/technical\/mail-spam/);
  });

  it.each(['', ' ', '○', '□'])('offers nothing that is only as short: “%s”', async (asked) => {
    const { code, stderr } = await sekisho(['explain', asked, '--lang', 'ja']);
    expect(code).toBe(2);
    expect(stderr).toContain('に当たる項目・ルール・条項などはありません');
    expect(stderr).not.toContain('ではありませんか');
  });

  it('puts nothing into a command that a shell would act on', async () => {
    const own =
      'id: own\ntitle: 方針\nclauses:\n  - { ref: "1$(reboot)", title: 危険な条項, summary: 危険, modality: must, attestation: true }\n  - { ref: "2", title: 危険な条項, summary: 危険, modality: must, attestation: true }\n';
    await inFolder({ 'own.yaml': own }, async (directory) => {
      const { stdout } = await sekisho(['explain', '危険', '-p', 'own.yaml'], { directory });
      expect(stdout).toContain('\n  own 1$(reboot) ');
      expect(stdout).toContain('\n  sekisho explain "own 2" -p own.yaml  ');
    });
  });
});
