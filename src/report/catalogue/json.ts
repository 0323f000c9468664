import { defined } from '../../base/defined.ts';
import { jsonText } from '../../base/json.ts';
import type { Language } from '../../base/localized.ts';
import type { Citation, ServedClause } from '../../policy/policy.ts';

/** The clause behind a citation, as JSON reports it. */
export function citationJson(
  { clause, basis, severity }: Citation,
  language: Language,
): Readonly<Record<string, unknown>> {
  return {
    ref: clause.ref,
    title: clause.title[language],
    modality: clause.modality,
    basis,
    ...defined({ severity, serves: clause.serves?.map(servedJson), inForce: clause.inForce }),
  };
}

/** A clause of another document, as policies write it. */
export function servedJson({ policy, ref }: ServedClause): string {
  return `${policy} ${ref}`;
}

export function toJson(content: object): string {
  return `${jsonText({ schemaVersion: 1, ...content }, 2)}\n`;
}
