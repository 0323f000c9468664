import type { Connection, System } from '../inventory/records.ts';
import type { InventoryView } from '../inventory/view.ts';
import type { Localized } from '../localized.ts';
import type { Crossing, CrossingPath } from '../network/crossings.ts';
import type { CanonicalLayer } from '../policy/policy.ts';
import { type Issue, notApplicable, pass, type RuleContext, unknown } from './definition.ts';
import { nameOf } from './name.ts';

/** Why it cannot be told whether data passes. */
type CrossingDoubt = NonNullable<Crossing['doubt']>;

/** @returns the way along a connection itself, for what is not asked how far it leads; none where an end is not there */
export function wayAlong(
  connection: Connection,
  layer: CrossingPath['layer'] & object,
  inventory: InventoryView,
): readonly CrossingPath[] {
  const [from, to] = [inventory.end(connection.from)?.record, inventory.end(connection.to)?.record];
  if (from === undefined || to === undefined || from === to) return [];
  return [{ layer, route: [{ record: connection, from, to }] }];
}

/** @returns the layers that a crossing reaches, as one noun; `otherwise` where it reaches none that is known */
export function reachedNames({ reached }: Crossing, otherwise: Localized): Localized {
  if (reached.length === 0) return otherwise;
  return {
    ja: reached.map(({ name }) => name.ja).join('・'),
    en: reached.map(({ name }) => name.en).join(', '),
  };
}

/**
 * Judges what the network says of a record: as long as it cannot be told whether data passes that is what is wrong, and
 * where none passes, nothing is.
 *
 * @param between the two sides, as a noun: マイナンバー利用事務系と他の領域
 * @param offence what is wrong where data passes
 */
export function judgeCrossing(
  crossing: Crossing,
  between: Localized,
  offence: (crossing: Crossing) => Issue,
): Issue | typeof pass {
  if (crossing.doubt !== undefined) return crossingUnknown(crossing, crossing.doubt, between);
  if (crossing.reached.length === 0) return pass;
  // What has come to reach one layer more is not what it was.
  const key = crossing.reached
    .map(({ id }) => id)
    .sort()
    .join();
  return { ...offence(crossing), key, paths: crossing.paths };
}

/**
 * An issue for a crossing of which it cannot be told whether it is one: at the hop, with the fact that would tell
 * and the record it belongs to.
 */
function crossingUnknown(crossing: Crossing, doubt: CrossingDoubt, between: Localized): Issue {
  const path = crossing.outside ?? 'segments';
  const name = nameOf(doubt.record);
  const lacking =
    doubt.kind === 'layer-not-stated' ? ('segments' in doubt.record ? 'segments' : 'layer') : doubt.lacking;
  const own = doubt.record === crossing.record && doubt.kind !== 'layer-not-stated';
  return unknown(own ? lacking : path, doubtMessage(doubt, name, between), {
    paths: crossing.paths,
    remedy: doubtRemedy(doubt, name),
    missing: { record: doubt.record, path: lacking },
  });
}

/**
 * What is to be said of a record that joins a layer to nothing: of a connection that does not state where else it
 * ends, that it may lead anywhere.
 */
export function endNotStated(
  record: Connection | System,
  layer: CanonicalLayer,
  { inventory, network }: RuleContext,
): Issue | typeof notApplicable {
  if (!('from' in record || 'to' in record)) return notApplicable;
  const [stated, absent] = record.from === undefined ? (['to', 'from'] as const) : (['from', 'to'] as const);
  const end = record[absent] === undefined ? inventory.end(record[stated]) : undefined;
  switch (end?.section) {
    case 'segments': {
      const reading = network.layerOf(end.record);
      return reading.known === 'yes' && reading.layer.treatedAs === layer ? unknown(absent) : notApplicable;
    }
    case 'systems':
      // A device stands in no layer: only connections tell what it joins.
      return end.record.type !== 'network-device' && network.stands(end.record, layer).in === true
        ? unknown(absent)
        : notApplicable;
    default:
      return notApplicable;
  }
}

function doubtMessage(doubt: CrossingDoubt, name: string, between: Localized): Localized {
  switch (doubt.kind) {
    case 'layer-not-stated':
      if (writtenLayer(doubt) !== undefined)
        return {
          ja: `「${name}」の系「${writtenLayer(doubt)}」がポリシーにないため、${between.ja}との間の通信か判定できません`,
          en: `leads to “${name}”, whose layer “${writtenLayer(doubt)}” the policy does not know, so that it may or may not join ${between.en}`,
        };
      return {
        ja: `「${name}」の系が台帳に書かれていないため、${between.ja}との間の通信か判定できません`,
        en: `leads to “${name}”, whose layer is not stated, so that it may or may not join ${between.en}`,
      };
    case 'specific-incomplete':
      if (isDestinationElsewhere(doubt))
        return {
          ja: `${between.ja}との間の特定通信とされていますが、specific.destination がこの接続の相手でなく、限られた通信か判定できません`,
          en: `is stated to be specific communication between ${between.en}, but specific.destination is no end of the connection`,
        };
      return {
        ja: `${between.ja}との間の特定通信とされていますが、${doubt.lacking} がなく、限られた通信か判定できません`,
        en: `is stated to be specific communication between ${between.en}, but does not state ${doubt.lacking}`,
      };
    case 'unconfirmed':
      return {
        ja: `${between.ja}とをつなぐ未確認の接続「${name}」を含み、通信が許されているか判定できません`,
        en: `may join ${between.en}: “${name}” on the way is not confirmed`,
      };
    default:
      return {
        ja: `${between.ja}との間の通信を許していますが、「${name}」の ${doubt.lacking} が書かれておらず、守られているか判定できません`,
        en: `joins ${between.en}, but “${name}” does not state ${doubt.lacking}`,
      };
  }
}

/** The layer of a segment that the policy does not know, so that it says nothing. */
function writtenLayer({ record }: CrossingDoubt): string | undefined {
  return 'layer' in record ? record.layer : undefined;
}

/** The destination is what an approval lacks although one is written. */
function isDestinationElsewhere({ record, ...doubt }: CrossingDoubt): boolean {
  if (doubt.kind !== 'specific-incomplete' || doubt.lacking !== 'specific.destination') return false;
  return 'specific' in record && record.specific?.destination !== undefined;
}

function doubtRemedy(doubt: CrossingDoubt, name: string): Localized {
  switch (doubt.kind) {
    case 'layer-not-stated':
      return {
        ja: `「${name}」の系 (segments[].layer) を書いてください。`,
        en: `State the layer of “${name}” (segments[].layer).`,
      };
    case 'specific-incomplete':
      return {
        ja: 'specific に destination（接続の相手）・addresses・ports を、approval に by・date を書いてください。',
        en: 'State specific.destination (an end of the connection), .addresses and .ports, and approval.by and .date.',
      };
    case 'unconfirmed':
      return {
        ja: `「${name}」で通信が許可されているかを確かめ、許可されていれば confirmed: true とし、いなければこの接続を消してください。`,
        en: `Find out whether “${name}” permits communication; if so set confirmed: true, else remove the connection.`,
      };
    default:
      return {
        ja: `「${name}」の ${doubt.lacking} を書いてください。`,
        en: `State ${doubt.lacking} of “${name}”.`,
      };
  }
}
