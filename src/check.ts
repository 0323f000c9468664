import { rules as allRules } from '../rules/index.ts';
import { shownPath } from './base/paths.ts';
import { version } from './base/version.ts';
import type { Baseline } from './compare/baseline.ts';
import { compare } from './compare/compare.ts';
import { networkChange } from './compare/network-change.ts';
import { changesToTrust } from './compare/trust.ts';
import { attestationAccounts, bodyOf, inputsOf } from './evaluate/accounts.ts';
import { coverage, judgedPolicy } from './evaluate/coverage.ts';
import { evaluate } from './evaluate/evaluate.ts';
import type { Observer } from './evaluate/evaluation.ts';
import { digestOf } from './evaluate/judged-by.ts';
import { notices } from './evaluate/notices.ts';
import { judgePaths } from './evaluate/path-judgement.ts';
import { placeScope } from './evaluate/scope.ts';
import { judgedRules, leftOutRules, selectPolicies, selectRules } from './evaluate/selection.ts';
import { summarise } from './evaluate/summary.ts';
import { examineAll } from './inventory/evidence.ts';
import { Inventory } from './inventory/inventory.ts';
import { type InventoryFile, loadFiles, standIns } from './inventory/load.ts';
import { drawNetwork } from './network/drawing.ts';
import type { Configuration } from './policy/configuration.ts';
import { builtInPolicyIds, PolicyError, type PolicyPlace } from './policy/load.ts';
import type { Result, RunError } from './result/result.ts';
import type { UnreadablePlace } from './tree/find-files.ts';

/** Files of an inventory, as it is or as it was. */
export interface InventorySource {
  /** absolute */
  readonly files: readonly string[];
  /** places in which more of them may be, and which cannot be looked into */
  readonly unreadable: readonly UnreadablePlace[];
  /** where the user has a file, which may lie elsewhere for now */
  readonly origin: (file: string) => string;
  /** the folder, besides those of the files, below which evidence is looked at */
  readonly evidenceFolder: string;
}

/** What to judge, by what, and as of when. */
export interface CheckRequest extends InventorySource {
  /** the working directory: shown paths are relative to it */
  readonly directory: string;
  /** policies named on the command line; they win over the configuration's and the organization's */
  readonly policies: readonly string[];
  /** what policy files among them are relative to */
  readonly policyDirectory: string;
  /** where policy files are read that do not lie where they are named */
  readonly policyPlace?: PolicyPlace;
  /** rules to run alone, and rules to leave out */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly asOf: string;
  readonly configuration: Configuration;
  readonly baseline?: Baseline;
  /** the inventory as it was, to compare with */
  readonly base?: InventorySource & {
    readonly name: string;
    /** what it was judged by then; `undefined` where that cannot be read */
    readonly configuration: Configuration | undefined;
    readonly policyPlace: PolicyPlace;
  };
  /** whether to tell only of findings that the change since then touches or causes */
  readonly onlyRelated: boolean;
  /** the state whose exceptions and policies are believed, since a change cannot permit itself */
  readonly trusted?: InventorySource & { readonly ref: string };
  /** who wants to know how far the run is */
  readonly observer?: Observer | undefined;
}

/**
 * The main job: load → model → evaluate. What came of it is for a reporter to tell.
 *
 * @throws PolicyError if a policy cannot be used
 * @throws SelectionError if a rule or a policy is named that is not there
 */
export async function check(request: CheckRequest): Promise<Result> {
  const { directory, base, trusted, observer } = request;
  const load = async ({ files, unreadable, origin }: InventorySource) => [
    ...(await loadFiles(files, directory, origin, (read) => observer?.read(read, files.length))),
    ...(await standIns(unreadable, directory, origin)),
  ];
  const now = await load(request);
  return judge(
    { now, ...(base && { before: await load(base) }), ...(trusted && { believed: await load(trusted) }) },
    request,
  );
}

/** The files of an inventory as it is and, where a run looks at them, as it was. */
export interface LoadedFiles {
  readonly now: readonly InventoryFile[];
  readonly before?: readonly InventoryFile[];
  readonly believed?: readonly InventoryFile[];
}

/**
 * The part of the main job that comes after loading.
 *
 * @throws PolicyError, SelectionError as {@link check} does
 */
export async function judge(loaded: LoadedFiles, request: CheckRequest): Promise<Result> {
  const { directory, asOf, configuration, base, trusted, observer } = request;
  const inventory = new Inventory(loaded.now, asOf);
  const before = loaded.before && new Inventory(loaded.before, asOf);
  const believed = loaded.believed && new Inventory(loaded.believed, asOf);
  const policies = await selectPolicies(request, believed?.organization ? believed : inventory, allRules);
  const rules = selectRules(request, policies, allRules);
  const evaluateWith = async (judged: Inventory, evidenceFolder: string) => {
    const { evidence, files } = await examineAll(judged, evidenceFolder);
    const subject = { inventory: judged, policies, rules, catalogue: allRules, evidence, believed, asOf };
    const weighing = { weights: configuration, parameters: configuration.parameters };
    return { ...evaluate({ ...subject, ...weighing, observer }), evidence, files };
  };
  const judged = await evaluateWith(inventory, request.evidenceFolder);
  // An inventory that was not there yet has nothing to be found.
  const earlier = base && before?.files.length ? await evaluateWith(before, base.evidenceFolder) : undefined;
  const show = (place: string) => shownPath((trusted ?? request).origin(place), directory);
  const judgedBy = digestOf(policies, configuration);
  const baseline = request.baseline && { ...request.baseline, name: show(request.baseline.file.path) };
  const { findings, ...compared } = compare({
    inventory,
    findings: judged.findings,
    settles: (id) => rules.some((rule) => rule.id === id) || !allRules.some((rule) => rule.id === id),
    baseline,
    base: base && before && { name: base.name, inventory: before, findings: earlier?.findings ?? [] },
    onlyRelated: request.onlyRelated,
  });
  const verdicts = { inventory, policies, findings };
  const active = findings.filter(({ suppression }) => suppression === null);
  const leftOut = leftOutRules(request, policies, allRules);
  const errors = policies.length === 0 ? [noPolicyError, ...judged.errors] : judged.errors;
  const unrelated = compared.unrelated?.count ?? 0;
  const asked = { inventory, policies, rules, leftOut, catalogue: allRules, findings, unrelated, errors };
  const paths = judgePaths(asked);
  const sources = new Map(inventory.files.map(({ path, yaml }) => [path, yaml.source]));
  const [policy] = policies;
  return {
    tool: { name: 'sekisho', version },
    asOf,
    policies: policies.map(judgedPolicy),
    judgedBy: { digest: judgedBy },
    notices: notices({
      ...{ inventory, policies, outside: judged.outside, asOf, findings, paths, leftOut, judgedBy, baseline },
      base: earlier &&
        before &&
        base && { name: base.name, judgedBy: await digestThen(before, base, request) },
    }),
    summary: summarise({ files: request.files, inventory, rules, verdicts: judged.verdicts, findings }),
    body: bodyOf(inventory),
    findings,
    outOfScope: judged.outOfScope,
    errors,
    coverage: policies.map((one) => coverage(one, { inventory, asOf, evaluation: judged })),
    rules: judgedRules(rules, policies, configuration, judged.verdicts),
    leftOut,
    exceptions: judged.exceptions,
    attestations: attestationAccounts(inventory, judged.evidence),
    ...compared,
    ...(before && policy && { networkChange: networkChange(before, inventory, policy, policies) }),
    ...(believed &&
      trusted && { trusted: { ref: trusted.ref, changes: changesToTrust(believed, verdicts) } }),
    sourceLine: (file, line) => sources.get(file)?.line(line),
    drawing: () =>
      policy && {
        ...drawNetwork(inventory, policy, placeScope(inventory, policy, policies), active),
        judgement: paths,
      },
    inputs: () =>
      inputsOf({
        inventory,
        policies,
        configuration,
        baseline: request.baseline,
        evidence: judged.files,
        show,
      }),
  };
}

/** @returns the digest of what an inventory was judged by as it was; `undefined` where that could not be used */
async function digestThen(
  before: Inventory,
  { configuration, policyPlace }: NonNullable<CheckRequest['base']>,
  request: CheckRequest,
): Promise<string | undefined> {
  if (configuration === undefined) return undefined;
  try {
    const policies = await selectPolicies({ ...request, configuration, policyPlace }, before, allRules);
    return digestOf(policies, configuration);
  } catch (error) {
    if (error instanceof PolicyError) return undefined;
    throw error;
  }
}

const noPolicyError: RunError = {
  code: 'no-policy',
  message: {
    ja: `判定に使うポリシーが決まりません。台帳の organization に「policy: isesaki」のように書くか、-p isesaki を付けてください (一覧: ${builtInPolicyIds.join(', ')}、または自団体のポリシーファイル)`,
    en: `no policy to judge by: write "policy: isesaki" under organization in the inventory, or give -p isesaki (one of ${builtInPolicyIds.join(', ')}, or a policy file of your own)`,
  },
  location: null,
};
