import { defineFactRule, type Localized, type System, serverTypes, someServer, systemOfType } from '#rule';

/**
 * Access is for those who are authorised: 熊谷市 6(5), 伊勢崎市 6(6), 特別区人事・厚生事務組合 6(6). All of them set an aim of the
 * body, not of each device: of a printer, a camera, a switch or a tablet a plain no is a matter to look at.
 */
export const accessControl = defineFactRule({
  id: 'technical/access-control',
  title: { ja: '情報システムのアクセス制御を行う', en: 'Access to systems is controlled' },
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
  // Systems that people work with.
  when: systemOfType([...serverTypes, 'application', 'terminal'], ['mobile', 'mfp', 'iot', 'network-device']),
  violation: {
    ja: 'アクセス制御が行われていません',
    en: 'does not limit access to those who are authorised',
  },
  noMayBeRight: ({ type }) =>
    otherDevices.includes(type) ? { message: notLimited, remedy: limit } : undefined,
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
    review: `
systems:
  - id: welfare-server
    name: 福祉総合システム
    type: server
    accessControl: true
  - id: river-camera
    name: 河川監視カメラ
    type: iot
    accessControl: false
`,
  },
  mutation: { set: { 'systems/eltax-server accessControl': false } },
});

/** Kinds of device that may be meant for anyone present. */
const otherDevices: readonly System['type'][] = ['mobile', 'mfp', 'iot', 'network-device'];

const notLimited: Localized = {
  ja: 'アクセス制御が行われておらず、権限のない者が情報を見たり設定を変えたりできないかを確かめる必要があります',
  en: 'does not limit access to those who are authorised; someone must check whether others can see information or change settings',
};

const limit: Localized = {
  ja: '権限のない者が、この機器に保存された情報を見たり設定を変えたりできないかを確かめ、できるときは、できないように措置を講じてください。権限のある者だけが利用できるように設定したときは accessControl を true に改め、その設定は要らないと決めたときは、その決定を exceptions に記録できます。',
  en: 'Check whether those who are not authorised can see what this device keeps or change its settings, and see that they cannot. If access is limited to those who are authorised, change accessControl to true; if that is found not to be needed, exceptions can record the decision.',
};
