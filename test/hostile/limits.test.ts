import { describe, expect, it } from 'vitest';
import { configurationShape } from '../../generated/shapes.ts';
import { defaultLimits, type LimitName } from '../../src/base/limits.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** A file of a size, or with a number of something. */
type Files = Readonly<Record<string, string>>;

/** What is built with `count` of what a limit counts, and how a run that goes over it ends. */
interface Bounded {
  readonly build: (count: number) => Files;
  /** 1 where a finding says that the file was not read, 2 where the run ends */
  readonly over: 1 | 2;
  readonly most: number;
  readonly argv?: readonly string[];
}

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');
const padded = (text: string, bytes: number) => `${text}#${'x'.repeat(bytes - Buffer.byteLength(text) - 1)}`;
const asset = 'assets:\n  - { id: a, name: A }\n';
const policy = 'extends: minakami\nid: own\ntitle: { ja: 自, en: Own }\n';
const only = ['-p', 'minakami', '--rule', 'classification/manager-assigned'];

/** How the text that is named stands behind an alias. */
const aliased = (count: number) => `x-one: &one 1\nx-many: [${repeat(count, () => '*one, ')}]\n${asset}`;

/** What limits git is tested where git is, in a repository. */
type LimitOfFiles = Exclude<LimitName, 'gitSeconds' | 'gitBytes'>;

const bounded: Readonly<Record<LimitOfFiles, Bounded>> = {
  fileBytes: { most: 100, over: 1, build: (bytes) => ({ 'a.yaml': padded(asset, bytes) }) },
  settingBytes: {
    most: 200,
    over: 2,
    build: (bytes) => ({ 'a.yaml': asset, 'own.policy.yaml': padded(policy, bytes) }),
    argv: ['-p', 'own.policy.yaml', '--rule', 'classification/manager-assigned'],
  },
  evidenceBytes: {
    most: 50,
    over: 1,
    build: (bytes) => ({
      'a.yaml': 'assets:\n  - { id: a, name: A, manager: 課長, evidence: [{ path: e.txt }] }\n',
      'e.txt': 'x'.repeat(bytes),
    }),
  },
  totalBytes: {
    most: 200,
    over: 2,
    build: (bytes) => ({ 'a.yaml': padded(asset, 100), 'b.yaml': padded('systems: []\n', bytes - 100) }),
  },
  files: {
    most: 3,
    over: 2,
    build: (count) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}.yaml`, asset])),
  },
  patterns: {
    most: 9,
    over: 2,
    // The path that is given counts as one.
    build: (count) => ({
      'a.yaml': asset,
      'sekisho.config.yaml': `include: ["a.yaml", "{${repeat(count - 2, () => 'b,').slice(0, -1)}}.yaml"]\n`,
    }),
  },
  documents: {
    most: 4,
    over: 1,
    build: (count) => ({ 'a.yaml': asset + repeat(count - 1, () => '---\n{}\n') }),
  },
  values: { most: 40, over: 1, build: (count) => ({ 'a.yaml': asset + '\n'.repeat(count - 4) }) },
  aliasedValues: { most: 5, over: 1, build: (count) => ({ 'a.yaml': aliased(count) }) },
  depth: {
    most: 10,
    over: 1,
    build: (count) => ({ 'a.yaml': `${asset}x-deep: ${'['.repeat(count - 1)}${']'.repeat(count - 1)}\n` }),
  },
  keys: {
    most: 7,
    over: 1,
    build: (count) => ({ 'a.yaml': asset + repeat(count - 1, (index) => `x-${index}: 1\n`) }),
  },
  items: {
    most: 6,
    over: 1,
    build: (count) => ({ 'a.yaml': `${asset}x-list: [${repeat(count, () => 'a, ')}]\n` }),
  },
  characters: {
    most: 30,
    over: 1,
    build: (count) => ({ 'a.yaml': `${asset}x-long: ${'長'.repeat(count)}\n` }),
  },
  schemaErrors: {
    most: 3,
    over: 1,
    build: (count) => ({ 'a.yaml': `${asset}${repeat(count, (index) => `asset${index}: 1\n`)}` }),
  },
  findings: {
    most: 4,
    over: 2,
    build: (count) => ({
      'a.yaml': `assets:\n${repeat(count, (index) => `  - { id: a${index}, name: A }\n`)}`,
    }),
  },
  seconds: { most: 1, over: 2, build: () => ({ 'a.yaml': asset }) },
};

async function run(files: Files, argv: readonly string[], tick = 0) {
  return inFolder(files, (directory) =>
    sekisho(['.', ...argv, '-f', 'json', '--lang', 'en'], { directory, tick }),
  );
}

describe.each(Object.entries(bounded) as [LimitOfFiles, Bounded][])(
  '%s',
  (name, { build, over, most, argv = only }) => {
    // Of these neither size nor number is in the files.
    const counts = name === 'seconds' ? [] : [most - 1, most];

    it.each(counts)(`of %i is within a limit of ${most}`, async (count) => {
      const { stdout, stderr } = await run(build(count), [...argv, '--limit', `${name}=${most}`]);
      expect(stdout + stderr).not.toContain(`limits.${name}`);
      expect(JSON.parse(stdout)).toMatchObject({ errors: [] });
    });

    it(`of ${most + 1} is not, and is never passed over`, async () => {
      const limits = [...argv, '--limit', `${name}=${most}`];
      const { code, stdout, stderr } = await run(build(most + 1), limits, name === 'seconds' ? 600 : 0);
      expect(code).toBe(over);
      if (name === 'evidenceBytes') expect(stdout).toContain('is there but cannot be read');
      else {
        expect(stdout + stderr).toContain(`limits.${name}`);
        // What to do about it names the option.
        if (name !== 'settingBytes') expect(stdout + stderr).toContain(`--limit ${name}=`);
      }
      if (over === 2) expect(stdout).toBe('');
    });

    it('has the same value in the schema of the configuration as in a run', () => {
      const shape = configurationShape().properties?.['limits']?.properties;
      expect(Object.keys(shape ?? {})).toEqual(Object.keys(defaultLimits));
    });
  },
);

describe('what no line, comma or bracket tells', () => {
  it.each([
    ['dashes on one line', 'values=20', `x-deep:\n${'- '.repeat(30)}a\n`],
    ['keys that are no text', 'values=20', `x-deep:\n  ${'? '.repeat(30)}a\n`],
    ['pairs on one line', 'values=20', `x-deep: ${'a: '.repeat(30)}\n`],
    ['a key without end', 'characters=30', `x-${'長'.repeat(29)}: 1\n`],
    ['escapes without end', 'characters=30', `x-long: "${'\\n'.repeat(200)}"\n`],
  ])('%s', async (_, limit, text) => {
    const { code, stdout } = await run({ 'a.yaml': asset + text }, [...only, '--limit', limit]);
    expect([code, stdout]).toEqual([1, expect.stringContaining(`limits.${limit.split('=')[0]}`)]);
  });

  it('errors of vocabulary in one file, be they in many documents', async () => {
    const wrong = '---\nassets:\n  - { id: a, name: A, colour: 1 }\n';
    const within = await run({ 'a.yaml': wrong.repeat(3) }, [...only, '--limit', 'schemaErrors=3']);
    expect(within.stdout).not.toContain('limits.schemaErrors');
    const over = await run({ 'a.yaml': wrong.repeat(4) }, [...only, '--limit', 'schemaErrors=3']);
    expect([over.code, over.stdout]).toEqual([1, expect.stringContaining('limits.schemaErrors')]);
  });

  it('a line break behind a comma, a bracket or a carriage return begins no value of its own', async () => {
    const list = `x-list: [\r\n${'1,\r\n'.repeat(10)}]\r\n`;
    const { stdout } = await run({ 'a.yaml': asset + list }, [...only, '--limit', 'values=16']);
    expect(stdout).not.toContain('limits.values');
  });
});

it.each(['files', 'files=', 'files=0', 'files=-1', 'files=1.5', 'files=many', 'file=3', '=3', '__proto__=3'])(
  '--limit %s is refused',
  async (given) => {
    const { code, stderr } = await run({ 'a.yaml': asset }, [...only, '--limit', given]);
    expect(code).toBe(2);
    expect(stderr).toContain(`--limit cannot be “${given}”`);
  },
);

it('a configuration sets limits, too, and the command line goes first', async () => {
  const files = { 'a.yaml': asset, 'sekisho.config.yaml': 'limits: { fileBytes: 5 }\n' };
  expect((await run(files, only)).stdout).toContain('limits.fileBytes');
  expect((await run(files, [...only, '--limit', 'fileBytes=1000'])).stdout).not.toContain('limits.fileBytes');
});
