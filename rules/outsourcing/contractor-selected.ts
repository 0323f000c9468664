import { defineFactRule, outsourcingContracts } from '#rule';

/**
 * The security of a contractor is reviewed first: みなかみ町 7)委託先の選定; 伊勢崎市 6(8), 特別区人事・厚生事務組合
 * 6(8) (our reading).
 */
export const contractorSelected = defineFactRule({
  id: 'outsourcing/contractor-selected',
  title: {
    ja: '委託内容に応じた情報セキュリティ対策が確保されていることを確かめて、委託先を選定する',
    en: 'Contractors are selected after a review of their security',
  },
  rationale: {
    ja: '価格や実績だけで選ぶと、預けた情報を守る力のない事業者に委託してしまうことがあります。契約した後で対策の不足が分かっても、すぐに別の事業者に替えることはできません。',
    en: 'Where only price and experience count, the work may go to someone who cannot protect the information. Once the contract is signed, a contractor is not easily replaced.',
  },
  remedy: {
    ja: '委託内容に応じた情報セキュリティ対策が確保されていることを、提案書、チェックリスト等で確かめ、selection.securityReviewed を true に改めてください。確かめないまま契約したものも、改めて確かめたうえで同じように改めてください。',
    en: 'Check by the proposal, a checklist or the like that the contractor has the security the work needs, and change selection.securityReviewed to true. Where a contract was signed without that, do it now and change it likewise.',
  },
  ...outsourcingContracts,
  field: 'selection.securityReviewed',
  violation: {
    ja: '委託先の情報セキュリティ対策が、選定の際に確かめられていません',
    en: "was awarded without a review of the contractor's security",
  },
  examples: {
    pass: `
contracts:
  - id: juki-maintenance
    name: 住民記録システム保守業務
    type: outsourcing
    selection:
      securityReviewed: true
`,
    fail: `
contracts:
  - id: survey-entry
    name: 住民意識調査データ入力業務
    type: outsourcing
    selection:
      securityReviewed: false
`,
    unknown: `
contracts:
  - id: survey-entry
    name: 住民意識調査データ入力業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/データセンター selection.securityReviewed': false } },
});
