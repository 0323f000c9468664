import type { Records, Section } from '../../generated/records.ts';
import { defined } from '../base/defined.ts';
import type { Localized } from '../base/localized.ts';
import { isMapping } from '../base/mapping.ts';
import type { ListSection } from '../inventory/view.ts';
import { inventoryShapeWith } from '../policy/own/fields.ts';
import type { Existence, OwnRule, WrittenPredicate } from '../policy/own/rule.ts';
import type { Policy } from '../policy/policy.ts';
import { fieldShape, type PredicateSubject, subjectOfSection } from '../policy/predicate.ts';
import type { Shape } from '../schema/shape.ts';
import { missingRecord, ofKind } from './body.ts';
import { boundRecords } from './bound-records.ts';
import { checkBySection } from './by-section.ts';
import {
  type AnyRule,
  type Issue,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  unknown,
} from './definition.ts';
import { factOf } from './fact-of.ts';
import { type Applicability, judgeWhere } from './fact-rule.ts';
import { nameOf, stepTo } from './name.ts';
import { type Answer, type Condition, compilePredicate, isNo, testsOfDays } from './predicate.ts';

/** @returns the rules that policies write themselves, each once */
export function ownRulesOf(policies: readonly Pick<Policy, 'ownRules' | 'fields'>[]): AnyRule[] {
  const rules = policies.flatMap(({ ownRules, fields }) =>
    ownRules.map((rule) => [rule.id, { rule, fields }] as const),
  );
  return [...new Map(rules).values()].map(({ rule, fields }) =>
    compileRule(rule, inventoryShapeWith(fields)),
  );
}

/** Makes a rule of one that a body writes as data, so that everything that holds of built-in rules holds of it. */
function compileRule(own: OwnRule, inventory: Shape): AnyRule {
  const { id, title, rationale, remedy, appliesTo, parameters, when = {}, require = {}, exists } = own;
  const check = exists === undefined ? checkRecords(own, inventory) : checkExists(own, exists, inventory);
  return {
    id,
    title,
    rationale,
    remedy,
    appliesTo: appliesTo as Section[],
    parameters,
    ...(testsOfDays([when, require, exists ?? {}]) > 1 && { asksEachDay: true as const }),
    ...([own.require, own.exists].some(looksFromToday) && { recurs: true as const }),
    ...([own.when, own.require].some(readsLayers) && { layers: 'needs' as const }),
    examples: { pass: own.example },
    mutation: {},
    check,
  };
}

function readsLayers(written: unknown): boolean {
  if (Array.isArray(written)) return written.some(readsLayers);
  if (!isMapping(written)) return false;
  return Object.entries(written).some(([key, value]) => key === '$layers' || readsLayers(value));
}

/** Whether a condition holds up to some day and no longer, if nothing is done. */
function looksFromToday(written: unknown): boolean {
  if (Array.isArray(written)) return written.some(looksFromToday);
  if (!isMapping(written)) return false;
  return Object.entries(written).some(
    ([key, value]) => key === 'within' || key === 'notPast' || looksFromToday(value),
  );
}

function checkRecords(own: OwnRule, inventory: Shape): AnyRule['check'] {
  const [section = ''] = own.appliesTo;
  // Looking up in which section a record stands takes as long as all the rest.
  if (isAlikeInAll(own, inventory)) return checkSection(own, section, inventory);
  const checks = own.appliesTo.map((section) => [section, checkSection(own, section, inventory)] as const);
  return checkBySection(
    Object.fromEntries(checks) as Parameters<typeof checkBySection>[0],
  ) as AnyRule['check'];
}

/** Whether a rule reads the records of all its sections in the same way. */
function isAlikeInAll({ appliesTo, when = {}, require = {} }: OwnRule, inventory: Shape): boolean {
  if (appliesTo.length === 1) return true;
  const paths = [...pathsIn(when), ...pathsIn(require)];
  if (paths.some((path) => path.startsWith('$'))) return false;
  const [first, ...others] = appliesTo.map((section) => subjectOfSection({ inventory }, section));
  return paths.every((path) => others.every((other) => holds(other, path) === (first && holds(first, path))));
}

/** What a field holds, whatever is said about it. */
function holds(subject: PredicateSubject, path: string): string | undefined {
  return JSON.stringify(fieldShape(subject, path), (key, value) => (key === 'texts' ? undefined : value));
}

/** The paths of a record that a condition reads. */
function pathsIn(written: WrittenPredicate): string[] {
  return Object.entries(written).flatMap(([key, test]) => {
    if (key === 'all' || key === 'any') return (test as WrittenPredicate[]).flatMap(pathsIn);
    if (key === 'not') return pathsIn(test as WrittenPredicate);
    const other = isMapping(test) ? test['differsFrom'] : undefined;
    return typeof other === 'string' ? [key, other] : [key];
  });
}

function checkSection(
  { when, require = {}, message }: OwnRule,
  section: string,
  inventory: Shape,
): (record: object, context: RuleContext) => Outcome {
  const subject = subjectOfSection({ inventory }, section);
  const applies = when && compilePredicate(when, { subject, message, decides: true });
  const required = compilePredicate(require, { subject, message, decides: false });
  if (applies === undefined) return (record, context) => outcomeOf(required.ask(record, context));
  return (record, context) => {
    const asked = applies.ask(record, context);
    if (asked === true) return outcomeOf(required.ask(record, context));
    if (isNo(asked)) return notApplicable;
    // What meets it needs no answer to whether it is asked.
    return required.ask(record, context) === true ? pass : asked[0];
  };
}

function outcomeOf(answer: Answer): Outcome {
  return answer === true ? pass : answer;
}

function applicability(answer: Answer): Applicability {
  if (answer === true) return true;
  return isNo(answer) ? false : answer[0];
}

function checkExists(own: OwnRule, existence: Existence, inventory: Shape): AnyRule['check'] {
  const { when, message } = own;
  const organization = subjectOfSection({ inventory }, 'organization');
  const applies = when && compilePredicate(when, { subject: organization, message, decides: true });
  const sought = soughtIn(existence, own, inventory);
  return (record: Records['organization'], context) =>
    judgeWhere(applies === undefined ? true : applicability(applies.ask(record, context)), () =>
      findRecord(own, existence, sought, context),
    );
}

/** What a record must be to be the one that the body needs. */
function soughtIn(
  { section, where, within }: Existence,
  { message }: OwnRule,
  inventory: Shape,
): Condition[] {
  const subject = subjectOfSection({ inventory }, section);
  const written: WrittenPredicate[] = [
    ...(where === undefined ? [] : [where]),
    ...(within === undefined ? [] : [{ any: daysOf(subject.shape).map((day) => ({ [day]: { within } })) }]),
  ];
  return written.map((one) => compilePredicate(one, { subject, message, decides: false }));
}

/** Days of documents that need not be written: of one that was never changed, or is withheld, their absence leaves nothing open. */
const optionalDays: ReadonlySet<string> = new Set(['published', 'revised']);

/** The fields of a record that state a day on which something was done. */
function daysOf({ properties = {} }: Shape): string[] {
  return Object.entries(properties).flatMap(([name, { done }]) =>
    done && !optionalDays.has(name) ? [name] : [],
  );
}

function findRecord(
  { id, title, message }: OwnRule,
  { section, what, where }: Existence,
  sought: readonly Condition[],
  context: RuleContext,
): Outcome {
  const list = section as ListSection;
  const called = what ?? { ja: `「${title.ja}」に当たる記録`, en: `a record for “${title.en}”` };
  let open: { readonly record: { readonly id: string }; readonly issue: Issue } | undefined;
  for (const record of boundRecords(list, context)) {
    const answers = sought.map(({ ask }) => ask(record, context));
    const lacking = answers.find((answer) => answer !== true && isNo(answer));
    if (lacking !== undefined) continue;
    const [unclear] = answers.filter((answer) => answer !== true);
    if (unclear === undefined) return pass;
    open ??= { record, issue: unclear[0] };
  }
  if (open !== undefined) return mayBeSought(list, open.record, open.issue, called);
  const missing = missingRecord(list, { id, ...called }, context, fieldsOf(where));
  return missing.verdict === 'fail' ? { ...missing, message } : missing;
}

/** What the record must say of itself to be found, where that is no more than words: ` type を procedures として`. */
function fieldsOf(where: WrittenPredicate = {}): Localized {
  const told = Object.entries(where).map(([path, test]) =>
    isMapping(test) || ['all', 'any'].includes(path) ? undefined : ofKind(path, [test].flat().map(String)),
  );
  if (told.length === 0 || told.includes(undefined)) return { ja: '', en: '' };
  return { ja: told.map((one) => one?.ja).join('、'), en: told.map((one) => one?.en).join(',') };
}

/** The issue where a record may be the one that the body needs and leaves that open. */
function mayBeSought(
  section: ListSection,
  record: { readonly id: string; readonly name?: string },
  { path, message, absent, missing, remedy }: Issue,
  what: Localized,
): Issue {
  const name = nameOf(record);
  const trace = [stepTo(record, path)];
  if (absent !== true) {
    const why = { ja: `「${name}」の ${message.ja}`, en: `has “${name}”, which ${message.en}` };
    return unknown('', why, { trace, missing: missing ?? { record, path }, ...defined({ remedy }) });
  }
  return unknown(
    '',
    {
      ja: `「${name}」の ${path} が台帳に書かれていないため、${what.ja}か判定できません`,
      en: `has “${name}”, which does not state ${path}, so it cannot be told whether that is ${what.en}`,
    },
    { ...factOf(section, record, path), trace },
  );
}
