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
export function writtenLevels(record: Asset | System | Service): WrittenLevel[] {
  const found: WrittenLevel[] = [];
  const add = (axis: Axis, path: string, level: string | number | undefined, ofCopy = false) => {
    if (level !== undefined) found.push({ axis, path, level, ofCopy });
  };
  if ('classification' in record) {
    for (const axis of axes) add(axis, `classification.${axis}`, record.classification?.[axis]);
  }
  if ('confidentiality' in record) add('confidentiality', 'confidentiality', record.confidentiality);
  if ('copies' in record) {
    for (const [index, copy] of (record.copies ?? []).entries())
      add('confidentiality', `copies.${index}.confidentiality`, copy.confidentiality, true);
  }
  return found;
}

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
  { scales, clauses }: Pick<Policy, 'scales' | 'clauses'>,
): readonly string[] | undefined {
  const defining = (one: Axis) => scales[one].levels.flatMap(({ clause }) => clause ?? []);
  const own = defining(axis);
  if (own.length === 0) return undefined;
  const others = axes.flatMap(defining).filter((ref) => !own.includes(ref));
  return clauses.map(({ ref }) => ref).filter((ref) => !others.includes(ref));
}
