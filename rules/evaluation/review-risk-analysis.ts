import { defineFactRule } from '#rule';

/** The policy is reviewed on the basis of a risk analysis: 伊勢崎市 8, 特別区人事・厚生事務組合 8. */
export const reviewRiskAnalysis = defineFactRule({
  id: 'evaluation/review-risk-analysis',
  title: {
    ja: '脅威と損失を分析し、リスクを検討した上でポリシーを見直す',
    en: 'The policy is reviewed on the basis of a risk analysis',
  },
  rationale: {
    ja: '分析をせずに見直すと、起こりそうもないことに手をかけ、起これば大きな損失になることを見落とすおそれがあります。脅威の起こりやすさと損失の大きさを比べて初めて、どこを改めるかを決められます。',
    en: 'A review without analysis may spend effort on what hardly ever happens and overlook what would cost most. Only by weighing how likely a threat is against the loss it brings can one decide what to change.',
  },
  remedy: {
    ja: '保有する情報と利用する情報システムについて、脅威の発生の可能性と発生時の損失等を分析してリスクを検討し、riskAnalysis を true に改めてください。',
    en: 'For the information held and the systems used, analyse how likely threats are and what loss they would bring, consider the risks, and change riskAnalysis to true.',
  },
  appliesTo: 'reviews',
  field: 'riskAnalysis',
  violation: {
    ja: '脅威の発生の可能性や損失等を分析せずに行われています',
    en: 'was carried out without analysing threats, their likelihood and the losses',
  },
  examples: {
    pass: `
reviews:
  - id: review-r7
    name: 令和7年度ポリシー見直し
    date: 令和8年3月25日
    riskAnalysis: true
`,
    fail: `
reviews:
  - id: review-r5
    name: 組織改正に伴うポリシー見直し
    date: 令和6年3月29日
    riskAnalysis: false
`,
    unknown: `
reviews:
  - id: review-r7
    name: 令和7年度ポリシー見直し
    date: 令和8年3月25日
`,
  },
  mutation: { set: { 'reviews/review-r7 riskAnalysis': false } },
});
