import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDuration, type Day, daysBetween, parseDateSpan } from '../../src/base/date.ts';
import { judged, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** How many of the made-up inputs are tried: some in each run of all tests, all where SEKISHO_FULL asks for the long form. */
const share = (process.env['SEKISHO_FULL'] ?? '') === '' ? 1 : 20;
const asOf = '2026-11-20';

interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly remedy: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly location: { readonly line: number; readonly column: number };
}

/** Rules of a body, cited with those that are built in. */
interface Asked {
  readonly builtIn?: Readonly<Record<string, object>>;
  readonly own?: Readonly<Record<string, object>>;
  /** more of the clause */
  readonly clause?: object;
}

function policyOf({ builtIn = {}, own = {}, clause = {} }: Asked): string {
  return JSON.stringify({
    id: 'own',
    title: '対策基準',
    fields: { documents: { 'x-checked': 'date' } },
    parameters: builtIn,
    rules: Object.entries(own).map(([name, rule]) => ({
      id: `own/${name}`,
      title: '条件',
      message: '条件を満たしていません',
      ...rule,
      examples: { pass: {}, fail: {}, unknown: {} },
    })),
    clauses: [
      {
        ref: '1',
        title: '条項',
        summary: '要旨',
        modality: 'must',
        rules: [...Object.keys(builtIn), ...Object.keys(own).map((name) => `own/${name}`)].map((id) => ({
          id,
          basis: 'stated',
          ...clause,
        })),
      },
    ],
  });
}

async function judge(
  asked: Asked,
  inventory: string,
  { language = 'ja', by = asOf } = {},
): Promise<readonly Finding[]> {
  return inFolder({ 'a.yaml': inventory, 'own.policy.yaml': policyOf(asked) }, async (directory) => {
    const argv = ['check', 'a.yaml', '-p', './own.policy.yaml', '-f', 'json', '--as-of', by];
    const { stdout, stderr } = await sekisho([...argv, '--lang', language], { directory });
    expect(stderr).toBe('');
    // What the records lack besides their dates is of no interest here.
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    return findings.filter(({ ruleId }) => ruleId !== 'inventory/schema');
  });
}

/** What is told, each with its place: `a unknown 3:20`. */
function brief(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ record: { id }, verdict, location: { line, column } }) => `${id} ${verdict} ${line}:${column}`,
  );
}

/** A record in each line. */
function section(name: string, records: readonly object[]): string {
  return `${name}:\n${records.map((one) => `  - ${JSON.stringify(one)}\n`).join('')}`;
}

describe('a month or a fiscal year', () => {
  const training: Asked = { builtIn: { 'human/training-current': { maxAge: 'P12M' } } };
  const staff = (...dates: readonly string[]) =>
    `staffGroups:\n${dates.map((date, index) => `  - { id: ${'abcdef'[index]}, employment: regular, lastTraining: ${date} }\n`).join('')}`;

  it('is judged where its first and its last day come to the same, and else unknown at the date', async () => {
    const found = await judge(training, staff('2025-12', 'R7.10', '令和7年度', '2025年11月', '2024年度'));
    expect(brief(found)).toEqual(['b fail 3:49', 'c unknown 4:49', 'd unknown 5:49', 'e fail 6:49']);
    const [older, fiscalYear, month] = found.map(({ message, remedy }) => [message, remedy]);
    expect(older?.[0]).toContain('最後の研修・訓練「R7.10」から12か月');
    expect(fiscalYear).toEqual([
      '「c」は lastTraining が「令和7年度」と年度までしか書かれておらず、その年度のどの日かによって判定が変わります。',
      'lastTraining に、2026-04-01 か 令和8年4月1日 のように日まで書いてください。',
    ]);
    expect(month?.[0]).toContain('「2025年11月」と月までしか書かれておらず、その月のどの日か');
  });

  it('is told of in English', async () => {
    const [found] = await judge(training, staff('令和7年度'), { language: 'en' });
    expect([found?.message, found?.remedy]).toEqual([
      '“a” has only a fiscal year in lastTraining, “令和7年度”, and which day of it was meant decides the verdict.',
      'Write the day in lastTraining, as 2026-04-01 or 令和8年4月1日.',
    ]);
  });

  it('asks for the day in the list of what is missing', async () => {
    const text = await inFolder(
      { 'a.yaml': staff('令和7年度'), 'own.policy.yaml': policyOf(training) },
      async (directory) =>
        (await sekisho(['check', 'a.yaml', '-p', './own.policy.yaml', '--as-of', asOf], { directory }))
          .stdout,
    );
    expect(text).toContain('（行っていなければ false。月や年度までではなく、日まで書く）');
    expect(text).toContain('a.yaml:2:49 「a」');
  });

  it('is decided by fiscal years', async () => {
    const verified: Asked = { builtIn: { 'outsourcing/contractor-verified': { maxAge: 'fiscal-year' } } };
    const records = ['2025-04', '令和7年度', '2025-03', 'R6年度'].map((last, index) => ({
      id: String(index),
      type: 'outsourcing',
      verification: { last },
    }));
    const found = await judge(verified, section('contracts', records));
    expect(found.map(({ record, verdict }) => [record.id, verdict])).toEqual([
      ['2', 'fail'],
      ['3', 'fail'],
    ]);
  });

  it('that contains the day judged by has begun, and one that lies ahead has not', async () => {
    expect(brief(await judge(training, staff('2026-11', '令和8年度')))).toEqual([]);
    const found = await judge(training, staff('2026-12', '令和9年度'), { language: 'en' });
    expect(found.map(({ ruleId, record }) => [record.id, ruleId])).toEqual([
      ['a', 'inventory/date-in-future'],
      ['b', 'inventory/date-in-future'],
    ]);
    expect(found[1]?.message).toContain('has 令和9年度 in lastTraining, which is after the day judged by');
  });

  it('of another record is told with that record', async () => {
    const asked: Asked = { builtIn: { 'evaluation/standards-established': {} } };
    const document = (adopted: string) =>
      `organization: { name: 関所市 }\ndocuments:\n  - { id: standards, name: 対策基準, type: standards, adopted: ${adopted} }\n`;
    expect(await judge(asked, document('令和8年度'), { by: '2027-03-31' })).toEqual([]);
    expect((await judge(asked, document('R9.4')))[0]?.message).toContain('施行日「R9.4」がまだ来ていません');
    const [found] = await judge(asked, document('R8.11'));
    expect([found?.verdict, found?.message, found?.remedy]).toEqual([
      'unknown',
      '「関所市」は「対策基準」の adopted が「R8.11」と月までしか書かれておらず、その月のどの日かによって判定が変わります。',
      'documents の「standards」の adopted に、2026-04-01 か 令和8年4月1日 のように日まで書いてください。',
    ]);
  });

  it('is compared with another by their mixed ends', async () => {
    const asked: Asked = { builtIn: { 'evaluation/policy-reviewed': {} } };
    const inventory = (audit: string, review: string) =>
      `audits:\n  - { id: a, policyReviewNeeded: true, type: internal, date: ${audit} }\nreviews: [{ id: r, date: ${review} }]\n`;
    expect(brief(await judge(asked, inventory('2026-09', '2026-09')))).toEqual(['a unknown 2:62']);
    expect(brief(await judge(asked, inventory('2026-08', '2026-09')))).toEqual([]);
    expect(brief(await judge(asked, inventory('2026-09', '2026-08')))).toEqual(['a fail 2:34']);
    expect(brief(await judge(asked, inventory('令和7年度', '2026-03')))).toEqual(['a unknown 2:62']);
  });

  it('may be the latest of several by one of its days', async () => {
    const asked: Asked = { builtIn: { 'evaluation/policy-reviewed': {} } };
    const inventory = (review: string) =>
      `audits: [{ id: a, policyReviewNeeded: true, type: internal, date: 2025-12-01 }]\nreviews: [{ id: r, date: 2025-06 }, { id: s, date: ${review} }]\n`;
    expect(brief(await judge(asked, inventory('令和7年度')))).toEqual(['a unknown 1:10']);
    expect(brief(await judge(asked, inventory('令和6年度')))).toEqual(['a fail 1:39']);
  });

  it('is judged by each of its days where a body asks for some of them', async () => {
    const require = { reviewed: { atLeast: '2026-04-10', atMost: '2026-04-20' } };
    const documents = (...dates: readonly string[]) =>
      section(
        'documents',
        dates.map((reviewed, index) => ({ id: 'abc'[index], reviewed })),
      );
    const dates = documents('2026-04', '2026-05', '令和8年度');
    const verdicts = async (asked: Asked) =>
      (await judge(asked, dates)).map(({ record: { id }, verdict }) => `${id} ${verdict}`);
    const own = { appliesTo: 'documents', require };
    expect(await verdicts({ own: { own } })).toEqual(['a unknown', 'b fail', 'c unknown']);
    const late = { appliesTo: 'documents', require: { reviewed: { atLeast: '2026-04-15' } } };
    const clause = { where: { reviewed: { atLeast: '2026-04-10' } } };
    expect(await verdicts({ own: { late }, clause })).toEqual(['a unknown', 'c unknown']);
  });

  it('is told of the same record wherever the records stand', async () => {
    const asked: Asked = { builtIn: { 'evaluation/audit-performed': { maxAge: 'P12M' } } };
    const audits = ['a', 'b', 'c'].map((id) => ({ id, type: 'internal', date: '2025-11' }));
    const told = async (records: readonly object[]) =>
      (await judge(asked, `organization: { name: 市 }\n${section('audits', records)}`)).map(
        ({ message }) => message,
      );
    const messages = await told(audits);
    expect(messages).toHaveLength(1);
    expect(await told([...audits].reverse())).toEqual(messages);
  });

  it('shared by an alias is told of once where it is judged', async () => {
    const inventory = `x-d: &d { lastTraining: 2025-11 }
staffGroups:
  - &one { id: a, employment: regular, <<: *d }
  - { id: b, employment: regular, <<: *d }
  - *one
`;
    const found = await judge(training, inventory);
    const [told] = Object.keys(training.builtIn ?? {});
    expect(
      found.filter(({ ruleId }) => ruleId === told).map(({ record, verdict }) => `${record.id} ${verdict}`),
    ).toEqual(['a unknown', 'b unknown', 'a unknown']);
  });

  it('of evidence is shown as it is written', async () => {
    const inventory = `attestations:
  - { id: t, policy: own, clause: "1", statement: s, by: b, date: 2026-04-01, evidence: [{ url: u, date: R8.3 }] }
`;
    const files = { 'a.yaml': inventory, 'own.policy.yaml': policyOf(training) };
    const { attestations } = await inFolder(files, (directory) =>
      judged(['a.yaml'], { policy: ['./own.policy.yaml'], asOf }, { directory }),
    );
    expect(attestations[0]?.evidence[0]?.date).toBe('R8.3');
  });
});

/** Days around those by which the rules below turn. */
const aroundTheTurns = fc
  .integer({ min: Date.UTC(2025, 2, 1) / 86_400_000, max: Date.UTC(2026, 11, 31) / 86_400_000 })
  .map((number) => new Date(number * 86_400_000).toISOString().slice(0, 10));
const month = aroundTheTurns.map((day) => day.slice(0, 7));
const fiscalYear = fc.constantFrom('令和6年度', '2025年度', 'R8年度');
const span = fc.oneof({ weight: 4, arbitrary: month }, { weight: 1, arbitrary: fiscalYear });

/** The days that a span of something done may mean. */
function daysOf(written: string): Day[] {
  const { first = asOf, last = asOf } = parseDateSpan(written) ?? {};
  return first > asOf ? [] : daysBetween(first, last < asOf ? last : asOf);
}

it('comes to what all of its days come to, and is unknown where they differ', async () => {
  await fc.assert(
    fc.asyncProperty(span, aroundTheTurns, aroundTheTurns, async (written, one, other) => {
      const days = daysOf(written);
      fc.pre(days.length > 0);
      const [early, late] = [one, other].sort();
      const asked: Asked = {
        builtIn: {
          'human/training-current': { maxAge: 'P12M' },
          'outsourcing/contractor-verified': { maxAge: 'fiscal-year' },
          'human/incident-reported-promptly': { maxDelay: 'P7D' },
          'operations/violation-corrective-action': { maxDelay: 'P30D' },
          'technical/malware-definitions-current': { maxAge: 'P7D' },
          'outsourcing/contract-confidentiality': {},
        },
        own: {
          between: { appliesTo: 'documents', require: { reviewed: { atLeast: early, atMost: late } } },
          outside: {
            appliesTo: 'documents',
            require: { not: { reviewed: { atLeast: early, atMost: late } } },
          },
          another: { appliesTo: 'documents', require: { reviewed: { not: one } } },
          declared: { appliesTo: 'documents', require: { 'x-checked': { within: 'P6M' } } },
          once: {
            appliesTo: 'documents',
            when: { reviewed: { atLeast: early } },
            require: { reviewed: { within: 'P6M' } },
          },
        },
      };
      const records = (name: string, recordOf: (date: string) => object) =>
        section(
          name,
          [written, ...days].map((date, index) => ({ id: `r${index}`, ...recordOf(date) })),
        );
      const found = await judge(
        asked,
        [
          records('staffGroups', (lastTraining) => ({ employment: 'regular', lastTraining })),
          records('contracts', (date) => ({
            type: 'outsourcing',
            ended: date,
            verification: { last: date },
          })),
          records('incidents', (reported) => ({ detected: one, reported })),
          records('violations', (correctiveAction) => ({ detected: one, correctiveAction })),
          records('documents', (date) => ({ type: 'procedures', reviewed: date, 'x-checked': date })),
          records('systems', (definitions) => ({
            type: 'server',
            malware: { installed: true, definitions },
          })),
        ].join(''),
      );
      const kinds = new Map<string, Map<string, string>>();
      for (const { ruleId, record, verdict } of found) {
        const key = `${ruleId} ${record.kind}`;
        kinds.set(key, (kinds.get(key) ?? new Map()).set(record.id, verdict));
      }
      for (const [key, verdicts] of kinds) {
        if (!/^r\d/.test([...verdicts.keys()][0] ?? '')) continue;
        // It may be of something to come, so that a month is not over with the day judged by.
        if (key.startsWith('own/declared') && (parseDateSpan(written)?.last ?? '') > asOf) continue;
        const ofDays = new Set(days.map((_, index) => verdicts.get(`r${index + 1}`) ?? 'none'));
        const [only = 'none'] = ofDays;
        expect([key, written, verdicts.get('r0') ?? 'none']).toEqual([
          key,
          written,
          ofDays.size === 1 ? only : 'unknown',
        ]);
      }
    }),
    { numRuns: 6 * share },
  );
});

it('is one of many, and decides only where it may be the one that counts', async () => {
  const asked: Asked = { builtIn: { 'evaluation/audit-performed': { maxAge: 'P12M' } } };
  await fc.assert(
    fc.asyncProperty(fc.array(span, { minLength: 1, maxLength: 9 }), async (dates) => {
      const own = dates.map(daysOf).filter((days) => days.length > 0);
      fc.pre(own.length === dates.length);
      const audits = dates.map((date, index) => ({ id: `a${index}`, type: 'internal', date }));
      const found = await judge(asked, `organization: { name: 市 }\n${section('audits', audits)}`);
      const holds = (day: Day | undefined) => (addDuration(day ?? '', 'P12M') ?? '') >= asOf;
      const verdict = own.some(([first]) => holds(first))
        ? []
        : own.some((days) => holds(days.at(-1)))
          ? ['unknown']
          : ['fail'];
      expect(found.map((one) => one.verdict)).toEqual(verdict);
    }),
    { numRuns: 10 * share },
  );
});

it('of audits and of reviews are compared by every pair of their days', async () => {
  const asked: Asked = { builtIn: { 'evaluation/policy-reviewed': {} } };
  await fc.assert(
    fc.asyncProperty(span, fc.array(span, { minLength: 1, maxLength: 8 }), async (audit, reviews) => {
      const [ofAudit, ofReviews] = [daysOf(audit), reviews.map(daysOf)];
      fc.pre([ofAudit, ...ofReviews].every((days) => days.length > 0));
      const found = await judge(
        asked,
        section('audits', [{ id: 'a', type: 'internal', date: audit, policyReviewNeeded: true }]) +
          section(
            'reviews',
            reviews.map((date, index) => ({ id: `r${index}`, date })),
          ),
      );
      const followed = (day: Day | undefined, by: Day | undefined) => (day ?? '') >= (by ?? '');
      const verdict = ofReviews.some(([first]) => followed(first, ofAudit.at(-1)))
        ? []
        : ofReviews.some((days) => followed(days.at(-1), ofAudit[0]))
          ? ['unknown']
          : ['fail'];
      expect(found.map((one) => one.verdict)).toEqual(verdict);
    }),
    { numRuns: 10 * share },
  );
});
