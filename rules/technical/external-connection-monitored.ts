import { connectionUnconfirmed, defineFactRule, leadsOutside } from '#rule';

/** What passes to and from the outside is watched: みなかみ町 5)コンピュータ・ネットワーク管理[3]. */
export const externalConnectionMonitored = defineFactRule({
  id: 'technical/external-connection-monitored',
  title: { ja: '外部ネットワークとの接続を監視する', en: 'Connections to outside networks are monitored' },
  rationale: {
    ja: '攻撃も情報の持ち出しも、外部との接続を通ります。そこを監視していれば、ふだんと違う通信に早く気付き、止めることができます。',
    en: 'Attacks come in and information goes out over connections to the outside. Whoever watches them notices unusual traffic early and can stop it.',
  },
  remedy: {
    ja: '通信のログや検知装置により接続を監視し、monitored を true に改めてください。',
    en: 'Watch the connection, by its logs or by a device that detects attacks, and change monitored to true.',
  },
  appliesTo: 'connections',
  field: 'monitored',
  when: (connection, context) => {
    const applies = leadsOutside(connection, context);
    return applies === true && connection.confirmed === false ? connectionUnconfirmed : applies;
  },
  violation: { ja: '外部と接続していますが、監視されていません', en: 'leads outside, but is not monitored' },
  examples: {
    pass: `
segments:
  - id: internet-gateway
    name: インターネット系外部接続
    layer: internet
  - id: prefecture-cloud
    name: 県自治体情報セキュリティクラウド
    layer: external
connections:
  - id: internet-line
    name: インターネットの利用
    from: internet-gateway
    to: prefecture-cloud
    monitored: true
`,
    fail: `
segments:
  - id: plant-network
    name: 浄水場監視ネットワーク
    layer: internet
  - id: maintainer
    name: 保守事業者のネットワーク
    layer: external
connections:
  - id: maintenance-line
    name: 遠隔保守回線
    from: maintainer
    to: plant-network
    monitored: false
`,
    unknown: `
segments:
  - id: plant-network
    name: 浄水場監視ネットワーク
    layer: internet
  - id: maintainer
    name: 保守事業者のネットワーク
    layer: external
connections:
  - id: maintenance-line
    name: 遠隔保守回線
    from: maintainer
    to: plant-network
`,
  },
  mutation: { set: { 'connections/住基ネット monitored': false } },
});
