import {
  type Asset,
  type Axis,
  assetsCarriedBy,
  axes,
  axisNames,
  type Carrier,
  type Classified,
  defineRule,
  fail,
  type Issue,
  nameOf,
  notApplicable,
  passUnless,
  type RuleContext,
  stepToLevel,
  unknown,
} from '#rule';

/**
 * A carrier's own level meets what it carries: 熊谷市 6(2), 伊勢崎市 6(2), 特別区人事・厚生事務組合 6(2), みなかみ町 3)
 * (all our reading).
 */
export const carrierLevel = defineRule({
  id: 'classification/carrier-level',
  title: {
    ja: '情報システム、外部サービス、媒体の等級を、取り扱う情報のうち最も高い等級以上にする',
    en: 'Systems, services and media are classified at least as high as what they carry',
  },
  rationale: {
    ja: '対策は、情報システムや媒体に付けた等級に合わせて選ばれます。等級が中の情報より低ければ、重要な情報が弱い対策の下に置かれます。',
    en: 'Measures are chosen by the level of the system or medium. If that is lower than what lies in it, important information is left with weak protection.',
  },
  remedy: {
    ja: '指摘された等級を、取り扱う情報のうち最も高い等級まで上げてください（情報システムと媒体は classification、外部サービスは confidentiality）。情報資産の等級や置き場所の記載が誤っていれば、その情報資産の classification、system、service、medium を改めてください。',
    en: 'Raise the level that is pointed out (classification of a system or medium, confidentiality of a service) to the highest of what it carries. If the asset is classified or placed wrongly, correct its classification, system, service or medium instead.',
  },
  appliesTo: ['assets', 'systems', 'services'],
  // The assets that a carrier carries name it; the carrier itself lists none.
  neededSections: ['assets'],
  check(carrier, context) {
    const carried = assetsCarriedBy(carrier, context.inventory);
    if (carried.length === 0) return notApplicable;
    const comparisons = axes.map((axis) => compare(carrier, axis, carried, context));
    if (comparisons.every((comparison) => comparison === 'nothing to compare')) return notApplicable;
    return passUnless(comparisons.filter((comparison) => typeof comparison === 'object'));
  },
  examples: {
    pass: `
systems:
  - id: juki-server
    name: 住民記録システム
    classification:
      confidentiality: 3
assets:
  - id: resident-records
    name: 住民基本台帳データ
    system: juki-server
    classification:
      confidentiality: 3
`,
    fail: `
systems:
  - id: file-server
    name: 庁内ファイルサーバ
    classification:
      confidentiality: 2
assets:
  - id: meeting-minutes
    name: 庁内会議録
    system: file-server
    classification:
      confidentiality: 2
  - id: tax-arrears
    name: 滞納整理台帳
    system: file-server
    classification:
      confidentiality: 3
`,
    unknown: `
systems:
  - id: file-server
    name: 庁内ファイルサーバ
    classification:
      confidentiality: 2
assets:
  - id: sealed-bids
    name: 入札予定価格
    system: file-server
    classification:
      confidentiality: 秘
`,
  },
  mutation: [
    { set: { 'systems/groupware-server classification.availability': 1 } },
    { set: { 'services/kosodate-cloud confidentiality': 1 } },
    { set: { 'assets/口座振替媒体 classification.integrity': 1, 'assets/会議録 medium': '口座振替媒体' } },
  ],
});

/** Judges a carrier on one axis. */
type Comparison = Issue | 'high enough' | 'nothing to compare';

/** Where a level is missing, classification/levels-assigned asks for it. A word that is no level cannot be compared. */
function compare(carrier: Carrier, axis: Axis, carried: readonly Asset[], context: RuleContext): Comparison {
  const own = classificationOf(carrier);
  if (own.classification?.[axis] === undefined) return 'nothing to compare';
  const levelled = carried.filter(({ classification }) => classification?.[axis] !== undefined);
  if (levelled.length === 0) return 'nothing to compare';
  const path = 'confidentiality' in carrier ? 'confidentiality' : `classification.${axis}`;
  if (!context.knowsLevel(own, axis)) return ownNotKnown(path, axis, own);
  const highest = highestOf(levelled, axis, context);
  if (highest !== undefined && isLower(own, highest, axis, context)) return tooLow(path, axis, own, highest);
  const unread = levelled.find((asset) => !context.knowsLevel(asset, axis));
  return unread === undefined ? 'high enough' : carriedNotKnown(path, axis, unread);
}

/** A service states its own confidentiality and has no other level. */
function classificationOf(carrier: Carrier): Classified {
  if ('confidentiality' in carrier) return { classification: carrier };
  return 'classification' in carrier ? carrier : {};
}

function isLower(a: Classified, b: Classified, axis: Axis, context: RuleContext): boolean {
  const order = context.compareLevels(a, b, axis);
  return order !== undefined && order < 0;
}

function highestOf(assets: readonly Asset[], axis: Axis, context: RuleContext): Asset | undefined {
  let highest: Asset | undefined;
  for (const asset of assets) {
    if (!context.knowsLevel(asset, axis)) continue;
    if (highest === undefined || isLower(highest, asset, axis, context)) highest = asset;
  }
  return highest;
}

function tooLow(path: string, axis: Axis, own: Classified, asset: Asset): Issue {
  const name = nameOf(asset);
  const [written, carried] = [own, asset].map(({ classification }) => classification?.[axis]);
  const message = {
    ja: `${axisNames[axis].ja}の等級が「${written}」で、取り扱う「${name}」の「${carried}」より低くなっています`,
    en: `has ${axisNames[axis].en} level “${written}”, below the “${carried}” of “${name}”, which it carries`,
  };
  return fail(path, message, { trace: [stepToLevel(asset, axis)] });
}

function ownNotKnown(path: string, axis: Axis, { classification }: Classified): Issue {
  const message = {
    ja: `${axisNames[axis].ja}「${classification?.[axis]}」がポリシーの等級になく、取り扱う情報の等級と比べられません`,
    en: `has the ${axisNames[axis].en} level “${classification?.[axis]}”, which the policy does not know, so it cannot be compared with what it carries`,
  };
  return unknown(path, message);
}

function carriedNotKnown(path: string, axis: Axis, asset: Asset): Issue {
  const name = nameOf(asset);
  const written = asset.classification?.[axis];
  const message = {
    ja: `取り扱う「${name}」の${axisNames[axis].ja}「${written}」がポリシーの等級になく、等級が足りるか判定できません`,
    en: `carries “${name}”, whose ${axisNames[axis].en} level “${written}” the policy does not know, so whether its own is high enough cannot be told`,
  };
  return unknown(path, message, {
    remedy: {
      ja: `情報資産「${name}」の classification.${axis} にポリシーの等級を書いてください。`,
      en: `Write the policy's level in classification.${axis} of the asset “${name}”.`,
    },
    missing: { record: asset, path: `classification.${axis}` },
    waits: true,
    trace: [stepToLevel(asset, axis)],
  });
}
