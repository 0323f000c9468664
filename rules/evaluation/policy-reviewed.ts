import {
  type Audit,
  boundRecords,
  datedAlike,
  defineRule,
  factOf,
  fail,
  type IssueDetails,
  type Localized,
  latestOf,
  nameOf,
  notApplicable,
  type Outcome,
  oncePerContext,
  pass,
  type Review,
  type RuleContext,
  unknown,
} from '#rule';

/** The policy is reviewed where an audit shows the need: 熊谷市 8, 伊勢崎市 8, 特別区人事・厚生事務組合 8. */
export const policyReviewed = defineRule({
  id: 'evaluation/policy-reviewed',
  title: {
    ja: '監査や自己点検で必要とされたときは、ポリシーを見直す',
    en: 'The policy is reviewed when an audit or a self-inspection shows the need',
  },
  rationale: {
    ja: '監査や自己点検は、規定そのものが実情に合わなくなっていることも明らかにします。見直さなければ、守れない規定や足りない規定がそのまま残り、ポリシー全体が守られなくなります。',
    en: 'Audits and self-inspections also show where the rules themselves no longer fit. Unless these are reviewed, rules that cannot be kept or do not suffice remain, and the policy as a whole loses its hold.',
  },
  remedy: {
    ja: '監査や自己点検の結果を踏まえてポリシーを見直し、その見直しを date とともに reviews に載せてください。見直しの要否は、監査等の policyReviewNeeded に書いてください。',
    en: 'Review the policy in the light of the result and list that review, with its date, under reviews. Whether a review is needed goes into policyReviewNeeded of the audit or self-inspection.',
  },
  appliesTo: 'audits',
  check(audit, context) {
    if (audit.policyReviewNeeded === true) return judgeReview(audit, context);
    if (audit.policyReviewNeeded === false) return pass;
    return audit.type === 'compliance-check'
      ? notApplicable
      : unknown('policyReviewNeeded', undefined, { wanted: false });
  },
  examples: {
    pass: `
audits:
  - id: audit-r7
    name: 令和7年度情報セキュリティ内部監査
    type: internal
    date: 令和7年11月12日
    policyReviewNeeded: true
reviews:
  - id: review-r7
    name: 令和7年度ポリシー見直し
    date: 令和8年3月25日
`,
    fail: `
audits:
  - id: audit-r7
    name: 令和7年度情報セキュリティ内部監査
    type: internal
    date: 令和7年11月12日
    policyReviewNeeded: true
reviews:
  - id: review-r5
    name: 令和5年度ポリシー見直し
    date: 令和6年3月29日
`,
    unknown: `
audits:
  - id: inspection-r8
    name: 令和8年度情報セキュリティ自己点検
    type: self-inspection
    date: 令和8年9月18日
`,
  },
  mutation: [
    { set: { 'audits/外部監査-R8 policyReviewNeeded': true } },
    { set: { 'reviews/review-r7 date': '2025-03-25' }, at: 'audits/内部監査-R7 policyReviewNeeded' },
  ],
});

const path = 'policyReviewNeeded';

/** Any review on the day of the audit or later fulfils what the audit asked for. */
function judgeReview(audit: Audit, context: RuleContext): Outcome {
  const { inventory } = context;
  const { mayBeLatest, undated, listed } = reviewsOf(context);
  const latest = latestOf(mayBeLatest);
  if (audit.date !== undefined && latest !== undefined && latest.date >= audit.date) return pass;
  if (!listed || !inventory.readable) return unknown(path, notListed, notListedDetails);
  if (latest === undefined && undated === undefined) return fail(path, notReviewed);
  if (audit.date === undefined) return unknown('date');
  return undated === undefined ? fail(path, notReviewed) : dateUnknown(undated);
}

const notReviewed: Localized = {
  ja: 'ポリシーの見直しを求めていますが、その後の見直しが行われていません',
  en: 'showed that the policy needs review, but no review has followed',
};

const notListed: Localized = {
  ja: 'ポリシーの見直しを求めていますが、その後の見直しが台帳に見当たりません',
  en: 'showed that the policy needs review, and the inventory lists no review that followed',
};

const notListedDetails: IssueDetails = {
  missing: {
    section: 'reviews',
    what: { id: 'of-the-policy', ja: 'ポリシーの見直し', en: 'the review of the policy' },
  },
  remedy: {
    ja: '見直しを行っていれば、date とともに reviews に載せ、1件も行っていなければ reviews: [] と書いてください。読めないファイルがあるときは、先にそれを直してください。',
    en: 'List the review with its date under reviews, or write reviews: [] if there was none. If a file cannot be read, mend that first.',
  },
};

function dateUnknown(review: Review): Outcome {
  const name = nameOf(review);
  const message: Localized = {
    ja: `ポリシーの見直しを求めていますが、「${name}」の日付が台帳に書かれていないため、その後の見直しか判定できません`,
    en: `showed that the policy needs review, and whether “${name}” followed cannot be told without its date`,
  };
  return unknown(path, message, factOf('reviews', review, 'date'));
}

/**
 * The reviews that decide for every audit: those that may be the latest, and one of unknown date. Reviews by agencies out of scope
 * concern other policies, and do not show that the body's own reviews are listed.
 */
const reviewsOf = oncePerContext((context) => {
  const { inventory } = context;
  const reviews = boundRecords('reviews', context);
  const none = inventory.states('reviews') && inventory.records('reviews').length === 0;
  return { ...datedAlike(reviews), listed: reviews.length > 0 || none || inventory.isWhole('reviews') };
});
