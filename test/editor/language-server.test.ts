import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { LanguageServer } from '../support/language-server.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** Which examples are opened: a few in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const opened =
  (process.env['SEKISHO_FULL'] ?? '') === ''
    ? /^(?:first-steps|own-policy|small-town)[/\\].*\.yaml$/
    : /^(?!ci[/\\]).*\.yaml$/;

/** The folder that an editor has open: one that `sekisho init` made, with the examples of the project below it. */
let folder = '';
let server: LanguageServer;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-editor-'));
  const run = await sekisho(
    ['init', '台帳', '--name', '関所町', '--policy', '台帳/town.policy.yaml', '--extends', 'isesaki'],
    { directory: folder },
  );
  expect(run).toMatchObject({ code: 0, stderr: '' });
  folder = path.join(folder, '台帳');
  const settings = JSON.parse(await readFile(path.join(folder, '.vscode/settings.json'), 'utf8'));
  server = await LanguageServer.start(folder, settings);
});

afterAll(async () => {
  await server.stop();
  await rm(path.dirname(folder), { recursive: true, force: true });
});

/** A file that is added to the folder: it has no line that names a schema. */
const added = () => path.join(folder, '追加.yaml');

describe('an editor in a folder of sekisho init', () => {
  it('has nothing to object to what was written', async () => {
    const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
    expect(files).toHaveLength(9);
    const problems = await Promise.all(files.map((name) => server.problems(path.join(folder, name))));
    expect(Object.fromEntries(files.map((name, index) => [name, problems[index]]))).toEqual(
      Object.fromEntries(files.map((name) => [name, []])),
    );
  });

  it('offers the choices of a field with what they mean, in a file that names its schema and in one that is added', async () => {
    const head = '# yaml-language-server: $schema=.sekisho/inventory.schema.json\n';
    for (const first of [head, '']) {
      const offers = await server.offers(
        added(),
        `${first}assets:\n  - id: a\n    name: 住民票\n    form: █\n`,
      );
      expect(offers.map(({ label, about }) => [label, about.split('\n')[0]])).toEqual(
        expect.arrayContaining([
          ['electronic', expect.stringContaining('電子データ')],
          ['paper', expect.stringContaining('紙')],
        ]),
      );
    }
  });

  it('tells in Japanese what a field is', async () => {
    const told = await server.hover(
      added(),
      'assets:\n  - id: a\n    name: 住民票\n    busi█nessPurpose: 交付\n',
    );
    expect(told).toMatch(/作成・入手・利用する業務上の目的。/);
  });

  it('marks a mistake where it stands', async () => {
    const text = 'assets:\n  - id: a\n    name: 住民票\n    form: papier\n    storge: {}\n';
    const problems = await server.problems(added(), text);
    expect(problems).toEqual([
      expect.stringMatching(/^4: 値が許可されていません。有効な値: "electronic", "paper"/),
      expect.stringMatching(/^5: プロパティ storge は許可されていません。/),
    ]);
  });

  it('helps with the policy and the configuration, too', async () => {
    const rules = await server.offers(
      path.join(folder, 'x.yaml'),
      '# yaml-language-server: $schema=.sekisho/policy.schema.json\nid: a\ntitle: b\nclauses:\n  - ref: 1\n    title: c\n    modality: █\n',
    );
    expect(rules.map(({ label }) => label)).toEqual(expect.arrayContaining(['must', 'should', 'principle']));
    const text = await readFile(path.join(folder, 'sekisho.config.yaml'), 'utf8');
    const mistyped = text.replace('policy:', 'polcy:');
    expect(await server.problems(path.join(folder, 'mistyped.yaml'), mistyped)).toEqual([
      expect.stringContaining('polcy'),
    ]);
  });

  it('has nothing to object to the examples', async () => {
    const examples = path.join(folder, 'examples');
    await cp(path.join(root, 'examples'), examples, { recursive: true });
    await cp(path.join(root, 'schemas'), path.join(folder, 'schemas'), { recursive: true });
    // One that has words of its own needs the schemas that know them.
    const own = path.join(examples, 'own-policy');
    await sekisho(['schema', '-p', 'policy.yaml', '-o', '.sekisho'], { directory: own });
    const files = (await readdir(examples, { recursive: true })).filter((name) => opened.test(name));
    const problems = await Promise.all(
      files.map(async (name) => {
        const file = path.join(examples, name);
        const text = await readFile(file, 'utf8');
        const found = await server.problems(
          file,
          file.startsWith(own) ? text.replace('../../schemas/', '.sekisho/') : text,
        );
        return found.map((problem) => `${name}:${problem}`);
      }),
    );
    expect(problems.flat()).toEqual([]);
    expect(files.length).toBeGreaterThan(10);
  });
});
