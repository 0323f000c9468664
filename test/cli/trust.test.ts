import { rm, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { type ComparedReport, type Files, inRepository, type Workplace } from '../support/git.ts';
import { inFolder } from '../support/load.ts';

const managers = ['-p', 'minakami', '--rule', 'classification/manager-assigned'];

/** Who approves exceptions in all of these. */
const roles = 'organization: { name: 関所町, roles: [{ role: ciso, post: 副町長 }] }\n';

const bad = (id: string) => `assets:\n  - { id: ${id}, name: ${id}, manager: false }\n`;

function exception(records: string, fields: Readonly<Record<string, unknown>> = {}): string {
  const known = {
    id: 'e',
    rules: ['classification/manager-assigned'],
    records: [records],
    reason: '移管まで',
    applicant: '総務課長',
    approver: '最高情報セキュリティ責任者',
    approved: '2026-04-01',
  };
  return stringify({ exceptions: [{ ...known, ...fields }] });
}

const active = ({ findings }: ComparedReport) =>
  findings
    .filter(({ suppression }) => suppression === null)
    .map(({ ruleId, record }) => `${ruleId} ${record.id}`);

const changes = ({ trusted }: ComparedReport) =>
  trusted?.changes.map(({ change, kind, name }) => `${change} ${kind} ${name}`);

/** Reaches the work tree through a link that lies outside it, as `/tmp` is on some systems. */
async function throughLink(place: Workplace, use: (link: string) => Promise<void>): Promise<void> {
  await inFolder({}, async (folder) => {
    const link = path.join(folder, 'link');
    await symlink(place.folder, link);
    await use(link);
  });
}

/** A pull request: what was reviewed, what it changes, and how it is judged. */
async function proposal(
  reviewed: Readonly<Record<string, string>>,
  change: Files,
  see: (report: ComparedReport & { code: number }, place: Workplace) => void | Promise<void>,
  options: readonly string[] = managers,
  argv: readonly string[] = ['台帳'],
): Promise<void> {
  await inRepository(
    reviewed,
    async (place) => {
      place.git('checkout', '--quiet', '-b', 'work');
      await place.commit(change);
      await see(await place.report([...argv, '--trust', 'main']), place);
    },
    options,
  );
}

describe('a change by which a body says to be exempt', () => {
  const law = `id: law
kind: law
exemption: true
title: { ja: 省令, en: Ordinance }
clauses:
  - ref: 第2号
    title: { ja: 管理, en: Managers }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules: [{ id: classification/manager-assigned, basis: stated }]
`;
  const exempt =
    'organization: { name: 関所町, exemption: { connected: false, massPersonalInformation: false, date: 2026-04-01, evidence: [{ path: a.yaml }] } }\n';

  it('is not believed until it is reviewed, and is listed', async () => {
    await proposal(
      { 'law.yaml': law, '台帳/a.yaml': bad('図面'), '台帳/o.yaml': roles },
      { '台帳/o.yaml': exempt },
      async (report, place) => {
        expect(report.code).toBe(1);
        expect(active(report)).toEqual(['classification/manager-assigned 図面']);
        expect(changes(report)).toEqual(['added exemption organization.exemption']);
        place.git('branch', '--force', 'main', 'work');
        expect(await place.report(['台帳', '--trust', 'main'])).toMatchObject({ code: 0, findings: [] });
      },
      ['-p', 'law.yaml'],
    );
  });
});

describe('a change that excuses itself by an exception', () => {
  const files = { '台帳/a.yaml': bad('図面'), '台帳/o.yaml': roles };

  it('is not believed, and what it does is listed', async () => {
    await proposal(files, { '台帳/e.yaml': exception('図面') }, async (report, place) => {
      expect(report.code).toBe(1);
      expect(active(report)).toEqual(['classification/manager-assigned 図面']);
      expect(changes(report)).toEqual(['added exception e']);
      // Once it is reviewed and merged, it holds.
      place.git('branch', '--force', 'main', 'work');
      expect(await place.report(['台帳', '--trust', 'main'])).toMatchObject({
        code: 0,
        trusted: { changes: [] },
      });
    });
  });

  it.each<[what: string, change: Files, listed: string[]]>([
    [
      'widened',
      { '台帳/e.yaml': exception('図面').replace('- 図面', '- 図面\n      - 名簿') },
      ['changed exception e'],
    ],
    ['prolonged', { '台帳/e.yaml': exception('図面', { expires: '2099-03-31' }) }, ['changed exception e']],
    [
      'renamed',
      { '台帳/e.yaml': exception('名簿', { id: 'f' }) },
      ['added exception f', 'removed exception e'],
    ],
    [
      'written a second time under its id',
      { '台帳/0.yaml': exception('名簿') },
      ['changed exception e', 'added exception e'],
    ],
    [
      'moved into a file that is ignored',
      { '台帳/e.yaml': null, '台帳/.e.yaml': exception('名簿') },
      ['removed exception e'],
    ],
  ])('%s', async (_, change, listed) => {
    const reviewed = { ...files, '台帳/e.yaml': exception('図面') };
    await proposal(reviewed, { ...change, '台帳/b.yaml': bad('名簿') }, (report) => {
      expect(report.code).toBe(1);
      expect(active(report)).toContain('classification/manager-assigned 名簿');
      // What was permitted stays permitted.
      expect(active(report)).not.toContain('classification/manager-assigned 図面');
      expect(changes(report)).toEqual(listed);
    });
  });

  it('may move it to another file', async () => {
    const reviewed = { ...files, '台帳/e.yaml': exception('図面') };
    await proposal(
      reviewed,
      { '台帳/e.yaml': null, '台帳/例外/令和8年度.yaml': exception('図面') },
      (report) => {
        expect([report.code, changes(report)]).toEqual([0, []]);
      },
    );
  });

  it('lists a record that takes the place of one that was excepted', async () => {
    const reviewed = { ...files, '台帳/e.yaml': exception('図面') };
    const change = { '台帳/a.yaml': bad('図面').replace('name: 図面', 'name: 全住民の名簿') };
    await proposal(reviewed, change, (report) => {
      expect(changes(report)).toEqual(['changed suppressed assets/図面']);
    });
  });
});

describe('a change that excuses itself by the configuration', () => {
  const files = { '台帳/a.yaml': bad('図面'), 'sekisho.config.yaml': 'unknown: error\n' };

  it.each<[what: string, change: Files, listed: string[]]>([
    [
      'altered',
      { 'sekisho.config.yaml': 'rules: { classification/manager-assigned: off }\n' },
      ['changed configuration sekisho.config.yaml'],
    ],
    ['removed', { 'sekisho.config.yaml': null }, ['removed configuration sekisho.config.yaml']],
    [
      'in a nearer folder',
      { '台帳/sekisho.config.yaml': 'rules: { classification/manager-assigned: off }\n' },
      ['added configuration 台帳/sekisho.config.yaml'],
    ],
    [
      'of the other ending, which goes second',
      { 'sekisho.config.yaml': null, 'sekisho.config.yml': 'exclude: ["**"]\n' },
      ['removed configuration sekisho.config.yaml', 'added configuration sekisho.config.yml'],
    ],
    [
      'that leaves files out',
      { 'sekisho.config.yaml': 'exclude: ["a.yaml"]\n' },
      ['changed configuration sekisho.config.yaml'],
    ],
  ])('%s', async (_, change, listed) => {
    await proposal(
      files,
      change,
      (report) => {
        expect(report.code).toBe(1);
        expect(active(report)).toContain('classification/manager-assigned 図面');
        expect(changes(report)).toEqual(listed);
      },
      ['-p', 'minakami'],
    );
  });

  it('the first there is', async () => {
    const change = { 'sekisho.config.yaml': 'rules: { classification/manager-assigned: off }\n' };
    await proposal(
      { '台帳/a.yaml': bad('図面') },
      change,
      (report) => {
        expect(active(report)).toContain('classification/manager-assigned 図面');
        expect(changes(report)).toEqual(['added configuration sekisho.config.yaml']);
      },
      ['-p', 'minakami'],
    );
  });

  it('by making a link of the inventory, so that the configuration in it is missed', async () => {
    const reviewed = {
      '台帳/a.yaml': 'assets:\n  - { id: 図面, name: 図面 }\n',
      '台帳/sekisho.config.yaml': 'unknown: error\n',
    };
    await inRepository(
      reviewed,
      async (place) => {
        await place.write({ '写し/a.yaml': reviewed['台帳/a.yaml'] });
        await rm(path.join(place.folder, '台帳'), { recursive: true });
        await symlink('写し', path.join(place.folder, '台帳'));
        const report = await place.report(['台帳', '--trust', 'main']);
        expect(report.code).toBe(1);
        expect(changes(report)).toEqual(['removed configuration 台帳/sekisho.config.yaml']);
      },
      managers,
    );
  });

  it('lists nothing where only line endings differ from what is kept', async () => {
    await inRepository(
      { ...files, '台帳/a.yaml': 'assets: []\n' },
      async (place) => {
        await place.write({ 'sekisho.config.yaml': 'unknown: error\r\n' });
        expect(changes(await place.report(['台帳', '--trust', 'main']))).toEqual([]);
      },
      managers,
    );
  });
});

describe('a change that excuses itself by a baseline', () => {
  const reviewed = { '台帳/a.yaml': bad('図面'), 'b.json': '{"schemaVersion":1,"findings":[]}' };

  it('named, like the inventory, by a link from outside the repository', async () => {
    await inRepository(
      reviewed,
      async (place) => {
        const { findings } = await place.report(['台帳']);
        await place.write({ 'b.json': JSON.stringify({ schemaVersion: 1, findings }) });
        await throughLink(place, async (link) => {
          const named = [path.join(link, '台帳'), '--baseline', path.join(link, 'b.json')];
          const report = await place.report([...named, '--trust', 'main']);
          expect(active(report)).toContain('classification/manager-assigned 図面');
          expect(changes(report)).toEqual(['changed baseline b.json']);
        });
      },
      managers,
    );
  });

  it.each([
    ['given', ['--baseline', 'b.json'], {}],
    ['configured', [], { 'sekisho.config.yaml': 'baseline: b.json\n' }],
    ['given where there was none', ['--baseline', 'new.json'], {}],
  ])('%s', async (_, argv, more) => {
    await inRepository(
      { ...reviewed, ...more },
      async (place) => {
        const target = argv[1] ?? 'b.json';
        await place.check(['台帳', '--baseline', target, '--update-baseline']);
        expect((await place.check(['台帳', ...argv])).code).toBe(0);
        for (const given of [
          argv,
          argv.map((one) => (one === target ? path.join(place.folder, one) : one)),
        ]) {
          const report = await place.report(['台帳', ...given, '--trust', 'main']);
          expect(report.code).toBe(1);
          expect(changes(report)).toEqual([
            `${target === 'b.json' ? 'changed' : 'added'} baseline ${target}`,
          ]);
        }
      },
      managers,
    );
  });

  it('uses the reviewed one where the change takes it away', async () => {
    await inRepository(
      { '台帳/a.yaml': bad('図面') },
      async (place) => {
        await place.check(['台帳', '--baseline', 'b.json', '--update-baseline']);
        await place.commit();
        await place.write({ 'b.json': null });
        const report = await place.report(['台帳', '--baseline', 'b.json', '--trust', 'HEAD']);
        expect([report.code, changes(report)]).toEqual([0, ['removed baseline b.json']]);
        await throughLink(place, async (link) => {
          const named = ['台帳', '--baseline', path.join(link, 'b.json')];
          const { code } = await place.report([...named, '--trust', 'HEAD']);
          expect(code).toBe(0);
        });
      },
      managers,
    );
  });
});

describe('a change that excuses itself by the policy', () => {
  const policy = (rules: string) => `id: own
title: { ja: 自団体, en: own }
clauses:
  - ref: '1'
    title: { ja: 一, en: one }
    summary: { ja: 一, en: one }
    modality: must
    ${rules}
`;
  const strict = policy('rules: [{ id: classification/manager-assigned, basis: stated }]');
  const lax = policy('attestation: true');
  const extending = (base: string) =>
    `id: ours\ntitle: { ja: 当団体, en: ours }\nextends: ${base}\nclauses: []\n`;
  const found = 'classification/manager-assigned 図面';

  it('named on the command line, by any kind of path', async () => {
    await inRepository({ '台帳/a.yaml': bad('図面'), 'x/policy.yaml': strict }, async (place) => {
      await place.write({ 'x/policy.yaml': lax });
      await symlink(place.folder, path.join(place.folder, 'self'));
      await throughLink(place, async (link) => {
        for (const given of [
          'x/policy.yaml',
          './x/policy.yaml',
          path.join(place.folder, 'x/policy.yaml'),
          path.join(place.folder, 'self/x/policy.yaml'),
          path.join(link, 'x/policy.yaml'),
        ]) {
          const report = await place.report(['台帳', '-p', given, '--trust', 'main']);
          expect(active(report), given).toContain(found);
          expect(changes(report)).toEqual(['changed policy x/policy.yaml']);
        }
      });
    });
  });

  it.each([
    ['named by the configuration', { 'sekisho.config.yaml': 'policy: ./x/policy.yaml\n' }],
    [
      'named by the organization',
      { '台帳/o.yaml': 'organization: { name: 関所市, policy: ../x/policy.yaml }\n' },
    ],
    [
      'that another extends',
      { 'sekisho.config.yaml': 'policy: ./policy.yaml\n', 'policy.yaml': extending('./x/policy.yaml') },
    ],
  ])('%s', async (_, more) => {
    await inRepository({ '台帳/a.yaml': bad('図面'), 'x/policy.yaml': strict, ...more }, async (place) => {
      await place.write({ 'x/policy.yaml': lax });
      const report = await place.report(['台帳', '--trust', 'main']);
      expect(active(report)).toContain(found);
      expect(changes(report)).toEqual(['changed policy x/policy.yaml']);
    });
  });

  it('named by absolute paths, which lead into the work tree', async () => {
    await inRepository({ '台帳/a.yaml': bad('図面'), 'x/policy.yaml': strict }, async (place) => {
      const at = (name: string) => path.join(place.folder, name);
      await place.commit({
        'policy.yaml': extending(at('x/policy.yaml')),
        'sekisho.config.yaml': `policy: ${at('policy.yaml')}\n`,
      });
      await place.write({ 'x/policy.yaml': lax, 'policy.yaml': extending('kumagaya') });
      const report = await place.report(['台帳', '--trust', 'HEAD']);
      expect(active(report)).toContain(found);
      expect(changes(report)).toEqual(['changed policy policy.yaml', 'changed policy x/policy.yaml']);
    });
  });

  it('outside of the repository, which it cannot touch, is used as it is', async () => {
    await inRepository({ 'policy.yaml': strict }, async (outer) => {
      await outer.write({ 'repo/台帳/a.yaml': bad('図面') });
      outer.git('init', '--quiet', 'repo');
      outer.git('-C', 'repo', 'add', '--all');
      outer.git('-C', 'repo', 'commit', '--quiet', '-m', 'x');
      const directory = path.join(outer.folder, 'repo');
      const report = await outer.report(['台帳', '-p', '../policy.yaml', '--trust', 'HEAD'], { directory });
      expect(active(report)).toContain(found);
      expect(changes(report)).toEqual([]);
    });
  });

  it.each<[what: string, change: Files]>([
    ['chosen by the organization', { '台帳/o.yaml': 'organization: { name: 関所市, policy: kumagaya }\n' }],
    [
      'chosen by a second organization that is read first',
      { '台帳/0.yaml': 'organization: { name: 関所市, policy: kumagaya }\n' },
    ],
    ['chosen by none', { '台帳/o.yaml': 'organization: { name: 関所市 }\n' }],
    [
      'of the same words in another folder',
      {
        '台帳/o.yaml': null,
        '台帳/p/o.yaml': 'organization: { name: 関所市, policy: ./policy.yaml }\n',
        '台帳/p/policy.yaml': lax,
      },
    ],
  ])('%s', async (_, change) => {
    const reviewed = {
      '台帳/a.yaml': bad('図面'),
      '台帳/o.yaml': 'organization: { name: 関所市, policy: ./policy.yaml }\n',
      '台帳/policy.yaml': strict,
    };
    await proposal(
      reviewed,
      change,
      (report) => {
        // Of two organizations nothing else is judged, and the run fails for that.
        expect(active(report)).toContain(
          '台帳/0.yaml' in change ? 'inventory/single-organization 関所市' : found,
        );
        expect(changes(report)).toContain('changed policy organization.policy');
      },
      [],
    );
  });

  it('that it takes away', async () => {
    const reviewed = { '台帳/a.yaml': bad('図面'), 'policy.yaml': strict };
    await inRepository(reviewed, async (place) => {
      await place.write({ 'policy.yaml': null });
      const report = await place.report(['台帳', '-p', 'policy.yaml', '--trust', 'main']);
      expect(active(report)).toContain(found);
      expect(changes(report)).toEqual(['removed policy policy.yaml']);
    });
  });
});

describe('a change that takes records out of scope', () => {
  const organization = (organ: string) =>
    `organization:\n  name: 関所市\n  agencies:\n    - { id: 学校, name: 学校, organ: ${organ} }\n`;
  const reviewed = {
    '台帳/o.yaml': organization('mayor'),
    '台帳/a.yaml': 'assets:\n  - { id: 名簿, name: 名簿, manager: false, agency: 学校 }\n',
    '台帳/s.yaml': `segments:\n  - { id: 庁内, name: 庁内, layer: lgwan }\nsystems:\n  - { id: 端末, name: 端末, segments: [庁内] }\n`,
  };

  it.each<[what: string, change: Files, listed: string[]]>([
    [
      'by the organ of their agency',
      { '台帳/o.yaml': organization('unlisted') },
      ['added scope assets/名簿'],
    ],
    [
      'by the agency of their division',
      {
        '台帳/o.yaml': `${organization('unlisted')}  divisions:\n    - { name: 教育課, agency: 学校 }\n`,
        '台帳/a.yaml': reviewed['台帳/a.yaml'].replace('agency: 学校', 'division: 教育課'),
      },
      ['added scope assets/名簿'],
    ],
    [
      'by the network of their segment',
      { '台帳/s.yaml': reviewed['台帳/s.yaml'].replace('layer: lgwan', 'layer: lgwan, network: school') },
      ['added scope systems/端末', 'added scope segments/庁内'],
    ],
    [
      'by a new name',
      {
        '台帳/o.yaml': organization('unlisted'),
        '台帳/a.yaml': reviewed['台帳/a.yaml'].replaceAll('名簿', '新名簿'),
      },
      ['added scope assets/新名簿'],
    ],
  ])('%s: they are listed', async (_, change, listed) => {
    await proposal(
      reviewed,
      change,
      (report) => {
        expect(changes(report)).toEqual(listed);
      },
      ['-p', 'isesaki'],
    );
  });
});

describe('a change to records that stood out of scope before', () => {
  it('lists those alone that join them', async () => {
    const agency =
      'organization:\n  name: 関所市\n  agencies:\n    - { id: 学校, name: 学校, organ: unlisted }\n';
    const asset = (id: string) => `  - { id: ${id}, name: ${id}, manager: false, agency: 学校 }\n`;
    await proposal(
      { '台帳/o.yaml': agency, '台帳/a.yaml': `assets:\n${asset('名簿')}` },
      { '台帳/a.yaml': `assets:\n${asset('名簿')}${asset('新名簿')}` },
      (report) => {
        expect(changes(report)).toEqual(['added scope assets/新名簿']);
      },
      ['-p', 'isesaki'],
    );
  });
});

describe('a change that takes records out of sight', () => {
  it.each<[what: string, change: Files]>([
    ['by the name of a policy', { '台帳/a.yaml': null, '台帳/a.policy.yaml': bad('図面') }],
    ['in a hidden folder', { '台帳/a.yaml': null, '台帳/.x/a.yaml': bad('図面') }],
    ['in node_modules', { '台帳/a.yaml': null, '台帳/node_modules/x/a.yaml': bad('図面') }],
    ['by another ending', { '台帳/a.yaml': null, '台帳/a.yaml.bak': bad('図面') }],
    ['altogether', { '台帳/a.yaml': null }],
  ])('%s: --base says of its findings that the record is gone', async (_, change) => {
    await inRepository(
      { '台帳/a.yaml': bad('図面'), '台帳/b.yaml': 'assets: []\n' },
      async (place) => {
        await place.commit(change);
        const report = await place.report(['台帳', '--trust', 'HEAD~1', '--base', 'HEAD~1']);
        expect(report.comparison?.fixed.map(({ record, recordGone }) => [record.id, recordGone])).toEqual([
          ['図面', true],
        ]);
        const { stdout } = await place.check(['台帳', '--base', 'HEAD~1'], { columns: 80 });
        expect(stdout).toContain('（記録が台帳にない）');
      },
      managers,
    );
  });
});

it('an inventory that is new has nothing to be believed', async () => {
  await inRepository(
    { 'README.md': 'x' },
    async (place) => {
      await place.commit({
        '台帳/a.yaml': `organization: { name: 関所市, policy: minakami }\n${bad('図面')}${exception('図面')}`,
      });
      const report = await place.report(['台帳', '--trust', 'HEAD~1', '--base', 'HEAD~1', '--changed']);
      expect(active(report)).toContain('classification/manager-assigned 図面');
      expect(changes(report)).toEqual(['added exception e', 'changed policy organization.policy']);
    },
    ['--rule', 'classification/manager-assigned'],
  );
});

it('an exception that a change proposes is no fault of it', async () => {
  const files = { '台帳/a.yaml': bad('図面'), '台帳/o.yaml': roles };
  await proposal(files, { '台帳/e.yaml': exception('図面') }, (report) => {
    expect(active(report)).toEqual(['classification/manager-assigned 図面']);
  });
});

describe('what is wrong in the trusted state', () => {
  const policy = 'id: own\nextends: minakami\ntitle: { ja: 自団体, en: Own }\n';

  it.each<[what: string, file: string, broken: string, good: string]>([
    ['a configuration', '台帳/sekisho.config.yaml', 'polcy: x\n', 'policy: ../own.policy.yaml\n'],
    ['a policy', 'own.policy.yaml', `${policy}clause: []\n`, policy],
    ['a baseline', 'base.json', '{}\n', '{ "schemaVersion": 1, "findings": [] }\n'],
  ])('is told by its place in the work tree, where there may be none: %s', async (_, file, broken, good) => {
    const files = {
      '台帳/a.yaml': bad('図面'),
      '台帳/sekisho.config.yaml': 'policy: ../own.policy.yaml\n',
      'own.policy.yaml': policy,
      'base.json': '{ "schemaVersion": 1, "findings": [] }\n',
      [file]: broken,
    };
    await inRepository(files, async (place) => {
      await place.write({ [file]: good });
      const argv = ['台帳', '--baseline', 'base.json', '--trust', 'HEAD'];
      const { code, stderr } = await place.check(argv);
      expect(code).toBe(2);
      for (const line of stderr.trim().split('\n')) {
        // A policy is named as the configuration names it.
        expect(line.replace('sekisho: ../', 'sekisho: ')).toMatch(new RegExp(`^sekisho: ${file}:\\d`));
      }
    });
  });
});
