import { boundStaff, defineFactRule } from '#rule';

/** Whoever leaves returns assets: みなかみ町 4)遵守事項[5]. */
export const leavingReturned = defineFactRule({
  id: 'human/leaving-returned',
  title: { ja: '退職等の際に情報資産を返却させる', en: 'People who leave return the assets they hold' },
  rationale: {
    ja: '返却されなかった書類や端末、媒体は、もはや管理の及ばないところに残ります。退職、異動や契約終了の手続に返却の確認を組み込めば、漏れなく回収できます。',
    en: 'Papers, devices and media that are not returned stay where the body has no hold on them. If the return is part of the steps for leaving, moving or ending a contract, nothing is forgotten.',
  },
  remedy: {
    ja: '退職、異動、契約終了等の手続で、貸与した端末、媒体、書類等の返却を確認することとし、leaving.assetsReturned を true に改めてください。',
    en: 'Make it part of the steps for leaving, moving or ending a contract to check that devices, media and papers have been returned, and change leaving.assetsReturned to true.',
  },
  appliesTo: 'staffGroups',
  field: 'leaving.assetsReturned',
  when: boundStaff,
  violation: {
    ja: '退職等の際に情報資産を返却することになっていません',
    en: 'is not made to return assets on leaving',
  },
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    leaving:
      assetsReturned: true
`,
    fail: `
staffGroups:
  - id: fixed-term
    name: 会計年度任用職員
    employment: fixed-term
    leaving:
      assetsReturned: false
`,
    unknown: `
staffGroups:
  - id: dispatched
    name: 派遣労働者（給付金事務）
    employment: dispatched
`,
  },
  mutation: { set: { 'staffGroups/reappointed leaving.assetsReturned': false } },
});
