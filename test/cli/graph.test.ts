import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { badgeHeight, placeBadges } from '../../src/report/graph/badges.ts';
import { layOut } from '../../src/report/graph/layout.ts';
import { type Picture, pictureOf } from '../../src/report/graph/picture.ts';
import type { NetworkDrawing } from '../../src/result/result.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const run = (argv: readonly string[], directory = root) =>
  sekisho(['graph', ...argv, '--as-of', '2026-11-20'], { directory });
const city = (format: string) => run(['examples/city', '-p', 'isesaki', '-f', format]);
const draw = (yaml: string, format: string) =>
  inFolder({ 'a.yaml': yaml }, (directory) => run(['a.yaml', '-p', 'isesaki', '-f', format], directory));

/** Tags balance, attributes are quoted, and no character stands where XML does not allow it. */
function expectXml(text: string): void {
  const open: string[] = [];
  const rest = text.replaceAll(
    /<(\/?)([a-z]+)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>/gi,
    (_, close, name, __, empty) => {
      if (close) expect(open.pop()).toBe(name);
      else if (!empty) open.push(name);
      return '';
    },
  );
  expect(open).toEqual([]);
  expect(rest).not.toMatch(/[<>]/);
  expect(text).not.toMatch(/&(?!(amp|lt|gt|quot|apos);)/);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 forbids these
  expect(text).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/);
}

describe('sekisho graph', () => {
  it.each(['mermaid', 'dot', 'svg'])(
    'as %s shows every lane and is the same bytes every time',
    async (format) => {
      const { stdout, stderr, code } = await city(format);
      expect(code).toBe(0);
      expect(stderr).toBe('');
      expect(stdout.endsWith('\n')).toBe(true);
      for (const lane of ['マイナンバー', 'LGWAN接続系', 'インターネット', '外部', '系の記載なし'])
        expect(stdout).toContain(lane);
      expect((await city(format)).stdout).toBe(stdout);
    },
  );

  it('is mermaid unless asked for otherwise, with the offending path in red, hop by hop', async () => {
    const { stdout } = await run(['examples/city', '-p', 'isesaki']);
    expect(stdout).toMatch(/^flowchart TB\n/);
    const red = /linkStyle ([\d,]+) stroke:#c5221f/.exec(stdout)?.[1]?.split(',').map(Number) ?? [];
    const edges = stdout.split('\n').filter((line) => /^ {2}[nf]\d+ .*>/.test(line));
    expect(red.map((index) => /"([\d-]+(?:, [\d-]+)*)"/.exec(edges[index] ?? '')?.[1]).sort()).toEqual([
      '1-1, 2-1',
      '1-2, 2-2',
      '1-3, 2-3',
      '1-4, 2-4',
      '1-5, 2-5',
      '2-6',
      '3-1, 4-3, 5-3',
      '3-2, 4-4, 5-4',
      '4-1',
      '4-2, 5-2',
      '5-1',
    ]);
    expect(stdout).toContain('[["第2庁舎無線LAN制御装置"]]:::offending');
    expect(stdout.match(/^ {2}subgraph /gm)?.length).toBe(stdout.match(/^ {2}end$/gm)?.length);
  });

  it('as dot colours the offending path', async () => {
    const { stdout } = await city('dot');
    expect(stdout.match(/-> .*color="#c5221f"/g)).toHaveLength(11);
    expect(stdout.match(/subgraph cluster_/g)).toHaveLength(6);
    expect(stdout.match(/\{/g)?.length).toBe(stdout.match(/\}/g)?.length);
  });

  it('as svg is one well-formed picture for light and dark that refers to nothing outside', async () => {
    const { stdout } = await city('svg');
    expectXml(stdout);
    expect(stdout).toContain('role="img"');
    expect(stdout).toContain('prefers-color-scheme: dark');
    expect(stdout.match(/class="line offending" d="M[^"]*L/g)).toHaveLength(11);
    expect(stdout.replace('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:|@import|url\((?!#)/);
  });

  it('leaves out findings that an exception covers, and shows what is not confirmed as such', async () => {
    const yaml = `organization: { name: 関所町 }
segments:
  - { id: a, name: 基幹系, layer: mynumber }
  - { id: b, name: 公開系, layer: internet }
  - { id: c, name: 業務系, layer: lgwan }
connections:
  - { id: x, name: 臨時, from: a, to: b }
  - { id: y, name: 推定, from: c, to: b, confirmed: false }
`;
    const { stdout } = await draw(yaml, 'mermaid');
    expect(stdout).toContain('n0 <==>|"1"| n1');
    expect(stdout).toContain('n2 <-.->|"未確認・記載不足"| n1');
    const excepted = `${yaml}exceptions:
  - { id: e, rules: [resilience/mynumber-separation], records: [x], reason: 移行中, applicant: 課長, approver: 副町長, approved: 2026-04-01 }
`;
    expect((await draw(excepted, 'mermaid')).stdout).toContain('n0 <--> n1');
  });

  it('marks the way out of a system in several segments that leads on', async () => {
    const yaml = `segments:
  - { id: a, name: 基幹系, layer: mynumber }
  - { id: b, name: 1階 }
  - { id: c, name: 2階 }
  - { id: d, name: 3階 }
  - { id: e, name: 公開系, layer: internet }
systems:
  - { id: nas, name: 共有サーバ, segments: [b, c, d] }
connections:
  - { id: x, name: 基幹系から, from: a, to: b }
  - { id: y, name: 公開系へ, from: d, to: e }
`;
    const { stdout } = await draw(yaml, 'mermaid');
    const [first, floor1, floor2, floor3, last, nas] = ['n0', 'n1', 'n2', 'n3', 'n4', 'n5'];
    expect(stdout.split('\n').filter((line) => /^ {2}n\d .*>/.test(line))).toEqual([
      `  ${floor1} <==>|"1-2"| ${nas}`,
      `  ${floor2} <--> ${nas}`,
      `  ${floor3} <==>|"1-3"| ${nas}`,
      `  ${first} <==>|"1-1"| ${floor1}`,
      `  ${floor3} <==>|"1-4"| ${last}`,
    ]);
  });

  it('marks the ways that a finding names, of a system that stands in several segments', async () => {
    const yaml = `x-ids: [&office l]
segments:
  - { id: l, name: 業務系, layer: lgwan }
  - { id: u, name: 1階 }
  - { id: e, name: データセンター, layer: external, externalNetwork: data-centre }
  - { id: f, name: インターネット, layer: external, externalNetwork: internet }
  - { id: v, name: 2階 }
systems:
  - { id: nas, name: 共有サーバ, segments: [u, e, v] }
connections:
  - { id: x, name: 業務系から, from: *office, to: u, control: none, sanitisation: mail-text }
  - { id: y, name: 外へ, from: v, to: f, control: none, sanitisation: mail-text }
`;
    const { stdout } = await draw(yaml, 'mermaid');
    expect(stdout).toContain('["インターネット"]:::offending');
    expect(stdout).toContain('n4 <==>|"1-3"| n5');
    expect(stdout).not.toContain('["データセンター"]:::offending');
    expect(stdout).toContain('n2 <--> n5');
  });

  it('draws as another policy has its layers, and in English', async () => {
    const { stdout } = await run([
      'examples/city',
      '-p',
      'isesaki',
      '-p',
      'minakami',
      '--lang',
      'en',
      '-f',
      'svg',
    ]);
    expect(stdout).toContain('<title id="network-title">Network by layer: ');
    expect(stdout).toContain('offending path');
    expectXml(stdout);
  });

  it('fails without a policy, and on a format that is not there', async () => {
    await inFolder({ 'a.yaml': 'segments: [{ id: a, name: 課 }]\n' }, async (directory) => {
      expect(await run(['a.yaml'], directory)).toMatchObject({ code: 2, stdout: '' });
      expect(await run(['a.yaml', '-f', 'png'], directory)).toMatchObject({ code: 2, stdout: '' });
    });
  });

  const hostile = [
    '"]; click A "javascript:alert(1)" ; B["',
    '<script>alert(1)</script>',
    `it's "quoted" & \\N \\" end`,
    'one\ntwo',
    '%%{init: {"theme":"x"}}%%',
    '1. `list` **bold** #quot;',
    '\u0007\u202Ebell \ud800',
  ];
  const hostileYaml = `segments:
${hostile.map((name, index) => `  - { id: ${JSON.stringify(`s${index}${name}`)}, name: ${JSON.stringify(name)}, layer: ${index === 0 ? 'mynumber' : 'internet'} }`).join('\n')}
connections:
${hostile.map((name, index) => `  - { id: c${index}, name: ${JSON.stringify(name)}, from: ${JSON.stringify(`s0${hostile[0]}`)}, to: ${JSON.stringify(`s${index}${name}`)} }`).join('\n')}
`;

  it('escapes names for where they go', async () => {
    const mermaid = (await draw(hostileYaml, 'mermaid')).stdout;
    for (const line of mermaid.split('\n').filter((one) => /^ {4}n\d/.test(one)))
      expect(line).toMatch(/^ {4}n\d+\["[^"<>[\]`%{}\\]*"\](:::offending)?$/);
    expect(mermaid).not.toMatch(/^\s*click|<script|%%\{/m);
    expect(mermaid).toContain('n5["1#46; #96;list');

    const dot = (await draw(hostileYaml, 'dot')).stdout;
    const outside = dot.replaceAll(/"(?:[^"\\\n]|\\.)*"/g, '""');
    expect(outside).not.toMatch(/script|click|alert|end|\\/);

    const svg = (await draw(hostileYaml, 'svg')).stdout;
    expectXml(svg);
    expect(svg).not.toContain('<script');
    expect(svg).toContain('&lt;script&gt;');
  });

  it('stays small and useful with 300 segments: crowded lanes are folded', async () => {
    const layers = ['mynumber', 'lgwan', 'internet', 'external'];
    const segments = Array.from({ length: 300 }, (_, index) => {
      return `  - { id: s${index}, name: 第${index}課, layer: ${layers[index % 4]} }`;
    });
    const connections = Array.from({ length: 600 }, (_, index) => {
      const from = (index * 7) % 300;
      return `  - { id: c${index}, name: 通信${index}, from: s${from}, to: s${(from + 4 * (index % 9)) % 300} }`;
    });
    const leak = '  - { id: leak, name: 漏れ, from: s0, to: s2 }';
    const yaml = ['segments:', ...segments, 'connections:', ...connections, leak, ''].join('\n');
    const { stdout } = await draw(yaml, 'svg');
    expectXml(stdout);
    expect(stdout.length).toBeLessThan(300_000);
    expect(stdout).toContain('ほか74件');
    expect(stdout).toContain('第0課');
    expect(stdout).not.toContain('第4課');
    const { stdout: mermaid } = await draw(yaml, 'mermaid');
    expect(mermaid).toContain('ほか75件');
  });
});

describe('the layout', () => {
  const kinds = ['normal', 'specific', 'sanitised', 'unconfirmed'] as const;
  const drawing = (size: number, links: number): NetworkDrawing => ({
    policy: { id: 'p', title: { ja: 'ポリシー', en: 'policy' } },
    lanes: ['a', 'b', 'c'].map((id) => ({ id, kind: 'layer', name: { ja: id, en: id } })),
    nodes: Array.from({ length: size }, (_, index) => ({
      id: `n${index}`,
      lane: 'abc'[index % 3] ?? 'a',
      record: {
        kind: 'segments',
        id: `s${index}`,
        name: 'とても長い名前のネットワーク第2庁舎3階'.repeat(1 + (index % 3)),
      },
    })),
    links: Array.from({ length: links }, (_, index) => ({
      id: `l${index}`,
      from: `n${(index * 5) % size}`,
      to: `n${(index * 11 + 1) % size}`,
      twoWay: index % 2 === 0,
      kind: kinds[index % 4] ?? 'normal',
      record: { kind: 'connections', id: `c${index}`, name: `通信${index}` },
    })),
    paths: [],
    judgement: { judged: true, statement: { ja: '', en: '' }, remarks: [] },
  });
  const pictures: [string, Picture][] = [
    ['4 nodes', pictureOf(drawing(4, 3), 'ja')],
    ['30 nodes', pictureOf(drawing(30, 50), 'ja')],
    ['100 nodes', pictureOf(drawing(100, 200), 'ja')],
  ];

  it.each(pictures)('of %s keeps boxes apart and within their lane', (_, picture) => {
    const { boxes, width, height } = layOut(picture);
    for (const [index, a] of boxes.entries()) {
      expect(a.x >= 0 && a.x + a.width <= width && a.y >= 0 && a.y + a.height <= height).toBe(true);
      expect(a.label.length).toBeLessThanOrEqual(2);
      for (const b of boxes.slice(index + 1)) {
        const apart =
          a.x + a.width < b.x || b.x + b.width < a.x || a.y + a.height < b.y || b.y + b.height < a.y;
        expect(apart).toBe(true);
      }
    }
  });

  it.each(pictures)('of %s leads no line behind a box', (_, picture) => {
    const { boxes, lines } = layOut(picture);
    for (const { points } of lines) {
      for (const [index, b] of points.entries()) {
        const a = points[index - 1];
        if (a === undefined) continue;
        for (const box of boxes) {
          const across = Math.min(a.x, b.x) < box.x + box.width && Math.max(a.x, b.x) > box.x;
          const down = Math.min(a.y, b.y) < box.y + box.height && Math.max(a.y, b.y) > box.y;
          expect(across && down).toBe(false);
        }
      }
    }
  });

  it.each([...pictures, ['parallel lines', crowded()] as const])(
    'of %s keeps marks off each other and off boxes',
    (_, picture) => {
      const layout = layOut(picture);
      const marks = placeBadges(layout).map(({ x, y, width }) => {
        return { x: x - width / 2, y: y - badgeHeight / 2, width, height: badgeHeight };
      });
      for (const [index, a] of marks.entries()) {
        for (const b of [...marks.slice(index + 1), ...layout.boxes]) {
          const apart =
            a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
          expect(apart).toBe(true);
        }
      }
    },
  );

  /** Two segments that many connections leave side by side, each to another network below and each offending. */
  function crowded(): Picture {
    const base = drawing(30, 0);
    const links = Array.from({ length: 14 }, (_, index) => ({
      id: `x${index}`,
      from: index % 2 === 0 ? 'n0' : 'n3',
      to: `n${2 + 3 * Math.floor(index / 2)}`,
      twoWay: true,
      kind: 'normal' as const,
      record: { kind: 'connections', id: `x${index}`, name: `漏れ${index}` },
    }));
    const paths = links.map(({ id, from, to }) => ({
      hops: [{ link: id, from, to }],
      nodes: [from, to],
      layers: [],
      findings: [],
    }));
    return pictureOf({ ...base, links, paths }, 'ja');
  }
});
