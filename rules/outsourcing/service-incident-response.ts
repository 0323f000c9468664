import { defineServiceFactRule, serviceConfidentialityAtLeast } from '#rule';

/** The response to incidents in a service is laid down: みなかみ町 7)外部サービス利用・機密性2以上. */
export const serviceIncidentResponse = defineServiceFactRule({
  id: 'outsourcing/service-incident-response',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報を扱う外部サービスは、インシデント発生時の対応を定める`,
    en: 'Incident response is laid down for services that handle confidential information',
  }),
  rationale: {
    ja: '外部サービスで事故が起きても、自分たちだけでは調べることも止めることもできません。事業者の連絡先と役割分担を決めておかなければ、対応が後手に回ります。',
    en: 'When something happens in an external service, the body can neither look into it nor stop it alone. Without contacts and a division of work with the provider, the response comes too late.',
  },
  remedy: {
    ja: 'インシデントが発生したときの連絡先、事業者との役割分担、利用停止の判断等を定め、controls.incidentResponse を true に改めてください。',
    en: 'Lay down whom to contact in an incident, who does what, and who decides to stop using the service, and change controls.incidentResponse to true.',
  },
  field: 'controls.incidentResponse',
  when: serviceConfidentialityAtLeast(2),
  violation: {
    ja: 'インシデントが発生したときの対応が定められていません',
    en: 'has no incident response laid down',
  },
  examples: {
    pass: `
services:
  - id: health-app
    name: 健康ポイントアプリ
    type: cloud
    confidentiality: 2
    controls:
      incidentResponse: true
`,
    fail: `
services:
  - id: lecture-application
    name: 講座申込クラウド
    type: cloud
    confidentiality: 2
    controls:
      incidentResponse: false
`,
    unknown: `
services:
  - id: lecture-application
    name: 講座申込クラウド
    type: cloud
    confidentiality: 2
`,
  },
  mutation: { set: { 'services/kosodate-cloud controls.incidentResponse': false } },
});
