import { type Applicability, type Asset, defineFactRule, isKept, unknown } from '#rule';

/** What comes from outside is handled by its class: みなかみ町 3)作成・入手・利用. */
export const acquiredRestrictions = defineFactRule({
  id: 'classification/acquired-restrictions',
  title: {
    ja: '外部から入手した情報に、分類に応じた取扱制限を適用する',
    en: 'Information from outside is handled as its class requires',
  },
  rationale: {
    ja: '外部から受け取った情報は、渡した側の扱いのまま、分類されずに使われがちです。受け取った時点で分類し、自らの情報と同じ取扱制限の下に置く必要があります。',
    en: 'Information from outside tends to be used as it arrives, unclassified. It has to be classified on receipt and handled under the same restrictions as the body’s own.',
  },
  remedy: {
    ja: '入手した情報を分類して取扱制限を適用し、restrictionsApplied を true に改めてください。庁内で作成した情報であれば、origin に internal と書いてください。',
    en: 'Classify what was obtained, apply the handling restrictions of its class, and change restrictionsApplied to true. If it was made inside, write origin: internal.',
  },
  appliesTo: 'assets',
  field: 'restrictionsApplied',
  when: cameFromOutside,
  violation: {
    ja: '外部から入手したものですが、分類に応じた取扱制限が適用されていません',
    en: 'was obtained from outside, but the handling restrictions of its class are not applied',
  },
  examples: {
    pass: `
assets:
  - id: prefecture-statistics
    name: 県提供統計データ
    origin: external
    restrictionsApplied: true
`,
    fail: `
assets:
  - id: hospital-reports
    name: 医療機関からの予防接種報告
    origin: external
    restrictionsApplied: false
`,
    unknown: `
assets:
  - id: hospital-reports
    name: 医療機関からの予防接種報告
    origin: external
`,
  },
  mutation: { set: { 'assets/カード申請書 restrictionsApplied': false } },
});

function cameFromOutside(asset: Asset): Applicability {
  const kept = isKept(asset);
  if (kept === false) return false;
  const { origin } = asset;
  if (origin === undefined) return unknown('origin', undefined, { remedy: whereFrom });
  return origin === 'external' && kept;
}

const whereFrom = {
  ja: '庁内で作成した情報であれば origin に internal、外部から入手した情報であれば external と書いてください。',
  en: 'In origin, write internal if the information was made inside, external if it was obtained from outside.',
};
