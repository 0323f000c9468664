import {
  type Asset,
  type Axis,
  axes,
  axisNames,
  defineRule,
  fail,
  type Issue,
  notApplicable,
  passUnless,
  type RuleContext,
  type Service,
  type System,
  standingIn,
} from '#rule';

/** Levels are those that the policy defines: みなかみ町 3)機密性3 to 3)可用性1. */
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
  check(record, context) {
    const judged = writtenLevels(record).filter(({ axis }) => context.policy.scales[axis].stated);
    if (judged.length === 0) return notApplicable;
    return passUnless(
      judged.filter((written) => !isInScale(written, context)).map((written) => notInScale(written, context)),
    );
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
    fail: `
assets:
  - id: tax-ledger
    name: 固定資産課税台帳
    classification:
      confidentiality: 4
      integrity: 2
      availability: 2
`,
  },
});

/** A level as it is written somewhere in a record. */
interface WrittenLevel {
  readonly axis: Axis;
  readonly path: string;
  readonly level: string | number;
}

function writtenLevels(record: Asset | System | Service): WrittenLevel[] {
  const found: WrittenLevel[] = [];
  const add = (axis: Axis, path: string, level: string | number | undefined) => {
    if (level !== undefined) found.push({ axis, path, level });
  };
  if ('classification' in record) {
    for (const axis of axes) add(axis, `classification.${axis}`, record.classification?.[axis]);
  }
  if ('confidentiality' in record) add('confidentiality', 'confidentiality', record.confidentiality);
  if ('copies' in record) {
    for (const [index, copy] of (record.copies ?? []).entries()) {
      add('confidentiality', `copies.${index}.confidentiality`, copy.confidentiality);
    }
  }
  return found;
}

function isInScale({ axis, level }: WrittenLevel, context: RuleContext): boolean {
  return standingIn(context.policy.scales[axis], level) !== undefined;
}

function notInScale({ axis, path, level }: WrittenLevel, context: RuleContext): Issue {
  const levels = context.policy.scales[axis].levels.map(({ label }) => label);
  const ofCopy = path.startsWith('copies.');
  const message = {
    ja: `${ofCopy ? '複製の' : ''}${axisNames[axis].ja}の等級が「${level}」で、ポリシーの定める等級（${levels.join('、')}）にありません`,
    en: `has ${ofCopy ? 'a copy with ' : ''}${axisNames[axis].en} level “${level}”, which is not one of the policy's levels (${levels.join(', ')})`,
  };
  const clauses = clausesOn(axis, context);
  return fail(path, message, clauses === undefined ? {} : { clauses });
}

/** All but those that define the levels of other axes, where the scale says which clauses define its own. */
function clausesOn(axis: Axis, { policy }: RuleContext): readonly string[] | undefined {
  const defining = (one: Axis) => policy.scales[one].levels.flatMap(({ clause }) => clause ?? []);
  const own = defining(axis);
  if (own.length === 0) return undefined;
  const others = axes.flatMap(defining).filter((ref) => !own.includes(ref));
  return policy.clauses.map(({ ref }) => ref).filter((ref) => !others.includes(ref));
}
