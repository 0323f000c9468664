import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { findingsOf } from '../support/findings.ts';
import { inFolder } from '../support/load.ts';

/** How the clauses of a policy stand for an inventory of one file. */
async function clauses(policy: string, yaml: string): Promise<ReadonlyMap<string, string>> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['coverage', 'a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20'];
    const { stdout } = await sekisho(argv, { directory });
    const report = JSON.parse(stdout) as { clauses: { ref: string; status: string }[] };
    return new Map(report.clauses.map(({ ref, status }) => [ref, status]));
  });
}

const told = async (rule: string, policy: string, yaml: string) =>
  (await findingsOf(rule, policy, yaml)).map(({ record, verdict }) => `${record.id} ${verdict}`);

const body = (more = '') => `organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: schools, name: 市立小中学校, organ: unlisted }
    - { id: union, name: 広域組合, organ: outside }
${more}`;

const audits = (agency: string, scope = '') => `audits:
  - { id: k, name: 内部監査, agency: ${agency}, type: internal, date: 2026-05-01, policyReviewNeeded: true${scope} }
  - { id: t, name: 自己点検, agency: ${agency}, type: self-inspection, date: 2026-05-01${scope} }
reviews:
  - { id: r, name: ポリシー改定, agency: ${agency}, date: 2026-08-01, riskAnalysis: true }
`;

describe('A6: what another body does', () => {
  const asked = {
    kumagaya: ['7[1]', '7[2]', '6(6)[2]', '8[1]'],
    isesaki: ['7[1]', '7[2]', '8[1]'],
    tokubetsuku: ['7[1]', '7[2]', '8[1]'],
  };

  it.each(Object.entries(asked))('A6: meets none of the clauses of %s on audits', async (policy, refs) => {
    for (const agency of ['union', 'schools']) {
      const states = await clauses(policy, body() + audits(agency));
      expect(refs.filter((ref) => states.get(ref) === 'met')).toEqual([]);
    }
  });

  it('A6: is not an audit of the body that is missing from a whole list', async () => {
    const whole = body('  complete: [audits]\n') + audits('union');
    expect(await told('evaluation/audit-performed', 'kumagaya', whole)).toEqual(['関所市 fail']);
    expect(await told('evaluation/audit-performed', 'kumagaya', body() + audits('union'))).toEqual([
      '関所市 unknown',
    ]);
  });

  it('A6: is an audit of the body where that is what it audits, whoever is in charge of it', async () => {
    const yaml = body() + audits('union', ', scope: [office]');
    expect(await told('evaluation/audit-performed', 'kumagaya', yaml)).toEqual([]);
    expect(await told('evaluation/policy-reviewed', 'kumagaya', yaml)).toEqual(['k unknown', 't unknown']);
    const ofSchools = body() + audits('office', ', scope: [schools]');
    expect(await told('evaluation/audit-performed', 'kumagaya', ofSchools)).toEqual(['関所市 unknown']);
  });

  it('A6: is no review that follows an audit of the body', async () => {
    const audit = `${body()}audits:
  - { id: m, name: 市の外部監査, agency: office, type: external, date: 2026-05-01, policyReviewNeeded: true }
reviews:
`;
    const review = (agency: string) => `  - { id: r, name: 改定, agency: ${agency}, date: 2026-08-01 }\n`;
    const rule = 'evaluation/policy-reviewed';
    expect(await told(rule, 'kumagaya', audit + review('union'))).toEqual(['m unknown']);
    expect(await told(rule, 'kumagaya', audit + review('office'))).toEqual([]);
    expect(await told(rule, 'kumagaya', `${audit.trimEnd()} []\n`)).toEqual(['m fail']);
  });

  it('A6: appoints nobody in the body', async () => {
    const role = (agency: string) =>
      body(`  roles: [{ role: ciso, post: 副市長, agency: ${agency} }, { role: cio, post: 副市長 }]\n`);
    const rule = 'organization/ciso-appointed';
    expect(await told(rule, 'kumagaya', role('union'))).toEqual(['関所市 unknown']);
    expect(await told(rule, 'kumagaya', role('office'))).toEqual([]);
    const manager = (agency: string) =>
      `${body(
        `  roles: [{ role: security-manager, post: 税務課長 }, { role: system-manager, post: 情報課長, agency: ${agency} }]\n`,
      )}systems: [{ id: s, name: 税務システム, manager: 情報課長 }]\n`;
    const holds = 'classification/manager-holds-role';
    expect(await told(holds, 'minakami', manager('union'))).toEqual(['関所市 review']);
    expect(await told(holds, 'minakami', manager('office'))).toEqual([]);
  });

  it('A6: lists no kind of staff of the body', async () => {
    const groups = (agency: string) => `${body()}staffGroups:
  - { id: a, name: 正規職員, agency: office, employment: regular }
  - { id: b, name: 再任用職員, agency: office, employment: reappointed }
  - { id: c, name: 会計年度任用職員, agency: ${agency}, employment: fixed-term }
`;
    const rule = 'human/duty-holders-covered';
    expect(await told(rule, 'isesaki', groups('union'))).toHaveLength(1);
    expect(await told(rule, 'isesaki', groups('schools'))).toEqual([]);
  });

  it('A6: lays down no procedure of the body, unless the service names it', async () => {
    const service = (more: string, agency: string) => `${body('  complete: [documents]\n')}services:
  - { id: sns, name: 市公式SNS, type: sns${more} }
documents:
  - { id: p, name: SNS運用手順, type: sns-procedure, agency: ${agency}, service: sns, adopted: 2026-04-01 }
`;
    const rule = 'outsourcing/sns-procedure';
    expect(await told(rule, 'isesaki', service('', 'union'))).toEqual(['sns unknown']);
    expect(await told(rule, 'isesaki', service(', procedure: p', 'union'))).toEqual([]);
    expect(await told(rule, 'isesaki', service('', 'office'))).toEqual([]);
  });
});

describe('A6: an auditor of an agency', () => {
  const audit = (agency: string, more: string, organization = body()) =>
    `${organization}audits:\n  - { id: k, name: 監査, date: 2026-05-01, auditor: { name: 監査室, agency: ${agency} }, ${more} }\n`;
  const rule = 'evaluation/auditor-independent';

  it.each(['type: internal', 'type: external'])(
    'A6: that nobody lists is not known to be independent, %s',
    async (type) => {
      const [finding, ...more] = await findingsOf(
        rule,
        'kumagaya',
        audit('監査室x', `${type}, scope: [office]`),
      );
      expect(more).toEqual([]);
      // Where the body lists its agencies, that is an error already.
      expect(finding).toBeUndefined();
      const unlisted = audit('監査室', `${type}, scope: [市長部局]`, 'organization: { name: 関所市 }\n');
      expect(await told(rule, 'kumagaya', unlisted)).toEqual(['k unknown']);
      expect((await clauses('kumagaya', unlisted)).get('7[1]')).not.toBe('met');
    },
  );

  it('A6: is independent once it is listed and not among those audited', async () => {
    expect(await told(rule, 'kumagaya', audit('schools', 'type: internal, scope: [office]'))).toEqual([]);
    expect(await told(rule, 'kumagaya', audit('office', 'type: internal, scope: [office]'))).toEqual([
      'k review',
    ]);
  });
});
