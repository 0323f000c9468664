import {
  boundRecords,
  checkBySection,
  type Document,
  defineRule,
  fail,
  isOlderThan,
  keyed,
  type Localized,
  maximumAge,
  missingRecordOfKind,
  notApplicable,
  notInForce,
  type Outcome,
  pass,
  type RuleContext,
  setWord,
  tooOld,
  unknown,
  wordDocument,
  wordParameterOf,
  wordTooOld,
} from '#rule';

/**
 * Documents of the type that a clause names are reviewed regularly. One that came into force within the interval is not due
 * yet, and a draft never is; a change of the text is a review of it.
 */
export const reviewed = defineRule({
  id: 'documents/reviewed',
  title: {
    ja: '条項の定める規程や計画を、期間内に見直す',
    en: 'Documents of the kind that the clause names are reviewed in time',
  },
  rationale: {
    ja: '業務も、使う情報システムも、毎年のように変わります。見直されない規程や計画は実情に合わなくなり、いざというときに役に立ちません。',
    en: 'Work and systems change from year to year. A document that is not reviewed no longer fits, and is of no use when it is needed.',
  },
  remedy: {
    ja: '指摘された文書を見直し、見直した日を reviewed に書いてください。',
    en: 'Review the document that is pointed out, and write the day of the review in reviewed.',
  },
  appliesTo: ['organization', 'documents'],
  recurs: true,
  parameters: {
    type: wordParameterOf('documents', {
      ja: '見直すべき文書の種類（documents の type）',
      en: 'the kind of document that must be reviewed (type in documents)',
    }),
    ...maximumAge('P12M', {
      ja: '最後の見直し（まだなければ施行）からの期間の上限',
      en: 'how long ago the last review may be or, before the first, the day it came into force',
    }),
  },
  check: checkBySection({ organization: (_organization, context) => judgeBody(context), documents: judge }),
  examples: {
    policy: { parameters: { type: 'exception-procedure', maxAge: 'P12M' } },
    pass: `
documents:
  - id: exception-procedure
    name: 関所市例外措置申請手続
    type: exception-procedure
    adopted: 令和6年4月1日
    reviewed: 令和8年3月25日
`,
    fail: `
documents:
  - id: exception-procedure
    name: 宿場町例外措置申請手続
    type: exception-procedure
    adopted: 令和4年4月1日
    reviewed: 令和6年3月29日
`,
    unknown: `
documents:
  - id: exception-procedure
    name: 関所市例外措置申請手続
    type: exception-procedure
    adopted: 令和6年4月1日
`,
  },
  mutation: { set: { 'documents/exception-procedure reviewed': '2025-03-25' } },
});

/** Where no document of the type is in force or planned, there is none to review. */
function judgeBody(context: RuleContext): Outcome {
  const type = setWord('type', 'documents', context);
  if (type === undefined) return notApplicable;
  const documents = boundRecords('documents', context).filter((document) => document.type === type.id);
  if (documents.some(({ adopted }) => adopted !== false)) return notApplicable;
  const [draft] = documents;
  const issue =
    draft === undefined
      ? missingRecordOfKind('documents', [type.id], wordDocument(type), context)
      : notInForce(draft, context);
  return keyed(issue, type.id);
}

function judge(document: Document, context: RuleContext): Outcome {
  const type = setWord('type', 'documents', context);
  // One of no stated type is asked for it where no other is of the type.
  if (type === undefined || document.type !== type.id || document.adopted === false) return notApplicable;
  const { adopted, reviewed, revised } = document;
  // Whoever changed a text has reviewed it.
  const isRevisedLast = revised !== undefined && (typeof reviewed !== 'string' || revised > reviewed);
  const last = isRevisedLast ? revised : reviewed;
  const { asOf, inventory } = context;
  const maxAge = context.parameter('maxAge');
  const isLimited = maxAge.value !== null;
  if (typeof last === 'string' && !isOlderThan(last, maxAge, asOf)) return pass;
  if (isLimited && typeof adopted === 'string' && !isOlderThan(adopted, maxAge, asOf)) return pass;
  if (last === undefined) return unknown('reviewed');
  if (last !== false) {
    const day = inventory.dateAsWritten(document, isRevisedLast ? 'revised' : 'reviewed');
    const age = wordTooOld(maxAge);
    const message = { ja: `最後の見直し（${day}）${age.ja}`, en: `was last reviewed on ${day}, ${age.en}` };
    return tooOld('reviewed', message, maxAge);
  }
  if (!isLimited) return fail('reviewed', neverReviewed);
  return adopted === undefined ? unknown('adopted') : tooOld('reviewed', neverReviewed, maxAge);
}

const neverReviewed: Localized = { ja: '見直されていません', en: 'has not been reviewed' };
