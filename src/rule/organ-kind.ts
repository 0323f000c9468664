import { type Agency, organOf, organsOf } from '../policy/agencies.ts';
import type { RuleContext } from './definition.ts';

/**
 * What an agency belongs to by the Local Autonomy Act: the assembly (議会); an executive organ (執行機関), be it the chief (長) or
 * a commission; or what is no organ and has no basic policy of its own to adopt, as a public enterprise, a school or a hospital.
 */
export type OrganKind = 'assembly' | 'chief' | 'commission' | 'no-organ';

/** The organ of an agency. */
export interface OrganOfAgency {
  readonly kind: OrganKind;
  /** tells the organs of a body apart: several agencies may belong to one of them */
  readonly key: string;
}

/** Each commission that a law provides for; 行政委員会 stands for all of them. */
const commissions =
  /教育委員会|選挙管理委員会|人事委員会|公平委員会|監査委員|農業委員会|固定資産評価審査委員会|公安委員会|労働委員会|収用委員会|漁業調整委員会|漁場管理委員会/;

/**
 * The words by which organs and others are told, in this order: a 病院事業管理者 is no 管理者 of a union. What serves an organ stands
 * for it, since the records of an organ are kept by its office: 議会事務局, 教育委員会事務局.
 */
const patterns: readonly (readonly [RegExp, OrganKind])[] = [
  [/議会|assembly/, 'assembly'],
  [
    /学校|病院|診療所|消防|水道|下水|交通局|公営企業|企業局|事業管理|事業の管理|公社|財団|図書館|博物館|公民館|保育|幼稚園|大学/,
    'no-organ',
  ],
  [/school|hospital|fire|water|enterprise/, 'no-organ'],
  [commissions, 'commission'],
  [/行政委員会|board.?of.?education|commission/, 'commission'],
  [/知事|市長|町長|村長|区長|管理者|広域連合長|企業長|mayor|governor|administrator/, 'chief'],
];

/** @returns the organ of an agency, by what it states and else by its name; `undefined` where neither tells */
export function organOfAgency(
  { id, name, organ }: Agency,
  { policies }: Pick<RuleContext, 'policies'>,
): OrganOfAgency | undefined {
  const known = organ === undefined ? undefined : organOf(organ, organsOf(policies));
  const texts = [organ, known?.name.ja, name, id].flatMap((text) =>
    text === undefined ? [] : [text.normalize('NFKC').toLowerCase()],
  );
  const kind = texts.map(kindNamed).find((one) => one !== undefined);
  if (kind !== 'commission') return kind && { kind, key: kind };
  const named = texts.map((text) => commissions.exec(text)?.[0]).find((one) => one !== undefined);
  return { kind, key: named ?? texts[0] ?? kind };
}

function kindNamed(text: string): OrganKind | undefined {
  return patterns.find(([pattern]) => pattern.test(text))?.[1];
}
