import { type AuditKind, auditedWithin, defineRule, maximumAge } from '#rule';

/** Self-inspections are performed: 熊谷市 7, 伊勢崎市 7, 特別区人事・厚生事務組合 6(9), 7. No document states an interval. */
export const selfInspectionPerformed = defineRule({
  id: 'evaluation/self-inspection-performed',
  title: { ja: '情報セキュリティの自己点検を実施する', en: 'Security self-inspections are carried out' },
  rationale: {
    ja: '監査はすべての部署や業務に及ぶとは限りません。職員が自らの取扱いを点検すれば、身近な誤りをその場で改められ、規定を思い出す機会にもなります。',
    en: 'An audit does not reach every section and task. When staff inspect their own work, mistakes close at hand are corrected at once, and the rules are remembered.',
  },
  remedy: {
    ja: '自己点検を実施し、audits に type を self-inspection として載せ、実施した日を date に書いてください。',
    en: 'Have a self-inspection carried out, list it under audits with type: self-inspection, and write its day in date.',
  },
  appliesTo: 'organization',
  recurs: true,
  parameters: maximumAge('fiscal-year', {
    ja: '最後の自己点検からの期間の上限',
    en: 'how long ago the last self-inspection may be',
  }),
  check: (_organization, context) => auditedWithin(context.parameter('maxAge'), asked, context),
  examples: {
    pass: `
organization:
  name: 関所市
audits:
  - id: r8
    name: 令和8年度情報セキュリティ自己点検
    type: self-inspection
    date: 令和8年9月10日
`,
    fail: `
organization:
  name: 宿場町
  complete: [audits]
audits:
  - id: internal-r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月10日
`,
    unknown: `
organization:
  name: 関所市
audits:
  - id: r8
    name: 令和8年度情報セキュリティ自己点検
    type: self-inspection
`,
    review: `
organization:
  name: 宿場町
audits:
  - id: r5
    name: 令和5年度情報セキュリティ自己点検
    type: self-inspection
    date: 令和6年2月15日
`,
  },
  mutation: { remove: ['audits/自己点検-R8'], at: 'organization' },
});

const asked: AuditKind = {
  types: ['self-inspection'],
  what: { ja: '自己点検', en: 'a self-inspection' },
  last: { ja: '最後の自己点検', en: 'its last self-inspection' },
};
