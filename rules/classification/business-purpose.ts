import { defineFactRule, isKept } from '#rule';

/** Only what the work needs is made, obtained and used: みなかみ町 3)作成・入手・利用. */
export const businessPurpose = defineFactRule({
  id: 'classification/business-purpose',
  title: {
    ja: '業務上必要な情報だけを作成・入手・利用する',
    en: 'Information is created, obtained and used only as far as work requires',
  },
  rationale: {
    ja: '業務に要らない情報は、持っているだけで漏えいや紛失のおそれを増やします。何のための情報かが書かれていれば、目的外の利用にも、要らなくなった情報の残りにも気付けます。',
    en: 'Information that the work does not need only adds to what can leak or be lost. A stated purpose shows when information is used for something else or has outlived its use.',
  },
  remedy: {
    ja: 'どの業務に用いる情報かを businessPurpose に書いてください（例: 住民票の写しの交付）。業務上の必要がない情報は、定められた方法で廃棄してください。',
    en: 'Write in businessPurpose which work the information is for (for example 住民票の写しの交付). Dispose of information that no work needs, in the way laid down.',
  },
  appliesTo: 'assets',
  field: 'businessPurpose',
  when: isKept,
  violation: { ja: '業務上の目的がありません', en: 'has no business purpose' },
  examples: {
    pass: `
assets:
  - id: resident-records
    name: 住民基本台帳データ
    businessPurpose: 住民票の写しの交付
`,
    fail: `
assets:
  - id: old-mailing-list
    name: 旧イベント参加者名簿
    businessPurpose: false
`,
    unknown: `
assets:
  - id: photo-archive
    name: 広報写真データ
`,
  },
  mutation: { set: { 'assets/文書目録 businessPurpose': false } },
});
