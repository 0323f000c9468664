import {
  type Asset,
  assetsCarriedBy,
  axes,
  axisNames,
  checkBySection,
  defineRule,
  type Issue,
  isDisposedOf,
  type Localized,
  levelsNotStated,
  missingLevels,
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

/** Every asset has a level on each axis, and so has every system that keeps information: 熊谷市 6(2), 伊勢崎市 6(2), 特別区人事・厚生事務組合 6(2), みなかみ町 3). */
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
  neededSections: ['assets'],
  check: checkBySection({
    assets: (asset, context) => passUnless([...notAssigned(asset), ...unreadLevels(asset, context)]),
    systems: judgeSystem,
    services: judgeService,
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
  mutation: { unset: ['assets/鍵管理簿 classification.availability'], verdict: 'unknown' },
});

function notAssigned(asset: Asset): Issue[] {
  const missing = missingLevels(asset);
  const [first] = missing;
  if (first === undefined) return [];
  return [unknown(`classification.${first}`, levelsNotStated(missing), { shared: 'classification' })];
}

/**
 * A system that keeps information has the highest class of what it carries. Its own level is needed only on an axis on
 * which it carries nothing that is classified.
 */
function judgeSystem(system: System, context: RuleContext): Outcome {
  const unread = unreadLevels(system, context);
  if (!keepsInformation(system)) return unread.length === 0 ? notApplicable : unread;
  const carried = assetsCarriedBy(system, context.inventory).filter((asset) => !isDisposedOf(asset));
  const missing = axes.filter(
    (axis) =>
      system.classification?.[axis] === undefined &&
      !carried.some((asset) => context.knowsLevel(asset, axis)),
  );
  const [first] = missing;
  if (first === undefined) return passUnless(unread);
  // Where an asset that it carries states a word that is no level, that word must be corrected first.
  const unreadAsset = carried.find(({ classification }) => classification?.[first] !== undefined);
  const details = {
    remedy: systemRemedy,
    ...(unreadAsset === undefined
      ? {}
      : { missing: { record: unreadAsset, path: `classification.${first}` }, waits: true as const }),
  };
  return [unknown(`classification.${first}`, levelsNotStated(missing), details), ...unread];
}

/** Terminals, printers, network devices and IoT devices need no class: they keep nothing for long. */
function keepsInformation({ type }: System): boolean {
  return type === 'server' || type === 'application' || type === 'storage' || type === 'mail';
}

const systemRemedy: Localized = {
  ja: 'その情報システムが取り扱う情報資産を assets に載せ、system にその情報システムのidを書いてください（そのうち最も高い等級が、情報システムの等級になります）。情報資産として載せるものがなければ、情報システムの重要性を判断し、ポリシーの定める等級を classification.confidentiality（機密性）、classification.integrity（完全性）、classification.availability（可用性）に書いてください。',
  en: "List the assets that the system handles under assets, with its id in system: the highest of their levels is the system's. If there are none to list, decide how important the system is and write the policy's levels in its classification.confidentiality, classification.integrity and classification.availability.",
};

/** An external service needs no class, but a level that it states must be valid. */
function judgeService(service: Service, context: RuleContext): Outcome {
  const unread = unreadLevels(service, context);
  return unread.length === 0 ? notApplicable : unread;
}

/** A word that is no level does not count as assigned. */
function unreadLevels(record: Asset | System | Service, context: RuleContext): Issue[] {
  return writtenLevels(record)
    .filter(({ axis, level }) => !context.isLevel(level, axis))
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
