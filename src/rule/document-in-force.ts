import type { Document } from '../inventory/records.ts';
import type { Localized } from '../localized.ts';
import { missingRecordOfKind } from './body.ts';
import { boundRecords } from './bound-records.ts';
import { fail, type Issue, type Outcome, pass, type RuleContext } from './definition.ts';
import { nameOf, stepTo } from './name.ts';

/**
 * For `check`: the body has a document of a type, in force on the day judged by.
 *
 * @param what the document, as a noun: 緊急時対応計画 / an incident response plan
 */
export function documentInForce(
  type: NonNullable<Document['type']>,
  what: Localized,
  context: RuleContext,
): Outcome {
  const documents = boundRecords('documents', context).filter((document) => document.type === type);
  if (documents.some((document) => isInForce(document, context))) return pass;
  const [document] = documents;
  return document === undefined
    ? missingRecordOfKind('documents', [type], what, context)
    : notYetInForce(document);
}

/** What is listed counts, unless it is said not to be adopted or its day has not come. */
export function isInForce({ adopted }: Document, { asOf }: RuleContext): boolean {
  return adopted === undefined || (adopted !== false && adopted <= asOf);
}

/** A document of the body is said not to be adopted, or its day has not come. */
export function notYetInForce(document: Document): Issue {
  const name = nameOf(document);
  const trace = [stepTo(document, 'adopted')];
  if (document.adopted === false) {
    const message = { ja: `「${name}」をまだ定めていません`, en: `has not adopted “${name}” yet` };
    return fail('', message, { trace });
  }
  const message = {
    ja: `「${name}」の施行日「${document.adopted}」がまだ来ていません`,
    en: `has “${name}”, but it does not come into force until “${document.adopted}”`,
  };
  return fail('', message, { trace });
}
