import path from 'node:path';
import { expect } from 'vitest';
import { listSections } from '../../generated/records.ts';
import { rules } from '../../rules/index.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { viewsOf } from '../../src/evaluate/policy-view.ts';
import { examineAll } from '../../src/inventory/evidence.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { buildPolicy } from '../../src/policy/build.ts';
import type { Modality } from '../../src/policy/policy.ts';
import type { AnyRule } from '../../src/rule.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { evidenceBelow, inFolder, loadFiles } from './load.ts';

/** The policies that the examples of a rule are judged by: one that cites it and, where they need it, one with other levels. */
export function policiesFor(rule: AnyRule, modality?: Modality) {
  const { otherLevels } = rule.examples.policy ?? {};
  if (otherLevels === undefined) return [policyCiting(rule, modality)];
  const title = { ja: '他の等級', en: 'other levels' };
  const confidentiality = otherLevels.map((level) => ({ level, means: Number(level.charAt(0)) }));
  const other = buildPolicy({ id: 'other', title, scales: { confidentiality }, clauses: [] });
  return [policyCiting(rule, modality), other];
}

/** A policy that has the usual scales and cites one rule, so that nothing else is judged. */
function policyCiting({ id, examples }: AnyRule, modality: Modality = 'must') {
  const text = { ja: '条項', en: 'clause' };
  const { scope = {}, parameters = {}, attestations = [], rules: others = [] } = examples.policy ?? {};
  const cited = [...(id.startsWith('inventory/') ? [] : [id]), ...others];
  return buildPolicy({
    id: 'example',
    title: { ja: '例', en: 'example' },
    scope,
    scales: {
      confidentiality: [3, 2, 1].map((level) => ({ level, means: level })),
      integrity: [2, 1].map((level) => ({ level, means: level })),
      availability: [2, 1].map((level) => ({ level, means: level })),
    },
    parameters: { [id]: parameters },
    clauses: [
      ...(cited.length === 0
        ? []
        : [
            {
              ref: '1',
              title: text,
              summary: text,
              modality,
              rules: cited.map((one) => ({ id: one, basis: 'stated' as const })),
            },
          ]),
      ...attestations.map((ref) => ({ ref, title: text, summary: text, modality, attestation: true })),
    ],
  });
}

/** The rule, and those that its examples need beside it. */
export function running(rule: AnyRule): AnyRule[] {
  return [rule, ...rules.filter(({ id }) => rule.examples.policy?.rules?.includes(id))];
}

/**
 * Judges an inventory by one rule, and those that its examples need. An example shows a record or two: what else the rule
 * asks about, other sections and other kinds of record, the body is taken to have none of. The same is judged once, however
 * many tests ask about it.
 */
export function judgeExample(rule: AnyRule, yaml: string, modality: Modality = 'must') {
  const byRule = judgedExamples.get(rule) ?? new Map<string, ReturnType<typeof judgeOnce>>();
  judgedExamples.set(rule, byRule);
  const key = `${modality}\n${yaml}`;
  const judged = byRule.get(key) ?? judgeOnce(rule, yaml, modality);
  byRule.set(key, judged);
  return judged;
}

const judgedExamples = new WeakMap<AnyRule, Map<string, ReturnType<typeof judgeOnce>>>();

/** Loads an example of a rule. It shows a record or two: of what else the rule asks about, the body is taken to have none. */
export async function loadExample(rule: AnyRule, yaml: string) {
  const shown = new Set([...yaml.matchAll(/^(\w+):/gm)].map(([, section]) => section));
  const others = shown.size === 0 ? [] : [rule.neededSections ?? rule.appliesTo].flat();
  const rest = others.filter(
    (subject) => (listSections as readonly string[]).includes(subject) && !shown.has(subject),
  );
  const texts = { 'example.yaml': yaml, 'rest.yaml': rest.map((section) => `${section}: []\n`).join('') };
  return inFolder(texts, async (folder) => {
    const files = Object.keys(texts).map((name) => path.join(folder, name));
    const read = new Inventory(await loadFiles(workTree, files, { directory: folder }));
    return { inventory: read, evidence: (await examineAll(read, evidenceBelow(folder))).evidence };
  });
}

async function judgeOnce(rule: AnyRule, yaml: string, modality: Modality) {
  const { inventory, evidence } = await loadExample(rule, yaml);
  const { findings, tallies, errors } = evaluate({
    inventory,
    evidence,
    views: viewsOf(inventory, policiesFor(rule, modality)),
    rules: running(rule).map((one) => ({ ...one, neededKinds: [] })),
    catalogue: rules,
    weights: { rules: {} },
    asOf: '2026-11-20',
  });
  expect(errors).toEqual([]);
  const passes = [...tallies.values()].reduce(
    (sum, byRule) => sum + (byRule.get(rule.id)?.total().pass ?? 0),
    0,
  );
  return { findings: findings.filter(({ ruleId }) => ruleId === rule.id), passes, inventory };
}
