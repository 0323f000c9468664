import type { Contract, Service } from '../../generated/records.ts';
import { checkBySection } from './by-section.ts';
import { hasEnded } from './contract.ts';
import {
  type AnyRule,
  defineRule,
  notApplicable,
  type Outcome,
  type Rule,
  type RuleContext,
  type RuleDefinition,
  unknown,
} from './definition.ts';
import { checkFact, type Fact, type FactRule } from './fact-rule.ts';

/**
 * Defines a rule on external services that also judges contracts on standard terms. Rules on outsourcing do not apply to
 * these, since the service is judged instead: without a listed service, the rule is unknown.
 */
export function defineServiceRule(
  rule: Omit<RuleDefinition<'services'>, 'appliesTo' | 'neededSections'>,
): AnyRule {
  const { check, ...rest } = rule;
  return defineRule<'services' | 'contracts'>({
    ...rest,
    appliesTo: ['services', 'contracts'],
    neededSections: ['services'],
    check: checkBySection<'services' | 'contracts'>({
      services: check as (service: Service, context: RuleContext) => Outcome,
      contracts: serviceListed,
    }) as Rule<'services' | 'contracts'>['check'],
  });
}

/** The same of one yes/no fact. */
export function defineServiceFactRule(fact: Omit<FactRule<'services'>, 'appliesTo'>): AnyRule {
  const { field, wanted, violation, action, when, paths, otherwise, ...rule } = fact;
  return defineServiceRule({ ...rule, check: checkFact<'services'>(fact as Fact<'services'>) });
}

/** Whether the service of a contract is listed. That no services are listed at all is reported once, for the body. */
function serviceListed(contract: Contract, context: RuleContext): Outcome {
  const { inventory, binds } = context;
  const { terms, services } = contract;
  if (terms?.standard !== true || !isForService(contract) || hasEnded(contract, context))
    return notApplicable;
  const named = (services ?? []).map((id) => inventory.find('services', id));
  if (named.some((service) => service !== undefined && binds(service))) return notApplicable;
  const saidOfBody = !inventory.states('services') && !inventory.isWhole('services');
  return saidOfBody ? notApplicable : serviceNotListed;
}

/**
 * Whether a contract on standard terms must be one for an external service: other outsourcing need not be, and a designated
 * manager is none.
 */
function isForService({ type }: Contract): boolean {
  return type === undefined || type === 'cloud';
}

const serviceNotListed = unknown(
  'services',
  {
    ja: '定型約款による契約ですが、どの外部サービスの契約か書かれておらず、外部サービスに求められる事項を判定できません',
    en: 'is on standard terms, but does not say for which service, so what is asked of external services cannot be judged',
  },
  {
    shared: 'contracts.services',
    wanted: 'either',
    remedy: {
      ja: '利用する外部サービスを services に載せ、その id を契約の services に書いてください。',
      en: 'List the service under services and write its id in services of the contract.',
    },
  },
);
