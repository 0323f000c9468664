import { readFileSync } from 'node:fs';
import { chmod, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type ComparedReport, inWorkplace, stated, type Workplace } from '../support/git.ts';
import { type Content, edited, readExample, set, toFiles } from '../support/mutate.ts';

const managers = ['-p', 'minakami', '--rule', 'classification/manager-assigned'];
const file = 'sekisho-baseline.json';

function assets(managerOf: Readonly<Record<string, string | false | undefined>>): string {
  const lines = Object.entries(managerOf).map(
    ([id, manager]) =>
      `  - { id: ${id}, name: ${id}${manager === undefined ? '' : `, manager: ${manager}`} }\n`,
  );
  return `assets:\n${lines.join('')}`;
}

interface Entry {
  rule: string;
  record: string;
  name?: string;
  verdict: string;
  fingerprint: string;
}

async function entries(place: Workplace): Promise<Entry[]> {
  const text = await readFile(path.join(place.folder, file), 'utf8');
  return (JSON.parse(text) as { findings: Entry[] }).findings;
}

const rewrite = (place: Workplace, findings: readonly object[]) =>
  place.write({ [file]: JSON.stringify({ schemaVersion: 1, findings }) });

const active = ({ findings }: ComparedReport) => findings.filter(({ suppression }) => suppression === null);

/** A place whose baseline lists what is found in it. */
async function withBaseline(
  files: Readonly<Record<string, string>>,
  use: (place: Workplace) => Promise<void>,
  options: readonly string[] = managers,
): Promise<void> {
  await inWorkplace(
    files,
    async (place) => {
      const { code, stderr } = await place.check(['.', '--baseline', file, '--update-baseline']);
      expect(stderr).toMatch(
        /^sekisho: ベースラインに\d+件の指摘を書きました \(追加 \d+件、削除 0件\): sekisho-baseline\.json\n$/,
      );
      expect(code).toBe(0);
      await use(place);
    },
    options,
  );
}

describe('--update-baseline', () => {
  it('writes what is found, one line each, sorted, so that a review can read it', async () => {
    await withBaseline({ 'a.yaml': assets({ 名簿: undefined, 図面: false }) }, async (place) => {
      const text = await readFile(path.join(place.folder, file), 'utf8');
      expect(text.replaceAll(/v1:[0-9a-f]{32}/g, 'v1:…').replace(/sha256:[0-9a-f]{64}/, 'sha256:…')).toBe(`{
  "schemaVersion": 1,
  "judgedBy": {"digest":"sha256:…"},
  "findings": [
    {"rule":"classification/manager-assigned","record":"assets/名簿","name":"名簿","verdict":"unknown","fingerprint":"v1:…"},
    {"rule":"classification/manager-assigned","record":"assets/図面","name":"図面","verdict":"fail","fingerprint":"v1:…"}
  ]
}
`);
    });
  });

  it('writes the same bytes again, wherever files and records have moved', async () => {
    const records = { 図面: false, 名簿: false, 帳簿: undefined } as const;
    await withBaseline({ '台帳/a.yaml': assets(records) }, async (place) => {
      const before = readFileSync(path.join(place.folder, file), 'utf8');
      await rename(path.join(place.folder, '台帳'), path.join(place.folder, '資産 台帳'));
      await place.write({
        '資産 台帳/a.yaml': assets({ 帳簿: undefined, 図面: false }),
        'b.yaml': assets({ 名簿: false }),
      });
      const { code, stderr } = await place.check(['--baseline', file, '--update-baseline']);
      expect([code, stderr]).toEqual([0, expect.stringContaining('(追加 0件、削除 0件)')]);
      expect(readFileSync(path.join(place.folder, file), 'utf8')).toBe(before);
    });
  });

  it('tells how many come and go, so that a path too few is noticed', async () => {
    const files = { '福祉/a.yaml': assets({ 図面: false }), '税務/b.yaml': assets({ 名簿: false }) };
    await withBaseline(files, async (place) => {
      await place.write({ '福祉/c.yaml': assets({ 帳簿: false }) });
      const ja = await place.check(['福祉', '--baseline', file, '--update-baseline']);
      expect(ja.stderr).toContain('ベースラインに2件の指摘を書きました (追加 1件、削除 1件)');
      const en = await place.check(['.', '--baseline', file, '--update-baseline', '--lang', 'en']);
      expect(en.stderr).toContain('3 findings written to the baseline (1 added, 0 removed)');
    });
  });

  it('keeps what it lists of rules that did not run', async () => {
    const text = 'assets:\n  - { id: 図面, name: 図面, manager: false, businessPurpose: 調査 }\n';
    await withBaseline(
      { 'a.yaml': text },
      async (place) => {
        const all = await entries(place);
        expect(new Set(all.map(({ rule }) => rule)).size).toBeGreaterThan(5);
        await place.write({ 'a.yaml': text.replace('manager: false', 'manager: 総務課長') });
        await place.check([
          '--baseline',
          file,
          '--update-baseline',
          '--rule',
          'classification/manager-assigned',
        ]);
        const left = all.filter(({ rule }) => rule !== 'classification/manager-assigned');
        expect(await entries(place)).toEqual(left);
      },
      ['-p', 'minakami'],
    );
  });

  it('does not list what an exception covers, nor what breaks the inventory', async () => {
    const text = `${assets({ 図面: false, 名簿: false })}  - { id: 帳簿, nam: 帳簿, manager: 総務課長 }
exceptions:
  - id: e
    rules: [classification/manager-assigned]
    records: [図面]
    reason: 移管まで
    applicant: 総務課長
    approver: 最高情報セキュリティ責任者
    approved: 2026-04-01
organization: { name: 関所町, roles: [{ role: ciso, post: 副町長 }] }
`;
    await inWorkplace(
      { 'a.yaml': text },
      async (place) => {
        expect((await place.check(['--baseline', file, '--update-baseline'])).code).toBe(1);
        expect((await entries(place)).map(({ record }) => record)).toEqual(['assets/名簿']);
      },
      managers,
    );
  });

  it.each(['--update-baseline', '--prune'])(
    '%s writes nothing while a file cannot be read',
    async (option) => {
      await withBaseline(
        { 'a.yaml': assets({ 図面: false }), 'b.yaml': assets({ 名簿: false }) },
        async (place) => {
          const before = await entries(place);
          await place.write({ 'b.yaml': 'assets: [\n' });
          const { code, stderr } = await place.check(['--baseline', file, option]);
          expect(code).toBe(2);
          expect(stderr).toContain(
            '読めないファイルや実行できなかったルールがあるため、ベースラインは書き換えません',
          );
          expect(await entries(place)).toEqual(before);
        },
      );
    },
  );

  it('does not overwrite a file that is no baseline', async () => {
    for (const text of ['大事なメモ\n', '{}', '[1, 2]', 'findings: []\n', '']) {
      await inWorkplace({ 'a.yaml': assets({ 図面: false }), 'notes.txt': text }, async (place) => {
        const { code } = await place.check([
          'a.yaml',
          '--baseline',
          'notes.txt',
          '--update-baseline',
          ...managers,
        ]);
        expect(code, text).toBe(2);
        expect(readFileSync(path.join(place.folder, 'notes.txt'), 'utf8')).toBe(text);
      });
    }
  });

  it.skipIf(process.getuid?.() === 0)('says when the file cannot be written (not to root)', async () => {
    await inWorkplace({ 'a.yaml': assets({ 図面: false }), 'closed/x': '' }, async (place) => {
      await chmod(path.join(place.folder, 'closed'), 0o555);
      const { code, stderr } = await place.check([
        'a.yaml',
        '--baseline',
        'closed/b.json',
        '--update-baseline',
        ...managers,
      ]);
      await chmod(path.join(place.folder, 'closed'), 0o755);
      expect([code, stderr]).toEqual([
        2,
        expect.stringContaining('closed/b.json に書き込めません (EACCES: 権限がありません)'),
      ]);
    });
  });
});

describe('--baseline', () => {
  it('suppresses what it lists, fails on what is new, and tells what is fixed', async () => {
    await withBaseline({ 'a.yaml': assets({ 図面: false, 名簿: false, 廃止: false }) }, async (place) => {
      expect(await place.report(['--baseline', file])).toMatchObject({ code: 0, summary: { suppressed: 3 } });
      await place.write({ 'a.yaml': assets({ 図面: false, 名簿: '総務課長', 帳簿: false }) });
      const report = await place.report(['--baseline', file]);
      expect(report.code).toBe(1);
      expect(stated(report)).toEqual(['unchanged 図面', 'new 帳簿']);
      expect(active(report).map(({ record }) => record.id)).toEqual(['帳簿']);
      expect(report.comparison).toMatchObject({ against: 'baseline', name: file });
      const fixed = report.comparison?.fixed.map(({ record, recordGone }) => [
        record.id,
        recordGone === true,
      ]);
      expect(fixed?.sort()).toEqual(
        [
          ['名簿', false],
          ['廃止', true],
        ].sort(),
      );
    });
  });

  it('never covers a fail by what it lists as unknown; an unknown by a fail it does', async () => {
    await withBaseline({ 'a.yaml': assets({ 図面: undefined, 名簿: false }) }, async (place) => {
      await place.write({ 'a.yaml': assets({ 図面: false, 名簿: undefined }) });
      const report = await place.report(['--baseline', file]);
      expect(report.code).toBe(1);
      expect(stated(report)).toEqual(['changed 図面', 'changed 名簿']);
      expect(active(report).map(({ record }) => record.id)).toEqual(['図面']);
    });
  });

  it.each([
    ['cannot be read', 'assets: [\n', 'inventory/syntax'],
    ['breaks the schema', 'assets:\n  - { id: 図面, nam: 図面 }\n', 'inventory/schema'],
  ])('never covers a file that %s, whatever it lists', async (_, text, rule) => {
    await inWorkplace(
      { 'a.yaml': text },
      async (place) => {
        const { findings } = await place.report([]);
        await rewrite(
          place,
          findings.map(({ ruleId, record, fingerprint }) => {
            const { kind, id } = record as unknown as { kind: string; id: string };
            return { rule: ruleId, record: `${kind}/${id}`, verdict: 'fail', fingerprint };
          }),
        );
        const report = await place.report(['--baseline', file]);
        expect(report.code).toBe(1);
        expect(active(report).map(({ ruleId }) => ruleId)).toContain(rule);
      },
      managers,
    );
  });

  it('covers nothing by an entry whose words hide what its fingerprint means', async () => {
    await withBaseline({ 'a.yaml': assets({ 図面: false }) }, async (place) => {
      const [own] = await entries(place);
      for (const disguise of [
        { rule: 'human/training-current' },
        { record: 'assets/名簿' },
        { record: 'systems/図面' },
      ]) {
        await rewrite(place, [{ ...own, ...disguise }]);
        const report = await place.report(['--baseline', file]);
        expect(report.code, JSON.stringify(disguise)).toBe(1);
        expect(stated(report)).toEqual(['new 図面']);
      }
      await rewrite(place, [{ ...own, name: '別の名称' }]);
      expect((await place.report(['--baseline', file])).code).toBe(0);
    });
  });

  it('is a gate by what a crossing reaches: one layer more is new', async () => {
    const network = (more: string) => `segments:
  - { id: 住記, name: 住民記録, layer: mynumber }
  - { id: 庁内, name: 庁内LAN, layer: lgwan }
  - { id: web, name: 公開, layer: internet }
connections:
  - { id: 横断, name: 横断, from: 住記, to: 庁内 }
${more}`;
    await withBaseline(
      { 'n.yaml': network('') },
      async (place) => {
        await place.write({ 'n.yaml': network('  - { id: 持込, name: 持込, from: 庁内, to: web }\n') });
        const report = await place.report(['--baseline', file]);
        expect(report.code).toBe(1);
        expect(active(report).map(({ record }) => record.id)).toEqual(['横断']);
      },
      ['-p', 'isesaki', '--rule', 'resilience/mynumber-separation'],
    );
  });

  it('is left as it is where the new one could not be read', async () => {
    const many = assets(Object.fromEntries(Array.from({ length: 15 }, (_, index) => [`a${index}`, false])));
    await withBaseline({ 'a.yaml': assets({ 図面: false }) }, async (place) => {
      const before = await readFile(path.join(place.folder, file), 'utf8');
      await place.write({ 'a.yaml': many });
      const { code, stderr } = await place.check([
        ...['--baseline', file, '--update-baseline', '--limit', 'fileBytes=1500', '--lang', 'en'],
      ]);
      expect(code).toBe(2);
      expect(stderr).toBe(
        'sekisho: there are more than the 1,500 bytes in a file that limits.fileBytes allows; raise it by --limit fileBytes=<number> if need be\n',
      );
      expect(await readFile(path.join(place.folder, file), 'utf8')).toBe(before);
    });
  });

  describe('with what stands behind and beyond ways', () => {
    const segment = (id: string, layer: string) => `  - { id: ${id}, name: ${id}, layer: ${layer} }\n`;
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
    /** As many segments of the MyNumber layer, all joined, each with a way out of its own. */
    const network = (count: number) =>
      [
        'segments:\n',
        segment('web', 'internet'),
        ...numbers(count).map((index) => segment(`m${index}`, 'mynumber')),
        'connections:\n',
        ...numbers(count).map(
          (index) => `  - { id: out${index}, name: 外${index}, from: m${index}, to: web }\n`,
        ),
        ...numbers(count - 1).map(
          (index) => `  - { id: in${index}, name: 内${index}, from: m${index}, to: m${index + 1} }\n`,
        ),
      ].join('');
    const separation = ['-p', 'isesaki', '--rule', 'resilience/mynumber-separation'];
    const written = async (place: Workplace) => readFile(path.join(place.folder, file), 'utf8');

    it('names each once, however many ways there are', async () => {
      const lengths: number[] = [];
      for (const count of [20, 40])
        await withBaseline(
          { 'n.yaml': network(count) },
          async (place) => {
            const { places } = JSON.parse(await written(place)) as { places: Record<string, string[]> };
            expect(
              Object.values(places)
                .map((list) => list.length)
                .sort(),
            ).toEqual([1, count]);
            expect((await place.report(['--baseline', file])).code).toBe(0);
            lengths.push((await written(place)).length);
          },
          separation,
        );
      expect((lengths[1] ?? 0) / (lengths[0] ?? 0)).toBeLessThan(2.1);
    });

    it('covers nothing by a list that is not there, and keeps the lists of what stays', async () => {
      await withBaseline(
        { 'n.yaml': network(2) },
        async (place) => {
          const text = await written(place);
          await place.write({ [file]: text.replace(/^ {4}"[0-9a-f]{16}": \["segments\/m0".*\n/m, '') });
          expect(active(await place.report(['--baseline', file]))).toHaveLength(2);
          await place.write({ [file]: text, 'n.yaml': network(2).replace(/.*out1.*\n/, '') });
          await place.check(['--baseline', file, '--prune']);
          const pruned = await place.report(['--baseline', file]);
          expect(pruned.code).toBe(0);
          expect(stated(pruned)).toEqual(['unchanged ', 'unchanged out0']);
        },
        separation,
      );
    });
  });

  it('is named by the configuration as well, relative to it; the command line goes first', async () => {
    const files = {
      '台帳/a.yaml': assets({ 図面: false }),
      'sekisho.config.yaml': 'baseline: 基準/既知.json\n',
    };
    await inWorkplace(
      files,
      async (place) => {
        expect((await place.check(['台帳'])).code).toBe(2);
        expect((await place.check(['台帳', '--update-baseline'])).stderr).toContain('基準/既知.json');
        expect((await place.check(['台帳'])).code).toBe(0);
        await rewrite(place, []);
        expect((await place.check(['台帳', '--baseline', file])).code).toBe(1);
      },
      managers,
    );
  });

  it('goes with --base: what it lists stays suppressed', async () => {
    await withBaseline(
      { 'a.yaml': assets({ 図面: false }), 'old/a.yaml': assets({ 図面: false, 名簿: false }) },
      async (place) => {
        const report = await place.report(['a.yaml', '--base', 'old', '--baseline', file]);
        expect(report).toMatchObject({ code: 0, comparison: { against: 'base', name: 'old' } });
        expect(report.summary.suppressed).toBe(1);
      },
    );
  });
});

describe('--prune', () => {
  it('takes out what is there no more, and lets nothing in', async () => {
    await withBaseline({ 'a.yaml': assets({ 図面: false, 名簿: false }) }, async (place) => {
      await place.write({ 'a.yaml': assets({ 図面: false, 名簿: '総務課長', 帳簿: false }) });
      const { code, stderr } = await place.check(['--baseline', file, '--prune']);
      expect(stderr).toBe(
        'sekisho: ベースラインから、なくなった指摘1件を除きました: sekisho-baseline.json\n',
      );
      expect(code).toBe(1);
      expect((await entries(place)).map(({ record }) => record)).toEqual(['assets/図面']);
    });
  });

  it('lets an old fault count again that was mended, pruned, and came back', async () => {
    await withBaseline({ 'a.yaml': assets({ 図面: false }) }, async (place) => {
      await place.write({ 'a.yaml': assets({ 図面: '総務課長' }) });
      await place.check(['--baseline', file, '--prune']);
      await place.write({ 'a.yaml': assets({ 図面: false }) });
      expect((await place.report(['--baseline', file])).code).toBe(1);
    });
  });

  it('wants a baseline', async () => {
    await inWorkplace({ 'a.yaml': assets({ 図面: false }) }, async (place) => {
      for (const [argv, message] of [
        [['--prune'], '--baseline sekisho-baseline.json のように指定するか'],
        [['--update-baseline'], '--baseline sekisho-baseline.json のように指定するか'],
        [
          ['--prune', '--baseline', 'none.json'],
          'none.json: ベースラインを開けません (ENOENT: ファイルまたはフォルダーがありません)',
        ],
        [
          ['--baseline', 'none.json'],
          'none.json: ベースラインを開けません (ENOENT: ファイルまたはフォルダーがありません)',
        ],
      ] as const) {
        const { code, stderr, stdout } = await place.check(['a.yaml', ...argv, ...managers]);
        expect([code, stdout]).toEqual([2, '']);
        expect(stderr).toContain(message);
      }
    });
  });
});

describe('a hostile baseline', () => {
  const entry = '{"rule":"a/b","record":"assets/a","verdict":"fail","fingerprint":"v1:0"}';

  it.each([
    ['unknown keys', '{"schemaVersion":1,"findings":[],"ignore":true}'],
    ['a prototype', '{"schemaVersion":1,"findings":[],"__proto__":{"suppression":null}}'],
    ['a constructor', '{"schemaVersion":1,"findings":[{"constructor":{"prototype":{}}}]}'],
    ['a key twice', '{"schemaVersion":1,"findings":[],"findings":[]}'],
    ['another version', '{"schemaVersion":2,"findings":[]}'],
    ['a verdict that there is not', `{"schemaVersion":1,"findings":[${entry.replace('"fail"', '"pass"')}]}`],
    ['depth', `{"schemaVersion":1,"findings":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['aliases that grow', `a: &a [1,1]\nb: &b [*a,*a]\nfindings: [*b,*b]\n`],
    ['text after the end', `{"schemaVersion":1,"findings":[]} x`],
    ['bytes that are no text', '\u0000\u0001\uFFFE'],
  ])('with %s is refused with its place', async (_, text) => {
    await inWorkplace({ 'a.yaml': assets({ 図面: false }), [file]: text }, async (place) => {
      const { code, stderr, stdout } = await place.check(['a.yaml', '--baseline', file, ...managers]);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^sekisho: sekisho-baseline\.json:\d+:\d+: /);
      expect(stderr).not.toContain('不具合');
    });
  });

  it('of 50,000 entries, each there twice, covers no more than it says', async () => {
    await withBaseline({ 'a.yaml': assets({ 図面: false, 名簿: false }) }, async (place) => {
      const [own] = await entries(place);
      const many = Array.from({ length: 25_000 }, (_, index) => ({
        ...{ rule: 'a/b', record: `assets/${index}`, verdict: 'fail' },
        fingerprint: `v1:${index.toString(16).padStart(32, '0')}`,
      }));
      await rewrite(place, [...many, own ?? {}, ...many]);
      const report = await place.report(['--baseline', file]);
      expect(active(report).map(({ record }) => record.id)).toEqual(['図面']);
    });
  });
});

describe('random changes of examples/city', () => {
  const city = readExample('city');
  const sections = [
    'assets',
    'systems',
    'segments',
    'connections',
    'services',
    'facilities',
    'staffGroups',
    'contracts',
  ];
  type Fields = Record<string, unknown>;

  /** A leaf of a record turned, taken out, or a whole record copied under another id or taken away. */
  const change = fc.record({
    section: fc.constantFrom(...sections),
    record: fc.nat(),
    field: fc.nat(),
    how: fc.constantFrom('turn', 'turn', 'drop', 'copy', 'remove'),
  });

  function apply(
    content: Content,
    changes: readonly { section: string; record: number; field: number; how: string }[],
  ): Content {
    return edited(
      content,
      changes.map(({ section, record, field, how }, step) => ({
        place: section,
        apply(whole) {
          const records = whole[section] as Fields[];
          const at = record % records.length;
          const own = records[at] as Fields;
          if (how === 'copy') records.splice(at, 0, { ...structuredClone(own), id: `${own['id']}-${step}` });
          else if (how === 'remove' && records.length > 1) records.splice(at, 1);
          else {
            const fields = leaves(own);
            const [holder, key] = fields[field % fields.length] ?? [{}, ''];
            if (how === 'drop' || typeof holder[key] !== 'boolean') delete holder[key];
            else holder[key] = !holder[key];
          }
        },
      })),
    );
  }

  function leaves(holder: Fields): [Fields, string][] {
    return Object.entries(holder).flatMap(([key, value]) =>
      typeof value === 'object' && value !== null && !Array.isArray(value)
        ? leaves(value as Fields)
        : key === 'id' || key === 'name'
          ? []
          : [[holder, key] as [Fields, string]],
    );
  }

  /** Some in each run of all tests, more where SEKISHO_FULL asks for the long form. */
  const runs = (process.env['SEKISHO_FULL'] ?? '') === '' ? 10 : 50;

  it('are never absorbed: every finding that is not listed, or has become worse, counts', async () => {
    const badness: Readonly<Record<string, number>> = { fail: 2, unknown: 1, review: 0 };
    let fresh = 0;
    await withBaseline(
      toFiles(city),
      async (place) => {
        const listed = new Map((await entries(place)).map((entry) => [entry.fingerprint, entry]));
        expect(listed.size).toBeGreaterThan(5);
        await fc.assert(
          fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
            const after = apply(city, changes);
            await place.write({ 'now/all.yaml': stringify(after, { aliasDuplicateObjects: false }) });
            const plain = await place.report(['now']);
            const gated = await place.report(['now', '--baseline', file]);
            const expected = plain.findings.filter(({ suppression, fingerprint, verdict, ruleId }) => {
              const entry = listed.get(fingerprint);
              if (entry !== undefined) expect(entry.rule).toBe(ruleId);
              const covered = entry !== undefined && (badness[entry.verdict] ?? 0) >= (badness[verdict] ?? 0);
              return suppression === null && !covered;
            });
            fresh += expected.length;
            // What is listed counts again, too, where it goes beyond what was known, and says so.
            const again = active(gated).filter(({ remedy }) => remedy.includes('再び数えます'));
            for (const { fingerprint } of again) expect(listed.has(fingerprint)).toBe(true);
            expect(
              active(gated)
                .filter((one) => !again.includes(one))
                .map(({ fingerprint }) => fingerprint),
            ).toEqual(expected.map(({ fingerprint }) => fingerprint));
            const prints = plain.findings.map(({ fingerprint }) => fingerprint);
            expect(new Set(prints).size).toBe(prints.length);
            // What is new stands at a record that differs, or is caused by one: never at an inventory left as it was.
            if (JSON.stringify(after) === JSON.stringify(city)) expect(expected).toEqual([]);
          }),
          { numRuns: runs },
        );
      },
      ['-p', 'isesaki', '-p', 'minakami'],
    );
    expect(fresh).toBeGreaterThan(runs / 3);
  });

  it('a record that is worse, wherever it is put, is reported', async () => {
    await withBaseline(
      toFiles(city),
      async (place) => {
        const worse = edited(city, [set('assets/鍵管理簿 manager', false)]);
        await place.write({ 'now/別の場所/all.yaml': stringify(worse, { aliasDuplicateObjects: false }) });
        const report = await place.report(['now', '--baseline', file]);
        expect(active(report).map(({ ruleId, record }) => `${ruleId} ${record.id}`)).toEqual([
          'classification/manager-assigned 鍵管理簿',
        ]);
      },
      ['-p', 'isesaki', '-p', 'minakami'],
    );
  });
});
