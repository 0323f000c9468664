import {
  type Connection,
  connectionUnconfirmed,
  defineRule,
  fail,
  type Issue,
  type Localized,
  notApplicable,
  pass,
  type RuleContext,
  readOnce,
  review,
  type Segment,
  type Service,
  type System,
  unknown,
} from '#rule';

/**
 * A firewall or access lists stand between networks: みなかみ町 5)コンピュータ・ネットワーク管理[2]. Inside one layer
 * it asks only about connections that are stated to have none.
 */
export const networkAccessControlled = defineRule({
  id: 'technical/network-access-controlled',
  title: {
    ja: 'ネットワークの接続を、ファイアウォールやアクセス制御で制御する',
    en: 'Network connections are controlled by a firewall or by access control',
  },
  rationale: {
    ja: '制御されていない接続では、必要のない通信まですべて通ります。一か所への侵入が、そこからつながるネットワーク全体に広がります。',
    en: 'Where nothing controls a connection, everything passes, whether it is needed or not. An intrusion at one point then spreads to every network that it leads to.',
  },
  remedy: {
    ja: '必要な通信だけを通すようにファイアウォール等で制御し、その方法を control に書いてください。',
    en: 'Let a firewall, access lists or a proxy pass only what is needed, and write which of them in control.',
  },
  appliesTo: 'connections',
  check(connection, context) {
    const { control, confirmed } = connection;
    if (control !== undefined && control !== 'none') return pass;
    const from = layersOf(connection.from, context);
    const to = layersOf(connection.to, context);
    const inside = staysInside(from, to);
    if (inside === true && control === undefined) return notApplicable;
    if (confirmed === false) return connectionUnconfirmed;
    if (control === undefined) return unknown('control');
    if (inside === undefined) return endUnknown(connection, from === undefined ? 'from' : 'to');
    return inside ? review('control', uncontrolledInside) : fail('control', uncontrolled);
  },
  examples: {
    pass: `
segments:
  - id: office-network
    name: 庁内ネットワーク
    layer: lgwan
  - id: public-network
    name: 公開用ネットワーク
    layer: internet
connections:
  - id: mail-import
    name: インターネットメールの取込み
    from: public-network
    to: office-network
    control: firewall
`,
    fail: `
segments:
  - id: plant-network
    name: 浄水場監視ネットワーク
    layer: internet
  - id: maintainer
    name: 保守事業者のネットワーク
    layer: external
connections:
  - id: maintenance-line
    name: 遠隔保守回線
    from: maintainer
    to: plant-network
    control: none
`,
    unknown: `
segments:
  - id: office-network
    name: 庁内ネットワーク
    layer: lgwan
  - id: public-network
    name: 公開用ネットワーク
    layer: internet
connections:
  - id: mail-import
    name: インターネットメールの取込み
    from: public-network
    to: office-network
`,
    review: `
segments:
  - id: main-office
    name: 本庁舎端末
    layer: lgwan
  - id: annex-office
    name: 第2庁舎端末
    layer: lgwan
connections:
  - id: office-line
    name: 庁舎間の通信
    from: main-office
    to: annex-office
    control: none
`,
  },
  mutation: [
    { set: { 'connections/in-web control': 'none' } },
    { set: { 'connections/lg-main-servers control': 'none' }, verdict: 'review' },
  ],
});

const uncontrolled: Localized = {
  ja: '通信がファイアウォールやアクセス制御で制御されていません',
  en: 'is not controlled by a firewall or by access control',
};

const uncontrolledInside: Localized = {
  ja: '同じ系の中の通信ですが、ファイアウォールやアクセス制御がないため、差し支えないかを確かめる必要があります',
  en: 'stays inside one layer, but is not controlled by a firewall or by access control; someone must check that it need not be',
};

function endUnknown(connection: Connection, end: 'from' | 'to'): Issue {
  const id = connection[end];
  if (id === undefined) return unknown(end);
  return unknown(end, {
    ja: `制御されていない通信ですが、接続する「${id}」又はその属するセグメントが台帳になく、同じ系の中の通信か判定できません`,
    en: `is not controlled, but its end “${id}” or a segment of that is not in the inventory, so that it may stay inside one layer`,
  });
}

/** The layers of an end. A segment or system whose layer is unknown counts as a layer of its own. */
type Layers = ReadonlySet<string | object>;

/** @returns whether both ends are in the same layer of the body's own; `undefined` while an end is unknown */
function staysInside(from: Layers | undefined, to: Layers | undefined): boolean | undefined {
  if (from?.has('external') || to?.has('external')) return false;
  if (from === undefined || to === undefined) return undefined;
  const [only] = from;
  return from.size === 1 && to.size === 1 && only !== undefined && to.has(only);
}

/** @returns `undefined` where the inventory does not contain the end, or one of its segments */
function layersOf(id: string | undefined, context: RuleContext): Layers | undefined {
  const end = context.inventory.end(id);
  switch (end?.section) {
    case undefined:
      return undefined;
    case 'services':
    case 'segments':
      return new Set([layerAt(end.record, context)]);
    case 'systems':
      return layersOfSystem(end.record, context);
  }
}

const layersOfSystem = readOnce((system: System, context): Layers | undefined => {
  const layers = new Set<string | object>();
  for (const home of system.segments ?? []) {
    const stood = context.inventory.find('segments', home);
    if (stood === undefined) return undefined;
    layers.add(layerAt(stood, context));
  }
  return layers.size === 0 ? new Set([system]) : layers;
});

function layerAt(end: Segment | Service, { network }: RuleContext): string | object {
  const reading = network.layerOf(end);
  return reading.known === 'yes' ? (reading.layer.treatedAs ?? reading.layer.id) : end;
}
