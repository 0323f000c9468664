import type { Asset, Records } from '../../generated/records.ts';
import { parseDay } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { foldText } from '../base/fold-text.ts';
import type { Localized } from '../base/localized.ts';
import { isMapping, type Mapping, valueAt } from '../base/mapping.ts';
import type { ListSection } from '../inventory/view.ts';
import { readLayer } from '../policy/layers.ts';
import { parameterNamed } from '../policy/own/rule.ts';
import type { Axis, WrittenPredicate } from '../policy/policy.ts';
import {
  axisOf,
  fieldShape,
  knowsPath,
  type Operator,
  type PredicateSubject,
  subjectOfItems,
  subjectOfSection,
} from '../policy/predicate.ts';
import type { Shape } from '../schema/shape.ts';
import { layerUnknown, levelUnknown } from './applicability.ts';
import { allRecords } from './body.ts';
import { assetsCarriedBy, type Carrier } from './carried-assets.ts';
import {
  type Classified,
  fail,
  type Issue,
  type IssueDetails,
  type RuleContext,
  unknown,
} from './definition.ts';
import { isDisposedOf } from './disposal.ts';
import { factOf } from './fact-of.ts';
import { isOlderThan } from './interval.ts';
import { nameOf, stepTo } from './name.ts';
import { oncePerContext } from './once-per-inventory.ts';

/** That a condition holds or, where it does not or where that is not known, the issues that say so: all of one verdict. */
export type Answer = true | Issues;

type Issues = readonly [Issue, ...Issue[]];

/** A condition, ready to be asked of many records. */
export interface Condition {
  readonly ask: (record: object, context: RuleContext) => Answer;
  /** the first fact that it reads: where the condition is denied, a record that meets it is told of there */
  readonly path: string;
}

/** Of what records a condition is asked, and what is said of those that do not meet it. */
export interface Asking {
  readonly subject: PredicateSubject;
  /** what is wrong with a record that does not meet it */
  readonly message: Localized;
  /** whether it only decides of which records something is asked, so that no answer is the wrong one */
  readonly decides: boolean;
}

/**
 * Makes a condition of a valid one. Its logic is the strong one of S. C. Kleene, so that a fact that is not written accuses
 * nobody: what is false whatever the record leaves open is false, and what is true whatever it leaves open is true.
 */
export function compilePredicate(written: WrittenPredicate, asking: Asking): Condition {
  const compile = (one: unknown) => compilePredicate(one as WrittenPredicate, asking);
  const { decides } = asking;
  return all(
    Object.entries(written).map(([key, test]): Condition => {
      switch (key) {
        case 'all':
          return all((test as readonly unknown[]).map(compile), decides);
        case 'any':
          return any((test as readonly unknown[]).map(compile));
        case 'not':
          return not(compile(test), asking);
        default:
          return leaf(key, test, asking);
      }
    }),
    decides,
  );
}

/** Every fact that is not as it should be is told, and where there is none, every fact that is not stated. */
function all(conditions: readonly Condition[], decides = false): Condition {
  const [first, ...rest] = conditions;
  if (first === undefined) throw new Error('a condition is empty');
  if (rest.length === 0) return first;
  const asks = conditions.map(({ ask }) => ask);
  return {
    path: first.path,
    ask: (record, context) => {
      let told: Told | undefined;
      for (const ask of asks) {
        const answer = ask(record, context);
        if (answer === true) continue;
        // Where nobody is told of it, one that is not met settles it.
        if (decides && isNo(answer)) return answer;
        told = joined(told, answer);
      }
      return told === undefined ? true : issuesOf(told);
    },
  };
}

/** What is told so far: the issues of one condition or, of several, a list of their own with the paths that are in it. */
type Told = Issues | { readonly issues: [Issue, ...Issue[]]; readonly paths: Set<string> };

/** Adds the issues of another condition that is asked for as well. One finding stands at one place. */
function joined(told: Told | undefined, answer: Issues): Told {
  if (told === undefined) return answer;
  const isKnown = isNo(issuesOf(told));
  if (isNo(answer) !== isKnown) return isKnown ? told : answer;
  const list =
    'paths' in told ? told : { issues: [...told] as [Issue, ...Issue[]], paths: new Set(told.map(pathOf)) };
  for (const issue of answer) {
    if (list.paths.has(issue.path)) continue;
    list.paths.add(issue.path);
    list.issues.push(issue);
  }
  return list;
}

function pathOf({ path }: Issue): string {
  return path;
}

function issuesOf(told: Told): Issues {
  return 'paths' in told ? told.issues : told;
}

/** The first fact that leaves it open is told, and where there is none, the first that is not as it should be. */
function any(conditions: readonly Condition[]): Condition {
  const [first, ...rest] = conditions;
  if (first === undefined) throw new Error('a condition is empty');
  if (rest.length === 0) return first;
  const asks = conditions.map(({ ask }) => ask);
  return {
    path: first.path,
    ask: (record, context) => {
      let told: Issues | undefined;
      for (const ask of asks) {
        const answer = ask(record, context);
        if (answer === true) return true;
        told = eitherOf(told, answer);
      }
      return told ?? true;
    },
  };
}

function eitherOf(told: Issues | undefined, answer: Issues): Issues {
  return told === undefined || (isNo(told) && !isNo(answer)) ? answer : told;
}

function not(condition: Condition, { message }: Asking): Condition {
  const no: Issues = [fail(condition.path, message)];
  return {
    path: condition.path,
    ask: (record, context) => {
      const answer = condition.ask(record, context);
      if (answer === true) return no;
      return isNo(answer) ? true : answer;
    },
  };
}

/** Whether a condition is known not to be met. */
export function isNo(answer: Issues): boolean {
  return answer[0].verdict !== 'unknown';
}

function leaf(path: string, test: unknown, asking: Asking): Condition {
  const { subject, message } = asking;
  // What records of this kind never have is not met; of what is asked of several kinds, one may have it.
  if (!knowsPath(subject, path)) return { path: '', ask: constant([fail('', message)]) };
  const axis = axisOf(path);
  if (axis !== undefined) return level(axis, test, asking);
  if (path === '$layers') return layers(test, asking);
  if (path === '$carries') return carried(test, asking);
  if (path === '$division') return inDivision(test, asking);
  return field(path === '$agency' ? 'agency' : path, test, asking);
}

function constant(answer: Answer): () => Answer {
  return () => answer;
}

/** The tests of one leaf: a value or a list of values is a test by itself. */
function testsOf(written: unknown): readonly (readonly [Operator | 'oneOf', unknown])[] {
  return isMapping(written) ? (Object.entries(written) as [Operator, unknown][]) : [['oneOf', written]];
}

/** What a field is tested for, once it is known to be stated: whether that holds, or why it is open. */
type FieldTest = (value: unknown, record: object, context: RuleContext) => boolean | Issues;

function field(path: string, written: unknown, asking: Asking): Condition {
  const { subject, message, decides } = asking;
  const shape = fieldShape(subject, path) ?? { types: [] };
  const read = readerOf(path, shape);
  const undated: Issues = [dayNotStated(path)];
  return all(
    testsOf(written).map(([operator, wanted]): Condition => {
      const details = answersOf(shape, operator, wanted, decides);
      const no: Issues = [fail(path, message, details)];
      const open: Issues = [unknown(path, undefined, details)];
      if (operator === 'present')
        return { path, ask: (record) => (read(record) !== undefined) === wanted || no };
      if ((operator === 'some' || operator === 'each') && isMapping(wanted))
        return { path, ask: items(operator, wanted, { path, read, open, no }, asking) };
      const test = testOf(operator, wanted, { ...asking, path, shape });
      const isOfDay = shape.format !== undefined && dayOperators.has(operator);
      // One value is what most conditions ask for, and most records state it.
      const parameter = parameterNamed(wanted);
      const isOne = operator === 'oneOf' && parameter === undefined && !Array.isArray(wanted);
      const wish = isOne ? wanted : open;
      const ask: Condition['ask'] = (record, context) => {
        const value = read(record);
        if (value === wish) return true;
        if (value === undefined) return open;
        if (value instanceof Misread) return value.issues;
        if (value === true && isOfDay) return undated;
        const holds = test(value, record, context);
        return holds === true || (holds === false ? no : holds);
      };
      if (parameter === undefined) return { path, ask };
      // Nothing is asked until somebody sets it.
      return {
        path,
        ask: (record, context) => context.parameter(parameter).value === null || ask(record, context),
      };
    }),
    decides,
  );
}

/** Of a missing yes or no, the answer that is wanted; of what only decides whether something is asked, neither is wrong. */
function answersOf(
  { types }: Shape,
  operator: Operator | 'oneOf',
  wanted: unknown,
  decides: boolean,
): IssueDetails | undefined {
  const isAnswer = typeof wanted === 'boolean' && (operator === 'oneOf' || operator === 'not');
  if (!isAnswer || !types.includes('boolean')) return undefined;
  return { wanted: decides ? 'either' : wanted === (operator === 'oneOf') };
}

/** A value that is not of the declared kind. */
class Misread {
  readonly issues: Issues;
  constructor(path: string, value: unknown) {
    const shown = typeof value === 'object' ? '…' : String(value).slice(0, 40);
    this.issues = [
      unknown(path, {
        ja: `${path} の「${shown}」を読み取れないため、判定できません`,
        en: `has “${shown}” in ${path}, which cannot be read as what that field holds`,
      }),
    ];
  }
}

/**
 * Reads a field. What stands in a `x-` field is not checked by the schemas, so that it is here, and its days are brought
 * into ISO 8601.
 */
function readerOf(path: string, shape: Shape): (record: object) => unknown {
  const keys = path.split('.');
  if (!keys.some((key) => key.startsWith('x-'))) return readerOfKnown(keys);
  return (record) => {
    const value = ownValueAt(record, keys);
    if (value === undefined || (typeof value === 'string' && value.trim() === '')) return undefined;
    return readAs(shape, value) ?? new Misread(path, value);
  };
}

/** Reads a field that the schemas know: every record is asked, and most fields lie one or two keys deep. */
function readerOfKnown(keys: readonly string[]): (record: object) => unknown {
  const [outer = '', inner = ''] = keys;
  if (keys.length > 2) return (record) => valueAt(record, keys);
  if (keys.length === 1) return (record) => (record as Mapping)[outer] ?? undefined;
  return (record) => ((record as Mapping)[outer] as Mapping | null | undefined)?.[inner] ?? undefined;
}

/** What every object has, such as `constructor`, nobody wrote. */
function ownValueAt(record: object, keys: readonly string[]): unknown {
  let at: unknown = record;
  for (const key of keys) at = isMapping(at) && Object.hasOwn(at, key) ? at[key] : undefined;
  return at ?? undefined;
}

function readAs({ types, enum: choices, format, items }: Shape, value: unknown): unknown {
  if (types.includes('array'))
    return Array.isArray(value) &&
      (items === undefined || value.every((item) => readAs(items, item) !== undefined))
      ? value
      : undefined;
  if (format !== undefined) return typeof value === 'string' ? parseDay(value) : undefined;
  const isOfType = types.some((type) =>
    type === 'integer' ? Number.isInteger(value) : typeof value === type,
  );
  return isOfType && (choices === undefined || choices.includes(String(value))) ? value : undefined;
}

/** A field whose items are asked. */
interface ItemsField {
  readonly path: string;
  readonly read: (record: object) => unknown;
  readonly open: Issues;
  readonly no: Issues;
}

/** Asks a condition of the items of a list. */
function items(
  operator: 'some' | 'each',
  wanted: WrittenPredicate,
  { path, read, open, no }: ItemsField,
  asking: Asking,
): Condition['ask'] {
  const condition = compilePredicate(wanted, { ...asking, subject: subjectOfItems(asking.subject, path) });
  return (record, context) => {
    const list = read(record);
    if (!Array.isArray(list)) return open;
    const asked = (item: unknown, index: number): Answer => {
      const answer = isMapping(item) ? condition.ask(item, context) : no;
      return answer === true ? true : below(`${path}.${index}`, answer);
    };
    return operator === 'each' ? ofEach(list, asked) : ofSome(list, asked, no);
  };
}

/** Whether all of a list meet a condition. */
function ofEach<Item>(list: readonly Item[], ask: (item: Item, index: number) => Answer): Answer {
  let told: Told | undefined;
  for (let index = 0; index < list.length; index++) {
    const answer = ask(list[index] as Item, index);
    if (answer !== true) told = joined(told, answer);
  }
  return told === undefined ? true : issuesOf(told);
}

/** Whether one of a list meets a condition; `no` where none of them does. */
function ofSome<Item>(list: readonly Item[], ask: (item: Item, index: number) => Answer, no: Issues): Answer {
  let open: Issues | undefined;
  for (let index = 0; index < list.length; index++) {
    const answer = ask(list[index] as Item, index);
    if (answer === true) return true;
    if (!isNo(answer)) open ??= answer;
  }
  return open ?? no;
}

function below(holder: string, issues: Issues): Issues {
  return issues.map((issue) => {
    const path = issue.path === '' ? holder : `${holder}.${issue.path}`;
    return issue.absent === true
      ? unknown(path, undefined, { ...defined({ wanted: issue.wanted }) })
      : { ...issue, path };
  }) as unknown as Issues;
}

/** A test of one field, with what it needs to know of it. */
interface Tested extends Asking {
  readonly path: string;
  readonly shape: Shape;
}

function testOf(
  operator: Exclude<Operator, 'present'> | 'oneOf',
  wanted: unknown,
  tested: Tested,
): FieldTest {
  switch (operator) {
    case 'oneOf': {
      const includes = anyOf(wanted);
      return (value, _, context) => includes(value, context);
    }
    case 'not': {
      const includes = anyOf(wanted);
      return (value, _, context) => !includes(value, context);
    }
    case 'atLeast':
      return (value, _, context) =>
        (value as number | string) >= (settledValue(wanted, context) as number | string);
    case 'atMost':
      return (value, _, context) =>
        (value as number | string) <= (settledValue(wanted, context) as number | string);
    case 'covers': {
      const values = [wanted].flat();
      return (value) => {
        const stated = itemsOf(value);
        return values.every((one) => stated.includes(one));
      };
    }
    case 'some': {
      const includes = anyOf(wanted);
      return (value, _, context) => itemsOf(value).some((one) => includes(one, context));
    }
    case 'each': {
      const includes = anyOf(wanted);
      return (value, _, context) => itemsOf(value).every((one) => includes(one, context));
    }
    case 'within':
      return within(wanted as string, tested);
    case 'notPast':
      return (value, _, { asOf }) =>
        isAlways(value, tested.shape) || (typeof value === 'string' && value >= asOf);
    case 'differsFrom':
      return differsFrom(wanted as string, tested);
    case 'refersTo':
      return refersTo(wanted as { readonly section: ListSection; readonly where?: WrittenPredicate }, tested);
  }
}

/** Where a day counts as a yes, any day does. Records have their days in ISO 8601. */
function anyOf(wanted: unknown): (value: unknown, context: RuleContext) => boolean {
  const name = parameterNamed(wanted);
  if (name !== undefined)
    return (value, context) => [context.parameter(name).value].flat().includes(value as string);
  const values = new Set([wanted].flat().map(asDay));
  const [only] = values;
  if (!values.has(true)) return values.size === 1 ? (value) => value === only : (value) => values.has(value);
  return (value) => values.has(value) || (typeof value === 'string' && parseDay(value) === value);
}

function settledValue(wanted: unknown, context: RuleContext): unknown {
  const name = parameterNamed(wanted);
  return name === undefined ? asDay(wanted) : context.parameter(name).value;
}

function asDay(value: unknown): unknown {
  return typeof value === 'string' ? (parseDay(value) ?? value) : value;
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

/** Whether a word stands in place of a day that says that it happens by itself: `automatic`. */
function isAlways(value: unknown, { words = [] }: Shape): boolean {
  return typeof value === 'string' && words.includes(value);
}

function within(wanted: string, { path, shape }: Tested): FieldTest {
  const parameter = parameterNamed(wanted);
  const stated = { value: wanted, origin: 'clause' } as const;
  return (value, record, context) => {
    if (typeof value !== 'string') return false;
    if (isAlways(value, shape)) return true;
    if (value > context.asOf) return [dayToCome(path, context.inventory.dateAsWritten(record, path))];
    return !isOlderThan(value, parameter === undefined ? stated : context.parameter(parameter), context.asOf);
  };
}

/** The operators that ask when something was done, or until when. */
const dayOperators: ReadonlySet<string> = new Set(['atLeast', 'atMost', 'within', 'notPast']);

/** A `true` in place of a day says that it was done, and not when. */
function dayNotStated(path: string): Issue {
  return unknown(path, {
    ja: `${path} が true で、その日が台帳に書かれていません`,
    en: `has true in ${path} and does not state the day`,
  });
}

/**
 * @returns how many tests of a condition compare days, and so how often its answer may turn as a day moves on; that a date is one
 *   day, or another than a second date, turns twice
 */
export function testsOfDays(written: unknown): number {
  if (Array.isArray(written)) return sum(written.map(testsOfDays));
  if (!isMapping(written)) return isDay(written) ? 2 : 0;
  return sum(
    Object.entries(written).map(([operator, wanted]) => {
      if (operator === 'within' || operator === 'notPast') return 1;
      if (operator === 'atLeast' || operator === 'atMost')
        return isDay(wanted) || parameterNamed(wanted) !== undefined ? 1 : 0;
      if (operator === 'differsFrom') return 2;
      return testsOfDays(wanted);
    }),
  );
}

function isDay(written: unknown): boolean {
  return typeof written === 'string' && parseDay(written) !== undefined;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/**
 * A day to come of something done is only a plan.
 *
 * @param day as its file writes it
 */
function dayToCome(path: string, day: string): Issue {
  return unknown(path, {
    ja: `${path} の日「${day}」がまだ来ていないため、いつ行ったか判定できません`,
    en: `has a day in ${path} that is still to come, “${day}”, so it cannot be told when it was done`,
  });
}

function differsFrom(other: string, { subject, decides }: Tested): FieldTest {
  const shape = fieldShape(subject, other) ?? { types: [] };
  const read = readerOf(other, shape);
  const open: Issues = [unknown(other, undefined, decides ? { wanted: 'either' } : undefined)];
  return (value, record) => {
    const second = read(record);
    if (second === undefined) return open;
    if (second instanceof Misread) return second.issues;
    return comparable(value) !== comparable(second);
  };
}

/** Names are compared without regard to width and blanks. */
function comparable(value: unknown): unknown {
  return typeof value === 'string' ? foldText(value) : value;
}

function refersTo(
  { section, where }: { readonly section: ListSection; readonly where?: WrittenPredicate },
  { path, subject, message, decides }: Tested,
): FieldTest {
  const condition =
    where && compilePredicate(where, { subject: subjectOfSection(subject, section), message, decides });
  return (value, _, context) => {
    let open: Issues | undefined;
    for (const id of itemsOf(value)) {
      const target = context.inventory.find(section, String(id));
      if (target === undefined) {
        open ??= [dangling(path, String(id), section)];
        continue;
      }
      const answer = condition?.ask(target, context) ?? true;
      if (answer === true) continue;
      if (isNo(answer))
        return answer.map((issue) => ofOther(path, issue, target, section)) as unknown as Issues;
      open ??= answer.map((issue) => ofOther(path, issue, target, section)) as unknown as Issues;
    }
    return open ?? true;
  };
}

/** What is not in the inventory may be anything; where that is an error of the inventory, it is reported there. */
function dangling(path: string, id: string, section: ListSection): Issue {
  return unknown(
    path,
    {
      ja: `${path} の「${id}」が台帳の ${section} にないため、判定できません`,
      en: `names “${id}” in ${path}, which is not listed under ${section}`,
    },
    { waits: true },
  );
}

/** An issue of a record as one of the record that names it, which is judged. */
function ofOther(
  path: string,
  issue: Issue,
  other: { readonly id: string; readonly name?: string },
  section: ListSection,
): Issue {
  if (issue.verdict !== 'unknown')
    return fail(path, issue.message, { trace: [stepTo(other, issue.path)], decidedBy: other, key: other.id });
  const name = nameOf(other);
  return unknown(
    path,
    issue.absent
      ? {
          ja: `「${name}」の ${issue.path} が台帳に書かれていません`,
          en: `depends on “${name}”, which does not state ${issue.path}`,
        }
      : issue.message,
    {
      ...factOf(section, other, issue.path),
      ...defined({ missing: issue.missing, remedy: issue.remedy }),
      trace: [stepTo(other, issue.path)],
      key: other.id,
    },
  );
}

/** Whether the order of a record's level to one that is written meets a test. */
function isMet(operator: Operator | 'oneOf', order: number): boolean {
  return operator === 'atLeast' ? order >= 0 : operator === 'atMost' ? order <= 0 : order === 0;
}

function level(axis: Axis, written: unknown, asking: Asking): Condition {
  const { subject, message } = asking;
  // A service has its level of confidentiality beside its other fields.
  const isService = subject.section === 'services';
  const path = isService ? axis : `classification.${axis}`;
  const no: Issues = [fail(path, message)];
  const classified = (record: object) => (isService ? { classification: record } : record) as Classified;
  return all(
    testsOf(written).map(([operator, wanted]): Condition => {
      const parameter = parameterNamed(wanted);
      let asked = wanted;
      let levels = [wanted].flat();
      return {
        path,
        ask: (record, context) => {
          const value = parameter === undefined ? wanted : context.parameter(parameter).value;
          // The same of all records, but under another policy.
          if (value !== asked) {
            asked = value;
            levels = [value].flat();
          }
          if (levels[0] === null) return true;
          let found = false;
          for (const one of levels) {
            const order = context.compareToLevel(classified(record), axis, one as string | number);
            if (order === undefined)
              return [isService ? unknown(path) : levelUnknown(classified(record), axis)];
            found ||= isMet(operator, order);
          }
          return found === (operator !== 'not') || no;
        },
      };
    }),
    asking.decides,
  );
}

function layers(written: unknown, { subject: { section }, message, decides }: Asking): Condition {
  const path = section === 'systems' ? 'segments' : 'layer';
  const no: Issues = [fail(path, message)];
  return all(
    testsOf(written).map(([operator, wanted]): Condition => {
      const named = [wanted].flat() as string[];
      const idsIn = oncePerContext(
        ({ policy }) => new Set(named.map((layer) => readLayer(policy, layer)?.id)),
      );
      return {
        path,
        ask: (record, context) => {
          const stands = standsIn(section, record, idsIn(context), context);
          if (typeof stands !== 'boolean') return [stands];
          return stands === (operator !== 'not') || no;
        },
      };
    }),
    decides,
  );
}

/** Whether a record stands in one of some layers, or the issue where that is not known. */
function standsIn(
  section: string | undefined,
  record: object,
  ids: ReadonlySet<string | undefined>,
  { network }: RuleContext,
): boolean | Issue {
  if (section === 'systems') {
    const standing = network.standsIn(record as Records['systems'], ({ id }) => ids.has(id));
    return standing.in ?? layerUnknown(record as Records['systems'], standing.silent);
  }
  const reading = network.layerOf(record as Records['segments'] | Records['services']);
  return reading.known === 'yes' ? ids.has(reading.layer.id) : unknown('layer');
}

/** Asks of the division in charge: by its id or its name, whichever of them the record writes. */
function inDivision(written: unknown, { message, decides }: Asking): Condition {
  const path = 'division';
  const no: Issues = [fail(path, message)];
  const open: Issues = [unknown(path)];
  return all(
    testsOf(written).map(([operator, wanted]): Condition => {
      const names = new Set([wanted].flat());
      return {
        path,
        ask: (record, { inventory }) => {
          const division = inventory.divisionOf(record);
          if (operator === 'present') return (division !== undefined) === wanted || no;
          if (division === undefined) return open;
          const isOne = names.has(division.id) || names.has(division.name);
          return isOne === (operator !== 'not') || no;
        },
      };
    }),
    decides,
  );
}

/** Asks of the assets that a record carries, or of what these contain. */
function carried(written: unknown, asking: Asking): Condition {
  const { subject, message } = asking;
  const no: Issues = [fail('', message)];
  const assets = { ...asking, subject: subjectOfSection(subject, 'assets') };
  return all(
    testsOf(written).map(([operator, wanted]): Condition => {
      const condition = compilePredicate(isMapping(wanted) ? wanted : { contains: { some: wanted } }, assets);
      return {
        path: '',
        ask: (record, context) => {
          const { inventory } = context;
          const found = assetsCarriedBy(record as Carrier, inventory).filter((asset) => !isDisposedOf(asset));
          if (found.length === 0) {
            if (!inventory.isWhole('assets')) return [carriesNothing];
            return operator === 'each' || no;
          }
          const asked = (asset: Asset) => ofAsset(asset, condition, context);
          return operator === 'each' ? ofEach(found, asked) : ofSome(found, asked, no);
        },
      };
    }),
  );
}

function ofAsset(asset: Asset, { ask }: Condition, context: RuleContext): Answer {
  const answer = ask(asset, context);
  return answer === true
    ? true
    : (answer.map((issue) => ofOther('', issue, asset, 'assets')) as unknown as Issues);
}

/** Until the assets are declared whole, a record that carries none may only lack them in the inventory. */
const carriesNothing = unknown(
  '',
  {
    ja: '取り扱う情報資産が台帳の assets にないため、対象か判定できません',
    en: 'is named by no asset, so what it carries is not known',
  },
  {
    missing: { section: 'assets', what: allRecords },
    remedy: {
      ja: '取り扱う情報資産を assets に載せ、system 又は service にこの記録のidを書いてください。なければ organization.complete に assets を加えてください。',
      en: 'List the assets that it handles under assets, with its id in system or service; if there are none, add assets to organization.complete.',
    },
  },
);
