import {
  type Asset,
  assetsInService,
  defineRule,
  fail,
  generativeAi,
  type Issue,
  isKept,
  judgeWhere,
  nameOf,
  pass,
  type RuleContext,
  review,
  type Service,
  serviceConfidentialityAtLeast,
  unknown,
} from '#rule';

const { appliesTo, neededKinds, when } = generativeAi;

/**
 * It is laid down what may be entered in generative AI, and nothing else is. None of the four documents names it. What may be
 * entered is written in the words of the body, which no rule reads: personal information is a matter to look at, and a level is
 * asked only where it is set.
 */
export const generativeAiInformation = defineRule({
  id: 'outsourcing/generative-ai-information',
  title: {
    ja: '生成AIサービスに入力してよい情報を定め、それ以外の情報を入力しない',
    en: 'It is laid down which information may be entered in generative AI, and nothing else is entered',
  },
  rationale: {
    ja: '生成AIに入力した情報は事業者に渡り、学習に使われて、ほかの利用者への回答に現れることもあります。入力してよい情報が決まっていなければ、個人情報や公表前の情報が、悪気なく外部に渡ります。',
    en: 'What is entered in generative AI goes to its provider, may train it and come up in answers to others. Where it is not laid down what may be entered, personal information and what is not public yet get out without anyone meaning harm.',
  },
  remedy: {
    ja: '入力してよい情報の範囲を定めて職員に周知し、その内容を allowedInformation に書いてください。',
    en: 'Lay down which information may be entered, tell the staff, and write it in allowedInformation.',
  },
  appliesTo,
  neededKinds,
  parameters: {
    allowedBelow: {
      default: null,
      about: {
        ja: '入力してよい情報の機密性の上限。取り扱う情報の機密性がこの標準の等級以上であれば違反になる。null なら等級は問わない',
        en: 'the canonical level of confidentiality from which on nothing may be entered; null asks nothing of levels',
      },
    },
  },
  check: (service, context) =>
    judgeWhere(when(service, context, true), () => {
      const issues = [
        ...notLaidDown(service),
        ...aboveLevel(service, context),
        ...personalInformation(service, context),
      ];
      return issues.length === 0 ? pass : issues;
    }),
  examples: {
    pass: `
services:
  - id: town-ai
    name: 庁内生成AIサービス
    type: generative-ai
    allowedInformation: 公開している情報に限る
`,
    fail: `
services:
  - id: trial-ai
    name: 試行中の生成AIサービス
    type: generative-ai
    allowedInformation: false
`,
    unknown: `
services:
  - id: trial-ai
    name: 試行中の生成AIサービス
    type: generative-ai
`,
    review: `
services:
  - id: town-ai
    name: 庁内生成AIサービス
    type: generative-ai
    allowedInformation: 機密性2以下の情報に限る
assets:
  - id: consultation-notes
    name: 相談記録の要約
    service: town-ai
    contains: [personal-information]
`,
  },
  mutation: [
    { set: { 'services/generative-ai allowedInformation': false } },
    {
      set: { 'assets/選挙人名簿 service': 'generative-ai', 'services/generative-ai confidentiality': 3 },
      verdict: 'review',
      at: 'services/generative-ai allowedInformation',
    },
  ],
});

function notLaidDown({ allowedInformation }: Service): readonly Issue[] {
  if (allowedInformation === undefined) return [unknown('allowedInformation')];
  if (allowedInformation !== false) return [];
  const message = {
    ja: '生成AIサービスですが、入力してよい情報が定められていません',
    en: 'is generative AI, but has no rule on which information may be entered',
  };
  return [fail('allowedInformation', message)];
}

function aboveLevel(service: Service, context: RuleContext): readonly Issue[] {
  const { value } = context.parameter('allowedBelow');
  if (typeof value !== 'number') return [];
  const reaches = serviceConfidentialityAtLeast(value)(service, context);
  if (reaches === false) return [];
  if (reaches !== true) return [reaches];
  const level = context.words.atLeast('confidentiality', value);
  const message = {
    ja: `生成AIサービスですが、入力が認められていない${level.ja}の情報を扱っています`,
    en: `is generative AI, but handles information that may not be entered (${level.en})`,
  };
  return [fail('confidentiality', message, { remedy: stopEntering })];
}

/** Some assets in it hold personal information: whether that may be entered, the body's own words say. */
function personalInformation(service: Service, context: RuleContext): readonly Issue[] {
  const asset = assetsInService(service, context.inventory).find(
    (one) => isKept(one) === true && one.contains?.some((kind) => personal.includes(kind)),
  );
  // Until it is laid down what may be entered, that comes first.
  if (asset === undefined || typeof service.allowedInformation !== 'string') return [];
  const name = nameOf(asset);
  const message = {
    ja: `個人情報を含む「${name}」を扱っており、入力してよい情報に含まれるかを確かめる必要があります`,
    en: `handles “${name}”, which contains personal information; someone must check whether that may be entered`,
  };
  const step = {
    record: asset,
    path: 'contains',
    message: { ja: `「${name}」に含まれる情報`, en: `what “${name}” contains` },
  };
  return [
    review('allowedInformation', message, {
      remedy: checkEntering,
      trace: [step],
      key: 'personal-information',
    }),
  ];
}

const personal: readonly string[] = [
  'personal-information',
  'sensitive-personal-information',
  'my-number',
] satisfies NonNullable<Asset['contains']>;

const stopEntering = {
  ja: 'そのサービスでその情報を扱うことをやめ、入力したものがあれば削除してください。等級や置き場所の記載が誤っていれば、サービスの confidentiality、又は情報資産の classification や service を改めてください。',
  en: 'Stop entering such information in the service, and delete what has been entered. If a level or place is wrong in the inventory, correct confidentiality of the service, or classification or service of the asset.',
};

const checkEntering = {
  ja: 'allowedInformation に定めた範囲に個人情報が含まれるかを確かめてください。含まれなければ、入力をやめ、情報資産の service を改めてください。含まれるものとして利用目的の範囲内での入力を認めているときは、その決定を exceptions に記録できます。',
  en: 'Check whether what allowedInformation lays down includes personal information. If it does not, stop entering it and correct service of the asset; if it does, within the purpose that the information is kept for, exceptions can record the decision.',
};
