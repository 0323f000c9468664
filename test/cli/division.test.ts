import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { findingFormats } from '../../src/report/formats.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const inventory = `organization:
  name: 関所町
  divisions:
    - { id: citizens, name: 町民課 }
    - { name: 福祉課 }
facilities:
  - { id: 書庫, name: 書庫, type: archive, division: 福祉課 }
assets:
  - { id: 名簿, name: 名簿, manager: false, division: 町民課 }
  - { id: 台帳, name: 台帳, manager: false, division: 福祉課 }
  - { id: 図面, name: 図面, manager: false }
`;
const rules = ['--rule', 'classification/manager-assigned'];

async function run(argv: readonly string[], text = inventory) {
  return inFolder({ 'a.yaml': text }, (directory) =>
    sekisho(['a.yaml', '-p', 'minakami', '--as-of', '2026-11-20', ...rules, ...argv], { directory }),
  );
}

interface Report {
  readonly shown?: { readonly division: readonly string[]; readonly left: number };
  readonly summary: {
    readonly findings: unknown;
    readonly divisions?: readonly {
      readonly id: string | null;
      readonly records: number;
      readonly findings: { readonly error: number };
    }[];
  };
  readonly findings: readonly { readonly record: { readonly id: string } }[];
}

describe('check --division', () => {
  it.each([
    ['町民課', ['citizens'], ['名簿'], 2],
    ['citizens', ['citizens'], ['名簿'], 2],
    ['福祉課', ['福祉課'], ['台帳'], 2],
  ])('%s shows what is its own, and says how much is left', async (name, division, ids, left) => {
    const all = await run(['-f', 'json']);
    const some = await run(['-f', 'json', '--division', name]);
    const { shown, findings, summary } = JSON.parse(some.stdout) as Report;
    expect(shown).toEqual({ division, left });
    expect(findings.map(({ record }) => record.id)).toEqual(ids);
    expect(summary).toEqual((JSON.parse(all.stdout) as Report).summary);
    expect(some.code).toBe(all.code);
  });

  it('counts every division, and what names none', async () => {
    const { summary } = JSON.parse((await run(['-f', 'json'])).stdout) as Report;
    expect(summary.divisions?.map(({ id, records, findings }) => [id, records, findings.error])).toEqual([
      ['citizens', 1, 1],
      ['福祉課', 2, 1],
      [null, 1, 1],
    ]);
    expect((await run([])).stdout).toContain('所管課別 │ 町民課 1件、福祉課 1件、所管課の記載なし 1件\n');
  });

  it('takes several', async () => {
    const { stdout } = await run(['-f', 'json', '--division', '福祉課', '--division', '町民課']);
    expect((JSON.parse(stdout) as Report).shown).toEqual({ division: ['citizens', '福祉課'], left: 1 });
  });

  it('never turns green what is red elsewhere', async () => {
    const text = inventory.replace('manager: false, division: 町民課', 'manager: 町民課長, division: 町民課');
    const { stdout, code } = await run(['--division', '町民課'], text);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^ℹ 所管課「町民課」の指摘だけを示しています。ほかの指摘が2件あります。/m);
    expect(stdout).toMatch(/\n✖ 違反 2件.*\n$/);
    expect(stdout).not.toContain('「台帳」は');
  });

  it('shows a file that cannot be read to all', async () => {
    await inFolder({ 'a.yaml': inventory, 'b.yaml': 'systems: [\n' }, async (directory) => {
      const { stdout } = await sekisho(['.', '-p', 'minakami', '--division', '町民課', ...rules], {
        directory,
      });
      expect(stdout).toContain('b.yaml');
    });
  });

  it('asks what is meant by one that is not there', async () => {
    const wrong = await run(['--division', '町民科']);
    expect(wrong.code).toBe(2);
    expect(wrong.stdout).toBe('');
    expect(wrong.stderr).toBe(
      'sekisho: --division の「町民科」という所管課は台帳にありません。町民課 ではありませんか (台帳にある所管課: 町民課、福祉課)\n',
    );
    const none = await run(['--division', '町民課'], 'assets: []\n');
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('台帳に division（所管課）の記載がありません');
  });

  it('narrows every report for people, and says which it does not narrow', async () => {
    const whole: string[] = [];
    for (const format of Object.keys(findingFormats)) {
      const { stdout, stderr } = await run(['-f', format, '--division', '町民課']);
      const listed = stdout.includes('「台帳」は') || stdout.includes('台帳\\u300d\\u306f');
      if (listed) whole.push(format);
      expect(stderr.includes('すべての所管課の指摘を書きました')).toBe(
        findingFormats[format as 'json'].whole === true,
      );
      if (format === 'html') expect(stdout).toContain('<p class="division">町民課の分</p>');
    }
    expect(whole.sort()).toEqual(['gitlab', 'junit', 'sarif', 'sarif-audit']);
  });
});

describe('the reports of an inventory without divisions', () => {
  it('say nothing of them', async () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const argv = ['check', 'examples/town', '-p', 'minakami', '-f', 'json', ...rules];
    const { stdout } = await sekisho(argv, { directory: root });
    expect((JSON.parse(stdout) as Report).summary.divisions).toBeUndefined();
  });
});
