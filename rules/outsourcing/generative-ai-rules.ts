import { checkServiceProcedure, defineRule } from '#rule';

/**
 * There are rules on the use of generative AI. None of the four documents names it; what they ask of external services as such,
 * other rules check.
 */
export const generativeAiRules = defineRule({
  id: 'outsourcing/generative-ai-rules',
  title: {
    ja: '生成AIサービスの利用に係る規定を定める',
    en: 'Rules on the use of generative AI are laid down',
  },
  rationale: {
    ja: '生成AIは誰でもすぐに使え、入力した情報は事業者に渡り、出力には誤りが混じります。入力してよい情報、出力の確かめ方、利用できるサービスを決めておかなければ、職員一人一人の判断で使われます。',
    en: 'Anybody can use generative AI at once; what is entered goes to the provider, and what comes back may be wrong. Unless it is laid down what may be entered, how output is checked and which services may be used, everybody decides for themselves.',
  },
  remedy: {
    ja: '利用できるサービス、入力してよい情報、出力の確認等を定めた規定を施行し、documents に type: generative-ai-rules として、施行日を adopted に添えて書き、そのidを procedure に書いてください（すべての生成AIサービスに共通の規定であれば、procedure は省けます）。',
    en: 'Bring into force rules on which services may be used, what may be entered and how output is checked. List them under documents with type: generative-ai-rules and the day they came into force in adopted, and write their id in procedure (which may be left out where the rules are for all services of generative AI).',
  },
  appliesTo: 'services',
  check: checkServiceProcedure({
    service: 'generative-ai',
    document: 'generative-ai-rules',
    what: { ja: '生成AIの利用に係る規定', en: 'a set of rules on generative AI' },
    violation: {
      ja: '生成AIサービスですが、利用に係る規定が定められていません',
      en: 'is generative AI, but no rules on its use are laid down',
    },
  }),
  examples: {
    pass: `
services:
  - id: town-ai
    name: 庁内生成AIサービス
    type: generative-ai
documents:
  - id: ai-rules
    name: 生成AI利用規程
    type: generative-ai-rules
    adopted: 令和7年10月1日
`,
    fail: `
services:
  - id: trial-ai
    name: 試行中の生成AIサービス
    type: generative-ai
    procedure: false
`,
    unknown: `
services:
  - id: trial-ai
    name: 試行中の生成AIサービス
    type: generative-ai
`,
  },
  mutation: [
    { set: { 'services/generative-ai procedure': false } },
    { set: { 'documents/generative-ai-rules adopted': false }, at: 'services/generative-ai procedure' },
  ],
});
