import { defineFactRule, outsourcingContracts } from '#rule';

/** The contract provides for measures in an incident: 特別区人事・厚生事務組合 6(8), 伊勢崎市 6(8) (our reading). */
export const contractIncidentMeasures = defineFactRule({
  id: 'outsourcing/contract-incident-measures',
  title: {
    ja: '情報セキュリティインシデントの発生時等に講ずる措置を業務委託契約に定める',
    en: 'Outsourcing contracts provide for measures in case of an incident',
  },
  rationale: {
    ja: 'インシデントが起きてから委託先と話し合っていては、その間に被害が広がります。報告、調査への協力、作業の停止等を契約に定めておけば、直ちに求められます。',
    en: 'If the talks with a contractor only begin after an incident, the damage grows meanwhile. What the contract provides for, such as reports, help with the inquiry or a halt to the work, can be demanded at once.',
  },
  remedy: {
    ja: 'インシデントの発生時等に講ずる措置（報告、調査への協力、作業の停止等）を契約に定め、incidentMeasures を true に改めてください。',
    en: 'Provide in the contract for what happens in case of an incident (reports, help with the inquiry, a halt to the work), and change incidentMeasures to true.',
  },
  ...outsourcingContracts,
  field: 'incidentMeasures',
  violation: {
    ja: 'インシデントの発生時等に講ずる措置が契約に定められていません',
    en: 'provides for no measures in case of an incident',
  },
  examples: {
    pass: `
contracts:
  - id: payroll-outsourcing
    name: 給与計算業務
    type: outsourcing
    incidentMeasures: true
`,
    fail: `
contracts:
  - id: facility-reservation
    name: 施設予約システム運用業務
    type: outsourcing
    incidentMeasures: false
`,
    unknown: `
contracts:
  - id: facility-reservation
    name: 施設予約システム運用業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/データセンター incidentMeasures': false } },
});
