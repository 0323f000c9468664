import {
  type Crossing,
  defineRule,
  fail,
  type Issue,
  judgeCrossing,
  leadsOnwards,
  lgwanAndInternet,
  lgwanSide,
  notApplicable,
  pass,
  type RuleContext,
  review,
  someInternetSegment,
  someLgwanSegment,
  unlessUnclear,
  wordParameter,
} from '#rule';

/** 無害化通信: data from the internet reaches LGWAN sanitised: 伊勢崎市 2(12), 6(3)イ; 特別区人事・厚生事務組合 2(12), 6(3)ア. */
export const lgwanSanitisation = defineRule({
  id: 'resilience/lgwan-sanitisation',
  title: (words) => ({
    ja: `インターネットから${lgwanSide(words).ja}への通信は、無害化する`,
    en: `What enters ${lgwanSide(words).en} from the internet is sanitised`,
  }),
  rationale: {
    ja: 'メールやファイルに潜む不正プログラムは、検査をすり抜けることがあります。テキスト化・画面転送・ファイル無害化によって、危険な部分が届かないようにする必要があります。ウイルス検査だけでは無害化になりません。',
    en: 'Malware in mail and files can slip through a scan. Reduced to text, shown as a screen or rebuilt as a file, it does not arrive. A virus scan alone does not sanitise.',
  },
  remedy: {
    ja: '無害化の方法を定め、connections の sanitisation（無害化する機器を通すときはその systems の sanitisation）に書いてください。',
    en: 'Decide how it is sanitised and state it in sanitisation of the connection, or of the system that does it.',
  },
  appliesTo: ['connections', 'systems'],
  neededKinds: [someLgwanSegment, someInternetSegment],
  beyondScope: true,
  layers: 'needs',
  judgesPaths: true,
  parameters: {
    methods: {
      default: ['mail-text', 'screen-transfer', 'file-sanitisation'],
      about: { ja: '無害化と認める方法', en: 'the methods that count as sanitising' },
    },
  },
  check: (record, context) => {
    const parameter = context.parameter('methods');
    const methods = Array.isArray(parameter.value) ? (parameter.value as readonly string[]) : [];
    const question = (direction: 'incoming' | 'outgoing') =>
      context.network.crossing(record, { about: 'lgwan-sanitisation', methods, direction });
    const between = lgwanAndInternet(context);
    const incoming = question('incoming');
    const inwards =
      incoming && judgeCrossing(incoming, between, context, (crossing) => enters(crossing, context));
    if (inwards !== undefined && inwards !== pass) return inwards;
    const outgoing = inwards && question('outgoing');
    const outwards =
      outgoing && judgeCrossing(outgoing, between, context, (crossing) => leaves(crossing, context));
    // A system that does not forward data is no path between its segments.
    if ('forwards' in record && record.forwards === false) return outwards ?? inwards ?? notApplicable;
    return unlessUnclear(outwards ?? inwards ?? notApplicable, record, context, leadsOnwards(context));
  },
  examples: {
    pass: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: mail, name: メールの取込み, from: web, to: office, direction: one-way, sanitisation: mail-text }
`,
    fail: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: files, name: ファイルの取込み, from: web, to: office, direction: one-way, sanitisation: antivirus }
`,
    unknown: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: files, name: ファイルの取込み, from: web, to: office, direction: one-way }
`,
    review: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: publish, name: ホームページの更新, from: office, to: web, direction: one-way, sanitisation: none }
`,
  },
  mutation: [
    { set: { 'connections/mail-to-lgwan sanitisation': 'antivirus' }, at: 'connections/mail-to-lgwan from' },
    { unset: ['connections/vdi-to-lgwan sanitisation'], verdict: 'unknown' },
    {
      add: {
        connections: {
          id: 'homepage',
          from: 'lg-gateway',
          to: 'in-dmz',
          direction: 'one-way',
          control: 'firewall',
          sanitisation: 'none',
        },
      },
      verdict: 'review',
      at: 'connections/homepage to',
    },
  ],
});

function enters(crossing: Crossing, context: RuleContext): Issue {
  const methods = wordParameter(context.parameter('methods'));
  const lgwan = lgwanSide(context.words);
  return fail(crossing.outside ?? 'segments', {
    ja: `インターネットから${lgwan.ja}へ、無害化せずに通信を通しています。認める方法は ${methods.ja} です`,
    en: `lets data pass from the internet to ${lgwan.en} unsanitised; methods that count: ${methods.en}`,
  });
}

function leaves(crossing: Crossing, { words }: RuleContext): Issue {
  const lgwan = lgwanSide(words);
  const message = {
    ja: `${lgwan.ja}からインターネットへ、無害化せずに通信を通しています`,
    en: `lets data pass from ${lgwan.en} to the internet unsanitised`,
  };
  return review(crossing.outside ?? 'segments', message);
}
