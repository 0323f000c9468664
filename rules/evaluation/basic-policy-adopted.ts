import {
  boundRecords,
  type Document,
  defineRule,
  type Issue,
  isInForce,
  type Localized,
  missingRecordOfKind,
  nameOf,
  notYetInForce,
  pass,
  stepTo,
  unknown,
} from '#rule';

/** The basic policy is in force on the day judged by: 特別区人事・厚生事務組合 附則; 熊谷市 1, 伊勢崎市 1 (our reading). */
export const basicPolicyAdopted = defineRule({
  id: 'evaluation/basic-policy-adopted',
  title: {
    ja: '情報セキュリティ基本方針を定め、施行する',
    en: 'A basic policy on information security is adopted and in force',
  },
  rationale: {
    ja: '基本方針は、対策基準や実施手順など、すべての対策のよりどころです。定められていなければ、誰にも対策を求めることができず、施行日が分からなければ、いつから守るべきかを示せません。',
    en: 'The basic policy is what the standards, the procedures and every measure rest on. Without one nothing can be asked of anybody, and without its date nobody can say since when it binds.',
  },
  remedy: {
    ja: '情報セキュリティ基本方針を定め、documents に type を basic-policy として載せ、施行日を adopted に書いてください。',
    en: 'Adopt a basic policy, list it under documents with type: basic-policy, and write the day it comes into force in adopted.',
  },
  appliesTo: 'organization',
  check(_organization, context) {
    const documents = boundRecords('documents', context).filter(({ type }) => type === 'basic-policy');
    if (documents.some((document) => document.adopted !== undefined && isInForce(document, context)))
      return pass;
    const undated = documents.find(({ adopted }) => adopted === undefined);
    if (undated !== undefined) return dayNotStated(undated);
    const [document] = documents;
    return document === undefined
      ? missingRecordOfKind('documents', ['basic-policy'], what, context)
      : notYetInForce(document);
  },
  examples: {
    pass: `
organization:
  name: 関所市
documents:
  - id: basic-policy
    name: 関所市情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和8年4月1日
`,
    fail: `
organization:
  name: 宿場町
documents:
  - id: basic-policy
    name: 宿場町情報セキュリティ基本方針
    type: basic-policy
    adopted: 令和9年4月1日
`,
    unknown: `
organization:
  name: 関所市
documents:
  - id: basic-policy
    name: 関所市情報セキュリティ基本方針
    type: basic-policy
`,
  },
});

const what: Localized = { ja: '情報セキュリティ基本方針', en: 'a basic policy on information security' };

function dayNotStated(document: Document): Issue {
  const name = nameOf(document);
  const message = {
    ja: `「${name}」の施行日が台帳に書かれていません`,
    en: `does not state when “${name}” came into force`,
  };
  const remedy = {
    ja: `documents の「${document.id}」に、施行日を adopted として書いてください（まだ定めていなければ false）。`,
    en: `Write the day “${document.id}” came into force in adopted under documents, or false if it is not adopted yet.`,
  };
  const trace = [stepTo(document, 'adopted')];
  return unknown('', message, { remedy, trace, missing: { record: document, path: 'adopted' } });
}
