import { defineFactRule, outsourcingContracts } from '#rule';

/**
 * The contract states the security requirements: 伊勢崎市 6(8), 特別区人事・厚生事務組合 6(8), みなかみ町
 * 7)契約による義務付け; 熊谷市 6(6) (our reading).
 */
export const contractSecurityRequirements = defineFactRule({
  id: 'outsourcing/contract-security-requirements',
  title: {
    ja: '業務委託契約に情報セキュリティ要件を明記する',
    en: 'Outsourcing contracts state the security requirements',
  },
  rationale: {
    ja: '契約に書かれていない対策を、委託先に求めることはできません。必要な対策を明記しておけば、守られているかを確かめられ、守られていなければ是正を求められます。',
    en: 'A contractor cannot be held to what the contract does not say. What is written down can be checked, and put right where it is not met.',
  },
  remedy: {
    ja: '委託する業務に必要な情報セキュリティ要件を契約書又は仕様書に明記し、terms.securityRequirements を true に改めてください。',
    en: 'State the security requirements of the work in the contract or its specification, and change terms.securityRequirements to true.',
  },
  ...outsourcingContracts,
  field: 'terms.securityRequirements',
  violation: {
    ja: '契約に情報セキュリティ要件が明記されていません',
    en: 'does not state the security requirements',
  },
  examples: {
    pass: `
contracts:
  - id: juki-maintenance
    name: 住民記録システム保守業務
    type: outsourcing
    terms:
      securityRequirements: true
`,
    fail: `
contracts:
  - id: tax-notice-printing
    name: 納税通知書印刷業務
    type: outsourcing
    terms:
      securityRequirements: false
`,
    unknown: `
contracts:
  - id: tax-notice-printing
    name: 納税通知書印刷業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/子育て相談クラウド terms.securityRequirements': false } },
});
