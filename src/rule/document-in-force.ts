import type { Document } from '../../generated/records.ts';
import { type Day, isToCome } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import { missingRecord, missingRecordOfKind } from './body.ts';
import { boundRecords } from './bound-records.ts';
import {
  fail,
  type Issue,
  type IssueDetails,
  type Outcome,
  pass,
  type RuleContext,
  unknown,
} from './definition.ts';
import { nameOf, stepTo } from './name.ts';

/** What a document is: the basic policy, the standards, a plan. */
export type DocumentType = NonNullable<Document['type']>;

/**
 * For `check`: the body has a document of a type, or of one of several that would do, in force on the day judged by.
 *
 * @param what the document, as a noun: 緊急時対応計画 / an incident response plan
 */
export function documentInForce(
  types: DocumentType | readonly DocumentType[],
  what: Localized,
  context: RuleContext,
): Outcome {
  const wanted = [types].flat();
  const documents = boundRecords('documents', context).filter(
    ({ type }) => type !== undefined && wanted.includes(type),
  );
  if (documents.some((document) => isInForce(document, context))) return pass;
  const document = mayBeInForce(documents);
  if (document !== undefined) return notInForce(document, context);
  const fields = {
    ja: ` type を ${wanted.join(' 又は ')}、施行日を adopted として`,
    en: ` with type: ${wanted.join(' or ')} and the day it came into force in adopted`,
  };
  const missing = missingRecord('documents', { id: wanted.join(), ...what }, context, fields);
  return missingRecordOfKind('documents', wanted, what, context, missing);
}

/** Whether a document has come into force by the day judged by. Being listed does not suffice. */
export function isInForce({ adopted }: Document, { asOf }: RuleContext): boolean {
  return typeof adopted === 'string' && !isToCome(adopted, asOf);
}

/** @returns which of several documents, none in force, to report: preferably one that is not stated to be a draft */
export function mayBeInForce(documents: readonly Document[]): Document | undefined {
  return documents.find(({ adopted }) => adopted !== false) ?? documents[0];
}

/** The issue of a document that is not adopted, has no date of adoption, or one in the future. */
export function notInForce(document: Document, { asOf, inventory }: RuleContext): Issue {
  const name = nameOf(document);
  if (document.adopted === false) {
    const message = { ja: `「${name}」をまだ定めていません`, en: `has not adopted “${name}” yet` };
    return fail('', message, { trace: [stepTo(document, 'adopted')] });
  }
  if (isToCome(document.adopted, asOf)) {
    const day = inventory.dateAsWritten(document, 'adopted');
    const message = {
      ja: `「${name}」の施行日「${day}」がまだ来ていません`,
      en: `has “${name}”, but it does not come into force until “${day}”`,
    };
    return unknown('', message, dayOfForce(document, asOf));
  }
  const message = {
    ja: `「${name}」の施行日が台帳に書かれていません`,
    en: `does not state when “${name}” came into force`,
  };
  return unknown('', message, dayOfForce(document, asOf));
}

/** The details of an issue that waits for the day on which a document came into force. */
export function dayOfForce(
  document: Document,
  asOf: Day,
): Required<Pick<IssueDetails, 'missing' | 'remedy' | 'trace'>> {
  const { id, adopted } = document;
  const remedy = isToCome(adopted, asOf)
    ? {
        ja: `施行日に誤りがあれば、documents の「${id}」の adopted を改めてください。その日まで別の文書が施行されていれば、それも documents に書いてください。`,
        en: `If the day is wrong, correct adopted of “${id}” under documents. If another document is in force until then, list that, too.`,
      }
    : {
        ja: `documents の「${id}」に、施行日を adopted として書いてください（まだ定めていなければ false）。`,
        en: `Write the day “${id}” came into force in adopted under documents, or false if it is not adopted yet.`,
      };
  return { remedy, trace: [stepTo(document, 'adopted')], missing: { record: document, path: 'adopted' } };
}
