import { confidentialDataAtLeast, defineFactRule } from '#rule';

/** Confidential data is encrypted where it is kept: みなかみ町 3)送受信, 3)保管 (our reading). */
export const encryptionAtRest = defineFactRule({
  id: 'classification/encryption-at-rest',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の電子情報は、保存時に暗号化する`,
    en: 'Confidential electronic information is encrypted where it is kept',
  }),
  rationale: {
    ja: '記憶装置や媒体は、盗難、紛失のほか、修理や廃棄の際にも庁外に出ます。暗号化されていれば、そこから情報を読み取られずに済みます。',
    en: 'Disks and media leave the office by theft and loss, but also for repair and disposal. If they are encrypted, nobody can read the information from them.',
  },
  remedy: {
    ja: '記憶装置、データベース又はファイルの暗号化を有効にし、encryption.atRest を true に改めてください。',
    en: 'Turn on encryption of the disk, the database or the file, and change encryption.atRest to true.',
  },
  appliesTo: 'assets',
  field: 'encryption.atRest',
  when: confidentialDataAtLeast(2),
  violation: { ja: '保存時に暗号化されていません', en: 'is not encrypted where it is kept' },
  examples: {
    pass: `
assets:
  - id: resident-records
    name: 住民基本台帳データ
    form: electronic
    classification:
      confidentiality: 3
    encryption:
      atRest: true
`,
    fail: `
assets:
  - id: usb-012
    name: 健診結果受渡し用USBメモリ
    form: media
    classification:
      confidentiality: 3
    encryption:
      atRest: false
`,
    unknown: `
assets:
  - id: usb-012
    name: 健診結果受渡し用USBメモリ
    form: media
    classification:
      confidentiality: 3
`,
  },
  mutation: { set: { 'assets/住民基本台帳 encryption.atRest': false } },
});
