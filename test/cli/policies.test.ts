import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { bodyPolicyIds, builtInPolicyIds, loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const known = ruleCatalogue(rules);

const first = `
id: first
title: { ja: 一の市のポリシー, en: Policy of First City }
clauses:
  - ref: "1"
    title: { ja: 認識, en: Understanding }
    summary: { ja: 認識を持つ。, en: It is understood. }
    modality: must
    attestation: true
  - ref: 2[1]
    title: { ja: "メール | 迷惑", en: "Mail | *spam*" }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules:
      - { id: technical/mail-spam, basis: stated }
      - { id: technical/faults-recorded, basis: interpreted }
      - { id: human/training-current, basis: stated }
  - ref: 2[2]
    title: { ja: ログ, en: Logs }
    summary: { ja: 要旨, en: Summary }
    modality: should
    rules:
      - { id: technical/faults-recorded, basis: stated }
      - { id: technical/logs-acquired, basis: stated }
`;
const second = `
id: second
title: { ja: 二の町のポリシー, en: Policy of Second Town }
parameters:
  human/training-current: { maxAge: null }
clauses:
  - ref: 1)
    title: { ja: 全般, en: General }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules:
      - { id: technical/logs-acquired, basis: interpreted }
      - { id: human/training-current, basis: stated }
      - { id: technical/mail-encryption, basis: interpreted, severity: error }
  - ref: 2)
    title: { ja: 障害, en: Faults }
    summary: { ja: 要旨, en: Summary }
    modality: should
    rules: [{ id: technical/faults-recorded, basis: stated }]
`;

/** How many rules the built-in policy of Isesaki cites. */
const isesakiRules = () =>
  new Set(
    [
      ...readFileSync(path.resolve('rules/policies/isesaki.yaml'), 'utf8').matchAll(
        /\{ id: ([\w-]+\/[\w-]+)/g,
      ),
    ].map(([, id]) => id),
  ).size;

const title = (id: string) => rules.find((rule) => rule.id === id)?.title.en;

const diff = (a: string, b: string, ...options: readonly string[]) =>
  inFolder({ 'first.yaml': first, 'second.yaml': second }, (directory) =>
    sekisho(['policies', 'diff', a, b, ...options], { directory }),
  );

describe('sekisho policies', () => {
  it('lists those built in, with what they hold', async () => {
    const { code, stdout } = await sekisho(['policies']);
    expect(code).toBe(0);
    const { policies } = JSON.parse((await sekisho(['policies', '-f', 'json'])).stdout) as {
      policies: { id: string; title: string; issuer: string; clauses: number; rules: number }[];
    };
    expect(policies.map(({ id }) => id)).toEqual(builtInPolicyIds);
    for (const { id, title, issuer, clauses, rules } of policies) {
      expect(stdout).toMatch(new RegExp(`^${id} +${title}$`, 'm'));
      expect(stdout).toContain(issuer);
      expect(stdout).toContain(`${clauses}条項、${rules}ルール`);
      const policy = await loadPolicy(id, '.', known);
      expect(clauses).toBe(policy.clauses.length);
      expect(rules).toBe(
        [...policy.citations.keys()].filter((rule) => !rule.startsWith('inventory/')).length,
      );
    }
    expect(stdout).toContain('2022-04-01、2026-04-01');
  });

  it('lists that of the configuration as well', async () => {
    await inFolder(
      { 'first.yaml': first, 'sekisho.config.yaml': 'policy: ./first.yaml\nlang: en\n' },
      async (directory) => {
        expect((await sekisho(['policies'], { directory })).stdout).toMatch(
          /^first +Policy of First City\n +states no date\n +3 clauses, 4 rules \(1 clause for attestations, 0 that define or inform\)$/m,
        );
      },
    );
  });
});

describe('sekisho policies diff', () => {
  it('shows what one asks and the other does not, and what both do not ask alike', async () => {
    expect(await diff('first.yaml', 'second.yaml', '--lang', 'en')).toEqual({
      code: 0,
      stderr: '',
      stdout: `first   Policy of First City
second  Policy of Second Town

Asked by first alone: 1 rule
  technical/mail-spam  ${title('technical/mail-spam')}
    2[1]  Mail | *spam* (must, stated)

Asked by second alone: 1 rule
  technical/mail-encryption  ${title('technical/mail-encryption')}
    1)  General (must, interpreted, severity error)

Asked by both, but not alike: 2 rules
  human/training-current  ${title('human/training-current')}
    first   2[1]  must, stated → violation (error), maxAge: 24 months (default)
    second  1)  must, stated → violation (error), maxAge: none (set by the policy)
  technical/logs-acquired  ${title('technical/logs-acquired')}
    first   2[2]  should, stated → improvement (warning)
    second  1)  must, interpreted → review (info)

Asked by both alike: 1 rule

Answered by attestations under first: 1 clause
  1  Understanding (must)

Answered by attestations under second: 0 clauses

`,
    });
  });

  it('gives it as Markdown, in which no title can format', async () => {
    const { stdout } = await diff('first.yaml', 'second.yaml', '-f', 'markdown', '--lang', 'en');
    expect(stdout).toContain(
      '## Asked by first alone: 1 rule\n\n| rule | title | clause | modality | basis |\n| --- ',
    );
    expect(stdout).toContain(
      `| \`technical/mail-spam\` | ${title('technical/mail-spam')} | 2\\[1\\]  Mail \\| \\*spam\\* | must | stated |\n`,
    );
    expect(stdout).toContain(
      `| \`technical/logs-acquired\` | ${title('technical/logs-acquired')} | 2\\[2\\]  should, stated → improvement (warning) | 1)  must, interpreted → review (info) |\n`,
    );
    expect(stdout).toContain(
      '| clause | title | modality |\n| --- | --- | --- |\n| 1 | Understanding | must |\n',
    );
  });

  it('gives it as JSON, into a file too', async () => {
    await inFolder({ 'first.yaml': first, 'second.yaml': second }, async (directory) => {
      const { stdout } = await sekisho(
        ['policies', 'diff', 'first.yaml', 'second.yaml', '-f', 'json=out/diff.json'],
        { directory },
      );
      expect(stdout).toBe('');
      expect(JSON.parse(await readFile(path.join(directory, 'out/diff.json'), 'utf8'))).toMatchObject({
        schemaVersion: 1,
        policies: { a: { name: 'first' }, b: { name: 'second' } },
        rules: {
          onlyA: [
            { id: 'technical/mail-spam', clauses: [{ ref: '2[1]', modality: 'must', basis: 'stated' }] },
          ],
          onlyB: [{ id: 'technical/mail-encryption', outcome: { verdict: 'fail', severity: 'error' } }],
          unlike: [
            {
              id: 'human/training-current',
              a: { parameters: { maxAge: 'P24M' } },
              b: { parameters: { maxAge: null } },
            },
            { id: 'technical/logs-acquired' },
          ],
          alike: [{ id: 'technical/faults-recorded' }],
        },
        attestations: { a: [{ ref: '1' }], b: [] },
      });
    });
  });

  it('holds every rule of either policy once', async () => {
    for (const a of bodyPolicyIds) {
      for (const b of bodyPolicyIds) {
        const { stdout } = await sekisho(['policies', 'diff', a, b, '-f', 'json']);
        const { onlyA, onlyB, unlike, alike } = (
          JSON.parse(stdout) as { rules: Record<string, { id: string }[]> }
        ).rules;
        const found = [onlyA, onlyB, unlike, alike].flatMap((group) => (group ?? []).map(({ id }) => id));
        const cited = new Set<string>();
        for (const policy of [await loadPolicy(a, '.', known), await loadPolicy(b, '.', known)])
          for (const id of policy.citations.keys()) if (!id.startsWith('inventory/')) cited.add(id);
        expect(found.sort(), `${a} ${b}`).toEqual([...cited].sort());
        if (a === b) expect([onlyA, onlyB, unlike]).toEqual([[], [], []]);
      }
    }
  });

  it('tells an edited copy from its original by its file', async () => {
    const original = path.resolve(import.meta.dirname, '../../rules/policies/isesaki.yaml');
    const copy = await readFile(original, 'utf8');
    await inFolder({ 'copy.yaml': copy }, async (directory) => {
      const { stdout } = await sekisho(['policies', 'diff', 'isesaki', './copy.yaml'], { directory });
      expect(stdout).toContain(
        'isesaki だけが求めるもの ─ 0ルール\n\n./copy.yaml だけが求めるもの ─ 0ルール\n',
      );
      expect(stdout).toContain('どちらも求めるが、求め方が違うもの ─ 0ルール\n');
    });
  });

  it.each([
    [['isesaki', 'minakam'], /「minakam」というポリシーはありません。minakami ではありませんか/],
    [['isesaki'], /引数 b を指定してください/],
    [['isesaki', 'minakami', 'kumagaya'], /引数が多すぎます/],
    [['isesaki', 'minakami', '-f', 'html'], /形式「html」はありません/],
  ])('refuses %j', async (argv, complaint) => {
    const { code, stdout, stderr } = await sekisho(['policies', 'diff', ...argv]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(complaint);
  });
});

describe('sekisho policies check', () => {
  const check = (...argv: readonly string[]) =>
    inFolder(
      {
        'first.yaml': first,
        'second.yaml': second.replace('logs-acquired', 'logs-aquired').replace('must', 'shall'),
      },
      (directory) => sekisho(['policies', 'check', ...argv], { directory }),
    );

  it('says of policies that nothing is wrong with them, and how much there is', async () => {
    expect(await check('first.yaml', 'isesaki', '--lang', 'en')).toMatchObject({
      code: 0,
      stdout: `first.yaml: nothing is wrong (3 clauses, 4 rules)\nisesaki: nothing is wrong (71 clauses, ${isesakiRules()} rules, 45 clauses served elsewhere)\n`,
      stderr: '',
    });
    expect((await check('first.yaml')).stdout).toBe('first.yaml: 誤りはありません（3条項、4ルール）\n');
  });

  it('shows every line that is wrong, and checks the others all the same', async () => {
    const { code, stdout, stderr } = await check('second.yaml', 'no-such', 'first.yaml', '--lang', 'en');
    expect({ code, stdout }).toEqual({
      code: 2,
      stdout: 'first.yaml: nothing is wrong (3 clauses, 4 rules)\n',
    });
    expect(stderr).toMatch(/^sekisho: second\.yaml:10:\d+: .*has shall in modality/m);
    expect(stderr).toMatch(
      /^sekisho: second\.yaml:12:\d+: .*logs-aquired.*did you mean technical\/logs-acquired\?/m,
    );
    expect(stderr).toMatch(/^sekisho: no-such: there is no policy “no-such”/m);
    expect(stderr.split('\n')).toHaveLength(4);
  });
});
