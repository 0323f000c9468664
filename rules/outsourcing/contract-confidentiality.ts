import { defineFactRule, outsourcingContracts } from '#rule';

/** The contract requires confidentiality: みなかみ町 7)契約による義務付け. */
export const contractConfidentiality = defineFactRule({
  id: 'outsourcing/contract-confidentiality',
  title: { ja: '業務委託契約に秘密保持を定める', en: 'Outsourcing contracts require confidentiality' },
  rationale: {
    ja: '公務員の守秘義務は、委託先の従業員には当然には及びません。業務で知った情報を契約の終了後も漏らさないことは、契約で約束させておく必要があります。',
    en: "The secrecy to which public employees are bound does not of itself reach a contractor's people. That they keep to themselves what they learn, even after the end, has to be promised in the contract.",
  },
  remedy: {
    ja: '契約の終了後も含めた秘密保持を契約に定め、terms.confidentiality を true に改めてください。',
    en: 'Lay down in the contract that what becomes known is kept secret, after its end too, and change terms.confidentiality to true.',
  },
  ...outsourcingContracts,
  field: 'terms.confidentiality',
  violation: { ja: '契約に秘密保持が定められていません', en: 'does not require confidentiality' },
  examples: {
    pass: `
contracts:
  - id: nursing-care-assessment
    name: 要介護認定調査業務
    type: outsourcing
    terms:
      confidentiality: true
`,
    fail: `
contracts:
  - id: welfare-call-centre
    name: 給付金コールセンター業務
    type: outsourcing
    terms:
      confidentiality: false
`,
    unknown: `
contracts:
  - id: welfare-call-centre
    name: 給付金コールセンター業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/データセンター terms.confidentiality': false } },
});
