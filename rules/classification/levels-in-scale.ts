import {
  type Asset,
  type Axis,
  axisNames,
  checkBySection,
  clausesOnAxis,
  defineRule,
  fail,
  type Issue,
  levelsNotStated,
  missingLevels,
  notApplicable,
  type Outcome,
  passUnless,
  type RuleContext,
  type Scale,
  type Service,
  type System,
  standingIn,
  unknown,
  type WrittenLevel,
  writtenLevels,
} from '#rule';

/**
 * Levels are those that the policy defines: みなかみ町 3)機密性3 to 3)可用性1. It fails where several policies are judged by
 * and a level is one of another's; what is no level of any of them is inventory/unknown-level.
 */
export const levelsInScale = defineRule({
  id: 'classification/levels-in-scale',
  title: {
    ja: '分類の等級にはポリシーの定めるものを用いる',
    en: 'Levels of classification are those that the policy defines',
  },
  rationale: {
    ja: 'ポリシーにない等級では、どの取扱いが求められるかを判断できません。書き誤りや、改定前の等級の残りであることもあります。',
    en: 'A level that the policy does not know asks for no particular handling, so nothing follows from it. It may be a slip, or a leftover from an earlier edition.',
  },
  remedy: {
    ja: 'ポリシーの等級に照らして分類を見直し、指摘された欄の等級を書き直してください。情報資産と情報システムは classification、複製は copies の confidentiality、外部サービスは confidentiality に書きます。',
    en: "Reconsider the classification by the policy's levels and correct the field that is pointed out: classification for assets and systems, confidentiality within copies for a copy, confidentiality for external services.",
  },
  appliesTo: ['assets', 'systems', 'services'],
  // Systems and services need not state a level of their own.
  neededSections: ['assets'],
  check: checkBySection({
    assets: (asset, context) => judgeLevels(asset, context, missingLevels(asset)),
    // A system has the class of what it carries, and a service needs none, so only stated levels are judged.
    systems: (system, context) => judgeLevels(system, context),
    services: (service, context) => judgeLevels(service, context),
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
    policy: { otherLevels: ['3A', '3B', '3C', '2', '1'] },
    fail: `
assets:
  - id: tax-ledger
    name: 固定資産課税台帳
    classification:
      confidentiality: 3B
      integrity: 2
      availability: 2
`,
  },
  // Levels of the second policy of the test that the first one lacks.
  mutation: [
    { set: { 'assets/災害対策記録 classification.availability': 3 } },
    { set: { 'systems/term-main classification.integrity': 'A' } },
  ],
});

function judgeLevels(
  record: Asset | System | Service,
  context: RuleContext,
  missing: readonly Axis[] = [],
): Outcome {
  const isStated = (axis: Axis) => context.policy.scales[axis].stated;
  const written = writtenLevels(record).filter(({ axis }) => isStated(axis));
  const asked = missing.filter(isStated);
  if (written.length === 0 && asked.length === 0) return notApplicable;
  return passUnless([
    ...written.flatMap((level) => judge(level, context)),
    ...asked.map((axis) =>
      unknown(`classification.${axis}`, levelsNotStated([axis]), {
        ...about(axis, context),
        shared: 'classification',
      }),
    ),
  ]);
}

function judge(written: WrittenLevel, context: RuleContext): Issue[] {
  const { axis, level, path } = written;
  const has = (scale: Scale) => scale.stated && standingIn(scale, level) !== undefined;
  if (has(context.policy.scales[axis])) return [];
  if (context.policies.some(({ scales }) => has(scales[axis]))) return [notInScale(written, context)];
  // A word that no policy has as a level is reported by inventory/unknown-level alone, once.
  const message = {
    ja: `${axisNames[axis].ja}の「${level}」が等級でないため、ポリシーの等級か判定できません`,
    en: `has “${level}” for ${axisNames[axis].en}, which is no level, so whether it is one of the policy's cannot be told`,
  };
  return [unknown(path, message, about(axis, context))];
}

function notInScale({ axis, path, level, ofCopy }: WrittenLevel, context: RuleContext): Issue {
  const levels = context.policy.scales[axis].levels.map(({ label }) => label);
  const message = {
    ja: `${ofCopy ? '複製の' : ''}${axisNames[axis].ja}の等級が「${level}」で、ポリシーの定める等級（${levels.join('、')}）にありません`,
    en: `has ${ofCopy ? 'a copy with ' : ''}${axisNames[axis].en} level “${level}”, which is not one of the policy's levels (${levels.join(', ')})`,
  };
  return fail(path, message, about(axis, context));
}

function about(axis: Axis, { policy }: RuleContext): Pick<Issue, 'clauses'> {
  const clauses = clausesOnAxis(axis, policy);
  return clauses === undefined ? {} : { clauses };
}
