import type { Language } from '../../base/localized.ts';
import type { CitedClause } from '../../result/finding.ts';
import { unbroken } from './wrap.ts';
/** @returns the title of a clause; nothing where its reference says it already: 「3)保管」 */
export function titleBeyond({ ref, title }: Pick<CitedClause, 'ref' | 'title'>, language: Language): string {
  const folded = (text: string) => text.normalize('NFKC').replaceAll(/\s/gu, '');
  return folded(ref).includes(folded(title[language])) ? '' : title[language];
}

/** A clause as it is cited: the policy, its document's own notation and the title. */
export function citation(clause: CitedClause, language: Language): string {
  return [clause.policy, clause.ref, titleBeyond(clause, language)].filter((part) => part !== '').join(' ');
}

/** The same, where lines are broken: the policy and the reference stay together. */
export function unbrokenCitation(clause: CitedClause, language: Language): string {
  const title = titleBeyond(clause, language);
  return `${unbroken(`${clause.policy} ${clause.ref}`)}${title === '' ? '' : `  ${title}`}`;
}
