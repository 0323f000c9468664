import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { judged, sekisho } from '../support/cli.ts';
import { findingsOf } from '../support/findings.ts';
import { inWorkplace, stated } from '../support/git.ts';
import { inFolder } from '../support/load.ts';
import { andNothingElse } from '../support/rest.ts';

const separation = 'resilience/mynumber-separation';

/** Runs a command on an inventory of one file. */
async function run(yaml: string, ...argv: readonly string[]): Promise<string> {
  return inFolder({ 'a.yaml': andNothingElse(yaml) }, async (directory) => {
    const [command = '', ...options] = argv;
    const { stdout } = await sekisho([command, 'a.yaml', '--as-of', '2026-11-20', ...options], { directory });
    return stdout;
  });
}

interface Step {
  readonly message: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly location: { readonly line: number };
}

interface Found {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly fingerprint: string;
  readonly record: { readonly id: string };
  readonly trace: readonly Step[];
  readonly paths?: readonly { readonly layer: string | null; readonly steps: readonly Step[] }[];
}

async function found(yaml: string, rule: string, ...options: readonly string[]): Promise<readonly Found[]> {
  const json = await run(yaml, 'check', '-p', 'isesaki', '--rule', rule, '-f', 'json', ...options);
  return (JSON.parse(json) as { findings: Found[] }).findings.filter(({ ruleId }) => ruleId === rule);
}

/** A way as `layer: step, step`. */
const ways = ({ paths = [] }: Found) =>
  paths.map(({ layer, steps }) => `${layer}: ${steps.map(({ message }) => message).join(', ')}`);

describe('records that bear one name', () => {
  const twoLines = `segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: floor, name: 1階 }
  - { id: centre, name: 専用線, layer: external, externalNetwork: data-centre }
  - { id: net, name: 専用線, layer: external, externalNetwork: internet }
systems:
  - { id: nas, name: 共有サーバ, segments: [floor] }
connections:
  - { id: link, name: 業務系から, from: office, to: floor, control: none, sanitisation: mail-text }
  - { id: first, from: nas, to: centre, control: none }
  - { id: second, from: nas, to: net, control: none }
`;
  const drawn = (format: string, yaml = twoLines) => run(yaml, 'graph', '-p', 'isesaki', '-f', format);

  it('A14: the graph marks the segment that the way leads to, not another of its name', async () => {
    const mermaid = await drawn('mermaid');
    expect(mermaid).toContain('n3["専用線"]:::offending');
    expect(mermaid).not.toContain('n2["専用線"]:::offending');
    expect(mermaid).toContain('n4 <==>|"1-3"| n3');
    expect(mermaid).toContain('n4 <--> n2');
    const dot = await drawn('dot');
    expect(dot).toMatch(/n3 \[label="専用線", tooltip="専用線 \(net\)", color="#c5221f"/);
    expect(dot).toMatch(/n2 \[label="専用線", tooltip="専用線 \(centre\)"\]/);
    const svg = await drawn('svg');
    expect(svg).toContain('<g class="box segment offending"><title>専用線 (net)</title>');
    expect(svg).toContain('<g class="box segment"><title>専用線 (centre)</title>');
  });

  it('A14: the audit report marks the same, and says by its id which of them it is', async () => {
    const html = await run(twoLines, 'check', '-p', 'isesaki', '-f', 'html');
    expect(html).toContain('<g class="box segment offending"><title>専用線 (net)</title>');
    expect(html).toContain('<g class="box segment"><title>専用線 (centre)</title>');
    expect(html).toContain('業務系 → 1階 → 共有サーバ → 専用線 (net)');
  });

  it('A14: of two systems of one name the graph marks the one that joins the layers', async () => {
    const yaml = `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: m2, name: 税務, layer: mynumber }
  - { id: l, name: 業務系, layer: lgwan }
systems:
  - { id: first, name: 共有サーバ, segments: [m, m2] }
  - { id: second, name: 共有サーバ, segments: [m, l] }
`;
    const svg = await drawn('svg', yaml);
    expect(svg).toContain('<g class="box system offending"><title>共有サーバ (second)</title>');
    expect(svg).toContain('<g class="box system"><title>共有サーバ (first)</title>');
  });

  it('A14: ends of one name on both sides are told apart', async () => {
    const yaml = `segments:
  - { id: m, name: 庁内, layer: mynumber }
  - { id: m2, name: 窓口, layer: mynumber }
  - { id: l, name: 庁内, layer: lgwan }
connections:
  - { id: inner, name: 窓口との通信, from: m2, to: m }
  - { id: leak, name: 臨時, from: m, to: l }
`;
    const mermaid = await drawn('mermaid', yaml);
    expect(mermaid).toContain('n0["庁内"]:::offending');
    expect(mermaid).toContain('n2["庁内"]:::offending');
    expect(mermaid).not.toContain('"窓口"]:::offending');
    expect(mermaid).toContain('n0 <==>|"1"| n2');
    const [leak] = await found(yaml, separation);
    expect(leak?.trace.map(({ message }) => message)).toEqual(['庁内 (m) → 庁内 (l)']);
  });

  it('A14: a finding that is no way is not drawn as one', async () => {
    const yaml = `segments:
  - { id: web, name: 公開系, layer: internet, monitoring: { intrusion: false } }
  - { id: office, name: 業務系, layer: lgwan }
`;
    const mermaid = await drawn('mermaid', yaml);
    expect(mermaid).not.toContain(':::offending');
    expect(mermaid).not.toMatch(/%% 1:/);
  });

  it('A14: a way out past the security cloud is drawn', async () => {
    const yaml = `segments:
  - { id: web, name: 公開系, layer: internet }
  - { id: net, name: インターネット, layer: external, externalNetwork: internet }
connections:
  - { id: out, name: 民間回線, from: web, to: net, securityCloud: false }
`;
    expect(await drawn('mermaid', yaml)).toContain('n0 <==>|"1"| n1');
    const [out] = await found(yaml, 'resilience/security-cloud');
    expect(out && ways(out)).toEqual(['internet: 公開系 → インターネット']);
  });
});

describe('--changed', () => {
  const segments = (name: string) => `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: a, name: ${name} }
  - { id: b, name: 2階 }
  - { id: l, name: 業務系, layer: lgwan }
`;
  const connections = (first: string, second: string) => `connections:
  - { id: in, name: 入口, from: m, to: a }
  - { id: x, name: x, from: ${first} }
  - { id: y, name: y, from: ${second} }
systems: []
`;
  const way = connections('a, to: b', 'b, to: l');

  it('A14: a name that is written otherwise makes no finding another', async () => {
    await inWorkplace(
      { 'now/a.yaml': `${segments('1階フロア')}${way}`, 'then/a.yaml': `${segments('1階')}${way}` },
      async (place) => {
        const report = await place.report(['now', '--base', 'then', '--changed']);
        // What x waits for is the layer of the very segment that bears another name now: shown, but as before.
        expect(stated(report)).toEqual(['unchanged x']);
        expect(report.unrelated?.count).toBe(2);
      },
      ['-p', 'isesaki', '--rule', separation],
    );
  });

  it('A14: a way that leads over others of the same names is another', async () => {
    const twins = `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: u, name: 1階 }
  - { id: a, name: 2階 }
  - { id: b, name: 2階 }
  - { id: l, name: 業務系, layer: lgwan }
connections:
  - { id: in, name: 入口, from: m, to: u }
  - { id: ua, name: ua, from: u, to: a }
  - { id: al, name: al, from: a, to: l }
  - { id: ub, name: ub, from: u, to: b }
  - { id: bl, name: bl, from: b, to: l }
`;
    await inWorkplace(
      { 'now/a.yaml': twins.replace(/.* id: al, .*\n/, ''), 'then/a.yaml': twins },
      async (place) => {
        expect(stated(await place.report(['now', '--base', 'then', '--changed']))).toEqual(['unchanged in']);
      },
      ['-p', 'isesaki', '--rule', separation],
    );
  });
});

describe('a finding that names several layers', () => {
  const yaml = `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: l, name: 業務系, layer: lgwan }
  - { id: i, name: 公開系, layer: internet }
connections:
  - { id: leak, name: 臨時, from: m, to: l }
  - { id: out, name: 業務系から公開系へ, from: l, to: i, control: firewall, sanitisation: mail-text }
`;
  const check = (...options: readonly string[]) =>
    run(yaml, 'check', '-p', 'isesaki', '--rule', separation, ...options);

  it('A15: carries the shortest way to each of them, beginning at the crossing hop, as one finding', async () => {
    const findings = await found(yaml, separation);
    expect(findings).toHaveLength(1);
    const [leak] = findings as [Found];
    expect(leak.message).toContain('LGWAN接続系・インターネット接続系');
    expect(ways(leak)).toEqual(['lgwan: 住民記録 → 業務系', 'internet: 住民記録 → 業務系, 業務系 → 公開系']);
    expect(leak.paths?.[1]?.steps.map(({ record, location }) => [record, location.line])).toEqual([
      [{ kind: 'connections', id: 'leak', name: '臨時' }, 6],
      [{ kind: 'connections', id: 'out', name: '業務系から公開系へ' }, 7],
    ]);
    expect(leak.trace).toEqual(leak.paths?.[0]?.steps);
    expect(leak.fingerprint).toBe('v1:e52c81daa00570753b868e46e5d60397');
  });

  it('A15: what comes in ends at the crossing hop, whatever the order of the records', async () => {
    const inwards = `connections:
  - { id: down, name: 公開系から業務系へ, from: i, to: l, direction: one-way, control: firewall, sanitisation: mail-text }
  - { id: leak, name: 臨時, from: l, to: m, direction: one-way }
segments:
  - { id: i, name: 公開系, layer: internet }
  - { id: l, name: 業務系, layer: lgwan }
  - { id: m, name: 住民記録, layer: mynumber }
`;
    const [leak] = await found(inwards, separation);
    expect(leak && ways(leak)).toEqual([
      'lgwan: 業務系 → 住民記録',
      'internet: 公開系 → 業務系, 業務系 → 住民記録',
    ]);
  });

  it('A15: of a way that works both ways the shorter is told, layer by layer', async () => {
    const turns = `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: u, name: 1階 }
  - { id: v, name: 2階 }
  - { id: l, name: 業務系, layer: lgwan }
  - { id: i, name: 公開系, layer: internet }
connections:
  - { id: leak, name: 臨時, from: m, to: u }
  - { id: a, name: a, from: u, to: v, direction: one-way }
  - { id: b, name: b, from: v, to: l, direction: one-way }
  - { id: c, name: c, from: l, to: u, direction: one-way }
  - { id: d, name: d, from: u, to: i, direction: one-way }
`;
    const [leak] = await found(turns, separation);
    expect(leak && ways(leak)).toEqual([
      'lgwan: 業務系 → 1階, 1階 → 住民記録',
      'internet: 住民記録 → 1階, 1階 → 公開系',
    ]);
    expect(leak?.message).toContain('LGWAN接続系・インターネット接続系');
  });

  it('A15: one layer is one way, doubt has its way too, and what speaks of no way has none', async () => {
    const single = yaml.replace(/ {2}- \{ id: out.*\n/, '');
    const [leak] = await found(single, separation);
    expect(leak && ways(leak)).toEqual(['lgwan: 住民記録 → 業務系']);
    const silent = single.replace(', layer: lgwan', '');
    const [doubt] = await found(silent, separation);
    expect(doubt?.verdict).toBe('unknown');
    expect(doubt && ways(doubt)).toEqual(['null: 住民記録 → 業務系']);
    const [unassigned] = await found(silent, 'resilience/layer-assigned');
    expect(unassigned).toBeDefined();
    expect(unassigned).not.toHaveProperty('paths');
  });

  it.each(['sarif', 'sarif-audit'])('A15: %s has a code flow for each', async (format) => {
    const { runs } = JSON.parse(await check('-f', format, '--lang', 'en')) as Log;
    const result = runs[0]?.results?.find(
      ({ ruleId, level, kind }) => ruleId === separation && (level === 'error' || kind === 'fail'),
    );
    const flows = result?.codeFlows?.map(({ message, threadFlows }) => [
      message?.text,
      ...(threadFlows[0]?.locations ?? []).map(({ location }) => location?.message?.text),
    ]);
    expect(flows).toEqual([
      ['the LGWAN layer', '住民記録 → 業務系'],
      ['the internet layer', '住民記録 → 業務系', '業務系 → 公開系'],
    ]);
    expect(result?.relatedLocations).toBeUndefined();
  });

  it('A15: the text shows each under the name of its layer', async () => {
    const lines = (await check()).split('\n').map((line) => line.trim());
    const start = lines.findIndex((line) => line.endsWith('LGWAN接続系:'));
    expect(start).toBeGreaterThan(0);
    expect(lines.slice(start + 1, start + 5)).toEqual([
      '住民記録 → 業務系  a.yaml:6:5',
      'インターネット接続系:',
      '住民記録 → 業務系  a.yaml:6:5',
      '業務系 → 公開系  a.yaml:7:5',
    ]);
  });

  it('A15: the audit report shows each under the name of its layer, and lists them below the picture', async () => {
    const html = await check('-f', 'html');
    expect(html).toMatch(
      /<p class="way">LGWAN接続系<\/p><ol class="trace"><li>住民記録 → 業務系 .*?<\/ol>\s*<p class="way">インターネット接続系<\/p><ol class="trace"><li>住民記録 → 業務系 .*?<li>業務系 → 公開系 /,
    );
    expect(html).toMatch(/（LGWAN接続系）<br><span class="soft">住民記録 → 業務系<\/span>/);
    expect(html).toMatch(/（インターネット接続系）<br><span class="soft">住民記録 → 業務系 → 公開系<\/span>/);
  });

  it.each(['github', 'junit', 'markdown'])('A15: %s tells each', async (format) => {
    const report = await check('-f', format);
    expect(report).toMatch(/LGWAN接続系: 住民記録 → 業務系/);
    expect(report).toMatch(/インターネット接続系: 業務系 → 公開系/);
  });

  it('A15: the graph marks every way', async () => {
    const mermaid = await run(yaml, 'graph', '-p', 'isesaki');
    expect(mermaid).toContain('n0 <==>|"1, 2-1"| n1');
    expect(mermaid).toContain('n1 <==>|"2-2"| n2');
    expect(mermaid).toMatch(/%% 1: .*（LGWAN接続系）\n\s*%% 2: .*（インターネット接続系）/);
  });

  it('A15: a system in three layers is drawn from the layer that it stands in to each that it lets reach', async () => {
    const star = `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: l, name: 業務系, layer: lgwan }
  - { id: i, name: 公開系, layer: internet }
  - { id: u, name: 倉庫 }
systems:
  - { id: nas, name: 共有サーバ, segments: [m, l, i, u] }
`;
    const html = await run(star, 'check', '-p', 'isesaki', '--rule', separation, '-f', 'html');
    expect(html).toContain('業務系 → 共有サーバ → 住民記録');
    expect(html).toContain('公開系 → 共有サーバ → 住民記録');
    const mermaid = await run(star, 'graph', '-p', 'isesaki');
    expect(mermaid).toContain('["倉庫"]\n');
    for (const name of ['住民記録', '業務系', '公開系']) expect(mermaid).toContain(`["${name}"]:::offending`);
  });

  it('A15: long ways of many findings stay small: they share their steps', async () => {
    const devices = Array.from({ length: 2_000 }, (_, index) => index);
    const desks = Array.from({ length: 50 }, (_, index) => index);
    const chain = `segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: l, name: 業務系, layer: lgwan }
  - { id: i, name: 公開系, layer: internet }
systems:
${devices.map((index) => `  - { id: d${index}, name: 機器${index}, type: network-device }`).join('\n')}
connections:
${desks.map((index) => `  - { id: c${index}, name: c${index}, from: m, to: d0 }`).join('\n')}
${devices
  .slice(1)
  .map((index) => `  - { id: h${index}, name: h${index}, from: d${index - 1}, to: d${index} }`)
  .join('\n')}
  - { id: last, name: last, from: d1999, to: l }
  - { id: out, name: out, from: l, to: i }
`;
    const { findings } = await inFolder({ 'a.yaml': chain }, (directory) =>
      judged(['a.yaml'], { policy: ['isesaki'], rule: [separation] }, { directory }),
    );
    const paths = findings.flatMap((finding) => (finding.ruleId === separation ? (finding.paths ?? []) : []));
    expect(paths.map(({ steps }) => steps.length)).toEqual(desks.flatMap(() => [2_001, 2_002]));
    const steps = paths.flatMap((one) => one.steps);
    expect(new Set(steps).size).toBe(50 + 2_001);
  }, 60_000);
});

describe('paths that nobody judged', () => {
  const town = `organization: { name: 関所町 }
segments:
  - { id: m, name: 住民記録, layer: mynumber }
  - { id: i, name: 公開系, layer: internet }
connections:
  - { id: leak, name: 臨時, from: m, to: i, control: none, sanitisation: none }
`;
  const notAsked = 'このポリシーには系の分離・分割を定める条項がないため、経路は判定していません';
  const nothingOffends = /違反する経路はありません|No paths offend|no offending paths/;

  describe.each(['kumagaya', 'minakami'])('under %s, which has no clause on layers', (policy) => {
    it.each(['mermaid', 'dot', 'svg'])(
      'A8: the graph as %s says that paths were not judged',
      async (format) => {
        const graph = await run(town, 'graph', '-p', policy, '-f', format);
        expect(graph).toContain(notAsked);
        expect(graph).not.toMatch(nothingOffends);
        expect(graph).not.toContain('違反する経路は0件');
        expect(await run(town, 'graph', '-p', policy, '-f', format, '--lang', 'en')).toContain(
          'paths were not judged',
        );
      },
    );

    it.each(['text', 'html', 'markdown', 'json', 'sarif', 'sarif-audit'])(
      'A8: the report as %s says so',
      async (format) => {
        const report = await run(town, 'check', '-p', policy, '-f', format);
        expect(report.replaceAll(/\n\s*/g, '')).toContain(notAsked);
        expect(report).not.toMatch(nothingOffends);
      },
    );

    it('A8: the chapter on the network of the audit report says so where it lists paths', async () => {
      const html = await run(town, 'check', '-p', policy, '-f', 'html');
      expect(html).toMatch(new RegExp(`<h3>違反する経路</h3>\\s*<p class="note">${notAsked}`));
    });
  });

  const notices = async (yaml: string, ...options: readonly string[]) => {
    const json = await run(yaml, 'check', '-f', 'json', ...options);
    return (JSON.parse(json) as { notices: { code: string; message: string }[] }).notices.filter(
      ({ code }) => code === 'paths-not-judged',
    );
  };

  it('A8: no notice where a policy asks, and none where there is no network', async () => {
    expect(await notices(town, '-p', 'isesaki')).toEqual([]);
    expect(await notices(town, '-p', 'minakami', '-p', 'tokubetsuku')).toEqual([]);
    expect(await notices('assets: []\n', '-p', 'minakami')).toEqual([]);
  });

  it('A8: of several policies it speaks of all', async () => {
    expect(await notices(town, '-p', 'minakami', '-p', 'kumagaya')).toEqual([
      expect.objectContaining({ message: expect.stringContaining('どのポリシーにも') }),
    ]);
  });

  const judges = [
    'resilience/mynumber-separation',
    'resilience/lgwan-split',
    'resilience/lgwan-sanitisation',
  ];
  const skipped = judges.flatMap((rule) => ['--skip', rule]);

  it('A8: rules that are left out are named, with the option that leaves them out', async () => {
    const [skip] = await notices(town, '-p', 'isesaki', ...skipped);
    expect(skip?.message).toMatch(/mynumber-separation.*--skip.*経路は判定していません/);
    const [only] = await notices(town, '-p', 'isesaki', '--rule', 'classification/levels-assigned');
    expect(only?.message).toMatch(/--rule.*経路は判定していません/);
    const html = await run(town, 'check', '-p', 'isesaki', ...skipped, '-f', 'html');
    expect(html).toMatch(/<h3>違反する経路<\/h3>\s*<p class="note">経路を判定するルール/);
    expect(html).not.toMatch(nothingOffends);
  });

  it('A8: of a configuration that switches them off the graph says so', async () => {
    const off = `rules:\n${judges.map((rule) => `  ${rule}: off\n`).join('')}`;
    await inFolder({ 'a.yaml': town, 'sekisho.config.yaml': off }, async (directory) => {
      const { stdout, stderr, code } = await sekisho(['graph', 'a.yaml', '-p', 'isesaki', '-f', 'svg'], {
        directory,
      });
      expect(code).toBe(0);
      expect(stdout).toContain('経路を判定するルール');
      expect(stdout).not.toMatch(nothingOffends);
      expect(stderr).toContain('経路は判定していません');
    });
  });

  it('A8: where some of them ran the others are named', async () => {
    const html = await run(town, 'check', '-p', 'isesaki', '--skip', separation, '-f', 'html');
    expect(html).toMatch(
      /違反する経路はありません。<\/p>\s*<p class="note">resilience\/mynumber-separation は --skip により判定していません/,
    );
  });

  it('A8: what cannot be told, and what is excepted, is told beside that nothing offends', async () => {
    const open = town.replace(', layer: internet', '');
    const html = await run(open, 'check', '-p', 'isesaki', '-f', 'html');
    expect(html).toMatch(
      /違反する経路はありません。<\/p>\s*<p class="note">経路について、ほかに判定不能 3件があります/,
    );
    const excepted = `${town}exceptions:
  - { id: e, rules: [resilience/mynumber-separation], records: [leak], reason: 移行中, applicant: 情報課長, approver: 副町長, approved: 2026-04-01 }
`;
    expect(await run(excepted, 'graph', '-p', 'isesaki', '-f', 'dot')).toContain('例外措置の適用中 1件');
  });

  it('A8: a network without connections, and one that cannot be read, are no clean ones', async () => {
    const alone = town.replace(/connections:\n.*\n/, '');
    const graph = await run(alone, 'graph', '-p', 'isesaki', '-f', 'svg');
    expect(graph).toContain('判定した経路はありません');
    expect(graph).not.toMatch(nothingOffends);
    await inFolder({ 'a.yaml': alone, 'b.yaml': 'connections:\n\t- {' }, async (directory) => {
      const { stdout } = await sekisho(['graph', '.', '-p', 'isesaki', '-f', 'svg'], { directory });
      expect(stdout).toContain('読めないファイルにあるものは判定していません');
    });
    const html = await run('assets: []\n', 'check', '-p', 'isesaki', '-f', 'html');
    expect(html).toContain('台帳にセグメント (segments) も接続 (connections) も挙げられていない');
  });
});

describe('rules that did not run', () => {
  const assets = 'assets: [{ id: a, name: 名簿, manager: 総務課長 }]\n';

  it.each([
    [['--rule', 'classification/manager-assigned'], '--rule による除外'],
    [['--skip', 'classification/manager-assigned'], '--skip による除外 1件'],
  ])('A8: %j is told before anything else, in every report', async (options, told) => {
    for (const format of ['text', 'html', 'markdown', 'json', 'sarif']) {
      const report = await run(assets, 'check', '-p', 'minakami', ...options, '-f', format);
      expect(report.replaceAll(/\n\s*/g, ''), format).toContain(told);
    }
  });

  it('A8: that nothing is found of the rules that ran is not said of all', async () => {
    const rule = ['--rule', 'classification/manager-assigned'];
    const html = await run(assets, 'check', '-p', 'minakami', ...rule, '-f', 'html');
    expect(html).toContain('判定したルールについて、指摘はありません');
    expect(html).not.toContain('>指摘はありません');
    for (const format of ['text', 'markdown'])
      expect(await run(assets, 'check', '-p', 'minakami', ...rule, '-f', format)).toMatch(
        /判定したルールについて、指摘はありません/,
      );
  });
});

describe('B1: specific communication', () => {
  const rule = 'resilience/specific-communication-limited';
  const places = `segments:
  - { id: inner, name: 番号系, layer: mynumber }
  - { id: other, name: 番号系の別室, layer: mynumber }
  - { id: office, name: LGWAN系, layer: lgwan }
  - { id: floor, name: 1階 }
  - { id: prefecture, name: 県との専用線, layer: external, externalNetwork: other }
systems:
  - { id: border, name: 番号系の境界機器, type: network-device }
  - { id: switch, name: LGWAN系のスイッチ, type: network-device, segments: [office] }
  - { id: server, name: 業務サーバ, type: server, segments: [inner] }
  - { id: nowhere, name: 置き場の分からないサーバ, type: server }
services:
  - { id: cloud, name: クラウド, type: cloud }
  - { id: gov, name: ガバメントクラウド, type: cloud, layer: mynumber }
`;
  const limits = 'specific: { destination: prefecture, addresses: [10.0.0.1/32], ports: [443] }';
  const of = (ends: string, rest = `${limits}, approval: { date: false }`) =>
    findingsOf(rule, 'isesaki', `${places}connections:\n  - { id: link, name: 接続, ${ends}, ${rest} }\n`);
  const told = async (ends: string, rest?: string) => (await of(ends, rest)).map(({ verdict }) => verdict);

  it.each([
    'from: office, to: prefecture',
    'from: switch, to: prefecture',
    'from: inner, to: other',
    'from: server, to: other',
    'from: inner, to: gov',
  ])('B1: is not asked of what does not lead between the MyNumber layer and another: %s', async (ends) => {
    expect(await told(ends)).toEqual([]);
  });

  it.each([
    'from: inner, to: prefecture',
    'from: office, to: server',
    'from: border, to: prefecture',
    'from: inner, to: border',
  ])('B1: is asked of what leads out of it, or may over a device: %s', async (ends) => {
    // Our reading of the clause, so that a plain no is a review.
    expect(await told(ends)).toEqual(['review']);
  });

  it.each([
    ['from: floor, to: prefecture', 'segments の「floor」の layer'],
    ['from: inner, to: floor', 'segments の「floor」の layer'],
    ['from: nowhere, to: prefecture', 'systems の「nowhere」の segments'],
    ['from: inner, to: cloud', 'services の「cloud」の layer'],
    ['from: inner', 'to'],
  ])('B1: where a layer is not known that is what to write: %s', async (ends, field) => {
    const [finding, ...others] = await of(ends);
    expect(others).toEqual([]);
    expect(finding?.verdict).toBe('unknown');
    expect(finding?.remedy).toContain(field);
    // Whatever the layer, nothing is wrong.
    expect(await told(ends, `${limits}, approval: { by: 総務課長, date: 2026-04-01 }`)).toEqual([]);
  });

  it('B1: nobody is asked who approved what nobody approved, and the approval comes first', async () => {
    const ends = 'from: inner, to: prefecture';
    const [finding, ...others] = await of(ends);
    expect(others).toEqual([]);
    expect(finding?.message).toContain('承認を受けていません');
    expect(finding?.remedy).toContain('承認を得たうえで');
    expect(await told(ends, limits)).toEqual(['unknown', 'unknown']);
    const yaml = `${places}connections:\n  - { id: link, name: 接続, ${ends}, ${limits}, approval: { date: false } }\n`;
    const [crossing] = await findingsOf(separation, 'isesaki', yaml);
    expect(crossing?.verdict).toBe('fail');
    expect(crossing?.remedy).toContain('承認を得たうえで');
    const [incomplete] = await findingsOf(separation, 'isesaki', yaml.replace('date: false', 'by: 総務課長'));
    expect(incomplete?.verdict).toBe('unknown');
    expect(incomplete?.remedy).toContain('承認を得たうえで');
  });
});
