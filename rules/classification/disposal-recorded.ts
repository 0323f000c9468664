import { checkFact, defineRule, isKept, notApplicable } from '#rule';

/** Disposal leaves a record: みなかみ町 3)廃棄. */
export const disposalRecorded = defineRule({
  id: 'classification/disposal-recorded',
  title: { ja: '情報資産を廃棄したときは記録を残す', en: 'The disposal of assets is recorded' },
  rationale: {
    ja: '記録がなければ、所在の分からないものが廃棄済みなのか紛失したのかを区別できません。委託先が廃棄したときも、確かに廃棄されたことを後から示せる必要があります。',
    en: 'Without a record nobody can tell whether a missing asset was disposed of or lost. Where a contractor did it, too, the body must be able to show later that it was done.',
  },
  remedy: {
    ja: '廃棄した日、方法、立ち会った者等を記録に残し（委託したときは証明書を受け取り）、disposal.recorded を true に改めてください。まだ廃棄していなければ、disposal.date に false と書いてください。',
    en: 'Put on record the day, the method and who was present (from a contractor, obtain a certificate), and change disposal.recorded to true. If it is not disposed of yet, write disposal.date: false.',
  },
  appliesTo: 'assets',
  check(asset, context) {
    const kept = isKept(asset);
    if (kept === true) return notApplicable;
    // A disposal that is only planned has no record yet.
    return kept === false ? checkRecorded(asset, context) : kept;
  },
  examples: {
    pass: `
assets:
  - id: old-server-disks
    name: 旧住民記録サーバの記憶装置
    form: media
    disposal:
      date: 令和8年5月20日
      method: physical-destruction
      recorded: true
`,
    fail: `
assets:
  - id: expired-applications
    name: 保存期間を満了した申請書
    form: paper
    disposal:
      date: 令和8年5月20日
      method: dissolution
      recorded: false
`,
    unknown: `
assets:
  - id: expired-applications
    name: 保存期間を満了した申請書
    form: paper
    disposal:
      date: 令和8年5月20日
      method: dissolution
`,
  },
  mutation: { set: { 'assets/廃棄複合機 disposal.recorded': false } },
});

const checkRecorded = checkFact<'assets'>({
  field: 'disposal.recorded',
  violation: { ja: '廃棄の記録が残されていません', en: 'was disposed of without a record' },
});
