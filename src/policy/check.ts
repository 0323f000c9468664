import { listSections } from '../../generated/records.ts';
import type { WordList } from '../../generated/vocabulary.ts';
import { isDuration, isInterval } from '../base/date.ts';
import { limitOf } from '../base/limits.ts';
import type { DeclaredWords } from '../schema/open-words.ts';
import type { Shape } from '../schema/shape.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import type { Path } from '../yaml/tape.ts';
import {
  floorOf,
  isClassified,
  type PolicyContent,
  scaleOf,
  type WrittenCitation,
  type WrittenLevel,
} from './build.ts';
import { checkInForce } from './check-in-force.ts';
import { mistakableNames } from './check-level-names.ts';
import { checkPredicate, isLevel } from './check-predicate.ts';
import { checkRequired, checkVocabulary, wordProblem, wordsHere } from './check-vocabulary.ts';
import { dutiesOf } from './duties.ts';
import { readLayer, usualLayers } from './layers.ts';
import { checkRules, type RuleSource } from './own/check.ts';
import { inventoryShapeWith, joinedFields } from './own/fields.ts';
import {
  ownFieldsOf,
  parametersOf,
  sectionsOf as sectionsOfRule,
  type WrittenFields,
} from './own/written.ts';
import { type Axis, axes, foldLevel, type Layer, type Scale, standingIn } from './policy.ts';
import { subjectOfSection } from './predicate.ts';
import type { PolicyProblem } from './problem.ts';
import type { PolicyDraft, ValidPart } from './read.ts';
import { ByReference, suggestReference } from './reference.ts';
import { inBoth, named } from './written-text.ts';

/** What decides which values a parameter may have. */
export interface KnownParameter {
  readonly kind?: 'interval' | 'delay' | 'level' | 'word';
  /** the list that a word is of */
  readonly of?: WordList;
  /** a rule that is cited without it asks nothing */
  readonly required?: true;
  readonly default: unknown;
}

/** What a policy must know of a rule. */
export interface KnownRule {
  /** what may be written for each parameter */
  readonly parameters: Readonly<Record<string, KnownParameter>>;
  /** the sections whose records it judges, beside the body as a whole */
  readonly sections: readonly string[];
}

/** The known rules, by id. */
export type RuleCatalogue = ReadonlyMap<string, KnownRule>;

/** @returns what a policy must know of rules */
export function ruleCatalogue(
  rules: readonly {
    readonly id: string;
    readonly parameters?: Readonly<Record<string, KnownParameter>>;
    readonly appliesTo: string | readonly string[];
  }[],
): RuleCatalogue {
  return new Map(
    rules.map(({ id, parameters = {}, appliesTo }) => [
      id,
      { parameters, sections: sectionsOf([appliesTo].flat()) },
    ]),
  );
}

function sectionsOf(subjects: readonly string[]): string[] {
  const others = ['organization', 'files', 'records'];
  return subjects.includes('records') ? [...listSections] : subjects.filter((one) => !others.includes(one));
}

/** The policy that a policy extends: none, its content, or one that cannot be used, so that many checks are skipped. */
export type Base = PolicyContent | 'none' | 'unusable';

/** Takes what is wrong, and where. */
export type Report = (path: Path, problem: ProblemFacts, part?: 'key') => void;

type ProblemFacts = PolicyProblem extends infer Problem
  ? Problem extends PolicyProblem
    ? Omit<Problem, 'file' | 'position'>
    : never
  : never;

/**
 * Checks what a schema cannot express. Values that break the schema are skipped, since they are reported already.
 *
 * @param sources the files in which the policy's own rules stand, itself first
 */
export function checkDraft(
  draft: PolicyDraft,
  base: Base,
  builtIn: RuleCatalogue,
  sources: readonly RuleSource[] = [],
): PolicyProblem[] {
  const problems: PolicyProblem[] = [];
  const limit = limitOf('schemaErrors');
  const tooMany = { code: 'schema', problem: { code: 'too-many', path: [], limit } } as const;
  const reportsOf =
    ({ file, at }: Pick<RuleSource, 'file' | 'at'>): Report =>
    (path, problem, part) => {
      // Nobody reads more than a limit allows of what breaks the schema, and a list of a million is no help.
      if (problems.length > limit.most) return;
      const told = problems.length < limit.most ? problem : tooMany;
      problems.push({ file, position: at(path, part), ...told });
    };
  const report = reportsOf(draft);
  const own = ownRulesOf(sources, base);
  const rules: RuleCatalogue = new Map([...builtIn, ...own.catalogue]);
  checkIdentity(draft, base, report);
  checkDropped(draft, base, report);
  checkClauses(draft, base, report);
  checkInForce(draft, typeof base === 'object' ? base.clauses : [], report);
  const around = surroundingsOf(draft, base, own.inventory, report);
  checkRules(sources, {
    ...around,
    inherited: own.inherited,
    reports: (source) => {
      const tell = reportsOf(source);
      return {
        rule: (path, problem, part) => tell(path, { code: 'own-rule', problem }, part),
        predicate: (path, problem, part) => tell(path, { code: 'predicate', problem }, part),
      };
    },
  });
  checkCitations(draft.validPart, rules, around);
  checkRequired(draft, base, rules, around);
  checkInheritedFloors(draft, base, around);
  checkLayers(draft, report);
  checkVocabulary(draft, around);
  for (const axis of axes) if (draft.isValid(['scales', axis])) checkScale(draft, axis, report);
  checkLevelClauses(draft, base, report);
  checkParameters(draft.validPart, rules, around);
  checkExceptions(draft.validPart, rules, report);
  return problems;
}

/** What the own rules of a policy and of the one that it extends are, as far as they are valid. */
interface KnownOwnRules {
  readonly catalogue: RuleCatalogue;
  readonly inherited: ReadonlySet<string>;
  /** what the inventory may hold, with the fields that they declare */
  readonly inventory: Shape;
}

function ownRulesOf(sources: readonly RuleSource[], base: Base): KnownOwnRules {
  const { ownRules = [], fields = {} } = typeof base === 'object' ? base : {};
  const written = sources.flatMap(({ rules = [] }) => rules).flatMap((rule) => rule ?? []);
  const own = written.map((rule) => ({
    id: rule.id ?? '',
    parameters: parametersOf(rule),
    appliesTo: sectionsOfRule(rule),
  }));
  const declared = sources.map((source) => ownFieldsOf((source.fields ?? {}) as WrittenFields));
  return {
    catalogue: ruleCatalogue([...ownRules, ...own]),
    inherited: new Set(ownRules.map(({ id }) => id)),
    inventory: inventoryShapeWith(joinedFields([fields, ...declared])),
  };
}

function checkIdentity({ validPart, isValid }: PolicyDraft, base: Base, report: Report): void {
  if (base === 'none' && validPart.clauses === undefined && isValid(['clauses']))
    report([], { code: 'schema', problem: { code: 'missing-key', path: [], key: 'clauses' } });
  if (typeof base === 'object' && base.id === validPart.id)
    report(['id'], { code: 'same-id-as-base', id: base.id });
}

function checkDropped({ validPart, at }: PolicyDraft, base: Base, report: Report): void {
  const { drop = [], clauses = [] } = validPart;
  if (base === 'none' && validPart.drop !== undefined) report(['drop'], { code: 'nothing-to-drop' }, 'key');
  if (typeof base !== 'object') return;
  const refs = base.clauses.map(({ ref }) => ref);
  const known = referencesOf(base.clauses);
  const own = new ByReference(
    clauses
      .flatMap((clause, index) => (clause?.ref === undefined ? [] : [[clause.ref, index] as const]))
      .reverse(),
  );
  for (const [index, ref] of drop.entries()) {
    if (ref === undefined) continue;
    const path = ['drop', index];
    if (!known.has(ref)) {
      const duties = dutiesOf(ref, refs);
      report(
        path,
        duties.length > 0
          ? { code: 'split-clause', ref, duties }
          : { code: 'unknown-clause', ref, ...asSuggestion(suggestReference(ref, refs)) },
      );
    }
    const changed = own.get(ref);
    if (changed !== undefined)
      report(['clauses', changed, 'ref'], { code: 'dropped-clause', ref, dropLine: at(path).line });
  }
}

function checkClauses({ validPart, at, isValid }: PolicyDraft, base: Base, report: Report): void {
  const { clauses = [], drop = [] } = validPart;
  const inherited = typeof base === 'object' ? base.clauses : [];
  const refs = inherited.map(({ ref }) => ref);
  const known = referencesOf(inherited);
  const isDraft = validPart.draft === true || (typeof base === 'object' && base.draft === true);
  const dropped = referencesOf(drop.map((ref) => ({ ref })));
  const first = new ByReference<{ readonly ref: string; readonly line: number }>();
  for (const [index, clause] of clauses.entries()) {
    const ref = clause?.ref;
    if (clause === undefined || ref === undefined) continue;
    const path = ['clauses', index, 'ref'];
    const earlier = first.get(ref);
    if (earlier === undefined) first.set(ref, { ref, line: at(path).line });
    else report(path, { code: 'duplicate-clause', ref, first: earlier.ref, firstLine: earlier.line });
    // A missing field may be in the unusable base, or may have broken the schema.
    if (base === 'unusable' || !isValid(['clauses', index]) || dropped.has(ref)) continue;
    const changed = known.get(ref);
    // The duties that stay are clauses of their own, which a clause for the whole provision would not change.
    const duties = changed === undefined ? dutiesOf(ref, refs).filter((duty) => !dropped.has(duty)) : [];
    if (changed === undefined && duties.length > 0) {
      report(path, { code: 'split-clause', ref, duties });
      continue;
    }
    // Of one that is taken over from elsewhere, the rest stands there: see check-serves.ts.
    if ((clause.as ?? changed?.as) !== undefined) continue;
    const missing = (['title', 'summary', 'modality'] as const).filter((key) => clause[key] === undefined);
    if (changed === undefined && missing.length > 0) {
      const suggestion = suggestReference(ref, refs);
      const extending = base !== 'none';
      report(path, {
        code: 'incomplete-clause',
        ref,
        missing,
        extends: extending,
        ...asSuggestion(suggestion),
      });
    }
    const { rules = [], attestation, informs } = { ...changed, ...clause };
    if (!isDraft && rules.length === 0 && attestation !== true && informs === undefined)
      report(path, { code: 'unanswered-clause', ref });
  }
}

function checkCitations({ clauses = [] }: ValidPart, rules: RuleCatalogue, around: Surroundings): void {
  for (const [index, clause] of clauses.entries())
    for (const [number, citation] of (clause?.rules ?? []).entries())
      checkCitation(['clauses', index, 'rules', number], citation, rules, around);
}

/** Checks how a clause cites a rule: whether there is one, and what is asked of it. */
export function checkCitation(
  path: Path,
  citation: Partial<WrittenCitation>,
  rules: RuleCatalogue,
  around: Surroundings,
): void {
  const { id, parameters = {} } = citation;
  if (id === undefined) return;
  const known = rules.get(id);
  if (known === undefined) around.report([...path, 'id'], unknownRule(id, rules));
  else {
    checkFloor([...path, 'atLeast'], citation, known, around);
    checkWhere([...path, 'where'], citation, known, around);
    for (const [name, value] of Object.entries(parameters))
      checkParameter([...path, 'parameters', name], { rule: id, name, value }, known, around);
  }
}

/** What the terms of clauses are checked against, and where problems go. */
export interface Surroundings {
  readonly report: Report;
  /** the policy's own scales, else those of its base, else the usual ones; `undefined` where nobody knows */
  readonly scales: Readonly<Record<Axis, Scale | undefined>>;
  /** what the inventory may hold, with the declared fields */
  readonly inventory: Shape;
  /** @returns the known levels, where a written one is none of an axis */
  unknownLevel(axis: Axis, written: string | number): readonly string[] | undefined;
  /** @returns the known layers, where a written one is none */
  unknownLayer(written: string): readonly string[] | undefined;
  /** the words that it adds to open lists, its base's among them; `undefined` where nobody knows */
  readonly words: DeclaredWords | undefined;
  /** @returns those of one list; `undefined` where nobody knows */
  declaredWords(list: string): readonly string[] | undefined;
}

/** @returns the scales, layers and words of a policy, as far as they are known */
export function surroundingsOf(
  draft: PolicyDraft,
  base: Base,
  inventory: Shape,
  report: Report,
): Surroundings {
  const { validPart, isValid } = draft;
  const words = wordsHere(draft, base);
  const inherited = typeof base === 'object' ? base : undefined;
  const scaleHere = (axis: Axis): Scale | undefined => {
    const own = validPart.scales?.[axis];
    if (!isValid(['scales', axis]) || (own === undefined && base === 'unusable')) return undefined;
    return scaleOf(own === undefined ? inherited?.scales : { [axis]: own.map(named) }, axis);
  };
  const layers = [...usualLayers, ...(inherited?.layers ?? []), ...(validPart.layers ?? [])].flatMap(
    (layer): Layer[] =>
      layer?.id === undefined ? [] : [{ ...layer, id: layer.id, name: inBoth(layer.name ?? layer.id) }],
  );
  const scales = {
    confidentiality: scaleHere('confidentiality'),
    integrity: scaleHere('integrity'),
    availability: scaleHere('availability'),
  };
  const isKnown = base !== 'unusable' && isValid(['layers']);
  const byId = new Map(layers.map((layer) => [layer.id, layer]));
  return {
    report,
    scales,
    inventory,
    words,
    unknownLevel: (axis, written) => levelsUnlike(written, scales[axis]),
    unknownLayer: (written) =>
      !isKnown || readLayer({ layers: byId }, written) !== undefined ? undefined : [...byId.keys()],
    declaredWords: (list) => words && (words.get(list) ?? []).map(({ id }) => id),
  };
}

function checkWhere(
  path: Path,
  { id = '', where }: Partial<WrittenCitation>,
  { sections }: KnownRule,
  { report, inventory, unknownLevel, unknownLayer, declaredWords }: Surroundings,
): void {
  if (where === undefined) return;
  if (sections.length === 0) {
    report(path, { code: 'no-records', rule: id }, 'key');
    return;
  }
  checkPredicate(where, path, {
    subjects: sections.map((section) => subjectOfSection({ inventory }, section)),
    ofAll: false,
    parameters: new Map(),
    unknownLevel,
    unknownLayer,
    declaredWords,
    report: (at, problem, part) => report(at, { code: 'predicate', problem }, part),
  });
}

function checkFloor(
  path: Path,
  { id = '', atLeast }: Partial<WrittenCitation>,
  { sections }: KnownRule,
  { report, scales }: Surroundings,
): void {
  if (atLeast === undefined) return;
  if (!sections.some(isClassified)) {
    report(path, { code: 'no-levels', rule: id }, 'key');
    return;
  }
  for (const axis of axes) {
    const written = floorOf(atLeast)?.[axis];
    if (written === undefined) continue;
    const known = levelsUnlike(written, scales[axis]);
    const place = typeof atLeast === 'object' ? [...path, axis] : path;
    if (known !== undefined)
      report(place, { code: 'unknown-floor', name: 'atLeast', axis, written: String(written), known });
  }
}

/** What the base's clauses ask from a level on must have that level in a scale that takes the place of the base's. */
export function checkInheritedFloors(
  { validPart }: PolicyDraft,
  base: Base,
  { report, scales }: Surroundings,
): void {
  if (typeof base !== 'object') return;
  const { clauses = [], drop = [] } = validPart;
  const replaced = referencesOf([
    ...drop.map((ref) => ({ ref })),
    ...clauses.map((clause) => ({ ref: clause?.rules && clause.ref })),
  ]);
  const inherited = base.clauses.filter(({ ref }) => !replaced.has(ref));
  for (const axis of axes) {
    if (validPart.scales?.[axis] === undefined) continue;
    for (const { ref, rules = [] } of inherited)
      for (const { atLeast } of rules) {
        const written = floorOf(atLeast)?.[axis];
        const known = written === undefined ? undefined : levelsUnlike(written, scales[axis]);
        if (known === undefined) continue;
        const problem = { name: 'atLeast', axis, written: String(written), known, ref };
        report(['scales', axis], { code: 'unknown-floor', ...problem }, 'key');
      }
  }
}

/** @returns the levels of a scale, where a written one is none of them; `undefined` where it is, or nobody knows */
function levelsUnlike(written: string | number, scale: Scale | undefined): readonly string[] | undefined {
  if (scale === undefined || standingIn(scale, written) !== undefined) return undefined;
  return scale.levels.map(({ label }) => label);
}

function checkLayers({ validPart, at }: PolicyDraft, report: Report): void {
  const lines = new Map<string, number>();
  for (const [index, layer] of (validPart.layers ?? []).entries()) {
    if (layer?.id === undefined) continue;
    const { id } = layer;
    const path = ['layers', index, 'id'];
    const firstLine = lines.get(id);
    if (firstLine === undefined) lines.set(id, at(path).line);
    else report(path, { code: 'duplicate-layer', id, firstLine });
  }
}

function checkScale({ validPart, at }: PolicyDraft, axis: Axis, report: Report): void {
  const highest = axis === 'confidentiality' ? 3 : 2;
  const levels = validPart.scales?.[axis] ?? [];
  const known = new Map<string, { readonly first: string; readonly firstLine: number }>();
  let above: { level: string; means: number } | undefined;
  for (const [index, { level: written, means }] of levels.entries()) {
    const level = String(written);
    const folded = foldLevel(written, axis);
    const path = ['scales', axis, index, 'level'];
    const earlier = known.get(folded);
    if (earlier === undefined) known.set(folded, { first: level, firstLine: at(path).line });
    else report(path, { code: 'duplicate-level', axis, level, ...earlier });
    const meaning = ['scales', axis, index, 'means'];
    if (means > highest) report(meaning, { code: 'unknown-means', axis, means });
    else if (above !== undefined && means > above.means)
      report(meaning, { code: 'scale-order', axis, level, means, above });
    else above = { level, means };
  }
  for (const { index, name, other } of mistakableNames(levels, axis)) {
    const [level, named] = [String(levels[index]?.level), String(levels[other]?.level)];
    const otherLine = at(['scales', axis, other, 'level']).line;
    const problem = { axis, level, name, other: named, otherLine };
    report(['scales', axis, index, 'name'], { code: 'mistakable-name', ...problem });
  }
}

/** The clauses that levels name are the policy's: its own, or those of the base that stay. */
function checkLevelClauses({ validPart, at, isValid }: PolicyDraft, base: Base, report: Report): void {
  const { clauses = [], drop = [] } = validPart;
  // A clause whose ref breaks the schema may be the one that is meant.
  const unread =
    clauses.length === 0 ? !isValid(['clauses']) : clauses.some((clause) => clause?.ref === undefined);
  if (base === 'unusable' || unread) return;
  const dropped = new ByReference(drop.flatMap((ref, index) => (ref === undefined ? [] : [[ref, index]])));
  const inherited = base === 'none' ? [] : base.clauses.filter(({ ref }) => !dropped.has(ref));
  const refs = [...inherited, ...clauses].flatMap((clause) => clause?.ref ?? []);
  const known = referencesOf(refs.map((ref) => ({ ref })));
  for (const axis of axes) {
    const levels: readonly (Partial<Pick<WrittenLevel, 'level' | 'clause'>> | undefined)[] =
      validPart.scales?.[axis] ?? [];
    for (const [index, written] of levels.entries()) {
      const { level, clause: ref } = written ?? {};
      if (level === undefined || ref === undefined || known.has(ref)) continue;
      const dropAt = dropped.get(ref);
      const path = ['scales', axis, index, 'clause'];
      const duties = dutiesOf(ref, refs);
      if (dropAt === undefined && duties.length > 0) {
        report(path, { code: 'split-clause', ref, duties });
        continue;
      }
      report(path, {
        code: 'unknown-level-clause',
        axis,
        level: String(level),
        ref,
        ...(dropAt === undefined
          ? asSuggestion(suggestReference(ref, refs))
          : { dropLine: at(['drop', dropAt]).line }),
      });
    }
  }
}

function checkParameters({ parameters = {} }: ValidPart, rules: RuleCatalogue, around: Surroundings): void {
  const { report } = around;
  for (const [rule, values] of Object.entries(parameters)) {
    const path = ['parameters', rule];
    const known = rules.get(rule);
    if (known === undefined) report(path, unknownRule(rule, rules), 'key');
    else
      for (const [name, value] of Object.entries(values))
        checkParameter([...path, name], { rule, name, value }, known, around);
  }
}

function checkParameter(
  path: Path,
  { rule, name, value }: { readonly rule: string; readonly name: string; readonly value: unknown },
  { parameters }: KnownRule,
  { report, scales, words }: Surroundings,
): void {
  const known = Object.keys(parameters);
  const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
  if (parameter === undefined) {
    const suggestion = asSuggestion(suggest(name, known));
    report(path, { code: 'unknown-parameter', rule, name, known, ...suggestion }, 'key');
  } else if (parameter.kind === 'level') {
    const known = isLevel(value) ? levelsUnlike(value, scales.confidentiality) : [];
    if (value !== null && known !== undefined)
      report(path, { code: 'unknown-floor', name, axis: 'confidentiality', written: String(value), known });
  } else if (parameter.kind === 'word') {
    const problem = wordProblem({ rule, name, value }, parameter, words);
    if (problem !== undefined) report(path, problem);
  } else if (!isPossible(parameter, value)) {
    const fiscalYears = parameter.kind === 'interval';
    report(path, { code: 'not-a-duration', name, written: String(value), fiscalYears });
  }
}

/** Whether a parameter may be set to a value: an interval that cannot be parsed would never be exceeded. */
export function isPossible({ kind }: KnownParameter, value: unknown): boolean {
  if (value === null) return true;
  if (kind === undefined || kind === 'level') return kind === undefined || isLevel(value);
  // Which words there are is for the policies to say.
  if (kind === 'word') return typeof value === 'string';
  return typeof value === 'string' && (kind === 'interval' ? isInterval(value) : isDuration(value));
}

function checkExceptions({ exceptions = {} }: ValidPart, rules: RuleCatalogue, report: Report): void {
  const { maximum, never = [] } = exceptions;
  for (const [index, id] of never.entries())
    if (id !== undefined && !rules.has(id)) report(['exceptions', 'never', index], unknownRule(id, rules));
  if (maximum !== undefined && !isInterval(maximum))
    report(['exceptions', 'maximum'], { code: 'unknown-maximum', written: maximum });
}

function unknownRule(id: string, rules: RuleCatalogue): ProblemFacts {
  return { code: 'unknown-rule', id, ...asSuggestion(suggest(id, rules.keys())) };
}

/** @returns clauses by their references, however typed */
function referencesOf<Item extends { readonly ref: string | undefined }>(
  items: readonly Item[],
): ByReference<Item> {
  return new ByReference(
    items.flatMap((item) => (item.ref === undefined ? [] : [[item.ref, item] as const])),
  );
}
