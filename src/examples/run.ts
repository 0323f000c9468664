import path from 'node:path';
import type { Day } from '../base/date.ts';
import { policyAsOf } from '../policy/in-force.ts';
import {
  loadRuleFile,
  loadWithSources,
  PolicyError,
  type PolicyWithSources,
  ruleCatalogue,
} from '../policy/load.ts';
import type { RuleSource } from '../policy/own/check.ts';
import type { PolicyProblem } from '../policy/problem.ts';
import type { ExampleFailure, ExamplesResult, WantedVerdict } from '../result/examples.ts';
import type { RunError } from '../result/result.ts';
import { type AnyRule, ownRulesOf } from '../rule.ts';
import type { Tree } from '../tree/tree.ts';
import { findTested, policiesBeside, type TestedFile } from './find.ts';
import { testPolicy } from './policy-examples.ts';
import { testRule } from './rule-examples.ts';

/** Whose examples are run, and by what. */
export interface ExamplesRequest {
  readonly tree: Tree;
  /** the working directory: paths are relative to it */
  readonly directory: string;
  /** policies, files of rules, and folders that hold some */
  readonly paths: readonly string[];
  /**
   * the policy whose levels and layers hold for files of rules; else those of a policy beside that names one do, or the usual
   * ones
   */
  readonly policy?: string;
  readonly asOf: Day;
  /** the rules that are built in */
  readonly rules: readonly AnyRule[];
}

/** A file with the policy by which its examples are judged, and the files that its rules stand in. */
interface Loaded extends PolicyWithSources {
  readonly file: TestedFile;
}

/**
 * Runs the examples of rules and policies.
 *
 * @throws NothingToTestError if there is nothing to test at one of the paths
 * @throws PolicyError if a policy or a file of rules cannot be used
 * @throws SideFileError if a list of what is expected cannot be used
 */
export async function runExamples(request: ExamplesRequest): Promise<ExamplesResult> {
  const { tree, directory, paths, asOf, rules } = request;
  const loaded = await load(await findTested(tree, paths, directory), request);
  const failures: ExampleFailure[] = [];
  const errors: RunError[] = [];
  const inputs = loaded.flatMap(({ policy }) => policy.files.map((one) => one.path));
  const counts = { policies: 0, rules: 0, ruleExamples: 0, inventories: 0, expectations: 0 };
  // What several policies name is tested under each: their levels and layers may differ.
  for (const tested of loaded) {
    const { file, policy, sources } = tested;
    const own = new Map(ownRulesOf([policy]).map((rule) => [rule.id, rule]));
    const integrity = rules.filter(({ id }) => mistakes.includes(id));
    for (const source of sources)
      for (const [index, written] of (source.rules ?? []).entries()) {
        const rule = own.get(written?.id ?? '');
        if (written === undefined || rule === undefined) continue;
        const { examples = {} } = written;
        const placeOf = placesIn(source, index);
        const judged = await testRule({ rule, examples, placeOf }, { policy, integrity, asOf });
        counts.rules++;
        counts.ruleExamples += judged.examples;
        failures.push(...judged.failures);
        errors.push(...judged.errors);
      }
    if (file.kind !== 'policy') continue;
    const inventories = await testPolicy({
      ...{ policy: policyAsOf(policy, asOf), asOf, tree, directory, file: file.path },
      rules: [...rules, ...own.values()],
      meaning: (reference, folder) => {
        const isMeant = (one: Loaded) =>
          one.policy.id === reference || one.file.path === path.resolve(folder, reference);
        return isMeant(tested) ? 'this' : loaded.some(isMeant) ? 'another tested' : 'unknown';
      },
    });
    counts.policies++;
    counts.inventories += inventories.inventories;
    counts.expectations += inventories.expectations;
    failures.push(...inventories.failures);
    errors.push(...inventories.errors);
    inputs.push(...inventories.inputs);
  }
  return { asOf, counts, failures, errors, inputs };
}

/** The rules that tell of what is wrong with an inventory as such. */
const mistakes: readonly string[] = ['inventory/schema', 'inventory/syntax'];

function placesIn(source: RuleSource, rule: number) {
  return (verdict: WantedVerdict, index?: number) => ({
    file: source.file,
    ...source.at(['rules', rule, 'examples', verdict, ...(index === undefined ? [] : [index])]),
  });
}

/** @throws PolicyError with the problems of all of them */
async function load(files: readonly TestedFile[], request: ExamplesRequest): Promise<Loaded[]> {
  const { directory } = request;
  const known = ruleCatalogue(request.rules);
  const problems: PolicyProblem[] = [];
  const loaded: Loaded[] = [];
  const add = async (file: TestedFile, loading: Promise<PolicyWithSources>) => {
    try {
      loaded.push({ file, ...(await loading) });
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      problems.push(...error.problems);
    }
  };
  for (const file of files)
    if (file.kind === 'policy') await add(file, loadWithSources(reference(file), directory, known));
  // A file of rules that a policy with a mistake names cannot be told from one that none names.
  if (problems.length > 0) throw new PolicyError(problems);
  const named = new Set(loaded.flatMap(({ policy }) => policy.files.map((one) => one.path)));
  for (const file of files)
    if (file.kind === 'rules' && !named.has(file.path)) await add(file, loadRules(file, request, known));
  if (problems.length > 0) throw new PolicyError(problems);
  return loaded;
}

/**
 * Loads a file of rules under the policy that is to hold for it, which may name it; without one, under a policy beside it that
 * names it, since its levels and layers are those of that policy.
 */
async function loadRules(
  file: TestedFile,
  { tree, directory, policy: base }: ExamplesRequest,
  known: ReturnType<typeof ruleCatalogue>,
): Promise<PolicyWithSources> {
  const beside = base === undefined ? await policiesBeside(tree, file, directory) : [];
  for (const one of base === undefined ? beside.map(reference) : [base])
    try {
      const { policy, sources } = await loadWithSources(one, directory, known);
      const source = sources[policy.files.findIndex((read) => read.path === file.path)];
      if (source !== undefined) return { policy, sources: [source] };
    } catch (error) {
      // What is wrong with a policy beside it, which may not name it, is told when that is tested.
      if (base !== undefined || !(error instanceof PolicyError)) throw error;
    }
  return loadRuleFile(file.shown, base, directory, known);
}

/** A path, as a policy is named by: without a folder it might be taken for an id. */
function reference({ shown }: TestedFile): string {
  return /[\\/]|\.ya?ml$/i.test(shown) ? shown : `./${shown}`;
}
