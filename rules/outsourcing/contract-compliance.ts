import { bindsToPolicy, defineFactRule, outsourcingContracts } from '#rule';

/**
 * The contract binds the contractor to the policy: みなかみ町 7)契約による義務付け; 熊谷市 5 (our reading), which names designated
 * managers, so that agreements with them are asked there, too.
 */
export const contractCompliance = defineFactRule({
  id: 'outsourcing/contract-compliance',
  title: {
    ja: '業務委託契約に情報セキュリティポリシー等の遵守義務を定める',
    en: 'Outsourcing contracts bind the contractor to the security policy',
  },
  rationale: {
    ja: '委託先の従業員は、職員と同じ情報を扱いながら、職員の服務上の義務を負いません。契約に遵守義務を定めて、初めて職員と同じ水準の取扱いを求められます。',
    en: "A contractor's people handle the same information as staff but are not under the rules for staff. Only the contract can hold them to the same standard.",
  },
  remedy: {
    ja: '情報セキュリティポリシー等の遵守義務を契約（指定管理者とのものは協定等）に定め、terms.compliance を true に改めてください。',
    en: 'Lay down in the contract or agreement that the contractor complies with the security policy, and change terms.compliance to true.',
  },
  ...outsourcingContracts,
  field: 'terms.compliance',
  when: bindsToPolicy,
  violation: {
    ja: '契約に情報セキュリティポリシー等の遵守義務が定められていません',
    en: 'does not bind the contractor to the security policy',
  },
  examples: {
    pass: `
contracts:
  - id: helpdesk
    name: 庁内ヘルプデスク業務
    type: outsourcing
    terms:
      compliance: true
`,
    fail: `
contracts:
  - id: counter-service
    name: 総合窓口受付業務
    type: outsourcing
    terms:
      compliance: false
`,
    unknown: `
contracts:
  - id: counter-service
    name: 総合窓口受付業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/内部情報系保守 terms.compliance': false } },
});
