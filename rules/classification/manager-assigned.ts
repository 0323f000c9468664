import { defineFactRule } from '#rule';

/**
 * Every asset has someone who answers for it, and so has every system, of whatever kind: systems are information assets.
 * みなかみ町 3)管理責任, with 1).
 */
export const managerAssigned = defineFactRule({
  id: 'classification/manager-assigned',
  title: {
    ja: '情報資産の管理責任を負う者を定める',
    en: 'Every information asset has a manager who answers for it',
  },
  rationale: {
    ja: '管理責任者のいない情報資産は、取扱いを決める者も、紛失や漏えいに気付く者もいないまま残ります。所管する課等の情報セキュリティ管理者が責任を負うことで、複製まで目が届きます。',
    en: 'Where nobody answers for an asset, nobody decides how it is handled and nobody notices that it is lost. A named security manager keeps an eye on it and on its copies.',
  },
  remedy: {
    ja: '所管する課等の情報セキュリティ管理者を管理責任者に定め、その職名を manager に書いてください（例: 市民課長）。',
    en: 'Make the security manager of the section in charge responsible for it, and write that post in manager (for example 市民課長).',
  },
  appliesTo: ['assets', 'systems'],
  neededSections: ['assets'],
  field: 'manager',
  violation: { ja: '管理責任を負う者が定められていません', en: 'has no manager' },
  examples: {
    pass: `
assets:
  - id: resident-records
    name: 住民基本台帳データ
    manager: 市民課長
systems:
  - id: resident-server
    name: 住民記録サーバ
    manager: 市民課長
`,
    fail: `
assets:
  - id: old-drawings
    name: 旧庁舎設計図
    manager: false
`,
    unknown: `
assets: []
systems:
  - id: road-server
    name: 道路台帳サーバ
`,
  },
  mutation: { set: { 'assets/農地台帳 manager': false } },
});
