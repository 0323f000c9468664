import { type Asset, defineRule, fail, levelUnknown, notApplicable, pass, review, unknown } from '#rule';

/** Personal data is not at the lowest level: みなかみ町 3)機密性3, 3)機密性2. */
export const personalDataLevel = defineRule({
  id: 'classification/personal-data-level',
  title: {
    ja: '個人情報を含む情報資産を最も低い機密性に分類しない',
    en: 'Assets with personal data are not classified at the lowest confidentiality',
  },
  rationale: {
    ja: '最も低い機密性は、公開しても差し支えない情報のための等級です。個人番号を含む情報はこれに当たりません。そのほかの個人情報も、氏名を公表している場合などを除き、公開を前提としない情報です。',
    en: 'The lowest level is for what may be made public. Data with My Number never may; other personal data is not meant for the public either, except where it is published anyway, such as the names of office holders.',
  },
  remedy: {
    ja: '含まれる情報を確かめて contains に書き、公開を前提としないものは classification.confidentiality の等級を上げてください。個人情報を含まなければ、実際の内容を contains に書いてください（どれにも当たらなければ []）。',
    en: 'Check what the asset contains and write it in contains; unless it is meant for the public, raise classification.confidentiality. If it holds no personal data, write in contains what it does hold ([] for none of the kinds).',
  },
  appliesTo: 'assets',
  check(asset, context) {
    if (asset.contains !== undefined && !holdsPersonalData(asset.contains)) return notApplicable;
    const aboveLowest = context.atLeast(asset, 'confidentiality', 2);
    if (aboveLowest === true) return pass;
    if (aboveLowest === undefined) return levelUnknown(asset, 'confidentiality');
    if (asset.contains === undefined) return unknown('contains');
    return atLowestLevel(asset.contains, asset.classification?.confidentiality);
  },
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
assets:
  - id: council-members
    name: 審議会委員名簿
    contains: [personal-information]
    classification:
      confidentiality: 1
`,
  },
});

type Contents = NonNullable<Asset['contains']>;

function holdsPersonalData(contains: Contents): boolean {
  return (
    contains.includes('my-number') ||
    contains.includes('sensitive-personal-information') ||
    contains.includes('personal-information')
  );
}

function atLowestLevel(contains: Contents, level: string | number | undefined) {
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
