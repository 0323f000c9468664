import { defineFactRule, outsourcingContracts } from '#rule';

/** The contract restricts subcontracting: みなかみ町 7)契約による義務付け. */
export const contractSubcontracting = defineFactRule({
  id: 'outsourcing/contract-subcontracting',
  title: { ja: '業務委託契約で再委託を制限する', en: 'Outsourcing contracts restrict subcontracting' },
  rationale: {
    ja: '知らないうちに再委託が重なると、情報がどこにあり、誰が扱っているのかが分からなくなります。再委託を制限しておけば、再委託先の対策を前もって確かめられます。',
    en: 'Where work is passed on unnoticed, nobody knows any more where the information is and who handles it. A restriction lets the body check a subcontractor before that happens.',
  },
  remedy: {
    ja: '再委託を禁止し、又は事前の承認を要することを契約に定め、terms.subcontractingRestricted を true に改めてください。',
    en: 'Prohibit subcontracting in the contract or make it subject to prior approval, and change terms.subcontractingRestricted to true.',
  },
  ...outsourcingContracts,
  field: 'terms.subcontractingRestricted',
  violation: { ja: '契約で再委託が制限されていません', en: 'does not restrict subcontracting' },
  examples: {
    pass: `
contracts:
  - id: benefit-processing
    name: 臨時特別給付金支給事務
    type: outsourcing
    terms:
      subcontractingRestricted: true
`,
    fail: `
contracts:
  - id: web-site-maintenance
    name: 公式ウェブサイト保守業務
    type: outsourcing
    terms:
      subcontractingRestricted: false
`,
    unknown: `
contracts:
  - id: web-site-maintenance
    name: 公式ウェブサイト保守業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/基幹系保守 terms.subcontractingRestricted': false } },
});
