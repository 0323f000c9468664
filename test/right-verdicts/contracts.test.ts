import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Report {
  findings: {
    ruleId: string;
    verdict: string;
    record: { id: string };
    location: { pointer: string };
    clauses: { ref: string }[];
    remedy: string;
  }[];
}

const terms =
  'securityRequirements compliance confidentiality purposeLimitation subcontractingRestricted auditCooperation responsibility returnOrDisposal';
/** What a contract says in its terms, the same of each. */
const all = (answer: boolean) => terms.split(' ').map((term) => `${term}: ${answer}`);

/** What the rules on contracts find in one contract. */
async function found(policy: string, contract: string, services = ''): Promise<Report['findings']> {
  const yaml = `organization: { name: 関所市, complete: [services] }\n${services}contracts:\n  - { id: c, name: 施設予約サービス利用契約, ${contract} }\n`;
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['check', 'a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20'];
    const { stdout } = await sekisho(argv, { directory });
    return (JSON.parse(stdout) as Report).findings.filter(
      ({ ruleId, record }) => ruleId.startsWith('outsourcing/') && record.id === 'c',
    );
  });
}

/** How a clause stands for one contract. */
async function clauses(
  policy: string,
  contract: string,
  services = '',
): Promise<ReadonlyMap<string, string>> {
  const yaml = `organization: { name: 関所市 }\n${services}contracts:\n  - { id: c, name: 施設予約サービス利用契約, ${contract} }\n`;
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['coverage', 'a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20'];
    const { stdout } = await sekisho(argv, { directory });
    const report = JSON.parse(stdout) as { clauses: { ref: string; status: string }[] };
    return new Map(report.clauses.map(({ ref, status }) => [ref, status]));
  });
}

describe.each(['kumagaya', 'isesaki', 'minakami', 'tokubetsuku'])('contracts under %s', (policy) => {
  it('B7: one on standard terms for a listed service is asked nothing that outsourcing contracts are asked', async () => {
    const service = 'services: [{ id: s, name: 施設予約サービス }]\n';
    const contract = `type: cloud, services: [s], terms: { standard: true, ${all(false).join(', ')} }`;
    expect(await found(policy, contract, service)).toEqual([]);
  });

  it('B7: outsourcing on standard terms is for a person to look at, once', async () => {
    const contract = `type: outsourcing, terms: { standard: true, ${all(false).join(', ')} }`;
    const [one, ...more] = await found(policy, contract);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ verdict: 'review' });
    expect(one?.remedy).toContain('terms.standard を false に');
  });

  it('B7: a cloud service of which it is not stated gives one unknown, with the field to write', async () => {
    const [one, ...more] = await found(policy, 'type: cloud');
    expect(more).toEqual([]);
    expect(one).toMatchObject({
      verdict: 'unknown',
      location: { pointer: expect.stringMatching(/^\/contracts\/0/) },
    });
    expect(one?.remedy).toContain('terms.standard に true');
    expect(one?.remedy).toContain('terms.standard に false');
    // So it does where some of the terms are missing, or are a plain no.
    for (const some of [all(true).slice(2), all(false)])
      expect(await found(policy, `type: cloud, terms: { ${some.join(', ')} }`)).toHaveLength(1);
  });

  it('B7: an individual contract is asked all of it, whatever it is for', async () => {
    const of = async (contract: string) => (await found(policy, contract)).map(({ ruleId }) => ruleId).sort();
    const asked = await of('type: outsourcing');
    expect(asked.length).toBeGreaterThan(1);
    expect(await of('type: cloud, terms: { standard: false }')).toEqual(asked);
    // One of no stated kind may be an agreement with a designated manager, too.
    for (const contract of ['terms: { standard: false }', 'manager: 教育課長'])
      expect(await of(contract)).toEqual(expect.arrayContaining(asked));
  });

  it('B7: no clause is met or not applicable for want of the word', async () => {
    const asked = await clauses(policy, 'type: outsourcing');
    const open = await clauses(policy, 'type: cloud');
    expect(open).toEqual(asked);
  });
});

it('B7: the one unknown cites the clauses of every rule that waits for it', async () => {
  const [one] = await found('minakami', 'type: cloud');
  const refs = one?.clauses.map(({ ref }) => ref) ?? [];
  expect(refs.filter((ref) => ref.startsWith('7)')).length).toBeGreaterThan(2);
});

it('B7: what such a contract states as it should be passes, whether it is asked for or not', async () => {
  const full = `type: cloud, selection: { securityReviewed: true, certificationsConsidered: true, auditResultsConsidered: true }, terms: { ${all(true).join(', ')} }, incidentMeasures: true, verification: { last: 2026-09-30, problems: [] }, subcontractors: []`;
  expect(await found('minakami', full)).toEqual([]);
});

describe('agreements with designated managers', () => {
  const compliance = async (policy: string, answer: string) =>
    (await found(policy, `type: designated-manager, assets: [], terms: { ${answer} }`))
      .filter(({ ruleId }) => ruleId === 'outsourcing/contract-compliance')
      .map(({ verdict, clauses: cited }) => `${verdict} ${cited.map(({ ref }) => ref).join()}`);

  it('B5: bind to comply under Kumagaya, whose text names designated managers', async () => {
    // That the contract does it is our reading, so a plain no is a review.
    expect(await compliance('kumagaya', 'compliance: false')).toEqual(['review 5[2]']);
    expect(await compliance('kumagaya', 'securityRequirements: true')).toEqual(['unknown 5[2]']);
    expect(await compliance('kumagaya', 'compliance: true')).toEqual([]);
    expect(
      await found('kumagaya', 'type: designated-manager, ended: true, terms: { compliance: false }'),
    ).toEqual([]);
  });

  it.each(['isesaki', 'minakami', 'tokubetsuku'])('B5: are not asked that under %s', async (policy) => {
    expect(await compliance(policy, 'compliance: false')).toEqual([]);
  });
});

describe('a contract that hands over nothing', () => {
  const nothing = `type: outsourcing, assets: [], systems: [], selection: { securityReviewed: false }, verification: { last: false }, terms: { ${all(false).join(', ')} }`;

  it.each(['isesaki', 'minakami', 'tokubetsuku'])(
    'B7: is asked nothing that protects information assets under %s',
    async (policy) => {
      expect(await found(policy, nothing)).toEqual([]);
      // Silence is no statement that there is nothing.
      for (const silent of ['assets: [], ', 'systems: [], '])
        expect((await found(policy, nothing.replace(silent, ''))).length).toBeGreaterThan(1);
    },
  );

  it('B7: binds to comply under Kumagaya even so, whose 5 binds every contractor', async () => {
    const rules = (await found('kumagaya', nothing)).map(({ ruleId }) => ruleId);
    expect(rules).toEqual(['outsourcing/contract-compliance']);
  });

  it('B7: says so where it is written', async () => {
    const schema = JSON.parse(await readFile('vocabulary/contracts.schema.json', 'utf8')) as {
      properties: { [section in 'assets' | 'systems']: { description: string } };
    };
    expect(schema.properties.assets.description).toContain('systemsも[]であれば');
    expect(schema.properties.systems.description).toContain('assetsも[]であれば');
  });
});

describe('B7: a contract on standard terms whose service is not listed', () => {
  const standard = 'type: cloud, terms: { standard: true }';
  const other = 'services: [{ id: s, name: 町公式SNS, type: sns, confidentiality: 1 }]\n';

  it.each([
    ['minakami', /^7\)外部サービス利用/],
    ['isesaki', /^6\(8\)\[[56]\]$/],
    ['tokubetsuku', /^6\(8\)\[[56]\]$/],
  ])('B7: leaves the clauses of %s on external services open', async (policy, on) => {
    for (const services of ['services: []\n', '']) {
      const states = [...(await clauses(policy, standard, services))].filter(([ref]) => on.test(ref));
      expect(states.length).toBeGreaterThan(0);
      for (const [ref, state] of states) expect([ref, state]).toEqual([ref, 'unknown']);
    }
  });

  it('B7: is one finding with all these clauses, that says what to write', async () => {
    for (const services of ['', 'services: []\n', other]) {
      const [one, ...more] = await found('minakami', standard, services);
      expect(more).toEqual([]);
      expect(one).toMatchObject({ verdict: 'unknown' });
      expect(one?.clauses.length).toBe(6);
      expect(one?.remedy).toContain('services に載せ、その id を契約の services に');
    }
  });

  it('B7: is not asked for where the contract has ended or names its service', async () => {
    const of = (contract: string) => found('minakami', contract, other);
    expect(await of(`${standard}, services: []`)).toHaveLength(1);
    expect(await of(`${standard}, ended: 2026-03-31`)).toEqual([]);
    expect(await of(`${standard}, services: [s]`)).toEqual([]);
    // A reference that leads nowhere is an error already, and settles nothing.
    expect(await of(`${standard}, services: [x]`)).toEqual([]);
  });
});
