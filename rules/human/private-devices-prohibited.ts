import { boundStaff, checkBySection, checkFact, defineRule } from '#rule';

/** Only issued devices are used for work: みなかみ町 4)遵守事項[2]. */
export const privateDevicesProhibited = defineRule({
  id: 'human/private-devices-prohibited',
  title: { ja: '支給以外の端末の業務利用を禁止する', en: 'Only issued devices are used for work' },
  rationale: {
    ja: '私物の端末では、更新や不正プログラム対策が行われているかを確かめられません。保存された情報は、紛失しても退職しても、回収も消去もできません。',
    en: 'Nobody can tell whether a private device is kept up to date and free of malware. What is stored on it can be neither recovered nor erased when it is lost or its owner leaves.',
  },
  remedy: {
    ja: '職員等については、支給以外の端末の業務利用を禁止し、privateDevices.prohibited を true に改めてください。端末については、支給した端末に替え、issued を true に改めてください。',
    en: 'For staff, prohibit the use of private devices for work and change privateDevices.prohibited to true. For a device, replace it by one that is issued and change issued to true.',
  },
  appliesTo: ['staffGroups', 'systems'],
  check: checkBySection({
    staffGroups: checkFact<'staffGroups'>({
      field: 'privateDevices.prohibited',
      action: {
        ja: '支給以外の端末の業務利用を禁止し、privateDevices.prohibited を true に改めてください。',
        en: 'Prohibit the use of private devices for work and change privateDevices.prohibited to true.',
      },
      when: boundStaff,
      violation: {
        ja: '支給以外の端末の業務利用が禁止されていません',
        en: 'may use private devices for work',
      },
    }),
    systems: checkFact<'systems'>({
      field: 'issued',
      action: {
        ja: '支給した端末に替え、issued を true に改めてください。',
        en: 'Replace it by a device that is issued and change issued to true.',
      },
      // A device that is no terminal need not state this, but what it states is judged.
      when: ({ type }, _context, stated) => stated || type === 'terminal' || type === 'mobile',
      violation: {
        ja: '支給された端末ではありませんが、業務に利用されています',
        en: 'is used for work, but was not issued',
      },
    }),
  }),
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    privateDevices:
      prohibited: true
systems:
  - id: tablet-patrol
    name: 道路パトロール用タブレット
    type: mobile
    issued: true
`,
    fail: `
systems:
  - id: phone-tourism
    name: 観光課職員の私物スマートフォン
    type: mobile
    issued: false
`,
    unknown: `
staffGroups:
  - id: fixed-term
    name: 会計年度任用職員
    employment: fixed-term
`,
  },
  mutation: [
    { set: { 'staffGroups/regular-shobo privateDevices.prohibited': false } },
    { set: { 'systems/tablet-patrol issued': false } },
  ],
});
