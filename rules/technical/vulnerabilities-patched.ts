import {
  checkLastDone,
  defineRule,
  type Localized,
  maximumAge,
  type System,
  serverTypes,
  someMachine,
  systemOfType,
  wordParameter,
  wordTooOld,
} from '#rule';

/**
 * Patches are applied: みなかみ町 5)ソフトウェア管理[2]; 熊谷市 6(5), 伊勢崎市 6(6), 特別区人事・厚生事務組合 6(6) (our reading: all of
 * them ask for measures against unauthorised access, which comes in by known vulnerabilities). Nothing states how often. Where
 * nobody sets an interval, the systems last patched long ago are one matter to look at, of the body as a whole. For a printer or
 * an IoT device there may be no patches, so a plain no is there a matter to look at.
 */
export const vulnerabilitiesPatched = defineRule({
  id: 'technical/vulnerabilities-patched',
  title: { ja: '脆弱性の修正プログラムを適用する', en: 'Patches against vulnerabilities are applied' },
  rationale: {
    ja: '脆弱性が公表されると、日を置かずにそれを狙う攻撃が始まります。修正プログラムが適用されていない機器は、知られた入口を開けたままにしているのと同じです。',
    en: 'Attacks on a vulnerability begin within days of its publication. A machine without the patch leaves open a door that everyone knows of.',
  },
  remedy: {
    ja: '修正プログラムを適用し、その日を vulnerability.lastPatched に書いてください。',
    en: 'Apply the patches and write the day in vulnerability.lastPatched.',
  },
  appliesTo: ['systems', 'organization'],
  recurs: true,
  neededKinds: [someMachine],
  parameters: maximumAge('fiscal-year', {
    ja: '修正プログラムを最後に適用した日からの期間。設定した期間を過ぎると違反、既定の期間を過ぎると団体に1件の要確認になる',
    en: 'how long ago patches may have been applied last; beyond an interval that is set it is a fail, beyond the default one review for the body',
  }),
  check: checkLastDone({
    field: 'vulnerability.lastPatched',
    // An application is usually patched with the machine that it runs on, which is listed as well. Printers and IoT devices are
    // judged only if they state this.
    when: systemOfType(
      [...serverTypes, 'terminal', 'mobile', 'network-device'],
      ['application', 'mfp', 'iot'],
    ),
    violation: { ja: '修正プログラムが適用されていません', en: 'has not been patched' },
    noMayBeRight: ({ type }) =>
      otherDevices.includes(type) ? { message: notPatched, remedy: protect } : undefined,
    tooLongAgo(day, interval) {
      const age = wordTooOld(interval);
      return {
        ja: `修正プログラムの最後の適用（${day}）${age.ja}`,
        en: `was last patched on ${day}, ${age.en}`,
      };
    },
    // The default is the only interval that is asked of the body.
    tooLongAgoIn({ count, names }, interval) {
      const age = wordParameter(interval);
      return {
        ja: `${count}件の情報システム（${names.ja}）で、修正プログラムの適用が${age.ja}に行われていません`,
        en: `has ${count} system${count === 1 ? '' : 's'} (${names.en}) that ${count === 1 ? 'was' : 'were'} not patched in ${age.en}`,
      };
    },
  }),
  examples: {
    pass: `
systems:
  - id: public-web
    name: 公開Webサーバ
    type: server
    vulnerability:
      lastPatched: 令和8年11月12日
`,
    fail: `
systems:
  - id: reservation-web
    name: 公共施設予約サーバ
    type: server
    vulnerability:
      lastPatched: false
`,
    unknown: `
systems:
  - id: vpn-router
    name: 保守用VPN装置
    type: network-device
`,
    review: `
systems:
  - id: survey-server
    name: 測量図面サーバ
    type: storage
    vulnerability:
      lastPatched: 令和5年6月12日
`,
  },
  mutation: [
    { set: { 'systems/public-web vulnerability.lastPatched': false } },
    {
      set: { 'systems/public-web vulnerability.lastPatched': '2025-03-31' },
      verdict: 'review',
      at: 'organization',
    },
    { set: { 'systems/mfp-main vulnerability.lastPatched': false }, verdict: 'review' },
  ],
});

/** Kinds of device for which their maker may publish no patches. */
const otherDevices: readonly System['type'][] = ['mfp', 'iot'];

const notPatched: Localized = {
  ja: '修正プログラム（ファームウェアの更新）が適用されておらず、製造元から提供されていないか、ほかの方法で守られているかを確かめる必要があります',
  en: 'has not been patched; someone must check whether its maker provides patches (firmware), and whether it is protected otherwise',
};

const protect: Localized = {
  ja: '製造元が修正プログラム（ファームウェア）を提供していれば適用し、その日を vulnerability.lastPatched に書いてください。提供されていないときは、通信の制限等で守られているかを確かめ、それで足りると決めたときは、その決定を exceptions に記録できます。',
  en: 'If its maker provides patches (firmware), apply them and write the day in vulnerability.lastPatched. If none are provided, check that limits on its communication or the like protect it; if that is found to be enough, exceptions can record the decision.',
};
