import { defineServiceFactRule, serviceConfidentialityBelow } from '#rule';

/** The terms of a service are checked, to be observed: みなかみ町 7)外部サービス利用・機密性2以外 (our reading). */
export const serviceTermsObserved = defineServiceFactRule({
  id: 'outsourcing/service-terms-observed',
  title: ({ below }) => ({
    ja: `${below('confidentiality', 2).ja}の情報を扱う外部サービスは、利用条件を確認し遵守する`,
    en: 'The terms of services that handle no confidential information are known and observed',
  }),
  rationale: {
    ja: '約款には、入力した情報の利用、保存場所、サービスの停止等について、思わぬ定めがあることがあります。確かめないまま使えば、気付かずに条件に反し、又は不利な条件を受け入れることになります。',
    en: 'Standard terms may hold surprises about the use of what is entered, where it is kept, and when the service may stop. Used unread, they are broken or accepted without anyone noticing.',
  },
  remedy: {
    ja: '利用条件（約款等）を確認し、守って利用できることを確かめた日を terms.confirmed に書いてください。',
    en: 'Read the terms of use, make sure that they can be observed, and write the day in terms.confirmed.',
  },
  field: 'terms.confirmed',
  when: serviceConfidentialityBelow(2),
  violation: {
    ja: '利用条件を確認せずに利用されています',
    en: 'is used without its terms having been checked',
  },
  examples: {
    pass: `
services:
  - id: translation
    name: 自動翻訳サービス
    type: cloud
    confidentiality: 1
    terms:
      confirmed: 2026-04-15
`,
    fail: `
services:
  - id: survey-service
    name: 無料アンケートサービス
    type: cloud
    confidentiality: 1
    terms:
      confirmed: false
`,
    unknown: `
services:
  - id: survey-service
    name: 無料アンケートサービス
    type: cloud
    confidentiality: 1
`,
  },
  mutation: { set: { 'services/generative-ai terms.confirmed': false } },
});
