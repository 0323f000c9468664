import {
  type Asset,
  boundRecords,
  defineRule,
  type Issue,
  type Localized,
  missingRecord,
  missingRecordOfKind,
  passUnless,
  type RuleContext,
} from '#rule';

/** The register covers every form of information asset: 熊谷市 4(2), 伊勢崎市 4(2), 特別区人事・厚生事務組合 4(2) (our reading). */
export const assetsAllForms = defineRule({
  id: 'organization/assets-all-forms',
  title: {
    ja: '情報システムから印刷物、関連文書まで、すべての形態の情報資産を台帳に載せる',
    en: 'The register covers every form of asset, from systems to printouts and documentation',
  },
  rationale: {
    ja: '台帳に載っていない情報資産には、分類も対策も行き届きません。電子データに比べて、印刷した文書や、仕様書・ネットワーク図のような関連文書は漏れがちです。',
    en: 'What is not in the register is neither classified nor protected. Compared with electronic data, printed documents and papers such as specifications and network diagrams are easily left out.',
  },
  remedy: {
    ja: '指摘された形態の情報資産を洗い出し、ネットワークは segments に、情報システムは systems に、そのほかは assets に、form（electronic、media、paper、system-document）とともに載せてください。',
    en: 'Find the assets of the form that is pointed out and list them: networks under segments, systems under systems, all else under assets with its form (electronic, media, paper or system-document).',
  },
  appliesTo: 'organization',
  check(_organization, context) {
    const assets = boundRecords('assets', context);
    const issues = listsSystems(context) ? [] : [systemsMissing(context)];
    for (const kind of kinds) {
      if (!assets.some(({ form }) => form !== undefined && kind.forms.includes(form)))
        issues.push({ ...missingRecordOfKind('assets', kind.forms, kind.name, context), key: kind.key });
    }
    return passUnless(issues);
  },
  examples: {
    pass: `
organization:
  name: 関所市
systems:
  - id: juki-server
    name: 住民記録システム
assets:
  - id: resident-records
    name: 住民基本台帳データ
    form: electronic
  - id: application-forms
    name: 住民異動届
    form: paper
  - id: network-diagram
    name: 庁内ネットワーク図
    form: system-document
`,
    fail: `
organization:
  name: 宿場町
  complete: [assets]
systems:
  - id: juki-server
    name: 住民記録システム
assets:
  - id: backup-tape
    name: バックアップテープ
    form: media
  - id: application-forms
    name: 住民異動届
    form: paper
`,
    unknown: `
organization:
  name: 関所市
segments:
  - id: office
    name: 庁内LAN
assets:
  - id: resident-records
    name: 住民基本台帳データ
    form: electronic
  - id: network-diagram
    name: 庁内ネットワーク図
    form: system-document
`,
  },
  mutation: {
    set: {
      'assets/network-diagram form': 'paper',
      'assets/core-system-spec form': 'paper',
      'assets/internal-system-spec form': 'paper',
      'assets/internet-system-spec form': 'paper',
      'assets/terminal-standard form': 'paper',
      'assets/water-control-spec form': 'paper',
    },
    at: 'organization',
  },
});

/** A form of asset that the inventory must cover. */
interface Kind {
  /** part of the fingerprint, so it must not change */
  readonly key: string;
  readonly forms: readonly NonNullable<Asset['form']>[];
  readonly name: Localized;
}

const kinds: readonly Kind[] = [
  {
    key: 'electronic',
    forms: ['electronic', 'media'],
    name: { ja: '電子データ又は電磁的記録媒体', en: 'an asset that is electronic data or media' },
  },
  { key: 'paper', forms: ['paper'], name: { ja: '印刷した文書', en: 'an asset on paper' } },
  {
    key: 'system-document',
    forms: ['system-document'],
    name: { ja: 'システム関連文書', en: 'an asset that is system documentation' },
  },
];

function listsSystems(context: RuleContext): boolean {
  return boundRecords('systems', context).length > 0 || boundRecords('segments', context).length > 0;
}

/** That there are no systems and no networks is known only once both sections are declared complete. */
function systemsMissing(context: RuleContext): Issue {
  const section = context.inventory.isWhole('systems') ? 'segments' : 'systems';
  const what = { id: 'any', ja: 'ネットワーク又は情報システム', en: 'a network or system' };
  return { ...missingRecord(section, what, context), key: 'system' };
}
