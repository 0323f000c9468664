import { defineFactRule, iotDevices } from '#rule';

/** IoT devices are looked after: みなかみ町 5)コンピュータ・ネットワーク管理[4]. */
export const iotManaged = defineFactRule({
  id: 'technical/iot-managed',
  title: {
    ja: 'IoT機器のセキュリティ設定を管理する',
    en: 'The security settings of IoT devices are managed',
  },
  rationale: {
    ja: '防犯カメラやセンサー等は、初期パスワードのまま、更新もされずに使われがちです。乗っ取られれば、映像の流出や、ほかのシステムへの攻撃の足場になります。',
    en: 'Cameras, sensors and the like tend to run with their first password and without updates. Once taken over they leak pictures and serve to attack other systems.',
  },
  remedy: {
    ja: '初期パスワードの変更、ソフトウェアの更新、接続先の限定などの設定を決めて管理し、hardening.managed を true に改めてください。',
    en: 'Lay down its settings and see to them: change the default password, update its software, limit what it connects to. Then change hardening.managed to true.',
  },
  ...iotDevices,
  field: 'hardening.managed',
  violation: {
    ja: 'セキュリティ設定が管理されていません',
    en: 'is an IoT device whose security settings are not managed',
  },
  examples: {
    pass: `
systems:
  - id: queue-kiosk
    name: 窓口番号発券機
    type: iot
    hardening:
      managed: true
`,
    fail: `
systems:
  - id: river-camera
    name: 河川監視カメラ
    type: iot
    hardening:
      managed: false
`,
    unknown: `
systems:
  - id: river-camera
    name: 河川監視カメラ
    type: iot
`,
  },
  mutation: { set: { 'systems/queue-kiosk hardening.managed': false } },
});
