import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const rule = 'classification/encryption-at-rest';
const text = '{ ja: 暗号化, en: Encryption }';

const inventory = `assets:
  - { id: a, name: 住民票, form: electronic, classification: { confidentiality: 3 }, encryption: { atRest: false } }
`;

/** The town's own standards, which state what Minakami's document leaves to be read into it. */
const standards = `id: standards
title: ${text}
clauses:
  - { ref: 第7条, title: ${text}, summary: ${text}, modality: should, rules: [{ id: ${rule}, basis: stated }] }
`;

async function messages(lang: string, ...policies: readonly string[]): Promise<readonly string[]> {
  return inFolder({ 'a.yaml': inventory, 'policy.yaml': standards }, async (directory) => {
    const chosen = policies.flatMap((policy) => ['-p', policy]);
    const argv = ['a.yaml', ...chosen, '--rule', rule, '-f', 'json', '--lang', lang];
    const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as {
      findings: { ruleId: string; verdict: string; message: string }[];
    };
    return findings
      .filter(({ ruleId }) => ruleId === rule)
      .map(({ verdict, message }) => `${verdict}: ${message}`);
  });
}

describe('a fail on a measure that no clause states', () => {
  it('says that the measure is our reading', async () => {
    expect(await messages('ja', 'minakami')).toEqual([
      'fail: 「住民票」は保存時に暗号化されていません。条項に明記はなく、この対策は条項の解釈によるものです。',
    ]);
    expect(await messages('en', 'minakami')).toEqual([
      'fail: “住民票” is not encrypted where it is kept; the clause does not state this measure, which is our reading of it.',
    ]);
  });

  it('is no mere reading where another policy states it', async () => {
    const stated = ['fail: 「住民票」は保存時に暗号化されていません。'];
    expect(await messages('ja', './policy.yaml')).toEqual(stated);
    expect(await messages('ja', 'minakami', './policy.yaml')).toEqual(stated);
    expect(await messages('ja', './policy.yaml', 'minakami')).toEqual(stated);
  });
});
