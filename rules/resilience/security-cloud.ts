import {
  type Applicability,
  type Connection,
  defineFactRule,
  endUnclear,
  factOf,
  type Issue,
  nameOf,
  type RuleContext,
  readOnce,
  type Segment,
  type Service,
  type System,
  unknown,
  wayAlong,
  waysTo,
} from '#rule';

/** 自治体情報セキュリティクラウド: every way out to the internet is the prefecture's shared one: 伊勢崎市 6(3)ウ. */
export const securityCloud = defineFactRule({
  id: 'resilience/security-cloud',
  title: {
    ja: 'インターネットとの通信は、自治体情報セキュリティクラウドを通す',
    en: 'Communication with the internet goes through the prefecture’s security cloud',
  },
  rationale: {
    ja: '県と市町村が出入口を1か所に集約することで、単独ではできない高度な監視ができます。別の出口が1つあれば、そこは監視されません。',
    en: 'One shared way in and out is watched better than each body could on its own. A single other way out is not watched at all.',
  },
  remedy: {
    ja: '県の自治体情報セキュリティクラウドを通すように接続を変え、securityCloud を true に改めてください。',
    en: 'Lead it through the prefecture’s security cloud and change securityCloud to true.',
  },
  appliesTo: 'connections',
  layers: 'needs',
  beyondScope: true,
  field: 'securityCloud',
  violation: {
    ja: '自治体情報セキュリティクラウドを通さずに、インターネットに接続しています',
    en: 'leads to the internet without passing through the security cloud',
  },
  when: leadsToInternet,
  paths: (connection, { inventory }) => wayAlong(connection, theInternet, inventory),
  examples: {
    pass: `
segments:
  - { id: web, name: 公開系, layer: internet }
  - { id: net, name: インターネット, layer: external, externalNetwork: internet }
connections:
  - { id: out, name: 県セキュリティクラウド経由の接続, from: web, to: net, securityCloud: true }
`,
    fail: `
segments:
  - { id: web, name: 公開系, layer: internet }
  - { id: net, name: インターネット, layer: external, externalNetwork: internet }
connections:
  - { id: out, name: 民間回線, from: web, to: net, securityCloud: false }
`,
    unknown: `
segments:
  - { id: web, name: 公開系, layer: internet }
  - { id: net, name: インターネット, layer: external, externalNetwork: internet }
connections:
  - { id: out, name: 民間回線, from: web, to: net }
`,
  },
  mutation: { set: { 'connections/cloud-internet securityCloud': false } },
});

const theInternet = { id: 'internet', name: { ja: 'インターネット', en: 'the internet' } };

/**
 * A connection is a way to the internet if an end is the internet, or a service reached over it. 住基ネット, data centres
 * and the like are not. The line of a school or another network out of scope is its own affair, unless the body's own
 * network reaches the internet by it, or is reached.
 */
function leadsToInternet(connection: Connection, context: RuleContext): Applicability {
  const answers = (['from', 'to'] as const).map((end) => {
    const known = isInternet(connection, end, context);
    const leads = known === false ? (endUnclear(connection, end, context) ?? false) : known;
    return leads !== false && isWayOfBody(connection, end, context) ? leads : false;
  });
  return answers.find((answer) => answer === true) ?? answers.find((answer) => answer !== false) ?? false;
}

type End = 'from' | 'to';

function otherEnd(end: End): End {
  return end === 'from' ? 'to' : 'from';
}

/** Whether data of the body's own network leaves or enters at this end of a connection. */
function isWayOfBody(connection: Connection, end: End, { inventory, network }: RuleContext): boolean {
  const near = inventory.end(connection[otherEnd(end)])?.record;
  if (near === undefined) return true;
  const leaves = end === 'to' || connection.direction !== 'one-way';
  const enters = end === 'from' || connection.direction !== 'one-way';
  return (leaves && network.isJoined(near, 'outgoing')) || (enters && network.isJoined(near, 'incoming'));
}

function isInternet(connection: Connection, end: End, context: RuleContext): Applicability {
  const found = context.inventory.end(connection[end]);
  switch (found?.section) {
    case undefined:
      return false;
    case 'segments':
      return isInternetOutside([found.record], end, context);
    case 'systems':
      return systemsOnInternet[end](found.record, context);
    case 'services':
      return isReachedOverInternet(found.record, connection, end, context);
  }
}

/** A network device is part of the way, so the connections beyond it decide. */
function isSystemOnInternet(system: System, end: End, context: RuleContext): Applicability {
  const homes = (system.segments ?? []).map((home) => context.inventory.find('segments', home));
  const known = homes.filter((home) => home !== undefined);
  const leads = known.length > 0 && isInternetOutside(known, end, context);
  const isAllKnown = known.length === homes.length;
  if (known.length > 0 && (isAllKnown || (leads === false && isInside(known, context)))) return leads;
  return system.type === 'network-device' ? false : factNotStated(system, 'systems', 'segments', end);
}

/** A system with many connections is read once. */
const systemsOnInternet = {
  from: readOnce((system: System, context) => isSystemOnInternet(system, 'from', context)),
  to: readOnce((system: System, context) => isSystemOnInternet(system, 'to', context)),
};

/** @param homes a segment, or those of a system: what stands in one of the body's own, too, is no end outside */
function isInternetOutside(homes: readonly Segment[], end: End, context: RuleContext): Applicability {
  const { network } = context;
  const readings = homes.map((home) => ({ home, reading: network.layerOf(home) }));
  if (isInside(homes, context)) return false;
  const silent = readings.find(({ reading }) => reading.known !== 'yes');
  if (silent !== undefined) return factNotStated(silent.home, 'segments', 'layer', end);
  // For the policy, what is out of scope is outside, but it is a network of its own.
  const outside = homes.filter((home) => network.node(home)?.transit !== true);
  if (outside.some(({ externalNetwork }) => externalNetwork === 'internet')) return true;
  const unclear = outside.find(({ externalNetwork }) => externalNetwork === undefined);
  return unclear === undefined ? false : factNotStated(unclear, 'segments', 'externalNetwork', end);
}

/** Whether any of these segments belongs to the body's own network. */
function isInside(homes: readonly Segment[], { network }: RuleContext): boolean {
  return homes.some((home) => {
    const reading = network.layerOf(home);
    return reading.known === 'yes' && reading.layer.treatedAs !== 'external';
  });
}

/** From the internet layer, services are reached over the internet unless they state otherwise. */
function isReachedOverInternet(
  service: Service,
  connection: Connection,
  end: End,
  { inventory, network }: RuleContext,
): Applicability {
  const reading = network.layerOf(service);
  if (reading.known !== 'yes') return factNotStated(service, 'services', 'layer', end);
  if (reading.layer.treatedAs !== 'external') return false;
  const near = network.node(inventory.end(connection[otherEnd(end)])?.record ?? {});
  if (near?.canonical.has('external') && !near.transit) return false;
  const ways = waysTo(service);
  if (ways !== undefined && !ways.includes('internet')) return false;
  if (ways?.every((way) => way === 'internet') || near?.canonical.has('internet')) return true;
  const [silent] = near?.silent ?? [];
  if (ways === undefined) return factNotStated(service, 'services', 'reachedBy', end);
  return silent !== undefined && silent.section !== 'services'
    ? factNotStated(
        silent.record,
        silent.section,
        silent.path === 'segments' ? 'segments' : 'layer',
        otherEnd(end),
      )
    : false;
}

const factNames = {
  layer: { ja: '系 (layer)', en: 'the layer' },
  segments: { ja: '属するセグメント (segments)', en: 'in which segments it stands' },
  externalNetwork: { ja: '種類 (externalNetwork)', en: 'what network it is (externalNetwork)' },
  reachedBy: { ja: '利用するネットワーク (reachedBy)', en: 'by which networks it is reached (reachedBy)' },
};

function factNotStated(
  record: { readonly id: string; readonly name?: string },
  section: 'segments' | 'systems' | 'services',
  field: keyof typeof factNames,
  end: End,
): Issue {
  const name = nameOf(record);
  const what = factNames[field];
  const message = {
    ja: `つながる「${name}」の${what.ja}が分からず、インターネットとの通信か判定できません`,
    en: `leads to “${name}”, of which ${what.en} is not known, so that it may or may not lead to the internet`,
  };
  return unknown(end, message, factOf(section, record, field));
}
