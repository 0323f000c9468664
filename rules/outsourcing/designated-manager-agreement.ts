import {
  type Applicability,
  type Contract,
  defineFactRule,
  handsOverNothing,
  hasEnded,
  type RuleContext,
  unknown,
} from '#rule';

/** Agreements with designated managers that touch assets or systems lay down security: 特別区人事・厚生事務組合 11. */
export const designatedManagerAgreement = defineFactRule({
  id: 'outsourcing/designated-manager-agreement',
  title: {
    ja: '情報資産や情報システムを扱う指定管理者との協定等に、必要な情報セキュリティの措置を定める',
    en: 'Agreements with designated managers who handle assets or systems set out the security required',
  },
  rationale: {
    ja: '公の施設の管理を任された指定管理者も、利用者の情報や予約のシステム等を扱います。職員ではないため、求める措置は協定等に定めておかなければなりません。',
    en: 'Those who run a public facility also handle data on its users, booking systems and the like. They are not staff, so what is asked of them has to stand in the agreement.',
  },
  remedy: {
    ja: '協定等に必要な情報セキュリティの措置を定め、terms.securityRequirements を true に改めてください。指定管理者が情報資産も情報システムも扱わなければ、assets と systems に [] と書いてください。',
    en: 'Lay down the security that is needed in the agreement, and change terms.securityRequirements to true. If the designated manager handles no assets and no systems, write assets: [] and systems: [].',
  },
  appliesTo: 'contracts',
  field: 'terms.securityRequirements',
  when: touchesInformation,
  violation: {
    ja: '協定等に必要な情報セキュリティの措置が定められていません',
    en: 'does not set out the security required',
  },
  examples: {
    pass: `
contracts:
  - id: culture-hall
    name: 文化会館の管理に関する協定
    type: designated-manager
    assets: [hall-bookings]
    terms:
      securityRequirements: true
`,
    fail: `
contracts:
  - id: sports-centre
    name: 総合体育館の管理に関する基本協定
    type: designated-manager
    systems: [reservation-system]
    terms:
      securityRequirements: false
`,
    unknown: `
contracts:
  - id: sports-centre
    name: 総合体育館の管理に関する基本協定
    type: designated-manager
    systems: [reservation-system]
`,
  },
  mutation: { set: { 'contracts/文化会館 terms.securityRequirements': false } },
});

/** For `when`: a current agreement with a designated manager that names assets or systems. */
function touchesInformation(contract: Contract, context: RuleContext): Applicability {
  const { type, assets, systems } = contract;
  if (type !== undefined && type !== 'designated-manager') return false;
  if (hasEnded(contract, context) || handsOverNothing(contract)) return false;
  if (type === undefined) return unknown('type');
  if ((assets ?? []).length > 0 || (systems ?? []).length > 0) return true;
  return unknown(assets === undefined ? 'assets' : 'systems');
}
