import {
  type Applicability,
  type Connection,
  defineFactRule,
  factOf,
  type Issue,
  nameOf,
  type RuleContext,
  type Segment,
  unknown,
  wayAlong,
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
  field: 'securityCloud',
  violation: {
    ja: '自治体情報セキュリティクラウドを通さずに、インターネットに接続しています',
    en: 'leads to the internet past the security cloud',
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
});

const theInternet = { id: 'internet', name: { ja: 'インターネット', en: 'the internet' } };

/** An end is the internet, or a system that stands outside and in the internet; 住基ネット, data centres and the like are not. */
function leadsToInternet(connection: Connection, context: RuleContext): Applicability {
  const ends = (['from', 'to'] as const).flatMap((end) =>
    outsideAt(connection[end], context).map((segment) => ({ end, segment })),
  );
  if (ends.some(({ segment }) => segment.externalNetwork === 'internet')) return true;
  const silent = ends.find(({ segment }) => segment.externalNetwork === undefined);
  return silent === undefined ? false : networkNotStated(silent.segment, silent.end);
}

/** @returns the segments outside at an end of a connection: itself, or those of a system that stands in no others */
function outsideAt(id: string | undefined, { inventory, network }: RuleContext): readonly Segment[] {
  const end = inventory.end(id);
  if (end?.section === 'segments') return isExternal(end.record, network) ? [end.record] : [];
  if (end?.section !== 'systems') return [];
  const homes = end.record.segments ?? [];
  const outside = homes
    .map((home) => inventory.find('segments', home))
    .filter((home): home is Segment => home !== undefined && isExternal(home, network));
  return outside.length === homes.length ? outside : [];
}

function networkNotStated(segment: Segment, end: 'from' | 'to'): Issue {
  const name = nameOf(segment);
  const message = {
    ja: `外部の「${name}」がインターネットか書かれていないため、対象か判定できません`,
    en: `leads to “${name}”, of which it is not stated whether it is the internet`,
  };
  return unknown(end, message, factOf('segments', segment, 'externalNetwork'));
}

function isExternal(segment: Segment, network: RuleContext['network']): boolean {
  const reading = network.layerOf(segment);
  return reading.known === 'yes' && reading.layer.treatedAs === 'external';
}
