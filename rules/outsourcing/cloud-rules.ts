import {
  type Applicability,
  allRecords,
  boundRecords,
  type Contract,
  defineRule,
  documentInForce,
  hasEnded,
  type Issue,
  type Localized,
  nameOf,
  notApplicable,
  pass,
  type RuleContext,
  type Service,
  unknown,
} from '#rule';

/**
 * There are rules on the use of external services: 伊勢崎市 6(8), 特別区人事・厚生事務組合 6(8). Both documents call
 * external services cloud services, and give social media rules of its own.
 */
export const cloudRules = defineRule({
  id: 'outsourcing/cloud-rules',
  title: {
    ja: 'クラウドサービスの利用に係る規定を整備する',
    en: 'Rules on the use of cloud services are laid down',
  },
  rationale: {
    ja: 'クラウドサービスは、申し込めばその日から誰でも使い始められます。どの情報をどのような手続で置いてよいかを決めておかなければ、組織の知らないところに情報が広がります。',
    en: 'Anyone can sign up for a cloud service and use it the same day. Unless it is laid down what may be put there and who decides, information spreads to places that the body does not know of.',
  },
  remedy: {
    ja: '利用の申請と承認、扱ってよい情報、事業者の選定、利用の終了等を定めた規定を施行し、documents に type: cloud-rules として、施行した日を adopted に書いてください。',
    en: 'Bring into force rules on applying for a service and approving it, what it may handle, how a provider is chosen and how its use ends. List them under documents with type: cloud-rules and the day they came into force in adopted.',
  },
  appliesTo: 'organization',
  check(_organization, context) {
    const applies = usesCloudServices(context);
    if (applies === false) return notApplicable;
    const outcome = documentInForce('cloud-rules', what, context);
    return outcome === pass || applies === true ? outcome : applies;
  },
  examples: {
    pass: `
organization:
  name: 関所市
services:
  - id: childcare-cloud
    name: 子育て相談予約クラウド
    type: cloud
documents:
  - id: cloud-rules
    name: クラウドサービス利用規程
    type: cloud-rules
    adopted: 令和8年4月1日
`,
    fail: `
organization:
  name: 関所市
  complete: [documents]
services:
  - id: childcare-cloud
    name: 子育て相談予約クラウド
    type: cloud
documents: []
`,
    unknown: `
organization:
  name: 関所市
services:
  - id: childcare-cloud
    name: 子育て相談予約クラウド
    type: cloud
`,
  },
  mutation: { set: { 'documents/cloud-rules adopted': false }, at: 'organization' },
});

const what: Localized = { ja: 'クラウドサービスの利用に係る規定', en: 'a set of rules on cloud services' };

function usesCloudServices(context: RuleContext): Applicability {
  const { inventory } = context;
  const services = boundRecords('services', context);
  if (services.some(({ type }) => type !== undefined && type !== 'sns')) return true;
  if (boundRecords('contracts', context).some((contract) => isRunningCloud(contract, context))) return true;
  const untyped = services.find(({ type }) => type === undefined);
  if (untyped !== undefined) return kindUnknown(untyped);
  if (inventory.states('services') || (inventory.isWhole('services') && inventory.readable)) return false;
  return servicesNotListed;
}

function isRunningCloud(contract: Contract, context: RuleContext): boolean {
  return contract.type === 'cloud' && !hasEnded(contract, context);
}

function kindUnknown(service: Service): Issue {
  const name = nameOf(service);
  const message = {
    ja: `外部サービス「${name}」の種類が書かれておらず、${what.ja}が必要か判定できません`,
    en: `lists the service “${name}” without its kind, so it cannot be told whether ${what.en} is needed`,
  };
  const step = {
    record: service,
    path: 'type',
    message: { ja: '種類の書かれていない外部サービス', en: 'the service without a kind' },
  };
  return unknown('', message, {
    key: 'services.type',
    remedy: {
      ja: `外部サービス「${name}」の type を書いてください。`,
      en: `Write the type of the service “${name}”.`,
    },
    trace: [step],
    missing: { record: service, path: 'type' },
  });
}

const servicesNotListed = unknown(
  '',
  {
    ja: `台帳に services がなく、${what.ja}が必要か判定できません`,
    en: `has no services in its inventory, so it cannot be told whether ${what.en} is needed`,
  },
  {
    key: 'services',
    missing: { section: 'services', what: allRecords },
    remedy: {
      ja: '利用している外部サービスを services に書いてください。1件もなければ services: [] と書いてください。',
      en: 'List the external services in use under services; if there are none, write services: [].',
    },
  },
);
