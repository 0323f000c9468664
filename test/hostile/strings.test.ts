import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageFormats, dueFormats, findingFormats, graphFormats } from '../../src/report/formats.ts';
import type { Result } from '../../src/result/result.ts';
import { parseYaml } from '../../src/yaml/parse.ts';
import { judged, sekisho } from '../support/cli.ts';
import { clauseWith, type HostilePlaces, placesWith } from '../support/hostile-inventory.ts';
import { hostileStrings, ordinaryTexts } from '../support/hostile-strings.ts';
import { inFolder } from '../support/load.ts';
import { textOf as written } from '../support/report-text.ts';
import { anywhere, commands, type Structure, structureOf, textOf } from '../support/structure.ts';

/** One of each kind in each run of all tests, all of them where SEKISHO_FULL asks for the long form. */
const each = (process.env['SEKISHO_FULL'] ?? '') === '' ? 1 : Number.POSITIVE_INFINITY;

const sampled = Object.values(hostileStrings).flatMap((texts) =>
  fc
    .sample(fc.shuffledSubarray([...texts], { minLength: texts.length }), { seed: 11, numRuns: 1 })
    .flat()
    .slice(0, each),
);

/** What was more than text in some report once, and is tried in every run. */
const brokeOnce = [
  ' ::warning::x',
  '1. a',
  '葛\u{e0100}\u{e0101}\u{e01ef}',
  'a\tb\u200cc\u009b2J ##[add-mask]d;=1 fa:fa-car @org/team www.evil.example 🏴\u{e0067}\u{e007f}',
];

const chosen = [...new Set([...sampled, ...brokeOnce])].map((text) => [JSON.stringify(text), text] as const);

/** A report, and what it is read as. */
interface Printed {
  readonly name: string;
  readonly format: string;
  readonly text: string;
}

const judging = ['.', '--as-of', '2026-11-20'];

/** Runs the program where one text stands everywhere. */
function where<Outcome>(
  text: string,
  use: (directory: string, places: HostilePlaces) => Promise<Outcome>,
): Promise<Outcome> {
  const places = placesWith(text);
  return inFolder(places.files, (folder) => use(path.join(folder, places.inventory), places));
}

/** Every report of every command on an inventory that has one text everywhere, in every format. */
function reportsWith(text: string): Promise<Printed[]> {
  return where(text, async (directory, { base, policy, otherPolicy, baseline }) => {
    const printed: Printed[] = [];
    const run = async (formats: readonly string[], argv: readonly string[], name = argv[0] ?? '') => {
      const outputs = formats.map((format) => ({ format, file: path.join('出力', `${name}.${format}`) }));
      const to = outputs.flatMap(({ format, file }) => ['-f', `${format}=${file}`]);
      const { stderr, code } = await sekisho([...argv, ...to], { directory });
      expect(code, stderr).not.toBe(2);
      for (const { format, file } of outputs)
        printed.push({
          name: `${name} ${format}`,
          format,
          text: await readFile(path.join(directory, file), 'utf8'),
        });
      if (stderr !== '') printed.push({ name: `${name} stderr`, format: 'text', text: stderr });
    };
    const include = ['--include', 'unknown,review'];
    await run(Object.keys(findingFormats), ['check', ...judging, ...include, '--base', base]);
    await run(Object.keys(coverageFormats), ['coverage', ...judging, '--lang', 'en']);
    await run(Object.keys(graphFormats), ['graph', ...judging]);
    await run(Object.keys(dueFormats), ['due', ...judging, '--within', 'P2Y']);
    await run(['text', 'json'], ['rules', '-p', policy]);
    await run(['text', 'json'], ['policies']);
    await run(['text', 'json', 'markdown'], ['policies', 'diff', policy, otherPolicy], 'diff');
    const explained = await sekisho(['explain', clauseWith(text), '-p', policy], { directory });
    printed.push({ name: 'explain', format: 'text', text: explained.stdout || explained.stderr });
    const narrow = await sekisho(['check', ...judging, '--show-suppressed', '--baseline', baseline], {
      directory,
      columns: 60,
    });
    return [...printed, { name: 'terminal', format: 'terminal', text: narrow.stdout }];
  });
}

/** What may be sent to a terminal besides texts. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const colours = /\u001b\[\d+(?:;\d+)*m/g;

/** What is not to be in any report as it is: controls, what turns texts around or is not seen, halves of characters. */
const unseen =
  /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}]/u;

/**
 * Without what is allowed: variants of ideographs and of our signs; what parts that which forges would make links of; the
 * mark of its encoding with which a CSV file begins; and colours.
 */
function withoutOurs(format: string, whole: string): string {
  const text = whole.replaceAll(/(?<=\p{Ideographic})[\u{e0100}-\u{e01ef}]|(?<=[ℹ⚠])\ufe0f/gu, '');
  if (format === 'markdown') return text.replaceAll('\u200b', '');
  if (format === 'ical') return text.replaceAll('\r\n', '\n');
  if (format === 'csv') return text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  if (format === 'html') return text.replaceAll('\t', ' ');
  return format === 'terminal' ? text.replaceAll(colours, '') : text;
}

/** What is wrong with a report, measured by the same report on a harmless text. */
function faultsOf({ name, format, text }: Printed, harmless: string | undefined): string[] {
  const readable = withoutOurs(format, text);
  const found = unseen.exec(readable);
  const around = found && JSON.stringify(readable.slice(Math.max(0, found.index - 40), found.index + 40));
  const faults = [
    ...(around === null ? [] : [`something unseen in ${around}`]),
    ...(format === 'github' ? text.split('\n').flatMap(anywhere) : commands(text)),
    // How many lines a text takes on a terminal depends on its length.
    ...(format === 'terminal' || harmless === undefined ? [] : unlike(format, text, harmless)),
  ];
  return faults.map((fault) => `${name}: ${fault}`);
}

/** A page without how wide a column is: the length of a reference decides it. */
function sized(page: string): string {
  return page.replaceAll('class="matrix long', 'class="matrix');
}

/** What the reports on a harmless text are read as: all others are held against the same few. */
const harmlessRead = new Map<string, Structure>();

function readOnce(format: string, text: string): Structure {
  const key = `${format}\n${text}`;
  const known = harmlessRead.get(key) ?? read(format, text);
  harmlessRead.set(key, known);
  return known;
}

/** Where a report begins to be read otherwise than the same report on a harmless text. */
function unlike(format: string, text: string, harmless: string): string[] {
  try {
    const [is, should] = [read(format, sized(text)), readOnce(format, sized(harmless))];
    const at = Array.from({ length: Math.max(is.length, should.length) }, (_, index) => index).find(
      (index) => is[index] !== should[index],
    );
    return at === undefined ? [] : [`${is[at]} in place of ${should[at]}`];
  } catch (error) {
    return [String(error)];
  }
}

function read(format: string, text: string): Structure {
  const reader = structureOf[format];
  if (reader === undefined) throw new Error(`there is no reader of ${format}`);
  // How wide the first column of a matrix is depends on the length of its references.
  return reader(format === 'html' ? text.replaceAll('class="matrix long', 'class="matrix') : text);
}

function expectHarmless(printed: readonly Printed[], harmless: readonly Printed[]): void {
  const expected = new Map(harmless.map(({ name, text }) => [name, text]));
  expect(printed.flatMap((report) => faultsOf(report, expected.get(report.name)))).toEqual([]);
  expect(printed.map(({ name }) => name)).toEqual([...expected.keys()]);
}

const harmless = reportsWith('語');

describe('a text that tries to be more', () => {
  it.each(chosen)('%s, is a text in every report, and in JSON the text that it was', async (_, text) => {
    const printed = await reportsWith(text);
    expectHarmless(printed, await harmless);
    for (const { name, format, text: report } of printed)
      if (['json', 'sarif', 'sarif-audit'].includes(format))
        expect(textOf[format]?.(report), name).toContain(text);
  });

  it('is one in what the program says of a run that fails, or of what it did not believe', async () => {
    const reports = (text: string) =>
      where(text, async (directory) => {
        const result = besides(await judged(['.'], { asOf: '2026-11-20' }, { directory }), text);
        const options = { language: 'ja', color: 0, include: [] } as const;
        const printed: Printed[] = [];
        for (const [format, { reporter }] of Object.entries(findingFormats))
          printed.push({ name: format, format, text: written((await reporter())(result, options)) });
        return printed;
      });
    const ordinary = await reports('語');
    for (const text of brokeOnce) expectHarmless(await reports(text), ordinary);
  });

  it('is one in every message about what cannot be done', async () => {
    for (const text of each === 1 ? brokeOnce : [...sampled, ...brokeOnce]) {
      const [lines, expected] = [await complaintsAbout(text), await complaintsAbout('語')];
      expect([text, ...lines.map(({ code }) => code)]).toEqual([text, ...expected.map(({ code }) => code)]);
      for (const [index, { argv, stderr }] of lines.entries()) {
        const name = argv.join(' ');
        expect(faultsOf({ name, format: 'text', text: stderr }, expected[index]?.stderr)).toEqual([]);
        expect(stderr, name).toMatch(/^(?:sekisho: .*\n)+$/);
      }
    }
  });

  it('is one in a baseline, which covers the same findings when it is read', async () => {
    for (const text of brokeOnce)
      await where(text, async (directory) => {
        const argv = ['check', ...judging, '--baseline', 'b.json'];
        const { code, stderr } = await sekisho([...argv, '--update-baseline'], { directory });
        expect(code, stderr).toBe(1);
        const baseline = await readFile(path.join(directory, 'b.json'), 'utf8');
        expect(faultsOf({ name: text, format: 'json', text: baseline }, undefined)).toEqual([]);
        const { stdout } = await sekisho([...argv, '-f', 'json'], { directory });
        const { comparison, findings } = JSON.parse(stdout);
        expect(comparison.fixed).toEqual([]);
        const left = findings.filter((one: { suppression: unknown }) => one.suppression === null);
        // What breaks the vocabulary is in no baseline.
        expect([...new Set(left.map(({ ruleId }: { ruleId: string }) => ruleId))]).toEqual([
          'inventory/schema',
        ]);
      });
  });

  it('is one in what is imported', async () => {
    const expected = await importedWith('語');
    for (const text of brokeOnce) {
      const { files, said } = await importedWith(text);
      expectHarmless(said, expected.said);
      expect(files.map(({ name }) => name)).toEqual(expected.files.map(({ name }) => name));
      for (const [index, { name, text: yaml }] of files.entries()) {
        expect(unseen.exec(withoutOurs('text', yaml).replaceAll('\t', ' ')), name).toBeNull();
        expect(await shapeOf(yaml)).toEqual(await shapeOf(expected.files[index]?.text ?? ''));
      }
    }
  });
});

describe('an ordinary text', () => {
  it('is in every report as it was', async () => {
    const text = ordinaryTexts.join(' ');
    const printed = await reportsWith(text);
    const lost = printed.flatMap(({ name, format, text: report }) => {
      if (format === 'terminal' || name.endsWith('stderr')) return [];
      return textOf[format]?.(report).includes(text) ? [] : [name];
    });
    expect(lost).toEqual([]);
    for (const { name, format, text: report } of printed)
      if (['text', 'csv', 'json', 'sarif', 'mermaid', 'svg'].includes(format) && !name.endsWith('stderr'))
        expect(report, `${name} as it is written`).toContain('葛\u{e0100}飾区');
  });
});

/** The result, with what else a run may have to say. */
function besides(result: Result, text: string): Result {
  const [finding] = result.findings;
  const both = { ja: text, en: text };
  const change = (kind: 'exception' | 'baseline' | 'configuration' | 'policy' | 'scope' | 'suppressed') => ({
    kind,
    name: text,
    change: 'changed' as const,
  });
  return {
    ...result,
    errors: [{ code: 'rule-crashed', message: both, location: finding?.location ?? null }],
    trusted: {
      ref: text,
      changes: (['exception', 'baseline', 'configuration', 'policy', 'scope', 'suppressed'] as const).map(
        change,
      ),
    },
    unrelated: { since: text, count: 2 },
    repository: { revision: 'a'.repeat(40), branch: text },
  };
}

/** Runs that cannot be done, and why. */
async function complaintsAbout(text: string) {
  const quoted = JSON.stringify(text);
  const files = {
    'a.yaml': 'assets: []\n',
    'p.policy.yaml': JSON.stringify({
      id: `_${text}`,
      title: text,
      clauses: [{ ref: text, rules: [{ id: text }] }],
    }),
    'c/sekisho.config.yaml': `{ ${quoted}: 1, failOn: ${quoted}, rules: { ${quoted}: error }, policy: ${quoted} }`,
    'c/a.yaml': 'assets: []\n',
    'd/sekisho.config.yaml': `policy: ${JSON.stringify(`./${text}`)}`,
    'd/a.yaml': 'assets: []\n',
    'b.json': JSON.stringify({ schemaVersion: text, findings: [{ [text]: text }] }),
    'n/netbox.mapping.yaml': JSON.stringify({ layers: { [text]: { [text]: text } } }),
  };
  const argvs = [
    // A name that the system takes: one that it refuses may well be there, and is a finding.
    ['check', `x${[...text.replaceAll('\0', '')].slice(0, 60).join('')}`, '-p', 'minakami'],
    ['check', 'a.yaml', '-p', `x${text}`],
    ['check', 'a.yaml', '-p', './p.policy.yaml'],
    ['check', 'a.yaml', '-p', 'minakami', '--rule', `x${text}`],
    ['check', 'a.yaml', '-p', 'minakami', '--as-of', `x${text}`],
    ['check', 'a.yaml', '-p', 'minakami', '--lang', `x${text}`],
    ['check', 'a.yaml', '-p', 'minakami', '-f', `x${text}`],
    ['check', 'a.yaml', '-p', 'minakami', '--fail-on', `x${text}`],
    ['check', 'a.yaml', '-p', 'minakami', '--max-warnings', `x${text}`],
    ['check', 'a.yaml', '-p', 'minakami', '--base', `x${text}`],
    ['check', 'a.yaml', '-p', 'minakami', '--baseline', `x${text.replaceAll('\0', '')}`],
    ['check', 'a.yaml', '-p', 'minakami', '--baseline', 'b.json'],
    ['check', `--x${text}`],
    ['check', 'c'],
    ['check', 'd'],
    // No title has such a word, whatever words follow it.
    ['explain', `qqq${text}`],
    ['import', 'netbox', `x${text}`, '-o', 'o'],
    ['import', 'netbox', '.', '-o', 'o', '-m', 'n/netbox.mapping.yaml'],
    ['policies', 'diff', `x${text}`, 'minakami'],
  ];
  return inFolder(files, async (directory) => {
    const runs = [];
    for (const argv of argvs) runs.push({ argv, ...(await sekisho(argv, { directory })) });
    return runs;
  });
}

const netbox = path.resolve(import.meta.dirname, '../../examples/netbox');

/** Keys of NetBox's lists under which people write what they like. */
const free = new Set(['name', 'description', 'label', 'comments', 'dns_name', 'asset_tag', 'serial']);

/** The example of an export with one text at the end of every text in it, and what the import made of it. */
async function importedWith(text: string) {
  const files: Record<string, string> = {};
  for (const name of await readdir(netbox)) {
    const content = await readFile(path.join(netbox, name), 'utf8');
    files[name] = name.endsWith('.json')
      ? JSON.stringify(
          JSON.parse(content, (key, value) => (free.has(key) && value ? `${value}${text}` : value)),
        )
      : content;
  }
  return inFolder(files, async (directory) => {
    const { stdout, stderr, code } = await sekisho(['import', 'netbox', '.', '-o', 'out'], { directory });
    expect(code, stderr).toBe(0);
    const written = path.join(directory, 'out');
    const names = (await readdir(written)).sort();
    return {
      said: [
        { name: 'stdout', format: 'text', text: stdout },
        { name: 'stderr', format: 'text', text: stderr },
      ],
      files: await Promise.all(
        names.map(async (name) => ({ name, text: await readFile(path.join(written, name), 'utf8') })),
      ),
    };
  });
}

/** The keys of a YAML file, and how many items its lists have. */
async function shapeOf(yaml: string): Promise<Structure> {
  const { documents, problems } = await parseYaml(Buffer.from(yaml));
  expect(problems).toEqual([]);
  return read('json', JSON.stringify(documents.map(({ value }) => value)));
}
