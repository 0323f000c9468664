import { defineRule, notApplicable, pass, review, unknown } from '#rule';

/** Access may be suspended where a violation goes on: みなかみ町 6)違反時の対応[2]. It may be, so it is never a breach not to. */
export const violationAccessSuspension = defineRule({
  id: 'operations/violation-access-suspension',
  title: {
    ja: '違反が改善されないときは、使用権限の停止又は剥奪を検討する',
    en: 'If a violation continues, suspending access is considered',
  },
  rationale: {
    ja: '是正を求めても改まらない違反は、情報資産を危険にさらし続けます。情報システムやネットワークの使用権限を停止すれば、改善されるまでの間の被害を防げます。',
    en: 'A violation that goes on despite a demand to stop keeps putting information at risk. Suspending access to systems and networks prevents harm until things are put right.',
  },
  remedy: {
    ja: '使用権限を停止又は剥奪するかどうかを検討し、行ったときはその日を accessSuspended に、改善されたときはその日を improved に書いてください（日が分からなければ true）。',
    en: 'Consider whether to suspend or revoke access. If it was done, write the day in accessSuspended; once things are put right, write the day in improved (true if the day is not known).',
  },
  appliesTo: 'violations',
  check({ improved, accessSuspended }) {
    const isSuspended = accessSuspended !== undefined && accessSuspended !== false;
    if (isSuspended) return pass;
    if (improved === undefined) return unknown('improved');
    if (improved !== false) return notApplicable;
    return review('accessSuspended', {
      ja: '改善されておらず、使用権限の停止又は剥奪も記録されていないため、必要かどうかを確かめる必要があります',
      en: 'continues, and no suspension of access is on record; someone must decide whether it is needed',
    });
  },
  examples: {
    pass: `
violations:
  - id: violation-r8-3
    name: 業務外サイトの繰り返し閲覧
    detected: 令和8年5月11日
    correctiveAction: 令和8年5月12日
    improved: false
    accessSuspended: 令和8年6月1日
`,
    unknown: `
violations:
  - id: violation-r8-1
    name: 私物USBメモリの業務利用
    detected: 令和8年6月3日
    correctiveAction: 令和8年6月4日
`,
    review: `
violations:
  - id: violation-r8-2
    name: 職員証の貸し借り
    detected: 令和8年7月22日
    correctiveAction: 令和8年7月24日
    improved: false
`,
  },
  mutation: {
    set: { 'violations/violation-r8-01 improved': false },
    verdict: 'review',
    at: 'violations/violation-r8-01 accessSuspended',
  },
});
