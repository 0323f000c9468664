import { rules as allRules } from '../rules/index.ts';
import type { Configuration } from './configuration.ts';
import { attestationAccounts, bodyOf, inputsOf } from './evaluate/accounts.ts';
import { coverage, judgedPolicy } from './evaluate/coverage.ts';
import { evaluate } from './evaluate/evaluate.ts';
import { Scope } from './evaluate/scope.ts';
import { judgedRules, leftOutRules, selectPolicies, selectRules } from './evaluate/selection.ts';
import { summarise } from './evaluate/summary.ts';
import { examineAll } from './inventory/evidence.ts';
import { Inventory } from './inventory/inventory.ts';
import { loadFiles } from './inventory/load.ts';
import { drawNetwork } from './network/drawing.ts';
import type { Result } from './result.ts';
import { version } from './version.ts';

/** What to judge, by what, and as of when. */
export interface CheckRequest {
  /** absolute paths of the inventory's files */
  readonly files: readonly string[];
  /** the working directory: shown paths and policy files are relative to it */
  readonly directory: string;
  /** policies named on the command line; they win over the configuration's and the organization's */
  readonly policies: readonly string[];
  /** rules to run alone, and rules to leave out */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly asOf: string;
  readonly configuration: Configuration;
}

/**
 * The main job: load → model → evaluate. What came of it is for a reporter to tell.
 *
 * @throws PolicyError if a policy cannot be used
 * @throws SelectionError if a rule or a policy is named that is not there
 */
export async function check(request: CheckRequest): Promise<Result> {
  const { files, directory, asOf, configuration } = request;
  const inventory = new Inventory(await loadFiles(files, directory));
  const policies = await selectPolicies(request, inventory, allRules);
  const rules = selectRules(request, policies, allRules);
  const examined = await examineAll(inventory, directory);
  const { findings, verdicts, tallies, errors, outOfScope, exceptions } = evaluate({
    inventory,
    policies,
    rules,
    catalogue: allRules,
    weights: configuration,
    parameters: configuration.parameters,
    evidence: examined.evidence,
    asOf,
  });
  const active = findings.filter(({ suppression }) => suppression === null);
  const sources = new Map(inventory.files.map(({ path, yaml }) => [path, yaml.source]));
  return {
    tool: { name: 'sekisho', version },
    asOf,
    policies: policies.map(judgedPolicy),
    summary: summarise({ inventory, rules, verdicts, findings }),
    body: bodyOf(inventory),
    findings,
    outOfScope,
    errors: policies.length === 0 ? [noPolicyError, ...errors] : errors,
    coverage: policies.map((policy) => coverage(policy, tallies, findings)),
    rules: judgedRules(rules, policies, configuration, verdicts),
    leftOut: leftOutRules(request, policies, allRules),
    exceptions,
    attestations: attestationAccounts(inventory, examined.evidence),
    sourceLine: (file, line) => sources.get(file)?.line(line),
    drawing: () => {
      const [policy] = policies;
      if (policy === undefined) return undefined;
      const scope = new Scope(inventory, policy);
      return drawNetwork(inventory, policy, (segment) => scope.coversSegment(segment), active);
    },
    inputs: () => inputsOf({ inventory, policies, configuration, evidence: examined.files, directory }),
  };
}

const noPolicyError: Result['errors'][number] = {
  code: 'no-policy',
  message: {
    ja: '判定に使うポリシーが決まりません。台帳の organization に「policy: isesaki」のように書くか、-p isesaki を付けてください (一覧: kumagaya, isesaki, minakami, tokubetsuku、または自団体のポリシーファイル)',
    en: 'no policy to judge by: write "policy: isesaki" under organization in the inventory, or give -p isesaki (or a policy file of your own)',
  },
  location: null,
};
