// Measures how long the evaluation of a loaded inventory by a hundred rules takes, in wall-clock and CPU time: built-in
// rules, or the same ones as data.
//   own-rules-alone.mjs <built-in|own> <rule,...> <folder> <policy file>
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { rules as all } from '../rules/index.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import { viewsOf } from '../src/evaluate/policy-view.ts';
import { settleWords } from '../src/inventory/check-file.ts';
import { Inventory } from '../src/inventory/inventory.ts';
import { readFiles } from '../src/inventory/load.ts';
import { buildPolicy } from '../src/policy/build.ts';
import { loadPolicy, ruleCatalogue } from '../src/policy/load.ts';
import { ownRulesOf } from '../src/rule/own-rule.ts';
import { workTree } from '../src/tree/work-tree.ts';
import { stopwatch } from './stopwatch.mjs';

const [, , kind, twins, folder, policyFile] = process.argv;
const own = await loadPolicy(policyFile, process.cwd(), ruleCatalogue(all));
const text = { ja: '条項', en: 'clause' };
const originals = twins.split(',').map((id) => all.find((rule) => rule.id === id));
// As many as there are twins, each under the id of its twin; that it needs records of some kind is asked once for the body.
const builtIn = own.ownRules.map(({ id }, index) => ({
  ...originals[index % originals.length],
  id,
  neededKinds: [],
}));
const policy = buildPolicy({
  id: 'city',
  title: text,
  parameters: own.parameters,
  clauses: [
    {
      ref: '1',
      title: text,
      summary: text,
      modality: 'must',
      rules: builtIn.map(({ id }) => ({ id, basis: 'stated' })),
    },
  ],
});
const rules = kind === 'own' ? ownRulesOf([own]) : builtIn;
const files = readdirSync(folder).map((name) => path.join(folder, name));
const read = await readFiles(workTree, files, { directory: folder });
const inventory = new Inventory(settleWords(read, new Map()));
const views = viewsOf(inventory, [policy]);
const measured = stopwatch();
const { verdicts, errors } = evaluate({
  inventory,
  views,
  rules,
  catalogue: rules,
  weights: { rules: {} },
  asOf: '2026-11-20',
});
const times = measured();
if (errors.length > 0) throw new Error('not all was judged');
const counts = { pass: 0, fail: 0, unknown: 0, review: 0, notApplicable: 0 };
for (const one of verdicts.values()) for (const key of Object.keys(counts)) counts[key] += one[key];
console.log(JSON.stringify({ ...times, counts }));
