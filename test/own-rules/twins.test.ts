import { readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../../rules/index.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

type Value = string | number | boolean | readonly unknown[] | Readonly<Record<string, unknown>>;
type Sections = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

/** A built-in rule, and the records of which it and its twin are asked. */
interface Twin {
  /** what each fact may be beside absent, by section and path */
  readonly facts: Readonly<Record<string, Readonly<Record<string, readonly Value[]>>>>;
  /** records that are always there: what the built-in rule needs of the body, or what others refer to */
  readonly beside?: Sections;
  readonly parameters?: Readonly<Record<string, string | number>>;
  /** whether the built-in rule asks something of the body as well, which does not apply */
  readonly asksBody?: true;
  /** what the built-in rule words of its own, here or in its examples alone */
  readonly words?: readonly (keyof typeof worded)[];
  readonly inExamples?: readonly (keyof typeof worded)[];
}

/** Finding without what a rule in TypeScript words by what the record says, and one that is data does not. */
const worded = {
  message: (finding: Finding) => ({ ...finding, message: undefined }),
  remedy: (finding: Finding) => ({ ...finding, remedy: undefined }),
  trace: (finding: Finding) => ({ ...finding, trace: undefined }),
  steps: ({ trace, ...finding }: Finding) => ({
    ...finding,
    trace: trace.map((step) => ({ ...step, message: undefined })),
  }),
};

interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly trace: readonly Readonly<Record<string, unknown>>[];
}

const yesOrNo = [true, false];
const levels = [3, 2, 1, '秘'];
const contents = [
  [],
  ['my-number'],
  ['personal-information', 'business-information'],
  ['public-information'],
];

const twins: Readonly<Record<string, Twin>> = {
  'classification/manager-assigned': {
    facts: { assets: { manager: ['市民課長', true, false] }, systems: { manager: ['市民課長', false] } },
  },
  'operations/system-monitoring': {
    facts: { systems: { type: ['server', 'terminal', 'network-device'], monitoring: yesOrNo } },
  },
  'classification/encryption-at-rest': {
    facts: {
      assets: {
        form: ['electronic', 'media', 'paper'],
        'classification.confidentiality': levels,
        'disposal.date': [false, '2026-04-01'],
        'encryption.atRest': yesOrNo,
      },
    },
  },
  'technical/mail-spam': {
    facts: { systems: { type: ['mail', 'server'], 'mail.spamFilter': yesOrNo, 'mail.encryption': yesOrNo } },
    beside: { systems: [{ id: 'mail', name: '電子メール', type: 'mail', mail: { spamFilter: true } }] },
  },
  'human/training-current': {
    facts: {
      staffGroups: {
        headcount: [0, 12],
        lastTraining: ['令和5年7月12日', '2024-11-20', 'R8.6.24', '2027-01-15'],
      },
    },
    parameters: { maxAge: 'P24M' },
    // It says of a day that it is too long ago, and how long, and of a no that there was no training.
    inExamples: ['message'],
  },
  'resilience/mynumber-mfa': {
    facts: {
      systems: {
        type: ['terminal', 'mobile', 'server'],
        segments: [['kojin'], ['kihon'], ['fumei'], ['kojin', 'fumei'], []],
        'authentication.factors': [
          ['knowledge'],
          ['knowledge', 'knowledge'],
          ['knowledge', 'possession'],
          ['biometric', 'possession', 'knowledge'],
          ['biometric', 'knowledge'],
        ],
      },
    },
    beside: {
      segments: [
        { id: 'kojin', name: '番号系', layer: 'mynumber' },
        { id: 'kihon', name: '業務系', layer: 'lgwan' },
        { id: 'fumei', name: '倉庫' },
      ],
      systems: [
        {
          id: 'terminal',
          name: '端末',
          type: 'terminal',
          segments: ['kojin'],
          authentication: { factors: ['knowledge', 'possession'] },
        },
      ],
    },
  },
  'classification/personal-data-level': {
    facts: { assets: { 'classification.confidentiality': levels, contains: contents } },
    parameters: { minimum: 2 },
    asksBody: true,
  },
  'technical/software-authorised': {
    facts: {
      systems: {
        type: ['server', 'terminal', 'iot'],
        software: [true, false].flatMap((first) => [
          [{ name: '表計算', authorised: first }],
          [
            { name: '表計算', authorised: first },
            { name: '表計算', authorised: false },
          ],
        ]),
      },
    },
    beside: {
      systems: [
        { id: 'server', name: 'サーバ', type: 'server', software: [{ name: '表計算', authorised: true }] },
      ],
    },
    // It names the software.
    inExamples: ['message'],
  },
  'physical/server-housed': {
    facts: { systems: { type: ['server', 'application'], facility: ['room', 'office'] } },
    beside: {
      facilities: [
        { id: 'room', name: 'サーバ室', type: 'server-room' },
        { id: 'office', name: '執務室', type: 'office' },
      ],
      systems: [{ id: 'server', name: 'サーバ', type: 'server', facility: 'room' }],
    },
    // It says of the place that it is one, where a twin gives its name.
    words: ['steps'],
    inExamples: ['message', 'steps'],
  },
  'evaluation/self-inspection-performed': {
    facts: {},
    // It tells another way that one which is listed may be it, or was too long ago.
    inExamples: ['message', 'remedy', 'trace'],
  },
};

/** How many inventories are made up: of each some fifty records, so that a few show all verdicts; more in the long form. */
const runs = (process.env['SEKISHO_FULL'] ?? '') === '' ? 2 : 10;

const text = { ja: '条項', en: 'clause' };

/** A policy of one clause that cites one rule. */
function policyCiting(rule: string, parameters: Twin['parameters'], own: boolean): string {
  return JSON.stringify({
    id: 'city',
    title: text,
    scales: { confidentiality: [3, 2, 1].map((level) => ({ level, means: level })) },
    ...(own && { ownRules: './twins.rules.yaml' }),
    ...(parameters && { parameters: { [rule]: parameters } }),
    clauses: [
      { ref: '1', title: text, summary: text, modality: 'must', rules: [{ id: rule, basis: 'stated' }] },
    ],
  });
}

function ownOf(rule: string): string {
  return `own/${rule.split('/')[1]}`;
}

async function reportsOf(
  inventory: string,
  rule: string,
  { parameters, words = [], asksBody }: Twin,
  lang = 'ja',
) {
  const files = {
    'city/inventory.yaml': inventory,
    'built-in.policy.yaml': policyCiting(rule, parameters, false),
    'own.policy.yaml': policyCiting(ownOf(rule), parameters, true),
    'twins.rules.yaml': await readFile(path.join(import.meta.dirname, 'twins.rules.yaml')),
  };
  return inFolder(files, async (directory) => {
    const report = async (policy: string) => {
      const argv = ['check', 'city', '-p', policy, '-f', 'json', '--lang', lang];
      const { code, stdout, stderr } = await sekisho(argv, { directory });
      expect(stderr).toBe('');
      // The texts of the rules and the files of the two policies differ; how the clauses stand is compared below.
      const { inputs: _, rules: __, clauses: ___, due: ____, ...one } = JSON.parse(stdout);
      if (asksBody && policy === 'built-in.policy.yaml') one.summary.verdicts.notApplicable--;
      return { ...one, code, judgedBy: undefined, findings: one.findings.map(withoutId) };
    };
    const coverage = async (policy: string) => {
      const argv = ['coverage', 'city', '-p', policy, '-f', 'json', '--lang', lang];
      const { code, stdout } = await sekisho(argv, { directory });
      const one = JSON.parse(stdout.replaceAll(JSON.stringify(ownOf(rule)), JSON.stringify(rule)));
      if (asksBody && policy === 'built-in.policy.yaml') one.clauses[0].verdicts.notApplicable--;
      return { ...one, code };
    };
    const withoutId = (finding: Finding) => {
      const { ruleId } = finding;
      const one = { ...finding, fingerprint: undefined, ruleId: ruleId === ownOf(rule) ? rule : ruleId };
      return words.reduce((rest: object, word) => worded[word](rest as Finding), one);
    };
    return {
      builtIn: [await report('built-in.policy.yaml'), await coverage('built-in.policy.yaml')],
      own: [await report('own.policy.yaml'), await coverage('own.policy.yaml')],
    };
  });
}

/** Records of every section in which a twin reads facts, each of which is one of its values or absent. */
function inventoriesFor({ facts, beside = {} }: Twin): fc.Arbitrary<string> {
  const sections = Object.entries(facts).map(([section, paths]) => {
    const entries = Object.entries(paths).map(([one, values]) => [
      one,
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(undefined) },
        { weight: 3, arbitrary: fc.constantFrom(...values) },
      ),
    ]);
    const record = fc
      .record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<unknown>>)
      .map(nested);
    return fc.array(record, { minLength: 40, maxLength: 60 }).map((all) => [section, all] as const);
  });
  return fc.tuple(...sections).map((made) => {
    const whole: Record<string, unknown[]> = Object.fromEntries(
      Object.entries(beside).map(([section, records]) => [section, [...records]]),
    );
    for (const [section, records] of made)
      whole[section] = [
        ...(whole[section] ?? []),
        ...records.map((one, index) => ({ id: `${section}-${index}`, name: `記録${index}`, ...one })),
      ];
    return JSON.stringify({ organization: { name: '関所市' }, ...whole }, null, 1);
  });
}

/** `{ 'storage.locked': true }` as `{ storage: { locked: true } }`, without what is absent. */
function nested(paths: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [one, value] of Object.entries(paths)) {
    if (value === undefined) continue;
    const keys = one.split('.');
    const last = keys.pop() ?? '';
    let at = record;
    for (const key of keys) {
      const below = (at[key] ?? {}) as Record<string, unknown>;
      at[key] = below;
      at = below;
    }
    at[last] = value;
  }
  return record;
}

describe.each(Object.entries(twins))('%s and its twin', (rule, twin) => {
  it('say the same of the examples', async () => {
    const { examples } = rules.find(({ id }) => id === rule) ?? {};
    const all = [examples?.pass, examples?.fail, examples?.unknown];
    for (const example of all) {
      // What the built-in rule does not need, and its twin asks of all the same, there is none of.
      const absent = Object.keys(twin.facts).filter((section) => !example?.includes(`${section}:`));
      const inventory = `${example}${absent.map((section) => `${section}: []\n`).join('')}`;
      const words = twin.inExamples ?? [];
      const { builtIn, own } = await reportsOf(inventory, rule, { ...twin, words });
      expect(own).toEqual(builtIn);
    }
  });

  it.skipIf(Object.keys(twin.facts).length === 0)(
    'say the same of any records',
    async () => {
      const verdicts = new Set<string>();
      await fc.assert(
        fc.asyncProperty(inventoriesFor(twin), fc.constantFrom('ja', 'en'), async (inventory, lang) => {
          const { builtIn, own } = await reportsOf(inventory, rule, twin, lang);
          expect(own).toEqual(builtIn);
          for (const { ruleId, verdict } of builtIn[0].findings) if (ruleId === rule) verdicts.add(verdict);
        }),
        { seed: 12, numRuns: runs, endOnFailure: true },
      );
      expect([...verdicts].sort()).toEqual(['fail', 'unknown']);
    },
    60_000,
  );

  it('have the same texts', async () => {
    const file = parse(await readFile(path.join(import.meta.dirname, 'twins.rules.yaml'), 'utf8'));
    const own = file.rules.find(({ id }: { id: string }) => id === ownOf(rule));
    const builtIn = rules.find(({ id }) => id === rule);
    expect([own.title, own.rationale, own.remedy]).toEqual([
      builtIn?.title,
      builtIn?.rationale,
      builtIn?.remedy,
    ]);
  });
});

describe('a rule on what the body must have, and its twin', () => {
  const rule = 'evaluation/self-inspection-performed';
  const today = { id: 'a', name: '自己点検', type: 'self-inspection', date: '2026-09-01' };
  const internal = { id: 'b', name: '内部監査', type: 'internal', date: '2026-09-01' };
  const complete = { name: '関所市', complete: ['audits'] };

  it.each<[name: string, inventory: object, verdict: string | undefined]>([
    ['one was held', { audits: [internal, today] }, undefined],
    ['none is listed', { audits: [internal] }, 'unknown'],
    ['there is none', { organization: complete, audits: [internal] }, 'fail'],
    ['there are none at all', { audits: [] }, 'fail'],
    ['the section is not there', { assets: [] }, 'unknown'],
    ['the section is not there and whole', { organization: complete }, 'fail'],
  ])('say the same where %s', async (_, inventory, verdict) => {
    for (const lang of ['ja', 'en']) {
      const { builtIn, own } = await reportsOf(JSON.stringify(inventory), rule, { facts: {} }, lang);
      expect(own).toEqual(builtIn);
      const found = builtIn[0].findings.find(({ ruleId }: Finding) => ruleId === rule);
      expect(found?.verdict).toBe(verdict);
    }
  });

  it.each<[name: string, audit: object, verdict: string]>([
    ['states no day', { ...today, date: undefined }, 'unknown'],
    ['states no kind', { ...today, type: undefined }, 'unknown'],
    ['is too long ago', { ...today, date: '2024-09-01' }, 'fail'],
  ])('give the same verdict at the same place of one that %s', async (_, audit, verdict) => {
    const inventory = JSON.stringify({ organization: complete, audits: [audit] });
    const { builtIn, own } = await reportsOf(inventory, rule, {
      facts: {},
      parameters: { maxAge: 'P12M' },
      words: ['message', 'remedy', 'trace'],
    });
    expect(own).toEqual(builtIn);
    expect(builtIn[0].findings).toMatchObject([{ ruleId: rule, verdict }]);
  });
});
