import { defineFactRule, outsourcingContracts } from '#rule';

/** The contract says who answers for what: みなかみ町 7)契約による義務付け. */
export const contractResponsibility = defineFactRule({
  id: 'outsourcing/contract-responsibility',
  title: {
    ja: '業務委託契約に責任範囲を定める',
    en: 'Outsourcing contracts set out who is responsible for what',
  },
  rationale: {
    ja: '責任の境目が曖昧だと、互いに相手の仕事だと思い、対策が抜け落ちます。事故が起きたときも、誰が対応するのかを決めるところから始めることになります。',
    en: 'Where the boundary is vague, each side leaves a measure to the other and nobody takes it. After an incident, time is lost over who has to act.',
  },
  remedy: {
    ja: '委託先と自らの責任範囲を契約に定め、terms.responsibility を true に改めてください。',
    en: 'Set out in the contract what the contractor and what the body answers for, and change terms.responsibility to true.',
  },
  ...outsourcingContracts,
  field: 'terms.responsibility',
  violation: { ja: '契約に責任範囲が定められていません', en: 'does not set out who is responsible for what' },
  examples: {
    pass: `
contracts:
  - id: core-system-operation
    name: 基幹系システム運用業務
    type: outsourcing
    terms:
      responsibility: true
`,
    fail: `
contracts:
  - id: network-maintenance
    name: 庁内ネットワーク保守業務
    type: outsourcing
    terms:
      responsibility: false
`,
    unknown: `
contracts:
  - id: network-maintenance
    name: 庁内ネットワーク保守業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/ネットワーク保守 terms.responsibility': false } },
});
