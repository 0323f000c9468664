import type { Connection, Segment, Service, System } from '../../generated/records.ts';
import { defined } from '../base/defined.ts';
import type { Localized } from '../base/localized.ts';
import type { InventoryView } from '../inventory/view.ts';
import type { Crossing, CrossingPath } from '../network/crossings.ts';
import { unreadableLimits } from '../network/specific-communication.ts';
import type { OwnWords } from '../policy/own-words.ts';
import type { CanonicalLayer } from '../policy/policy.ts';
import { type Issue, pass, type RuleContext, review, unknown } from './definition.ts';
import type { Applicability } from './fact-rule.ts';
import { enumerated, listNames, nameOf } from './name.ts';

/** Why it cannot be told whether data passes. */
type CrossingDoubt = NonNullable<Crossing['doubt']>;

/**
 * @returns the path over just this connection, for rules that do not ask where it leads; none where an end does not exist
 */
export function wayAlong(
  connection: Connection,
  layer: CrossingPath['layer'] & object,
  inventory: InventoryView,
): readonly CrossingPath[] {
  const [from, to] = [inventory.end(connection.from)?.record, inventory.end(connection.to)?.record];
  if (from === undefined || to === undefined || from === to) return [];
  return [{ layer, route: [{ record: connection, from, to }] }];
}

/** @returns the layers that a crossing reaches, as one noun; `otherwise` where it reaches no known one */
export function reachedNames({ reached }: Crossing, otherwise: Localized): Localized {
  if (reached.length === 0) return otherwise;
  return {
    ja: reached.map(({ name }) => name.ja).join('・'),
    en: enumerated(reached.map(({ name }) => name.en)),
  };
}

/**
 * Judges the crossing of a record: unknown where it is doubtful whether data passes, a fail where it passes, else a pass.
 *
 * @param between the two sides, as a noun: マイナンバー利用事務系と他の領域
 * @param offence what is wrong where data passes
 */
export function judgeCrossing(
  crossing: Crossing,
  between: Localized,
  { words }: RuleContext,
  offence: (crossing: Crossing) => Issue,
): Issue | typeof pass {
  if (crossing.doubt !== undefined) return crossingUnknown(crossing, crossing.doubt, between);
  if (crossing.shared !== undefined) return sharedService(crossing, crossing.shared, between, words);
  if (crossing.reached.length === 0) return pass;
  // Reaching another layer is a new finding, so the layers are part of the key.
  const key = crossing.reached
    .map(({ id }) => id)
    .sort()
    .join();
  return { ...offence(crossing), key, paths: crossing.paths, ...defined({ reach: crossing.reach }) };
}

/** The network itself rather than the layer that is connected to it, where the body has no word of its own for that. */
const lgwanItself: Localized = { ja: 'LGWAN', en: 'LGWAN' };

/** The two sides of 分割, as a noun: LGWAN接続系とインターネット. */
export function lgwanAndInternet({ words }: RuleContext): Localized {
  const { ja, en } = lgwanSide(words);
  return { ja: `${ja}とインターネット`, en: `${en} and the internet` };
}

/** LGWAN as one side: the layer in Japanese, which English calls by the network. */
export function lgwanSide(words: OwnWords): Localized {
  return words.layer('lgwan', { ja: 'LGWAN接続系', en: 'LGWAN' });
}

/** A service that both sides use: data may pass from one to the other inside it, which a person must check. */
function sharedService(
  crossing: Crossing,
  service: { readonly id: string; readonly name?: string },
  between: Localized,
  words: OwnWords,
): Issue {
  const lgwan = words.layer('lgwan', lgwanItself);
  const name = nameOf(service);
  return review(
    crossing.outside ?? 'segments',
    {
      ja: `${between.ja}の両方から利用するサービス「${name}」につながっています。サービスを通る情報がどのように無害化されているか、確かめる必要があります`,
      en: `leads to the service “${name}”, which both ${between.en} reach; someone must check how what passes through it is sanitised`,
    },
    {
      // The rules on split and on sanitisation ask for the same fact, so they share the issue.
      shared: `shared service ${service.id}`,
      paths: crossing.paths,
      ...defined({ reach: crossing.reach }),
      remedy: {
        ja: `「${name}」を通る情報の無害化の方法を事業者に確かめ、この通信で無害化していれば sanitisation に、間のファイアウォール等を control に書いてください。${lgwan.ja}からだけ利用するサービスであれば、services の「${service.id}」の reachedBy を [lgwan] としてください。`,
        en: `Ask the provider how what passes through “${name}” is sanitised, and state it in sanitisation if this communication does it, and the firewall or the like between them in control. If the service is reached over ${lgwan.en} alone, write reachedBy: [lgwan] for “${service.id}” under services.`,
      },
    },
  );
}

/** The issue of a doubtful crossing: located at the hop, with the missing fact and the record that lacks it. */
function crossingUnknown(crossing: Crossing, doubt: CrossingDoubt, between: Localized): Issue {
  const path = crossing.outside ?? 'segments';
  const name = nameOf(doubt.record);
  const { lacking } = doubt;
  const own = doubt.record === crossing.record && doubt.kind !== 'layer-not-stated';
  return unknown(own ? lacking : path, doubtMessage(doubt, name, between), {
    paths: crossing.paths,
    ...defined({ reach: crossing.reach }),
    remedy: doubtRemedy(doubt, name),
    missing: { record: doubt.record, path: lacking },
  });
}

/**
 * Whether a path between LGWAN and the internet may lead through a node: not where it is outside, is not the internet and
 * lets nothing through.
 */
export function leadsOnwards({ network }: RuleContext): (record: Segment | System | Service) => boolean {
  return (record) => {
    const node = network.node(record);
    return node === undefined || node.transit || node.internet !== false || node.canonical.has('lgwan');
  };
}

/**
 * Whether a connection leads between a layer and anything else. Where the layer of an end is unknown, the issue asks for
 * the missing fact. A network device is in no layer of its own: a connection to one may lead on into the layer, unless the
 * device is known to be elsewhere.
 *
 * @param between the two sides, as a noun: マイナンバー利用事務系と他の領域
 */
export function leadsOutOf(
  layer: CanonicalLayer,
  between: Localized,
  connection: Connection,
  context: RuleContext,
): Applicability {
  const from = standingOfEnd('from', layer, between, connection, context);
  const to = standingOfEnd('to', layer, between, connection, context);
  if (typeof from === 'object') return from;
  if (typeof to === 'object') return to;
  return from === 'on-the-way' || from !== to;
}

function standingOfEnd(
  end: 'from' | 'to',
  layer: CanonicalLayer,
  between: Localized,
  connection: Connection,
  { inventory, network }: RuleContext,
): 'inside' | 'outside' | 'on-the-way' | Issue {
  const id = connection[end];
  if (id === undefined) return unknown(end);
  const endpoint = inventory.end(id);
  if (endpoint === undefined)
    return unknown(end, {
      ja: `接続する「${id}」が台帳になく、${between.ja}との間の通信か判定できません`,
      en: `ends at “${id}”, which the inventory does not hold, so that it may or may not join ${between.en}`,
    });
  if (endpoint.section === 'systems' && endpoint.record.type === 'network-device')
    return network.stands(endpoint.record, layer).in === false ? 'outside' : 'on-the-way';
  const node = network.node(endpoint.record);
  if (node?.canonical.has(layer)) return 'inside';
  const fact = node?.silent[0] ?? node?.unplaced;
  if (fact === undefined) return 'outside';
  const { section, record, path } = fact;
  const name = nameOf(record);
  const doubt: CrossingDoubt = { kind: 'layer-not-stated', section, record, lacking: path };
  return unknown(end, doubtMessage(doubt, name, between), {
    remedy: doubtRemedy(doubt, name),
    missing: { record, path },
  });
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
    case 'network-not-stated':
      return {
        ja: `外部の「${name}」がどのネットワークか書かれていないため、${between.ja}との間の通信か判定できません`,
        en: `leads to “${name}” outside, of which it is not stated what network it is, so that it may or may not join ${between.en}`,
      };
    case 'way-not-stated':
      return {
        ja: `サービス「${name}」をどのネットワークから利用するか書かれていないため、${between.ja}との間の通信か判定できません`,
        en: `leads to the service “${name}”, of which it is not stated by which network it is reached, so that it may or may not join ${between.en}`,
      };
    case 'specific-incomplete':
      if (doubt.lacking === 'approval')
        return {
          ja: `${between.ja}との間の特定通信とされていますが、前の承認のまま${outgrown.ja}、承認が今の内容に及ぶか判定できません`,
          en: `is stated to be specific communication between ${between.en}, but under the approval it had before ${outgrown.en}`,
        };
      if (isDestinationElsewhere(doubt))
        return {
          ja: `${between.ja}との間の特定通信とされていますが、specific.destination がこの接続の通信先でなく、限られた通信か判定できません`,
          en: `is stated to be specific communication between ${between.en}, but specific.destination is no end of the connection to which its data goes`,
        };
      if (unreadableIn(doubt).length > 0) {
        const words = listNames(unreadableIn(doubt).map((one) => ({ id: String(one) })));
        return {
          ja: `${between.ja}との間の特定通信とされていますが、${doubt.lacking} の${words.ja}を読めず、限られた通信か判定できません`,
          en: `is stated to be specific communication between ${between.en}, but ${words.en} in ${doubt.lacking} cannot be read`,
        };
      }
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

/** The layer that a segment or service states and the policy does not know. */
function writtenLayer({ record }: CrossingDoubt): string | undefined {
  return 'layer' in record && record.layer?.trim() ? record.layer : undefined;
}

/** Whether a destination is written, but the connection does not lead to it. */
function isDestinationElsewhere({ record, ...doubt }: CrossingDoubt): boolean {
  if (doubt.kind !== 'specific-incomplete' || doubt.lacking !== 'specific.destination') return false;
  return 'specific' in record && record.specific?.destination !== undefined;
}

/** The limits of a specific communication that are neither an address nor a port. */
function unreadableIn({ record, ...doubt }: CrossingDoubt): readonly (string | number)[] {
  const field = (['addresses', 'ports'] as const).find((one) => doubt.lacking === `specific.${one}`);
  if (doubt.kind !== 'specific-incomplete' || field === undefined) return [];
  return 'specific' in record && record.specific !== undefined
    ? unreadableLimits(record.specific, field)
    : [];
}

/** How a specific communication has outgrown its approval, and what to do about it. */
export const outgrown: Localized = {
  ja: '通信先・両端・アドレス・ポートのいずれかが変わり、又は広がっており',
  en: 'its destination, ends, addresses or ports are others or more',
};

export const approveAgain: Localized = {
  ja: '今の内容で改めて承認を受け、approval の by と date をその承認のものに改めてください。承認を受けないのであれば、元の内容に戻してください。',
  en: 'Have it approved as it is now and write that approval into approval.by and .date, or put it back as it was.',
};

function doubtRemedy(doubt: CrossingDoubt, name: string): Localized {
  switch (doubt.kind) {
    case 'layer-not-stated':
      if (doubt.lacking === 'segments')
        return {
          ja: `systems の「${doubt.record.id}」の segments に、属するセグメントを書いてください。`,
          en: `Write in segments of “${doubt.record.id}” under systems the segments it stands in.`,
        };
      if (doubt.section === 'services')
        return {
          ja: `services の「${doubt.record.id}」の layer に、系の一部として使うサービスであればその系を、そうでなければ external と書いてください。`,
          en: `Write in layer of “${doubt.record.id}” under services the layer that it is part of, or external if it is part of none.`,
        };
      return {
        ja: `segments の「${doubt.record.id}」の layer に、属する系を書いてください。`,
        en: `Write in layer of “${doubt.record.id}” under segments the layer it belongs to.`,
      };
    case 'network-not-stated':
      return {
        ja: `segments の「${doubt.record.id}」の externalNetwork に、相手のネットワークを書いてください（インターネットであれば internet）。`,
        en: `Write in externalNetwork of “${doubt.record.id}” under segments what network it is (internet, if it is that).`,
      };
    case 'way-not-stated':
      return {
        ja: `services の「${doubt.record.id}」の reachedBy に、利用するネットワークを internet・lgwan・dedicated からすべて書いてください。`,
        en: `Write in reachedBy of “${doubt.record.id}” under services all networks by which it is reached: internet, lgwan, dedicated.`,
      };
    case 'specific-incomplete':
      if (doubt.lacking === 'approval') return approveAgain;
      return {
        ja: '特定通信とする承認を得たうえで、specific に destination（接続の相手。一方向の通信では to の側）・addresses（IPアドレス、その範囲又はドメイン付きのホスト名）・ports（ポート番号又はその範囲）を、approval に by・date を書いてください。承認を既に得ていれば、その内容を書いてください。',
        en: 'Obtain the approval as specific communication, then state specific.destination (an end of the connection; of one-way communication that of to), .addresses (IP addresses, ranges of them, or host names with their domain) and .ports (numbers, or ranges of them), and approval.by and .date. If it is approved already, state what was approved.',
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
