import { listSections } from '../../../generated/records.ts';
import { isDuration, isInterval } from '../../base/date.ts';
import { isMapping } from '../../base/mapping.ts';
import { recordShape, type Shape } from '../../schema/shape.ts';
import { asSuggestion, suggest } from '../../schema/suggest.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { Path } from '../../yaml/tape.ts';
import { checkPredicate, type PredicateProblem, type PredicateSurroundings } from '../check-predicate.ts';
import { subjectOfSection } from '../predicate.ts';
import type { OwnRuleProblem } from './problem.ts';
import { exampleVerdicts, fieldTypes, parameterNamed, type WrittenPredicate } from './rule.ts';
import { parametersOf, sectionsOf, type WrittenField, type WrittenRule } from './written.ts';

/** The sections that rules may judge. */
const sections: readonly string[] = ['organization', ...listSections];

/** The rules and fields of one file, as far as they are valid by the schema. */
export interface RuleSource {
  readonly file: string;
  readonly rules?: readonly (Partial<WrittenRule> | undefined)[];
  readonly fields?: Readonly<Record<string, Readonly<Record<string, WrittenField | undefined>>>>;
  /** @returns the position of a value, or of its key */
  at(path: Path, part?: 'key'): Position;
  /** @returns whether nothing at a path broke the schema */
  isValid(path: Path): boolean;
}

/** Receives what is wrong, with its place in the file. */
export interface RuleReports {
  rule(path: Path, problem: OwnRuleProblem, part?: 'key'): void;
  predicate(path: Path, problem: PredicateProblem, part?: 'key'): void;
}

/** What rules are checked against. */
export interface RuleSurroundings
  extends Pick<PredicateSurroundings, 'unknownLevel' | 'unknownLayer' | 'declaredWords'> {
  /** the ids of the rules of the policy that is extended */
  readonly inherited: ReadonlySet<string>;
  /** what the inventory may hold, with the declared fields */
  readonly inventory: Shape;
  /** @returns where what is wrong with a file is reported */
  reports(source: RuleSource): RuleReports;
}

/** Checks what a schema cannot express of the rules of a policy, whatever files they stand in. */
export function checkRules(sources: readonly RuleSource[], around: RuleSurroundings): void {
  const first = new Map<string, { readonly file: string; readonly line: number }>();
  // All fields first: one that is not rightly declared may be the one that a condition reads.
  const right = sources.map((source) => checkFields(source, around.reports(source)));
  const fieldsAreRight = right.every(Boolean);
  for (const source of sources) {
    const report = around.reports(source);
    for (const [index, rule] of (source.rules ?? []).entries()) {
      if (rule?.id === undefined) continue;
      const path = ['rules', index];
      const at = [...path, 'id'];
      const earlier = first.get(rule.id);
      if (!/^own\/[a-z0-9-]+$/.test(rule.id)) report.rule(at, { code: 'not-own-id', written: rule.id });
      else if (around.inherited.has(rule.id)) report.rule(at, { code: 'inherited-rule', id: rule.id });
      else if (earlier !== undefined) report.rule(at, { code: 'duplicate-rule', id: rule.id, ...earlier });
      else first.set(rule.id, { file: source.file, line: source.at(at).line });
      checkRule(rule as Partial<WrittenRule> & { readonly id: string }, path, source, {
        ...around,
        report,
        fieldsAreRight,
      });
    }
  }
}

type Reporting = RuleSurroundings & {
  readonly report: RuleReports;
  /** whether nothing is wrong with the declared fields */
  readonly fieldsAreRight: boolean;
};

function checkRule(
  rule: Partial<WrittenRule> & { readonly id: string },
  path: Path,
  source: RuleSource,
  around: Reporting,
): void {
  const { id, when, require, exists, examples } = rule;
  const { report } = around;
  const isWhole = source.isValid(path);
  if (require === undefined && exists === undefined && isWhole)
    report.rule([...path, 'id'], { code: 'no-question', id });
  if (require !== undefined && exists !== undefined)
    report.rule([...path, 'exists'], { code: 'two-questions', id }, 'key');
  const sections = sectionsOf(rule);
  if (sections.length === 0 && isWhole) report.rule([...path, 'id'], { code: 'no-sections', id });
  checkParameters(rule, path, around);
  const isKnown = checkSections(rule, [...path, 'appliesTo'], around);
  // A section that breaks the schema may be the one that is meant.
  if (isKnown && sections.length > 0 && source.isValid([...path, 'appliesTo'])) {
    checkCondition(when, [...path, 'when'], { sections, ofAll: false, rule }, around);
    if (exists === undefined)
      checkCondition(require, [...path, 'require'], { sections, ofAll: true, rule }, around);
  }
  const [other] = [rule.appliesTo ?? []].flat().filter((section) => section !== 'organization');
  if (exists !== undefined && other !== undefined)
    report.rule([...path, 'appliesTo'], { code: 'of-the-body', id, section: exists.section ?? '' }, 'key');
  if (exists?.section !== undefined) checkExistence(rule, [...path, 'exists'], around);
  for (const verdict of exampleVerdicts) {
    const isNeeded = verdict === 'unknown' ? canBeUnknown(rule) : verdict !== 'not-applicable';
    if (!isNeeded || examples === undefined || examples[verdict] !== undefined) continue;
    if (source.isValid([...path, 'examples', verdict]))
      report.rule([...path, 'examples'], { code: 'missing-example', id, verdict }, 'key');
  }
}

/** @returns whether all sections are known */
function checkSections({ appliesTo = [] }: Partial<WrittenRule>, path: Path, { report }: Reporting): boolean {
  const unknown = [appliesTo].flat().filter((section) => !sections.includes(section));
  for (const written of unknown) {
    const at = typeof appliesTo === 'string' ? path : [...path, appliesTo.indexOf(written)];
    report.rule(at, { code: 'unknown-section', written, ...asSuggestion(suggest(written, sections)) });
  }
  return unknown.length === 0;
}

/** Of what a condition of a rule is asked. */
interface Asked {
  readonly sections: readonly string[];
  readonly ofAll: boolean;
  readonly rule: Partial<WrittenRule>;
}

function checkCondition(
  written: WrittenPredicate | undefined,
  path: Path,
  { sections, ofAll, rule }: Asked,
  around: Reporting,
): void {
  if (written === undefined) return;
  const { inventory, unknownLevel, unknownLayer, declaredWords, report, fieldsAreRight } = around;
  checkPredicate(written, path, {
    subjects: sections.map((section) => subjectOfSection({ inventory }, section)),
    ofAll,
    parameters: new Map(
      Object.entries(parametersOf(rule)).map(([name, { kind }]) => [name, kind ?? 'value']),
    ),
    unknownLevel,
    unknownLayer,
    declaredWords,
    report: (at, problem, part) => {
      if (problem.code === 'unknown-path' && problem.written.startsWith('x-') && !fieldsAreRight) return;
      report.predicate(at, problem, part);
    },
  });
}

function checkExistence(rule: Partial<WrittenRule>, path: Path, around: Reporting): void {
  const { section = '', where, within } = rule.exists ?? {};
  checkCondition(where, [...path, 'where'], { sections: [section], ofAll: true, rule }, around);
  if (within === undefined) return;
  const at = [...path, 'within'];
  const name = parameterNamed(within);
  const parameters = parametersOf(rule);
  if (name !== undefined && parameters[name]?.kind !== 'interval')
    around.report.predicate(at, {
      code: 'unknown-parameter',
      name,
      known: Object.keys(parameters).filter((one) => parameters[one]?.kind === 'interval'),
    });
  else if (name === undefined && !isInterval(within) && !isDuration(within))
    around.report.predicate(at, { code: 'no-duration', written: within });
  const { properties = {} } = recordShape(around.inventory, section) ?? {};
  if (!Object.values(properties).some(({ done }) => done))
    around.report.rule(at, { code: 'no-days', section }, 'key');
}

function checkParameters(rule: Partial<WrittenRule>, path: Path, around: Reporting): void {
  for (const [name, { kind, default: value }] of Object.entries(parametersOf(rule))) {
    const at = [...path, 'parameters', name];
    const inside = isMapping(rule.parameters?.[name]) ? [...at, 'default'] : at;
    if (parameterNamed(`$${name}`) === undefined)
      around.report.rule(at, { code: 'not-a-parameter-name', written: name }, 'key');
    if (value === null) continue;
    if (kind === 'interval' && !isInterval(String(value)) && !isDuration(String(value)))
      around.report.predicate(inside, { code: 'no-duration', written: String(value) });
    if (kind === 'level') {
      const known = around.unknownLevel('confidentiality', value as string | number);
      if (known !== undefined)
        around.report.predicate(inside, {
          code: 'unknown-choice',
          path: name,
          written: String(value),
          known,
        });
    }
  }
}

/** @returns whether nothing is wrong with them */
function checkFields({ fields = {}, isValid }: RuleSource, { rule: report }: RuleReports): boolean {
  let isRight = isValid(['fields']);
  const tell: typeof report = (...problem) => {
    isRight = false;
    report(...problem);
  };
  for (const [section, declared] of Object.entries(fields)) {
    if (!sections.includes(section)) {
      const suggestion = asSuggestion(suggest(section, sections));
      tell(['fields', section], { code: 'unknown-section', written: section, ...suggestion }, 'key');
    }
    for (const [path, field] of Object.entries(declared)) {
      const at = ['fields', section, path];
      const outer = outerPaths(path).find((other) => Object.hasOwn(declared, other));
      if (!isOwnField(path)) tell(at, { code: 'not-own-field', written: path }, 'key');
      else if (outer !== undefined) tell(at, { code: 'field-within', written: path, other: outer }, 'key');
      if (typeof field === 'string' && !fieldTypes.includes(field)) {
        const suggestion = asSuggestion(suggest(field, fieldTypes));
        tell(at, { code: 'unknown-type', written: field, known: fieldTypes, ...suggestion });
      }
      if (
        isMapping(field) &&
        field['choices'] !== undefined &&
        !['string', 'list'].includes(String(field['type']))
      )
        tell([...at, 'choices'], { code: 'no-choices', written: path }, 'key');
    }
  }
  return isRight;
}

/** The paths that a path lies within: `x-a` and `x-a.b` of `x-a.b.c`. */
function outerPaths(path: string): string[] {
  const steps = path.split('.');
  return steps.slice(1).map((_, index) => steps.slice(0, index + 1).join('.'));
}

/** A path whose first step begins with `x-`: what stands within is the body's own as well. */
function isOwnField(path: string): boolean {
  const [first = '', ...rest] = path.split('.');
  return /^x-./.test(first) && rest.every((step) => step !== '' && !/^\d+$/.test(step));
}

/** Whether a rule can leave open whether a record meets it: it asks for more than whether something is stated. */
function canBeUnknown({ when, require, exists }: Partial<WrittenRule>): boolean {
  return exists !== undefined || [when, require].some(leavesOpen);
}

function leavesOpen(written: unknown): boolean {
  if (Array.isArray(written)) return written.some(leavesOpen);
  if (!isMapping(written)) return false;
  return Object.entries(written).some(([key, test]) => {
    if (key === 'all' || key === 'any' || key === 'not') return leavesOpen(test);
    return !isMapping(test) || Object.keys(test).some((operator) => operator !== 'present');
  });
}
