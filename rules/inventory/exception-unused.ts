import {
  defineRule,
  type Exception,
  type Issue,
  type Localized,
  nameOf,
  notApplicable,
  pass,
  review,
  wellMadeException,
} from '#rule';

/** An exception that covers nothing is left over, or misses what it is meant for. */
export const exceptionUnused = defineRule({
  id: 'inventory/exception-unused',
  title: { ja: '例外措置は、実際の逸脱を対象にしている', en: 'Exceptions cover deviations that still exist' },
  rationale: {
    ja: '対象の指摘がない例外措置は、解消済みの逸脱の消し忘れか、対象の書き誤りです。残しておくと、後に起きる違反を覆い隠すおそれがあります。',
    en: 'An exception without a finding is left over from something mended, or names the wrong record. Kept, it may hide a breach to come.',
  },
  remedy: {
    ja: '解消していれば例外措置を消し、そうでなければ rules と records を確かめてください。',
    en: 'Remove it if the deviation has ended; else check its rules and records.',
  },
  appliesTo: 'exceptions',
  integrity: true,
  check: (exception, { exceptions }) => {
    const { inForce, ran, judged, used, lapsed, coveredBy } = exceptions.state(exception);
    if (!inForce || !ran) return notApplicable;
    // That it no longer fits is said with the finding that it does not cover.
    if (used > 0 || lapsed) return pass;
    if (coveredBy !== undefined) return coveredAlready(coveredBy);
    return review('records', judged ? coversNothing : ofNoEffect);
  },
  examples: {
    policy: { rules: ['classification/manager-assigned'] },
    pass: `
assets:
  - { id: old-drawings, name: 旧庁舎設計図, manager: false }
exceptions:
  - id: old-drawings-manager
    rules: [classification/manager-assigned]
    records: [old-drawings]
    reason: 令和8年度末に公文書館へ移管するまで、所管課が決まらないため
    applicant: 総務課長
    approver: 最高情報セキュリティ責任者
    approved: 2026-04-01
`,
    review: `
assets:
  - { id: old-drawings, name: 旧庁舎設計図, manager: 総務課長 }
exceptions:
  - id: old-drawings-manager
    rules: [classification/manager-assigned]
    records: [old-drawings]
    reason: 令和8年度末に公文書館へ移管するまで、所管課が決まらないため
    applicant: 総務課長
    approver: 最高情報セキュリティ責任者
    approved: 2026-04-01
`,
  },
  mutation: { add: { exceptions: wellMadeException }, verdict: 'review', at: 'exceptions/例外-1 records' },
});

const coversNothing: Localized = { ja: '対象とする指摘が1件もありません', en: 'covers no finding at all' };

const ofNoEffect: Localized = {
  ja: '効力がありません。挙げたルールは、挙げた記録について何も求めていません',
  en: 'is of no effect: the rules it names ask nothing of the records it names',
};

/** One of two exceptions for the same is redundant; the body decides which one to keep. */
function coveredAlready(other: Exception): Issue {
  const name = nameOf(other);
  const message = {
    ja: `対象とする指摘を、別の例外措置「${name}」がすでに対象にしています`,
    en: `is for findings that another exception, “${name}”, covers already`,
  };
  const remedy = {
    ja: `二重に載せているのであれば、この例外措置か「${name}」のどちらかを消してください。`,
    en: `If the two are for the same, remove this one or “${name}”.`,
  };
  return review('records', message, { remedy });
}
