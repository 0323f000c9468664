import { defineFactRule, outsourcingContracts } from '#rule';

/** The contract prohibits other uses: みなかみ町 7)契約による義務付け. */
export const contractPurpose = defineFactRule({
  id: 'outsourcing/contract-purpose',
  title: {
    ja: '業務委託契約で情報の目的外利用を禁止する',
    en: 'Outsourcing contracts prohibit use of the information for other purposes',
  },
  rationale: {
    ja: '預けた情報が委託先の営業や製品開発に使われれば、住民の信頼を失います。利用の目的を契約で限っておかなければ、やめさせる根拠がありません。',
    en: 'Residents lose their trust when information handed to a contractor is used for its sales or products. Unless the contract limits the purpose, there are no grounds to stop it.',
  },
  remedy: {
    ja: '委託した業務以外の目的での利用を契約で禁止し、terms.purposeLimitation を true に改めてください。',
    en: 'Prohibit in the contract any use beyond the work, and change terms.purposeLimitation to true.',
  },
  ...outsourcingContracts,
  field: 'terms.purposeLimitation',
  violation: {
    ja: '契約で情報の目的外利用が禁止されていません',
    en: 'does not prohibit use of the information for other purposes',
  },
  examples: {
    pass: `
contracts:
  - id: health-checkup
    name: 特定健康診査業務
    type: outsourcing
    terms:
      purposeLimitation: true
`,
    fail: `
contracts:
  - id: hometown-tax
    name: ふるさと納税返礼品発送業務
    type: outsourcing
    terms:
      purposeLimitation: false
`,
    unknown: `
contracts:
  - id: hometown-tax
    name: ふるさと納税返礼品発送業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/ネットワーク保守 terms.purposeLimitation': false } },
});
