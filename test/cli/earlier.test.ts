import { symlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  type ComparedReport,
  type Files,
  inRepository,
  inWorkplace,
  stated,
  type Workplace,
} from '../support/git.ts';

const separation = ['-p', 'isesaki', '--rule', 'resilience/mynumber-separation'];
const managers = ['-p', 'minakami', '--rule', 'classification/manager-assigned'];

/** An inventory of assets of which those fail whose manager is `false`. */
function assets(managerOf: Readonly<Record<string, string | false>>): string {
  const lines = Object.entries(managerOf).map(
    ([id, manager]) => `  - { id: ${id}, name: ${id}, manager: ${manager} }\n`,
  );
  return `assets:\n${lines.join('')}`;
}

const segments = `
segments:
  - { id: 住記, name: 住民記録, layer: mynumber }
  - { id: 税務, name: 税務, layer: mynumber }
  - { id: 庁内, name: 庁内LAN, layer: lgwan }
  - { id: 保守, name: 保守回線, layer: lgwan }
  - { id: web, name: 公開, layer: internet }
`;
const link = (id: string, from: string, to: string, more = '') =>
  `  - { id: ${id}, name: ${id}, from: ${from}, to: ${to}${more} }\n`;

const passages = ({ networkChange }: ComparedReport, which: 'opened' | 'closed') =>
  networkChange?.[which].map(({ from, to, kind, hops }) =>
    [`${from.id} → ${to.id} ${kind}:`, ...hops.map(({ message }) => message)].join(' '),
  );

let temporary = '';

beforeAll(async () => {
  temporary = await mkdtemp(path.join(tmpdir(), 'sekisho-'));
  vi.stubEnv('TMPDIR', temporary);
});

// Nothing that was laid out for a run stays.
afterEach(async () => {
  expect(await readdir(temporary)).toEqual([]);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true });
});

describe('--base', () => {
  it('tells what is new, what is as it was, and what is fixed', async () => {
    await inRepository(
      { '台帳/a.yaml': assets({ 図面: false, 名簿: false, 帳簿: '総務課長', 廃止: false }) },
      async (place) => {
        await place.write({ '台帳/a.yaml': assets({ 図面: false, 名簿: '総務課長', 帳簿: false }) });
        const report = await place.report(['台帳', '--base', 'HEAD']);
        expect(stated(report)).toEqual(['unchanged 図面', 'new 帳簿']);
        const fixed = report.comparison?.fixed.map(({ record, recordGone }) => [record.id, recordGone]);
        expect(fixed).toEqual([
          ['名簿', undefined],
          ['廃止', true],
        ]);
        expect(report.comparison).toMatchObject({ against: 'base', name: 'HEAD' });
        expect(report.code).toBe(1);
      },
      managers,
    );
  });

  it('calls a finding changed whose verdict is another, and one that an exception no longer covers', async () => {
    const exception = `exceptions:
  - id: 名簿の件
    rules: [classification/manager-assigned]
    records: [名簿]
    reason: 移管まで
    applicant: 総務課長
    approver: 最高情報セキュリティ責任者
    approved: 2026-04-01
organization: { name: 関所町, roles: [{ role: ciso, post: 副町長 }] }
`;
    await inRepository(
      {
        'a.yaml': `assets:\n  - { id: 図面, name: 図面 }\n  - { id: 名簿, name: 名簿, manager: false }\n${exception}`,
      },
      async (place) => {
        await place.write({ 'a.yaml': assets({ 図面: false, 名簿: false }) });
        const report = await place.report(['--base', 'HEAD']);
        expect(stated(report)).toEqual(['changed 図面', 'changed 名簿']);
        expect(report.comparison?.fixed).toEqual([]);
      },
      managers,
    );
  });

  it('judges both by the rules, the configuration, the policy and the day of now', async () => {
    const old = {
      'a.yaml': assets({ 図面: false }),
      'sekisho.config.yaml': 'rules: { human/training-current: off }\n',
    };
    await inRepository(old, async (place) => {
      await place.write({ 'sekisho.config.yaml': 'rules: { classification/manager-assigned: warning }\n' });
      const report = await place.report(['--base', 'HEAD', ...managers]);
      expect(stated(report)).toEqual(['unchanged 図面']);
      expect(report.code).toBe(0);
    });
  });

  it('compares with a folder that holds the inventory as it was, in git or not', async () => {
    const files = {
      '現在/a.yaml': assets({ 図面: false, 名簿: false }),
      '昨年/b.yaml': assets({ 図面: false, 帳簿: false }),
    };
    await inWorkplace(
      files,
      async (place) => {
        const report = await place.report(['現在', '--base', '昨年']);
        expect(stated(report)).toEqual(['unchanged 図面', 'new 名簿']);
        expect(report.comparison?.fixed.map(({ record }) => record.id)).toEqual(['帳簿']);
      },
      managers,
    );
  });

  it('leaves a folder to compare with out of what is judged', async () => {
    await inWorkplace(
      { 'a.yaml': assets({ 図面: false }), '昨年/a.yaml': assets({ 図面: false, 名簿: false }) },
      async (place) => {
        const report = await place.report(['.', '--base', '昨年']);
        expect(report.summary).toMatchObject({ files: 1 });
        expect(stated(report)).toEqual(['unchanged 図面']);
      },
      managers,
    );
  });

  it('finds everything new where the inventory was not there yet', async () => {
    await inRepository(
      { 'README.md': 'x' },
      async (place) => {
        await place.write({ '台帳 2026/第1回/a.yaml': assets({ 図面: false }) });
        for (const given of ['台帳 2026/第1回', '台帳 2026', '台帳*/**/*.yaml', '台帳 2026/第1回/a.yaml']) {
          const report = await place.report([given, '--base', 'HEAD']);
          expect(stated(report), given).toEqual(['new 図面']);
          expect(report.comparison?.fixed).toEqual([]);
        }
      },
      managers,
    );
  });

  it.each([
    ['a folder', ['台帳 2026/第1回']],
    ['a file', ['台帳 2026/第1回/a.yaml']],
    ['a pattern', ['台帳*/**/*.yaml']],
    ['nothing', []],
  ])('takes %s, from above and from a subfolder, and as an absolute path', async (_, paths) => {
    await inRepository(
      { '台帳 2026/第1回/a.yaml': assets({ 図面: false }), 'sekisho.config.yaml': 'exclude: ["**/旧/**"]\n' },
      async (place) => {
        await place.write({ '台帳 2026/第1回/旧/x.yaml': assets({ 旧図面: false }) });
        await place.commit({ '台帳 2026/第1回/a.yaml': assets({ 図面: false, 名簿: false }) });
        const expected = ['unchanged 図面', 'new 名簿'];
        const base = ['--base', 'HEAD~1'];
        expect(stated(await place.report([...paths, ...base]))).toEqual(expected);
        const absolute = paths.map((one) => path.join(place.folder, one));
        expect(stated(await place.report([...absolute, ...base]))).toEqual(expected);
        const directory = path.join(place.folder, '台帳 2026');
        const fromThere = paths.map((one) => `../${one}`);
        const report = await place.report([...fromThere, ...base], { directory });
        expect(stated(report)).toEqual(expected);
        expect(report.comparison?.fixed).toEqual([]);
      },
      managers,
    );
  });

  it('takes a detached HEAD, a tag, and another work tree of the repository', async () => {
    await inRepository(
      { 'a.yaml': assets({ 図面: false }) },
      async (place) => {
        place.git('tag', '令和8年度');
        await place.commit({ 'a.yaml': assets({ 図面: false, 名簿: false }) });
        place.git('checkout', '--quiet', '--detach');
        expect(stated(await place.report(['--base', '令和8年度']))).toEqual(['unchanged 図面', 'new 名簿']);
        place.git('worktree', 'add', '--quiet', 'x/other');
        const directory = path.join(place.folder, 'x/other');
        expect(stated(await place.report(['--base', '令和8年度'], { directory }))).toEqual([
          'unchanged 図面',
          'new 名簿',
        ]);
      },
      managers,
    );
  });

  it('says nothing of fixed findings and closed ways while a file cannot be read', async () => {
    await inRepository(
      {
        'a.yaml': assets({ 図面: false }),
        'n.yaml': `${segments}connections:\n${link('穴', '住記', 'web')}`,
      },
      async (place) => {
        await place.write({ 'a.yaml': 'assets: [\n', 'n.yaml': segments });
        const report = await place.report(['--base', 'HEAD']);
        expect(report.comparison?.fixed).toEqual([]);
        expect(passages(report, 'closed')).toEqual([]);
        expect(report.code).toBe(1);
      },
      separation,
    );
  });

  it('takes what a file could not say before for new, and its fault for fixed', async () => {
    await inRepository(
      { 'a.yaml': 'assets: [\n' },
      async (place) => {
        await place.write({ 'a.yaml': assets({ 図面: false }) });
        const report = await place.report(['--base', 'HEAD']);
        expect(stated(report)).toEqual(['new 図面']);
        expect(report.comparison?.fixed.map(({ ruleId }) => ruleId)).toContain('inventory/syntax');
      },
      managers,
    );
  });
});

describe('the passages between layers that a change opens and closes', () => {
  it('are told with their hops, once for each record that lets data out', async () => {
    await inRepository(
      { 'n.yaml': `${segments}connections:\n${link('旧', '庁内', 'web')}` },
      async (place) => {
        await place.write({
          'n.yaml': `${segments}connections:\n${link('新', '住記', '庁内', ', direction: one-way')}`,
        });
        const report = await place.report(['--base', 'HEAD']);
        expect(passages(report, 'opened')).toEqual(['mynumber → lgwan normal: 住民記録 → 庁内LAN']);
        expect(passages(report, 'closed')).toEqual([
          'lgwan → internet normal: 庁内LAN → 公開',
          'internet → lgwan normal: 公開 → 庁内LAN',
        ]);
      },
      separation,
    );
  });

  it('are another where the guard is, and the same where a record only moves', async () => {
    await inRepository(
      {
        'n.yaml': `${segments}connections:\n${link('線', '庁内', 'web', ', direction: one-way, sanitisation: mail-text')}`,
      },
      async (place) => {
        await place.write({
          'n.yaml': segments,
          'b.yaml': `connections:\n${link('線', '庁内', 'web', ', direction: one-way, sanitisation: mail-text')}`,
        });
        expect((await place.report(['--base', 'HEAD'])).networkChange).toEqual({ opened: [], closed: [] });
        await place.write({ 'b.yaml': `connections:\n${link('線', '庁内', 'web', ', direction: one-way')}` });
        const report = await place.report(['--base', 'HEAD']);
        expect(passages(report, 'opened')).toEqual(['lgwan → internet normal: 庁内LAN → 公開']);
        expect(passages(report, 'closed')).toEqual(['lgwan → internet sanitised: 庁内LAN → 公開']);
      },
      separation,
    );
  });
});

describe('--changed', () => {
  it('shows what the change touches or causes, and counts the rest', async () => {
    await inRepository(
      { 'a.yaml': assets({ 図面: false, 名簿: false, 帳簿: '総務課長' }) },
      async (place) => {
        await place.write({
          'a.yaml': assets({ 図面: false, 名簿: false, 帳簿: false }).replace(
            'name: 名簿',
            'name: 名簿, notes: 書き足し',
          ),
        });
        const report = await place.report(['--changed']);
        expect(stated(report)).toEqual(['unchanged 名簿', 'new 帳簿']);
        expect(report.unrelated).toEqual({ since: 'HEAD', count: 1 });
      },
      managers,
    );
  });

  it('exits with 0 where nothing is left to show', async () => {
    await inRepository(
      { 'a.yaml': assets({ 図面: false, 名簿: '総務課長' }) },
      async (place) => {
        await place.write({ 'a.yaml': assets({ 名簿: '総務部長', 図面: false }) });
        expect(await place.report(['--changed'])).toMatchObject({
          code: 0,
          findings: [],
          unrelated: { count: 1 },
        });
      },
      managers,
    );
  });

  it('starts from where a branch left, not from what the other has become', async () => {
    await inRepository(
      { 'a.yaml': assets({ 図面: false }) },
      async (place) => {
        place.git('checkout', '--quiet', '-b', 'work');
        await place.commit({ 'b.yaml': assets({ 名簿: false }) });
        place.git('checkout', '--quiet', 'main');
        await place.commit({ 'a.yaml': assets({ 図面: '総務課長' }) });
        place.git('checkout', '--quiet', 'work');
        expect(stated(await place.report(['--changed', 'main']))).toEqual(['new 名簿']);
        // Against what main is now, the old fault is one that this branch would bring back.
        expect(stated(await place.report(['--base', 'main']))).toEqual(['new 図面', 'new 名簿']);
      },
      managers,
    );
  });

  it('knows a mistake again that several records share, whichever of them it is told of', async () => {
    const shared = (...ids: readonly string[]) =>
      `x-d: &d { form: papre }\nassets:\n${ids.map((id) => `  - { id: ${id}, name: ${id}, manager: 課長, <<: *d }\n`).join('')}`;
    await inRepository(
      { 'a.yaml': shared('図面', '名簿') },
      async (place) => {
        await place.write({ 'a.yaml': shared('名簿', '図面') });
        expect(stated(await place.report(['.', '--base', 'main']))).toEqual(['unchanged 名簿']);
        await place.write({ 'a.yaml': shared('名簿') });
        expect(stated(await place.report(['.', '--base', 'main']))).toEqual(['unchanged 名簿']);
      },
      managers,
    );
  });

  it('counts a connection added elsewhere that makes an old crossing reach another layer', async () => {
    const network = (...links: readonly string[]) => `${segments}connections:\n${links.join('')}`;
    const crossing = link('横断', '住記', '庁内');
    await inRepository(
      { 'n.yaml': network(crossing) },
      async (place) => {
        await place.write({ 'z.yaml': `connections:\n${link('持込ルータ', '保守', 'web')}` });
        expect((await place.report(['--changed'])).findings).toEqual([]);
        await place.write({ 'z.yaml': `connections:\n${link('持込ルータ', '庁内', 'web')}` });
        const report = await place.report(['--changed']);
        expect(report.findings.map(({ record }) => record.id)).toEqual(['横断']);
        expect(stated(report)).toEqual(['new 横断']);
      },
      separation,
    );
  });

  it('shows a crossing whose way has become another, though no record on it has changed', async () => {
    const network = (...links: readonly string[]) => `${segments}connections:\n${links.join('')}`;
    const [out, direct] = [link('入口', '住記', '中継'), link('近道', '中継', 'web')];
    const relay =
      'systems:\n  - { id: 中継, name: 中継, type: network-device }\n  - { id: 奥, name: 奥, type: network-device }\n';
    const far = [link('遠回り1', '中継', '奥'), link('遠回り2', '奥', 'web')];
    await inRepository(
      { 'n.yaml': network(out, direct, ...far) + relay },
      async (place) => {
        await place.write({ 'n.yaml': network(out, ...far) + relay });
        expect(stated(await place.report(['--changed']))).toEqual(['unchanged 入口']);
      },
      separation,
    );
  });

  it.each([
    ['cannot be read', 'assets: [\n', 'inventory/syntax'],
    ['breaks the schema', 'assets:\n  - { id: 図面, nam: 図面 }\n', 'inventory/schema'],
  ])('always shows a file that %s, changed or not', async (_, text, rule) => {
    await inRepository(
      { 'a.yaml': text },
      async (place) => {
        await place.write({ 'b.yaml': assets({ 名簿: '総務課長' }) });
        const report = await place.report(['--changed']);
        expect(report.findings.map(({ ruleId }) => ruleId)).toContain(rule);
        expect(report.code).toBe(1);
      },
      managers,
    );
  });

  it('goes with --base, which then says what to compare with', async () => {
    await inRepository(
      { 'a.yaml': assets({ 図面: false }), '昨年/a.yaml': assets({ 名簿: false }) },
      async (place) => {
        const report = await place.report(['a.yaml', '--base', './昨年/', '--changed']);
        expect(report.unrelated?.since).toBe('./昨年/');
        expect(stated(report)).toEqual(['new 図面']);
      },
      managers,
    );
  });
});

describe('what moves without changing', () => {
  const files = {
    'a/assets.yaml': assets({ 図面: false, 名簿: false, 帳簿: false }),
    'network.yaml': `${segments}connections:\n${link('穴1', '住記', 'web')}${link('穴2', '税務', '庁内')}`,
  };
  const moves: Readonly<Record<string, Files>> = {
    're-ordering records': { 'a/assets.yaml': assets({ 帳簿: false, 図面: false, 名簿: false }) },
    'adding a record above': {
      'a/assets.yaml': assets({ 新規: false, 図面: false, 名簿: false, 帳簿: false }),
      'network.yaml': `${segments}connections:\n${link('無害', '庁内', '保守')}${link('穴1', '住記', 'web')}${link('穴2', '税務', '庁内')}`,
    },
    'renaming a file': { 'a/assets.yaml': null, 'z/資産 台帳.yml': files['a/assets.yaml'] },
    're-indenting': {
      'a/assets.yaml':
        'assets:\n    -\n        id:   図面\n        name: 図面\n        manager:    false\n    - {id: 名簿,\n       name: "名簿",\n       manager: false}\n    - {id: 帳簿, name: 帳簿, manager: false} # 要確認\n',
    },
    'moving a record to another file': {
      'a/assets.yaml': assets({ 図面: false, 名簿: false }),
      'b.yaml': assets({ 帳簿: false }),
    },
    'a comment and a second document': {
      'a/assets.yaml': `# 改訂\n---\n${assets({ 図面: false })}---\n${assets({ 名簿: false, 帳簿: false })}`,
    },
  };

  it.each(Object.keys(moves))('%s changes no finding', async (move) => {
    await inRepository(files, async (place) => {
      const argv = ['-p', 'isesaki', '-p', 'minakami'];
      const prints = async () => {
        const { findings } = await place.report(argv);
        return findings.map(({ fingerprint }) => fingerprint).sort();
      };
      const before = await prints();
      expect(before.length).toBeGreaterThan(20);
      expect(new Set(before).size).toBe(before.length);
      await place.write(moves[move] ?? {});
      // A record more has findings of its own.
      expect(await prints()).toEqual(
        move === 'adding a record above' ? expect.arrayContaining(before) : before,
      );
      const { findings, comparison, networkChange } = await place.report([...argv, '--base', 'HEAD']);
      expect(
        findings.filter(
          ({ state, record }) => state !== 'unchanged' && !['新規', '無害'].includes(record.id),
        ),
      ).toEqual([]);
      expect(comparison?.fixed).toEqual([]);
      expect(networkChange).toEqual({ opened: [], closed: [] });
      if (move !== 'adding a record above')
        expect(await place.report([...argv, '--changed'])).toMatchObject({ code: 0, findings: [] });
    });
  });

  it('two faults on one record are two findings', async () => {
    const text = `assets:
  - id: 図面
    name: 図面
    classification: { confidentiality: 2 }
    copies: [{ location: 本庁 }, { location: 支所 }]
`;
    await inRepository({ 'a.yaml': text }, async (place) => {
      const { findings } = await place.report(['-p', 'minakami', '--rule', 'classification/copies-managed']);
      const own = findings.filter(({ record }) => record.id === '図面');
      expect(own.length).toBeGreaterThan(1);
      expect(new Set(own.map(({ fingerprint }) => fingerprint)).size).toBe(own.length);
    });
  });
});

describe('what stands in the way of looking at an earlier state', () => {
  const files = { '台帳/a.yaml': assets({ 図面: false }) };

  async function refused(place: Workplace, argv: readonly string[], message: RegExp, world = {}) {
    const ja = await place.check(argv, world);
    expect(ja).toMatchObject({ code: 2, stdout: '' });
    expect(ja.stderr).toMatch(message);
    const en = await place.check([...argv, '--lang', 'en'], world);
    expect(en).toMatchObject({ code: 2, stdout: '' });
    // Names from the inventory may be Japanese, sentences may not.
    expect(en.stderr).not.toMatch(/[ぁ-んァ-ヴ]{2}/);
  }

  it('no repository', async () => {
    await inWorkplace(files, async (place) => {
      for (const option of ['--changed', '--trust=main', '--base=main'])
        await refused(
          place,
          ['台帳', option],
          /git のリポジトリとして読めません: .*台帳 .*--base フォルダー名/,
        );
    });
  });

  it('a folder of another user, which git does not read', async () => {
    await inRepository(files, async (place) => {
      const environment = { LANG: 'ja_JP.UTF-8', GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' };
      await refused(place, ['台帳', '--changed'], /ほかの利用者のフォルダー.*safe\.directory/, {
        environment,
      });
    });
  });

  it('no such ref', async () => {
    await inRepository(files, async (place) => {
      for (const option of ['--changed=origin/man', '--trust=origin/man', '--base=origin/man'])
        await refused(place, ['台帳', option], /「origin\/man」という git の参照 .*fetch-depth: 0/);
    });
  });

  it.each([
    '--help',
    '--upload-pack=touch x',
    '-h',
    'HEAD:台帳',
    'HEAD^{tree}',
    '..',
    'a b',
    "'; touch x",
    '@{-1}',
    '^main',
  ])('a ref like %s, which is no option of git and means no commit', async (ref) => {
    await inRepository(files, async (place) => {
      await refused(place, ['台帳', `--trust=${ref}`], /という git の参照 .* はありません/);
      expect(await readdir(place.folder)).toEqual(['.git', '台帳']);
    });
  });

  it('no git', async () => {
    await inRepository(files, async (place) => {
      const environment = { LANG: 'ja_JP.UTF-8', PATH: place.folder };
      await refused(place, ['台帳', '--changed'], /git を実行できません/, { environment });
    });
  });

  it('no commit', async () => {
    await inWorkplace(files, async (place) => {
      place.git('init', '--quiet');
      await refused(place, ['台帳', '--changed'], /まだコミットがなく/);
    });
  });

  it('a path after --changed, which takes it for a ref', async () => {
    await inRepository(files, async (place) => {
      await refused(place, ['--changed', '台帳/'], /sekisho check 台帳\/ --changed のように先に/);
      expect((await place.check(['台帳/', '--changed', ...managers])).code).toBe(0);
    });
  });

  it('an empty value, as a variable has that is not set', async () => {
    await inRepository(files, async (place) => {
      for (const option of ['--base', '--changed', '--trust', '--baseline'])
        await refused(place, ['台帳', `${option}=`], new RegExp(`${option} の値が空です`));
    });
  });

  it('a folder to compare with that is the inventory, holds it, or holds none', async () => {
    await inRepository({ ...files, 'empty/README.md': 'x' }, async (place) => {
      for (const base of ['台帳', '.', './台帳/'])
        await refused(place, ['台帳', '--base', base], /判定する台帳そのものか、それを含むフォルダー/);
      await refused(place, ['台帳', '--base', 'empty'], /台帳のファイルが見つかりません: empty/);
    });
  });

  it('a folder of the name of a branch: whoever adds one does not choose what is compared with', async () => {
    await inRepository({ ...files, 'main/a.yaml': assets({ 図面: false, 穴: false }) }, async (place) => {
      await refused(place, ['台帳', '--base', 'main'], /フォルダーと git の参照の両方/);
      for (const base of ['./main', 'refs/heads/main'])
        expect((await place.check(['台帳', '--base', base, ...managers])).code).toBe(1);
    });
  });

  it('a tag of the name of a branch, which git would prefer', async () => {
    await inRepository(files, async (place) => {
      place.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
      expect((await place.check(['台帳', '--base', 'origin/main', ...managers])).code).toBe(1);
      place.git('tag', 'origin/main');
      expect((await place.check(['台帳', '--base', 'origin/main', ...managers])).code).toBe(1);
      await place.commit({ '台帳/b.yaml': assets({ 名簿: false }) });
      place.git('tag', '--force', 'origin/main');
      for (const option of ['--base', '--trust', '--changed'])
        await refused(
          place,
          ['台帳', option, 'origin/main'],
          /refs\/tags\/origin\/main、refs\/remotes\/origin\/main/,
        );
    });
  });

  it('two options that both say what to compare with, and a baseline to be written', async () => {
    await inRepository(files, async (place) => {
      await refused(
        place,
        ['台帳', '--base', 'HEAD', '--changed', 'HEAD'],
        /両方に比べる相手を指定することはできません/,
      );
      for (const option of ['--base', '--changed', '--trust'])
        for (const write of ['--update-baseline', '--prune'])
          await refused(place, ['台帳', write, option, 'HEAD'], /と一緒には使えません/);
    });
  });

  it('a path in another repository', async () => {
    await inRepository({ ...files, '別/b.yaml': assets({ 名簿: false }) }, async (place) => {
      const other = path.join(place.folder, '../', `${path.basename(place.folder)}-other`);
      await mkdir(other);
      try {
        await rename(path.join(place.folder, '別/b.yaml'), path.join(other, 'b.yaml'));
        await refused(place, ['台帳', other, '--changed'], /同じ git のリポジトリにありません/);
      } finally {
        await rm(other, { recursive: true });
      }
    });
  });

  it('a shallow clone in which the ref is not', async () => {
    await inRepository(files, async (place) => {
      const first = place.git('rev-parse', 'HEAD');
      await place.commit({ '台帳/b.yaml': assets({ 名簿: false }) });
      place.git('clone', '--quiet', '--depth', '1', `file://${place.folder}`, 'shallow');
      const directory = path.join(place.folder, 'shallow');
      await refused(place, ['台帳', '--changed', first], /fetch-depth: 0/, { directory });
      expect((await place.check(['台帳', '--changed', ...managers], { directory })).code).toBe(0);
    });
  });

  it('a shallow clone that does not tell where the branch left: what the other brought would seem taken away', async () => {
    await inRepository(files, async (place) => {
      place.git('checkout', '--quiet', '-b', 'work');
      await place.commit({ '台帳/c.yaml': assets({ 地図: false }) });
      place.git('checkout', '--quiet', 'main');
      await place.commit({ '台帳/b.yaml': assets({ 名簿: false }) });
      const clone = ['--no-single-branch', '--branch', 'work', `file://${place.folder}`];
      place.git('clone', '--quiet', '--depth', '1', ...clone, 'shallow');
      place.git('clone', '--quiet', ...clone, 'whole');
      const [shallow, whole] = ['shallow', 'whole'].map((name) => path.join(place.folder, name));
      const argv = ['台帳', '--changed', 'origin/main'];
      await refused(place, argv, /途中までしか.*「origin\/main」.*fetch-depth: 0/, { directory: shallow });
      const report = await place.report([...argv, ...managers], { directory: whole ?? '' });
      expect(stated(report)).toEqual(['new 地図']);
      expect(report.comparison?.fixed).toEqual([]);
    });
  });

  it('a clone that lacks the contents of files, which would seem never to have been there', async () => {
    await inRepository(files, async (place) => {
      place.git('config', 'uploadpack.allowFilter', 'true');
      await place.commit({ '台帳/a.yaml': assets({ 図面: '総務課長' }) });
      place.git('clone', '--quiet', '--filter=blob:none', `file://${place.folder}`, 'partial');
      const directory = path.join(place.folder, 'partial');
      await refused(place, ['台帳', '--base', 'HEAD~1'], /内容が手元にありません .*--filter/, { directory });
      const blob = place.git('rev-parse', 'HEAD~1:台帳/a.yaml');
      await rm(path.join(place.folder, '.git/objects', blob.slice(0, 2), blob.slice(2)));
      await refused(place, ['台帳', '--base', 'HEAD~1'], /内容が手元にありません \(台帳\/a\.yaml: /);
    });
  });
});

describe('what git makes of a repository that a stranger may have written', () => {
  const old = assets({ 図面: false });

  it('leaves out links and submodules', async () => {
    await inRepository({ 'a.yaml': old }, async (place) => {
      await symlink('/etc', path.join(place.folder, 'link.yaml'));
      place.git('update-index', '--add', '--cacheinfo', `160000,${place.git('rev-parse', 'HEAD')},sub`);
      await place.commit();
      place.git('rm', '--quiet', '--cached', 'link.yaml');
      const report = await place.report(['a.yaml', '--base', 'HEAD', ...managers]);
      expect(stated(report)).toEqual(['unchanged 図面']);
    });
  });

  it('writes nothing outside of its own folder, whatever a tree calls its files', async () => {
    await inRepository({ 'a.yaml': old }, async (place) => {
      const blob = place.gitWith('assets: []\n', 'hash-object', '-w', '--stdin');
      const name = `escaped-${path.basename(place.folder)}.yaml`;
      const own = `100644 blob ${place.git('rev-parse', 'HEAD:a.yaml')}\ta.yaml\n`;
      let tree = place.gitWith(`100644 blob ${blob}\t${name}\n`, 'mktree');
      for (let depth = 0; depth < 3; depth++)
        tree = place.gitWith(`040000 tree ${tree}\t..\n${depth === 2 ? own : ''}`, 'mktree');
      const commit = place.git('commit-tree', tree, '-m', 'x');
      const report = await place.report(['a.yaml', '--base', commit, ...managers]);
      expect(stated(report)).toEqual(['unchanged 図面']);
      for (const folder of [temporary, path.dirname(temporary), path.dirname(path.dirname(temporary))])
        expect(await readdir(folder)).not.toContain(name);
    });
  });

  it('takes names with line breaks, quotes and blanks', async () => {
    await inRepository({ 'a\n"b" \'c\'\t台帳.yaml': old }, async (place) => {
      expect(stated(await place.report(['--base', 'HEAD', ...managers]))).toEqual(['unchanged 図面']);
    });
  });

  it('says that a tree cannot be laid out in which a file is a folder, too', async () => {
    await inRepository({ 'a.yaml': old }, async (place) => {
      const blob = place.git('rev-parse', 'HEAD:a.yaml');
      const tree = place.gitWith(`100644 blob ${blob}\tb.yaml\n`, 'mktree');
      const whole = place.gitWith(`100644 blob ${blob}\tx.yaml\n040000 tree ${tree}\tx.yaml\n`, 'mktree');
      const commit = place.git('commit-tree', whole, '-m', 'x');
      const { code, stderr } = await place.check(['a.yaml', '--base', commit, ...managers]);
      expect(code).toBe(2);
      expect(stderr).toMatch(/git の実行に失敗しました \(E[A-Z]+\)/);
    });
  });

  it('runs no program that the repository configures', async () => {
    await inRepository(
      { 'a.yaml': old, '.gitattributes': '*.yaml filter=evil diff=evil export-ignore\n' },
      async (place) => {
        const evil = 'touch "$(git rev-parse --show-toplevel)/pwned"; cat';
        for (const key of [
          'core.fsmonitor',
          'filter.evil.smudge',
          'filter.evil.clean',
          'diff.evil.textconv',
          'core.pager',
          'core.sshCommand',
          'core.editor',
          'alias.ls-tree',
        ])
          place.git('config', key, key.startsWith('alias') ? `!${evil}` : evil);
        await place.write({ '.git/hooks/post-checkout': '#!/bin/sh\ntouch pwned\n' });
        const report = await place.report(['a.yaml', '--base', 'HEAD', '--changed', ...managers]);
        expect(report.comparison?.fixed).toEqual([]);
        expect(await readdir(place.folder)).not.toContain('pwned');
      },
    );
  });

  it('goes by what a commit says, not by what replaces it here', async () => {
    await inRepository({ 'a.yaml': old }, async (place) => {
      const first = place.git('rev-parse', 'HEAD');
      const second = await place.commit({ 'a.yaml': assets({ 図面: false, 名簿: false }) });
      place.git('replace', first, second);
      expect(stated(await place.report(['--base', first, ...managers]))).toEqual([
        'unchanged 図面',
        'new 名簿',
      ]);
    });
  });

  it('does not take files among the inventory for a repository, which would choose what is compared with', async () => {
    await inRepository({ '台帳/a.yaml': old }, async (place) => {
      // What a change adds: a bare repository as plain files, whose main has the new fault already.
      await place.write({ '台帳/b.yaml': assets({ 名簿: false }) });
      place.git('init', '--quiet', '--bare', '.git/x.git');
      await place.commit();
      place.git('push', '--quiet', '.git/x.git', 'HEAD:main');
      place.git('reset', '--quiet', '--hard', 'HEAD~1');
      for (const part of ['HEAD', 'objects', 'refs'])
        await rename(path.join(place.folder, '.git/x.git', part), path.join(place.folder, '台帳', part));
      await place.write({
        '台帳/b.yaml': assets({ 名簿: false }),
        '台帳/config': `[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = ${place.folder}\n`,
      });
      const { code, stderr, stdout } = await place.check([
        '台帳',
        '--base',
        'main',
        '-f',
        'json',
        ...managers,
      ]);
      // Git refuses to look at such a folder at all: nothing is judged, and nothing passes.
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('git のリポジトリとして読めません');
    });
  });

  it('asks to be run in a submodule rather than take its branches for those of what contains it', async () => {
    await inRepository({ 'a.yaml': old }, async (place) => {
      place.git(
        '-c',
        'protocol.file.allow=always',
        'submodule',
        '--quiet',
        'add',
        `file://${place.folder}`,
        '台帳',
      );
      const { code, stderr } = await place.check(['台帳', '--base', 'main', ...managers]);
      expect(code).toBe(2);
      expect(stderr).toContain('サブモジュールです');
      const directory = path.join(place.folder, '台帳');
      expect(stated(await place.report(['.', '--base', 'main', ...managers], { directory }))).toEqual([
        'unchanged 図面',
      ]);
    });
  });

  it('finds a repository by its folder, not by what a git hook hands on', async () => {
    await inRepository({ '台帳/a.yaml': old }, async (place) => {
      const environment = {
        LANG: 'ja_JP.UTF-8',
        GIT_DIR: '.git',
        GIT_INDEX_FILE: '.git/index',
        GIT_PREFIX: 'x/',
      };
      const report = await place.report(['台帳', '--base', 'HEAD', ...managers], { environment });
      expect(stated(report)).toEqual(['unchanged 図面']);
    });
  });

  it('takes an inventory folder that is a link, and one that was none before', async () => {
    await inRepository({ '台帳/a.yaml': old }, async (place) => {
      await rename(path.join(place.folder, '台帳'), path.join(place.folder, '資料'));
      symlinkSync('資料', path.join(place.folder, '台帳'));
      expect(stated(await place.report(['台帳', '--base', 'HEAD', ...managers]))).toEqual(['unchanged 図面']);
      await place.commit();
      expect(stated(await place.report(['台帳', '--base', 'HEAD', ...managers]))).toEqual(['unchanged 図面']);
    });
  });
});
