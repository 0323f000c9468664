import path from 'node:path';
import { expect } from 'vitest';
import { listSections } from '../../generated/records.ts';
import { rules } from '../../rules/index.ts';
import { policiesFor, running } from '../../scripts/generate/example-policies.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { viewsOf } from '../../src/evaluate/policy-view.ts';
import { examineAll } from '../../src/inventory/evidence.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { Modality } from '../../src/policy/policy.ts';
import type { AnyRule } from '../../src/rule.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { evidenceBelow, inFolder, loadFiles } from './load.ts';

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
