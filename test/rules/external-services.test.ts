import { describe, expect, it } from 'vitest';
import { judgedBy } from '../support/findings.ts';

const verdicts = async (rule: string, inventory: string, parameters = '') =>
  (await judgedBy({ id: rule, parameters }, inventory)).map(
    ({ record, verdict }) => `${record.id} ${verdict}`,
  );

const service = (fields: string) => `services: [{ id: 予約, name: 予約サービス, type: cloud, ${fields} }]\n`;

describe('a service on standard terms alone', () => {
  const rule = 'outsourcing/standard-terms-level';

  it('is a fail from confidentiality 2 on, or from the level that is set', async () => {
    const inventory = service('confidentiality: 2, terms: { standard: true }');
    expect(await verdicts(rule, inventory)).toEqual(['予約 fail']);
    expect(await verdicts(rule, inventory, 'confidentialityAtLeast: 3')).toEqual([]);
    expect(await verdicts(rule, service('confidentiality: 1, terms: { standard: true }'))).toEqual([]);
    expect(await verdicts(rule, service('terms: { standard: true }'))).toEqual(['予約 unknown']);
  });

  it('names the asset from which its level follows', async () => {
    const inventory = `${service('terms: { standard: true }')}assets:
  - { id: 名簿, name: 予約者名簿, service: 予約, classification: { confidentiality: 3 } }
`;
    const [finding] = await judgedBy({ id: rule }, inventory);
    expect(finding?.message).toContain('機密性の高い情報「予約者名簿」を扱っています');
  });

  it('is none where its contract was agreed individually, until that has ended', async () => {
    const contract = (fields: string) =>
      `${service('confidentiality: 2')}contracts: [{ id: 契約, name: 利用契約, type: cloud, services: [予約], ${fields} }]\n`;
    expect(await verdicts(rule, contract('terms: { standard: false }'))).toEqual([]);
    expect(await verdicts(rule, contract('terms: { standard: true }'))).toEqual(['予約 fail']);
    expect(await verdicts(rule, contract('terms: { standard: false }, ended: true'))).toEqual([
      '予約 unknown',
    ]);
  });
});

describe('certifications of a service', () => {
  const rule = 'outsourcing/service-certified';

  it('are unknown where nothing is said, and none where none are listed', async () => {
    expect(await verdicts(rule, service('confidentiality: 2'))).toEqual(['予約 unknown']);
    expect(await verdicts(rule, service('confidentiality: 2, certifications: []'))).toEqual(['予約 fail']);
    expect(await verdicts(rule, service('confidentiality: 2, certifications: [ISMAP]'))).toEqual([]);
    expect(await verdicts(rule, service('confidentiality: 1, certifications: []'))).toEqual([]);
  });
});

describe('generative AI', () => {
  const rules = 'outsourcing/generative-ai-rules';
  const information = 'outsourcing/generative-ai-information';
  const ai = (fields: string) => `services: [{ id: AI, name: 生成AI, type: generative-ai, ${fields} }]\n`;

  it('needs rules of its own in force, if it does not name them all the same', async () => {
    const document = (type: string, adopted: string) =>
      `documents: [{ id: 規程, name: 規程, type: ${type}, adopted: ${adopted} }]\n`;
    const inventory = ai('confidentiality: 1');
    expect(await verdicts(rules, `${inventory}${document('generative-ai-rules', '2026-04-01')}`)).toEqual([]);
    expect(await verdicts(rules, `${inventory}${document('generative-ai-rules', 'false')}`)).toEqual([
      'AI fail',
    ]);
    expect(await verdicts(rules, `${inventory}${document('cloud-rules', '2026-04-01')}`)).toEqual([
      'AI unknown',
    ]);
  });

  it('may be given what is laid down, which is a matter to look at where that is personal information', async () => {
    const assets = `assets:
  - { id: 相談, name: 相談記録, service: AI, contains: [personal-information], classification: { confidentiality: 2 } }
`;
    const stated = ai('allowedInformation: 公開している情報, confidentiality: 2');
    expect(await verdicts(information, stated)).toEqual([]);
    expect(await verdicts(information, stated, 'allowedBelow: 2')).toEqual(['AI fail']);
    expect(await verdicts(information, `${stated}${assets}`)).toEqual(['AI review']);
    // What may be entered comes first.
    expect(await verdicts(information, `${ai('confidentiality: 2')}${assets}`)).toEqual(['AI unknown']);
  });
});
