import type { Connection, Segment } from '../inventory/records.ts';
import { type Issue, type RuleContext, unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';
import { nameOf } from './name.ts';

/**
 * For `when`: one end of the connection lies outside. Where neither is known to, an end that cannot be told is what
 * to write first.
 */
export function leadsOutside(connection: Connection, context: RuleContext): Applicability {
  const from = isOutside(connection, 'from', context);
  const to = isOutside(connection, 'to', context);
  if (from === true || to === true) return true;
  return from === false ? to : from;
}

/** The connection was read out of a plan or a network, and nobody has said that it is permitted. */
export const connectionUnconfirmed: Issue = unknown(
  'confirmed',
  {
    ja: '推定された接続で、実際に許可している通信か確かめられていません',
    en: 'was only guessed, and is not confirmed to be a permitted communication',
  },
  {
    remedy: {
      ja: '通信を許可しているかを確かめ、許可していれば confirmed を true とし、していなければこの1件を connections から除いてください。',
      en: 'Find out whether this communication is permitted; if so write confirmed: true, else take it off connections.',
    },
  },
);

/** Outside are services, segments of the external layer, and systems that stand in such segments only. */
function isOutside(
  connection: Connection,
  end: 'from' | 'to',
  { inventory, network }: RuleContext,
): Applicability {
  const isExternal = (segment: Segment) => {
    const reading = network.layerOf(segment);
    return reading.known === 'yes' ? reading.layer.treatedAs === 'external' : undefined;
  };
  const id = connection[end];
  const found = inventory.end(id);
  switch (found?.section) {
    case undefined:
      return endUnknown(id, end);
    case 'services':
      return true;
    case 'segments':
      return isExternal(found.record) ?? layerUnknown(found.record, end);
    case 'systems': {
      const homes = (found.record.segments ?? []).map((home) => inventory.find('segments', home));
      return homes.length > 0 && homes.every((home) => home !== undefined && isExternal(home));
    }
  }
}

function endUnknown(id: string | undefined, end: 'from' | 'to'): Issue {
  if (id === undefined) return unknown(end);
  return unknown(end, {
    ja: `接続する「${id}」が台帳になく、外部との接続か判定できません`,
    en: `ends at “${id}”, which the inventory does not hold, so that it may or may not lead outside`,
  });
}

function layerUnknown(segment: Segment, end: 'from' | 'to'): Issue {
  const name = nameOf(segment);
  const message = {
    ja: `接続する「${name}」の系が分からず、外部との接続か判定できません`,
    en: `ends at “${name}”, whose layer is not known, so that it may or may not lead outside`,
  };
  const remedy = {
    ja: `segments の「${segment.id}」の layer に、ポリシーの知る系を書いてください。`,
    en: `Write in layer of the segment “${segment.id}” a layer that the policy knows.`,
  };
  return unknown(end, message, { remedy, missing: { record: segment, path: 'layer' } });
}
