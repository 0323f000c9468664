import { describe, expect, it } from 'vitest';
import { clauseOf, foundBy, judgeFiles } from '../support/verdicts.ts';

/** How an office begins a register: a list of names, or a word in place of a list, or a section misspelt. */
const begun: readonly (readonly [what: string, yaml: string])[] = [
  ['names in place of records', 'contracts:\n  - 住民情報システム保守（A社）\n  - 戸籍システム保守（B社）\n'],
  ['a word in place of the list', 'contracts: 別紙のとおり\n'],
  ['a slip in the name of the section', 'contarcts: [{ id: k, name: 保守 }]\n'],
];

const outsourcing: readonly (readonly [policy: string, ref: string])[] = [
  ['kumagaya', '6(6)[3]'],
  ['isesaki', '6(7)[3]'],
  ['minakami', '7)契約による義務付け[1]'],
  ['tokubetsuku', '6(7)[3]'],
];

describe.each(outsourcing)('under %s, a section that cannot be read', (policy, ref) => {
  it.each(begun)('A: leaves its clauses unknown, not without anything to ask: %s', async (_, yaml) => {
    const organization = (complete: string) =>
      `organization: { name: 宿場町, complete: [${complete}] }\nservices: []\n`;
    for (const complete of ['', 'contracts']) {
      const result = await judgeFiles([policy], organization(complete) + yaml);
      expect(clauseOf(ref, result).status, complete).toBe('unknown');
    }
    expect(foundBy('inventory/schema', await judgeFiles([policy], organization('') + yaml)).length).toBe(
      yaml.includes('A社') ? 2 : 1,
    );
  });

  it('A: is whole where it is declared so and can be read', async () => {
    const yaml = 'organization: { name: 宿場町, complete: [contracts] }\nservices: []\n';
    expect(clauseOf(ref, await judgeFiles([policy], yaml)).status).toBe('not-applicable');
    const none = 'organization: { name: 宿場町 }\nservices: []\ncontracts: []\n';
    expect(clauseOf(ref, await judgeFiles([policy], none)).status).toBe('not-applicable');
  });
});
