import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { judge, type Report } from '../support/report.ts';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, 'examples/own-policy', file), 'utf8');
const folder = 'examples/own-policy';
const readme = read('README.md');
const halves = readme.split(/^---$/m);

/** The example is made to have these, and no others: file, record, rule, severity, clauses. */
const planted: readonly (readonly [string, string, string, string, string])[] = [
  ['assets.yaml', '保守媒体', 'own/takeout-encrypted', 'error', '第25条'],
  ['assets.yaml', '入札予定価格', 'classification/encryption-at-rest', 'error', '第23条'],
  ['assets.yaml', '滞納整理簿', 'inventory/unknown-level', 'error', '第20条'],
  ['network.yaml', '下水道', 'inventory/unknown-layer', 'error', ''],
  ['network.yaml', '避難行動要支援者', 'resilience/mynumber-separation', 'error', '6(3)ア[1]'],
  ['network.yaml', '公開Web', 'own/backup-tested', 'error', '第32条第1項'],
  ['network.yaml', '防災システム', 'own/backup-tested', 'info', '第32条第2項'],
  ['network.yaml', 'ファイルサーバ', 'technical/log-retention', 'error', '6(6)[1], 第31条'],
  ['organization.yaml', 'fixed-term', 'human/training-current', 'error', '6(5)[2]'],
];

describe('examples/own-policy', () => {
  it('has the planted findings alone, which cite the policy of its own', async () => {
    const { code, report } = await judge(folder);
    expect(report.policies).toEqual([expect.objectContaining({ id: 'nagiura' })]);
    expect(
      report.findings.map(({ location, record, ruleId, severity, clauses }) => [
        path.basename(location.file),
        record.id,
        ruleId,
        severity,
        clauses.map(({ ref }) => ref).join(', '),
      ]),
    ).toEqual(planted);
    expect(report.findings.map(({ verdict }) => verdict)).toEqual(planted.map(() => 'fail'));
    expect(new Set(report.findings.flatMap(({ clauses }) => clauses.map(({ policy }) => policy)))).toEqual(
      new Set(['nagiura']),
    );
    expect(report.errors).toEqual([]);
    expect(code).toBe(1);
  });

  it('shows its levels, its layer and its numbers in the messages', async () => {
    const { findings } = (await judge(folder)).report;
    const said = (record: string) => findings.find((finding) => finding.record.id === record)?.message;
    expect(said('滞納整理簿')).toContain('（3A、3B、3C、2、1）');
    expect(findings.find(({ record }) => record.id === '下水道')?.remedy).toContain('独立系 (独立系)');
    expect(said('避難行動要支援者')).toContain('マイナンバー利用事務系と独立系との間');
    expect(said('ファイルサーバ')).toContain('365（ポリシーの設定）');
    expect(said('fixed-term')).toContain('12か月（ポリシーの設定）');
  });

  it('would be judged otherwise by the policy that it extends', async () => {
    const { findings } = (await judge(folder, ['-p', 'isesaki'])).report;
    const found = findings.map(({ record, ruleId, verdict }) => `${record.id} ${ruleId} ${verdict}`);
    const shared = planted.filter(([, record, rule]) => found.includes(`${record} ${rule} fail`));
    expect(shared.map(([, record]) => record)).toEqual(['下水道']);
    expect(found).toContain('防災 inventory/unknown-layer fail');
    // There an interval is asked that is left out here.
    expect(found).toContain('凪浦市 technical/malware-definitions-current review');
  });

  it('is described by its README, in both languages', async () => {
    for (const half of halves) {
      const rows = (half.match(/^\| \d+ \|.*$/gm) ?? []).map((row) =>
        row.split('|').map((cell) => cell.trim()),
      );
      expect(
        rows.map(([, , file, record, , rule, , clauses = '']) => [
          file,
          record,
          rule,
          clauses.replace('—', ''),
        ]),
      ).toEqual(
        planted.map(([file, record, rule, , clauses]) => [
          `\`${file}\``,
          `\`${record}\``,
          `\`${rule}\``,
          clauses,
        ]),
      );
    }
    const { records } = (await judge(folder)).report.summary;
    expect(readme).toContain(`${records}件`);
    expect(readme).toContain(`${records} records`);
  });

  it('can be run as its README says', async () => {
    const codes: number[] = [];
    for (const command of new Set(readme.match(/^sekisho [a-z]+ .*$/gm))) {
      const { code, stdout, stderr } = await sekisho(command.split(' ').slice(1), { directory: root });
      expect(stderr).toBe('');
      expect(stdout).not.toBe('');
      codes.push(code);
    }
    expect(codes).toEqual([1, 0, 0, 0]);
  });

  it.each([
    ['ja', 0],
    ['en', 1],
  ] as const)('says of mistakes in its policy what the README shows, in %s', async (lang, half) => {
    const policy = read('policy.yaml')
      .replace('level: 2, means: 2', 'level: 2, means: 4')
      .replace('maxAge: P12M', 'maxAge: 12か月')
      .replace('  - 6(2)[2]\n', '  - 6(2)[22]\n')
      .replace('id: classification/encryption-at-rest', 'id: classification/encrypton-at-rest');
    const files = {
      'policy.yaml': policy,
      'own.rules.yaml': read('own.rules.yaml'),
      'assets.yaml': 'assets: []\n',
    };
    await inFolder(files, async (directory) => {
      const { code, stderr } = await sekisho(['check', '.', '-p', './policy.yaml', '--lang', lang], {
        directory,
      });
      expect(/```text\n([\s\S]*?)```/.exec(halves[half] ?? '')?.[1]).toBe(stderr);
      expect(code).toBe(2);
    });
  });

  it('shows how Ⅰ can be the highest of four levels', async () => {
    const blocks = [...readme.matchAll(/```yaml\n(sekisho: 1\nid: four-levels\n[\s\S]*?)```/g)];
    const [policy, again] = blocks.map(([, block = '']) => block);
    expect(policy).toBeDefined();
    expect(again).toBe(policy);
    const asset = (id: string, level: string) =>
      `  - { id: ${id}, name: ${id}, contains: [my-number], classification: { confidentiality: ${level} } }\n`;
    const inventory = `assets:\n${asset('a', 'Ⅰ')}${asset('b', 'Ⅲ')}${asset('c', 'Ⅳ')}${asset('d', 'Ⅴ')}${asset('e', 'IV')}`;
    const asking =
      'clauses:\n  - { ref: 第1条, title: { ja: 等級, en: Levels }, summary: { ja: 等級, en: Levels }, modality: must, rules: [{ id: classification/personal-data-level, basis: stated }, { id: classification/levels-in-scale, basis: stated }] }\n';
    await inFolder({ 'policy.yaml': `${policy}${asking}`, 'assets.yaml': inventory }, async (directory) => {
      const argv = ['check', '.', '-p', './policy.yaml', '-f', 'json'];
      const rules = ['classification/personal-data-level', 'classification/levels-in-scale'];
      const { stdout } = await sekisho([...argv, ...rules.flatMap((rule) => ['--rule', rule])], {
        directory,
      });
      const { findings } = JSON.parse(stdout) as Report;
      expect(findings.map(({ record, ruleId, verdict }) => `${record.id} ${ruleId} ${verdict}`)).toEqual([
        'c classification/personal-data-level fail',
        'd inventory/unknown-level fail',
        'e classification/personal-data-level fail',
      ]);
    });
  });

  it('adds twelve clauses, changes three and drops one', async () => {
    const coverage = async (policy: string) => {
      const argv = ['coverage', 'examples/own-policy', '-p', policy, '-f', 'json', '--as-of', '2026-11-20'];
      const { stdout } = await sekisho(argv, { directory: root });
      return (JSON.parse(stdout) as { clauses: { ref: string }[] }).clauses.map(({ ref }) => ref);
    };
    const base = await coverage('isesaki');
    const own = await coverage('examples/own-policy/policy.yaml');
    const written = [...read('policy.yaml').matchAll(/^ {2}- ref: (.*)$/gm)].map(([, ref = '']) => ref);
    expect(own.filter((ref) => !base.includes(ref))).toHaveLength(12);
    expect(base.filter((ref) => !own.includes(ref))).toEqual(['6(2)[2]']);
    expect(written.filter((ref) => base.includes(ref))).toHaveLength(3);
  });
});
