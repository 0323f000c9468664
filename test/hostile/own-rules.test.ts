import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const repeat = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index)).join('');
const nested = (depth: number, before: string, inner: string, after = '}') =>
  `${before.repeat(depth)}${inner}${after.repeat(depth)}`;

const examples = 'examples: { pass: { form: media }, fail: { form: paper }, unknown: { name: a } }';
const message = 'message: m';
const asset = 'assets:\n  - { id: a, name: A, form: paper }\n';
const ruleWith = (asks: string, more = '') =>
  `  - { id: own/a, title: t, appliesTo: assets, ${asks}, ${message}, ${examples}${more} }\n`;

/** A rule file of one rule that asks for something. */
const asking = (asks: string, above = '') => `${above}rules:\n${ruleWith(asks)}`;
const behindAliases = (depth: number) =>
  `x-0: &a0 { form: media }\n${repeat(depth, (index) => `x-${index + 1}: &a${index + 1} { not: *a${index} }\n`)}${asking(`require: *a${depth}`)}`;
const policyWith = (more: string, clause = '{ id: own/a, basis: stated }') =>
  `id: own\ntitle: t\n${more}clauses:\n  - { ref: "1", title: t, summary: s, modality: must, rules: [${clause}] }\n`;
const naming = (file: string) => policyWith(`ownRules: ${JSON.stringify(file)}\n`);

interface Case {
  readonly rules?: string | Uint8Array;
  readonly policy?: string;
  readonly inventory?: string;
  /** 1: judged, with the finding of the record that does not meet the rule; 2: refused, at this place or for this */
  readonly code: 0 | 1 | 2;
  readonly says?: RegExp;
  readonly prepare?: (folder: string) => Promise<void> | void;
}

const inRules = /own\.rules\.yaml:\d+:\d+/;
const inPolicy = /own\.policy\.yaml:\d+:\d+/;
const tooDeep = /own\.rules\.yaml:\d+:\d+.*limits\.depth/s;

const cases: Readonly<Record<string, Case>> = {
  'is 1 MB of one text': { rules: asking(`require: { form: ${'x'.repeat(1e6)} }`), code: 2, says: inRules },
  'is 1 MB of conditions': {
    rules: asking(`require: { any: [${repeat(40_000, () => '{ form: media }, ')}] }`),
    code: 1,
  },
  'has a million values': {
    rules: asking(`require: { form: [${repeat(1e6, () => 'a,')}] }`),
    code: 2,
    says: inRules,
  },
  'has 150,000 wrong values': {
    rules: asking(`require: { form: [${repeat(150_000, () => 'a,')}] }`),
    code: 2,
    says: inRules,
  },
  'has a million rules': { rules: `rules:\n${repeat(1e6, () => '  - {}\n')}`, code: 2, says: inPolicy },
  'has 100,000 rules': { rules: `rules:\n${repeat(1e5, () => '  - {}\n')}`, code: 2, says: inRules },
  'has 10,000 rules of one id': {
    rules: `rules:\n${repeat(10_000, () => ruleWith('require: { form: media }'))}`,
    code: 2,
    says: inRules,
  },
  'has a million examples': {
    rules: `rules:\n  - { id: own/a, title: t, appliesTo: assets, require: { form: media }, examples: { pass: [${repeat(1e6, () => 'a,')}] } }\n`,
    code: 2,
    says: inRules,
  },
  'has all in all, 10,000 deep': {
    rules: asking(`require: ${nested(10_000, '{ all: [', '{ form: media }', ']}')}`),
    code: 2,
    says: tooDeep,
  },
  'has not in not, 10,000 deep': {
    rules: asking(`require: ${nested(10_000, '{ not: ', '{ form: media }')}`),
    code: 2,
    says: tooDeep,
  },
  'has each in some, 10,000 deep': {
    rules: asking(`require: ${nested(5000, '{ copies: { each: { copies: { some: ', '{}', '}}}}')}`),
    code: 2,
    says: tooDeep,
  },
  'has references of references, 10,000 deep': {
    rules: asking(
      `require: ${nested(10_000, '{ system: { refersTo: { section: systems, where: ', '{}', '}}}')}`,
    ),
    code: 2,
    says: tooDeep,
  },
  'has not in not, as deep as is read': {
    rules: asking(`require: ${nested(90, '{ not: ', '{ form: media }')}`),
    code: 1,
  },
  // Two anchors in each line that stand for twice the line before.
  'is an alias bomb': {
    rules: `x-0: &a0 { form: media }\n${repeat(40, (index) => `x-${index + 1}: &a${index + 1} { all: [*a${index}, *a${index}] }\n`)}${asking('require: *a40')}`,
    code: 2,
    says: inRules,
  },
  // Nesting behind aliases is bounded by how much they stand for.
  'nests 500 deep behind aliases': { rules: behindAliases(500), code: 1 },
  'nests 5000 deep behind aliases': { rules: behindAliases(5000), code: 2, says: inRules },
  'contains itself': { rules: asking('require: &a { all: [*a] }'), code: 2, says: inRules },
  'reads __proto__': { rules: asking('require: { __proto__: true }'), code: 2, says: inRules },
  'reads constructor': { rules: asking('require: { constructor.name: Object }'), code: 2, says: inRules },
  'reads $constructor': { rules: asking('require: { $constructor: x }'), code: 2, says: inRules },
  'reads $level.constructor': {
    rules: asking('require: { $level.constructor: { atLeast: 2 } }'),
    code: 2,
    says: inRules,
  },
  'has an operator constructor': {
    rules: asking('require: { form: { constructor: x, __proto__: y } }'),
    code: 2,
    says: inRules,
  },
  'names a parameter that every object has': {
    rules: asking('require: { form: $constructor }'),
    code: 2,
    says: inRules,
  },
  'refers to a section that every object has': {
    rules: asking('require: { system: { refersTo: { section: constructor } } }'),
    code: 2,
    says: inRules,
  },
  'has control characters in an id': {
    rules: `rules:\n  - { id: "own/\\u001b[31m\\u0007", title: t, appliesTo: assets, require: { form: media }, ${examples} }\n`,
    code: 2,
    says: inRules,
  },
  'has a field x-__proto__': {
    rules: asking('require: { x-__proto__: true }', 'fields: { assets: { x-__proto__: boolean } }\n'),
    inventory: 'assets:\n  - { id: a, name: A, x-__proto__: false }\n',
    code: 1,
  },
  'has a field of sections that every object has': {
    rules: asking('require: { form: media }', 'fields: { __proto__: { x-a: boolean } }\n'),
    code: 2,
    says: inRules,
  },
  'is the policy itself': { policy: naming('own.policy.yaml'), code: 2, says: inPolicy },
  'is the inventory': { policy: naming('city/a.yaml'), code: 2, says: /city\/a\.yaml:1:1/ },
  'lies outside': { policy: naming('../../etc/passwd'), code: 2, says: /own\.policy\.yaml:3:11/ },
  'is absolute': { policy: naming('/etc/passwd'), code: 2, says: /own\.policy\.yaml:3:11/ },
  'is a link that leads outside': {
    code: 2,
    policy: naming('link.yaml'),
    says: /own\.policy\.yaml:3:11/,
    prepare: (folder) => symlink('/etc/passwd', path.join(folder, 'link.yaml')),
  },
  'is a pipe': {
    code: 2,
    policy: naming('pipe.yaml'),
    says: /own\.policy\.yaml:3:11/,
    prepare: (folder) => void execFileSync('mkfifo', [path.join(folder, 'pipe.yaml')]),
  },
  'is a folder': {
    code: 2,
    policy: naming('folder'),
    says: /own\.policy\.yaml:3:11/,
    prepare: async (folder) => void (await mkdir(path.join(folder, 'folder'))),
  },
  'is named 10,000 times and not there': {
    policy: policyWith(`ownRules: [${repeat(10_000, (index) => `r${index}.yaml,`)}]\n`),
    code: 2,
    says: /own\.policy\.yaml:3:12/,
  },
  'is named 10,000 times': {
    rules: asking('require: { form: media }'),
    policy: policyWith(`ownRules: [${repeat(10_000, () => 'own.rules.yaml,')}]\n`),
    code: 1,
  },
  'is empty': { rules: '', code: 2, says: inPolicy },
  'is no YAML': { rules: Uint8Array.from([0, 255, 254, 1, 2]), code: 2, says: /own\.rules\.yaml/ },
};

async function judge({ rules, policy = naming('own.rules.yaml'), inventory = asset, prepare }: Case) {
  const files = {
    'city/a.yaml': inventory,
    'own.policy.yaml': policy,
    ...(rules !== undefined && { 'own.rules.yaml': rules }),
  };
  return inFolder(files, async (directory) => {
    await prepare?.(directory);
    return sekisho(['check', 'city', '-p', 'own.policy.yaml', '-f', 'json'], { directory });
  });
}

function expectSaid({ code, says }: Case, run: Awaited<ReturnType<typeof judge>>) {
  const { code: ended, stdout, stderr } = run;
  expect(`${stdout}${stderr}`).not.toMatch(/^\s+at .+:\d+:\d+\)?$|RangeError|TypeError/m);
  expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}|不具合/u);
  expect({ ended, stderr: stderr.slice(0, 2000) }).toMatchObject({ ended: code });
  if (says !== undefined) expect(stderr).toMatch(says);
  if (code === 1)
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ ruleId: 'own/a', verdict: 'fail' }),
    );
}

describe('a file of rules', () => {
  it.each(Object.entries(cases))('%s', { timeout: 60_000 }, async (_, one) => {
    expectSaid(one, await judge(one));
  });

  it('reads only what a record states itself, whatever every object has', async () => {
    const rules = asking(
      'require: { x-a.constructor: true }',
      'fields: { assets: { x-a.constructor: boolean } }\n',
    );
    const { stdout } = await judge({
      rules,
      inventory: 'assets:\n  - { id: a, name: A, x-a: {} }\n',
      code: 1,
    });
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({
        ruleId: 'own/a',
        verdict: 'unknown',
        message: '「A」は x-a.constructor が台帳に書かれていません。',
      }),
    );
  });
});

describe('a condition of a clause', () => {
  const wheres: Readonly<Record<string, string>> = {
    '10,000 deep': nested(10_000, '{ not: ', '{ form: media }'),
    'of a million values': `{ form: [${repeat(1e6, () => 'a,')}] }`,
    'on what is no field': '{ __proto__: 1 }',
  };
  it.each(Object.entries(wheres))('%s', { timeout: 60_000 }, async (_, where) => {
    const policy = policyWith('', `{ id: classification/manager-assigned, basis: stated, where: ${where} }`);
    const one: Case = { policy, code: 2, says: inPolicy };
    expectSaid(one, await judge(one));
  });
});

it('makes no regular expression of what a file says', async () => {
  const root = path.resolve(import.meta.dirname, '../../src');
  const own = (await readdir(path.join(root, 'policy/own'))).map((name) => `policy/own/${name}`);
  const files = [...own, 'rule/own-rule.ts', 'rule/predicate.ts', 'policy/check-predicate.ts'];
  for (const file of files)
    expect(await readFile(path.join(root, file), 'utf8'), file).not.toMatch(/RegExp\s*\(/);
});
