import type { Document } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { type AnyRule, defineRule, type Examples, type RuleDefinition } from './definition.ts';
import { type DocumentType, documentInForce } from './document-in-force.ts';

/** A rule that only asks whether the body has a document of some type in force. */
export interface DocumentRule
  extends Omit<RuleDefinition<'organization'>, 'appliesTo' | 'examples' | 'check'> {
  /** the type, or several of which any suffices; the examples use the first */
  readonly type: DocumentType | readonly [DocumentType, ...DocumentType[]];
  /** the document, as a noun: 緊急時対応計画 / an incident response plan */
  readonly what: Localized;
  /** what the document of the examples is called: one that is in force, and one that is not adopted yet */
  readonly names: { readonly inForce: string; readonly draft: string };
}

/** Defines a rule on a document that the body needs; the examples differ only in the document. */
export function defineDocumentRule({ type, what, names, ...rule }: DocumentRule): AnyRule {
  const [shown] = [type].flat() as [DocumentType];
  return defineRule({
    ...rule,
    appliesTo: 'organization',
    check: (_organization, context) => documentInForce(type, what, context),
    examples: examplesOf(shown, names),
  });
}

function examplesOf(type: DocumentType, { inForce, draft }: DocumentRule['names']): Examples {
  const another = { type: 'basic-policy', name: '関所市情報セキュリティ基本方針' } as const;
  return {
    pass: bodyWith('関所市', { type, name: inForce, adopted: since }),
    fail: bodyWith('宿場町', { type, name: draft, adopted: false }),
    // A body that lists another document, or, where the needed one is that document, lists it without its date.
    unknown: bodyWith('関所市', type === another.type ? another : { ...another, adopted: since }),
  };
}

const since = '令和8年4月1日';

function bodyWith(body: string, { type, name, adopted }: Omit<Document, 'id'>): string {
  return `
organization:
  name: ${body}
documents:
  - id: ${type}
    name: ${name}
    type: ${type}
${adopted === undefined ? '' : `    adopted: ${adopted}\n`}`;
}
