import type { Language } from '../../base/localized.ts';
import type { Hidden } from '../../result/result.ts';
import { hiddenWords, plural } from '../../result/words.ts';

/** How many findings there are in each state of the comparison. */
interface Standing {
  readonly fresh: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly fixed: number;
}

/** The texts about changes, in one language. */
export interface ChangeText {
  readonly fixedTitle: (count: number, since: string) => string;
  readonly openedTitle: (count: number) => string;
  readonly closedTitle: (count: number) => string;
  readonly trustedTitle: (ref: string) => string;
  readonly affectedTitle: (count: number) => string;
  readonly hiddenTitle: (count: number) => string;
  readonly rulesOf: (rules: number, facts: readonly string[]) => string;
  readonly compared: (counts: Standing, since: string) => string;
  readonly unrelated: (count: number, since: string) => string;
  readonly recordGone: string;
  readonly others: (count: number) => string;
  readonly quote: (name: string) => string;
  readonly aside: (text: string) => string;
}

const ja: ChangeText = {
  fixedTitle: (count, since) => `なくなった指摘 ${count}件 ─ ${since} と比べて`,
  openedTitle: (count) => `この変更で開く系の間の経路 ${count}件`,
  closedTitle: (count) => `この変更で閉じる系の間の経路 ${count}件`,
  trustedTitle: (ref) => `この変更が改める判定の基準 ─ 判定には ${ref} のものを用いました`,
  affectedTitle: (count) => `この変更について人が確かめること ${count}件`,
  hiddenTitle: (count) => `この変更で判定されなくなるもの・判定されないもの ${count}件`,
  rulesOf: (rules, facts) =>
    `ルール${rules}件${facts.length === 0 ? '' : `、変わった項目 ${facts.join('・')}`}`,
  compared: ({ fresh, changed, unchanged, fixed }, since) =>
    `${since} と比べて │ 新規 ${fresh}件、変化 ${changed}件、以前から ${unchanged}件、解消 ${fixed}件`,
  unrelated: (count, since) => `${since} からの変更に関わらない指摘 ${count}件は示していません`,
  recordGone: '記録が台帳にない',
  others: (count) => `ほか${count}件`,
  quote: (name) => `「${name}」`,
  aside: (text) => `（${text}）`,
};

const en: ChangeText = {
  fixedTitle: (count, since) => `${plural(count, 'finding')} fixed since ${since}`,
  openedTitle: (count) => `${plural(count, 'path')} between layers opened by this change`,
  closedTitle: (count) => `${plural(count, 'path')} between layers closed by this change`,
  trustedTitle: (ref) => `What this change does to what it is judged by; judged by that of ${ref}`,
  affectedTitle: (count) => `${plural(count, 'thing')} in this change for a person to look at`,
  hiddenTitle: (count) => `${plural(count, 'thing')} in this change not judged, or no longer`,
  rulesOf: (rules, facts) =>
    `${plural(rules, 'rule')}${facts.length === 0 ? '' : `; changed: ${facts.join(', ')}`}`,
  compared: ({ fresh, changed, unchanged, fixed }, since) =>
    `compared with ${since} │ ${fresh} new, ${changed} changed, ${unchanged} as before, ${fixed} fixed`,
  unrelated: (count, since) =>
    `${plural(count, 'finding')} that the change since ${since} has nothing to do with left out`,
  recordGone: 'the record is no longer there',
  others: (count) => `and ${count} more`,
  quote: (name) => `“${name}”`,
  aside: (text) => ` (${text})`,
};

/** The texts about changes, by language. */
export const changeTexts: Readonly<Record<Language, ChangeText>> = { ja, en };

/** Why something is not judged and, of a record, how many rules no longer apply and which facts changed. */
export function aboutHidden(one: Hidden, language: Language): string {
  const reason = hiddenWords[language][one.reason];
  if (one.kind !== 'record') return reason;
  const more = changeTexts[language].rulesOf(one.rules, one.facts);
  return language === 'ja' ? `${reason}。${more}` : `${reason}; ${more}`;
}
