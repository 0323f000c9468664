import { confidentialityAtLeast, defineRule, fail, notApplicable, pass, unknown } from '#rule';

/** Confidential assets travel in a locked case or the like (等): みなかみ町 3)運搬. Another protection counts as much. */
export const transportLockedCase = defineRule({
  id: 'classification/transport-locked-case',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報資産は、鍵付きケース等に納めて運搬する`,
    en: 'Confidential assets are carried in a locked case or are protected likewise',
  }),
  rationale: {
    ja: '庁舎の外では、置き忘れや盗難が起きやすくなります。鍵付きケース等に納めておけば、人の手に渡っても、すぐに中を見られたり悪用されたりすることを防げます。',
    en: 'On the way, things are left behind and stolen more easily. In a locked case or the like they cannot be looked at or misused at once, even if they fall into the wrong hands.',
  },
  remedy: {
    ja: '運搬には鍵付きケースを用い、transport.lockedCase を true に改めてください。これに代わる不正利用防止の措置を講じているときは transport.otherProtection に true と書き、運搬することがなければ transport.carried に false と書いてください。',
    en: 'Use a locked case and change transport.lockedCase to true. If another protection against misuse takes its place, write transport.otherProtection: true; if the asset is never carried, write transport.carried: false.',
  },
  appliesTo: 'assets',
  check(asset, context) {
    const { carried, lockedCase, otherProtection } = asset.transport ?? {};
    const confidential = isConfidential(asset, context);
    if (confidential === false || carried === false) return notApplicable;
    if (lockedCase === true || otherProtection === true) return pass;
    if (confidential !== true) return confidential;
    if (carried === undefined) return unknown('transport.carried', undefined, { wanted: false });
    if (lockedCase === undefined) return unknown('transport.lockedCase');
    if (otherProtection === undefined) return unknown('transport.otherProtection');
    return fail('transport.lockedCase', {
      ja: '鍵付きケース等に納めずに運搬されています',
      en: 'is carried without a locked case or other protection',
    });
  },
  examples: {
    pass: `
assets:
  - id: backup-tape
    name: 遠隔地保管用バックアップテープ
    form: media
    classification:
      confidentiality: 3
    transport:
      carried: true
      lockedCase: true
`,
    fail: `
assets:
  - id: visit-records
    name: 訪問調査票
    form: paper
    classification:
      confidentiality: 2
    transport:
      carried: true
      lockedCase: false
      otherProtection: false
`,
    unknown: `
assets:
  - id: visit-records
    name: 訪問調査票
    form: paper
    classification:
      confidentiality: 2
    transport:
      carried: true
      lockedCase: false
`,
  },
  mutation: { set: { 'assets/支所受付届書 transport.lockedCase': false } },
});

const isConfidential = confidentialityAtLeast(2);
