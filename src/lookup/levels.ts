import { defined } from '../base/defined.ts';
import {
  type Axis,
  axes,
  axisNames,
  foldLevel,
  type Level,
  type Policy,
  type Scale,
} from '../policy/policy.ts';
import { ByReference } from '../policy/reference.ts';
import type { LevelEntry, ScaleEntry } from '../result/vocabulary.ts';
import { foldWord } from './fold.ts';

/** An axis of classification that a word names, and the level of it. */
export interface NamedLevel {
  readonly axis: Axis;
  /** as levels are recognised; empty where the axis alone is named */
  readonly level: string;
}

/**
 * Reads the name of a level, 機密性3, 機密性３以上, `confidentiality 3A`, or of an axis. A level alone, 3A or 極秘, names
 * one where it is no mere number.
 */
export function namedLevels(asked: string, policies: readonly Policy[]): NamedLevel[] {
  const word = foldWord(asked).replace(/(?:以上|未満|orhigher)$/u, '');
  return axes.flatMap((axis) => {
    const { ja, en } = axisNames[axis];
    if (word === ja || word === en) return { axis, level: '' };
    const level = foldLevel(word, axis);
    const isNamed = level !== word.toUpperCase();
    if (!isNamed && /^\d*$/.test(level)) return [];
    const known = policies.some(({ scales }) => scales[axis].levels.some((one) => one.level === level));
    return known ? { axis, level } : [];
  });
}

/** @returns the scales of an axis, those that are alike once */
export function scalesOf({ axis, level }: NamedLevel, policies: readonly Policy[]): ScaleEntry[] {
  const entries = new Map<string, ScaleEntry>();
  for (const policy of policies) {
    const { stated, levels } = policy.scales[axis];
    // A law that states none reads those of the body.
    if (policy.kind === 'law' && !stated) continue;
    const entry: ScaleEntry = {
      policies: [policy.id],
      stated,
      levels: levels.map((one) => levelEntry(one, one.level === level, policy)),
    };
    const key = stated ? policy.id : labelsOf(policy.scales[axis]);
    entries.set(key, { ...entry, policies: [...(entries.get(key)?.policies ?? []), policy.id] });
  }
  return [...entries.values()];
}

function labelsOf({ levels }: Scale): string {
  return levels.map(({ label }) => label).join('\n');
}

function levelEntry({ label, name, clause: ref }: Level, isMeant: boolean, { clauses }: Policy): LevelEntry {
  const clause = ref === undefined ? undefined : byReference(clauses).get(ref);
  return {
    label,
    isMeant,
    ...defined({ name, clause: clause && { ref: clause.ref, summary: clause.summary } }),
  };
}

function byReference(clauses: Policy['clauses']): ByReference<Policy['clauses'][number]> {
  return new ByReference(clauses.map((clause) => [clause.ref, clause]));
}
