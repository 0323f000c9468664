import { defineFactRule, serverTypes, someServer, systemOfType } from '#rule';

/** Access is for those who are authorised: 熊谷市 6(5), 伊勢崎市 6(6), 特別区人事・厚生事務組合 6(6). */
export const accessControl = defineFactRule({
  id: 'technical/access-control',
  title: {
    ja: '情報システムのアクセス制御を行う',
    en: 'Access to systems is controlled',
  },
  rationale: {
    ja: '誰でも使える情報システムでは、担当でない者が住民の情報を見ても、書き換えても止められません。権限のある者に限れば、一つのIDが盗まれても被害はその権限の範囲にとどまります。',
    en: 'Where anyone can use a system, nobody keeps those without need from reading or changing residents’ data. Where access follows duties, even a stolen id does no more than its owner may.',
  },
  remedy: {
    ja: '業務に必要な者に必要な権限だけを与えるように設定し、accessControl を true に改めてください。',
    en: 'Give access only to those whose work needs it, and only as far as it does, and change accessControl to true.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  field: 'accessControl',
  // What people work with.
  when: systemOfType([...serverTypes, 'application', 'terminal'], ['mobile', 'mfp', 'iot', 'network-device']),
  violation: {
    ja: 'アクセス制御が行われていません',
    en: 'does not limit access to those who are authorised',
  },
  examples: {
    pass: `
systems:
  - id: welfare-server
    name: 福祉総合システム
    type: server
    accessControl: true
`,
    fail: `
systems:
  - id: shared-folder
    name: 全庁共有フォルダ
    type: storage
    accessControl: false
`,
    unknown: `
systems:
  - id: welfare-server
    name: 福祉総合システム
    type: server
`,
  },
});
