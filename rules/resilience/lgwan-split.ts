import {
  type Crossing,
  capitalised,
  defineRule,
  fail,
  type Issue,
  judgeCrossing,
  type Localized,
  leadsOnwards,
  lgwanAndInternet,
  lgwanSide,
  notApplicable,
  someInternetSegment,
  someLgwanSegment,
  unlessUnclear,
} from '#rule';

/** 分割: nothing passes between LGWAN and the internet but through a control: 伊勢崎市 2(11), 6(3)イ; 特別区人事・厚生事務組合 2(11), 6(3)ア. */
export const lgwanSplit = defineRule({
  id: 'resilience/lgwan-split',
  title: (words) => ({
    ja: `${lgwanSide(words).ja}と${words.layer('internet').ja}の通信経路を分割する`,
    en: capitalised(`${lgwanSide(words).en} and internet traffic are kept apart`),
  }),
  rationale: {
    ja: '2つの系が制御なしにつながっていると、インターネットからの攻撃が業務用システムにそのまま届きます。分割したうえで、必要な通信だけを通す必要があります。',
    en: 'Where the two are connected without any control, attacks from the internet reach the systems of the office. They must be kept apart, so that only what is needed passes.',
  },
  remedy: {
    ja: '間にファイアウォール等を置いて control に firewall・acl・proxy のいずれかを書くか、接続をやめてください。',
    en: 'Put a firewall or the like between them and state control: firewall, acl or proxy; or end the connection.',
  },
  appliesTo: ['connections', 'systems'],
  neededKinds: [someLgwanSegment, someInternetSegment],
  beyondScope: true,
  layers: 'needs',
  judgesPaths: true,
  check: (record, context) => {
    const crossing = context.network.crossing(record, { about: 'lgwan-split' });
    const between = lgwanAndInternet(context);
    const outcome =
      crossing === undefined
        ? notApplicable
        : judgeCrossing(crossing, between, context, (found) => joined(found, between));
    return unlessUnclear(outcome, record, context, leadsOnwards(context));
  },
  examples: {
    pass: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: update, name: 更新プログラムの取得, from: office, to: web, control: firewall }
`,
    fail: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: bypass, name: 臨時の接続, from: office, to: web, control: none }
`,
    unknown: `
segments:
  - { id: office, name: 業務系, layer: lgwan }
  - { id: web, name: 公開系, layer: internet }
connections:
  - { id: update, name: 更新プログラムの取得, from: office, to: web }
`,
  },
  mutation: [
    // Without a control, access between the two networks is not controlled either.
    {
      set: { 'connections/vdi-to-lgwan control': 'none' },
      at: 'connections/vdi-to-lgwan from',
      also: ['technical/network-access-controlled fail connections/vdi-to-lgwan control'],
    },
    // A system with a segment on both sides forwards data unchanged.
    {
      set: { 'systems/public-web segments.1': 'lg-servers' },
      at: 'systems/public-web segments',
      also: ['resilience/lgwan-sanitisation fail systems/public-web segments'],
    },
  ],
});

const systemRemedy: Localized = {
  ja: '一方の系だけに接続するよう segments を改めてください。無害化のための機器であれば、その方法を sanitisation に書いてください。',
  en: 'Connect it to one side only. If it is there to sanitise, state how in sanitisation.',
};

function joined(crossing: Crossing, between: Localized): Issue {
  if (crossing.outside === undefined) {
    const message = { ja: `${between.ja}の両方につながっています`, en: `stands in both ${between.en}` };
    return fail('segments', message, { remedy: systemRemedy });
  }
  const message = {
    ja: `${between.ja}との間を、制御なしにつないでいます`,
    en: `connects ${between.en} without any control`,
  };
  return fail(crossing.outside, message);
}
