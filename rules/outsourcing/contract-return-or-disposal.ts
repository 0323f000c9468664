import { defineFactRule, isOrWasOutsourcing, outsourcingContracts } from '#rule';

/** The contract says how information is returned or destroyed, asked after its end too: みなかみ町 7)契約による義務付け. */
export const contractReturnOrDisposal = defineFactRule({
  id: 'outsourcing/contract-return-or-disposal',
  title: {
    ja: '業務委託契約に情報資産の返却又は廃棄の方法を定める',
    en: 'Outsourcing contracts set out how information is returned or disposed of',
  },
  rationale: {
    ja: '契約が終わった後の委託先に情報が残っていても、気に掛ける人はいません。返却又は廃棄の方法を決めておけば、残らず片付いたことを確かめられます。',
    en: 'Nobody watches over information that stays with a contractor after the end. Where the way of return or disposal is set out, the body can check that nothing is left.',
  },
  remedy: {
    ja: '終了時の返却又は廃棄の方法を契約に定め、terms.returnOrDisposal を true に改めてください。契約が既に終了していれば、その方法を委託先と書面で取り決め、行われたことを確かめたうえで同じように改めてください。',
    en: 'Set out in the contract how information is returned or disposed of at the end, and change terms.returnOrDisposal to true. If the contract has ended, agree on it with the contractor in writing, check that it was done, and change it likewise.',
  },
  ...outsourcingContracts,
  field: 'terms.returnOrDisposal',
  when: isOrWasOutsourcing,
  violation: {
    ja: '契約に情報資産の返却又は廃棄の方法が定められていません',
    en: 'does not set out how information is returned or disposed of',
  },
  examples: {
    pass: `
contracts:
  - id: old-system-lease
    name: 旧基幹系システム賃貸借
    type: outsourcing
    terms:
      returnOrDisposal: true
`,
    fail: `
contracts:
  - id: microfilm-scan
    name: 公文書電子化業務
    type: outsourcing
    terms:
      returnOrDisposal: false
`,
    unknown: `
contracts:
  - id: microfilm-scan
    name: 公文書電子化業務
    type: outsourcing
`,
  },
  mutation: { set: { 'contracts/納税通知書 terms.returnOrDisposal': false } },
});
