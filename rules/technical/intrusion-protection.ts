import { defineFactRule, serverTypes, someServer, systemOfType } from '#rule';

/**
 * Systems are protected against intrusion: みなかみ町 5)ソフトウェア管理[2]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6).
 */
export const intrusionProtection = defineFactRule({
  id: 'technical/intrusion-protection',
  title: {
    ja: 'サーバ等に不正アクセス対策を講じる',
    en: 'Servers and storage are protected against intrusion',
  },
  rationale: {
    ja: '攻撃者は、脆弱性や盗んだパスワードを使ってサーバに入り込み、住民の情報を盗み、書き換え、使えなくします。不正アクセスを検知し、防ぐ仕組みがなければ、入り込まれたことにも気付けません。',
    en: 'Intruders use vulnerabilities and stolen passwords to steal residents’ data, to change it or to lock it away. Without means to detect and prevent intrusion nobody even notices them.',
  },
  remedy: {
    ja: '侵入の検知・防止、脆弱性への対処等の措置を講じ、vulnerability.intrusionPrevention を true に改めてください。',
    en: 'Detect and prevent intrusions, deal with vulnerabilities, and change vulnerability.intrusionPrevention to true.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  field: 'vulnerability.intrusionPrevention',
  // Servers and the like are what is attacked.
  when: systemOfType(serverTypes, ['application', 'network-device', 'terminal', 'mobile', 'mfp', 'iot']),
  violation: {
    ja: '不正アクセス対策が講じられていません',
    en: 'is not protected against intrusion',
  },
  examples: {
    pass: `
systems:
  - id: public-web
    name: 公開Webサーバ
    type: server
    vulnerability:
      intrusionPrevention: true
`,
    fail: `
systems:
  - id: reservation-web
    name: 公共施設予約サーバ
    type: server
    vulnerability:
      intrusionPrevention: false
`,
    unknown: `
systems:
  - id: public-web
    name: 公開Webサーバ
    type: server
`,
  },
});
