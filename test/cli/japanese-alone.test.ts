import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Validator } from 'jsonschema';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type Run, sekisho } from '../support/cli.ts';
import { inOwnPolicyFolder, japaneseTexts, ownPolicyFiles } from '../support/japanese-policy.ts';
import { inFolder } from '../support/load.ts';
import { schemaBeside } from '../support/sarif.ts';
import { structureOf } from '../support/structure.ts';

/** Every command that reports on a policy, in each of its formats. */
const commands: readonly (readonly [format: string, argv: readonly string[]])[] = [
  ...['text', 'json', 'sarif', 'sarif-audit', 'junit', 'github', 'gitlab', 'markdown', 'csv', 'html'].map(
    (format) => [format, ['check', '--include', 'unknown,review', '-f', format]] as const,
  ),
  ...['text', 'json', 'markdown', 'html'].map((format) => [format, ['coverage', '-f', format]] as const),
  ...['mermaid', 'dot', 'svg'].map((format) => [format, ['graph', '-f', format]] as const),
  ...['text', 'json', 'markdown'].map(
    (format) => [format, ['policies', 'diff', './policy.yaml', 'kumagaya', '-f', format]] as const,
  ),
  ...['text', 'json'].map((format) => [format, ['policies', '-f', format]] as const),
  ...['text', 'json'].map((format) => [format, ['rules', '-p', './policy.yaml', '-f', format]] as const),
  ['text', ['explain', '第23条']],
  ['text', ['explain', 'classification/encryption-at-rest']],
];

type Writing = Parameters<typeof ownPolicyFiles>[0];

/** A report in one format, which is made along with those in the others: the policy is read and judged by once for all. */
async function report(writing: Writing, argv: readonly string[], lang: 'ja' | 'en'): Promise<Run> {
  const at = argv.indexOf('-f');
  if (at < 0) return made(writing, argv, lang);
  const { code, stderr, reports } = await allReports(writing, argv.slice(0, at), lang);
  return { code, stderr, stdout: reports.get(argv[at + 1] ?? '') ?? '' };
}

function made(writing: Writing, argv: readonly string[], lang: 'ja' | 'en'): Promise<Run> {
  return inOwnPolicyFolder(writing, (directory) => sekisho(argvOf(argv, lang), { directory }));
}

const argvOf = (argv: readonly string[], lang: string) => [
  ...argv,
  ...(['check', 'coverage', 'graph'].includes(argv[0] ?? '') ? ['--as-of', '2026-11-20'] : []),
  '--lang',
  lang,
];

interface Reports extends Pick<Run, 'code' | 'stderr'> {
  readonly reports: ReadonlyMap<string, string>;
}

const allMade = new Map<string, Promise<Reports>>();

function allReports(writing: Writing, argv: readonly string[], lang: 'ja' | 'en'): Promise<Reports> {
  const key = JSON.stringify([writing, argv, lang]);
  const known = allMade.get(key) ?? makeAll(writing, argv, lang);
  allMade.set(key, known);
  return known;
}

function makeAll(writing: Writing, argv: readonly string[], lang: 'ja' | 'en'): Promise<Reports> {
  const formats = commands.flatMap(([format, one]) =>
    one[0] === argv[0] && one.includes('diff') === argv.includes('diff') && one.includes('-f')
      ? [format]
      : [],
  );
  return inOwnPolicyFolder(writing, async (directory) => {
    const outputs = formats.flatMap((format) => ['-f', `${format}=out/${format}`]);
    const { code, stderr } = await sekisho(argvOf([...argv, ...outputs], lang), { directory });
    const texts = formats.map(
      (format) => [format, readFileSync(path.join(directory, 'out', format), 'utf8')] as const,
    );
    return { code, stderr, reports: new Map(texts) };
  });
}

/** Leaves out what tells one policy file from another: digests, sizes and the number of bytes. */
const withoutDigests = (text: string) =>
  text
    .replaceAll(/[0-9a-f]{64}|[\w+/]{43}=/g, 'digest')
    .replaceAll(/"(?:length|size)": \d+|<td[^>]*class="count">[\d,]+<\/td><td[^>]*>digest/g, 'size');

const named = commands.map(([format, argv]) => [argv.join(' '), format, argv] as const);

describe('a policy in Japanese alone', () => {
  it.each(named)(
    'is reported in Japanese like one in both languages: sekisho %s',
    async (_, _format, argv) => {
      const [alone, both] = [await report('japanese', argv, 'ja'), await report('both', argv, 'ja')];
      expect([alone.code, alone.stderr]).toEqual([both.code, both.stderr]);
      expect(withoutDigests(alone.stdout)).toBe(withoutDigests(both.stdout));
    },
  );

  it.each(named)('is reported in English as it is: sekisho %s', async (_, format, argv) => {
    const [alone, copied] = [await report('under-ja', argv, 'en'), await report('copied', argv, 'en')];
    expect([alone.code, alone.stderr]).toEqual([copied.code, copied.stderr]);
    const shown = alone.stdout
      .replaceAll(/<(span|tspan) lang="ja">([^<]*)<\/\1>/g, '$2')
      .replaceAll(/(<title|class="name") lang="ja"/g, '$1')
      .replaceAll('"language": "ja"', '"language": "en"');
    expect(withoutDigests(shown)).toBe(withoutDigests(copied.stdout));
    expect(structureOf[format]?.(alone.stdout).length).toBeGreaterThan(0);
    expect(alone.stdout).not.toMatch(/undefined|\[object/);
    expect(alone.stdout).toMatch(
      /凪浦市情報セキュリティポリシー|保存時の暗号化|独立系|nagiura|classification/,
    );
  });

  it('makes the findings that it makes in both languages, with the same fingerprints', async () => {
    const fingerprints = async (writing: Writing) => {
      const { findings } = JSON.parse((await report(writing, ['check', '-f', 'json'], 'en')).stdout) as {
        findings: { fingerprint: string }[];
      };
      return findings.map(({ fingerprint }) => fingerprint);
    };
    expect(await fingerprints('japanese')).toEqual(await fingerprints('both'));
    expect((await fingerprints('japanese')).length).toBeGreaterThan(5);
  });

  it('has JSON reports as the schema has them', async () => {
    const schema = JSON.parse(
      readFileSync(path.resolve(import.meta.dirname, '../../schemas/report.schema.json'), 'utf8'),
    );
    for (const lang of ['ja', 'en'] as const) {
      const { stdout } = await report('japanese', ['check', '-f', 'json'], lang);
      expect(new Validator().validate(JSON.parse(stdout), schema).errors.map(String)).toEqual([]);
    }
  });

  it.each(['sarif', 'sarif-audit'])(
    'has no text in %s that is no text, and says which language a policy is in',
    async (format) => {
      const schema = schemaBeside('sarif-2.1.0-code-scanning.json');
      for (const [writing, language] of [
        ['japanese', 'ja'],
        ['both', 'en'],
        ['copied', 'en'],
      ] as const) {
        const { stdout } = await report(writing, ['check', '-f', format], 'en');
        const log = JSON.parse(stdout) as {
          runs: { language?: string; taxonomies?: { language: string }[] }[];
        };
        if (schema !== undefined)
          expect(new Validator().validate(log, schema).errors.map(String)).toEqual([]);
        expect(stdout).not.toContain('"only"');
        for (const { taxonomies = [] } of log.runs)
          expect(taxonomies.map((one) => one.language)).toEqual(taxonomies.map(() => language));
      }
    },
  );
});

describe('Japanese in an English page', () => {
  /** The pieces of text of a page that a person sees, with the language that they are in. */
  function pieces(page: string): { readonly text: string; readonly lang: string }[] {
    const found: { text: string; lang: string }[] = [];
    const walk = (node: DefaultTreeAdapterTypes.Node, lang: string) => {
      if (node.nodeName === '#text')
        found.push({ text: (node as DefaultTreeAdapterTypes.TextNode).value, lang });
      if (!('childNodes' in node) || ['title', 'script', 'style', 'desc'].includes(node.nodeName)) return;
      const own = 'attrs' in node ? node.attrs.find(({ name }) => name === 'lang')?.value : undefined;
      for (const child of node.childNodes) walk(child, own ?? lang);
    };
    walk(parse(page), '');
    return found;
  }

  const texts = japaneseTexts();
  const inventory = Object.entries(ownPolicyFiles('both'))
    .filter(([file]) => !/policy|rules/.test(file))
    .map(([, text]) => text)
    .join('\n');

  it.each([['check'], ['coverage']])(
    'is marked wherever the policy is quoted: sekisho %s',
    async (command) => {
      const { stdout } = await report('japanese', [command, '-f', 'html'], 'en');
      const all = pieces(stdout);
      const japanese = new Set(all.filter(({ lang }) => lang === 'ja').map(({ text }) => text));
      expect(japanese).toContain('凪浦市情報セキュリティポリシー');
      expect(japanese).toContain('機密性2以上の電子データは、暗号化して保存する。');
      // What the inventory writes, too, such as the name of an agency, is its own.
      const ofThePolicy = texts.filter((one) => /[ぁ-ヶ一-龠]{2}/.test(one) && !inventory.includes(one));
      expect(ofThePolicy.length).toBeGreaterThan(100);
      const unmarked = all.filter(
        ({ text, lang }) => lang !== 'ja' && ofThePolicy.some((one) => text.includes(one)),
      );
      expect(unmarked).toEqual([]);
    },
  );

  it.each(['both', 'copied'] as const)(
    'is not marked where the policy has English of its own (%s)',
    async (writing) => {
      const { stdout } = await report(writing, ['check', '-f', 'html'], 'en');
      expect(stdout).not.toContain('lang="ja"');
    },
  );

  it('is not marked in a Japanese page', async () => {
    const { stdout } = await report('japanese', ['check', '-f', 'html'], 'ja');
    expect(stdout).not.toContain('<span lang=');
  });

  it('is marked in a drawing', async () => {
    expect((await report('japanese', ['graph', '-f', 'svg'], 'en')).stdout).toContain(
      '<text class="name" lang="ja"',
    );
    expect((await report('both', ['graph', '-f', 'svg'], 'en')).stdout).not.toContain('lang="ja"');
  });
});

describe('texts of a policy file', () => {
  const policy = (title: string) =>
    `id: own\ntitle: ${title}\nclauses:\n  - { ref: "1", title: 題, summary: 要旨, modality: must, informs: 台帳 }\n`;
  const check = (title: string) =>
    inFolder({ 'policy.yaml': policy(title), 'inventory.yaml': 'assets: []\n' }, (directory) =>
      sekisho(['explain', '1', '-p', './policy.yaml', '--lang', 'en'], { directory }),
    );

  it.each(['関所市の規程', '{ ja: 関所市の規程 }', '{ ja: 関所市の規程, en: }', '|\n  関所市の規程'])(
    'may be Japanese alone: %s',
    async (title) => {
      const { code, stdout } = await check(title);
      expect(code).toBe(0);
      expect(stdout).toContain('関所市の規程');
    },
  );

  it.each([
    ['{ en: Rules }', 'ja'],
    ['{ ja: 規程, fr: Règles }', 'fr'],
    ['""', 'title'],
    ['[規程]', 'title'],
    ['', 'title'],
  ])('are refused where they are none: %s', async (title, named) => {
    const { code, stderr } = await check(title);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^sekisho: \.\/policy\.yaml:\d+:\d+: /);
    expect(stderr).toContain(named);
  });
});
