import {
  boundStaff,
  type Day,
  defineRule,
  fail,
  type Issue,
  isOlderThan,
  maximumAge,
  notApplicable,
  pass,
  type SetParameter,
  tooOld,
  unknown,
  wordTooOld,
} from '#rule';

/** Staff are trained: みなかみ町 4)研修・訓練; 熊谷市 6(4), 伊勢崎市 6(5), 特別区人事・厚生事務組合 6(5). No interval is stated. */
export const trainingCurrent = defineRule({
  id: 'human/training-current',
  title: { ja: '情報セキュリティの研修・訓練を定期的に行う', en: 'Security training is given regularly' },
  rationale: {
    ja: '攻撃の手口は変わり続け、一度学んだことも時とともに薄れます。定期的な研修・訓練によって、不審なメールや取扱いの誤りに職員等自身が気付けるようになります。',
    en: 'Attacks keep changing, and what was learned once fades. With regular training, people notice suspicious mail and careless handling by themselves.',
  },
  remedy: {
    ja: '情報セキュリティの研修又は訓練を行い、最後に行った日を lastTraining に書いてください。',
    en: 'Hold a security training or exercise and write the day of the last one in lastTraining.',
  },
  appliesTo: 'staffGroups',
  recurs: true,
  parameters: maximumAge('P24M', {
    ja: '最後の研修・訓練からの期間の上限',
    en: 'how long ago the last training may be',
  }),
  check(group, context) {
    const { lastTraining } = group;
    const applies = boundStaff(group, context);
    if (applies === false) return notApplicable;
    const maxAge = context.parameter('maxAge');
    if (isStated(lastTraining) && !isOlderThan(lastTraining, maxAge, context.asOf)) return pass;
    if (applies !== true) return applies;
    if (lastTraining === undefined) return unknown('lastTraining');
    return lastTraining === false
      ? neverTrained()
      : tooLongAgo(context.inventory.dateAsWritten(group, 'lastTraining'), maxAge);
  },
  examples: {
    pass: `
staffGroups:
  - id: regular-mayor
    name: 正規職員（市長部局）
    employment: regular
    lastTraining: 令和8年6月24日
`,
    fail: `
staffGroups:
  - id: part-time
    name: 非常勤職員（統計調査員）
    employment: part-time
    lastTraining: false
`,
    unknown: `
staffGroups:
  - id: fixed-term
    name: 会計年度任用職員
    employment: fixed-term
`,
    review: `
staffGroups:
  - id: part-time
    name: 非常勤職員（統計調査員）
    employment: part-time
    lastTraining: 令和5年7月12日
`,
  },
  mutation: [
    { set: { 'staffGroups/regular-byoin lastTraining': false } },
    { set: { 'staffGroups/regular-kyoiku lastTraining': '令和6年11月19日' }, verdict: 'review' },
  ],
});

function isStated(day: Day | false | undefined): day is Day {
  return day !== undefined && day !== false;
}

function neverTrained(): Issue {
  return fail('lastTraining', {
    ja: '情報セキュリティの研修・訓練を受けていません',
    en: 'has had no security training',
  });
}

function tooLongAgo(day: string, maxAge: SetParameter): Issue {
  const age = wordTooOld(maxAge);
  const message = {
    ja: `最後の研修・訓練「${day}」${age.ja}`,
    en: `had its last security training on “${day}”, ${age.en}`,
  };
  return tooOld('lastTraining', message, maxAge);
}
