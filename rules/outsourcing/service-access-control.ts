import { defineServiceFactRule, serviceConfidentialityAtLeast } from '#rule';

/** Access to a service is controlled: みなかみ町 7)外部サービス利用・機密性2以上. */
export const serviceAccessControl = defineServiceFactRule({
  id: 'outsourcing/service-access-control',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報を扱う外部サービスでは、アクセス制御を行う`,
    en: 'Access to services that handle confidential information is controlled',
  }),
  rationale: {
    ja: '外部サービスには、庁外のどこからでも近づけます。利用できる人、端末、権限を絞っておかなければ、漏れたパスワード一つで情報を取り出されます。',
    en: 'An external service can be reached from anywhere. Unless people, devices and rights are limited, one leaked password is enough to take the information out.',
  },
  remedy: {
    ja: '利用者と権限を業務に必要な範囲に絞り、接続元の制限や多要素認証を設定して、controls.accessControl を true に改めてください。',
    en: 'Limit users and rights to what the work needs, restrict where it can be reached from or use multi-factor authentication, and change controls.accessControl to true.',
  },
  field: 'controls.accessControl',
  when: serviceConfidentialityAtLeast(2),
  violation: { ja: 'アクセス制御が行われていません', en: 'has no access control' },
  examples: {
    pass: `
services:
  - id: disaster-cloud
    name: 被災者支援クラウド
    type: cloud
    confidentiality: 2
    controls:
      accessControl: true
`,
    fail: `
services:
  - id: survey-form
    name: 電子申請フォームサービス
    type: cloud
    confidentiality: 2
    controls:
      accessControl: false
`,
    unknown: `
services:
  - id: survey-form
    name: 電子申請フォームサービス
    type: cloud
    confidentiality: 2
`,
  },
  mutation: { set: { 'services/kosodate-cloud controls.accessControl': false } },
});
