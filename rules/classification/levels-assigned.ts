import { type Axis, axes, axisNames, defineRule, type Localized, pass, unknown } from '#rule';

/** Every asset has a level on each axis: 熊谷市 6(2), 伊勢崎市 6(2), 特別区人事・厚生事務組合 6(2), みなかみ町 3). */
export const levelsAssigned = defineRule({
  id: 'classification/levels-assigned',
  title: {
    ja: '情報資産を機密性・完全性・可用性の観点から分類する',
    en: 'Every information asset is classified by confidentiality, integrity and availability',
  },
  rationale: {
    ja: '等級が決まらなければ、保管、送受信、運搬、廃棄の際にどのような取扱いが必要かも決まりません。分類は、ほかの多くの点検の出発点です。',
    en: 'Without a level nobody can say how an asset must be kept, sent, carried or disposed of. Many other rules start from the classification.',
  },
  remedy: {
    ja: '情報資産の重要性を3つの観点から判断し、ポリシーの定める等級を classification.confidentiality（機密性）、classification.integrity（完全性）、classification.availability（可用性）に書いてください。',
    en: "Decide how important the asset is on each of the three axes, and write the policy's levels in classification.confidentiality, classification.integrity and classification.availability.",
  },
  appliesTo: 'assets',
  check(asset) {
    const missing = axes.filter((axis) => asset.classification?.[axis] === undefined);
    const [first] = missing;
    if (first === undefined) return pass;
    return unknown(`classification.${first}`, notStated(missing));
  },
  examples: {
    pass: `
assets:
  - id: resident-records
    name: 住民基本台帳データ
    classification:
      confidentiality: 3
      integrity: 2
      availability: 2
`,
    unknown: `
assets:
  - id: library-loans
    name: 図書貸出記録
    classification:
      confidentiality: 2
`,
  },
});

function notStated(missing: readonly Axis[]): Localized {
  return {
    ja: `${missing.map((axis) => axisNames[axis].ja).join('・')}の等級が台帳に書かれていません`,
    en: `does not state its level of ${missing.map((axis) => axisNames[axis].en).join(', ')}`,
  };
}
