import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { bodyPolicyIds, builtInPolicyIds, loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import type { Clause } from '../../src/policy/policy.ts';

const load = (id: string) => loadPolicy(id, '.', ruleCatalogue(rules));
const ordinance = await load('shikoukisoku-16-3');

const refs = (clauses: readonly Clause[]) => clauses.map(({ ref }) => ref);
const ofItems = (...items: readonly number[]) =>
  refs(ordinance.clauses).filter((ref) => items.some((item) => ref.startsWith(`第1項第${item}号`)));

describe('地方自治法施行規則第16条の3', () => {
  it('states ten duties, each once, and only as to whether it is done', () => {
    const stated = ordinance.clauses.flatMap(({ ref, rules: cited }) =>
      cited.filter(({ basis }) => basis === 'stated').map(({ id }) => `${ref} ${id}`),
    );
    expect(stated).toEqual([
      '第1項第1号[1] organization/officer-appointed',
      '第1項第2号[1] classification/levels-assigned',
      '第1項第4号[2] human/training-held',
      '第1項第4号[3] human/drill-held',
      '第1項第4号[4] human/incident-reported',
      '第1項第6号[1] operations/system-monitoring',
      '第1項第6号[2] operations/compliance-confirmed',
      '第1項第8号[1] evaluation/audit-performed',
      '第1項第8号[2] evaluation/self-inspection-performed',
      '第1項第8号[3] documents/reviewed',
    ]);
    for (const line of stated) {
      const rule = rules.find(({ id }) => line.endsWith(` ${id}`));
      const { maxAge } = {
        maxAge: rule?.parameters?.['maxAge']?.default,
        ...ordinance.parameters[rule?.id ?? ''],
      };
      expect(maxAge ?? null, line).toBeNull();
    }
  });

  it('states of classes only that there are some, and nothing of paper', () => {
    const [stated, read] = ordinance.citations.get('classification/levels-assigned') ?? [];
    expect([stated?.basis, read?.basis]).toEqual(['stated', 'interpreted']);
    expect(stated?.where).toEqual({
      all: [
        { classification: { present: false } },
        { any: [{ form: { present: false } }, { form: { not: 'paper' } }] },
      ],
    });
    expect(read?.where).toEqual({
      any: [{ classification: { present: true } }, { all: [{ form: { present: true } }, { form: 'paper' }] }],
    });
  });

  it('states the monitoring of systems alone', () => {
    const cited = ordinance.citations.get('operations/system-monitoring') ?? [];
    expect(cited.map(({ basis, where }) => [basis, where])).toEqual([
      ['stated', { type: { not: 'network-device' } }],
      ['interpreted', { type: 'network-device' }],
    ]);
  });

  it('leaves what exists to the earlier law in items 5 and 7, and asks there since when it does', () => {
    const isNew = ordinance.clauses.filter(({ newOnly }) => newOnly === true);
    expect(refs(isNew)).toEqual(ofItems(5, 7));
    const asks = ordinance.citations.get('organization/introduced-stated') ?? [];
    const judged = isNew.filter(({ rules: cited }) => cited.length > 0);
    expect(refs(asks.map(({ clause }) => clause))).toEqual([...refs(judged), '附則第2項']);
  });

  it('has every 「その他の…」 informed, and judged by nothing', () => {
    const others = ordinance.clauses.filter(({ title }) => title.ja.startsWith('その他の'));
    expect(refs(others)).toEqual(ofItems(1, 2, 3, 4, 5, 6, 8).filter((ref) => refs(others).includes(ref)));
    expect(others).toHaveLength(7);
    for (const { rules: cited, attestation, informs } of others)
      expect([cited, attestation, informs !== undefined]).toEqual([[], false, true]);
  });
});

describe('what the policies of bodies answer in laws', () => {
  it.each(bodyPolicyIds)('%s: duties alone, each a part of its own', async (id) => {
    const { clauses } = await load(id);
    const known = new Map<string, readonly Clause[]>();
    for (const law of builtInPolicyIds) known.set(law, (await load(law)).clauses);
    const serving = clauses.filter(({ serves = [] }) => serves.length > 0);
    expect(serving.length).toBeGreaterThan(20);
    for (const { ref, modality, serves = [] } of serving) {
      expect(['purpose', 'definition', 'threat'], ref).not.toContain(modality);
      for (const one of serves) {
        const served = known.get(one.policy)?.find((clause) => clause.ref === one.ref);
        expect(served?.modality, `${ref} ${one.ref}`).toBe('must');
      }
    }
  });
});
