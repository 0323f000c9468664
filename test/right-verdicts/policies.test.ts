import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import { sekisho } from '../support/cli.ts';
import { findingsOf } from '../support/findings.ts';
import { inFolder } from '../support/load.ts';

const policy = (id: string) => loadPolicy(id, '.', ruleCatalogue(rules));

/** How an inventory of one file stands to each clause of a policy on 20 November 2026. */
async function statusOf(policyId: string, yaml: string): Promise<Readonly<Record<string, string>>> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['coverage', 'a.yaml', '-p', policyId, '-f', 'json', '--as-of', '2026-11-20'];
    const { stdout } = await sekisho(argv, { directory });
    const { clauses } = JSON.parse(stdout) as { clauses: { ref: string; status: string }[] };
    return Object.fromEntries(clauses.map(({ ref, status }) => [ref, status]));
  });
}

const organization = 'organization: { name: 関所町 }\n';

describe('what a policy does not say in so many words', () => {
  const threat = `${organization}systems:
  - { id: pc, name: 庶務端末, type: terminal, software: [{ name: 画像変換, authorised: false, licensed: true }], malware: { installed: false } }
`;
  it.each([
    ['kumagaya', '6(5)[1]', '6(5)[3]'],
    ['isesaki', '6(6)[1]', '6(6)[3]'],
    ['tokubetsuku', '6(6)[1]', '6(6)[3]'],
  ])(
    'C: a threat is not breached under %s; software without permission is a matter to look at',
    async (id, computers, malware) => {
      const [software] = await findingsOf('technical/software-authorised', id, threat);
      expect([software?.verdict, software?.clauses.map(({ ref }) => ref)]).toEqual(['review', [computers]]);
      const [protection] = await findingsOf('technical/malware-protection', id, threat);
      expect([protection?.verdict, protection?.clauses.map(({ ref }) => ref)]).toEqual(['review', [malware]]);
      expect((await statusOf(id, threat))['3(2)']).toBe('informs');
    },
  );

  const whole = (section: string, list = '') =>
    `organization: { name: 関所町, complete: [${section}] }\n${section}: [${list}]\n`;
  it.each([
    ['human/duty-holders-covered', 'kumagaya', whole('staffGroups')],
    ['human/duty-holders-covered', 'isesaki', whole('staffGroups')],
    ['human/duty-holders-covered', 'minakami', whole('staffGroups')],
    ['human/duty-holders-covered', 'tokubetsuku', whole('staffGroups')],
    ['evaluation/basic-policy-adopted', 'kumagaya', whole('documents')],
    ['evaluation/basic-policy-adopted', 'isesaki', whole('documents')],
    ['organization/assets-all-forms', 'kumagaya', whole('assets', '{ id: a, name: 名簿, form: paper }')],
    ['organization/assets-all-forms', 'isesaki', whole('assets', '{ id: a, name: 名簿, form: paper }')],
    ['organization/assets-all-forms', 'tokubetsuku', whole('assets', '{ id: a, name: 名簿, form: paper }')],
    [
      'human/leaving-secrecy',
      'minakami',
      whole(
        'staffGroups',
        '{ id: s, name: 窓口, employment: fixed-term, leaving: { secrecyPledged: false } }',
      ),
    ],
    [
      'outsourcing/contract-incident-measures',
      'tokubetsuku',
      whole('contracts', '{ id: c, name: 保守, type: outsourcing, incidentMeasures: false }'),
    ],
    [
      'outsourcing/service-terms-observed',
      'minakami',
      whole(
        'services',
        '{ id: s, name: 翻訳, type: cloud, confidentiality: 1, terms: { confirmed: false } }',
      ),
    ],
    [
      'outsourcing/contract-compliance',
      'kumagaya',
      whole('contracts', '{ id: c, name: 保守, type: outsourcing, terms: { compliance: false } }'),
    ],
  ])('C: %s is our reading of %s, and its plain no a review', async (rule, id, yaml) => {
    const verdicts = (await findingsOf(rule, id, yaml)).map(({ verdict }) => verdict);
    expect(verdicts).toContain('review');
    expect(verdicts).not.toContain('fail');
  });

  it('C: the union’s last supplementary provision still asks for a basic policy in force', async () => {
    const [found] = await findingsOf('evaluation/basic-policy-adopted', 'tokubetsuku', whole('documents'));
    expect(found?.verdict).toBe('fail');
  });
});

describe('the entries of Minakami', () => {
  it('C: show in a row of their own which duty failed', async () => {
    const yaml = `${organization}assets:
  - id: cases
    name: 相談票
    form: paper
    classification: { confidentiality: 2, integrity: 2, availability: 1 }
    storage: { locked: false, hiddenFromView: true }
`;
    const status = await statusOf('minakami', yaml);
    expect(status['3)保管[1]']).toBe('not-met');
    expect(status['3)保管[2]']).toBe('met');
    expect(status['3)保管']).toBeUndefined();
  });

  it('C: hold one duty each: no rule that the text states twice over shares one with another', async () => {
    const { clauses } = await policy('minakami');
    const several = clauses
      .filter(({ rules }) => rules.filter(({ basis }) => basis === 'stated').length > 1)
      .map(({ ref }) => ref);
    // Who answers for an asset and that there is such a post; two kinds of service; examples of one kind of measure.
    expect(several).toEqual([
      '3)機密性2',
      '3)管理責任[1]',
      '5)ソーシャルメディア・ウェブ会議[1][1]',
      '5)ソーシャルメディア・ウェブ会議[1][2]',
      '7)外部サービス利用・機密性2以上[2]',
      '7)確認・措置[2]',
    ]);
  });
});

describe('the policy files', () => {
  it('C: Isesaki 4(1)[1] names all eleven bodies', async () => {
    const { scope, clauses } = await policy('isesaki');
    const clause = clauses.find(({ ref }) => ref === '4(1)[1]');
    expect(scope.agencies).toHaveLength(11);
    for (const { name } of scope.agencies) {
      expect(clause?.summary.ja).toContain(name.ja);
      expect(clause?.summary.en.toLowerCase()).toContain(name.en.toLowerCase().replace(/^city /, ''));
    }
  });

  it('C: the preamble of the union’s policy is a purpose, no definition', async () => {
    const { clauses } = await policy('tokubetsuku');
    expect(clauses.find(({ ref }) => ref === '前文')?.modality).toBe('purpose');
  });
});
