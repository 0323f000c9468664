import { boundStaff, defineFactRule } from '#rule';

/** The web is for work: みなかみ町 4)遵守事項[3]. */
export const webUseRestricted = defineFactRule({
  id: 'human/web-use-restricted',
  title: {
    ja: '業務以外の目的でのウェブ閲覧を禁止する',
    en: 'Browsing the web for purposes other than work is prohibited',
  },
  rationale: {
    ja: '業務と関わりのないウェブサイトには、閲覧しただけで不正プログラムに感染するものや、情報を入力させて盗むものがあります。閲覧を業務に必要なものに限れば、その入口を減らせます。',
    en: 'Among the sites that have nothing to do with work are some that infect whoever visits them, and some that lure people into giving information away. Keeping to what work needs leaves fewer ways in.',
  },
  remedy: {
    ja: '業務以外の目的でのウェブ閲覧を規程等で禁止して周知し、webUse.restricted を true に改めてください。',
    en: 'Prohibit browsing for purposes other than work in the rules for staff, make it known, and change webUse.restricted to true.',
  },
  appliesTo: 'staffGroups',
  field: 'webUse.restricted',
  when: boundStaff,
  violation: {
    ja: '業務以外の目的でのウェブ閲覧が禁止されていません',
    en: 'may browse the web for purposes other than work',
  },
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    webUse:
      restricted: true
`,
    fail: `
staffGroups:
  - id: part-time
    name: 非常勤職員（統計調査員）
    employment: part-time
    webUse:
      restricted: false
`,
    unknown: `
staffGroups:
  - id: fixed-term
    name: 会計年度任用職員
    employment: fixed-term
`,
  },
  mutation: { set: { 'staffGroups/regular-mayor webUse.restricted': false } },
});
