import { rules as builtInRules } from '../rules/index.ts';
import type { Day } from './base/date.ts';
import { defined } from './base/defined.ts';
import { once } from './base/once.ts';
import { shownPath } from './base/paths.ts';
import { version } from './base/version.ts';
import type { Baseline } from './compare/baseline.ts';
import { compare } from './compare/compare.ts';
import { hiddenBy } from './compare/hidden.ts';
import { knownOf } from './compare/known-debt.ts';
import { networkChange } from './compare/network-change.ts';
import { changesToTrust } from './compare/trust.ts';
import type { TrustedFiles } from './compare/trusted-files.ts';
import { changedFiles } from './compare/trusted-files.ts';
import {
  attestationAccounts,
  bodyOf,
  correctionAccounts,
  coverOf,
  inputsOf,
  lastAuditOf,
} from './evaluate/accounts.ts';
import { coverageAgainst } from './evaluate/against.ts';
import { standingTo } from './evaluate/beyond.ts';
import { coverage, judgedPolicy } from './evaluate/coverage.ts';
import { selectDivisions, shownOf } from './evaluate/divisions.ts';
import { due, undated } from './evaluate/due/due.ts';
import { dueMatter } from './evaluate/due/matter.ts';
import type { Observer } from './evaluate/evaluation.ts';
import { digestOf, judgedByOfBase } from './evaluate/judged-by.ts';
import { noPolicyErrors } from './evaluate/no-policy.ts';
import { notices } from './evaluate/notices.ts';
import { judgePaths } from './evaluate/path-judgement.ts';
import { judgedRules, leftOutRules, selectPolicies, selectRules } from './evaluate/selection.ts';
import { type EvaluatedState, evaluateStates, type States } from './evaluate/states.ts';
import { summarise } from './evaluate/summary.ts';
import { countTicks } from './evaluate/ticks.ts';
import { settleWords } from './inventory/check-file.ts';
import { confidentialTexts } from './inventory/confidential.ts';
import type { InventoryFile } from './inventory/file.ts';
import { Inventory } from './inventory/inventory.ts';
import { type InventorySource, type LoadedInventory, loadInventory } from './inventory/load.ts';
import { organizationIn } from './inventory/organization.ts';
import { SharedFiles, setApart, withOwnValues } from './inventory/shared-files.ts';
import { fieldsOfRules } from './lookup/readers.ts';
import { drawNetwork } from './network/drawing.ts';
import type { Configuration } from './policy/configuration.ts';
import { policyAsOf } from './policy/in-force.ts';
import { policyIssuedBy } from './policy/issuers.ts';
import { inWordsOfBody } from './policy/law.ts';
import { inventoryShapeWith, joinedFields } from './policy/own/fields.ts';
import type { OwnFields } from './policy/own/rule.ts';
import type { Policy } from './policy/policy.ts';
import { declaredWords } from './policy/vocabulary.ts';
import { countsToday, type Finding, type Result } from './result/result.ts';
import { ownRulesOf } from './rule.ts';
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
  /** ids or names of the divisions whose findings alone are to be shown; those of all where there are none */
  readonly divisions?: readonly string[];
  /** the trusted state, whose exceptions and policies apply, since a change cannot permit itself */
  readonly trusted?: InventorySource & TrustedFiles & { readonly ref: string };
  /** where the inventory is kept */
  readonly repository?: Repository | undefined;
  /** receives the progress of the run */
  readonly observer?: Observer | undefined;
}

/**
 * The main job: load → view → evaluate → compare. The result is for reporters.
 *
 * @throws MissingPathsError if there is no inventory at a path
 * @throws PolicyError if a policy cannot be used
 * @throws SelectionError if a rule, a policy or a division is named that is not there
 */
export async function check(request: CheckRequest): Promise<Result> {
  return judgeLoaded(await loadStates(request), request);
}

async function loadStates(request: CheckRequest): Promise<States<LoadedInventory>> {
  const { directory, configuration, base, trusted, observer } = request;
  const shared = new SharedFiles();
  const states: LoadedInventory[] = [];
  const load = async (source: InventorySource, mentionOthers = false) => {
    const loaded = await loadInventory(source, {
      directory,
      selection: { ...configuration, mentionOthers },
      shared,
      read: (...read) => observer?.read(...read),
      enters: observer?.enters,
    });
    const state = setApart(loaded, states);
    shared.add(state.files);
    states.push(state);
    return state;
  };
  const now = await load(request, (base ?? trusted) !== undefined);
  const loaded = base && (await load(base));
  const reviewed = trusted && (trusted.tree === base?.tree ? loaded : await load(trusted));
  // What is judged now is compared with what was reviewed, which the base is not: they are no one inventory, even if they are alike.
  const isOwn = loaded === now && reviewed !== undefined && reviewed !== now;
  const before = loaded && isOwn ? withOwnValues(loaded) : loaded;
  return { now, ...(before && { base: before }), ...(reviewed && { trusted: reviewed }) };
}

/**
 * @param settled gives the files of a state once the words of the policies are known
 * @param fields those that the policies declare
 */
function inventoriesOf(
  { now, base, trusted }: States<LoadedInventory>,
  settled: (loaded: LoadedInventory) => readonly InventoryFile[],
  asOf: Day,
  fields: OwnFields,
): States<Inventory> {
  const known = new Map<LoadedInventory, Inventory>();
  const read = (loaded: LoadedInventory, earlier?: Inventory) => {
    const inventory =
      known.get(loaded) ?? new Inventory(settled(loaded), asOf, earlier, inventoryShapeWith(fields));
    known.set(loaded, inventory);
    return inventory;
  };
  const reviewed = trusted && read(trusted);
  const before = base && read(base);
  return {
    now: read(now, reviewed ?? before),
    ...(before && { base: before }),
    ...(reviewed && { trusted: reviewed }),
  };
}

/**
 * The part of the main job that comes after loading.
 *
 * @throws PolicyError, SelectionError as {@link check} does
 */
export async function judgeLoaded(loaded: States<LoadedInventory>, request: CheckRequest): Promise<Result> {
  const { directory, asOf, configuration } = request;
  const { limits, parameters } = configuration;
  request.observer?.enters?.('model');
  // The organization may name the policies, and these may add words to the vocabulary: only then is it known which are wrong.
  const organization = organizationIn(loaded.trusted?.files ?? []) ?? organizationIn(loaded.now.files);
  const selected = await selectPolicies(request, organization, builtInRules);
  const policies = inWordsOfBody(selected.map((policy) => policyAsOf(policy, asOf)));
  const allRules = [...builtInRules, ...ownRulesOf(policies)];
  const own = declaredWords(policies);
  const fields = joinedFields(policies.map((policy) => policy.fields));
  const inventories = inventoriesOf(loaded, ({ files }) => settleWords(files, own, limits), asOf, fields);
  const divisions = selectDivisions(request.divisions ?? [], inventories.now);
  const { mixture } = inventories.now;
  const rules = selectRules(request, policies, allRules, mixture);
  const leftOut = leftOutRules(request, policies, allRules, mixture);
  const weighing = { rules, catalogue: allRules, weights: configuration, parameters, limits };
  const { now, base, trusted } = await evaluateStates(
    inventories,
    { now: request, ...defined({ base: request.base, trusted: request.trusted }) },
    { policies, ...weighing, asOf, directory, observer: request.observer },
  );
  const { inventory, views } = now;
  const [view] = views;
  const show = (file: string) => shownPath(file, directory);
  const baseline = request.baseline && { ...request.baseline, name: show(request.baseline.file.path) };
  const { findings, ...compared } = compare({
    inventory,
    findings: now.findings,
    isConclusive: (id) => rules.some((rule) => rule.id === id) || !allRules.some((rule) => rule.id === id),
    baseline,
    base: base && request.base && { ...base, name: request.base.name },
    onlyRelated: request.onlyRelated,
  });
  const active = findings.filter(countsToday);
  const shown = shownOf(divisions, findings);
  const unrelated = compared.unrelated?.count ?? 0;
  const errors = [...(await errorsOf(policies, inventory, findings)), ...now.errors];
  const asked = { inventory, policies, rules, leftOut, catalogue: allRules, findings, unrelated, errors };
  const paths = judgePaths(asked);
  // Only some reports name it, and it takes a while.
  const judgedBy = once(() => digestOf(policies, configuration));
  const inputs = () =>
    inputsOf({ inventory, policies, configuration, baseline, evidence: now.evidenceFiles, show });
  const changes = trusted &&
    request.trusted && [
      ...changesToTrust(trusted, { inventory, views, findings }),
      ...(await changedFiles(request.trusted, inputs(), directory)),
    ];
  const before = base ?? trusted;
  const { passedOver, notJudged } = loaded.now;
  const hidden = before && (await hiddenBy(before, now, { passedOver, directory, limits }));
  const matter = dueMatter(now, { ...weighing, asOf });
  const clauses = views.map((one) => coverage(one, now, asOf));
  const standing = (law: Policy) => standingTo(law, views);
  const against = (policy: Policy) =>
    coverageAgainst(policy, { coverage: clauses, findings, asOf, standing });
  const sources = new Map(inventory.files.map(({ path, yaml }) => [path, yaml.source]));
  return {
    tool: { name: 'sekisho', version },
    asOf,
    policies: policies.map(judgedPolicy),
    judgedBy: {
      get digest() {
        return judgedBy();
      },
    },
    notices: await notices({
      views,
      asOf,
      findings,
      paths,
      leftOut,
      judgedBy,
      baseline,
      base: await judgedThen(request, base),
      ...{ divisions, shown, notJudged, files: inventory.files },
    }),
    summary: summarise({ files: loaded.now.found, inventory, rules, verdicts: now.verdicts, findings }),
    body: bodyOf(inventory),
    cover: coverOf(configuration),
    findings,
    ...defined({ shown }),
    outOfScope: now.outOfScope,
    notJudged,
    errors,
    coverage: clauses,
    rules: judgedRules(rules, policies, request, now.verdicts),
    leftOut,
    exceptions: now.exceptions,
    corrections: correctionAccounts(inventory, now.corrections),
    ...defined({ lastAudit: lastAuditOf(inventory, asOf) }),
    attestations: attestationAccounts(inventory, now.evidence),
    ...compared,
    ...(view && base?.views[0] && { networkChange: networkChange(base.views[0], view) }),
    ...(request.trusted && changes && { trusted: { ref: request.trusted.ref, changes } }),
    ...defined({ hidden, repository: request.repository }),
    known: (finding) => knownOf(finding, inventory),
    sourceLine: (file, line) => sources.get(file)?.line(line),
    due: (within) => due(matter, within),
    undated: (only) => undated(matter, only),
    against,
    againstLaws: () => policies.filter(({ kind }) => kind === 'law').map(against),
    ticks: () => countTicks(now, fieldsOfRules(policies)),
    confidential: () =>
      confidentialTexts(
        [inventories.now, inventories.base, inventories.trusted].flatMap((one) => one?.files ?? []),
      ),
    drawing: () => view && { ...drawNetwork(view, active), judgement: paths },
    inputs,
    unread: () => [
      ...inventory.files.flatMap(({ path, bytes }) => (bytes === undefined ? [path] : [])),
      ...now.unreadEvidence,
    ],
  };
}

/** Why nothing can be judged, where nobody names a policy. */
async function errorsOf(policies: readonly Policy[], inventory: Inventory, findings: readonly Finding[]) {
  if (policies.length > 0) return [];
  const meant = await policyIssuedBy(inventory.organization?.name ?? '');
  return noPolicyErrors(inventory, findings, meant);
}

/** What the base was judged by in its own state. A base without an inventory was not judged. */
async function judgedThen(request: CheckRequest, state: EvaluatedState | undefined) {
  const { base } = request;
  if (base === undefined || state === undefined || state.inventory.files.length === 0) return undefined;
  const [organization] = state.inventory.organizations;
  return { name: base.name, judgedBy: await judgedByOfBase(request, base, organization, builtInRules) };
}
