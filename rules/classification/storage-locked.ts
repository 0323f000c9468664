import {
  type Asset,
  confidentialityAtLeast,
  defineFactRule,
  type FactElsewhere,
  type RuleContext,
} from '#rule';

/** Confidential assets can be locked away: みなかみ町 3)保管. */
export const storageLocked = defineFactRule({
  id: 'classification/storage-locked',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報は、施錠できる場所に保管する`,
    en: 'Confidential information is kept where it can be locked',
  }),
  rationale: {
    ja: '鍵のかからない場所に置いた書類や媒体、機器は、誰が持ち去っても分かりません。施錠は、執務時間外も含めて情報を守る最も基本的な手段です。',
    en: 'Papers, media and equipment that stand unlocked can be carried off unnoticed. A lock is the simplest protection, and it works outside office hours too.',
  },
  remedy: {
    ja: '鍵のかかる書庫、保管庫又はサーバ室に移し、storage.locked を true に改めてください。storage.locked を書かずに、保管場所を facility に、施錠できるかをその施設の locked に書いてもかまいません（facility がなければ、system の設置場所によります）。',
    en: 'Move it to a cabinet, archive or server room that can be locked and change storage.locked to true. Instead you may leave storage.locked out, name the place in facility, and state in locked of that facility whether it can be locked (without facility, the place of its system counts).',
  },
  appliesTo: 'assets',
  field: 'storage.locked',
  when: confidentialityAtLeast(2),
  otherwise: lockedByPlace,
  violation: { ja: '施錠できる場所に保管されていません', en: 'is not kept where it can be locked' },
  examples: {
    pass: `
assets:
  - id: family-register-books
    name: 改製原戸籍
    form: paper
    classification:
      confidentiality: 3
    facility: archive-1
facilities:
  - id: archive-1
    name: 本庁舎地下書庫
    type: archive
    locked: true
`,
    fail: `
assets:
  - id: welfare-case-files
    name: 生活保護ケース記録
    form: paper
    classification:
      confidentiality: 3
    storage:
      locked: false
`,
    unknown: `
assets:
  - id: welfare-case-files
    name: 生活保護ケース記録
    form: paper
    classification:
      confidentiality: 3
`,
  },
  mutation: [
    { set: { 'assets/口座振替媒体 storage.locked': false } },
    { set: { 'facilities/第2庁舎書庫 locked': false }, at: 'assets/申告書 storage.locked' },
  ],
});

/** Where the asset itself does not say: what its facility says, else the facility of its system. */
function lockedByPlace(asset: Asset, { inventory }: RuleContext): FactElsewhere | undefined {
  const system = inventory.find('systems', asset.system);
  for (const id of [asset.facility, system?.facility]) {
    const facility = inventory.find('facilities', id);
    if (facility?.locked === undefined) continue;
    return {
      record: facility,
      path: 'locked',
      value: facility.locked,
      message: { ja: '保管場所', en: 'the place where it is kept' },
    };
  }
  return undefined;
}
