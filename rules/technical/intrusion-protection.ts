import { defineFactRule, type Localized, type System, serverTypes, someServer, systemOfType } from '#rule';

/**
 * Systems are protected against intrusion: みなかみ町 5)ソフトウェア管理[2]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6). All of them set an aim of the body, not of each device: what is attacked are servers and
 * applications, and a terminal or a printer may be protected by what stands before it, so a plain no is there a matter to
 * look at.
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
  // Servers must state this. Other systems are judged only if they do.
  when: systemOfType(serverTypes, ['application', 'network-device', 'terminal', 'mobile', 'mfp', 'iot']),
  violation: { ja: '不正アクセス対策が講じられていません', en: 'is not protected against intrusion' },
  noMayBeRight: ({ type }) =>
    otherDevices.includes(type) ? { message: notItself, remedy: protect } : undefined,
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
    review: `
systems:
  - id: public-web
    name: 公開Webサーバ
    type: server
    vulnerability:
      intrusionPrevention: true
  - id: counter-printer
    name: 窓口の複合機
    type: mfp
    vulnerability:
      intrusionPrevention: false
`,
  },
  mutation: { set: { 'systems/public-web vulnerability.intrusionPrevention': false } },
});

/** Kinds of device that a device in front of them may protect. */
const otherDevices: readonly System['type'][] = ['terminal', 'mobile', 'mfp', 'iot', 'network-device'];

const notItself: Localized = {
  ja: '不正アクセス対策が講じられておらず、ネットワークの側の対策等で守られているかを確かめる必要があります',
  en: 'is not protected against intrusion itself; someone must check whether it is by measures on the network or otherwise',
};

const protect: Localized = {
  ja: 'ネットワークの側の対策（侵入の検知・防止、通信の制限等）や設置の仕方によって不正アクセスから守られているかを確かめ、守られていなければ対策を講じてください。この機器に措置を講じたときは vulnerability.intrusionPrevention を true に改め、機器ごとの措置は要らないと決めたときは、その決定を exceptions に記録できます。',
  en: 'Check whether measures on the network (detecting and preventing intrusion, limits on communication) or the way it is set up protect it; if not, see that it is protected. If a measure is taken on the device, change vulnerability.intrusionPrevention to true; if none is found to be needed there, exceptions can record the decision.',
};
