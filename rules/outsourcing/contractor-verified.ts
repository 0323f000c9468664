import {
  type Contract,
  defineRule,
  fail,
  isOlderThan,
  judgeOutsourcing,
  type Localized,
  maximumAge,
  type Outcome,
  pass,
  type RuleContext,
  tooOld,
  unknown,
  wordTooOld,
} from '#rule';

/**
 * It is checked that contractors take their measures: 伊勢崎市 6(8), 特別区人事・厚生事務組合 6(8) (at all); みなかみ町
 * 7)確認・措置 (regularly).
 */
export const contractorVerified = defineRule({
  id: 'outsourcing/contractor-verified',
  title: {
    ja: '委託先が必要な対策を講じていることを確認する',
    en: 'The measures that contractors take are verified',
  },
  rationale: {
    ja: '契約に定めただけでは、対策が実際に行われているとは限りません。確認を続けていれば、担当者の交代や作業の変更で崩れた対策にも気付けます。',
    en: 'That a contract demands a measure does not mean that it is taken. Those who keep checking notice when it lapses as people and work change.',
  },
  remedy: {
    ja: '報告書の提出、聞き取り、立入検査等により委託先の対策の状況を確認し、確認した日を verification.last に書いてください。',
    en: 'Check by a report, an interview, a visit or the like that the contractor takes its measures, and write the day in verification.last.',
  },
  appliesTo: 'contracts',
  recurs: true,
  parameters: maximumAge('fiscal-year', {
    ja: '委託先の対策の状況を確認する間隔',
    en: 'how long ago a contractor may last have been checked',
  }),
  check: (contract, context) => judgeOutsourcing(contract, context, () => verified(contract, context)),
  examples: {
    pass: `
contracts:
  - id: juki-maintenance
    name: 住民記録システム保守業務
    type: outsourcing
    verification:
      last: 令和8年9月30日
`,
    fail: `
contracts:
  - id: document-storage
    name: 公文書保管業務
    type: outsourcing
    verification:
      last: false
`,
    unknown: `
contracts:
  - id: document-storage
    name: 公文書保管業務
    type: outsourcing
`,
    review: `
contracts:
  - id: microfilm-scan
    name: 公文書電子化業務
    type: outsourcing
    verification:
      last: 令和7年3月24日
`,
  },
  mutation: [
    { set: { 'contracts/ネットワーク保守 verification.last': false } },
    { set: { 'contracts/内部情報系保守 verification.last': '令和7年3月31日' }, verdict: 'review' },
  ],
});

const neverVerified: Localized = {
  ja: '委託先が必要な対策を講じていることが確認されていません',
  en: 'has never had its contractor checked',
};

function verified(contract: Contract, context: RuleContext): Outcome {
  const last = contract.verification?.last;
  if (last === undefined) return unknown('verification.last');
  if (last === false) return fail('verification.last', neverVerified);
  const maxAge = context.parameter('maxAge');
  if (!isOlderThan(last, maxAge, context.asOf)) return pass;
  const age = wordTooOld(maxAge);
  const day = context.inventory.dateAsWritten(contract, 'verification.last');
  const message: Localized = {
    ja: `委託先の対策の状況の確認が、最後に行った「${day}」${age.ja}`,
    en: `last had its contractor checked on “${day}”, ${age.en}`,
  };
  return tooOld('verification.last', message, maxAge);
}
