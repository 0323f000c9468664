import {
  type Asset,
  defineRule,
  factOf,
  fail,
  type Issue,
  isLayerStated,
  judgeKept,
  judgeWhere,
  type Localized,
  nameOf,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  type Segment,
  type System,
  unknown,
} from '#rule';

/** Data of MyNumber and family-register affairs stays in the MyNumber layer: 伊勢崎市 6(3)ア[1], by the affairs of 2(8). */
export const mynumberPlacement = defineRule({
  id: 'resilience/mynumber-placement',
  title: ({ layer }) => ({
    ja: `個人番号利用事務と戸籍事務の情報は、${layer('mynumber').ja}に置く`,
    en: `MyNumber and family register data stays in ${layer('mynumber').en}`,
  }),
  rationale: {
    ja: '系をどれだけ分離しても、情報そのものが別の系や外部サービスに置かれていれば、分離の意味がありません。給与の源泉徴収のような個人番号関係事務の情報は、対象になりません。',
    en: 'However well the layer is separated, it protects nothing that lies elsewhere. Data of related affairs, such as payroll, is not meant.',
  },
  remedy: ({ layer }) => ({
    ja: `情報を${layer('mynumber').ja}の情報システム又はサービスに移し、system・service を改めてください。個人番号関係事務の情報であれば、affairs に my-number-related と書いてください。`,
    en: `Move the data to a system or service of ${layer('mynumber').en} and correct system or service. If it belongs to related affairs, write affairs: [my-number-related].`,
  }),
  appliesTo: 'assets',
  layers: 'needs',
  check: (asset, context) => judgeKept(asset, () => judgeAsset(asset, context)),
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
systems:
  - { id: resident-system, name: 住民記録システム, type: server, segments: [resident-network] }
assets:
  - { id: register, name: 住民基本台帳データ, form: electronic, affairs: [my-number-use], system: resident-system }
`,
    fail: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
systems:
  - { id: files, name: 庁内ファイルサーバ, type: server, segments: [office] }
assets:
  - { id: register, name: 住民基本台帳データ, form: electronic, affairs: [my-number-use], system: files }
`,
    unknown: `
assets:
  - { id: register, name: 個人番号管理簿, form: electronic, contains: [my-number] }
`,
  },
  mutation: [
    { set: { 'assets/個人住民税 system': 'payroll-server' } },
    // In a cloud service that may be part of the layer, and in one that is not.
    {
      set: { 'assets/kosodate-bookings affairs': ['my-number-use'] },
      verdict: 'unknown',
      at: 'assets/kosodate-bookings service',
    },
    {
      set: {
        'assets/kosodate-bookings affairs': ['my-number-use'],
        'services/kosodate-cloud layer': 'external',
      },
      at: 'assets/kosodate-bookings service',
    },
    { unset: ['assets/給与 affairs'], verdict: 'unknown' },
  ],
});

function judgeAsset(asset: Asset, context: RuleContext): Outcome {
  if (asset.form === 'paper' || asset.form === 'system-document') return notApplicable;
  const belongs = belongsThere(asset, context);
  if (typeof belongs === 'object' && asset.system === undefined && asset.service === undefined)
    return contains(asset, 'my-number') ? belongs : notApplicable;
  return judgeWhere(belongs, () => judgePlace(asset, context));
}

type Content = NonNullable<Asset['contains']>[number];

/**
 * Whether an asset belongs in the MyNumber layer. Where that cannot be told, the fact that would tell: of data that
 * may belong there whose affairs are, and before that what it contains.
 */
function belongsThere(asset: Asset, { words }: RuleContext): boolean | Issue {
  if (isPublic(asset)) return false;
  if (asset.affairs !== undefined)
    return asset.affairs.some((affair) => affair === 'my-number-use' || affair === 'family-register');
  if (contains(asset, 'my-number')) return unknown('affairs');
  // Data in a system is electronic, unless the asset states otherwise.
  if (asset.form !== undefined && asset.form !== 'electronic') return false;
  if (asset.contains === undefined)
    return unknown('contains', contentUnknown(words.layer('mynumber')), { remedy: stateContent });
  return contains(asset, 'personal-information') || contains(asset, 'sensitive-personal-information')
    ? unknown('affairs')
    : false;
}

function contentUnknown(layer: Localized): Localized {
  return {
    ja: `何の情報か (contains, affairs) が書かれていないため、${layer.ja}に置くべきものか判定できません`,
    en: `does not state what it contains (contains, affairs), so that it may or may not belong in ${layer.en}`,
  };
}

const stateContent = {
  ja: '含む情報の種類を contains に書いてください（個人情報等を含まなければ []）。個人情報を含むときは、どの事務のものかを affairs にも書いてください。',
  en: 'Write in contains what kinds of information it holds ([] if no personal data), and in affairs whose business it is where it holds personal data.',
};

/** Information open to all, such as forms and notices, may be anywhere, whatever affairs it serves. */
function isPublic({ contains: contents = [] }: Asset): boolean {
  return contents.length > 0 && contents.every((content) => content === 'public-information');
}

function contains({ contains: contents }: Asset, content: Content): boolean {
  return contents?.includes(content) === true;
}

/**
 * What the place of an asset comes to that belongs in the MyNumber layer. A machine on no network communicates with no
 * layer, so that nothing is asked of it.
 */
function judgePlace(asset: Asset, context: RuleContext): typeof pass | typeof notApplicable | Issue {
  if (asset.service === undefined) return judgeSystem(asset, context);
  const inService = judgeService(asset, context);
  // A copy in the right system does not make up for one in the wrong service, nor vice versa.
  if (inService !== pass || asset.system === undefined) return inService;
  return judgeSystem(asset, context);
}

function judgeService(asset: Asset, { inventory, network, words }: RuleContext): typeof pass | Issue {
  const service = inventory.find('services', asset.service);
  if (service === undefined) return unknown('service');
  const name = nameOf(service);
  const reading = network.layerOf(service);
  const layer = words.layer('mynumber');
  if (!isLayerStated(service.layer) || reading.known !== 'yes') {
    const message = {
      ja: `置かれているサービス「${name}」の系が分からず、判定できません`,
      en: `lies in the service “${name}”, whose layer is not known`,
    };
    return unknown('service', message, {
      missing: { record: service, path: 'layer' },
      remedy: {
        ja: `services の「${service.id}」の layer に、${layer.ja}の一部として使うサービスであれば ${words.layerWord('mynumber').ja}、そうでなければ属する系か external を書いてください。`,
        en: `Write in layer of “${service.id}” under services ${words.layerWord('mynumber').en} if it is run as part of ${layer.en}, else the layer it belongs to, or external.`,
      },
    });
  }
  if (reading.layer.treatedAs === 'mynumber') return pass;
  return fail('service', {
    ja: `個人番号利用事務・戸籍事務の情報ですが、${layer.ja}でない外部サービス「${name}」に置かれています`,
    en: `is MyNumber or family register data, but lies in the external service “${name}”, outside ${layer.en}`,
  });
}

function judgeSystem(
  asset: Asset,
  { inventory, network, words }: RuleContext,
): typeof pass | typeof notApplicable | Issue {
  const system = inventory.find('systems', asset.system);
  // A medium in storage is in no system; other rules judge how it is kept.
  if (system === undefined)
    return asset.form === 'media' && asset.system === undefined ? notApplicable : unknown('system');
  if (system.segments?.length === 0) {
    // Where a connection ends at it all the same, it stands somewhere that nobody has written.
    return network.node(system) === undefined ? notApplicable : layerUnknown(system, system);
  }
  const membership = network.stands(system, 'mynumber');
  if (membership.in === undefined) return layerUnknown(system, membership.silent);
  if (membership.in) return pass;
  const layer = words.layer('mynumber');
  return fail(
    'system',
    {
      ja: `個人番号利用事務・戸籍事務の情報ですが、${layer.ja}でない「${nameOf(system)}」に置かれています`,
      en: `is MyNumber or family register data, but lies in “${nameOf(system)}”, outside ${layer.en}`,
    },
    {
      trace: [
        {
          record: system,
          path: 'segments',
          message: { ja: '置かれている情報システム', en: 'the system it lies in' },
        },
      ],
    },
  );
}

function layerUnknown(system: System, silent: System | Segment): Issue {
  const message = {
    ja: `置かれている「${nameOf(system)}」の系が分からず、判定できません`,
    en: `lies in “${nameOf(system)}”, whose layer is not known`,
  };
  const fact =
    silent === system ? factOf('systems', silent, 'segments') : factOf('segments', silent, 'layer');
  return unknown('system', message, fact);
}
