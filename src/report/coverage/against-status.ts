import type { Language, Localized } from '../../base/localized.ts';
import type {
  AgainstClause,
  AgainstCoverage,
  BeyondPolicy,
  ServingClause,
  ShownAgainst,
} from '../../result/against.ts';
import { againstStatuses, byWork, type Result, works } from '../../result/result.ts';
import { neededBy } from '../../result/words.ts';
import type { AgainstContent } from '../format.ts';
import { firstSentence } from '../paper/excerpt.ts';
import { againstTexts } from './against-words.ts';

/** The status of a clause, or of one that serves it, as people see it. */
export function shownAgainst({
  status,
  violated,
}: Pick<AgainstClause | ServingClause, 'status' | 'violated'>): ShownAgainst {
  return status === 'not-met' && !violated ? 'to-improve' : status;
}

/** The status of a clause in words; of what is not confirmed of law before its first day, by when it is needed. */
export function wordAgainst(clause: AgainstClause, language: Language): string {
  const { announced, status } = clause;
  if (status === 'unconfirmed' && announced !== undefined) return neededBy[language](announced);
  return againstTexts[language].status[shownAgainst(clause)];
}

/** The same for a column that has no room for a day. */
export function shortAgainst(
  clause: Pick<AgainstClause, 'announced' | 'status' | 'violated'>,
  language: Language,
): string {
  const { announced, status } = clause;
  const { needed, status: words } = againstTexts[language];
  return status === 'unconfirmed' && announced !== undefined ? needed : words[shownAgainst(clause)];
}

/** The number of clauses per status, with what a list calls it; statuses without clauses are left out. */
export function totalsAgainst(
  { clauses }: AgainstCoverage,
  language: Language,
): { readonly status: ShownAgainst; readonly word: string; readonly count: number }[] {
  return againstStatuses
    .flatMap((status): ShownAgainst[] => (status === 'not-met' ? [status, 'to-improve'] : [status]))
    .flatMap((status) => {
      const having = clauses.filter((clause) => shownAgainst(clause) === status);
      const [first] = having;
      return first === undefined ? [] : { status, word: shortAgainst(first, language), count: having.length };
    });
}

/** A clause that serves another: by its reference and, where several policies are judged by, by its policy before it. */
export function servingReference(
  { policy, ref }: ServingClause,
  { by }: Pick<AgainstCoverage, 'by'>,
): string {
  return by.length > 1 ? `${policy} ${ref}` : ref;
}

/** What may be written in a clause that serves; `undefined` where some clause is served. */
export function exampleToWrite({ against, clauses }: AgainstCoverage): string | undefined {
  if (clauses.some(({ servedBy }) => servedBy.length > 0)) return undefined;
  const [first] = clauses.filter(({ uncovered }) => uncovered);
  return first && `${against.id} ${first.ref}`;
}

/** What is said of a clause that no other serves. Where no clause is served at all, that is said once. */
export function unserved(
  clause: AgainstClause,
  coverage: AgainstCoverage,
  language: Language,
): string | undefined {
  if (!clause.uncovered || exampleToWrite(coverage) !== undefined) return undefined;
  return againstTexts[language].uncovered;
}

/** The policies that are held against the other. */
export function policiesHeld({ by }: AgainstCoverage, { policies }: Pick<Result, 'policies'>): Localized[] {
  return policies.filter(({ id }) => by.includes(id)).map(({ title }) => title);
}

/**
 * What is said once of law: what the statuses mean, what they leave out, and what it says of itself. Of law that was judged by, the
 * notices of the run say the last already.
 */
export function aboutLaw(
  { against, judged, exempt, note }: AgainstCoverage,
  language: Language,
): (Localized | string)[] {
  if (against.kind !== 'law') return [];
  const texts = againstTexts[language];
  return [
    texts.aboutLaw,
    ...(judged ? [] : [texts.notJudged(against.id)]),
    ...(exempt && !judged ? [texts.exempt] : []),
    ...(note === undefined ? [] : [note]),
  ];
}

/** What something is called that law binds and no policy does. */
export function nameBeyond({ name, kind }: BeyondPolicy, language: Language): Localized | string {
  if (name !== undefined) return name;
  return againstTexts[language].beyondOther[kind === 'other' ? kind : 'network'];
}

/** Whether the inventory lists it, so that it has a number of records. */
export function isListed({ kind }: BeyondPolicy): boolean {
  return kind !== 'organ' && kind !== 'network';
}

/** Clauses that have the same work left, under its name. */
export interface WorkGroup {
  readonly work: (typeof works)[number];
  readonly title: string;
  readonly clauses: readonly AgainstClause[];
}

/** The clauses by the work that is left. */
export function workGroups({ clauses, against }: AgainstCoverage, language: Language): WorkGroup[] {
  const { work: wordWork, group } = againstTexts[language];
  const isLaw = against.kind === 'law';
  let isTold = false;
  return works.flatMap((work) => {
    const own = clauses.filter((clause) => clause.work === work);
    if (own.length === 0) return [];
    const isToCome = own.some(({ announced }) => announced !== undefined);
    const title = group(wordWork(work, { isLaw, isToCome, isTold }), own.length);
    // What has other work first may have no clause that answers it, either.
    isTold ||= own.some(({ uncovered }) => uncovered);
    return { work, title, clauses: own };
  });
}

/**
 * The clauses as they were asked for. An auditor ticks them off against the text of the document, so that its order is the usual
 * one; a section that has to act asks for the work first, and is told what to do next.
 */
export function inOrder({ coverage, order }: AgainstContent): readonly AgainstClause[] {
  return order === 'work' ? byWork(coverage.clauses) : coverage.clauses;
}

/** How many rules of a clause are named with what to do. */
const fewSteps = 3;

/** What is to be done that stands with an earlier clause already, by the rule and its words: the reference of that clause. */
export type ToldSteps = Map<string, string>;

/**
 * What to do next for a clause, in a few words each.
 *
 * @param told what was said so far; what was said already is not said again, since one fact that is missing may hold up many clauses
 */
export function stepsOf({ ref, next }: AgainstClause, language: Language, told: ToldSteps) {
  const { asAt, findings, more } = againstTexts[language];
  const shown = next.slice(0, fewSteps).map((step) => {
    const text = firstSentence(step.remedy[language]);
    const key = `${step.ruleId}\n${text}`;
    const earlier = told.get(key);
    if (earlier === undefined) told.set(key, ref);
    return { ...step, text: earlier === undefined ? text : asAt(earlier), count: findings(step.findings) };
  });
  const left = next.length - shown.length;
  return { steps: shown, more: left > 0 ? more(left) : undefined };
}
