import type { Exception, Records, Section } from '../../generated/records.ts';
import type { Day } from '../base/date.ts';
import type { Localized } from '../base/localized.ts';
import type { ExaminedEvidence } from '../inventory/evidence.ts';
import type { FileProblem } from '../inventory/problem.ts';
import type { InventoryView, ListSection } from '../inventory/view.ts';
import type { CrossingPath } from '../network/crossings.ts';
import type { NetworkView } from '../network/network.ts';
import type { Reach } from '../network/reach.ts';
import { canonicalWords, type OwnWords } from '../policy/own-words.ts';
import type { Axis, Policy } from '../policy/policy.ts';
import type { Mutation } from './mutation.ts';
import type { Parameter, ParameterValue, SetParameter } from './parameter.ts';

/** What a rule says of one record. */
export type Verdict = 'pass' | 'fail' | 'unknown' | 'review' | 'not-applicable';

/** An inventory file as rules about files see it. */
export interface FileRecord {
  readonly path: string;
  readonly problems: readonly FileProblem[];
}

/** What a rule judges: a section's records, all records (`records`), or the files themselves (`files`). */
export type Subject = Section | 'records' | 'files';

/** The type of record that a subject stands for. */
export type SubjectRecord<S extends Subject> = S extends Section
  ? Records[S]
  : S extends 'files'
    ? FileRecord
    : Records[Section];

/** A fail, unknown or review of one record. */
export interface Issue {
  readonly verdict: 'fail' | 'unknown' | 'review';
  /** the path inside the record, `copies.1.manager`; empty for the record itself */
  readonly path: string;
  /** continues a sentence that begins with the record's name: 「住民台帳」は + message / “Resident register” + message */
  readonly message: Localized;
  /** the message only says that the field is absent */
  readonly absent?: true;
  /** the whole remedy; when left out, it is made from what may be written and the rule's own remedy */
  readonly remedy?: Localized;
  /** replaces the rule's own remedy in the part on what to do, where that also speaks of other records */
  readonly action?: Localized;
  /** of a missing yes or no, the answer that passes; `either` where the rule goes on to ask more after both */
  readonly wanted?: boolean | 'either';
  readonly trace?: readonly TraceStep[];
  /** the record whose fact decides, where that is not the record judged */
  readonly decidedBy?: object;
  /** the paths through the network that it is about, one for each layer; drawings mark them */
  readonly paths?: readonly CrossingPath[];
  /** tells what those paths lead between: more of it is more than was known before */
  readonly reach?: () => Reach;
  /** the clauses that ask for it, where not all that cite the rule do; may be empty */
  readonly clauses?: readonly string[];
  /** tells issues of one path apart (which layer, which clause); part of the fingerprint, so it must not change */
  readonly key?: string;
  /** the fact to write, where that is not `path` of the record judged: a field of another record, or a whole record */
  readonly missing?:
    | { readonly record: object; readonly path: string }
    | { readonly section: ListSection | 'files'; readonly what: RecordKind };
  /** of a date whose month or fiscal year is written: only its day is missing */
  readonly needsDay?: true;
  /** names a missing fact of the body that several rules wait for: their findings are merged into one */
  readonly shared?: string;
  /**
   * names a missing fact of the body that this issue reports in its own words: findings that share the fact merge into it
   */
  readonly tells?: string;
  /** it only says that the fact of `missing` cannot be read: it is dropped where an inventory error reports that value */
  readonly waits?: true;
  /** for rules on files: the problem that the issue reports, with its position */
  readonly problem?: FileProblem;
}

/** Some or all records of a section, as a noun; findings that miss the same kind are asked for once. */
export interface RecordKind extends Localized {
  /** tells it from other kinds of the section */
  readonly id: string;
}

/** One step of a trace: another record that has a part in the finding. */
export interface TraceStep {
  readonly record: object;
  readonly path: string;
  readonly message: Localized;
}

/** What `check` returns: one of two shared constants, or what it found. */
export type Outcome = typeof pass | typeof notApplicable | Issue | readonly Issue[];

/** What a rule may query. The same for all records under one policy. */
export interface RuleContext {
  /** the day judged by */
  readonly asOf: Day;
  readonly inventory: InventoryView;
  readonly network: NetworkView;
  readonly exceptions: ExceptionView;
  readonly corrections: CorrectionView;
  /** the state of the files named as evidence, by the item of `evidence` that names one */
  readonly evidence: ExaminedEvidence;
  readonly policy: Pick<Policy, 'id' | 'vocabulary' | 'scales' | 'layers' | 'scope' | 'clauses'>;
  /** what the body calls the levels and layers of which rules know the canonical ones alone */
  readonly words: OwnWords;
  /** all policies that the inventory is judged by: for rules that judge it once, whatever the policy */
  readonly policies: readonly Pick<
    Policy,
    'id' | 'title' | 'vocabulary' | 'scales' | 'layers' | 'scope' | 'citations' | 'clauses'
  >[];
  /** @returns whether the policy applies to a record; a rule about the body must skip other records itself */
  binds(record: object): boolean;
  /** @returns whether a policy that binds the record cites a rule to which layers matter */
  asksForLayers(record: object): boolean;
  /** @returns whether an exception in force covers a record: an issue about many records must leave it out */
  excepted(record: object): boolean;
  /**
   * @returns a parameter of the rule: the configuration takes precedence over the policy, and the policy over the default
   */
  parameter(name: string): SetParameter;
  /** @returns whether a written level is one that the scales know */
  isLevel(written: string | number, axis: Axis): boolean;
  /** @returns whether a record has a level that the scales know */
  knowsLevel(record: Classified, axis: Axis): boolean;
  /**
   * @returns below 0 where the first record's level is the lower, above 0 where it is the higher, by the order of the
   *   policy's own scale; `undefined` where one of the levels is not known
   */
  compareLevels(a: Classified, b: Classified, axis: Axis): number | undefined;
  /**
   * @returns below 0 where the record's level is lower than a level of the policy's scale, above 0 where it is higher, 0 where
   *   they are equal; `undefined` where one of them is not known
   */
  compareToLevel(record: Classified, axis: Axis, level: string | number): number | undefined;
  /** @returns whether a record stands at the lowest level of its scale; `undefined` where its level is not known */
  isLowest(record: Classified, axis: Axis): boolean | undefined;
  /**
   * @returns whether a record's level is at least the one that means the canonical level `minimum` in its scale
   *   (confidentiality 3–1, else 2–1); `undefined` where its level is not known
   */
  atLeast(record: Classified, axis: Axis, minimum: number): boolean | undefined;
}

/** A limit of a policy that an exception exceeds, or may exceed. */
export type BeyondLimit = { readonly policy: Localized } & (
  | { readonly limit: 'never'; readonly rule: string }
  /** `until`: the last day that would be allowed */
  | { readonly limit: 'maximum'; readonly until: Day }
  /**
   * `approvers`: what the roles are called; `known`: whether the roles of the organization are listed, so that it is certain
   */
  | { readonly limit: 'approvers'; readonly approvers: readonly Localized[]; readonly known: boolean }
);

/** The state of an exception on the day judged by. */
export interface ExceptionState {
  /** complete, approved by another than the applicant, within what the policies allow, begun and not run out */
  readonly inForce: boolean;
  /** its first day: `starts`, else its approval; never before its approval */
  readonly starts?: Day;
  /** its last day: `expires`, else the end of the fiscal year in which it starts, or what a policy allows at most */
  readonly ends?: Day;
  /** whether it is stated to last longer than the fiscal year in which it starts, which no policy provides for */
  readonly outlastsYear: boolean;
  /** whether the applicant is the approver, by another name or post, too */
  readonly ownApproval: boolean;
  readonly beyond: readonly BeyondLimit[];
  /** names of rules that do not exist, with the one that is probably meant */
  readonly unknownRules: ReadonlyMap<string, string | undefined>;
  /** rules of which no exception can be made */
  readonly neverExcepted: readonly string[];
  /** whether any of its rules has run and any of its records exists */
  readonly ran: boolean;
  /** whether any of its rules applied to any of its records */
  readonly judged: boolean;
  /** how many records it covers under a rule */
  readonly used: number;
  /** whether it no longer fits a record that it names */
  readonly lapsed: boolean;
  /** another exception that already covers the same */
  readonly coveredBy?: Exception | undefined;
}

/** What rules on exceptions may ask; they run after all others. */
export interface ExceptionView {
  /** @param exception a record of `exceptions` */
  state(exception: object): ExceptionState;
}

/** What has come of a correction, as far as the rules have run. */
export interface CorrectionState {
  /** names of rules that do not exist, with the one that is probably meant */
  readonly unknownRules: ReadonlyMap<string, string | undefined>;
  /** whether any of its rules has run */
  readonly ran: boolean;
  /** how many findings it is for */
  readonly found: number;
}

/** What rules on corrections may ask; they run after all others. */
export interface CorrectionView {
  /** @param correction a record of `corrections` */
  state(correction: Records['corrections']): CorrectionState;
}

/** Anything with a classification of its own. */
export interface Classified {
  readonly classification?: {
    readonly confidentiality?: string | number;
    readonly integrity?: string | number;
    readonly availability?: string | number;
  };
}

/** Inventories, as YAML, one for each verdict: each gives that verdict once and no other of this rule. */
export interface Examples {
  readonly pass: string;
  readonly fail?: string;
  readonly unknown?: string;
  readonly review?: string;
  /** the policy that the examples need, where the usual one does not do */
  readonly policy?: ExamplePolicy;
}

/** As much of a policy as an example may need. */
export interface ExamplePolicy {
  readonly scope?: Partial<Policy['scope']>;
  readonly parameters?: Readonly<Record<string, ParameterValue>>;
  /** other rules that must run for the example to show anything */
  readonly rules?: readonly string[];
  /** clauses that an attestation answers */
  readonly attestations?: readonly string[];
  /** the levels of confidentiality, heaviest first, of a second policy that is judged by as well */
  readonly otherLevels?: readonly string[];
}

/**
 * A kind of record without which a rule is unknown for the body: where a section lists records but none of the kind, nobody
 * knows whether the body has any, until the section is declared whole.
 */
export interface NeededKind {
  readonly section: ListSection;
  /** tells it apart from other kinds of the section that one rule needs; part of the fingerprint */
  readonly key?: string;
  /** `true`: asked for only where the rule judges no record, and once for all rules that need it */
  readonly unlessJudged?: true;
  /** サーバ等 / servers */
  readonly what: RecordKind | ((words: OwnWords) => RecordKind);
  /** the fields a record of the kind must have: ` type を server として` / ` with type: server` */
  readonly fields: RuleText;
  /** whether a record is of the kind; `undefined` where it does not say */
  includes(record: Records[ListSection], context: RuleContext): boolean | undefined;
}

/** A text of a rule: one for all bodies, or said in the words of the body that it is said to. */
export type RuleText = Localized | ((words: OwnWords) => Localized);

/** What a rule says of itself. */
export interface WordedTexts {
  readonly title: Localized;
  readonly rationale: Localized;
  readonly remedy: Localized;
}

/** A rule as it is written: texts that name a level or a layer take it from the words of the body. */
export interface RuleDefinition<S extends Subject = Subject>
  extends Omit<Rule<S>, keyof WordedTexts | 'textsIn'> {
  /** the good condition, as a sentence */
  readonly title: RuleText;
  /** why it matters */
  readonly rationale: RuleText;
  /** what to do or to write, and where */
  readonly remedy: RuleText;
}

/** One checkable requirement. It knows records and no policy; everything about it derives from this value. */
export interface Rule<S extends Subject = Subject> {
  /** `area/name`: the path of its file, the SARIF rule id, the heading of its documentation */
  readonly id: string;
  /** the good condition, as a sentence */
  readonly title: Localized;
  /** why it matters */
  readonly rationale: Localized;
  /** what to do or to write, and where */
  readonly remedy: Localized;
  /** says the same to a body in its own words; absent where its texts name no level and no layer */
  textsIn?(words: OwnWords): WordedTexts;
  readonly appliesTo: S | readonly S[];
  /** the sections whose absence leaves it unknown, where those are not all that it applies to */
  readonly neededSections?: readonly ListSection[];
  /**
   * For an integrity rule that checks values which another rule needs: that other rule. It is judged under each policy
   * within its scope, and its findings cite the clauses of the other rule.
   */
  readonly inPlaceOf?: string;
  readonly parameters?: Readonly<Record<string, Parameter>>;
  /** the kinds of record that must be listed for it to judge the body; records of other kinds may state the fact as well */
  readonly neededKinds?: readonly NeededKind[];
  /** `true`: it judges the inventory itself, always runs, whatever the policy, and no exception can cover it */
  readonly integrity?: true;
  /** `true`: it tells that what is read is no one inventory, of which nothing else is judged then */
  readonly tellsMixture?: true;
  /** `true`: it asks of systems that were disposed of, of which no other rule asks anything */
  readonly ofDisposed?: true;
  /** `true`: issues of records out of scope count as well, such as connections into a network in scope */
  readonly beyondScope?: true;
  /**
   * `asks`: it requires that records state their layer; `needs`: it must know layers to judge; absent where they do not
   * matter
   */
  readonly layers?: 'asks' | 'needs';
  /** `true`: it judges paths between layers; where no such rule runs, reports say that none was judged */
  readonly judgesPaths?: true;
  /**
   * `true`: its verdict may turn more than once as a day of a record moves on, so that the first and the last day of a month do
   * not tell what comes of the days between
   */
  readonly asksEachDay?: true;
  /**
   * `true`: what it asks for has to be done again from time to time, so that what passes today will not some day unless somebody
   * does it: `sekisho due` asks it of days to come, to tell by when
   */
  readonly recurs?: true;
  readonly examples: Examples;
  /** for tests: what makes it report in a well-run city; several where it asks several things */
  readonly mutation: Mutation | readonly [Mutation, ...Mutation[]];
  check(record: SubjectRecord<S>, context: RuleContext): Outcome;
}

/** A rule of any subject. */
export type AnyRule = Omit<Rule, 'check'> & { check(record: never, context: RuleContext): Outcome };

/** The record satisfies the rule. */
export const pass = Object.freeze({ verdict: 'pass' as const });

/** The rule asks nothing of this record. */
export const notApplicable = Object.freeze({ verdict: 'not-applicable' as const });

/** The issues, or a pass where there are none. */
export function passUnless(issues: readonly Issue[]): Outcome {
  return issues.length === 0 ? pass : issues;
}

/** @returns an outcome whose issues a key tells from those of the same path */
export function keyed(outcome: Outcome, key: string): Outcome {
  if (outcome === pass || outcome === notApplicable) return outcome;
  return ([outcome].flat() as Issue[]).map((issue) => ({ ...issue, key }));
}

/** The properties of an issue besides its path and message. */
export type IssueDetails = Pick<
  Issue,
  | 'action'
  | 'wanted'
  | 'remedy'
  | 'trace'
  | 'decidedBy'
  | 'paths'
  | 'clauses'
  | 'key'
  | 'missing'
  | 'needsDay'
  | 'shared'
  | 'tells'
  | 'waits'
  | 'problem'
>;

/** The inventory says no. */
export function fail(path: string, message: Localized, details?: IssueDetails): Issue {
  return { verdict: 'fail', path, message, ...details };
}

/** A person must look. */
export function review(path: string, message: Localized, details?: IssueDetails): Issue {
  return { verdict: 'review', path, message, ...details };
}

/** The inventory does not say. Without a message it is the absence of the field itself. */
export function unknown(path: string, message?: Localized, details?: IssueDetails): Issue {
  if (message === undefined)
    return { verdict: 'unknown', path, message: notStated(path), absent: true, ...details };
  return { verdict: 'unknown', path, message, ...details };
}

const absences = new Map<string, Localized>();

function notStated(path: string): Localized {
  let message = absences.get(path);
  if (message === undefined) {
    message = { ja: `${path} が台帳に書かれていません`, en: `does not state ${path}` };
    absences.set(path, message);
  }
  return message;
}

/** Defines a rule; the type of its record follows from `appliesTo`. Its own texts are those in canonical words. */
export function defineRule<const S extends Subject>(rule: RuleDefinition<S>): AnyRule {
  const { title, rationale, remedy } = rule;
  const textsIn = (words: OwnWords): WordedTexts => ({
    title: sayIn(words, title),
    rationale: sayIn(words, rationale),
    remedy: sayIn(words, remedy),
  });
  const isWorded = [title, rationale, remedy].some((text) => typeof text === 'function');
  return { ...rule, ...textsIn(canonicalWords), ...(isWorded && { textsIn }) } as unknown as AnyRule;
}

/** @returns a text in the words of a body */
export function sayIn(words: OwnWords, text: RuleText): Localized {
  return typeof text === 'function' ? text(words) : text;
}
