import {
  defineRule,
  fail,
  mynumberTerminal,
  notApplicable,
  pass,
  someMynumberTerminal,
  unknown,
} from '#rule';

/** 多要素認証: two factors of different kinds at every terminal of the MyNumber layer. */
export const mynumberMfa = defineRule({
  id: 'resilience/mynumber-mfa',
  title: ({ layer }) => ({
    ja: `${layer('mynumber').ja}の端末では、多要素認証を行う`,
    en: `Terminals in ${layer('mynumber').en} require multi-factor authentication`,
  }),
  rationale: {
    ja: 'パスワードだけの認証は、漏れたパスワードでなりすましができます。知識・所持・生体のうち2種類以上を組み合わせる必要があり、パスワードを2つ使っても多要素認証にはなりません。',
    en: 'A password alone lets in whoever knows it. Two kinds of factor are needed, of knowledge, possession and biometrics; two passwords are one kind.',
  },
  remedy: {
    ja: '多要素認証を導入し、authentication.factors に使っている要素の種類を書いてください (例: [knowledge, possession])。',
    en: 'Introduce multi-factor authentication and state the kinds of factor in authentication.factors, as [knowledge, possession].',
  },
  appliesTo: 'systems',
  neededKinds: [someMynumberTerminal],
  layers: 'needs',
  check: (system, context) => {
    const applies = mynumberTerminal(system, context);
    if (applies === false) return notApplicable;
    const factors = system.authentication?.factors;
    const kinds = new Set(factors);
    if (kinds.size >= 2) return pass;
    if (applies !== true) return applies;
    if (factors === undefined) return unknown('authentication.factors');
    return fail('authentication.factors', {
      ja:
        kinds.size === 0
          ? '認証の要素がありません'
          : `認証の要素が1種類 (${[...kinds].join()}) しかありません`,
      en:
        kinds.size === 0
          ? 'has no factor of authentication'
          : `has only one kind of factor (${[...kinds].join()})`,
    });
  },
  examples: {
    pass: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
systems:
  - { id: counter, name: 窓口端末, type: terminal, segments: [resident-network], authentication: { factors: [knowledge, biometric] } }
`,
    fail: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
systems:
  - { id: counter, name: 窓口端末, type: terminal, segments: [resident-network], authentication: { factors: [knowledge] } }
`,
    unknown: `
segments:
  - { id: resident-network, name: 住民記録ネットワーク, layer: mynumber }
systems:
  - { id: counter, name: 窓口端末, type: terminal, segments: [resident-network] }
`,
  },
  mutation: { set: { 'systems/term-branch authentication.factors': ['knowledge', 'knowledge'] } },
});
