import {
  confidentialAssetIn,
  defineRule,
  fail,
  type Issue,
  nameOf,
  notApplicable,
  pass,
  type RuleContext,
  type Service,
  serviceConfidentialityAtLeast,
  stepToLevel,
  unknown,
} from '#rule';

/** Nothing confidential goes to social media: みなかみ町 5)ソーシャルメディア・ウェブ会議[1]. */
export const snsNoConfidential = defineRule({
  id: 'outsourcing/sns-no-confidential',
  title: ({ atLeast }) => ({
    ja: `ソーシャルメディアサービスで${atLeast('confidentiality', 2).ja}の情報を発信しない`,
    en: 'Confidential information is kept off social media',
  }),
  rationale: {
    ja: 'ソーシャルメディアで発信した情報は、誰にでも見られ、写しまで消すことはできません。個別のやり取りに使う場合も、内容は事業者の手元に残ります。',
    en: 'What is posted on social media is there for everyone, and its copies cannot be removed. Even what is exchanged in private stays with the provider.',
  },
  remedy: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報をそのサービスで扱うことをやめ、掲載したものがあれば削除してください。等級や置き場所の記載が誤っていれば、サービスの confidentiality、又は情報資産の classification や service を改めてください。`,
    en: 'Stop using the service for confidential information, and delete what has been posted. If a level or place is wrong in the inventory, correct confidentiality of the service, or classification or service of the asset.',
  }),
  appliesTo: 'services',
  check(service, context) {
    if (service.type !== undefined && service.type !== 'sns') return notApplicable;
    const confidential = handlesConfidential(service, context);
    if (confidential === false) return pass;
    if (service.type === undefined) return unknown('type');
    return confidential === true ? confidentialOnSocialMedia(service, context) : confidential;
  },
  examples: {
    pass: `
services:
  - id: official-sns
    name: 町公式SNS
    type: sns
    confidentiality: 1
`,
    fail: `
services:
  - id: consultation-sns
    name: 子育て相談SNS
    type: sns
assets:
  - id: consultation-records
    name: 子育て相談記録
    service: consultation-sns
    classification:
      confidentiality: 3
`,
    unknown: `
services:
  - id: tourism-sns
    name: 観光情報SNS
    type: sns
`,
  },
  mutation: {
    set: { 'services/official-sns confidentiality': 2 },
    also: [
      'outsourcing/service-certified fail services/official-sns certifications',
      'outsourcing/standard-terms-level fail services/official-sns terms.standard',
    ],
  },
});

const handlesConfidential = serviceConfidentialityAtLeast(2);

function confidentialOnSocialMedia(service: Service, context: RuleContext): Issue {
  const { confidentiality } = service;
  const asset = confidentialAssetIn(service, 2, context);
  if (asset === undefined) {
    return fail('confidentiality', {
      ja: `ソーシャルメディアサービスですが、機密性の等級が「${confidentiality}」の情報を扱っています`,
      en: `is social media but handles information of confidentiality level “${confidentiality}”`,
    });
  }
  const name = nameOf(asset);
  const level = asset.classification?.confidentiality;
  const message = {
    ja: `ソーシャルメディアサービスですが、機密性の等級が「${level}」の「${name}」を扱っています`,
    en: `is social media but handles “${name}”, whose confidentiality level is “${level}”`,
  };
  return fail('confidentiality', message, { trace: [stepToLevel(asset, 'confidentiality')] });
}
