import { defineFactRule, outsourcingContracts } from '#rule';

/** The contract requires cooperation with audits: みなかみ町 7)契約による義務付け. */
export const contractAudit = defineFactRule({
  id: 'outsourcing/contract-audit',
  title: {
    ja: '業務委託契約に監査への協力を定める',
    en: 'Outsourcing contracts require cooperation with audits',
  },
  rationale: {
    ja: '委託先の中で情報がどう扱われているかは、外からは見えません。監査に応じる約束がなければ、疑わしいことがあっても調べられません。',
    en: 'How a contractor handles the information cannot be seen from outside. Unless it has agreed to audits, nothing can be looked into even when there is doubt.',
  },
  remedy: {
    ja: '監査、検査及び報告の求めに応じることを契約に定め、terms.auditCooperation を true に改めてください。',
    en: 'Lay down in the contract that the contractor submits to audits, inspections and requests for reports, and change terms.auditCooperation to true.',
  },
  ...outsourcingContracts,
  field: 'terms.auditCooperation',
  violation: { ja: '契約に監査への協力が定められていません', en: 'does not require cooperation with audits' },
  examples: {
    pass: `
contracts:
  - id: data-centre-operation
    name: データセンター運用業務
    type: outsourcing
    terms:
      auditCooperation: true
`,
    fail: `
contracts:
  - id: school-lunch-system
    name: 給食管理システム保守業務
    type: outsourcing
    terms:
      auditCooperation: false
`,
    unknown: `
contracts:
  - id: school-lunch-system
    name: 給食管理システム保守業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/内部情報系保守 terms.auditCooperation': false } },
});
