import type { LinkKind } from '../result/result.ts';
import { usualMethods } from './questions.ts';
import type { Hop } from './topology.ts';

/** @returns how a hop is guarded by the record that lets data pass it */
export function linkKind({ record, unconfirmed, specific }: Hop): LinkKind {
  if (specific.state === 'approved') return 'specific';
  if (unconfirmed || specific.state === 'incomplete') return 'unconfirmed';
  return record.sanitisation !== undefined && usualMethods.includes(record.sanitisation)
    ? 'sanitised'
    : 'normal';
}
