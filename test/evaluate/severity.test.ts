import { expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const rule = 'classification/manager-assigned';
const text = '{ ja: 規程, en: Rules }';

/** How a "no" and an absent fact weigh where one clause cites the rule in this way: `fail error, unknown warning`. */
async function weights(modality: string, citation: string): Promise<string> {
  const own = `id: own
title: ${text}
clauses:
  - { ref: 第1条, title: ${text}, summary: ${text}, modality: ${modality}, rules: [{ id: ${rule}, ${citation} }] }
`;
  const yaml = 'assets:\n  - { id: a, name: A, manager: false }\n  - { id: b, name: B }\n';
  return inFolder({ 'a.yaml': yaml, 'own.policy.yaml': own }, async (directory) => {
    const argv = ['a.yaml', '-p', 'own.policy.yaml', '--rule', rule, '-f', 'json'];
    const { stdout } = await sekisho(argv, { directory });
    const { findings } = JSON.parse(stdout) as {
      findings: { ruleId: string; verdict: string; severity: string }[];
    };
    return findings
      .filter(({ ruleId }) => ruleId === rule)
      .map(({ verdict, severity }) => `${verdict} ${severity}`)
      .join(', ');
  });
}

it.each([
  ['must', 'basis: stated', 'fail error, unknown warning'],
  ['principle', 'basis: stated', 'fail error, unknown warning'],
  ['should', 'basis: stated', 'fail warning, unknown warning'],
  ['purpose', 'basis: stated', 'fail warning, unknown warning'],
  ['may', 'basis: stated', 'review info, unknown warning'],
  ['must', 'basis: interpreted', 'review info, unknown warning'],
  ['must', 'basis: interpreted, severity: error', 'fail error, unknown warning'],
  ['may', 'basis: stated, severity: error', 'review info, unknown warning'],
  // What is not stated never weighs more than what is stated not to be so.
  ['must', 'basis: stated, severity: info', 'fail info, unknown info'],
])('a clause of modality %s with %s gives %s', async (modality, citation, expected) => {
  expect(await weights(modality, citation)).toBe(expected);
});

it('under several policies a finding has the heaviest weight of all, and the clauses of all', async () => {
  const own = (id: string, modality: string) => `id: ${id}
title: ${text}
clauses:
  - { ref: 第1条, title: ${text}, summary: ${text}, modality: ${modality}, rules: [{ id: ${rule}, basis: stated }] }
`;
  const texts = {
    'a.yaml': 'assets:\n  - { id: a, name: A, manager: false }\n',
    'light.policy.yaml': own('light', 'should'),
    'heavy.policy.yaml': own('heavy', 'must'),
  };
  await inFolder(texts, async (directory) => {
    for (const order of [
      ['light', 'heavy'],
      ['heavy', 'light'],
    ]) {
      const policies = order.flatMap((id) => ['-p', `${id}.policy.yaml`]);
      const argv = ['a.yaml', ...policies, '--rule', rule, '-f', 'json'];
      const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as {
        findings: { ruleId: string; severity: string; clauses: { policy: string }[] }[];
      };
      const found = findings.filter(({ ruleId }) => ruleId === rule);
      expect(found.map(({ severity }) => severity)).toEqual(['error']);
      expect(found[0]?.clauses.map(({ policy }) => policy)).toEqual(order);
    }
  });
});
