import { boundStaff, defineFactRule, type Localized, type StaffGroup } from '#rule';

/**
 * Whoever leaves keeps secret what they learned: みなかみ町 4)遵守事項[5] (that they pledge it is our reading). The law binds
 * those in the regular service (一般職) to secrecy after they leave, pledge or not, so that there a plain no is a matter
 * to look at.
 */
export const leavingSecrecy = defineFactRule({
  id: 'human/leaving-secrecy',
  title: {
    ja: '退職等の後も業務上知り得た秘密を守ることを誓約させる',
    en: 'People who leave pledge to keep secret what they learned at work',
  },
  rationale: {
    ja: '端末や書類を返しても、知り得た情報は記憶に残ります。辞めた後も秘密を守る義務があることを、誓約によって本人に確かめておく必要があります。',
    en: 'Devices and papers can be returned, but what was learned stays in the memory. A pledge makes sure that those who leave know their duty of secrecy goes on.',
  },
  remedy: {
    ja: '退職、異動、契約終了等の際に、秘密の保持を誓約する書面を提出させることとし、leaving.secrecyPledged を true に改めてください（任用や契約の時点で退職後の分まで誓約させていれば、それでかまいません）。',
    en: 'Have those who leave, move or end a contract sign a pledge of secrecy, and change leaving.secrecyPledged to true (a pledge on joining will do if it covers the time afterwards).',
  },
  appliesTo: 'staffGroups',
  field: 'leaving.secrecyPledged',
  when: boundStaff,
  violation: {
    ja: '退職等の後も秘密を守ることを誓約していません',
    en: 'does not pledge to keep secret, after leaving, what was learned at work',
  },
  noMayBeRight: ({ employment }) =>
    boundByLaw.includes(employment) ? { message: boundWithoutPledge, remedy: decideOnPledge } : undefined,
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    leaving:
      secrecyPledged: true
`,
    fail: `
staffGroups:
  - id: contractors
    name: 常駐する委託事業者の従事者
    employment: contractor
    leaving:
      secrecyPledged: false
`,
    unknown: `
staffGroups:
  - id: designated-managers
    name: 指定管理者の従事者
    employment: designated-manager
`,
    review: `
staffGroups:
  - id: fixed-term
    name: 会計年度任用職員
    employment: fixed-term
    leaving:
      secrecyPledged: false
`,
  },
  mutation: { set: { 'staffGroups/contractors leaving.secrecyPledged': false } },
});

/** The kinds of staff that 地方公務員法 binds to secrecy after they leave (第34条): those in the regular service. */
const boundByLaw: readonly StaffGroup['employment'][] = ['regular', 'reappointed', 'fixed-term', 'temporary'];

const boundWithoutPledge: Localized = {
  ja: '退職等の後も秘密を守ることを誓約していません。地方公務員法第34条により秘密を守る義務はあるため、誓約を求めるかを確かめる必要があります',
  en: 'does not pledge to keep secret, after leaving, what was learned at work; the Local Public Service Act (Article 34) binds them to secrecy even so, and someone must decide whether to ask for a pledge',
};

const decideOnPledge: Localized = {
  ja: '退職後も秘密を守る義務があることを本人に知らせているかを確かめ、誓約を求めるかを決めてください。誓約させることとしたときは leaving.secrecyPledged を true に改め、法律上の義務で足りると決めたときは、その決定を exceptions に記録できます。',
  en: 'Check that those who leave are told that their duty of secrecy goes on, and decide whether to ask for a pledge. If they are made to pledge, change leaving.secrecyPledged to true; if the duty by law is found to be enough, exceptions can record the decision.',
};
