import {
  confidentialServices,
  defineServiceRule,
  fail,
  judgeWhere,
  pass,
  serviceReaches,
  unknown,
} from '#rule';

/**
 * Services that handle confidential information have a certification or registration by a third party. None of the four
 * documents asks for it. Which one would do, no text states that is public, so any does.
 */
export const serviceCertified = defineServiceRule({
  id: 'outsourcing/service-certified',
  title: {
    ja: '機密性の高い情報を扱う外部サービスは、第三者の認証や登録のあるものを選ぶ',
    en: 'Services that handle confidential information have a certification or registration',
  },
  rationale: {
    ja: '事業者の設備や運用を、利用する側が自分で調べることはできません。ISMAPへの登録やISO/IEC 27017等の認証は、第三者が対策を確かめたことを示します。',
    en: 'Users cannot look into the facilities and operations of a provider themselves. Registration under ISMAP, or a certification such as ISO/IEC 27017, shows that a third party has examined its measures.',
  },
  remedy: {
    ja: 'サービスの認証・登録（ISMAP、ISO/IEC 27017等）を事業者に確かめ、certifications に書いてください。なければ [] と書き、認証のあるサービスへ移行してください。監査報告書等で対策を確かめ、それで足りると決めたときは、その決定を exceptions に記録できます。',
    en: 'Ask the provider which certifications and registrations the service has (ISMAP, ISO/IEC 27017 and the like), and write them in certifications. If it has none, write [] and move to a service that has one; if its audit reports or the like are found to be enough, exceptions can record the decision.',
  },
  parameters: confidentialServices,
  check: (service, context) =>
    judgeWhere(serviceReaches(service, context), () => {
      const { certifications } = service;
      if (certifications === undefined) return unknown('certifications');
      return certifications.length > 0 ? pass : fail('certifications', notCertified);
    }),
  examples: {
    pass: `
services:
  - id: accounting-cloud
    name: 財務会計クラウド
    type: cloud
    confidentiality: 2
    certifications: [ISMAP]
`,
    fail: `
services:
  - id: library-cloud
    name: 図書館システムクラウド
    type: cloud
    confidentiality: 2
    certifications: []
`,
    unknown: `
services:
  - id: library-cloud
    name: 図書館システムクラウド
    type: cloud
    confidentiality: 2
`,
  },
  mutation: { set: { 'services/kosodate-cloud certifications': [] } },
});

const notCertified = {
  ja: '機密性の高い情報を扱っていますが、第三者の認証や登録がありません',
  en: 'handles confidential information but has no certification or registration',
};
