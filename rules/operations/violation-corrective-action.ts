import { defineRule, fail, isOlderThan, type Localized, pass, review, unknown, wordParameter } from '#rule';

/**
 * Corrective action is demanded promptly where the policy is violated: みなかみ町 6)違反時の対応[1]. Promptness takes two
 * days to tell. No interval is stated, so none is asked by default, and one that is set is no more than a matter to look at.
 */
export const violationCorrectiveAction = defineRule({
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
    ja: '違反した職員等の所属に是正措置を求め、違反を確認した日を detected に、是正措置を求めた日を correctiveAction に書いてください。求めるのが遅れたときは、その理由を確かめ、速やかに求めるよう改めてください。',
    en: 'Demand corrective action from the section concerned; write the day the violation was established in detected and the day of the demand in correctiveAction. If the demand was late, find out why, and see that the next one is prompt.',
  },
  appliesTo: 'violations',
  parameters: {
    maxDelay: {
      kind: 'delay',
      default: null,
      about: {
        ja: '違反を確認してから是正措置を求めるまでの期間の上限。設定しなければ、日付があればよい',
        en: 'how long after a violation was established corrective action may be demanded; until this is set, any day will do',
      },
    },
  },
  check(violation, context) {
    const { detected, correctiveAction } = violation;
    if (correctiveAction === undefined) return unknown('correctiveAction', undefined, writeDays);
    if (correctiveAction === false) {
      return fail('correctiveAction', {
        ja: '是正措置が求められていません',
        en: 'was established, but no corrective action was demanded',
      });
    }
    if (correctiveAction === true || detected === undefined) {
      return [
        ...(detected === undefined ? [unknown('detected', notEstablished, writeDays)] : []),
        ...(correctiveAction === true ? [unknown('correctiveAction', notDated, writeDays)] : []),
      ];
    }
    const established = context.inventory.dateAsWritten(violation, 'detected');
    const demanded = context.inventory.dateAsWritten(violation, 'correctiveAction');
    if (correctiveAction < detected)
      return unknown('correctiveAction', beforeEstablished(demanded, established), correctDays);
    const maxDelay = context.parameter('maxDelay');
    if (!isOlderThan(detected, maxDelay, correctiveAction)) return pass;
    const delay = wordParameter(maxDelay);
    return review('correctiveAction', {
      ja: `是正措置を求めた日「${demanded}」が、違反を確認した日「${established}」から${delay.ja}を過ぎています。速やかに求めたといえるかを確かめる必要があります`,
      en: `was established on “${established}” and corrective action not demanded until “${demanded}”, more than ${delay.en} later; someone must check whether that was prompt`,
    });
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
    correctiveAction: true
`,
    review: `
violations:
  - id: violation-r8-3
    name: 許可のない資料の持ち帰り
    detected: 令和8年8月3日
    correctiveAction: 令和8年9月14日
`,
    policy: { parameters: { maxDelay: 'P7D' } },
  },
  mutation: [
    { set: { 'violations/violation-r8-01 correctiveAction': false } },
    // Corrective action was demanded, but it is unknown whether promptly.
    { set: { 'violations/violation-r8-01 correctiveAction': true }, verdict: 'unknown' },
  ],
});

const notEstablished: Localized = {
  ja: '違反を確認した日が detected に書かれておらず、是正措置を速やかに求めたか判定できません',
  en: 'does not state the day it was established in detected, so it cannot be told whether corrective action was prompt',
};

const notDated: Localized = {
  ja: '是正措置を求めた日が correctiveAction に書かれておらず、速やかに求めたか判定できません',
  en: 'does not state the day of the demand in correctiveAction, so it cannot be told whether that was prompt',
};

/** A plain yes would only lead to the question for the day, so the remedy does not offer it. */
const writeDays = {
  remedy: {
    ja: '違反を確認した日を detected に、是正措置を求めた日を correctiveAction に書いてください。求めていなければ correctiveAction に false と書いてください。',
    en: 'Write the day the violation was established in detected and the day corrective action was demanded in correctiveAction; write correctiveAction: false if it was not demanded.',
  },
};

/** A correction cannot be demanded before the violation is established, so one of the days is wrong. */
function beforeEstablished(demanded: string, established: string): Localized {
  return {
    ja: `是正措置を求めた日「${demanded}」が違反を確認した日「${established}」より前になっており、速やかに求めたか判定できません`,
    en: `had corrective action demanded on “${demanded}”, before it was established on “${established}”, so it cannot be told whether that was prompt`,
  };
}

const correctDays = {
  remedy: {
    ja: '違反を確認した日 detected と是正措置を求めた日 correctiveAction を確かめ、正しい日付に改めてください。',
    en: 'Find out when it was established (detected) and corrective action demanded (correctiveAction), and correct the dates.',
  },
};
