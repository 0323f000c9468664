import { defineFactRule, dutyHolder } from '#rule';

/**
 * The policy is acknowledged, by contractors and designated managers too where a clause binds them to comply: みなかみ町
 * 4)遵守事項[1]; 熊谷市 5, 伊勢崎市 5, 特別区人事・厚生事務組合 5 (all our reading).
 */
export const rulesAcknowledged = defineFactRule({
  id: 'human/rules-acknowledged',
  title: {
    ja: '職員等が情報セキュリティポリシー及び実施手順を遵守することを確認する',
    en: 'Everyone bound by the policy and procedures has acknowledged them',
  },
  rationale: {
    ja: 'ポリシーや実施手順は、読んだことがなければ守りようがありません。遵守することを本人に確認させておけば、内容が伝わり、知らなかったという言い訳もなくなります。',
    en: 'Nobody can keep to a policy they have never read. Whoever has acknowledged it has at least been told, and cannot say later that they did not know.',
  },
  remedy: {
    ja: '情報セキュリティポリシー及び実施手順を示し、遵守することを書面、研修等で確認させ、rulesAcknowledged を true に改めてください。',
    en: 'Show them the policy and procedures, have them acknowledge both in writing, at a training or the like, and change rulesAcknowledged to true.',
  },
  appliesTo: 'staffGroups',
  field: 'rulesAcknowledged',
  when: dutyHolder,
  violation: {
    ja: '情報セキュリティポリシー及び実施手順を遵守することを確認していません',
    en: 'has not acknowledged the policy and procedures',
  },
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    rulesAcknowledged: true
`,
    fail: `
staffGroups:
  - id: dispatched
    name: 派遣労働者（給付金事務）
    employment: dispatched
    rulesAcknowledged: false
`,
    unknown: `
staffGroups:
  - id: fixed-term
    name: 会計年度任用職員
    employment: fixed-term
`,
  },
  mutation: { set: { 'staffGroups/designated-managers rulesAcknowledged': false } },
});
