import type { Contract } from '../../generated/records.ts';
import { type Outcome, type RuleContext, review, unknown } from './definition.ts';
import { type Applicability, judgeWhere } from './fact-rule.ts';

/** For `when`: outsourcing that has not ended. */
export function isOutsourcing(contract: Contract, context: RuleContext): Applicability {
  return hasEnded(contract, context) ? false : isOrWasOutsourcing(contract);
}

/**
 * For `when`: a contract that binds the contractor to comply with the policy: outsourcing, and whomever the policy itself
 * binds beside its staff, whatever they handle (熊谷市 5: 外部委託事業者, 指定管理者を含む).
 */
export function bindsToPolicy(contract: Contract, context: RuleContext): Applicability {
  if (hasEnded(contract, context)) return false;
  const others = context.policy.scope.personnel?.others ?? [];
  if (contract.type === 'designated-manager') return others.includes('designated-manager');
  return others.includes('contractor') ? isIndividual(contract) : isOrWasOutsourcing(contract);
}

/**
 * For `when`: outsourcing, ended or not. What is asked of it protects the body's information assets, and says so (みなかみ町 7),
 * 熊谷市, 伊勢崎市 and 特別区人事・厚生事務組合 6), so the rule does not apply to a contract that hands over none. Agreements with designated
 * managers have a rule of their own.
 */
export function isOrWasOutsourcing(contract: Contract): Applicability {
  if (contract.type === 'designated-manager' || handsOverNothing(contract)) return false;
  return isIndividual(contract);
}

/** Whether a contract states that the contractor handles no asset and no system: cleaning, say. */
export function handsOverNothing({ assets, systems }: Contract): boolean {
  return assets?.length === 0 && systems?.length === 0;
}

/**
 * Whether a contract was agreed individually. A service on standard terms (定型約款) is an external service: its terms cannot
 * be negotiated, and the clauses on services apply. For a cloud service the inventory must state which it is; all rules
 * share one issue that asks for it.
 */
function isIndividual({ type, terms }: Contract): Applicability {
  if (terms?.standard === true) return type === 'outsourcing' && outsourcedOnStandardTerms;
  if (type !== 'cloud' || terms?.standard === false) return true;
  return unknown('terms.standard', standardTermsNotStated, {
    shared: 'terms.standard',
    wanted: 'either',
    remedy: writeStandardTerms,
  });
}

/** Outsourcing on standard terms is unlikely, so a person must look. */
const outsourcedOnStandardTerms = review(
  'terms.standard',
  {
    ja: '業務委託の契約を定型約款によるものとしており、業務委託契約の事項を求めなくてよいか、確かめる必要があります',
    en: 'is an outsourcing contract said to be on standard terms; someone must check that nothing need be asked of it',
  },
  {
    shared: 'terms.standard',
    remedy: {
      ja: '個別に契約していれば、terms.standard を false に改め、契約に定めた事項（terms）等を書いてください。不特定多数向けのサービスの利用契約であれば、type を cloud に改め、利用するサービスを services に載せ、その id を契約の services に書いてください。',
      en: 'If it was agreed individually, change terms.standard to false and write what it lays down (terms and the rest). If it is a contract for a service offered to everyone, change type to cloud, list the service under services and write its id in services of the contract.',
    },
  },
);

const standardTermsNotStated = {
  ja: '定型約款による契約か書かれていないため、業務委託契約の事項が求められるか判定できません',
  en: 'does not say whether it is on standard terms, and so whether what outsourcing contracts are asked is asked of it',
};

const writeStandardTerms = {
  ja: '不特定多数向けの定型約款による契約であれば terms.standard に true と書き、利用するサービスを services に載せ、その id を契約の services に書いてください。個別に契約していれば terms.standard に false と書き、契約に定めた事項（terms）等を書いてください。',
  en: 'If the contract is on standard terms offered to everyone, write terms.standard: true, list the service under services and write its id in services of the contract. If it was agreed individually, write terms.standard: false and what it lays down (terms and the rest).',
};

/** For checks of outsourcing contracts: a pass needs no answer to whether the rule applies. */
export function judgeOutsourcing(contract: Contract, context: RuleContext, judge: () => Outcome): Outcome {
  return judgeWhere(isOutsourcing(contract, context), judge);
}

/** Whether a contract has ended by the day judged by. Without a stated end it has not. */
export function hasEnded({ ended }: Contract, { asOf }: RuleContext): boolean {
  return typeof ended === 'string' ? ended <= asOf : ended === true;
}
