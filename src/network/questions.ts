import type { Connection, System } from '../../generated/records.ts';
import type { CanonicalLayer } from '../policy/policy.ts';
import type { Direction, HopDoubt, Question } from './crossings.ts';
import type { Fact } from './node-facts.ts';
import type { HopRecord, Node, ReachedLayer } from './topology.ts';

/** 分離: no communication between a layer and any other, but for approved specific communication. */
export function separation(layer: CanonicalLayer): Question {
  return {
    inside: ({ canonical }) => canonical.has(layer),
    ends: ({ layers, unplaced }) => (unplaced === undefined ? layers : []),
    doubtful: ({ silent, unplaced }) => silent[0] ?? unplaced,
    passes: ({ unconfirmed, specific }) => {
      if (specific.state === 'approved') return false;
      if (unconfirmed) return notConfirmed;
      return specific.state === 'incomplete'
        ? { kind: 'specific-incomplete', lacking: specific.lacking }
        : true;
    },
  };
}

/** 分割, the first half: LGWAN and the internet are parted; what passes between them passes a control. */
export const uncontrolled: Question = {
  inside: ({ canonical }) => canonical.has('lgwan'),
  ends: internetEnds,
  doubtful: internetDoubt,
  isShared,
  passes: (hop) => {
    if (isSystem(hop.record)) return !isGateway(hop.record, usualMethods);
    const { control } = hop.record;
    if (control !== undefined && control !== 'none') return false;
    if (hop.unconfirmed) return notConfirmed;
    return control === 'none' || { kind: 'control-not-stated', lacking: 'control' };
  },
};

/**
 * 分割, the second half: what passes between LGWAN and the internet is sanitised (無害化通信).
 *
 * @param methods the methods that count; @param direction of the data, as LGWAN sees it
 */
export function unsanitised(methods: readonly string[], direction: Direction): Question {
  return {
    inside: ({ canonical }) => canonical.has('lgwan'),
    ends: internetEnds,
    doubtful: internetDoubt,
    isShared,
    passes: (hop) => {
      if (hop.sanitisation.some((method) => methods.includes(method))) return false;
      if (isSystem(hop.record)) return hop.record.forwards !== false;
      if (hop.unconfirmed) return notConfirmed;
      return (
        hop.record.sanitisation !== undefined || { kind: 'sanitisation-not-stated', lacking: 'sanitisation' }
      );
    },
    direction,
  };
}

/** The methods of sanitising that the guideline of the ministry knows. */
export const usualMethods: readonly string[] = ['mail-text', 'screen-transfer', 'file-sanitisation'];

const notConfirmed: HopDoubt = { kind: 'unconfirmed', lacking: 'confirmed' };

/** The layers of a node in the internet layer, or outside and on the internet. */
function internetEnds({ internet, layers }: Node): readonly ReachedLayer[] {
  if (internet !== true) return [];
  const own = layers.filter(({ treatedAs }) => treatedAs === 'internet');
  return own.length === 0 ? [theInternet] : own;
}

function internetDoubt({ internet }: Node): Fact | undefined {
  return typeof internet === 'object' ? internet : undefined;
}

function isShared({ internet }: Node): boolean {
  return internet === 'both';
}

const theInternet: ReachedLayer = { id: 'internet', name: { ja: 'インターネット', en: 'the internet' } };

function isGateway({ sanitisation }: System, methods: readonly string[]): boolean {
  return sanitisation !== undefined && methods.includes(sanitisation);
}

function isSystem(record: HopRecord): record is System {
  return !isConnection(record);
}

/** A connection has ends; a system has none. */
function isConnection(record: HopRecord): record is Connection {
  return 'from' in record || 'to' in record;
}
