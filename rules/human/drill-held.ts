import { defineRule, type HeldKind, heldRecords, isHeldWithin, notHeldWithin, pass } from '#rule';

/**
 * A security drill was held at all: 訓練の実施, 地方自治法施行規則16条の3 第1項第4号. No interval is stated, so that none is asked
 * unless a clause or the configuration sets one.
 */
export const drillHeld = defineRule({
  id: 'human/drill-held',
  title: { ja: '情報セキュリティの訓練を行う', en: 'A security drill is held' },
  rationale: {
    ja: '手順は、読んだだけでは身に付きません。訓練をして初めて、連絡先が古いことや、迷って手が止まる所に、事故になる前に気付けます。',
    en: 'Nobody knows steps from reading them alone. A drill shows, before it comes to an incident, which contacts are out of date and where people hesitate.',
  },
  remedy: {
    ja: '標的型攻撃メール訓練やインシデント対応訓練を行い、drills に載せ、実施した日を date に書いてください。',
    en: 'Hold a drill, with targeted mail or of the response to an incident, list it under drills, and write its day in date.',
  },
  appliesTo: 'organization',
  recurs: true,
  parameters: {
    maxAge: {
      kind: 'interval',
      default: null,
      about: { ja: '最後の訓練からの期間の上限', en: 'how long ago the last drill may be' },
    },
  },
  check(_organization, context) {
    const maxAge = context.parameter('maxAge');
    const held = heldRecords(drills, context);
    return isHeldWithin(held.latest, maxAge, context) ? pass : notHeldWithin(held, drills, maxAge, context);
  },
  examples: {
    pass: `
organization:
  name: 関所市
drills:
  - id: drill-r8
    name: 令和8年度標的型攻撃メール訓練
    date: 令和8年9月8日
`,
    fail: `
organization:
  name: 宿場町
  complete: [drills]
`,
    unknown: `
organization:
  name: 関所市
drills:
  - id: drill-r8
    name: 令和8年度インシデント対応訓練
`,
  },
  mutation: { remove: ['drills/drill-r8-mail', 'drills/drill-r7-csirt'], at: 'organization' },
});

const drills: HeldKind = {
  section: 'drills',
  what: { ja: '情報セキュリティの訓練', en: 'a security drill' },
  last: { ja: '最後の訓練', en: 'its last drill' },
};
