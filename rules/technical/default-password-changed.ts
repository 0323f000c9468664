import { defineFactRule, devicesWithPassword } from '#rule';

/**
 * Default passwords are changed: みなかみ町 5)コンピュータ・ネットワーク管理[4] (our reading: looking after the security of printers and
 * IoT devices begins with it). It is asked of devices that are delivered with a password that their maker sets.
 */
export const defaultPasswordChanged = defineFactRule({
  id: 'technical/default-password-changed',
  title: { ja: '機器の初期パスワードを変更する', en: 'Default passwords of devices are changed' },
  rationale: {
    ja: '通信機器、複合機、IoT機器の初期パスワードは、製造元の手引書やインターネットで誰にでも調べられます。変更されていなければ、外部からでも管理者として入られ、設定を変えられ、保存された情報を読み出されます。',
    en: 'Everybody can look up the default passwords of network devices, printers and IoT devices in manuals or on the internet. Unless it is changed, others can enter as administrators, change the settings and read what is stored.',
  },
  remedy: {
    ja: '初期パスワードを推測されにくいものに変更し、hardening.defaultPasswordChanged を true に改めてください。',
    en: 'Change the default password to one that cannot be guessed, and change hardening.defaultPasswordChanged to true.',
  },
  ...devicesWithPassword,
  field: 'hardening.defaultPasswordChanged',
  violation: { ja: '初期パスワードのまま使われています', en: 'still has its default password' },
  examples: {
    pass: `
systems:
  - id: branch-router
    name: 支所ルータ
    type: network-device
    hardening:
      defaultPasswordChanged: true
`,
    fail: `
systems:
  - id: river-camera
    name: 河川監視カメラ
    type: iot
    hardening:
      defaultPasswordChanged: false
`,
    unknown: `
systems:
  - id: mfp-branch
    name: 出張所複合機
    type: mfp
`,
  },
  mutation: { set: { 'systems/mfp-main hardening.defaultPasswordChanged': false } },
});
