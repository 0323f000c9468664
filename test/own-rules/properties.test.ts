import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

type Predicate = Readonly<Record<string, unknown>>;
type Fields = Readonly<Record<string, unknown>>;

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 0.5 : 1;

const text = { ja: '条項', en: 'clause' };

interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly record: { readonly id: string };
  readonly location: { readonly line: number; readonly column: number; readonly pointer: string };
}

/** Judges records by conditions, each a rule of its own, through the command line; findings by rule and record. */
async function judge(asked: readonly Predicate[], records: readonly Fields[], section = 'assets') {
  const rules = asked.map((require, index) => ({
    id: `own/rule-${index}`,
    title: '条件',
    appliesTo: section,
    require,
    examples: { pass: {}, fail: {}, unknown: {} },
  }));
  const policy = {
    id: 'own',
    title: text,
    rules,
    clauses: [
      {
        ref: '1',
        title: text,
        summary: text,
        modality: 'must',
        rules: rules.map(({ id }) => ({ id, basis: 'stated' })),
      },
    ],
  };
  // One record in each line, so that a line tells which record it is.
  const lines = records.map((one, index) => `  - ${JSON.stringify({ id: `r${index}`, ...one })}\n`);
  const inventory = `${section}:\n${lines.join('')}`;
  return inFolder({ 'a.yaml': inventory, 'own.policy.yaml': JSON.stringify(policy) }, async (directory) => {
    const argv = ['check', 'a.yaml', '-p', 'own.policy.yaml', '-f', 'json'];
    const { code, stdout, stderr } = await sekisho(argv, { directory });
    expect(stderr).toBe('');
    expect(code).toBeLessThan(2);
    const findings = (JSON.parse(stdout).findings as Finding[]).filter(({ ruleId }) =>
      ruleId.startsWith('own/'),
    );
    const found = (rule: number, record: number) =>
      findings.filter(({ ruleId, record: { id } }) => ruleId === `own/rule-${rule}` && id === `r${record}`);
    const verdict = (rule: number, record: number) => found(rule, record)[0]?.verdict ?? 'pass';
    return { inventory, found, verdict };
  });
}

describe('the logic of conditions, as reports show it', () => {
  const truths = ['yes', 'no', 'absent'] as const;
  type Truth = (typeof truths)[number];
  const verdicts = { yes: 'pass', no: 'fail', absent: 'unknown' } as const;
  const order = (truth: Truth) => ({ no: 0, absent: 1, yes: 2 })[truth];
  const least = (...all: Truth[]) => [...all].sort((a, b) => order(a) - order(b))[0] as Truth;
  const opposite = { yes: 'no', no: 'yes', absent: 'absent' } as const;
  const fields = ['encryption.atRest', 'storage.locked', 'encryption.inTransit'] as const;
  const [a, b, c] = fields.map((field) => ({ [field]: true })) as [Predicate, Predicate, Predicate];
  const record = (stated: readonly Truth[]): Fields => {
    const [atRest, locked, inTransit] = stated.map((truth) =>
      truth === 'absent' ? undefined : truth === 'yes',
    );
    return { encryption: { atRest, inTransit }, storage: { locked } };
  };
  const rows = truths.flatMap((one) =>
    truths.flatMap((two) => truths.map((three) => [one, two, three] as const)),
  );

  it('is that of Kleene in all 27 rows', async () => {
    const asked = [
      { all: [a, b, c] },
      { any: [a, b, c] },
      { not: { all: [a, b, c] } },
      { not: { any: [a, b, c] } },
      { ...a, ...b, ...c },
      { any: [{ all: [a, b] }, { not: c }] },
    ];
    const { verdict } = await judge(asked, rows.map(record));
    const most = (...all: Truth[]) => opposite[least(...all.map((truth) => opposite[truth]))];
    for (const [index, [one, two, three]] of rows.entries()) {
      const expected: Truth[] = [
        least(one, two, three),
        most(one, two, three),
        opposite[least(one, two, three)],
        opposite[most(one, two, three)],
        least(one, two, three),
        most(least(one, two), opposite[three]),
      ];
      expect(
        asked.map((_, rule) => verdict(rule, index)),
        `${one} ${two} ${three}`,
      ).toEqual(expected.map((truth) => verdicts[truth]));
    }
  });
});

/** Facts of an asset that conditions read, with values of them. */
const facts: Readonly<Record<string, readonly unknown[]>> = {
  manager: ['課長', false],
  form: ['paper', 'media', 'electronic'],
  'encryption.atRest': [true, false],
  'storage.locked': [true, false],
  businessPurpose: ['住民票の写しの交付', false],
  contains: [[], ['my-number'], ['my-number', 'public-information'], ['personal-information']],
  'disposal.date': ['2026-04-01', '2019-01-01', '2027-01-01', false],
  'transport.carried': [true, false],
  copies: [
    [],
    [{ location: '書庫', manager: '課長' }],
    [{ location: '書庫', manager: false }, { location: '倉庫' }],
  ],
  'classification.confidentiality': [3, 2, 1],
  affairs: [['my-number-use'], ['family-register', 'my-number-use']],
};
const paths = Object.keys(facts);

const values = (path: string) => fc.constantFrom(...(facts[path] ?? []));
const lists = ['contains', 'affairs'];
const items = (path: string) => fc.constantFrom(...new Set((facts[path] ?? []).flat() as string[]));

/** A leaf with an operator that fits its path, as the schema of the inventory has it. */
const leaf: fc.Arbitrary<Predicate> = fc.oneof(
  fc
    .constantFrom('manager', 'form', 'encryption.atRest', 'storage.locked', 'transport.carried')
    .chain((path) =>
      fc.oneof(
        values(path).map((value) => ({ [path]: value })),
        values(path).map((value) => ({ [path]: { not: value } })),
        fc.uniqueArray(values(path), { minLength: 1 }).map((all) => ({ [path]: all })),
      ),
    ),
  fc
    .constantFrom(...lists)
    .chain((path) =>
      fc
        .tuple(fc.constantFrom('covers', 'some', 'each'), fc.uniqueArray(items(path), { minLength: 1 }))
        .map(([operator, all]) => ({ [path]: { [operator]: all } })),
    ),
  fc.constantFrom(
    { 'disposal.date': { within: 'P12M' } },
    { 'disposal.date': { within: 'fiscal-year' } },
    { 'disposal.date': { atMost: '2026-01-01' } },
    { 'disposal.date': { notPast: true } },
    { manager: { differsFrom: 'businessPurpose' } },
  ),
  fc
    .tuple(fc.constantFrom('each', 'some'), fc.constantFrom('課長', false))
    .map(([operator, manager]) => ({ copies: { [operator]: { manager } } })),
  fc
    .tuple(fc.constantFrom('atLeast', 'atMost', 'not'), fc.constantFrom(1, 2, 3))
    .map(([operator, level]) => ({ '$level.confidentiality': { [operator]: level } })),
);

const predicate = fc.letrec<{ any: Predicate }>((tie) => ({
  any: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('any'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('any').map((not) => ({ not })),
  ),
})).any;

const conditions = fc.array(predicate, { minLength: 40, maxLength: 40 });

/** What an asset states of each fact. */
type Stated = Readonly<Record<string, unknown>>;
const stated: fc.Arbitrary<Stated> = fc.record(
  Object.fromEntries(paths.map((path) => [path, values(path)])) as Record<string, fc.Arbitrary<unknown>>,
  { requiredKeys: [] },
);

function asRecord(all: Stated): Fields {
  const record: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(all)) {
    const [outer = '', inner] = path.split('.');
    record[outer] = inner === undefined ? value : { ...(record[outer] as object), [inner]: value };
  }
  return record;
}

function without(all: Stated, path: string): Stated {
  const { [path]: _, ...less } = all;
  return less;
}

describe('any condition on any record', () => {
  const runs = { seed: 12, numRuns: 12 * share, endOnFailure: true };

  it('never accuses or clears a record for saying less', { timeout: 120_000 }, async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        conditions,
        fc.array(stated, { minLength: 3, maxLength: 3 }),
        async (asked, records) => {
          const less = records.flatMap((one) => Object.keys(one).map((path) => [one, without(one, path)]));
          const all = [...records, ...less.map(([, one]) => one as Stated)];
          const { verdict } = await judge(asked, all.map(asRecord));
          for (const [index, [whole]] of less.entries())
            for (const rule of asked.keys()) {
              const before = verdict(rule, records.indexOf(whole as Stated));
              const after = verdict(rule, records.length + index);
              seen.add(`${before} ${after}`);
              // What is decided of a record that says less is what is decided of the whole one.
              if (after !== 'unknown') expect(before, JSON.stringify([asked[rule], whole])).toBe(after);
            }
        },
      ),
      runs,
    );
    expect([...seen].sort()).toEqual([
      'fail fail',
      'fail unknown',
      'pass pass',
      'pass unknown',
      'unknown unknown',
    ]);
  });

  it('clears a record for saying less only where it asks that nothing is said', async () => {
    const asked = [{ form: { present: false } }, { not: { form: { present: true } } }];
    const { verdict } = await judge(asked, [{ form: 'paper' }, {}]);
    for (const rule of asked.keys()) expect([verdict(rule, 0), verdict(rule, 1)]).toEqual(['fail', 'pass']);
  });

  it('stands at a place that there is', { timeout: 120_000 }, async () => {
    const { items: asset } = inventoryShape.properties?.['assets'] ?? {};
    await fc.assert(
      fc.asyncProperty(conditions, fc.array(stated, { minLength: 4, maxLength: 4 }), async (asked, all) => {
        const records = all.map(asRecord);
        const { inventory, found } = await judge(asked, records);
        const lines = inventory.split('\n');
        for (const rule of asked.keys())
          for (const [index, record] of records.entries())
            for (const { location } of found(rule, index)) {
              const [, section, item, ...steps] = location.pointer.split('/');
              expect([section, item]).toEqual(['assets', String(index)]);
              // One record is in each line, below that of the section.
              expect(location.line).toBe(index + 2);
              let shape = asset;
              let value: unknown = record;
              let isStated = true;
              for (const step of steps) {
                shape = /^\d+$/.test(step) ? shape?.items : shape?.properties?.[step];
                expect(shape, location.pointer).toBeDefined();
                value = (value as Record<string, unknown> | undefined)?.[step];
                isStated &&= value !== undefined;
              }
              const line = lines[location.line - 1] ?? '';
              const there = line.slice(location.column - 1);
              if (isStated && steps.length > 0) {
                const key = steps.at(-1);
                if (!/^\d+$/.test(key ?? ''))
                  expect(line.slice(0, location.column - 1)).toMatch(new RegExp(`"${key}":$`));
                expect(there.startsWith(JSON.stringify(value))).toBe(true);
              } else expect(there).toMatch(/^[{"]/);
            }
      }),
      runs,
    );
  });
});
