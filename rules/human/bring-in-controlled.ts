import { boundStaff, defineFactRule } from '#rule';

/** Devices and media are brought in only with permission, or not at all: みなかみ町 4)遵守事項[4] prohibits what is improper (不正). */
export const bringInControlled = defineFactRule({
  id: 'human/bring-in-controlled',
  title: {
    ja: '機器や媒体の持ち込みを禁止し、又は許可制にする',
    en: 'Devices and media are brought in only with permission, or not at all',
  },
  rationale: {
    ja: '持ち込まれた機器や媒体は、不正プログラムを庁内に入れたり、情報を写して持ち去る手段になったりします。許可制にすれば、誰が何を何のために持ち込んだかを確かめられます。',
    en: 'What is brought in may carry malware, or serve to copy information and take it away. Where permission is needed, it is known who brought what, and why.',
  },
  remedy: {
    ja: '機器や媒体の持ち込みを禁止し、又は情報セキュリティ管理者等の許可を要することとして、bringIn.controlled を true に改めてください。',
    en: 'Prohibit bringing in devices and media, or require the permission of the security manager for it, and change bringIn.controlled to true.',
  },
  appliesTo: 'staffGroups',
  field: 'bringIn.controlled',
  when: boundStaff,
  violation: {
    ja: '機器や媒体の持ち込みが禁止されておらず、許可制にもなっていません',
    en: 'may bring in devices and media without permission',
  },
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    bringIn:
      controlled: true
`,
    fail: `
staffGroups:
  - id: contractors
    name: 常駐する委託事業者の従事者
    employment: contractor
    bringIn:
      controlled: false
`,
    unknown: `
staffGroups:
  - id: dispatched
    name: 派遣労働者（給付金事務）
    employment: dispatched
`,
  },
  mutation: { set: { 'staffGroups/fixed-term bringIn.controlled': false } },
});
