import type { Asset, Segment, StaffGroup, System } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { type Axis, axisNames, type Personnel } from '../policy/policy.ts';
import {
  type Classified,
  type Issue,
  type Outcome,
  type RuleContext,
  review,
  unknown,
} from './definition.ts';
import { isKept } from './disposal.ts';
import { type Applicability, judgeWhere } from './fact-rule.ts';
import { nameOf } from './name.ts';

/** The issue where a level is needed and unknown: none is written, or one that the policy does not know. */
export function levelUnknown(record: Classified, axis: Axis): Issue {
  const path = `classification.${axis}`;
  const written = record.classification?.[axis];
  if (written === undefined) return unknown(path);
  return unknown(path, {
    ja: `${axisNames[axis].ja}「${written}」がポリシーの等級にないため、対象か判定できません`,
    en: `has the ${axisNames[axis].en} level “${written}”, which the policy does not know`,
  });
}

/**
 * For `when`: an asset that is kept and whose confidentiality is at least `minimum` of the canonical levels 3–1. Where that
 * is unknown, the issue asks for the level.
 */
export function confidentialityAtLeast(
  minimum: number,
): (asset: Asset, context: RuleContext) => Applicability {
  return (asset, context) => {
    const kept = isKept(asset);
    if (kept === false) return false;
    const reached = context.atLeast(asset, 'confidentiality', minimum);
    return reached === true ? kept : (reached ?? levelUnknown(asset, 'confidentiality'));
  };
}

/** For `when`: the same, of what encryption can protect: electronic data and the media that hold it. */
export function confidentialDataAtLeast(
  minimum: number,
): (asset: Asset, context: RuleContext) => Applicability {
  const confidential = confidentialityAtLeast(minimum);
  return (asset, context) => {
    if (asset.form !== undefined && asset.form !== 'electronic' && asset.form !== 'media') return false;
    const applies = confidential(asset, context);
    return applies === true && asset.form === undefined ? unknown('form') : applies;
  };
}

/** For checks of assets that are kept: a pass needs no answer to whether the asset is disposed of. */
export function judgeKept(asset: Asset, judge: () => Outcome): Outcome {
  return judgeWhere(isKept(asset), judge);
}

/** For `when`: the system handles mail; unknown where its kind is not stated. */
export function handlesMail({ type, mail }: System): Applicability {
  if (type === 'mail' || mail !== undefined) return true;
  return type === undefined ? unknown('type') : false;
}

/**
 * For `when`: the system is a terminal of the MyNumber layer. Where its kind, its segments or their layer are not stated,
 * the issue asks for that.
 */
export function mynumberTerminal(system: System, { network }: RuleContext): Applicability {
  if (system.type !== undefined && system.type !== 'terminal' && system.type !== 'mobile') return false;
  const standing = network.stands(system, 'mynumber');
  if (standing.in === false) return false;
  if (standing.in === undefined) return layerUnknown(system, standing.silent);
  return system.type === undefined ? unknown('type') : true;
}

/** The issue where a system may stand in a layer that is asked for, and the record that leaves it open. */
export function layerUnknown(system: System, silent: System | Segment): Issue {
  if (silent === system) return unknown('segments');
  const written = 'layer' in silent ? silent.layer : undefined;
  const message: Localized =
    written === undefined
      ? {
          ja: `セグメント「${nameOf(silent)}」の系が書かれていないため、対象か判定できません`,
          en: `stands in the segment “${nameOf(silent)}”, whose layer is not stated`,
        }
      : {
          ja: `セグメント「${nameOf(silent)}」の系「${written}」がポリシーにないため、対象か判定できません`,
          en: `stands in the segment “${nameOf(silent)}”, whose layer “${written}” the policy does not know`,
        };
  const remedy: Localized = {
    ja: `segments の「${silent.id}」の layer に、ポリシーの定める系を書いてください。`,
    en: `Write in layer of the segment “${silent.id}” a layer that the policy names.`,
  };
  return unknown('segments', message, {
    remedy,
    missing: { record: silent, path: 'layer' },
    trace: [
      {
        record: silent,
        path: 'layer',
        message: { ja: '系の分からないセグメント', en: 'the segment whose layer is not known' },
      },
    ],
  });
}

/**
 * For `when`: this kind of person is among the staff (職員等) that the policy speaks of. A kind that the body does not have
 * (headcount 0) is asked nothing.
 */
export function boundStaff(group: StaffGroup, { policy }: RuleContext): Applicability {
  return isBound(group, policy.scope.personnel, []);
}

/**
 * For `when`: the same, or one whom the policy binds to comply beside its staff: contractors and designated managers, of
 * whom no clause asks more than that.
 */
export function dutyHolder(group: StaffGroup, { policy }: RuleContext): Applicability {
  const { personnel } = policy.scope;
  return isBound(group, personnel, personnel?.others ?? []);
}

function isBound(
  { employment, headcount }: StaffGroup,
  personnel: Personnel | undefined,
  others: readonly string[],
): Applicability {
  if (headcount === 0) return false;
  if (personnel === undefined) return true;
  if (employment === undefined) return unknown('employment');
  const kinds = kindsOf(employment);
  if (kinds.some((kind) => personnel.binds.includes(kind) || others.includes(kind))) return true;
  return kinds.some((kind) => personnel.review.includes(kind)) && perhapsBound;
}

/** The text leaves open whether this kind is bound: a person must decide, unless the rule passes anyway. */
const perhapsBound = review(
  'employment',
  {
    ja: 'ポリシーの「職員」に含まれるかを、文書の文言だけでは決められないため、確かめる必要があります',
    en: 'may or may not be among the staff that the policy binds; its wording does not settle that, and someone must decide',
  },
  {
    remedy: {
      ja: 'この種類の者が「職員」に含まれるかを確かめてください。含まれるときは、ほかの職員と同じように対策を行い、その結果を書いてください。含まれないときは、自団体のポリシーファイルの scope.personnel に、対象となる種類だけを書いてください。',
      en: 'Decide whether this kind of person is among the staff. If so, take the measures as for all staff and write the result; if not, list only the kinds that are bound under scope.personnel in a policy file of your own.',
    },
  },
);

/**
 * @returns the kind itself and the kinds by which older documents name it: 会計年度任用職員 (since April 2020) were 非常勤職員 and 臨時職員,
 *   and 再任用職員 are 職員
 */
export function kindsOf(employment: string): readonly string[] {
  return [employment, ...(formerly[employment] ?? [])];
}

const formerly: Readonly<Record<string, readonly string[]>> = {
  'fixed-term': ['part-time', 'temporary'],
  reappointed: ['regular'],
};
