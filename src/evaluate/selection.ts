import path from 'node:path';
import type { WordList } from '../../generated/vocabulary.ts';
import type { Day } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { applicableRules, areaOf } from '../catalogue/applicable-rules.ts';
import { announcedBy, citedClauses } from '../catalogue/cited-clauses.ts';
import { textsUnder } from '../catalogue/worded-texts.ts';
import type { Mixture } from '../inventory/mixture.ts';
import type { WrittenOrganization } from '../inventory/organization.ts';
import type { Configuration } from '../policy/configuration.ts';
import { forceOf } from '../policy/in-force.ts';
import { isPossible, loadPolicy, PolicyError, type PolicyProblem, ruleCatalogue } from '../policy/load.ts';
import { type Policy, standingIn } from '../policy/policy.ts';
import { heaviest, readCitations, type Weights, weigh } from '../policy/severity.ts';
import { declaredWords, wordsOf } from '../policy/vocabulary.ts';
import type { CitedClause, LeftOutRule, RuleTexts, VerdictCounts } from '../result/result.ts';
import type { AnyRule } from '../rule.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import { areaAround } from '../tree/area.ts';
import type { Tree } from '../tree/tree.ts';
import { asCounts, noVerdicts } from './verdicts.ts';

/** A rule or a division was named that cannot be selected. */
export class SelectionError extends Error {
  readonly problems: readonly SelectionProblem[];

  constructor(problems: readonly SelectionProblem[]) {
    super(problems.map(({ code, id }) => `${code}: ${id}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Why a rule cannot be selected: there is none of this id, no policy cites it (`ended-rule`: not any more), it always runs, or
 * it has no such parameter or none that could be set so. Or no record and no list of the organization names a division.
 */
export type SelectionProblem = {
  readonly id: string;
  /** the option or the key of the configuration that names it */
  readonly where: string;
} & (
  | {
      readonly code: 'unknown-rule' | 'uncited-rule' | 'ended-rule' | 'integrity-rule' | 'unknown-parameter';
      readonly suggestion?: string;
    }
  /** `known`: the names of the divisions that there are */
  | { readonly code: 'unknown-division'; readonly known: readonly string[]; readonly suggestion?: string }
  | {
      readonly code: 'unknown-word';
      readonly list: WordList;
      readonly written: string;
      readonly known: readonly string[];
      readonly suggestion?: string;
    }
  /** `fiscalYears`: whether `fiscal-year` would do as well as a duration */
  | { readonly code: 'not-a-duration'; readonly written: string; readonly fiscalYears: boolean }
  /** `known`: the levels that there are */
  | { readonly code: 'unknown-level'; readonly written: string; readonly known: readonly string[] }
);

/** What decides which policies and rules take part in a run. */
export interface Selection {
  readonly asOf: Day;
  /** what policy files named in `policies` are relative to */
  readonly directory: string;
  /** where policy files are read */
  readonly policyTree: Tree;
  readonly policies: readonly string[];
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly configuration: Configuration;
}

/**
 * The policies to judge by: those of the command line, else of the configuration, else of the organization.
 *
 * @returns an empty list where none is named
 * @throws PolicyError with the problems of all of them
 */
export async function selectPolicies(
  selection: Selection,
  organization: WrittenOrganization | undefined,
  rules: readonly AnyRule[],
): Promise<Policy[]> {
  const known = ruleCatalogue(rules);
  const policies = new Map<string, { readonly policy: Policy; readonly reference: string }>();
  const problems: PolicyProblem[] = [];
  const { policyTree: tree, configuration } = selection;
  for (const { reference, directory, area, at } of await namedPolicies(selection, organization)) {
    try {
      const reading = { tree, limits: configuration.limits, ...defined({ area }) };
      const policy = await loadPolicy(reference, directory, known, reading);
      const { id } = policy;
      const earlier = policies.get(id);
      if (earlier === undefined) policies.set(id, { policy, reference });
      else if (!isSamePolicy(earlier.policy, policy))
        problems.push({ code: 'same-id-as-another', file: reference, id, other: earlier.reference });
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error;
      problems.push(...error.problems.map((problem) => namedIn(at, reference, problem)));
    }
  }
  problems.push(...otherRules([...policies.values()]));
  if (problems.length > 0) throw new PolicyError(problems);
  return [...policies.values()].map(({ policy }) => policy);
}

/** Two policies may bring along the same rule from one that both extend, but not different rules of one id. */
function otherRules(
  named: readonly { readonly policy: Policy; readonly reference: string }[],
): PolicyProblem[] {
  const first = new Map<string, { readonly rule: string; readonly reference: string }>();
  return named.flatMap(({ policy, reference }) =>
    policy.ownRules.flatMap((own): PolicyProblem[] => {
      const rule = JSON.stringify(own);
      const known = first.get(own.id);
      if (known === undefined) first.set(own.id, { rule, reference });
      else if (known.rule !== rule)
        return [{ code: 'other-rule', file: reference, id: own.id, other: known.reference }];
      return [];
    }),
  );
}

/** Whether a policy is named twice, perhaps by two paths. Built-in policies have no files. */
function isSamePolicy(a: Policy, b: Policy): boolean {
  const contentOf = ({ files }: Policy) => files.map(({ sha256 }) => sha256).join();
  return contentOf(a) === contentOf(b);
}

/** A reference to a policy, the folder it is relative to, and the one it must lie in, unless a person gave it. */
interface NamedPolicy {
  readonly reference: string;
  readonly directory: string;
  readonly area?: string;
  /** where the organization names it */
  readonly at?: Pick<PolicyProblem, 'file' | 'position'>;
}

/** A policy that is not there is told of where the organization names it. */
function namedIn(at: NamedPolicy['at'], reference: string, problem: PolicyProblem): PolicyProblem {
  const isThere = problem.file !== reference || problem.position !== undefined;
  if (at === undefined || isThere) return problem;
  if (problem.code === 'unknown-policy') return { ...problem, ...at };
  if (problem.code === 'unreadable' && problem.base === undefined)
    return { ...problem, ...at, policy: reference };
  return problem;
}

async function namedPolicies(
  selection: Selection,
  organization: WrittenOrganization | undefined,
): Promise<NamedPolicy[]> {
  const { configuration, directory, policies } = selection;
  if (policies.length > 0) return policies.map((reference) => ({ reference, directory }));
  const inFolder = async (references: readonly string[], home: string) => {
    const area = await areaAround(home);
    return references.map((reference) => ({ reference, directory: home, area }));
  };
  if (configuration.policy.length > 0)
    return inFolder(configuration.policy, configuration.directory ?? directory);
  if (organization === undefined) return [];
  const { record, file } = organization;
  const named = await inFolder([record.policy ?? []].flat(), path.dirname(file.absolutePath));
  return named.map((one, index) => ({ ...one, at: placeOfPolicy(organization, index) }));
}

/** Where the organization names one of its policies, counted from 0. */
function placeOfPolicy({ record, file, document }: WrittenOrganization, index: number) {
  const { path: shown, yaml } = file;
  const root = yaml.documents[document]?.root ?? 0;
  const keys = ['organization', 'policy', ...(Array.isArray(record.policy) ? [index] : [])];
  return { file: shown, position: yaml.source.position(yaml.tape.locate(root, keys).start) };
}

/**
 * The rules to run: those that the policies cite, narrowed by `only` and `skip`, and always the integrity rules. `only`
 * also narrows an integrity rule that clauses cite, since it answers clauses as others do.
 *
 * @param mixture what is read as one inventory and is none: of that only this is told, and what is wrong with its files
 * @throws SelectionError if a rule or a parameter is named that does not exist, or a rule that no policy cites or that
 *   always runs
 */
export function selectRules(
  selection: Selection,
  policies: readonly Policy[],
  rules: readonly AnyRule[],
  mixture?: Mixture,
): AnyRule[] {
  const { only, skip, configuration } = selection;
  const problems = [
    ...namingProblems(selection, policies, rules),
    ...parameterProblems(configuration, policies, rules),
  ];
  if (problems.length > 0) throw new SelectionError(problems);
  if (mixture !== undefined) return rules.filter(judgesMixtures);
  const isWanted = (id: string) => (only.length === 0 || only.includes(id)) && !skip.includes(id);
  return applicableRules(rules, policies, configuration).filter(
    (rule) => isWanted(rule.id) || alwaysRuns(rule, policies),
  );
}

function judgesMixtures({ integrity, appliesTo, tellsMixture }: AnyRule): boolean {
  return tellsMixture === true || (integrity === true && [appliesTo].flat().includes('files'));
}

/** Whether a rule judges the inventory itself and answers no clause: it cannot be left out. */
function alwaysRuns({ id, integrity }: AnyRule, policies: readonly Policy[]): boolean {
  return integrity === true && !policies.some(({ citations }) => citations.has(id));
}

/** What is wrong with the rules that the command line and the configuration name. */
function namingProblems(
  { only, skip, configuration, asOf }: Selection,
  policies: readonly Policy[],
  rules: readonly AnyRule[],
): SelectionProblem[] {
  const known = new Map(rules.map((rule) => [rule.id, rule]));
  const isUncited = (id: string) =>
    policies.length > 0 && !policies.some(({ citations }) => citations.has(id));
  const named = [
    ...only.map((id) => ({ id, where: '--rule' })),
    ...skip.map((id) => ({ id, where: '--skip' })),
    ...Object.keys(configuration.rules).map((id) => ({ id, where: 'rules' })),
    ...Object.keys(configuration.parameters).map((id) => ({ id, where: 'parameters' })),
  ];
  return named.flatMap(({ id, where }): SelectionProblem[] => {
    const rule = known.get(id);
    if (rule === undefined)
      return [{ code: 'unknown-rule', id, where, ...asSuggestion(suggest(id, known.keys())) }];
    if (rule.integrity) return where === '--rule' ? [] : [{ code: 'integrity-rule', id, where }];
    if (where !== '--rule' || !isUncited(id)) return [];
    return [{ code: hasEnded(id, policies, asOf) ? 'ended-rule' : 'uncited-rule', id, where }];
  });
}

/** Whether a clause cites a rule that has ended. */
function hasEnded(ruleId: string, policies: readonly Policy[], asOf: Day): boolean {
  return policies.some(({ clauses }) =>
    clauses.some(
      (clause) => forceOf(clause, asOf) === 'ended' && clause.rules.some(({ id }) => id === ruleId),
    ),
  );
}

/**
 * What is wrong with the parameters that the configuration sets: no rule has them, the value is not possible, or it is a
 * level that no policy has.
 */
function parameterProblems(
  { parameters }: Configuration,
  policies: readonly Policy[],
  rules: readonly AnyRule[],
): SelectionProblem[] {
  return Object.entries(parameters).flatMap(([id, values]) => {
    const rule = rules.find((one) => one.id === id);
    if (rule === undefined) return [];
    const where = `parameters ${id}`;
    const known = Object.keys(rule.parameters ?? {});
    return Object.entries(values).flatMap(([name, value]): SelectionProblem[] => {
      const { parameters = {} } = rule;
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (parameter === undefined)
        return [{ code: 'unknown-parameter', id: name, where, ...asSuggestion(suggest(name, known)) }];
      if (parameter.kind === 'level' && policies.length > 0) {
        const known = levelsUnlike(value, policies);
        return known === undefined
          ? []
          : [{ code: 'unknown-level', id: name, where, written: String(value), known }];
      }
      if (parameter.kind === 'word' && parameter.of !== undefined && value !== null) {
        const known = wordsOf(parameter.of, declaredWords(policies));
        const written = String(value);
        if (known.includes(written)) return [];
        const facts = { list: parameter.of, written, known, ...asSuggestion(suggest(written, known)) };
        return [{ code: 'unknown-word', id: name, where, ...facts }];
      }
      if (isPossible(parameter, value)) return [];
      const fiscalYears = parameter.kind === 'interval';
      return [{ code: 'not-a-duration', id: name, where, written: String(value), fiscalYears }];
    });
  });
}

/** @returns the levels of confidentiality of the policies, where a value is none of them */
function levelsUnlike(value: unknown, policies: readonly Policy[]): readonly string[] | undefined {
  if (value === null) return undefined;
  const all = policies.map(({ scales }) => scales.confidentiality);
  const stated = all.filter((scale) => scale.stated);
  const scales = stated.length > 0 ? stated : all;
  const isLevel = typeof value === 'string' || typeof value === 'number';
  if (isLevel && scales.some((scale) => standingIn(scale, value) !== undefined)) return undefined;
  return [...new Set(scales.flatMap(({ levels }) => levels.map(({ label }) => label)))];
}

/** The rules that the policies cite and that were left out. */
export function leftOutRules(
  { only, skip, configuration, asOf }: Selection,
  policies: readonly Policy[],
  rules: readonly AnyRule[],
  mixture?: Mixture,
): LeftOutRule[] {
  return rules.flatMap((rule): LeftOutRule[] => {
    const { id } = rule;
    const where = ((): LeftOutRule['where'] | undefined => {
      if (mixture !== undefined) return 'mixture';
      if (configuration.rules[id] === 'off') return 'rules';
      if (skip.includes(id)) return '--skip';
      return only.length === 0 || only.includes(id) ? undefined : '--rule';
    })();
    if (where === undefined || alwaysRuns(rule, policies)) return [];
    const clauses = policies.flatMap((policy) => citedClauses(policy, rule, asOf));
    return clauses.length === 0 ? [] : [{ id, title: textsUnder(rule, policies).title, where, clauses }];
  });
}

/**
 * The rules that ran, as the result has them.
 *
 * @param verdicts the verdicts of each
 */
export function judgedRules(
  rules: readonly AnyRule[],
  policies: readonly Policy[],
  { configuration, asOf }: Pick<Selection, 'configuration' | 'asOf'>,
  verdicts: ReadonlyMap<string, VerdictCounts>,
): Map<string, RuleTexts> {
  return new Map(
    rules.map((rule) => {
      const { id, examples, integrity } = rule;
      const { title, rationale, remedy } = textsUnder(rule, policies);
      const clauses: CitedClause[] = policies.flatMap((policy) => citedClauses(policy, rule, asOf));
      const announced = integrity ? undefined : announcedBy(clauses);
      const readings = policies.flatMap(({ citations }) => {
        const cited = citations.get(id)?.filter(({ clause }) => forceOf(clause, asOf) === 'in-force') ?? [];
        return cited.length === 0 ? [] : [readCitations(cited)];
      });
      const weight = (weights: Weights) => {
        if (integrity) return 'error';
        return announced !== undefined
          ? 'info'
          : heaviest(readings.map((reading) => weigh(id, reading.verdict, reading, weights)));
      };
      const severity = weight(configuration);
      const own = weight({ rules: {} });
      const parameters = configuration.parameters[id];
      const override = { ...(own === severity ? {} : { severity: own }), parameters: parameters ?? {} };
      const texts: RuleTexts = {
        id,
        area: areaOf(rule),
        title,
        rationale,
        remedy,
        example: examples.pass,
        severity,
        clauses,
        ...defined({ announced }),
        verdicts: verdicts.get(id) ?? asCounts(noVerdicts()),
        ...(own === severity && parameters === undefined ? {} : { override }),
      };
      return [id, texts];
    }),
  );
}
