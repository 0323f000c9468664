import { defineFactRule, mynumberTerminal, someMynumberTerminal } from '#rule';

/** 持ち出し不可設定: terminals of the MyNumber layer cannot write data to media. */
export const mynumberExportDisabled = defineFactRule({
  id: 'resilience/mynumber-export-disabled',
  title: ({ layer }) => ({
    ja: `${layer('mynumber').ja}の端末は、情報を持ち出せない設定にする`,
    en: `Data cannot be taken out of terminals in ${layer('mynumber').en}`,
  }),
  rationale: {
    ja: 'USBメモリなどへの書き出しができる端末からは、住民情報をまとめて持ち出すことができてしまいます。',
    en: 'From a terminal that can write to USB and other media, residents’ data can be carried away in bulk.',
  },
  remedy: {
    ja: '媒体への書き出しを技術的に禁止し、export.disabled を true に改めてください。',
    en: 'Disable writing to media technically, and change export.disabled to true.',
  },
  appliesTo: 'systems',
  neededKinds: [someMynumberTerminal],
  layers: 'needs',
  field: 'export.disabled',
  violation: { ja: '情報の持ち出しができる設定になっています', en: 'allows data to be taken out' },
  when: mynumberTerminal,
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
systems:
  - { id: counter, name: 窓口端末, type: terminal, segments: [resident-network], export: { disabled: true } }
`,
    fail: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
systems:
  - { id: counter, name: 窓口端末, type: terminal, segments: [resident-network], export: { disabled: false } }
`,
    unknown: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
systems:
  - { id: counter, name: 窓口端末, type: terminal, segments: [resident-network] }
`,
  },
  mutation: { set: { 'systems/term-koseki export.disabled': false } },
});
