import {
  defineRule,
  documentInForce,
  keyed,
  notApplicable,
  setWord,
  wordDocument,
  wordParameterOf,
} from '#rule';

/** A document of the type that a clause names is in force: for documents that no rule asks for by name. */
export const present = defineRule({
  id: 'documents/present',
  title: {
    ja: '条項の定める規程や計画を定め、施行する',
    en: 'The document that the clause names is adopted and in force',
  },
  rationale: {
    ja: '規程や計画は、定められて初めて守るべきものになります。なければ、何をすればよいかが人によって変わり、誰にも求めることができません。',
    en: 'A rule or a plan binds only once it is adopted. Without one, what is done differs from person to person, and nothing can be asked of anybody.',
  },
  remedy: {
    ja: '指摘された種類の文書を定め、documents に type とともに載せ、施行日を adopted に書いてください。',
    en: 'Adopt a document of the kind that is pointed out, list it under documents with its type, and write the day it comes into force in adopted.',
  },
  appliesTo: 'organization',
  parameters: {
    type: wordParameterOf('documents', {
      ja: '定めるべき文書の種類（documents の type）',
      en: 'the kind of document that must be in force (type in documents)',
    }),
  },
  check(_organization, context) {
    const type = setWord('type', 'documents', context);
    if (type === undefined) return notApplicable;
    return keyed(documentInForce(type.id, wordDocument(type), context), type.id);
  },
  examples: {
    policy: { parameters: { type: 'exception-procedure' } },
    pass: `
organization:
  name: 関所市
documents:
  - id: exception-procedure
    name: 関所市例外措置申請手続
    type: exception-procedure
    adopted: 令和8年4月1日
`,
    fail: `
organization:
  name: 宿場町
documents:
  - id: exception-procedure
    name: 宿場町例外措置申請手続
    type: exception-procedure
    adopted: false
`,
    unknown: `
organization:
  name: 関所市
documents:
  - id: basic-policy
    name: 関所市情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
`,
  },
  mutation: { set: { 'documents/disciplinary-procedure adopted': false }, at: 'organization' },
});
