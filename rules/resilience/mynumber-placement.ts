import {
  type Asset,
  defineRule,
  factOf,
  fail,
  type Issue,
  isDisposedOf,
  nameOf,
  notApplicable,
  pass,
  type RuleContext,
  type Segment,
  type System,
  unknown,
} from '#rule';

/** Data of MyNumber and family-register affairs stays in the MyNumber layer: 伊勢崎市 2(8), 6(3)ア[1]. */
export const mynumberPlacement = defineRule({
  id: 'resilience/mynumber-placement',
  title: {
    ja: '個人番号利用事務と戸籍事務の情報は、マイナンバー利用事務系に置く',
    en: 'Data of MyNumber use and of the family register stays in the MyNumber layer',
  },
  rationale: {
    ja: '系をどれだけ分離しても、情報そのものが別の系や外部サービスに置かれていれば、分離の意味がありません。給与の源泉徴収のような個人番号関係事務の情報は、対象になりません。',
    en: 'However well the layer is separated, it protects nothing that lies elsewhere. Data of related affairs, such as payroll, is not meant.',
  },
  remedy: {
    ja: '情報をマイナンバー利用事務系の情報システムに移し、system を改めてください。個人番号関係事務の情報であれば、affairs に my-number-related と書いてください。',
    en: 'Move the data to a system of the MyNumber layer and correct system. If it belongs to related affairs, write affairs: [my-number-related].',
  },
  appliesTo: 'assets',
  layers: 'needs',
  check(asset, context) {
    const { affairs, contains } = asset;
    if (asset.form === 'paper' || asset.form === 'system-document' || isDisposedOf(asset))
      return notApplicable;
    if (affairs === undefined) return contains?.includes('my-number') ? unknown('affairs') : notApplicable;
    if (!affairs.some((affair) => affair === 'my-number-use' || affair === 'family-register'))
      return notApplicable;
    if (asset.service !== undefined) {
      return fail('service', {
        ja: `個人番号利用事務・戸籍事務の情報ですが、外部サービス「${nameOfService(asset, context)}」に置かれています`,
        en: `belongs to MyNumber use or the family register, but lies in the external service “${nameOfService(asset, context)}”`,
      });
    }
    return judgeSystem(asset, context);
  },
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
});

function judgeSystem(
  asset: Asset,
  { inventory, network }: RuleContext,
): typeof pass | typeof notApplicable | Issue {
  const system = inventory.find('systems', asset.system);
  // A medium on a shelf lies in no system; how it is kept is for other rules.
  if (system === undefined)
    return asset.form === 'media' && asset.system === undefined ? notApplicable : unknown('system');
  const place = network.stands(system, 'mynumber');
  if (place.in === undefined) return layerUnknown(system, place.silent);
  if (place.in) return pass;
  return fail(
    'system',
    {
      ja: `個人番号利用事務・戸籍事務の情報ですが、マイナンバー利用事務系でない「${nameOf(system)}」に置かれています`,
      en: `belongs to MyNumber use or the family register, but lies in “${nameOf(system)}”, outside the MyNumber layer`,
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

function nameOfService({ service }: Asset, { inventory }: RuleContext): string {
  const found = inventory.find('services', service);
  return found === undefined ? (service ?? '') : nameOf(found);
}
