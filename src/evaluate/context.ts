import { defined } from '../base/defined.ts';
import type { ExaminedEvidence } from '../inventory/evidence.ts';
import { ownWords, wordingUnder } from '../policy/own-words.ts';
import {
  type Axis,
  compareStandings,
  reachesFloor,
  reachesLevel,
  type Scale,
  type Standing,
  standingIn,
} from '../policy/policy.ts';
import type { Terms } from '../policy/terms.ts';
import type {
  AnyRule,
  Classified,
  CorrectionView,
  ExceptionView,
  ParameterValue,
  RuleContext,
  SetParameter,
} from '../rule.ts';
import type { PolicyView } from './policy-view.ts';

/** Parameters as the configuration sets them: rule id → name → value. */
export type Parameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Makes the context in which a rule judges under one policy.
 *
 * @param run what is the same for all rules
 * @param terms what the clauses that it judges for ask alike
 */
export function ruleContext(
  rule: AnyRule,
  view: PolicyView,
  run: RunContext,
  { floor, parameters: stated }: Pick<Terms, 'floor' | 'parameters'>,
): RuleContext {
  const { inventory, policy, policies, binds } = view;
  const { asOf, configured, exceptions, corrections, evidence } = run;
  const scales = readableScales(view);
  const readLevel = (axis: Axis, written: string | number): Standing | undefined => {
    for (const scale of scales[axis]) {
      const found = standingIn(scale, written);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  const standing = (record: Classified, axis: Axis): Standing | undefined => {
    const written = record.classification?.[axis];
    return written === undefined ? undefined : readLevel(axis, written);
  };
  // Cached: every record asks, and the answer is the same for all.
  const parameters = new Map<string, SetParameter>();
  const wording = { ...wordingUnder(policy, policies), isWritten: view.writesLayer, ...defined({ floor }) };
  return {
    asOf,
    inventory,
    exceptions,
    corrections,
    evidence,
    policy,
    policies,
    words: ownWords([wording]),
    get network() {
      return view.network;
    },
    parameter(name) {
      let parameter = parameters.get(name);
      if (parameter === undefined) {
        parameter = setParameter(rule, name, [
          ['configuration', configured[rule.id]],
          ['clause', stated],
          ['policy', policy.parameters[rule.id]],
        ]);
        parameters.set(name, parameter);
      }
      return parameter;
    },
    binds,
    asksForLayers(record) {
      return run.onLayers.some((one) => one.binds(record));
    },
    excepted(record) {
      return run.excepted(rule.id, record);
    },
    isLevel(written, axis) {
      return readLevel(axis, written) !== undefined;
    },
    knowsLevel(record, axis) {
      return standing(record, axis) !== undefined;
    },
    compareLevels(a, b, axis) {
      const [first, second] = [standing(a, axis), standing(b, axis)];
      return first && second && compareStandings(first, second);
    },
    compareToLevel(record, axis, level) {
      const found = standing(record, axis);
      const other = readLevel(axis, level);
      return found && other && compareStandings(found, other);
    },
    isLowest(record, axis) {
      const found = standing(record, axis);
      return found && found.rank === 0;
    },
    atLeast(record, axis, minimum) {
      const found = standing(record, axis);
      // Where a clause says from which level on it asks for something, that is the least level, not what the rule takes for it.
      const stated = floor?.[axis];
      if (stated !== undefined) return found && reachesFloor(found, stated, policy.scales[axis]);
      return found && reachesLevel(found, minimum);
    },
  };
}

/**
 * The scales in which levels are read under a policy: its own and those that other selected policies state. Where it states
 * none, theirs replace the usual scale: the body has stated its scale in another policy.
 */
function readableScales({ policy, policies }: PolicyView): Readonly<Record<Axis, readonly Scale[]>> {
  const readable = (axis: Axis): readonly Scale[] => {
    const own = policy.scales[axis];
    const stated = policies
      .map(({ scales }) => scales[axis])
      .filter((scale) => scale.stated && scale !== own);
    return own.stated || stated.length === 0 ? [own, ...stated] : stated;
  };
  return {
    confidentiality: readable('confidentiality'),
    integrity: readable('integrity'),
    availability: readable('availability'),
  };
}

/** @param sources those that take precedence first; all of them take precedence over the default */
function setParameter(
  rule: AnyRule,
  name: string,
  sources: readonly (readonly [SetParameter['origin'], Readonly<Record<string, unknown>> | undefined])[],
): SetParameter {
  for (const [origin, values] of sources) {
    const value = values?.[name];
    if (value !== undefined) return { value: value as ParameterValue, origin };
  }
  return { value: rule.parameters?.[name]?.default ?? null, origin: 'default' };
}

/** What all contexts of a run share. */
export interface RunContext {
  /** the inventory under the policies that cite a rule to which layers matter */
  readonly onLayers: readonly PolicyView[];
  readonly asOf: string;
  readonly configured: Parameters;
  readonly exceptions: ExceptionView;
  readonly corrections: CorrectionView;
  /** whether an exception in force lets a record depart from a rule */
  readonly excepted: (ruleId: string, record: object) => boolean;
  readonly evidence: ExaminedEvidence;
}
