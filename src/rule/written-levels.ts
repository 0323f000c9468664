import type { Asset, Service, System } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { type Axis, axes, axisNames, type Policy } from '../policy/policy.ts';
import { enumerated } from './name.ts';

/** A level of classification as it is written somewhere in a record. */
export interface WrittenLevel {
  readonly axis: Axis;
  /** the path in the record */
  readonly path: string;
  readonly level: string | number;
  /** whether it is the level of a copy rather than of the record itself */
  readonly ofCopy: boolean;
}

/** @returns every level that a record writes: of an asset and its copies, of a system, of an external service */
export function writtenLevels(record: Asset | System | Service): readonly WrittenLevel[] {
  let levels = known.get(record);
  if (levels === undefined) {
    levels = findLevels(record);
    known.set(record, levels);
  }
  return levels;
}

/** Found once, since three rules ask for them of every record. */
const known = new WeakMap<object, readonly WrittenLevel[]>();

function findLevels(record: Asset | System | Service): WrittenLevel[] {
  const { classification, confidentiality, copies } = record as Partial<
    Pick<Asset, 'classification' | 'copies'> & Pick<Service, 'confidentiality'>
  >;
  const found: WrittenLevel[] = [];
  for (const axis of classification === undefined ? [] : axes) {
    const level = classification?.[axis];
    if (level !== undefined) found.push({ axis, path: classificationPaths[axis], level, ofCopy: false });
  }
  if (confidentiality !== undefined)
    found.push({ axis: 'confidentiality', path: 'confidentiality', level: confidentiality, ofCopy: false });
  for (const [index, { confidentiality: level }] of (copies ?? []).entries()) {
    const path = `copies.${index}.confidentiality`;
    if (level !== undefined) found.push({ axis: 'confidentiality', path, level, ofCopy: true });
  }
  return found;
}

/** Written out, since they are asked for of every record. */
const classificationPaths: Readonly<Record<Axis, string>> = {
  confidentiality: 'classification.confidentiality',
  integrity: 'classification.integrity',
  availability: 'classification.availability',
};

/** @returns the axes on which an asset writes no level */
export function missingLevels({ classification }: Asset): Axis[] {
  return axes.filter((axis) => classification?.[axis] === undefined);
}

/** Says that the inventory does not write a record's level on some axes. */
export function levelsNotStated(missing: readonly Axis[]): Localized {
  return {
    ja: `${missing.map((axis) => axisNames[axis].ja).join('・')}の等級が台帳に書かれていません`,
    en: `does not state its level of ${enumerated(missing.map((axis) => axisNames[axis].en))}`,
  };
}

/**
 * For issues about the levels of one axis.
 *
 * @returns all clauses but those that define the levels of other axes, where the scale says which define its own
 */
export function clausesOnAxis(
  axis: Axis,
  policy: Pick<Policy, 'scales' | 'clauses'>,
): readonly string[] | undefined {
  const known = clausesByAxis.get(policy) ?? new Map<Axis, readonly string[] | undefined>();
  clausesByAxis.set(policy, known);
  if (!known.has(axis)) known.set(axis, findClausesOnAxis(axis, policy));
  return known.get(axis);
}

/** Found once for a policy: every asset of a new inventory lacks its levels. */
const clausesByAxis = new WeakMap<object, Map<Axis, readonly string[] | undefined>>();

function findClausesOnAxis(
  axis: Axis,
  { scales, clauses }: Pick<Policy, 'scales' | 'clauses'>,
): readonly string[] | undefined {
  const defining = (one: Axis) => scales[one].levels.flatMap(({ clause }) => clause ?? []);
  const own = defining(axis);
  if (own.length === 0) return undefined;
  const others = axes.flatMap(defining).filter((ref) => !own.includes(ref));
  return clauses.map(({ ref }) => ref).filter((ref) => !others.includes(ref));
}
