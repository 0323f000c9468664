import type { ExaminedEvidence } from '../inventory/evidence.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Network } from '../network/network.ts';
import { canonicalLevel, type Policy } from '../policy/policy.ts';
import type { AnyRule, ExceptionView, ParameterValue, RuleContext, SetParameter } from '../rule.ts';

/** Parameters as the configuration sets them: rule id → name → value. */
export type Parameters = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/**
 * Makes what a rule may ask under one policy.
 *
 * @param run what is the same for all rules
 */
export function ruleContext(rule: AnyRule, policy: Policy, run: RunContext): RuleContext {
  const { inventory, policies, asOf, configured, network, outside, exceptions, evidence } = run;
  const level: RuleContext['level'] = (record, axis) => {
    const written = record.classification?.[axis];
    return written === undefined ? undefined : canonicalLevel(policy.scales[axis], written);
  };
  // The same for all records, of which each asks.
  const parameters = new Map<string, SetParameter>();
  return {
    asOf,
    inventory,
    exceptions,
    evidence,
    policy,
    policies,
    get network() {
      return network(policy);
    },
    parameter(name) {
      let parameter = parameters.get(name);
      if (parameter === undefined) {
        parameter = setParameter(rule, name, policy, configured);
        parameters.set(name, parameter);
      }
      return parameter;
    },
    level,
    binds(record) {
      return !outside(policy).has(record);
    },
    atLeast(record, axis, minimum) {
      const canonical = level(record, axis);
      return canonical === undefined ? undefined : canonical >= minimum;
    },
  };
}

/** The configuration wins over the policy, that over the default. */
function setParameter(rule: AnyRule, name: string, policy: Policy, configured: Parameters): SetParameter {
  const places = [
    ['configuration', configured[rule.id]],
    ['policy', policy.parameters[rule.id]],
  ] as const;
  for (const [origin, values] of places) {
    const value = values?.[name];
    if (value !== undefined) return { value: value as ParameterValue, origin };
  }
  return { value: rule.parameters?.[name]?.default ?? null, origin: 'default' };
}

/** What all contexts of a run share. */
export interface RunContext {
  readonly inventory: Inventory;
  /** all that the inventory is judged by */
  readonly policies: readonly Policy[];
  readonly asOf: string;
  readonly configured: Parameters;
  /** gives the network under a policy, which is read when the first rule asks for it */
  readonly network: (policy: Policy) => Network;
  /** the records that a policy does not apply to */
  readonly outside: (policy: Policy) => ReadonlySet<object>;
  readonly exceptions: ExceptionView;
  readonly evidence: ExaminedEvidence;
}

/** @returns a function that makes something under a policy once, when it is first asked for */
export function oncePerPolicy<Value>(make: (policy: Policy) => Value): (policy: Policy) => Value {
  const known = new Map<Policy, Value>();
  return (policy) => {
    const value = known.get(policy) ?? make(policy);
    known.set(policy, value);
    return value;
  };
}
