import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inRepository } from '../support/git.ts';
import { inFolder } from '../support/load.ts';

const rule = (form: string, id = 'own/locked') => `  - id: ${id}
    title: 鍵をかける
    remedy: 鍵をかけ、storage.locked を true に改めてください。
    appliesTo: assets
    when: { form: ${form} }
    require: { storage.locked: true }
    message: 鍵がかかっていません
    examples: { pass: { storage: { locked: true } }, fail: { form: ${form}, storage: { locked: false } }, unknown: { form: ${form} } }
`;

const clause = (ref: string, more = 'rules: [{ id: own/locked, basis: stated }]') =>
  `  - { ref: "${ref}", title: 保管, summary: 鍵をかける。, modality: must, ${more} }\n`;

const policy = (id: string, rules: string, clauses = clause('1')) =>
  `id: ${id}\ntitle: ${id}の対策基準\n${rules === '' ? '' : `rules:\n${rules}`}clauses:\n${clauses}`;

const inventory = `organization: { name: 関所市 }
assets:
  - { id: 紙, name: 申請書, form: paper, storage: { locked: false } }
  - { id: 媒体, name: USBメモリ, form: media, storage: { locked: false } }
`;

interface Found {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly record: { readonly id: string };
    readonly clauses: readonly { readonly policy: string; readonly ref: string }[];
  }[];
}

async function judge(files: Readonly<Record<string, string>>, ...policies: readonly string[]) {
  return inFolder({ 'a.yaml': inventory, ...files }, async (directory) => {
    const named = policies.flatMap((one) => ['-p', `./${one}.policy.yaml`]);
    return sekisho(['check', 'a.yaml', ...named, '-f', 'json'], { directory });
  });
}

const told = ({ stdout }: { readonly stdout: string }) =>
  (JSON.parse(stdout) as Found).findings
    .filter(({ ruleId }) => ruleId.startsWith('own/'))
    .map(
      ({ record, clauses }) => `${record.id} ${clauses.map(({ policy, ref }) => `${policy} ${ref}`).join()}`,
    );

describe('the rules of a policy', () => {
  it('come along with extends, and are cited by clauses of either', async () => {
    const files = {
      'a.policy.yaml': policy('a', rule('paper')),
      'b.policy.yaml': `id: b\ntitle: b\nextends: ./a.policy.yaml\nclauses:\n${clause('2')}`,
    };
    expect(told(await judge(files, 'b'))).toEqual(['紙 b 1,b 2']);
    // Both policies have the one rule of the first.
    expect(told(await judge(files, 'a', 'b'))).toEqual(['紙 a 1,b 1,b 2']);
  });

  it('come along with a clause that is taken over', async () => {
    const files = {
      'a.policy.yaml': policy('a', rule('paper')),
      'c.policy.yaml': 'id: c\ntitle: c\nclauses:\n  - { ref: 第5条, as: "./a.policy.yaml 1" }\n',
    };
    expect(told(await judge(files, 'c'))).toEqual(['紙 c 第5条']);
  });

  it('are refused where a clause that is taken over means another rule of that id', async () => {
    const files = {
      'a.policy.yaml': policy('a', rule('paper')),
      'c.policy.yaml': `id: c\ntitle: c\nrules:\n${rule('media')}clauses:\n${clause('1')}  - { ref: 第5条, as: "./a.policy.yaml 1" }\n`,
    };
    const { code, stderr } = await judge(files, 'c');
    expect(code).toBe(2);
    expect(stderr).toMatch(/c\.policy\.yaml:14:\d+: .*own\/locked/);
  });

  it('are refused where two policies that are judged by have different ones of one id', async () => {
    const files = {
      'a.policy.yaml': policy('a', rule('paper')),
      'b.policy.yaml': policy('b', rule('media')),
    };
    const { code, stderr, stdout } = await judge(files, 'a', 'b');
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('ルール own/locked は、同時に使うポリシー ./a.policy.yaml では別の内容です');
    const same = { 'a.policy.yaml': policy('a', rule('paper')), 'b.policy.yaml': policy('b', rule('paper')) };
    expect(told(await judge(same, 'a', 'b'))).toEqual(['紙 a 1,b 1']);
  });

  it('are refused where the policy that is extended has one of that id', async () => {
    const files = {
      'a.policy.yaml': policy('a', rule('paper')),
      'b.policy.yaml': `id: b\ntitle: b\nextends: ./a.policy.yaml\nrules:\n${rule('media')}`,
    };
    const { code, stderr } = await judge(files, 'b');
    expect(code).toBe(2);
    expect(stderr).toContain('./b.policy.yaml:5:9: ルール own/locked は土台のポリシーにもあります');
  });

  it('can be left out, excepted and counted as others can', async () => {
    const excepted = `exceptions: [{ id: 例外, rules: [own/locked], records: [紙], reason: 移転まで, applicant: 総務課長, approver: 副市長, approved: 2026-10-01, expires: 2027-03-31 }]\n`;
    await inFolder(
      { 'a.yaml': inventory, 'e.yaml': excepted, 'a.policy.yaml': policy('a', rule('paper')) },
      async (directory) => {
        const argv = ['a.yaml', 'e.yaml', '-p', './a.policy.yaml', '--as-of', '2026-11-20'];
        expect((await sekisho(['check', ...argv], { directory })).code).toBe(0);
        const skipped = await sekisho(['check', ...argv, '--skip', 'own/locked', '-f', 'json'], {
          directory,
        });
        expect(told(skipped)).toEqual([]);
        const { stdout } = await sekisho(['coverage', ...argv], { directory });
        expect(stdout).toContain('own/locked');
        expect((await sekisho(['check', ...argv, '--rule', 'own/lokced'], { directory })).stderr).toContain(
          'own/locked ではありませんか',
        );
      },
    );
  });

  it.each(['text', 'html', 'markdown', 'junit', 'github', 'gitlab', 'csv', 'sarif', 'sarif-audit'])(
    'stand in %s, in both languages',
    async (format) => {
      for (const lang of ['ja', 'en'])
        await inFolder(
          { 'a.yaml': inventory, 'a.policy.yaml': policy('a', rule('paper')) },
          async (directory) => {
            const argv = ['check', 'a.yaml', '-p', './a.policy.yaml', '-f', format, '--lang', lang];
            const { code, stdout, stderr } = await sekisho(argv, { directory });
            expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
            expect(stdout).toContain('own/locked');
            expect(stdout).toContain('鍵がかかっていません');
          },
        );
    },
  );

  it('end what they say in Japanese as Japanese does, in English reports, too', async () => {
    await inFolder(
      { 'a.yaml': inventory, 'a.policy.yaml': policy('a', rule('paper')) },
      async (directory) => {
        const argv = ['check', 'a.yaml', '-p', './a.policy.yaml', '--lang', 'en'];
        const { stdout } = await sekisho(argv, { directory });
        expect(stdout).toContain('“申請書” 鍵がかかっていません。');
      },
    );
  });

  it('are those of the trusted state, so that no change makes them lighter', async () => {
    const reviewed = {
      '台帳/a.yaml': `organization: { name: 関所市, policy: ../own.policy.yaml }\nassets: []\n`,
      'own.policy.yaml': `id: own\ntitle: 対策基準\nownRules: ./own.rules.yaml\nclauses:\n${clause('1')}`,
      'own.rules.yaml': `rules:\n${rule('paper')}`,
    };
    await inRepository(
      reviewed,
      async (place) => {
        place.git('checkout', '--quiet', '-b', 'work');
        await place.commit({
          '台帳/a.yaml': inventory.replace('関所市 }', '関所市, policy: ../own.policy.yaml }'),
          'own.rules.yaml': `rules:\n${rule('electronic')}`,
        });
        const report = await place.report(['台帳', '--trust', 'main']);
        expect(report.findings.map(({ ruleId, record }) => `${ruleId} ${record.id}`)).toEqual([
          'own/locked 紙',
        ]);
        expect(report.trusted?.changes).toMatchObject([{ change: 'changed', name: 'own.rules.yaml' }]);
      },
      [],
    );
  });
});
