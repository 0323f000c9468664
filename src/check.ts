import { rules as allRules } from '../rules/index.ts';
import { limitOf } from './base/limits.ts';
import { shownPath } from './base/paths.ts';
import { version } from './base/version.ts';
import type { Baseline } from './compare/baseline.ts';
import { compare } from './compare/compare.ts';
import { hiddenFiles, hiddenRecords } from './compare/hidden.ts';
import { factsOfFinding } from './compare/known-debt.ts';
import { networkChange } from './compare/network-change.ts';
import { changesToTrust } from './compare/trust.ts';
import type { TrustedFiles } from './compare/trusted-files.ts';
import { changedFiles } from './compare/trusted-files.ts';
import { attestationAccounts, bodyOf, inputsOf } from './evaluate/accounts.ts';
import { coverage, judgedPolicy } from './evaluate/coverage.ts';
import { evaluate, reachIn } from './evaluate/evaluate.ts';
import type { Observer } from './evaluate/evaluation.ts';
import { digestOf, digestOfBase } from './evaluate/judged-by.ts';
import { notices } from './evaluate/notices.ts';
import { judgePaths } from './evaluate/path-judgement.ts';
import { type PolicyView, viewsOf } from './evaluate/policy-view.ts';
import { judgedRules, leftOutRules, selectPolicies, selectRules } from './evaluate/selection.ts';
import { summarise } from './evaluate/summary.ts';
import { evidencePlaces, examineAll } from './inventory/evidence.ts';
import { Inventory } from './inventory/inventory.ts';
import {
  type InventorySource,
  type LoadedInventory,
  type LoadOptions,
  loadInventory,
} from './inventory/load.ts';
import { drawNetwork } from './network/drawing.ts';
import type { Configuration } from './policy/configuration.ts';
import type { Result } from './result/result.ts';
import type { Repository } from './tree/git/provenance.ts';
import type { Tree } from './tree/tree.ts';

/** What to judge, by which policies and rules, and as of which day. */
export interface CheckRequest extends InventorySource {
  /** the working directory: shown paths are relative to it */
  readonly directory: string;
  /** policies named on the command line; they take precedence over those of the configuration and the organization */
  readonly policies: readonly string[];
  /** where policy files are read: in the trusted state, if there is one */
  readonly policyTree: Tree;
  /** rules to run alone, and rules to leave out */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly asOf: string;
  readonly configuration: Configuration;
  readonly baseline?: Baseline;
  /** the inventory of the base */
  readonly base?: InventorySource & {
    readonly name: string;
    /** the configuration of the base; `undefined` where it cannot be read */
    readonly configuration: Configuration | undefined;
  };
  /** whether to report only findings that the change since the base touches or causes */
  readonly onlyRelated: boolean;
  /** the trusted state, whose exceptions and policies apply, since a change cannot permit itself */
  readonly trusted?: InventorySource & TrustedFiles & { readonly ref: string };
  /** where the inventory is kept */
  readonly repository?: Repository | undefined;
  /** receives the progress of the run */
  readonly observer?: Observer | undefined;
}

/**
 * The main job: load → view → evaluate. The result is for reporters.
 *
 * @throws MissingPathsError if there is no inventory at a path
 * @throws PolicyError if a policy cannot be used
 * @throws SelectionError if a rule or a policy is named that is not there
 */
export async function check(request: CheckRequest): Promise<Result> {
  const { directory, configuration, base, trusted, observer } = request;
  const options: LoadOptions = {
    directory,
    selection: configuration,
    limits: configuration.limits,
    read: (read, all) => observer?.read(read, all),
  };
  return judgeLoaded(
    {
      now: await loadInventory(request, {
        ...options,
        selection: { ...configuration, mentionOthers: base?.tree !== undefined || trusted !== undefined },
      }),
      ...(base && { base: await loadInventory(base, options) }),
      ...(trusted && { trusted: await loadInventory(trusted, options) }),
    },
    request,
  );
}

/** The loaded inventory and, where the run has them, those of the base and the trusted state. */
export interface LoadedStates {
  readonly now: LoadedInventory;
  readonly base?: LoadedInventory;
  readonly trusted?: LoadedInventory;
}

/**
 * The part of the main job that comes after loading.
 *
 * @throws PolicyError, SelectionError as {@link check} does
 */
export async function judgeLoaded(loaded: LoadedStates, request: CheckRequest): Promise<Result> {
  const { directory, asOf, configuration, base, trusted, observer } = request;
  const baseInventory = loaded.base && new Inventory(loaded.base.files, asOf);
  const trustedInventory = loaded.trusted && new Inventory(loaded.trusted.files, asOf);
  const inventory = new Inventory(loaded.now.files, asOf, trustedInventory ?? baseInventory);
  const policies = await selectPolicies(
    request,
    trustedInventory?.organization ? trustedInventory : inventory,
    allRules,
  );
  const rules = selectRules(request, policies, allRules);
  const leftOut = leftOutRules(request, policies, allRules);
  const views = viewsOf(inventory, policies);
  const baseViews = baseInventory ? viewsOf(baseInventory, policies) : [];
  const catalogue = allRules;
  const trustedViews = trustedInventory ? viewsOf(trustedInventory, policies) : [];
  const trustedReach =
    trustedInventory && reachIn({ inventory: trustedInventory, views: trustedViews, rules, catalogue, asOf });
  const evaluateWith = async (under: readonly PolicyView[], judged: Inventory, source: InventorySource) => {
    const { evidence, files } = await examineAll(
      judged,
      await evidencePlaces(source, directory, configuration.limits),
    );
    const subject = {
      inventory: judged,
      views: under,
      rules,
      catalogue: allRules,
      evidence,
      trusted: trustedInventory,
      trustedReach,
      asOf,
      collect: base !== undefined || trusted !== undefined,
    };
    const { limits, parameters } = configuration;
    const weighing = { weights: configuration, parameters, limits };
    return { ...evaluate({ ...subject, ...weighing, observer }), evidence, files };
  };
  const judged = await evaluateWith(views, inventory, request);
  // A base without an inventory has no findings.
  const baseEvaluation =
    base && baseInventory?.files.length ? await evaluateWith(baseViews, baseInventory, base) : undefined;
  const earlier =
    baseInventory && baseEvaluation
      ? { inventory: baseInventory, ...baseEvaluation }
      : trusted && trustedInventory?.files.length
        ? { inventory: trustedInventory, ...(await evaluateWith(trustedViews, trustedInventory, trusted)) }
        : undefined;
  const { errors, outOfScope, exceptions, verdicts, evidence, files } = judged;
  const show = (file: string) => shownPath(file, directory);
  const baseline = request.baseline && { ...request.baseline, name: show(request.baseline.file.path) };
  const { findings, ...compared } = compare({
    inventory,
    findings: judged.findings,
    isConclusive: (id) => rules.some((rule) => rule.id === id) || !allRules.some((rule) => rule.id === id),
    baseline,
    base: base &&
      baseInventory && {
        name: base.name,
        inventory: baseInventory,
        findings: baseEvaluation?.findings ?? [],
      },
    onlyRelated: request.onlyRelated,
  });
  const active = findings.filter(({ suppression }) => suppression === null);
  const unrelated = compared.unrelated?.count ?? 0;
  const asked = { inventory, policies, rules, leftOut, catalogue: allRules, findings, unrelated, errors };
  const paths = judgePaths(asked);
  const inputs = () => inputsOf({ inventory, policies, configuration, baseline, evidence: files, show });
  const judgedBy = digestOf(policies, configuration);
  const judgedThen = baseEvaluation &&
    baseInventory &&
    base && {
      name: base.name,
      judgedBy: await digestOfBase({ ...request, ...base, policyTree: base.tree }, baseInventory, allRules),
    };
  const changes = trustedInventory &&
    trusted && [
      ...changesToTrust({ inventory: trustedInventory, views: trustedViews }, { inventory, views, findings }),
      ...(await changedFiles(trusted, inputs(), directory)),
    ];
  const earlierTree = (base ?? trusted)?.tree;
  const hidden = earlierTree && [
    ...(await hiddenFiles(loaded.now.passedOver, {
      earlier: earlierTree,
      limit: limitOf('fileBytes', configuration.limits),
      show,
    })),
    ...(earlier ? hiddenRecords(earlier, { inventory, ...judged }) : []),
  ];
  const sources = new Map(inventory.files.map(({ path, yaml }) => [path, yaml.source]));
  const [view] = views;
  const [baseView] = baseViews;
  return {
    tool: { name: 'sekisho', version },
    asOf,
    policies: policies.map(judgedPolicy),
    judgedBy: { digest: judgedBy },
    notices: notices({ views, asOf, findings, paths, leftOut, judgedBy, baseline, base: judgedThen }),
    summary: summarise({ files: loaded.now.found, inventory, rules, verdicts, findings }),
    body: bodyOf(inventory),
    findings,
    outOfScope,
    errors,
    coverage: views.map((one) => coverage(one, judged, asOf)),
    rules: judgedRules(rules, policies, configuration, verdicts),
    leftOut,
    exceptions,
    attestations: attestationAccounts(inventory, evidence),
    ...compared,
    ...(view && baseView && { networkChange: networkChange(baseView, view) }),
    ...(trusted && changes && { trusted: { ref: trusted.ref, changes } }),
    ...(hidden && { hidden }),
    ...(request.repository && { repository: request.repository }),
    factsOf: (finding) => factsOfFinding(finding, inventory),
    sourceLine: (file, line) => sources.get(file)?.line(line),
    drawing: () => view && { ...drawNetwork(view, active), judgement: paths },
    inputs,
  };
}
