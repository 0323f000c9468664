import { defineFactRule } from '#rule';

/** Corrective action is demanded where the policy is violated: みなかみ町 6)違反時の対応[1]. */
export const violationCorrectiveAction = defineFactRule({
  id: 'operations/violation-corrective-action',
  title: {
    ja: '違反が確認されたときは、是正措置を求める',
    en: 'If the policy is violated, corrective action is demanded',
  },
  rationale: {
    ja: '確認された違反を見過ごすと、同じ違反が続き、規定を守っている職員の意識も緩みます。速やかに是正を求めれば、事故になる前に改められます。',
    en: 'If a violation is passed over, it goes on, and those who keep the rules grow careless too. Demanded promptly, a correction comes before an incident does.',
  },
  remedy: {
    ja: '違反した職員等の所属に是正措置を求め、求めた日を correctiveAction に書いてください（日が分からなければ true）。',
    en: 'Demand corrective action from the section concerned and write the day in correctiveAction (true if the day is not known).',
  },
  appliesTo: 'violations',
  field: 'correctiveAction',
  violation: {
    ja: '是正措置が求められていません',
    en: 'was established, but no corrective action was demanded',
  },
  examples: {
    pass: `
violations:
  - id: violation-r8-1
    name: 私物USBメモリの業務利用
    detected: 令和8年6月3日
    correctiveAction: 令和8年6月4日
`,
    fail: `
violations:
  - id: violation-r8-2
    name: 職員証の貸し借り
    detected: 令和8年7月22日
    correctiveAction: false
`,
    unknown: `
violations:
  - id: violation-r8-2
    name: 職員証の貸し借り
    detected: 令和8年7月22日
`,
  },
});
