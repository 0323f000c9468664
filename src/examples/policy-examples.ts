import path from 'node:path';
import type { Day } from '../base/date.ts';
import { defaultLimits } from '../base/limits.ts';
import { isWithin, shownPath } from '../base/paths.ts';
import { evaluateStates } from '../evaluate/states.ts';
import { settleWords } from '../inventory/check-file.ts';
import { Inventory } from '../inventory/inventory.ts';
import { type InventorySource, loadInventory } from '../inventory/load.ts';
import { inventoryShapeWith } from '../policy/own/fields.ts';
import type { Policy } from '../policy/policy.ts';
import { declaredWords } from '../policy/vocabulary.ts';
import type { ExampleFailure, Expectation, FoundInExample } from '../result/examples.ts';
import type { Finding, RunError } from '../result/result.ts';
import type { AnyRule } from '../rule.ts';
import { search } from '../tree/search.ts';
import type { Tree } from '../tree/tree.ts';
import { UnreadableError } from '../tree/work-tree.ts';
import { isExpected, type PlacedExpectation, readExpected } from './expected.ts';

/** By what the examples of a policy are judged. */
export interface PolicyTesting {
  readonly policy: Policy;
  /** its policy file */
  readonly file: string;
  /** all rules there are under it */
  readonly rules: readonly AnyRule[];
  readonly asOf: Day;
  readonly tree: Tree;
  /** what shown paths are relative to */
  readonly directory: string;
  /** @returns what a reference means that an inventory in a folder makes to its policy */
  meaning(reference: string, folder: string): 'this' | 'another tested' | 'unknown';
}

/** What came of the examples of one policy. */
export interface TestedInventories {
  readonly inventories: number;
  readonly expectations: number;
  readonly failures: readonly ExampleFailure[];
  readonly errors: readonly RunError[];
  /** the paths of the files that were read */
  readonly inputs: readonly string[];
}

/**
 * Judges the inventories below `examples/` beside a policy file by that policy, each with a list of the findings that it
 * is to give. Those that an exception covers count neither way.
 *
 * @throws SideFileError if a list cannot be used
 * @throws MissingPathsError if there is no inventory beside one
 * @throws UnreadableError if a folder cannot be opened
 */
export async function testPolicy(testing: PolicyTesting): Promise<TestedInventories> {
  const { tree, directory, meaning } = testing;
  const lists = await listsBeside(testing);
  const failures: ExampleFailure[] = [];
  const errors: RunError[] = [];
  const inputs: string[] = [];
  let inventories = 0;
  let expectations = 0;
  for (const list of lists) {
    const shown = shownPath(list, directory);
    const expected = await readExpected(tree, list, shown);
    const folder = path.dirname(list);
    const nested = lists.map((other) => path.dirname(other)).filter((other) => isBelow(other, folder));
    const source = { tree, paths: [folder], without: [list, testing.file, ...nested], evidenceFolders: [] };
    const inventory = await inventoryOf(source, testing);
    inputs.push(list, ...inventory.files.map(({ absolutePath }) => absolutePath));
    // Policies in one folder share its examples, and what an inventory says to be judged by decides.
    const meant = inventory.organizations.flatMap(({ record, file }) =>
      [record.policy ?? []].flat().map((reference) => meaning(reference, path.dirname(file.absolutePath))),
    );
    if (meant.includes('another tested') && !meant.includes('this')) continue;
    inventories++;
    expectations += expected.length;
    const { findings, errors: crashes } = await judge(inventory, source, testing);
    errors.push(...crashes);
    failures.push(...differences(findings, expected, shown));
  }
  return { inventories, expectations, failures, errors, inputs };
}

/** The lists below `examples/`, in an order that is the same everywhere. */
async function listsBeside({ tree, file }: PolicyTesting): Promise<string[]> {
  const folder = path.join(path.dirname(file), 'examples');
  if ((await tree.kind(folder)) !== 'folder') return [];
  const { files, unreadable } = await search(
    { folder, include: ['**/*.{[yY][aA][mM][lL],[yY][mM][lL]}'], exclude: [] },
    tree,
  );
  for (const one of unreadable) throw new UnreadableError(one.path, String(one.reason));
  return files.filter(isExpected).sort();
}

function isBelow(folder: string, other: string): boolean {
  return folder !== other && isWithin(other, folder);
}

async function inventoryOf(
  source: InventorySource,
  { policy, directory, asOf }: PolicyTesting,
): Promise<Inventory> {
  const { files } = await loadInventory(source, { directory });
  const settled = settleWords(files, declaredWords([policy]));
  return new Inventory(settled, asOf, undefined, inventoryShapeWith(policy.fields));
}

async function judge(
  inventory: Inventory,
  source: InventorySource,
  { policy, rules, asOf, directory }: PolicyTesting,
): Promise<{ readonly findings: readonly Finding[]; readonly errors: readonly RunError[] }> {
  const { now } = await evaluateStates(
    { now: inventory },
    { now: source },
    {
      policies: [policy],
      rules,
      catalogue: rules,
      weights: { rules: {} },
      limits: defaultLimits,
      asOf,
      directory,
    },
  );
  return { findings: now.findings.filter(({ suppression }) => suppression === null), errors: now.errors };
}

/** Every finding must be expected, and whatever is expected must be found. */
function differences(
  findings: readonly Finding[],
  expected: readonly PlacedExpectation[],
  list: string,
): ExampleFailure[] {
  const unexpected = findings.filter(
    (finding) => !expected.some(({ expectation }) => isAsExpected(finding, expectation)),
  );
  const unmet = expected.filter(
    ({ expectation }) => !findings.some((finding) => isAsExpected(finding, expectation)),
  );
  return [
    ...unmet.map(({ place, expectation }) => ({ kind: 'unmet' as const, place, expectation })),
    ...unexpected.map((finding) => ({
      kind: 'unexpected' as const,
      place: placeOf(finding),
      expected: list,
      finding: asFound(finding),
    })),
  ];
}

function isAsExpected(
  { ruleId, record: found, field: place, verdict: given }: Finding,
  { rule = ruleId, record = found.id, field = place, verdict = given }: Expectation,
): boolean {
  return (
    rule === ruleId && (record === found.id || record === found.name) && field === place && verdict === given
  );
}

function placeOf({ location: { file, line, column } }: Finding) {
  return { file, line, column };
}

function asFound({ ruleId, record, field, verdict, message }: Finding): FoundInExample {
  return { rule: ruleId, record: record.id, field, verdict, message };
}
