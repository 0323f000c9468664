import { checkSoftware, defineRule, someMachine } from '#rule';

/**
 * Only authorised software is installed: みなかみ町 5)ソフトウェア管理[1]; 熊谷市 6(5), 伊勢崎市 6(6),
 * 特別区人事・厚生事務組合 6(6) (our reading of them as the answer to a threat, which cannot be breached itself).
 */
export const softwareAuthorised = defineRule({
  id: 'technical/software-authorised',
  title: { ja: '許可したソフトウェアだけを導入する', en: 'Only authorised software is installed' },
  rationale: {
    ja: '許可なく入れたソフトウェアには、不正プログラムが紛れていたり、情報を外部に送るものがあったりします。誰も更新しないまま残り、弱点にもなります。',
    en: 'Software that somebody installs without asking may carry malware or send information outside. Nobody updates it, so that it becomes a weak point as well.',
  },
  remedy: {
    ja: '許可していないソフトウェアは削除して software から除き、業務に必要なものは許可の手続を経て、その software の authorised を true に改めてください。導入しているソフトウェアは、漏れなく software に挙げてください（無ければ []）。',
    en: 'Remove software without authorisation and take it off the list; have what the work needs authorised and change its authorised to true within software. List all installed software under software ([] if there is none).',
  },
  appliesTo: 'systems',
  neededKinds: [someMachine],
  check: checkSoftware({
    field: 'authorised',
    violation: ({ ja, en }) => ({
      ja: `${ja}を許可なく導入しています`,
      en: `has ${en} installed without authorisation`,
    }),
    silence: ({ ja, en }) => ({
      ja: `${ja}の導入を許可しているかが台帳に書かれていません`,
      en: `does not state whether ${en} is authorised`,
    }),
  }),
  examples: {
    pass: `
systems:
  - id: office-terminal
    name: 庁内端末
    type: terminal
    software:
      - name: 文書作成ソフト
        version: "2026.10"
        authorised: true
`,
    fail: `
systems:
  - id: design-terminal
    name: 広報紙編集端末
    type: terminal
    software:
      - name: 不正プログラム対策ソフト
        authorised: true
      - name: フリーの画像変換ソフト
        authorised: false
`,
    unknown: `
systems:
  - id: office-terminal
    name: 庁内端末
    type: terminal
    software:
      - name: 文書作成ソフト
`,
  },
  mutation: { set: { 'systems/term-fukushi software.1.authorised': false } },
});
