import type { FileDigest } from '../base/digest.ts';
import {
  type EvidencePlaces,
  type ExaminedEvidence,
  evidencePlaces,
  examineAll,
} from '../inventory/evidence.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { InventorySource } from '../inventory/load.ts';
import type { Policy } from '../policy/policy.ts';
import { evaluate } from './evaluate.ts';
import type { Evaluation, EvaluationInput, TellPass } from './evaluation.ts';
import { type PolicyView, viewsOf } from './policy-view.ts';
import { TrustedState } from './trusted-state.ts';

/** What there is of the inventory as it is now, in the base and in the trusted state. The last two may be the same. */
export interface States<T> {
  readonly now: T;
  readonly base?: T;
  readonly trusted?: T;
}

/** A state of the inventory under the policies, with what came of evaluating it. */
export interface EvaluatedState extends Evaluation {
  readonly source: InventorySource;
  readonly inventory: Inventory;
  readonly views: readonly PolicyView[];
  readonly evidence: ExaminedEvidence;
  /** the files that were looked at as evidence */
  readonly evidenceFiles: readonly FileDigest[];
  /** paths of evidence that is there and could not be read, as reports show them */
  readonly unreadEvidence: readonly string[];
  /** judges once more and tells of every pass: they are many, so that nobody keeps them */
  readonly passes: (tell: TellPass) => void;
}

/** How every state is evaluated. */
export type EvaluationSettings = Omit<
  EvaluationInput,
  'inventory' | 'views' | 'evidence' | 'trusted' | 'collect' | 'passed'
> &
  Pick<EvidencePlaces, 'directory' | 'limits'> & { readonly policies: readonly Policy[] };

/** Evaluates each state once, and states that are the same together. The exceptions of the trusted state hold in all of them. */
export async function evaluateStates(
  inventories: States<Inventory>,
  sources: States<InventorySource>,
  settings: EvaluationSettings,
): Promise<States<EvaluatedState>> {
  const { now, base, trusted } = inventories;
  const collect = (base ?? trusted) !== undefined;
  const known: EvaluatedState[] = [];
  const evaluated = async (inventory: Inventory, source: InventorySource, permitting?: TrustedState) => {
    const examined = await examine(inventory, source, settings);
    const same = known.find((one) => one.inventory === inventory && isSame(one.evidence, examined.evidence));
    const input = { ...settings, inventory, trusted: permitting, collect };
    const state = same ? { ...same, ...examined, source } : evaluateState(input, source, examined, settings);
    known.push(state);
    return state;
  };
  const reviewed = trusted && sources.trusted && (await evaluated(trusted, sources.trusted));
  const permitting = reviewed && new TrustedState(reviewed.inventory, reviewed.findings);
  // What they name as evidence may differ between states of which the inventory is the same.
  const earlier =
    sources.base?.tree === sources.trusted?.tree
      ? reviewed
      : base && sources.base && (await evaluated(base, sources.base, permitting));
  return {
    now: await evaluated(now, sources.now, permitting),
    ...(earlier && { base: earlier }),
    ...(reviewed && { trusted: reviewed }),
  };
}

/** What the files are like that a state names as evidence. */
type Examined = Pick<EvaluatedState, 'evidence' | 'evidenceFiles' | 'unreadEvidence'>;

async function examine(
  inventory: Inventory,
  source: InventorySource,
  { directory, limits, observer }: EvaluationSettings,
): Promise<Examined> {
  observer?.enters?.('model');
  const places = await evidencePlaces(source, directory, limits);
  const { evidence, files, unread } = await examineAll(inventory, places);
  return { evidence, evidenceFiles: files, unreadEvidence: unread };
}

function isSame(evidence: ExaminedEvidence, other: ExaminedEvidence): boolean {
  return evidence.size === other.size && [...evidence].every(([item, state]) => other.get(item) === state);
}

function evaluateState(
  input: Omit<EvaluationInput, 'views' | 'evidence'>,
  source: InventorySource,
  examined: Examined,
  { policies }: EvaluationSettings,
): EvaluatedState {
  const { inventory } = input;
  const { evidence } = examined;
  const views = viewsOf(inventory, policies, input.trusted?.inventory);
  // One without files, as in a commit from before it existed, has no findings.
  const isEmpty = inventory.files.length === 0;
  const evaluation = isEmpty ? nothing : evaluate({ ...input, views, evidence });
  const passes = (passed: TellPass) => {
    if (!isEmpty) evaluate({ ...input, views, evidence, passed, collect: false, observer: undefined });
  };
  return { source, inventory, views, ...evaluation, passes, ...examined };
}

const nothing: Evaluation = {
  findings: [],
  verdicts: new Map(),
  tallies: new Map(),
  errors: [],
  outOfScope: [],
  judged: new Map(),
  exceptions: [],
  corrections: { state: () => ({ unknownRules: new Map(), ran: false, found: 0 }) },
};
