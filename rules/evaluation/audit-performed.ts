import { type AuditKind, auditedWithin, defineRule, maximumAge, securityAudits } from '#rule';

/** Audits are performed: 熊谷市 7, 伊勢崎市 7, 特別区人事・厚生事務組合 6(9), 7. No document states an interval. */
export const auditPerformed = defineRule({
  id: 'evaluation/audit-performed',
  title: { ja: '情報セキュリティ監査を実施する', en: 'Security audits are carried out' },
  rationale: {
    ja: '定めた対策が実際に行われているかは、行っている本人には見えにくいものです。監査を続ければ、守られていないことや実情に合わなくなった規定に、事故になる前に気付けます。',
    en: 'Whether measures are really carried out is hard to see for those who carry them out. Regular audits show what is neglected, and which rules no longer fit, before it comes to an incident.',
  },
  remedy: {
    ja: '情報セキュリティ監査を実施し、audits に type を internal（内部監査）又は external（外部監査）として載せ、実施した日を date に書いてください。',
    en: 'Have a security audit carried out, list it under audits with type: internal or external, and write its day in date.',
  },
  appliesTo: 'organization',
  recurs: true,
  parameters: maximumAge('fiscal-year', {
    ja: '最後の情報セキュリティ監査からの期間の上限',
    en: 'how long ago the last security audit may be',
  }),
  check: (_organization, context) => auditedWithin(context.parameter('maxAge'), asked, context),
  examples: {
    pass: `
organization:
  name: 関所市
audits:
  - id: r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月10日
`,
    fail: `
organization:
  name: 宿場町
  complete: [audits]
audits:
  - id: self-inspection-r8
    name: 令和8年度情報セキュリティ自己点検
    type: self-inspection
    date: 令和8年9月10日
`,
    unknown: `
organization:
  name: 関所市
audits:
  - id: r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
`,
    review: `
organization:
  name: 宿場町
audits:
  - id: r5
    name: 令和5年度情報セキュリティ外部監査
    type: external
    date: 令和6年2月15日
`,
  },
  mutation: [
    { remove: ['audits/外部監査-R8', 'audits/内部監査-R7'], at: 'organization' },
    {
      set: { 'audits/外部監査-R8 date': '2025-03-27', 'audits/内部監査-R7 date': '2024-11-12' },
      verdict: 'review',
      at: 'organization',
    },
  ],
});

const asked: AuditKind = {
  types: securityAudits,
  what: { ja: '情報セキュリティ監査', en: 'a security audit' },
  last: { ja: '最後の情報セキュリティ監査', en: 'its last security audit' },
};
