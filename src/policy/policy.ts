import type { WordList } from '../../generated/vocabulary.ts';
import type { Day } from '../base/date.ts';
import type { FileDigest } from '../base/digest.ts';
import { foldText } from '../base/fold-text.ts';
import type { Localized } from '../base/localized.ts';
import type { OwnFields, OwnRule, WrittenPredicate } from './own/rule.ts';

export type { WrittenPredicate };

/** How strongly a clause binds. */
export type Modality =
  | 'must'
  | 'should'
  | 'principle'
  | 'may'
  | 'definition'
  | 'scope'
  | 'purpose'
  | 'threat';

/** The severities of findings, heaviest first. */
export const severities = ['error', 'warning', 'info'] as const;

export type Severity = (typeof severities)[number];

/** How a clause supports a rule: the text says it, or it is our reading of a general aim. */
export type Basis = 'stated' | 'interpreted';

/** One provision of a document, cited in the document's own notation. */
export interface Clause {
  readonly ref: string;
  readonly title: Localized;
  readonly summary: Localized;
  readonly modality: Modality;
  readonly rules: readonly RuleCitation[];
  readonly attestation: boolean;
  /** which part of the model reflects it */
  readonly informs?: Localized;
  /** what it answers in other documents */
  readonly serves?: readonly ServedClause[];
  /** the days on which it holds; it always does where it states none */
  readonly inForce?: InForce;
  /** whether it leaves out what exists, and the outsourcing that runs, on its first day (経過措置) */
  readonly newOnly?: boolean;
}

/** Whether nothing answers a clause yet, as may be in a draft. */
export function isUnanswered({ rules, attestation, informs }: Clause): boolean {
  return rules.length === 0 && !attestation && informs === undefined;
}

/** A clause of another document that a clause answers, in the notation of that document. */
export interface ServedClause {
  /** the id of its policy */
  readonly policy: string;
  readonly ref: string;
}

/** From which day on, and to which last day, a clause holds; at least one of the two. */
export interface InForce {
  readonly from?: Day;
  readonly until?: Day;
}

/** A rule as a clause names it. */
export interface RuleCitation {
  readonly id: string;
  readonly basis: Basis;
  readonly severity?: Severity;
  /** the part of the rule's subject that this clause is about, such as a role, where several clauses share the rule */
  readonly about?: readonly string[];
  /** the level from which on this clause asks for it, by axis, as it is written: it asks nothing of records below */
  readonly atLeast?: Floor;
  /** the values of parameters that this clause states */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** of which records it asks for it */
  readonly where?: WrittenPredicate;
  /** from which level on and with which numbers, in words: 機密性Ⅲ以上, maxAge 12か月 */
  readonly terms?: readonly Localized[];
}

/** A least level of one axis or several. */
export type Floor = Readonly<Partial<Record<Axis, string | number>>>;

/** A clause that cites a given rule, and how it does. */
export interface Citation extends Omit<RuleCitation, 'id'> {
  readonly clause: Clause;
}

/** The axes by which information assets are classified. */
export const axes = ['confidentiality', 'integrity', 'availability'] as const;

export type Axis = (typeof axes)[number];

/** What the axes of classification are called. */
export const axisNames: Readonly<Record<Axis, Localized>> = {
  confidentiality: { ja: '機密性', en: 'confidentiality' },
  integrity: { ja: '完全性', en: 'integrity' },
  availability: { ja: '可用性', en: 'availability' },
};

/** The levels of one axis, heaviest first: that order alone says which of two levels is the higher. */
export interface Scale {
  readonly axis: Axis;
  /** whether the document states it; else it is the default */
  readonly stated: boolean;
  readonly levels: readonly Level[];
}

/** One level of a scale. */
export interface Level {
  /** as it is recognised: see {@link foldLevel} */
  readonly level: string;
  /** as the policy writes it */
  readonly label: string;
  /**
   * The canonical level: 3–1 of confidentiality, 2–1 of integrity and availability. Several levels of a scale may mean the
   * same, so it compares levels across policies and never within one.
   */
  readonly means: number;
  readonly name?: Localized;
  /** the clause of the document that defines it */
  readonly clause?: string;
}

/** The canonical layers (DESIGN: 系): what rules reason about, whatever a body calls its own. */
export const canonicalLayers = ['mynumber', 'lgwan', 'internet', 'external'] as const;

export type CanonicalLayer = (typeof canonicalLayers)[number];

export interface Layer {
  readonly id: string;
  readonly name: Localized;
  readonly treatedAs?: CanonicalLayer;
}

/** A body that a policy binds or leaves out. */
export interface Organ {
  readonly id: string;
  readonly name: Localized;
}

/** Whom a policy binds, by kind, in the words of `staffGroups[].employment`. */
export interface Personnel {
  /** its staff (職員等): what it asks of people, it asks of these */
  readonly binds: readonly string[];
  /** others whom a clause binds to comply: contractors, designated managers */
  readonly others: readonly string[];
  /** kinds of which the text leaves open whether they are staff */
  readonly review: readonly string[];
  /** the kinds that its text names, each of which an inventory lists or says that the body has none of */
  readonly names: readonly string[];
}

/** How far a policy allows exceptions to it. */
export interface ExceptionLimits {
  /** how long one may last: `fiscal-year`, or an ISO 8601 duration from its start */
  readonly maximum?: string;
  /** rules of which none may be made */
  readonly never?: readonly string[];
  /** the roles that may approve one, in the words of `organization.roles[].role` */
  readonly approvers?: readonly string[];
}

/** A word that a policy adds to an open list of the vocabulary. */
export interface Word {
  /** as an inventory writes it */
  readonly id: string;
  readonly name: Localized;
}

/** The words that a policy adds to the open lists of the vocabulary. */
export type Vocabulary = Readonly<Partial<Record<WordList, readonly Word[]>>>;

/** One body's policy document as data. */
export interface Policy {
  /** the files it was read from; none of a built-in one */
  readonly files: readonly FileDigest[];
  readonly id: string;
  /** the ids of the policies that it extends, directly and by way of others, the nearest first */
  readonly builtOn: readonly string[];
  readonly title: Localized;
  readonly issuer?: Localized;
  /** `law`: what is not met is no violation, but cannot be confirmed; the policy of a body where it is absent */
  readonly kind?: 'law';
  /** what a report says once of what is judged by it */
  readonly note?: Localized;
  /** whether it asks nothing of a body that states to be exempt, with evidence */
  readonly exemption?: boolean;
  readonly editions: readonly Day[];
  /** whether it is a draft, in which clauses may have no answer yet */
  readonly draft: boolean;
  readonly scope: {
    readonly agencies: readonly Organ[];
    readonly excludes: readonly Organ[];
    readonly network?: 'administrative';
    /** the people it binds; everybody where it does not say */
    readonly personnel?: Personnel;
  };
  readonly layers: ReadonlyMap<string, Layer>;
  readonly vocabulary: Vocabulary;
  readonly scales: Readonly<Record<Axis, Scale>>;
  readonly parameters: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly exceptions: ExceptionLimits;
  /** the rules that it or a policy that it builds on writes itself */
  readonly ownRules: readonly OwnRule[];
  /** the `x-` fields that they and its conditions may read */
  readonly fields: OwnFields;
  readonly clauses: readonly Clause[];
  /** which clauses cite a rule, by rule id, in the order of the document */
  readonly citations: ReadonlyMap<string, readonly Citation[]>;
}

/** Where a written level stands. */
export interface Standing {
  readonly scale: Scale;
  readonly level: Level;
  /** how many levels of the scale are lower */
  readonly rank: number;
}

/** @returns where a written level stands in a scale, or `undefined` where the scale has no such level */
export function standingIn(scale: Scale, written: string | number): Standing | undefined {
  let known = standings.get(scale);
  if (known === undefined) {
    known = new Map();
    standings.set(scale, known);
  }
  const found = known.get(written);
  if (found !== undefined || known.has(written)) return found;
  const standing = findStanding(scale, written);
  known.set(written, standing);
  return standing;
}

/** Cached: all records write the same few levels, and a dozen rules ask for them. */
const standings = new WeakMap<Scale, Map<string | number, Standing | undefined>>();

/** A level is found first by itself, then by its name in either language; a name that several have means none of them. */
function findStanding(scale: Scale, written: string | number): Standing | undefined {
  const { axis, levels } = scale;
  const word = foldLevel(written, axis);
  const isNamed = ({ name }: Level) =>
    name !== undefined && [name.ja, name.en].some((text) => foldLevel(text, axis) === word);
  const index = levels.findIndex(({ level }) => level === word);
  const named = levels.flatMap((level, place) => (isNamed(level) ? [place] : []));
  const found = index >= 0 || named.length !== 1 ? index : (named[0] ?? index);
  const level = levels[found];
  return level && { scale, level, rank: levels.length - 1 - found };
}

/**
 * @returns below 0 where the first level is the lower, above 0 where it is the higher, 0 where they are equal: by the
 *   order of their scale or, of levels from the scales of two policies, by what they mean
 */
export function compareStandings(a: Standing, b: Standing): number {
  return a.scale === b.scale ? a.rank - b.rank : a.level.means - b.level.means;
}

/** Whether a level is at least one that is written in a scale; of another scale, by what they mean. */
export function reachesFloor(found: Standing, written: string | number, scale: Scale): boolean {
  const floor = standingIn(scale, written);
  return floor !== undefined && compareStandings(found, floor) >= 0;
}

/** Whether a level is at least the lowest level of its scale that means the canonical level `minimum`. */
export function reachesLevel({ scale, rank }: Standing, minimum: number): boolean {
  const lowest = scale.levels.findLastIndex(({ means }) => means >= minimum);
  return lowest >= 0 && rank >= scale.levels.length - 1 - lowest;
}

/** @returns the lowest level of a scale that means the canonical level `minimum` */
export function lowestReaching({ levels }: Scale, minimum: number): Level | undefined {
  return levels.findLast(({ means }) => means >= minimum);
}

/**
 * Reduces a written level to what it is recognised by. Width, blanks and case do not matter; the axis before it (機密性,
 * 自治体機密性) and a hyphen between digit and letter are decoration. The name of another axis is kept, so that 完全性2 is
 * no level of confidentiality.
 */
export function foldLevel(written: string | number, axis: Axis): string {
  const word = foldText(String(written)).toUpperCase();
  // As most levels are written; the expressions below take a millisecond to compile.
  if (/^\d$/.test(word)) return word;
  const { ja, en } = axisNames[axis];
  return word
    .replace(new RegExp(`^(?:(?:自治体)?${ja}|${en.toUpperCase()})${hyphen}?(?=.)`, 'u'), '')
    .replaceAll(new RegExp(`(?<=\\d)${hyphen}(?=[A-Z])|(?<=[A-Z])${hyphen}(?=\\d)`, 'gu'), '');
}

/** What is typed for a hyphen: dashes of all lengths, the minus sign, and the Japanese long-vowel mark beside it. */
const hyphen = '[-\u2010-\u2015\u2212\u30FC]';
