import { foldText } from '../../base/fold-text.ts';
import type { Language } from '../../base/localized.ts';
import type { CitedClause } from '../../result/finding.ts';
import { fromDay } from '../../result/words.ts';
import { said } from './said.ts';
import type { Content } from './template.ts';
import { unbroken } from './wrap.ts';

/** @returns the title of a clause; empty where its reference already contains it: 「3)保管」 */
export function titleBeyond({ ref, title }: Pick<CitedClause, 'ref' | 'title'>, language: Language): string {
  return foldText(ref).includes(foldText(title[language])) ? '' : title[language];
}

/** The same for a page. */
export function saidTitle(clause: Pick<CitedClause, 'ref' | 'title'>, language: Language): Content {
  return titleBeyond(clause, language) === '' ? '' : said(clause.title, language);
}

/** A citation of a clause: the policy, the reference in the notation of its document, and the title. */
export function citation(clause: CitedClause, language: Language): string {
  const parts = [clause.policy, clause.ref, titleBeyond(clause, language), toCome(clause, language)];
  return parts.filter((part) => part !== '').join(' ');
}

/** @returns from which day on a clause is in force, where that is yet to come; else nothing */
export function toCome({ announced }: CitedClause, language: Language): string {
  return announced === undefined ? '' : `(${fromDay[language](announced)})`;
}

/** A citation for wrapped lines: no line breaks between policy and reference. */
export function unbrokenCitation(clause: CitedClause, language: Language): string {
  const title = titleBeyond(clause, language);
  const day = toCome(clause, language);
  const reference = `${unbroken(`${clause.policy} ${clause.ref}`)}${title === '' ? '' : `  ${title}`}`;
  return day === '' ? reference : `${reference} ${unbroken(day)}`;
}
