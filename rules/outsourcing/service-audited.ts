import { defineServiceFactRule, serviceConfidentialityAtLeast } from '#rule';

/** The security of a service is audited: みなかみ町 7)外部サービス利用・機密性2以上. */
export const serviceAudited = defineServiceFactRule({
  id: 'outsourcing/service-audited',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報を扱う外部サービスは、監査等により対策の状況を確認する`,
    en: 'Services that handle confidential information are audited',
  }),
  rationale: {
    ja: '事業者の中でどのような対策が行われているかは、利用者からは見えません。監査報告書や認証を定期的に確かめることで、対策の不足や変化に気付けます。',
    en: 'Users cannot see what measures a provider takes inside. Looking at its audit reports and certifications shows where measures are lacking or have changed.',
  },
  remedy: {
    ja: '事業者の監査報告書や認証を確認する手順と担当を定め、確認したうえで controls.audited を true に改めてください。',
    en: "Decide who checks the provider's audit reports and certifications and how, do it, and change controls.audited to true.",
  },
  field: 'controls.audited',
  when: serviceConfidentialityAtLeast(2),
  violation: {
    ja: '対策の状況が監査等により確認されていません',
    en: 'is not audited, nor are its audit reports checked',
  },
  examples: {
    pass: `
services:
  - id: accounting-cloud
    name: 財務会計クラウド
    type: cloud
    confidentiality: 2
    controls:
      audited: true
`,
    fail: `
services:
  - id: library-cloud
    name: 図書館システムクラウド
    type: cloud
    confidentiality: 2
    controls:
      audited: false
`,
    unknown: `
services:
  - id: library-cloud
    name: 図書館システムクラウド
    type: cloud
    confidentiality: 2
`,
  },
  mutation: { set: { 'services/kosodate-cloud controls.audited': false } },
});
