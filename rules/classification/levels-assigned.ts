import {
  type Asset,
  type Axis,
  axes,
  axisNames,
  type Classified,
  checkBySection,
  defineRule,
  type Issue,
  type Localized,
  notApplicable,
  type Outcome,
  passUnless,
  type RuleContext,
  type Service,
  type System,
  unknown,
  type WrittenLevel,
  writtenLevels,
} from '#rule';

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
  appliesTo: ['assets', 'systems', 'services'],
  needs: ['assets'],
  check: checkBySection({
    assets: (asset, context) => passUnless([...missingLevels(asset), ...unreadLevels(asset, context)]),
    systems: judgeCarrier,
    services: judgeCarrier,
  }),
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

function missingLevels({ classification }: Classified): Issue[] {
  const missing = axes.filter((axis) => classification?.[axis] === undefined);
  const [first] = missing;
  return first === undefined ? [] : [unknown(`classification.${first}`, notStated(missing))];
}

/** No level is asked of what carries assets, but what it writes must be one. */
function judgeCarrier(carrier: System | Service, context: RuleContext): Outcome {
  const issues = unreadLevels(carrier, context);
  return issues.length === 0 ? notApplicable : issues;
}

/** A word that is no level assigns none. */
function unreadLevels(record: Asset | System | Service, context: RuleContext): Issue[] {
  return writtenLevels(record)
    .filter(({ axis, level }) => !context.knowsLevel({ classification: { [axis]: level } }, axis))
    .map((written) => notRead(written, context));
}

function notRead({ axis, path, level, ofCopy }: WrittenLevel, { policy }: RuleContext): Issue {
  const usual = policy.scales[axis].levels.map(({ label }) => label);
  const field = ofCopy
    ? { ja: 'copies の confidentiality', en: 'confidentiality within copies' }
    : { ja: path, en: path };
  return unknown(
    path,
    {
      ja: `${ofCopy ? '複製の' : ''}${axisNames[axis].ja}の等級が「${level}」ですが、ポリシーは等級を定めておらず、通常の等級（${usual.join('、')}）にもないため、どの等級か判定できません`,
      en: `has ${ofCopy ? 'a copy with ' : ''}${axisNames[axis].en} level “${level}”, but the policy states no levels and it is none of the usual ones (${usual.join(', ')}), so which level it is cannot be told`,
    },
    {
      remedy: {
        ja: `自団体の等級に「${level}」があれば、自団体のポリシーのファイルの scales に等級を定め、そのポリシーで判定してください。なければ、${field.ja} に ${usual.join('、')} のいずれかを書いてください。`,
        en: `If “${level}” is one of the body's own levels, lay them down in scales of a policy file of its own and judge by that policy. If not, write one of ${usual.join(', ')} in ${field.en}.`,
      },
    },
  );
}

function notStated(missing: readonly Axis[]): Localized {
  return {
    ja: `${missing.map((axis) => axisNames[axis].ja).join('・')}の等級が台帳に書かれていません`,
    en: `does not state its level of ${missing.map((axis) => axisNames[axis].en).join(', ')}`,
  };
}
