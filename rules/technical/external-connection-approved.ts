import { connectionUnconfirmed, defineRule, fail, leadsOutside, notApplicable, pass, unknown } from '#rule';

/** Nothing connects to the outside without permission: みなかみ町 5)コンピュータ・ネットワーク管理[3]. */
export const externalConnectionApproved = defineRule({
  id: 'technical/external-connection-approved',
  title: {
    ja: '外部ネットワークとの接続は、許可を得て行う',
    en: 'Connections to outside networks are approved',
  },
  rationale: {
    ja: '外部との接続は、攻撃の入口にも、情報が漏れる出口にもなります。必要かどうかと安全かどうかを、接続を望む部署ではない者が判断しなければ、危うい接続が増えていきます。',
    en: 'A connection to the outside is a way in for attacks and a way out for information. Unless somebody other than those who want it decides whether it is needed and safe, risky ones pile up.',
  },
  remedy: {
    ja: '接続の承認を得て、承認した者の職を approval.by に、承認した日を approval.date に書いてください。承認を得られない接続は止め、connections から除いてください。',
    en: 'Have the connection approved and write who approved it in approval.by and the day in approval.date. Stop a connection that is not approved and take it off the list.',
  },
  appliesTo: 'connections',
  check(connection, context) {
    const applies = leadsOutside(connection, context);
    if (applies === false) return notApplicable;
    const { by, date } = connection.approval ?? {};
    if (by !== undefined && date !== undefined && date !== false) return pass;
    if (applies !== true) return applies;
    if (connection.confirmed === false) return connectionUnconfirmed;
    if (date === false) return fail('approval.date', notApproved);
    if (by === undefined && date === undefined) return unknown('approval');
    return unknown(by === undefined ? 'approval.by' : 'approval.date');
  },
  examples: {
    pass: `
segments:
  - id: core-gateway
    name: 基幹系外部接続
    layer: mynumber
  - id: juki-net
    name: 住民基本台帳ネットワーク
    layer: external
connections:
  - id: juki
    name: 住基ネットとの通信
    from: core-gateway
    to: juki-net
    approval:
      by: 統括情報セキュリティ責任者
      date: 2026-04-01
`,
    fail: `
segments:
  - id: guest-network
    name: 来庁者用ネットワーク
    layer: internet
  - id: provider
    name: 民間プロバイダ
    layer: external
connections:
  - id: guest-line
    name: 来庁者用Wi-Fiの回線
    from: guest-network
    to: provider
    approval:
      date: false
`,
    unknown: `
segments:
  - id: meeting-network
    name: ウェブ会議用ネットワーク
    layer: internet
services:
  - id: web-meeting
    name: ウェブ会議サービス
connections:
  - id: meeting-line
    name: ウェブ会議の通信
    from: meeting-network
    to: web-meeting
`,
  },
  mutation: { set: { 'connections/in-out approval.date': false } },
});

const notApproved = {
  ja: '外部と接続していますが、承認を得ていません',
  en: 'leads outside, but is not approved',
};
