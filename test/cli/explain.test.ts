import { stripVTControlCharacters } from 'node:util';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { builtInPolicyIds, loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const own = `
id: own
title: { ja: 関所市情報セキュリティポリシー, en: Security policy of Sekisho City }
parameters:
  human/training-current: { maxAge: P6M }
clauses:
  - ref: 第3条ア
    title: { ja: 研修, en: Training }
    summary: { ja: 半年ごとに研修を行う。, en: Training is held twice a year. }
    modality: principle
    rules: [{ id: human/training-current, basis: interpreted, severity: warning }]
  - ref: 第3条イ
    title: { ja: 意識の向上, en: Awareness }
    summary: { ja: 意識を高める。, en: Awareness is raised. }
    modality: must
    attestation: true
    informs: staffGroups
`;

/** Of each rule one language in each run of all tests, and both where SEKISHO_FULL asks for it, where all texts are wrapped alike. */
const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';
const languages = ['ja', 'en'];

const explain = (topic: readonly string[], lang = 'ja', world = {}) =>
  sekisho(['explain', ...topic, '--lang', lang], world);

describe('sekisho explain <rule>', () => {
  it.each(['ja', 'en'] as const)('says everything about every rule (%s)', async (lang) => {
    const known = ruleCatalogue(rules);
    const policies = await Promise.all(builtInPolicyIds.map((id) => loadPolicy(id, '.', known)));
    for (const { id, title, rationale, remedy, parameters = {}, examples } of rules) {
      const { code, stdout, stderr } = await explain([id], lang);
      expect([code, stderr], id).toEqual([0, '']);
      expect(stdout.split('\n').slice(0, 2)).toEqual([title[lang], id]);
      for (const text of [rationale, remedy, ...Object.values(parameters).map(({ about }) => about)])
        expect(stdout).toContain(text[lang]);
      for (const verdict of ['pass', 'fail', 'unknown', 'review'] as const)
        for (const line of examples[verdict]?.trim().split('\n') ?? [])
          expect(stdout).toContain(`    ${line}`);
      for (const policy of policies)
        for (const { clause } of policy.citations.get(id) ?? [])
          expect(stdout).toContain(`${policy.id} ${clause.ref}  ${clause.title[lang]}`);
    }
  });

  it('looks as a person reads it', async () => {
    const rule = rules.find(({ id }) => id === 'human/training-current');
    const yaml = (verdict: 'pass' | 'fail' | 'unknown' | 'review') =>
      rule?.examples[verdict]?.trim().replaceAll(/^/gm, '    ');
    await inFolder({ 'own.yaml': own }, async (directory) => {
      const { stdout } = await explain(['human/training-current', '-p', 'own.yaml'], 'en', { directory });
      expect(stdout).toBe(`${rule?.title.en}
human/training-current

  applies to   groups of staff (staffGroups)
  why          ${rule?.rationale.en}
  remedy       ${rule?.remedy.en}
               sekisho due tells by when it is to be done again.
  parameter    maxAge: P24M  how long ago the last training may be ─ 24 months (default), own: 6 months (set by the policy)

  Example: pass
${yaml('pass')}

  Example: fail
${yaml('fail')}

  Example: unknown
${yaml('unknown')}

  Example: review
${yaml('review')}

  clause       own 第3条ア  Training (principle, interpreted, severity warning)
`);
    });
  });

  it('says where no clause cites a rule, and which rules always run', async () => {
    await inFolder({ 'own.yaml': own }, async (directory) => {
      expect(
        (await explain(['technical/mail-spam', '-p', 'own.yaml'], 'ja', { directory })).stdout,
      ).toContain('条項    このルールを挙げる条項はありません。');
    });
    expect((await explain(['inventory/syntax'])).stdout).toContain(
      '条項    どのポリシーでも、常に判定します。',
    );
  });

  it('says under which policy the examples show what they show', async () => {
    expect((await explain(['technical/log-retention'])).stdout).toContain(
      '例のポリシー: 設定値: minimumDays: 365',
    );
    expect((await explain(['organization/agencies-covered'], 'en')).stdout).toContain(
      'Policy of the examples: bodies in scope: Mayor (mayor), Assembly (assembly)',
    );
  });

  it.each(languages)(
    'keeps to the width of the terminal, with the same words in colours (%s)',
    async (lang) => {
      for (const [index, { id, examples }] of rules.entries()) {
        if (!isFull && index % 2 !== languages.indexOf(lang)) continue;
        const plain = await explain([id], lang, { columns: 80, environment: { NO_COLOR: '1' } });
        const painted = await explain([id], lang, { columns: 80, environment: {} });
        expect(stripVTControlCharacters(plain.stdout)).toBe(plain.stdout);
        expect(painted.stdout).not.toBe(plain.stdout);
        expect(stripVTControlCharacters(painted.stdout)).toBe(plain.stdout);
        const yaml = new Set(Object.values(examples).flatMap((example) => String(example).split('\n')));
        for (const line of plain.stdout.split('\n'))
          if (!yaml.has(line.slice(4))) expect(stringWidth(line), line).toBeLessThanOrEqual(80);
      }
    },
  );
});

describe('sekisho explain <clause>', () => {
  it.each([
    [['isesaki', '6(3)ア[1]']],
    [['isesaki 6(3)ア[1]']],
    [['isesaki:6(3)ア[1]']],
    [['isesaki：６（３）ア［１］']],
    [['isesaki', '6', '(3)', 'ｱ', '[1]']],
    [['ISESAKI', '6(3)ア[1]']],
  ])('finds %j', async (topic) => {
    const { code, stdout } = await explain(topic);
    expect(code).toBe(0);
    expect(stdout.split('\n')[0]).toBe('isesaki 6(3)ア[1]  マイナンバー利用事務系の分離');
    expect(stdout).toContain('区分    原則\n');
    expect(stdout).toContain('resilience/mynumber-separation');
  });

  it('finds a ref in every policy that has it, and counted duties by their provision', async () => {
    const heads = (stdout: string) => stdout.match(/^[a-z]+ \S+(?= {2})/gm);
    expect(heads((await explain(['6(1)'])).stdout)).toEqual([
      'isesaki 6(1)',
      'kumagaya 6(1)[1]',
      'kumagaya 6(1)[2]',
      'tokubetsuku 6(1)',
    ]);
    expect(heads((await explain(['6(1)', '-p', 'isesaki'])).stdout)).toEqual(['isesaki 6(1)']);
  });

  it('shows summary, modality and all that answers a clause of a policy of one’s own', async () => {
    await inFolder({ 'own.yaml': own, 'sekisho.config.yaml': 'policy: own.yaml\n' }, async (directory) => {
      expect((await explain(['第3条'], 'en', { directory })).stdout).toContain(
        '  sekisho explain "own 第3条ア"  Training\n  sekisho explain "own 第3条イ"  Awareness\n',
      );
      expect((await explain(['第３条 ア'], 'en', { directory })).stdout).toBe(`own 第3条ア  Training
Security policy of Sekisho City

  summary      Training is held twice a year.
  modality     ${'principle'}
  answered by  human/training-current  ${rules.find(({ id }) => id === 'human/training-current')?.title.en} (interpreted, severity warning)
`);
      expect((await explain(['own 第3条イ'], 'ja', { directory })).stdout).toBe(`own 第3条イ  意識の向上
関所市情報セキュリティポリシー

  要旨    意識を高める。
  区分    義務
  判定    台帳の記録からは判定できません。守られていることを確かめ、attestations に policy: own、clause: 第3条イ と、statement・by・date・evidence を書きます。
          参照: staffGroups
`);
    });
  });

  it('prints what a policy file says, but does not let it control the terminal', async () => {
    const bad = own.replace('en: Training }', 'en: "Tr\\u001b[2Jaining\\nand\\u202e more" }');
    await inFolder({ 'own.yaml': bad }, async (directory) => {
      const { stdout } = await explain(['第3条ア', '-p', 'own.yaml'], 'en', { directory });
      expect(stdout).toContain('Tr\\u{1b}[2Jaining and\\u{202e} more\n');
    });
  });
});

describe('sekisho explain, asked for what is not there,', () => {
  it.each([
    [['classification/encrypton-at-rest'], 'classification/encryption-at-rest'],
    [['strage.locked'], 'storage.locked'],
    [['情報資算'], '情報資産'],
    [['マイナンバー利用実務系'], 'マイナンバー利用事務系'],
    [['isesaky 6(3)ア[1]'], 'isesaki 6(3)ア[1]'],
    [['isesaki', '3)保管'], 'minakami 3)保管[1]'],
    [['isesaki'], 'isesaki 1'],
  ])('asks for %j whether %s was meant', async (topic, meant) => {
    const { code, stdout, stderr } = await explain(topic, 'en');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      `sekisho: nothing is called “${topic.join(' ')}”, no field, no rule and no clause; did you mean ${meant}?\n`,
    );
  });

  it('says where to look, where nothing is near', async () => {
    const { code, stderr } = await explain(['人工衛星の軌道']);
    expect(code).toBe(2);
    expect(stderr).toContain(
      '「人工衛星の軌道」に当たる項目・ルール・条項などはありません。区分の名（sekisho explain assets）か、',
    );
  });

  it.each([
    [['explain'], /引数 .* を指定してください/],
    [['explain', '6(1)', '-p', 'isesaky'], /「isesaky」というポリシーはありません。isesaki ではありませんか/],
    [['explain', '6(1)', '-p', './none.yaml'], /ポリシーファイルを開けません/],
    [['explain', '6(1)', '--lang', 'fr'], /--lang の値「fr」は使えません/],
  ])('refuses %j', async (argv, complaint) => {
    const { code, stdout, stderr } = await sekisho(argv);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(complaint);
  });
});
