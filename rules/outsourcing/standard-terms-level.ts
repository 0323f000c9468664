import {
  addToGroup,
  type Contract,
  checkFact,
  confidentialAssetIn,
  confidentialServices,
  defineServiceRule,
  type FactElsewhere,
  hasEnded,
  type Issue,
  nameOf,
  oncePerInventory,
  type RuleContext,
  type Service,
  serviceReaches,
  stepToLevel,
} from '#rule';

/**
 * Confidential information is, in principle, not handled in services on standard terms alone: the ministry's guideline. None of
 * the four documents asks for it. A service with a contract that was agreed individually is not on standard terms alone.
 */
export const standardTermsLevel = defineServiceRule({
  id: 'outsourcing/standard-terms-level',
  title: {
    ja: '機密性の高い情報を、定型約款だけで利用する外部サービスで扱わない',
    en: 'Confidential information is not handled in services on standard terms alone',
  },
  rationale: {
    ja: '不特定多数向けの定型約款では、情報の保存場所、事業者による利用、事故のときの通知や責任を、利用する側の求めるように定められません。約款は事業者の都合で変わることもあります。',
    en: 'On standard terms offered to everyone, a body cannot lay down where information is kept, what the provider may do with it, or who is told and answers when something happens; and the provider may change them.',
  },
  remedy: {
    ja: '情報セキュリティに必要な条件を個別の契約で定めて terms.standard を false に改めるか、そのサービスで機密性の高い情報を扱うことをやめて、confidentiality（情報資産が service に挙げていれば、その service も）を改めてください。',
    en: 'Agree on the conditions that security needs in an individual contract and change terms.standard to false; or stop handling confidential information in the service, and correct confidentiality (and service of the assets that name it).',
  },
  parameters: confidentialServices,
  check(service, context) {
    const outcome = judgeTerms(service, context);
    return 'verdict' in outcome && outcome.verdict === 'fail'
      ? withAsset(outcome, service, context)
      : outcome;
  },
  examples: {
    pass: `
services:
  - id: accounting-cloud
    name: 財務会計クラウド
    type: cloud
    confidentiality: 2
    terms:
      standard: false
`,
    fail: `
services:
  - id: free-storage
    name: 無料ファイル共有サービス
    type: storage
    terms:
      standard: true
assets:
  - id: consultation-records
    name: 子育て相談記録
    service: free-storage
    classification:
      confidentiality: 3
`,
    unknown: `
services:
  - id: file-sharing
    name: ファイル共有サービス
    type: storage
    confidentiality: 2
`,
  },
  mutation: { set: { 'services/kosodate-cloud terms.standard': true } },
});

const violation = {
  ja: '定型約款だけで利用していますが、機密性の高い情報を扱っています',
  en: 'is used on standard terms alone, but handles confidential information',
};

const judgeTerms = checkFact<'services'>({
  field: 'terms.standard',
  wanted: false,
  when: serviceReaches,
  violation,
  otherwise: statedInContract,
});

const contractsOf = oncePerInventory((inventory) => {
  const byService = new Map<Service, Contract[]>();
  for (const contract of inventory.records('contracts'))
    for (const id of contract.services ?? []) {
      const service = inventory.find('services', id);
      if (service !== undefined) addToGroup(byService, service, contract);
    }
  return byService;
});

/** A contract for the service says as well whether it is on standard terms: one that was agreed individually is enough. */
function statedInContract(service: Service, context: RuleContext): FactElsewhere | undefined {
  const running = (contractsOf(context.inventory).get(service) ?? []).filter(
    (contract) => !hasEnded(contract, context) && contract.terms?.standard !== undefined,
  );
  const record = running.find(({ terms }) => terms?.standard === false) ?? running[0];
  const value = record?.terms?.standard;
  if (record === undefined || value === undefined) return undefined;
  const name = nameOf(record);
  const message = value
    ? { ja: `契約「${name}」は定型約款による`, en: `the contract “${name}” is on standard terms` }
    : { ja: `契約「${name}」は個別の契約`, en: `the contract “${name}” was agreed individually` };
  return { record, path: 'terms.standard', value, message };
}

/** Names the asset from which the level follows, where the service is not given that level itself. */
function withAsset(issue: Issue, service: Service, context: RuleContext): Issue {
  const { value } = context.parameter('confidentialityAtLeast');
  const asset = typeof value === 'number' ? confidentialAssetIn(service, value, context) : undefined;
  if (asset === undefined) return issue;
  const name = nameOf(asset);
  const message = {
    ja: `定型約款だけで利用していますが、機密性の高い情報「${name}」を扱っています`,
    en: `is used on standard terms alone, but handles “${name}”, which is confidential`,
  };
  return { ...issue, message, trace: [...(issue.trace ?? []), stepToLevel(asset, 'confidentiality')] };
}
