import {
  type Asset,
  boundStaff,
  checkBySection,
  checkFact,
  defineRule,
  fail,
  isDisposedOf,
  notApplicable,
  type Outcome,
  pass,
  unknown,
} from '#rule';

/** Assets are taken out only with permission: みなかみ町 4)遵守事項[4]. */
export const takeoutControlled = defineRule({
  id: 'human/takeout-controlled',
  title: {
    ja: '情報資産の持ち出しを許可制にする',
    en: 'Assets are taken out only with permission',
  },
  rationale: {
    ja: '庁舎の外に出た書類や媒体は、置き忘れや盗難に遭いやすく、無くなっても気付きにくいものです。許可制にすれば、必要なものだけが、誰がいつ持ち出したか分かる形で外に出ます。',
    en: 'Papers and media that leave the office are easily left behind or stolen, and are not missed at once. Where permission is needed, only what is required goes out, and it is known who took it and when.',
  },
  remedy: {
    ja: '職員等については、持ち出しに情報セキュリティ管理者等の許可を要することとし、takeout.controlled を true に改めてください。情報資産については、持ち出すたびに許可を得ることとして takeout.permission を true に改めるか、持ち出しを認めないこととして takeout.permitted を false に改めてください。',
    en: 'For staff, require the permission of the security manager for taking assets out and change takeout.controlled to true. For an asset, have permission obtained each time and change takeout.permission to true, or rule out that it is taken out and change takeout.permitted to false.',
  },
  appliesTo: ['staffGroups', 'assets'],
  check: checkBySection({
    staffGroups: checkFact<'staffGroups'>({
      field: 'takeout.controlled',
      action: {
        ja: '持ち出しに情報セキュリティ管理者等の許可を要することとし、takeout.controlled を true に改めてください。',
        en: 'Require the permission of the security manager for taking assets out and change takeout.controlled to true.',
      },
      when: boundStaff,
      violation: {
        ja: '情報資産の持ち出しが許可制になっていません',
        en: 'may take assets out without permission',
      },
    }),
    assets: judgeAsset,
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
});

/** Only an asset that speaks of being taken out is asked: most never are, and registers are silent on it. */
function judgeAsset(asset: Asset): Outcome {
  const { permitted, permission } = asset.takeout ?? {};
  if (isDisposedOf(asset) || permitted === false) return notApplicable;
  if (permission === true) return pass;
  if (permitted === undefined) return permission === undefined ? notApplicable : unknown('takeout.permitted');
  if (permission === undefined) return unknown('takeout.permission');
  return fail('takeout.permission', {
    ja: '許可を得ずに持ち出されています',
    en: 'is taken out without permission',
  });
}
