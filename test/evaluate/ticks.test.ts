import { describe, expect, it } from 'vitest';
import { judged } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const ticksOf = (files: Readonly<Record<string, string>>, rules: readonly string[]) =>
  inFolder(files, async (directory) => {
    const result = await judged(['.'], { policy: ['minakami'], rule: rules }, { directory });
    return { ...result.ticks(), counted: result.summary.verdicts.pass };
  });

describe('passes that rest on a mere yes or no', () => {
  it('are those of records that name no evidence, and of facts that the rule asks for', async () => {
    const asset = (id: string, more: string) =>
      `  - { id: ${id}, name: ${id}, form: electronic, manager: 総務課長, classification: { confidentiality: 3 }, ${more} }\n`;
    const yaml = `assets:\n${asset('ticked', 'encryption: { atRest: true }')}${asset('proved', 'encryption: { atRest: true }, evidence: [{ url: "https://example.jp/a" }]')}${asset('no', 'encryption: { atRest: false }')}${asset('unknown', '')}`;
    const rules = ['classification/encryption-at-rest', 'classification/manager-assigned'];
    const { passes, withoutEvidence, counted } = await ticksOf(
      { 'a.yaml': yaml.replaceAll(', }', ' }') },
      rules,
    );
    // Four managers are named, which is no tick; of two that are encrypted, one names evidence.
    expect(withoutEvidence).toBe(1);
    expect(passes).toBe(counted);
  });

  it('are counted of what there is alone', async () => {
    const { withoutEvidence, passes, counted } = await ticksOf({ 'a.yaml': 'assets: []\n' }, [
      'classification/encryption-at-rest',
    ]);
    expect(withoutEvidence).toBe(0);
    expect(passes).toBe(counted);
  });
});
