import { checkSoftware, defineRule, someMachine } from '#rule';

/**
 * No illegal copies are used: みなかみ町 5)ソフトウェア管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (our reading of them as the answer to a threat, which cannot be breached itself).
 */
export const softwareLicensed = defineRule({
  id: 'technical/software-licensed',
  title: {
    ja: '正規のライセンスのあるソフトウェアだけを利用する',
    en: 'Only properly licensed software is used',
  },
  rationale: {
    ja: '不正コピーしたソフトウェアの利用は、著作権の侵害に当たります。改ざんされて不正プログラムを含むものも多く、更新を受けられないため弱点も残ります。',
    en: 'Using an illegal copy infringes copyright. Such copies are often tampered with, and without updates their weaknesses stay.',
  },
  remedy: {
    ja: '不正コピーは削除して software から除き、必要なものはライセンスを取得して、その software の licensed を true に改めてください。導入しているソフトウェアは、漏れなく software に挙げてください（無ければ []）。',
    en: 'Remove illegal copies and take them off the list; obtain licences for what is needed and change its licensed to true within software. List all installed software under software ([] if there is none).',
  },
  appliesTo: 'systems',
  neededKinds: [someMachine],
  check: checkSoftware({
    field: 'licensed',
    violation: ({ ja, en }) => ({
      ja: `${ja}を正規のライセンスなしに利用しています`,
      en: `uses ${en} without a licence`,
    }),
    silence: ({ ja, en }) => ({
      ja: `${ja}に正規のライセンスがあるかが台帳に書かれていません`,
      en: `does not state whether ${en} is licensed`,
    }),
  }),
  examples: {
    pass: `
systems:
  - id: tax-server
    name: 税総合システム
    type: server
    software:
      - name: データベース管理システム
        version: "19.8"
        licensed: true
`,
    fail: `
systems:
  - id: drawing-terminal
    name: 土木設計端末
    type: terminal
    software:
      - name: 製図ソフト
        licensed: false
`,
    unknown: `
systems:
  - id: tax-server
    name: 税総合システム
    type: server
`,
  },
  mutation: { set: { 'systems/term-annex software.0.licensed': false } },
});
