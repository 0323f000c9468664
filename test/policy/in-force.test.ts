import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { forceOf } from '../../src/policy/in-force.ts';
import { loadPolicy, PolicyError, ruleCatalogue } from '../../src/policy/load.ts';
import { wordPolicyProblem } from '../../src/policy/words.ts';
import { inFolder } from '../support/load.ts';

const known = ruleCatalogue(rules);

/** A policy file of two clauses, the second with what is given of it. */
function policy(top: string, clause = '', id = 'own'): string {
  return `id: ${id}
title: 試験町の対策基準
${top}clauses:
  - { ref: 第1条, title: 一, summary: 一。, modality: must, attestation: true }
  - ref: 第2条
    title: 二
    summary: 二。
    modality: must
    attestation: true
${clause}`;
}

/** @returns the days of each clause of the first of some policy files */
async function daysIn(files: Readonly<Record<string, string>>) {
  return inFolder(files, async (directory) => {
    const { clauses } = await loadPolicy('./own.yaml', directory, known);
    return Object.fromEntries(clauses.map(({ ref, inForce }) => [ref, inForce]));
  });
}

/** @returns what is wrong with the first of some policy files, in both languages */
async function refusal(files: Readonly<Record<string, string>>): Promise<string[]> {
  return inFolder(files, async (directory) => {
    try {
      await loadPolicy('./own.yaml', directory, known);
    } catch (error) {
      if (error instanceof PolicyError)
        return error.problems.map(wordPolicyProblem).flatMap(({ ja, en }) => [ja, en]);
      throw error;
    }
    return [];
  });
}

describe('a clause on a day', () => {
  const days = { inForce: { from: '2027-04-01', until: '2028-03-31' } };

  it.each([
    ['2027-03-31', 'announced'],
    ['2027-04-01', 'in-force'],
    ['2028-03-31', 'in-force'],
    ['2028-04-01', 'ended'],
  ])('is on %s %s', (asOf, force) => {
    expect(forceOf(days, asOf)).toBe(force);
  });

  it('holds on every day where it states none, and from or until a day alone', () => {
    expect(forceOf({}, '1926-12-25')).toBe('in-force');
    expect(forceOf({ inForce: { from: '2027-04-01' } }, '2999-01-01')).toBe('in-force');
    expect(forceOf({ inForce: { until: '2027-04-01' } }, '1926-12-25')).toBe('in-force');
  });
});

describe('the days of a policy file', () => {
  it('are read in Japanese notation, too', async () => {
    expect(
      await daysIn({ 'own.yaml': policy('', '    inForce: { from: 令和9年4月1日, until: R10.3.31 }\n') }),
    ).toEqual({ 第1条: undefined, 第2条: { from: '2027-04-01', until: '2028-03-31' } });
  });

  it('of the policy hold for each clause, of which each key takes their place', async () => {
    const own = policy(
      'inForce: { from: 2027-04-01, until: 2030-03-31 }\n',
      '    inForce: { until: 2028-03-31 }\n',
    );
    expect(await daysIn({ 'own.yaml': own })).toEqual({
      第1条: { from: '2027-04-01', until: '2030-03-31' },
      第2条: { from: '2027-04-01', until: '2028-03-31' },
    });
  });

  it('of a base come along with its clauses, and never those of the base as a whole', async () => {
    const base = policy('inForce: { from: 2020-04-01 }\n', '    inForce: { until: 2028-03-31 }\n', 'base');
    const own = (more: string) => `id: own\ntitle: 町\nextends: ./base.yaml\n${more}`;
    expect(await daysIn({ 'base.yaml': base, 'own.yaml': own('') })).toEqual({
      第1条: undefined,
      第2条: { until: '2028-03-31' },
    });
    const changed = own(
      'inForce: { from: 2026-04-01 }\nclauses: [{ ref: 第2条, inForce: { until: 2029-03-31 } }]\n',
    );
    expect(await daysIn({ 'base.yaml': base, 'own.yaml': changed })).toEqual({
      第1条: { from: '2026-04-01' },
      第2条: { from: '2026-04-01', until: '2029-03-31' },
    });
  });
});

describe('days that cannot be', () => {
  it('a last day before the first, of the clause, is refused where it stands', async () => {
    const own = policy('', '    inForce: { from: 令和9年4月1日, until: 2027-03-31 }\n');
    expect(await refusal({ 'own.yaml': own })).toEqual([
      './own.yaml:10:39: 効力を有する最後の日 until（2027-03-31）が、効力を生じる日 from（令和9年4月1日）より前です。until を from 以後の日に改めてください',
      './own.yaml:10:39: the last day until (2027-03-31) is before the first day from (令和9年4月1日); write a day that is not before from',
    ]);
  });

  it('also where the other day is that of the policy, or of a clause of the base', async () => {
    const own = policy('inForce: { until: 2027-03-31 }\n', '    inForce: { from: 2027-04-01 }\n');
    expect((await refusal({ 'own.yaml': own }))[0]).toMatch(/^\.\/own\.yaml:11:22: .*until（2027-03-31）/);
    const base = policy('', '    inForce: { until: 2027-03-31 }\n', 'base');
    const extending = 'id: own\ntitle: 町\nextends: ./base.yaml\ninForce: { from: 2027-04-01 }\n';
    const [ja, en] = await refusal({ 'base.yaml': base, 'own.yaml': extending });
    expect(ja).toMatch(/^\.\/own\.yaml:4:18: 土台のポリシーの条項 第2条 について、/);
    expect(en).toContain('of the clause 第2条 of the policy that it extends: ');
    // What is dropped, or has days of its own here, is not asked.
    expect(await refusal({ 'base.yaml': base, 'own.yaml': `${extending}drop: [第2条]\n` })).toEqual([]);
    const replaced = `${extending}clauses: [{ ref: 第2条, inForce: { until: 2028-03-31 } }]\n`;
    expect(await refusal({ 'base.yaml': base, 'own.yaml': replaced })).toEqual([]);
  });

  it('the same day twice is one day, and no mistake', async () => {
    const own = policy('', '    inForce: { from: 2027-04-01, until: 2027-04-01 }\n');
    expect(await refusal({ 'own.yaml': own })).toEqual([]);
  });

  it.each([
    ['no day at all', '    inForce: {}\n', /^\.\/own\.yaml:10:5: .*from（効力を生じる日）と until/],
    ['a day left blank', '    inForce: { from: }\n', /^\.\/own\.yaml:10:5: .*from（効力を生じる日）と until/],
    [
      'a day of no calendar',
      '    inForce: { from: 2027-02-30 }\n',
      /^\.\/own\.yaml:10:22: from の 2027-02-30 は日付として/,
    ],
    ['an unknown key', '    inForce: { form: 2027-04-01 }\n', /^\.\/own\.yaml:10:16: .*「form」/],
    ['a day alone', '    inForce: 2027-04-01\n', /^\.\/own\.yaml:10:14: /],
  ])('%s is refused where it stands', async (_, clause, message) => {
    const [ja, en, ...others] = await refusal({ 'own.yaml': policy('', clause) });
    expect(ja).toMatch(message);
    expect(en).not.toMatch(/[ぁ-ん]/);
    expect(others).toEqual([]);
  });
});
