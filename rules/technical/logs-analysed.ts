import {
  type Applicability,
  defineFactRule,
  type RuleContext,
  type System,
  serverTypes,
  someServer,
  systemOfType,
  unknown,
} from '#rule';

/**
 * Logs are not only taken but looked at: みなかみ町 5)コンピュータ・ネットワーク管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (our reading). Where none are taken, `technical/logs-acquired` says so.
 */
export const logsAnalysed = defineFactRule({
  id: 'technical/logs-analysed',
  title: { ja: '取得したログを分析する', en: 'Logs are analysed' },
  rationale: {
    ja: 'ログは、ためておくだけでは不正の兆しを教えてくれません。分析して初めて、被害が広がる前に不正アクセスや内部の不正に気付けます。',
    en: 'Logs that merely pile up warn nobody. Only when they are analysed are intrusions and misuse noticed before the damage spreads.',
  },
  remedy: {
    ja: 'ログを分析する方法と担当を決めて行い、logs.analysed を true に改めてください。ログを取得していなければ、logs.acquired を false に改めてください。',
    en: 'Decide how and by whom logs are analysed, do so, and change logs.analysed to true. If no logs are kept, write logs.acquired: false.',
  },
  appliesTo: 'systems',
  neededKinds: [someServer],
  field: 'logs.analysed',
  when: takesLogs,
  violation: { ja: '取得したログが分析されていません', en: 'keeps logs that nobody analyses' },
  examples: {
    pass: `
systems:
  - id: tax-server
    name: 税総合システム
    type: server
    logs:
      acquired: true
      analysed: true
`,
    fail: `
systems:
  - id: groupware-server
    name: グループウェア
    type: server
    logs:
      acquired: true
      analysed: false
`,
    unknown: `
systems:
  - id: groupware-server
    name: グループウェア
    type: server
    logs:
      acquired: true
`,
  },
  mutation: { set: { 'systems/juki-server logs.analysed': false } },
});

/** The text names servers. A server that does not state whether it takes logs is asked for that first. */
function takesLogs(system: System, context: RuleContext, stated: boolean): Applicability {
  const acquired = system.logs?.acquired;
  if (acquired === false) return false;
  const applies = isLogged(system, context, stated);
  return applies === true && acquired === undefined && !stated
    ? unknown('logs.acquired', undefined, { wanted: 'either' })
    : applies;
}

const isLogged = systemOfType(serverTypes, ['application', 'network-device']);
