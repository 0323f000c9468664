import {
  type Contract,
  defineRule,
  judgeOutsourcing,
  type Localized,
  type Outcome,
  passUnless,
  review,
  unknown,
} from '#rule';

/**
 * Certifications and audit results count when a contractor is selected: みなかみ町 7)委託先の選定. They are examples
 * there (等), so what was left out of account is for a person to look at.
 */
export const contractorCertificationConsidered = defineRule({
  id: 'outsourcing/contractor-certification-considered',
  title: {
    ja: '国際規格の認証取得状況や監査結果等を考慮して、委託先を選定する',
    en: 'Certifications and audit results are considered when a contractor is selected',
  },
  rationale: {
    ja: '事業者自身の説明だけでは、対策が実際に行われているかは分かりません。第三者による認証や監査の結果は、それを確かめる手掛かりになります。',
    en: 'What a company says of itself does not show whether its measures are really taken. Certifications and audits by others give something to go by.',
  },
  remedy: {
    ja: '選定の際に国際規格の認証取得状況や監査結果を考慮し、selection.certificationsConsidered と selection.auditResultsConsidered を true に改めてください。考慮しないまま契約したものは、改めて確かめてください。',
    en: 'Consider international certifications and audit results in the selection, and change selection.certificationsConsidered and selection.auditResultsConsidered to true. Where a contract was signed without that, look at them now.',
  },
  appliesTo: 'contracts',
  check: (contract, context) => judgeOutsourcing(contract, context, () => considered(contract)),
  examples: {
    pass: `
contracts:
  - id: core-system
    name: 基幹系システム構築業務
    type: outsourcing
    selection:
      certificationsConsidered: true
      auditResultsConsidered: true
`,
    review: `
contracts:
  - id: mailing
    name: 検診案内発送業務
    type: outsourcing
    selection:
      certificationsConsidered: false
      auditResultsConsidered: true
`,
    unknown: `
contracts:
  - id: mailing
    name: 検診案内発送業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/基幹系保守 selection.auditResultsConsidered': false }, verdict: 'review' },
});

const neitherStated: Localized = {
  ja: '認証取得状況や監査結果を考慮して委託先を選定したかが台帳に書かれていません',
  en: 'does not state whether certifications and audit results were considered in the selection',
};

const withoutCertifications: Localized = {
  ja: '国際規格の認証取得状況を考慮せずに委託先が選定されており、ほかに考慮したものを確かめる必要があります',
  en: 'was awarded without considering certifications; someone must check what was considered instead',
};

const withoutAuditResults: Localized = {
  ja: '監査結果を考慮せずに委託先が選定されており、ほかに考慮したものを確かめる必要があります',
  en: 'was awarded without considering audit results; someone must check what was considered instead',
};

/** Whether certifications and the results of audits had a part in the selection. */
function considered(contract: Contract): Outcome {
  const { certificationsConsidered, auditResultsConsidered } = contract.selection ?? {};
  if (certificationsConsidered === undefined && auditResultsConsidered === undefined) {
    return unknown('selection.certificationsConsidered', neitherStated);
  }
  const issues = [];
  if (certificationsConsidered === false)
    issues.push(review('selection.certificationsConsidered', withoutCertifications));
  if (auditResultsConsidered === false)
    issues.push(review('selection.auditResultsConsidered', withoutAuditResults));
  return passUnless(issues);
}
