import {
  axes,
  axisNames,
  clausesOnAxis,
  defineRule,
  fail,
  foldLevel,
  type Issue,
  type Level,
  type Localized,
  notApplicable,
  passUnless,
  type RuleContext,
  type Scale,
  standingIn,
  type WrittenLevel,
  writtenLevels,
} from '#rule';

/**
 * A level is one that a policy judged by states. A word that is none is never taken for the nearest: `3` where the scale
 * has 3A, 3B and 3C may be any of them. Where no policy states a scale, classification/levels-assigned asks for one.
 */
export const unknownLevel = defineRule({
  id: 'inventory/unknown-level',
  title: {
    ja: '分類の等級は、ポリシーの定める等級のいずれか',
    en: 'Levels of classification are levels that a policy states',
  },
  rationale: {
    ja: 'どのポリシーにもない等級からは、どの取扱いが求められるかが決まりません。書き誤りや、改定前の等級の残りであることもあります。最も近い等級と読み替えると、重要な情報が弱い対策のまま適合とされるおそれがあります。',
    en: 'A level that no policy states asks for no particular handling. It may be a slip, or a leftover from an earlier edition. Read as the nearest level, it could pass important information with weak measures.',
  },
  remedy: {
    ja: '分類を見直し、指摘された欄にポリシーの定める等級を書いてください。',
    en: 'Reconsider the classification and write one of the levels that the policy states in the field that is pointed out.',
  },
  appliesTo: ['assets', 'systems', 'services'],
  integrity: true,
  inPlaceOf: 'classification/levels-in-scale',
  check(record, context) {
    const judged = writtenLevels(record).filter(({ axis }) => statedScales(axis, context).length > 0);
    if (judged.length === 0) return notApplicable;
    return passUnless(
      judged.filter((written) => !isStated(written, context)).map((one) => report(one, context)),
    );
  },
  examples: {
    pass: `
assets:
  - id: resident-records
    name: 住民基本台帳データ
    classification:
      confidentiality: 機密性3
      integrity: 完全性２
      availability: 2
`,
    fail: `
assets:
  - id: tax-ledger
    name: 固定資産課税台帳
    classification:
      confidentiality: 極秘
      integrity: 2
      availability: 2
`,
  },
  mutation: [
    { set: { 'assets/災害対策記録 classification.confidentiality': '極秘' } },
    { set: { 'assets/固定資産税 copies.1.confidentiality': '3A' } },
    { set: { 'systems/term-main classification.integrity': '高' } },
    { set: { 'services/kosodate-cloud confidentiality': '機密性4' } },
  ],
});

/** A scale with the policy that states it. */
interface StatedScale {
  readonly scale: Scale;
  readonly policy: RuleContext['policies'][number];
}

/** The scales of one axis under the policies of the run; of scales with the same levels, only the first. */
function statedScales(axis: WrittenLevel['axis'], { policies }: RuleContext): readonly StatedScale[] {
  let scales = known.get(policies);
  if (scales === undefined) {
    scales = new Map(axes.map((one) => [one, findStatedScales(one, policies)]));
    known.set(policies, scales);
  }
  return scales.get(axis) ?? [];
}

/** Cached per set of policies, since this is needed for every record. */
const known = new WeakMap<RuleContext['policies'], ReadonlyMap<WrittenLevel['axis'], StatedScale[]>>();

function findStatedScales(axis: WrittenLevel['axis'], policies: RuleContext['policies']): StatedScale[] {
  const stated = policies
    .map((policy) => ({ policy, scale: policy.scales[axis] }))
    .filter(({ scale }) => scale.stated);
  const levelsOf = ({ scale }: StatedScale) => scale.levels.map(({ level }) => level).join();
  return stated.filter(
    (one, index) => stated.findIndex((other) => levelsOf(other) === levelsOf(one)) === index,
  );
}

function isStated({ axis, level }: WrittenLevel, context: RuleContext): boolean {
  return statedScales(axis, context).some(({ scale }) => standingIn(scale, level) !== undefined);
}

function report(written: WrittenLevel, context: RuleContext): Issue {
  const { axis, level, path, ofCopy } = written;
  const stated = statedScales(axis, context);
  const labels = stated.map(({ scale }) => scale.levels.map(({ label }) => label));
  const message = {
    ja: `${ofCopy ? '複製の' : ''}${axisNames[axis].ja}の等級が「${level}」で、ポリシーの定める等級（${labels.map((of) => of.join('、')).join('、又は ')}）にありません`,
    en: `has ${ofCopy ? 'a copy with ' : ''}${axisNames[axis].en} level “${level}”, which is not one of the levels that the policy states (${labels.map((of) => of.join(', ')).join(', or ')})`,
  };
  const clauses = clausesOnAxis(axis, context.policy);
  return fail(path, message, {
    remedy: remedyFor(written, stated),
    ...(clauses === undefined ? {} : { clauses }),
  });
}

/** The levels to choose from, with their meanings; where the word is the start of several levels, only those. */
function remedyFor(written: WrittenLevel, stated: readonly StatedScale[]): Localized {
  const { axis, level, path, ofCopy } = written;
  const field = ofCopy
    ? { ja: 'copies の confidentiality', en: 'confidentiality within copies' }
    : { ja: path, en: path };
  const [only] = stated;
  const divided = stated.length === 1 && only ? only.scale.levels.filter(isPartOf(written)) : [];
  if (only !== undefined && divided.length > 1) {
    const choices = listLevels(divided, only);
    return {
      ja: `「${level}」は、${choices.ja}に分かれています。どれに当たるかを決めて、その等級を ${field.ja} に書いてください。`,
      en: `“${level}” is divided into ${choices.en}. Decide which of them it is and write that level in ${field.en}.`,
    };
  }
  const choices = stated.map((one) => {
    const { ja, en } = listLevels(one.scale.levels, one);
    if (stated.length === 1) return { ja, en };
    return { ja: `「${one.policy.title.ja}」では${ja}`, en: `${en} by “${one.policy.title.en}”` };
  });
  return {
    ja: `分類を見直し、ポリシーの定める等級を ${field.ja} に書いてください。${axisNames[axis].ja}の等級は、${choices.map(({ ja }) => ja).join('、')}です。`,
    en: `Reconsider the classification and write one of the levels that the policy states in ${field.en}: ${choices.map(({ en }) => en).join('; ')}.`,
  };
}

/** Whether a level is the written word with a suffix: 3A, 3B and 3C for `3`. */
function isPartOf({ axis, level }: WrittenLevel): (candidate: Level) => boolean {
  const word = foldLevel(level, axis);
  return (candidate) => word !== '' && candidate.level.startsWith(word);
}

function listLevels(levels: readonly Level[], { scale, policy }: StatedScale): Localized {
  const described = levels.map((level) => ({ label: level.label, meaning: meaningOf(level, scale, policy) }));
  return {
    ja: described.map(({ label, meaning }) => (meaning ? `${label}（${meaning.ja}）` : label)).join('、'),
    en: described.map(({ label, meaning }) => (meaning ? `${label} (${meaning.en})` : label)).join(', '),
  };
}

/** The meaning of a level: its name, unless that only repeats the level; else the clause that defines it. */
function meaningOf(
  { level, name, clause: ref }: Level,
  { axis, levels }: Scale,
  { clauses }: StatedScale['policy'],
): Localized | undefined {
  if (name !== undefined && foldLevel(name.ja, axis) !== level) return name;
  const clause = clauses.find((one) => one.ref === ref);
  if (clause === undefined || levels.filter((one) => one.clause === ref).length > 1) return undefined;
  const { ja, en } = clause.summary;
  return { ja: ja.trim().replace(/。$/, ''), en: en.trim().replace(/[.。]$/, '') };
}
