import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { builtInPolicyIds } from '../../src/policy/load.ts';
import { areaNames, subjectNames } from '../../src/result/words.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Listed {
  readonly rules: readonly {
    readonly id: string;
    readonly area: string;
    readonly title: string;
    readonly always: boolean;
    readonly clauses: readonly { readonly policy: string; readonly ref: string }[];
  }[];
}

const listed = async (...options: readonly string[]) =>
  JSON.parse((await sekisho(['rules', '-f', 'json', ...options])).stdout) as Listed;

describe('sekisho rules', () => {
  it.each(['ja', 'en'] as const)(
    'lists every rule once, under its area, with its title (%s)',
    async (lang) => {
      for (const columns of [undefined, 80, 120]) {
        const world = { environment: { NO_COLOR: '1' }, ...(columns === undefined ? {} : { columns }) };
        const { code, stdout } = await sekisho(['rules', '--lang', lang], world);
        expect(code).toBe(0);
        const lines = stdout.split('\n');
        const ids = lines.flatMap((line) => /^ {2}([a-z]+\/[a-z-]+)/.exec(line)?.[1] ?? []);
        const areas = Object.keys(areaNames);
        expect(ids).toEqual(
          areas.flatMap((area) => rules.map(({ id }) => id).filter((id) => id.startsWith(`${area}/`))),
        );
        expect(ids).toHaveLength(rules.length);
        const words = stdout.replaceAll(/\s+/g, '');
        for (const { title } of rules) expect(words).toContain(title[lang].replaceAll(' ', ''));
        for (const line of lines) expect(stringWidth(line), line).toBeLessThanOrEqual(columns ?? 1000);
      }
    },
  );

  it('names the clauses that cite a rule, policy by policy', async () => {
    const { stdout } = await sekisho(['rules']);
    expect(stdout).toMatch(
      /classification\/encryption-at-rest .*\n +minakami 3\)保管\[2\], 3\)送受信; shikoukisoku-16-3 第1項第2号\[2\]（2027-07-01 から）\n/,
    );
    expect(stdout).toMatch(/inventory\/syntax .*\n +どのポリシーでも、常に判定します。\n/);
  });

  it('keeps to the clauses of the policies it is given', async () => {
    expect(
      new Set((await listed()).rules.flatMap(({ clauses }) => clauses.map(({ policy }) => policy))),
    ).toEqual(new Set(builtInPolicyIds));
    expect(
      new Set(
        (await listed('-p', 'minakami')).rules.flatMap(({ clauses }) => clauses.map(({ policy }) => policy)),
      ),
    ).toEqual(new Set(['minakami']));
    const policy = `
id: own
title: { ja: 例, en: Example }
clauses:
  - ref: "1"
    title: { ja: 条項, en: Clause }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules: [{ id: technical/mail-spam, basis: stated }]
`;
    await inFolder({ 'own.yaml': policy }, async (directory) => {
      const { stdout } = await sekisho(['rules', '-p', 'own.yaml', '-f', 'json', '--lang', 'en'], {
        directory,
      });
      const cited = (JSON.parse(stdout) as Listed).rules.filter(({ clauses }) => clauses.length > 0);
      expect(cited.map(({ id }) => id)).toEqual(['technical/mail-spam']);
      expect(cited[0]?.clauses).toEqual([
        { policy: 'own', ref: '1', title: 'Clause', modality: 'must', basis: 'stated' },
      ]);
    });
  });

  it('gives the same as JSON', async () => {
    const report = await listed('--lang', 'en');
    expect(report).toMatchObject({ schemaVersion: 1 });
    expect(report.rules.map(({ id, area, title }) => [id, area, title])).toEqual(
      rules.map(({ id, title }) => [id, id.split('/')[0], title.en]),
    );
    for (const { id, always } of report.rules) expect(always).toBe(id.startsWith('inventory/'));
  });

  it.each([
    [['spam'], 'technical/mail-spam'],
    [['ＳＰＡＭ'], 'technical/mail-spam'],
    [['施錠'], 'classification/storage-locked'],
    [['storage.locked'], 'classification/storage-locked'],
    [['facilities.locked'], 'classification/storage-locked'],
    [['3)保管[1]'], 'classification/storage-locked'],
    [['minakami', 'Keeping'], 'classification/encryption-at-rest'],
    [['職員等の区分', '研修'], 'human/training-current'],
  ])('finds %j in titles, fields and clauses, in either language', async (words, id) => {
    const found = (await listed(...words)).rules.map((rule) => rule.id);
    expect(found).toContain(id);
    expect(found.length).toBeLessThan(rules.length / 4);
  });

  it('finds rules that have all of the words, and says so where none has', async () => {
    const ids = async (...words: readonly string[]) => (await listed(...words)).rules.map(({ id }) => id);
    const both = await ids('機密性', '暗号化');
    expect(both).toEqual((await ids('暗号化')).filter((id) => both.includes(id)));
    expect(both.length).toBeLessThan((await ids('暗号化')).length);
    const { code, stdout, stderr } = await sekisho(['rules', '人工衛星']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('「人工衛星」を題名・項目・条項に含むルールはありません');
  });

  it('finds the rules that a policy writes itself by the fields that their conditions name', async () => {
    const own = `
id: own
title: 方針
clauses: []
rules:
  - id: own/locked
    title: 錠前
    appliesTo: assets
    when: { copies: { some: { location: { present: true } } } }
    require: { storage.locked: true }
    examples: { pass: { id: a }, fail: { id: a }, unknown: { id: a } }
`;
    await inFolder({ 'own.yaml': own }, async (directory) => {
      for (const word of ['storage.locked', 'copies.location']) {
        const { stdout, stderr } = await sekisho(['rules', word, '-p', 'own.yaml', '-f', 'json'], {
          directory,
        });
        expect(stderr).toBe('');
        expect((JSON.parse(stdout) as Listed).rules.map(({ id }) => id)).toContain('own/locked');
      }
    });
  });

  it('refuses a format it does not have', async () => {
    const { code, stdout, stderr } = await sekisho(['rules', '-f', 'jsn']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('形式「jsn」はありません。json ではありませんか');
  });

  it('shows an example in its help', async () => {
    for (const command of [['rules'], ['explain'], ['policies'], ['policies', 'diff']]) {
      expect((await sekisho([...command, '--help'])).stdout).toContain(`例:\n  sekisho ${command.join(' ')}`);
      expect((await sekisho([...command, '--help', '--lang', 'en'])).stdout).toContain('Examples:\n');
    }
  });
});

it('every area and every subject of a rule has a name', () => {
  for (const { id, appliesTo } of rules) {
    expect(Object.keys(areaNames)).toContain(id.split('/')[0]);
    for (const subject of [appliesTo].flat()) expect(Object.keys(subjectNames)).toContain(subject);
  }
});
