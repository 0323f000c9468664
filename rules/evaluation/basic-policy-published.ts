import {
  checkBySection,
  type Document,
  defineRule,
  documentInForce,
  fail,
  isInForce,
  type Localized,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  review,
  unknown,
} from '#rule';

/**
 * The basic policy is published once it is adopted, and again once it is changed: 地方自治法244条の6 第2項. How soon is not judged,
 * since 遅滞なく names no number. A text that was published before it came into force may be the very one, so that somebody must look;
 * one that was published before its last change is not.
 */
export const basicPolicyPublished = defineRule({
  id: 'evaluation/basic-policy-published',
  title: {
    ja: '情報セキュリティ基本方針を公表し、改めたときも公表する',
    en: 'The basic policy is published, and again after a change',
  },
  rationale: {
    ja: '基本方針は、住民の情報を預かる団体が、それをどう守るかを住民に示すものです。公表されているものが古ければ、示したことと行っていることが食い違います。',
    en: 'A basic policy tells residents how the body protects what it holds of them. If what is published is out of date, what is said and what is done part ways.',
  },
  remedy: {
    ja: '施行中の基本方針をウェブページ等で公表し、公表した日を published に書いてください。内容を改めたときは改めたものを公表し、その日に改めてください。',
    en: 'Publish the basic policy in force, on the web site for instance, and write the day in published. After a change publish the changed text, and write that day.',
  },
  appliesTo: ['organization', 'documents'],
  neededSections: [],
  check: checkBySection({ organization: (_organization, context) => judgeBody(context), documents: judge }),
  examples: {
    pass: `
documents:
  - id: basic-policy
    name: 関所市情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和6年4月1日
    revised: 令和8年3月25日
    published: 令和8年4月1日
`,
    fail: `
documents:
  - id: basic-policy
    name: 宿場町情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和6年4月1日
    revised: 令和8年3月25日
    published: 令和6年4月1日
`,
    unknown: `
documents:
  - id: basic-policy
    name: 宿場町情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和6年4月1日
`,
    review: `
documents:
  - id: basic-policy
    name: 宿場町情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
    published: 令和5年4月1日
`,
  },
  mutation: [
    { set: { 'documents/basic-policy published': false } },
    { set: { 'documents/basic-policy published': '令和6年4月1日' } },
    {
      set: { 'documents/basic-policy published': '令和5年4月1日' },
      unset: ['documents/basic-policy revised'],
      verdict: 'review',
    },
  ],
});

const what: Localized = { ja: '情報セキュリティ基本方針', en: 'a basic policy on information security' };

/** Where none is in force, there is none to publish, and the body is told so. */
function judgeBody(context: RuleContext): Outcome {
  const inForce = documentInForce('basic-policy', what, context);
  return inForce === pass ? notApplicable : inForce;
}

function judge(document: Document, context: RuleContext): Outcome {
  if (document.type !== 'basic-policy' || !isInForce(document, context)) return notApplicable;
  const { published } = document;
  if (published === undefined) return unknown('published');
  if (published === false) return fail('published', notPublished);
  return published === true ? pass : judgeDay(document, published, context);
}

const notPublished: Localized = {
  ja: '施行されていますが、公表されていません',
  en: 'is in force but not published',
};

function judgeDay(document: Document, published: string, { inventory }: RuleContext): Outcome {
  const { adopted, revised } = document;
  const day = inventory.dateAsWritten(document, 'published');
  if (revised !== undefined && published < revised) {
    const changed = inventory.dateAsWritten(document, 'revised');
    return fail('published', {
      ja: `改めた日「${changed}」より前の「${day}」に公表されており、改めたものが公表されていません`,
      en: `was published on “${day}”, before its last change on “${changed}”, so the changed text is not published`,
    });
  }
  if (typeof adopted !== 'string' || published >= adopted) return pass;
  const since = inventory.dateAsWritten(document, 'adopted');
  return review('published', {
    ja: `施行日「${since}」より前の「${day}」に公表されており、公表したものが施行中のものかを確かめる必要があります`,
    en: `was published on “${day}”, before it came into force on “${since}”; someone must check that this is the text in force`,
  });
}
