import {
  type Asset,
  checkBySection,
  defineRule,
  fail,
  type Issue,
  isDisposedOf,
  judgeKept,
  type Localized,
  levelUnknown,
  nameOf,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  review,
  standingIn,
  stepToLevel,
  unknown,
  wordParameter,
} from '#rule';

/** Personal data is not at the lowest level, and the level it belongs at is decided: みなかみ町 3)機密性3, 3)機密性2. */
export const personalDataLevel = defineRule({
  id: 'classification/personal-data-level',
  title: {
    ja: '個人情報を含む情報資産を最も低い機密性に分類せず、どの等級に置くかを決める',
    en: 'Personal data is not at the lowest level of confidentiality, and its level is decided',
  },
  rationale: {
    ja: '最も低い機密性は、公開しても差し支えない情報のための等級です。個人番号を含む情報はこれに当たりません。そのほかの個人情報も、氏名を公表している場合などを除き、公開を前提としない情報です。ただし、秘密文書に相当するものを最も高い等級とし、そのほかの公開しないものを次の等級とする文言だけでは、住民の個人情報をどちらに置くかが決まりません。担当ごとに判断が分かれれば、同じ情報の取扱いも分かれます。',
    en: 'The lowest level is for what may be made public. Data with My Number never may; other personal data is not meant for the public either, except where it is published anyway, such as the names of office holders. But where the highest level is for what is on a par with secret documents, and the next for whatever else is not public, the wording does not settle at which of the two residents’ data belongs. If every section decides for itself, the same data is handled differently.',
  },
  remedy: {
    ja: '含まれる情報を確かめて contains に書き、公開を前提としないものは classification.confidentiality の等級を上げてください。個人情報を含まなければ、実際の内容を contains に書いてください（どれにも当たらなければ []）。公開しない個人情報をどの等級に置くかが決まっていなければ、決めて自団体の対策基準に定めてください。',
    en: 'Check what the asset contains and write it in contains; unless it is meant for the public, raise classification.confidentiality. If it holds no personal data, write in contains what it does hold ([] for none of the kinds). Where it is not settled at which level personal data belongs that is not public, decide, and lay it down in the body’s own standards.',
  },
  appliesTo: ['organization', 'assets'],
  parameters: {
    minimum: {
      kind: 'level',
      default: null,
      about: {
        ja: '個人情報を置く最低の機密性の等級。設定しなければ、最も低い等級だけを認めない',
        en: 'the least level of confidentiality of personal data; until this is set, the lowest alone is refused',
      },
    },
  },
  check: checkBySection({
    organization: (_, context) => judgeBody(context),
    assets: (asset, context) => judgeKept(asset, () => judgeAsset(asset, context)),
  }),
  examples: {
    pass: `
assets:
  - id: my-number-register
    name: 個人番号管理簿
    contains: [my-number]
    classification:
      confidentiality: 3
`,
    fail: `
assets:
  - id: payroll
    name: 源泉徴収票データ
    contains: [personal-information, my-number]
    classification:
      confidentiality: 1
`,
    unknown: `
assets:
  - id: survey-answers
    name: 住民アンケート回答
    classification:
      confidentiality: 1
`,
    review: `
organization:
  name: 宿場町
assets:
  - id: resident-records
    name: 住民基本台帳データ
    contains: [personal-information]
    classification:
      confidentiality: 3
  - id: hall-bookings
    name: 公民館利用申込書
    contains: [personal-information]
    classification:
      confidentiality: 2
`,
  },
  mutation: [
    { set: { 'assets/番号届出書 classification.confidentiality': 1 } },
    { set: { 'assets/選挙人名簿 classification.confidentiality': 1 }, verdict: 'review' },
    // One review for the body, however many assets have a level in between.
    {
      set: {
        'assets/選挙人名簿 classification.confidentiality': 2,
        'assets/農地台帳 classification.confidentiality': 2,
        'assets/学齢簿 classification.confidentiality': 2,
      },
      verdict: 'review',
      at: 'organization',
    },
  ],
});

type Contents = NonNullable<Asset['contains']>;

function judgeAsset(asset: Asset, context: RuleContext): Outcome {
  const { contains } = asset;
  if (contains !== undefined && !contains.includes('my-number') && !holdsOtherPersonalData(contains))
    return notApplicable;
  const minimum = context.parameter('minimum');
  if (typeof minimum.value === 'string' || typeof minimum.value === 'number')
    return judgeByMinimum(asset, minimum.value, context);
  const isLowest = context.isLowest(asset, 'confidentiality');
  if (isLowest === false) return pass;
  if (isLowest === undefined) return levelUnknown(asset, 'confidentiality');
  if (contains === undefined) return unknown('contains');
  return atLowestLevel(contains, asset.classification?.confidentiality);
}

/** Where the policy says at which level personal data is to be, every kind of it is asked for that. */
function judgeByMinimum(asset: Asset, minimum: string | number, context: RuleContext): Outcome {
  const order = context.compareToLevel(asset, 'confidentiality', minimum);
  if (order === undefined) return levelUnknown(asset, 'confidentiality');
  if (order >= 0) return pass;
  if (asset.contains === undefined) return unknown('contains');
  const level = asset.classification?.confidentiality;
  const { scales } = context.policy;
  const { ja, en } = wordParameter(context.parameter('minimum'), () => {
    // As the policy writes the level, however its clause or the configuration does.
    const label = standingIn(scales.confidentiality, minimum)?.level.label ?? minimum;
    return { ja: `「${label}」`, en: `“${label}”` };
  });
  return fail('classification.confidentiality', {
    ja: `個人情報を含みながら機密性の等級が「${level}」で、求められる${ja}より低くなっています`,
    en: `contains personal data and has the confidentiality level “${level}”, below ${en}`,
  });
}

/** Personal data outside the scope of the My Number Act. */
function holdsOtherPersonalData(contains: Contents): boolean {
  return contains.includes('sensitive-personal-information') || contains.includes('personal-information');
}

function atLowestLevel(contains: Contents, level: string | number | undefined): Issue {
  if (contains.includes('my-number')) {
    return fail('classification.confidentiality', {
      ja: `個人番号を含みながら、機密性の等級が最も低い「${level}」になっています`,
      en: `contains My Number data but has the lowest confidentiality level, “${level}”`,
    });
  }
  const sensitive = contains.includes('sensitive-personal-information');
  return review('classification.confidentiality', {
    ja: `${sensitive ? '要配慮個人情報' : '個人情報'}を含みながら機密性の等級が最も低い「${level}」になっており、公開してよい情報かどうかを確かめる必要があります`,
    en: `contains ${sensitive ? 'sensitive ' : ''}personal data but has the lowest confidentiality level, “${level}”; someone must check that it may be made public`,
  });
}

/**
 * A scale with levels for the secret and, between these and the lowest, for whatever else is not public leaves open at
 * which of them residents' data belongs: asked of the body once.
 */
function judgeBody(context: RuleContext): Outcome {
  if (context.parameter('minimum').value !== null) return notApplicable;
  const { stated, levels } = context.policy.scales.confidentiality;
  const secret = levels.findLastIndex(({ means }) => means >= 3) + 1;
  const [upper, middle] = [levels.slice(0, secret), levels.slice(secret, -1)];
  if (!stated || upper.length === 0 || middle.length === 0) return notApplicable;
  const holding = context.inventory
    .records('assets')
    .filter(
      (asset) => context.binds(asset) && !isDisposedOf(asset) && holdsOtherPersonalData(asset.contains ?? []),
    );
  if (holding.length === 0) return notApplicable;
  const between = holding.filter(
    (asset) =>
      context.atLeast(asset, 'confidentiality', 3) === false &&
      context.isLowest(asset, 'confidentiality') === false,
  );
  return between.length === 0 ? pass : undecided(between, quote(upper), quote(middle));
}

function undecided(assets: readonly Asset[], highest: Localized, middle: Localized): Issue {
  const named = assets.slice(0, 2);
  const names = named.map(nameOf);
  const more = assets.length - named.length;
  const message: Localized = {
    ja: `個人情報を含む${assets.length}件の情報資産（${names.map((name) => `「${name}」`).join('')}${more > 0 ? 'など' : ''}）を機密性${middle.ja}に置いていますが、住民などの個人情報を${highest.ja}と${middle.ja}のどちらに置くかはポリシーの文言だけでは決まらず、人が判断する必要があります`,
    en: `has ${assets.length === 1 ? 'one asset' : `${assets.length} assets`} with personal data at confidentiality ${middle.en} (${names.map((name) => `“${name}”`).join(', ')}${more > 0 ? ` and ${more} more` : ''}), but the policy's wording alone does not say whether residents' data belongs at ${highest.en} or at ${middle.en}; a person must decide`,
  };
  return review('', message, {
    key: 'undecided',
    remedy: {
      ja: `住民などの個人情報を${highest.ja}と${middle.ja}のどちらに置くかを決めて、自団体の対策基準に定め、決めた等級を各情報資産の classification.confidentiality に書いてください。${middle.ja}に置くと決めたときは、その決定を exceptions に記録できます。`,
      en: `Decide whether residents' data belongs at ${highest.en} or at ${middle.en}, lay it down in the body's own standards, and write that level in classification.confidentiality of the assets. If it is ${middle.en}, exceptions can record the decision.`,
    },
    trace: named.map((asset) => stepToLevel(asset, 'confidentiality')),
  });
}

/** The levels in the policy's own words; several levels of a scale may have the same rank. */
function quote(levels: readonly { readonly label: string }[]): Localized {
  return {
    ja: levels.map(({ label }) => `「${label}」`).join('・'),
    en: levels.map(({ label }) => `“${label}”`).join(', '),
  };
}
