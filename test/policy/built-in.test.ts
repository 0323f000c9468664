import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { builtInPolicyIds, loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';

const catalogue = ruleCatalogue(rules);

/** The terms of the documents themselves, which English texts give beside their translation, and their numbering. */
const quoted = /[(“][^()“”]*[)”]|「[^」]*」|(?<![ァ-ヶー])[ア-ン](?![ァ-ヶー])/g;

describe.each(builtInPolicyIds)('the policy %s', (id) => {
  it('says everything in Japanese and in English', async () => {
    const { title, clauses } = await loadPolicy(id, '.', catalogue);
    const texts = [
      title,
      ...clauses.flatMap((clause) => [clause.title, clause.summary, clause.informs ?? []]),
    ];
    for (const { ja, en } of texts.flat()) {
      expect(ja).toMatch(/[ぁ-んァ-ヶ一-龠]/);
      expect(en).toMatch(/[a-z]/);
      expect(en.replace(quoted, '')).not.toMatch(/[ぁ-んァ-ヶ一-龠]/);
    }
  });
});
