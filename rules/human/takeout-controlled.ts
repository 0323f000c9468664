import {
  type Asset,
  boundStaff,
  checkBySection,
  checkFact,
  defineRule,
  fail,
  judgeKept,
  levelUnknown,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  unknown,
} from '#rule';

/**
 * Assets are taken out only with permission, or not at all: みなかみ町 4)遵守事項[4] prohibits what is improper (不正). Nothing
 * improper is seen in taking out what is for everybody, so it is not asked of what stands lowest or is public.
 */
export const takeoutControlled = defineRule({
  id: 'human/takeout-controlled',
  title: {
    ja: '情報資産の持ち出しを禁止し、又は許可制にする',
    en: 'Assets are taken out only with permission, or not at all',
  },
  rationale: {
    ja: '庁舎の外に出た書類や媒体は、置き忘れや盗難に遭いやすく、無くなっても気付きにくいものです。許可制にすれば、必要なものだけが、誰がいつ持ち出したか分かる形で外に出ます。',
    en: 'Papers and media that leave the office are easily left behind or stolen, and are not missed at once. Where permission is needed, only what is required goes out, and it is known who took it and when.',
  },
  remedy: {
    ja: '職員等については、持ち出しを禁止し、又は情報セキュリティ管理者等の許可を要することとして、takeout.controlled を true に改めてください。情報資産については、持ち出すたびに許可を得ることとして takeout.permission を true に改めるか、持ち出しを認めないこととして takeout.permitted を false に改めてください。',
    en: 'For staff, prohibit taking assets out, or require the permission of the security manager for it, and change takeout.controlled to true. For an asset, have permission obtained each time and change takeout.permission to true, or rule out that it is taken out and change takeout.permitted to false.',
  },
  appliesTo: ['staffGroups', 'assets'],
  check: checkBySection({
    staffGroups: checkFact<'staffGroups'>({
      field: 'takeout.controlled',
      action: {
        ja: '持ち出しを禁止し、又は情報セキュリティ管理者等の許可を要することとして、takeout.controlled を true に改めてください。',
        en: 'Prohibit taking assets out, or require the permission of the security manager for it, and change takeout.controlled to true.',
      },
      when: boundStaff,
      violation: {
        ja: '情報資産の持ち出しが禁止されておらず、許可制にもなっていません',
        en: 'may take assets out without permission',
      },
    }),
    assets: (asset, context) => judgeKept(asset, () => judgeAsset(asset, context)),
  }),
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    takeout:
      controlled: true
assets:
  - id: visit-records
    name: 訪問調査票
    takeout:
      permitted: true
      permission: true
`,
    fail: `
assets:
  - id: collection-list
    name: 滞納者訪問徴収一覧
    classification: { confidentiality: 2 }
    takeout:
      permitted: true
      permission: false
`,
    unknown: `
staffGroups:
  - id: dispatched
    name: 派遣労働者（給付金事務）
    employment: dispatched
`,
  },
  mutation: [
    { set: { 'staffGroups/regular-suido takeout.controlled': false } },
    { set: { 'assets/remote-backup takeout.permission': false } },
  ],
});

/** Only assets with a statement on taking out are judged: most are never taken out, and inventories do not say so. */
function judgeAsset(asset: Asset, context: RuleContext): Outcome {
  const { permitted, permission } = asset.takeout ?? {};
  if (permitted === false || isPublic(asset)) return notApplicable;
  if (permitted === undefined && permission === undefined) return notApplicable;
  const isLowest = context.isLowest(asset, 'confidentiality');
  if (isLowest === true) return notApplicable;
  if (permission === true) return pass;
  if (isLowest === undefined) return levelUnknown(asset, 'confidentiality');
  if (permitted === undefined) return unknown('takeout.permitted');
  if (permission === undefined) return unknown('takeout.permission');
  return fail('takeout.permission', {
    ja: '許可を得ずに持ち出されています',
    en: 'is taken out without permission',
  });
}

/** Whether it is known to contain only public information. */
function isPublic({ contains }: Asset): boolean {
  return (
    contains !== undefined && contains.length > 0 && contains.every((one) => one === 'public-information')
  );
}
