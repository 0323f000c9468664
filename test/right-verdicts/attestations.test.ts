import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyPolicyIds } from '../../src/policy/load.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { clauseOf, foundBy, judgeFiles } from '../support/verdicts.ts';

const rule = 'inventory/attestation-current';
const organization = 'organization: { name: 関所市 }\n';

/** An attestation with all that it needs; a fact given as `''` is left out. */
function attestation(fields: Readonly<Record<string, string>> = {}): string {
  const all = {
    id: 'a',
    clause: '"5[1]"',
    statement: '共通の認識を確かめた',
    by: '総務部長',
    date: '2026-06-01',
    ...fields,
  };
  const written = Object.entries(all).filter(([, value]) => value !== '');
  return `  - { ${written.map(([key, value]) => `${key}: ${value}`).join(', ')} }\n`;
}

const isesaki = async (text: string, asOf?: string) => judgeFiles(['isesaki'], text, asOf);
const statusOf = async (text: string, ref = '5[1]', asOf?: string) =>
  clauseOf(ref, await isesaki(`${organization}attestations:\n${text}`, asOf)).status;

describe('a clause that asks for an attestation', () => {
  it.each(bodyPolicyIds)(
    'A1: is unknown under %s where the inventory names no organization',
    async (policy) => {
      const result = await judgeFiles([policy], 'systems:\n  - { id: s, name: 住民記録, type: server }\n');
      const asked = result.coverage[0]?.clauses.filter(({ answeredBy }) => answeredBy.attestation) ?? [];
      expect(asked.length).toBeGreaterThan(0);
      expect(asked.map(({ status }) => status)).toEqual(asked.map(() => 'unknown'));
      const missing = foundBy(rule, result);
      expect(missing.map(({ verdict }) => verdict)).toEqual(asked.map(() => 'unknown'));
      expect(new Set(missing.map(({ clauses }) => clauses[0]?.ref))).toEqual(
        new Set(asked.map(({ ref }) => ref)),
      );
    },
  );

  it.each(bodyPolicyIds)('A1: is never 確認済 under %s after an import from NetBox', async (policy) => {
    const source = path.resolve(import.meta.dirname, '../../examples/netbox');
    await inFolder({}, async (directory) => {
      const mapping = path.join(source, 'netbox.mapping.yaml');
      await sekisho(['import', 'netbox', source, '--mapping', mapping, '--out', 'out'], { directory });
      const { stdout } = await sekisho(['coverage', 'out', '-p', policy], { directory });
      expect(stdout).not.toContain('確認済');
      expect(stdout).toContain('未確定');
    });
  });

  it('A1: is attested without an organization where a valid attestation is there', async () => {
    expect(clauseOf('5[1]', await isesaki(`attestations:\n${attestation()}`)).status).toBe('attested');
    expect(clauseOf('6(2)[2]', await isesaki(`attestations:\n${attestation()}`)).status).toBe('unknown');
  });

  it('A1: is not attested by what an agency out of scope confirms', async () => {
    const text = `organization:
  name: 関所市
  agencies: [{ id: city, name: 市長部局, organ: mayor }, { id: school, name: 市立小学校, organ: schools }]
attestations:
${attestation({ agency: 'school' })}`;
    const policy = `id: own
title: { ja: 方針, en: Policy }
scope: { agencies: [{ id: mayor, name: { ja: 市長, en: Mayor } }], excludes: [{ id: schools, name: { ja: 学校, en: Schools } }] }
clauses:
  - { ref: "5[1]", title: { ja: 認識, en: Awareness }, summary: { ja: 認識, en: Awareness }, modality: must, attestation: true }
`;
    const result = await judgeFiles(['./own.yaml'], { 'a.yaml': text, 'own.yaml': policy });
    expect(clauseOf('5[1]', result).status).toBe('unknown');
    expect(foundBy(rule, result).map(({ record }) => record.kind)).toEqual(['organization']);
  });

  const both = (fields: string) => `id: own
title: { ja: 方針, en: Policy }
clauses:
  - ref: "1"
    title: { ja: 責任, en: Responsibility }
    summary: { ja: 責任, en: Responsibility }
    modality: must
    attestation: true
    rules: [{ id: classification/manager-assigned, basis: stated }]
${fields}`;

  it.each([
    ['総務課長', true, 'met'],
    ['総務課長', false, 'unknown'],
    ['false', true, 'not-met'],
  ])(
    'A1: that has rules, too, with manager %s and an attestation: %s, is %s',
    async (manager, made, expected) => {
      const assets = `${organization}assets: [{ id: x, name: 台帳, manager: ${manager} }]\n`;
      const text = made ? `${assets}attestations:\n${attestation({ clause: '"1"' })}` : assets;
      const result = await judgeFiles(['./own.yaml'], { 'a.yaml': text, 'own.yaml': both('') });
      expect(clauseOf('1', result).status).toBe(expected);
    },
  );
});

describe('an attestation', () => {
  it.each(['statement', 'by', 'date'])('A2: without %s attests nothing, and says so there', async (fact) => {
    for (const written of ['', '" 　"'].filter((text) => text === '' || fact !== 'date')) {
      const text = `${organization}attestations:\n${attestation({ [fact]: written })}`;
      const result = await isesaki(text);
      expect(clauseOf('5[1]', result).status).toBe('unknown');
      const own = foundBy(rule, result).filter(({ record }) => record.kind === 'attestations');
      expect(own.map(({ verdict, field }) => [verdict, field])).toEqual([['unknown', fact]]);
    }
  });

  it.each([
    ['2026-04-01', '2027-03-31'],
    ['2026-12-31', '2027-03-31'],
    ['2026-01-01', '2027-03-31'],
    ['2026-03-31', '2027-03-31'],
    ['令和8年2月10日', '2027-03-31'],
    ['2025-04-01', '2026-03-31'],
  ])('A2: of %s without validUntil holds until %s', async (date, ends) => {
    const [year = '', month] = ends.split('-');
    expect(month).toBe('03');
    expect(await statusOf(attestation({ date }), '5[1]', ends)).toBe('attested');
    expect(await statusOf(attestation({ date }), '5[1]', `${year}-04-01`)).toBe('not-met');
  });

  it('A2: that has ended with its fiscal year says which day that was', async () => {
    const text = `${organization}attestations:\n${attestation({ date: '2025-06-01' })}`;
    const own = foundBy(rule, await isesaki(text)).filter(({ record }) => record.kind === 'attestations');
    expect(own.map(({ verdict, field }) => [verdict, field])).toEqual([['fail', 'date']]);
    expect(own[0]?.message.ja).toContain('2026-03-31');
  });

  it.each(['６（２）[2]', '6 (2) [2]', '６（２）［２］', '6(2)〔2〕'])(
    'A2: for the clause typed %s answers 6(2)[2]',
    async (clause) => {
      expect(await statusOf(attestation({ clause: `"${clause}"` }), '6(2)[2]')).toBe('attested');
    },
  );

  it('A2: for a clause that is split by duty answers none, and is told which ask', async () => {
    const text = `${organization}attestations:\n${attestation({ clause: '"5"' })}`;
    const result = await isesaki(text);
    expect(clauseOf('5[1]', result).status).toBe('unknown');
    const own = foundBy(rule, result).filter(({ record }) => record.kind === 'attestations');
    expect(own.map(({ verdict, field, clauses }) => [verdict, field, clauses])).toEqual([
      ['fail', 'clause', []],
    ]);
    expect(own[0]?.message.ja).toContain('5[1]');
    expect(own[0]?.remedy.ja).toContain('5[1]');
  });

  it('A2: that names no policy answers the one it is made for, and is no fault under the others', async () => {
    const text = `${organization}attestations:\n${attestation({ clause: '"4)[1]"' })}`;
    const result = await judgeFiles(['isesaki', 'minakami'], text);
    expect(foundBy(rule, result).filter(({ record }) => record.kind === 'attestations')).toEqual([]);
    expect(result.coverage[1]?.clauses.find(({ ref }) => ref === '4)[1]')?.status).toBe('attested');
  });

  it('A2: beside a valid one for the same clause changes nothing', async () => {
    const valid = attestation();
    expect(await statusOf(attestation({ id: 'old', date: '2025-06-01' }) + valid)).toBe('attested');
    expect(await statusOf(attestation({ id: 'half', by: '' }) + valid)).toBe('attested');
  });
});

describe('an attestation without evidence', () => {
  const text = (evidence: string) =>
    `${organization}attestations:\n${attestation({ policy: 'isesaki', evidence })}${attestation({ id: 'b', clause: '"6(2)[2]"', evidence: '[{ url: "https://example.lg.jp/r8" }]' })}`;
  const run = async (argv: readonly string[], evidence: string) =>
    inFolder({ 'a.yaml': text(evidence) }, async (directory) => {
      const { stdout } = await sekisho([...argv, '-p', 'isesaki', '--as-of', '2026-11-20'], { directory });
      return stdout;
    });

  it.each(['', '[]', '[{ date: 2026-06-01 }]'])(
    'A2: attests all the same (evidence: %s)',
    async (evidence) => {
      const clause = clauseOf('5[1]', await isesaki(text(evidence)));
      expect(clause.status).toBe('attested');
      expect(clause.attestedBy?.evidence).toBe(false);
    },
  );

  it.each([
    [['coverage', 'a.yaml'], /確認記録（証拠なし）[\s\S]*確認済 2（うち証拠なし 1）/],
    [
      ['coverage', 'a.yaml', '--lang', 'en'],
      /attestation \(no evidence\)[\s\S]*2 attested \(1 with no evidence\)/,
    ],
    [['coverage', 'a.yaml', '-f', 'html'], /うち証拠なし 1[\s\S]*確認記録（証拠なし）/],
    [['coverage', 'a.yaml', '-f', 'markdown'], /うち証拠なし 1[\s\S]*確認記録（証拠なし）/],
    [
      ['check', 'a.yaml', '-f', 'html'],
      /うち証拠なし 1[\s\S]*確認記録（証拠なし）[\s\S]*<strong>証拠なし<\/strong>/,
    ],
    [['check', 'a.yaml', '-f', 'markdown'], /確認済 2（うち証拠なし 1）/],
    [['check', 'a.yaml', '-f', 'sarif-audit'], /"withoutEvidence": true/],
  ])('A2: is shown and counted so by %s', async (argv, shown) => {
    expect(await run(argv, '')).toMatch(shown);
    expect(await run(argv, '[{ url: "https://example.lg.jp/a" }]')).not.toMatch(
      /証拠なし|with no evidence|"withoutEvidence": true/,
    );
  });

  it('A2: is counted in the JSON of coverage', async () => {
    const report = JSON.parse(await run(['coverage', 'a.yaml', '-f', 'json'], '')) as {
      clauses: { ref: string; attestedBy?: { id: string; evidence: boolean; ends: string } }[];
      attestedWithoutEvidence: number;
    };
    expect(report.attestedWithoutEvidence).toBe(1);
    expect(report.clauses.find(({ ref }) => ref === '5[1]')?.attestedBy).toMatchObject({
      id: 'a',
      evidence: false,
      ends: '2027-03-31',
    });
  });
});

describe('an attestation for no clause of the policy', () => {
  const remedyOf = async (fields: Readonly<Record<string, string>>) => {
    const text = `${organization}attestations:\n${attestation({ clause: '"4)[1]"', ...fields })}`;
    const [own, ...others] = foundBy(rule, await isesaki(text)).filter(
      ({ record }) => record.kind === 'attestations',
    );
    expect(others).toEqual([]);
    expect(own?.verdict).toBe('fail');
    return own?.remedy.ja;
  };

  it('A2: says to name the policy it is made for, or to correct the clause', async () => {
    const remedy = await remedyOf({});
    expect(remedy).toContain('policy にそのポリシーの id を書いてください');
    expect(remedy).toContain('clause を、確かめた条項の番号に改めてください');
    expect(remedy).toContain('5[1]');
  });

  it('A2: says only to correct the clause where it names the policy', async () => {
    const remedy = await remedyOf({ policy: 'isesaki' });
    expect(remedy).not.toContain('policy に');
    expect(remedy).toContain('clause を、確かめた条項の番号に改めてください');
  });

  it('A2: asks nothing of it once the remedy is followed', async () => {
    const text = `${organization}attestations:\n${attestation({ clause: '"4)[1]"', policy: 'minakami' })}`;
    const own = foundBy(rule, await isesaki(text)).filter(({ record }) => record.kind === 'attestations');
    expect(own).toEqual([]);
  });
});
