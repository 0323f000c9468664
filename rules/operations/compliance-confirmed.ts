import { type AuditKind, auditedWithin, defineRule, maximumAge } from '#rule';

/**
 * Compliance with the policy is confirmed: 熊谷市 6(6), 伊勢崎市 6(7), 特別区人事・厚生事務組合 6(7). The documents have audits and
 * self-inspections verify compliance, so these count as much as a check of its own, and no type is asked for.
 */
export const complianceConfirmed = defineRule({
  id: 'operations/compliance-confirmed',
  title: {
    ja: '情報セキュリティポリシーの遵守状況を確認する',
    en: 'Compliance with the security policy is confirmed',
  },
  rationale: {
    ja: '規定は、作っただけでは守られるとは限りません。守られているかを確かめ続ければ、違反にも、守りにくい規定にも早く気付けます。',
    en: 'Rules are not kept just because they were written. Checking again and again shows early what is violated, and which rules are hard to keep.',
  },
  remedy: {
    ja: '遵守状況を確認し、audits に type を compliance-check として載せ、実施した日を date に書いてください。情報セキュリティ監査や自己点検で確認したときは、その監査や自己点検を載せてください。',
    en: 'Check compliance, list the check under audits with type: compliance-check, and write its day in date. If an audit or a self-inspection confirmed it, list that.',
  },
  appliesTo: 'organization',
  recurs: true,
  parameters: maximumAge('fiscal-year', {
    ja: '最後に遵守状況を確認してからの期間の上限',
    en: 'how long ago compliance may last have been confirmed',
  }),
  check: (_organization, context) => auditedWithin(context.parameter('maxAge'), asked, context),
  examples: {
    pass: `
organization:
  name: 関所市
audits:
  - id: compliance-r8
    name: 令和8年度ポリシー遵守状況の確認
    type: compliance-check
    date: 令和8年10月16日
`,
    fail: `
organization:
  name: 宿場町
  complete: [audits]
audits: []
`,
    unknown: `
organization:
  name: 関所市
`,
    review: `
organization:
  name: 宿場町
audits:
  - id: compliance-r6
    name: 令和6年度ポリシー遵守状況の確認
    type: compliance-check
    date: 令和6年10月18日
`,
  },
  // The mutation only makes them too old: without any, audits and self-inspections would be reported as missing as
  // well.
  mutation: {
    set: { 'audits/遵守確認-R8-1 date': '2026-09-01', 'audits/遵守確認-R8-2 date': '2026-09-02' },
    at: 'organization',
  },
});

const asked: AuditKind = {
  what: { ja: '遵守状況の確認', en: 'a check of compliance' },
  last: { ja: '最後に遵守状況を確認した', en: 'its last check of compliance' },
};
