import type { Connection, Segment, Service, System } from '../../generated/records.ts';
import type { ConnectionEnd } from '../inventory/view.ts';
import { type Issue, type RuleContext, unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';
import { nameOf } from './name.ts';
import { readOnce } from './read-once.ts';

/** For `when`: one end of the connection lies outside. Where neither is known to, the issue asks about an end that may. */
export function leadsOutside(connection: Connection, context: RuleContext): Applicability {
  const from = isOutside(connection, 'from', context);
  const to = isOutside(connection, 'to', context);
  if (from === true || to === true) return true;
  return from === false ? to : from;
}

/** The issue of an imported connection that nobody has confirmed to be permitted. */
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

/**
 * Outside are segments of the external layer, systems that stand in such segments only, and services that are part of
 * no layer.
 */
function isOutside(connection: Connection, end: 'from' | 'to', context: RuleContext): Applicability {
  const id = connection[end];
  const found = context.inventory.end(id);
  switch (found?.section) {
    case undefined:
      return endUnknown(id, end);
    case 'services':
    case 'segments':
      return isExternal(found.record, context) ?? layerUnknown(found, end);
    case 'systems':
      return systemsOutside[end](found.record, context);
  }
}

function isExternal(record: Segment | Service, { network }: RuleContext): boolean | undefined {
  const reading = network.layerOf(record);
  return reading.known === 'yes' ? reading.layer.treatedAs === 'external' : undefined;
}

/**
 * Whether a system is outside: not if any of its segments is not external. A network device without known segments only
 * forwards, and is not outside either.
 */
function isSystemOutside(system: System, end: 'from' | 'to', context: RuleContext): Applicability {
  const homes = (system.segments ?? []).map((home) => context.inventory.find('segments', home));
  const outside = homes.map((home) => home && isExternal(home, context));
  if (outside.includes(false)) return false;
  if (homes.length > 0 && outside.every((one) => one === true)) return true;
  if (system.type === 'network-device') return false;
  const silent = homes.find((home, index) => home !== undefined && outside[index] === undefined);
  return silent === undefined
    ? segmentsUnknown(system, end)
    : layerUnknown({ section: 'segments', record: silent }, end);
}

/** A system with many connections is read once. */
const systemsOutside = {
  from: readOnce((system: System, context) => isSystemOutside(system, 'from', context)),
  to: readOnce((system: System, context) => isSystemOutside(system, 'to', context)),
};

function endUnknown(id: string | undefined, end: 'from' | 'to'): Issue {
  if (id === undefined) return unknown(end);
  return unknown(end, {
    ja: `接続する「${id}」が台帳になく、外部との接続か判定できません`,
    en: `ends at “${id}”, which the inventory does not hold, so that it may or may not lead outside`,
  });
}

function layerUnknown({ section, record }: ConnectionEnd, end: 'from' | 'to'): Issue {
  const name = nameOf(record);
  const message = {
    ja: `接続する「${name}」の系が分からず、外部との接続か判定できません`,
    en: `ends at “${name}”, whose layer is not known, so that it may or may not lead outside`,
  };
  const remedy = {
    ja: `${section} の「${record.id}」の layer に、ポリシーの知る系を書いてください。`,
    en: `Write in layer of “${record.id}” under ${section} a layer that the policy knows.`,
  };
  return unknown(end, message, { remedy, missing: { record, path: 'layer' } });
}

function segmentsUnknown(system: System, end: 'from' | 'to'): Issue {
  const name = nameOf(system);
  const message = {
    ja: `接続する「${name}」の属するセグメントが分からず、外部との接続か判定できません`,
    en: `ends at “${name}”, of which it is not known in which segments it stands, so that it may or may not lead outside`,
  };
  const remedy = {
    ja: `systems の「${system.id}」の segments に、属するセグメントの id を書いてください。`,
    en: `Write in segments of “${system.id}” under systems the ids of the segments it stands in.`,
  };
  return unknown(end, message, { remedy, missing: { record: system, path: 'segments' } });
}
