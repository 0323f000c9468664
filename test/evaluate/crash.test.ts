import { expect, it } from 'vitest';
import { coverage } from '../../src/evaluate/coverage.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { viewsOf } from '../../src/evaluate/policy-view.ts';
import { buildPolicy } from '../../src/policy/build.ts';
import { defineRule, pass } from '../../src/rule.ts';
import { load } from '../support/load.ts';

const text = { ja: '試験', en: 'test' };
const breaking = defineRule({
  id: 'classification/breaking',
  title: text,
  rationale: text,
  remedy: text,
  appliesTo: 'assets',
  examples: { pass: '' },
  mutation: {},
  check: ({ id }) => {
    if (id === 'b') throw new Error('no such thing');
    return pass;
  },
});
const policy = buildPolicy({
  id: 'own',
  title: text,
  clauses: [
    { ref: '1', title: text, summary: text, modality: 'must', rules: [{ id: breaking.id, basis: 'stated' }] },
  ],
});

it('a rule that breaks is told once, and neither it nor its clause looks kept', async () => {
  const inventory = await load({
    'a.yaml': 'assets: [{ id: a, name: 甲 }, { id: b, name: 乙 }, { id: b, name: 丙 }]\n',
  });
  const views = viewsOf(inventory, [policy]);
  const evaluation = evaluate({
    inventory,
    views,
    rules: [breaking],
    catalogue: [breaking],
    weights: { rules: {} },
    asOf: '2026-11-20',
  });
  const { errors, verdicts } = evaluation;
  expect(errors.map(({ code, message }) => [code, message.en])).toEqual([
    [
      'rule-crashed',
      'rule classification/breaking crashed on 2 records (first “乙”: no such thing); this is a defect of sekisho',
    ],
  ]);
  expect(verdicts.get(breaking.id)).toMatchObject({ pass: 1, unknown: 2 });
  expect(
    views.flatMap((view) => coverage(view, evaluation, '2026-11-20').clauses.map(({ status }) => status)),
  ).toEqual(['unknown']);
});
