import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import { inventoryShape } from '../../generated/shapes.ts';
import type { Day } from '../base/date.ts';
import { isMapping } from '../base/mapping.ts';
import { evaluate } from '../evaluate/evaluate.ts';
import { viewsOf } from '../evaluate/policy-view.ts';
import { settleWords } from '../inventory/check-file.ts';
import { Inventory } from '../inventory/inventory.ts';
import { readFiles } from '../inventory/load.ts';
import { inventoryShapeWith } from '../policy/own/fields.ts';
import { exampleVerdicts } from '../policy/own/rule.ts';
import type { Clause, Policy } from '../policy/policy.ts';
import { declaredWords } from '../policy/vocabulary.ts';
import type { ExampleOutcome, ExamplePlace, RuleExampleFailure, WantedVerdict } from '../result/examples.ts';
import type { Finding, RunError } from '../result/result.ts';
import { type AnyRule, isInventory } from '../rule.ts';
import { recordShape } from '../schema/shape.ts';

/** A rule of a policy, and where each of its examples stands. */
export interface TestedRule {
  readonly rule: AnyRule;
  /** as the file writes them, by verdict */
  readonly examples: Readonly<Partial<Record<WantedVerdict, unknown>>>;
  /** @returns the place of the examples for a verdict, or of one of a list */
  placeOf(verdict: WantedVerdict, index?: number): ExamplePlace;
}

/** By what examples of rules are judged. */
export interface RuleTesting {
  /** whose levels, layers, scope, parameters and fields hold */
  readonly policy: Policy;
  /** the rules that tell of mistakes in the example itself */
  readonly integrity: readonly AnyRule[];
  readonly asOf: Day;
}

/** What came of the examples of one rule. */
export interface TestedExamples {
  readonly examples: number;
  readonly failures: readonly RuleExampleFailure[];
  readonly errors: readonly RunError[];
}

/** Judges each example of a rule by that rule alone, as if one clause of the policy made it a duty. */
export async function testRule(tested: TestedRule, testing: RuleTesting): Promise<TestedExamples> {
  const failures: RuleExampleFailure[] = [];
  const errors: RunError[] = [];
  let examples = 0;
  for (const wanted of exampleVerdicts) {
    const written = tested.examples[wanted];
    if (written === undefined) continue;
    for (const [index, example] of [written].flat().entries()) {
      examples++;
      const judged = await judge(example, tested.rule, testing);
      errors.push(...judged.errors);
      const failure = unlike(wanted, judged);
      if (failure === undefined) continue;
      const place = tested.placeOf(wanted, Array.isArray(written) ? index : undefined);
      failures.push({ kind: 'rule', place, rule: tested.rule.id, wanted, ...failure });
    }
  }
  return { examples, failures, errors };
}

/** What came of judging an example. */
interface Judged {
  /** what is wrong with the example itself */
  readonly mistakes: readonly Finding[];
  readonly findings: readonly Finding[];
  /** how many records the rule passed, and of how many it asked nothing */
  readonly passed: number;
  readonly notApplicable: number;
  readonly errors: readonly RunError[];
}

/** @returns what an example gives; `undefined` where that is what it is given for */
function unlike(
  wanted: WantedVerdict,
  { mistakes, findings, passed, notApplicable }: Judged,
): Pick<RuleExampleFailure, 'got' | 'message'> | undefined {
  const [mistake] = mistakes;
  if (mistake !== undefined) return { got: ['invalid'], message: mistake.message };
  const verdicts = new Set<ExampleOutcome>(
    findings.map(({ verdict }) => (verdict === 'fail' ? 'fail' : 'unknown')),
  );
  // A finding is what an example shows, whatever other records in it are there for.
  if (verdicts.size === 0 && passed > 0) verdicts.add('pass');
  if (verdicts.size === 0 && notApplicable > 0) verdicts.add('not-applicable');
  if (verdicts.size === 0) verdicts.add('nothing');
  if (verdicts.size === 1 && verdicts.has(wanted)) return undefined;
  const other = findings.find(({ verdict }) => verdict !== wanted);
  return { got: [...verdicts], ...(other && { message: other.message }) };
}

/**
 * An example shows a record or two: what else the rule asks about, other sections and other kinds of record, the body is
 * taken to have none of.
 */
async function judge(
  example: unknown,
  rule: AnyRule,
  { policy, integrity, asOf }: RuleTesting,
): Promise<Judged> {
  const shown = await inventoryFiles({ example: textOf(example, rule) }, policy);
  const stated = new Set(
    shown.flatMap(({ yaml }) =>
      yaml.documents.flatMap(({ value }) => (isMapping(value) ? Object.keys(value) : [])),
    ),
  );
  const needed = stated.size === 0 ? [] : [rule.neededSections ?? [], rule.appliesTo].flat();
  const rest = Object.fromEntries(
    needed.flatMap((section): [string, unknown][] => {
      if (stated.has(section)) return [];
      if (section === 'organization') return [[section, withName({}, section)]];
      return (listSections as readonly string[]).includes(section) ? [[section, []]] : [];
    }),
  );
  const others =
    Object.keys(rest).length === 0 ? [] : await inventoryFiles({ rest: JSON.stringify(rest) }, policy);
  const inventory = new Inventory([...shown, ...others], asOf, undefined, inventoryShapeWith(policy.fields));
  const { findings, tallies, errors } = evaluate({
    inventory,
    evidence: new Map(),
    views: viewsOf(inventory, [underOneClause(policy, rule)]),
    rules: [{ ...rule, neededKinds: [] }, ...integrity],
    catalogue: [rule, ...integrity],
    weights: { rules: {} },
    asOf,
  });
  const counts = tallies.get(policy.id)?.get(rule.id)?.total();
  return {
    mistakes: findings.filter(({ ruleId }) => ruleId !== rule.id),
    findings: findings.filter(({ ruleId }) => ruleId === rule.id),
    passed: counts?.pass ?? 0,
    notApplicable: counts?.['not-applicable'] ?? 0,
    errors,
  };
}

/** Texts as the files of an inventory, in the vocabulary of a policy. */
async function inventoryFiles(texts: Readonly<Record<string, string>>, policy: Policy) {
  const files = new Map(
    Object.entries(texts).map(([name, text]) => [path.resolve(`${name}.yaml`), Buffer.from(text)]),
  );
  const tree = { read: async (file: string) => files.get(file) ?? new Uint8Array() };
  const read = await readFiles(tree, [...files.keys()], { directory: path.resolve('.') });
  return settleWords(read, declaredWords([policy]));
}

/** An inventory as YAML; where an example is one record, that record in its section. */
function textOf(example: unknown, rule: AnyRule): string {
  if (typeof example === 'string') return example;
  if (isInventory(example)) return JSON.stringify(example);
  const section = sectionOf(example, rule);
  const record = withName(isMapping(example) ? example : {}, section);
  return JSON.stringify({ [section]: section === 'organization' ? record : [record] });
}

/** Of a rule on several sections, the first whose records have all that the example states. */
function sectionOf(example: unknown, { appliesTo }: AnyRule): string {
  const sections: readonly string[] = [appliesTo].flat();
  const keys = Object.keys(isMapping(example) ? example : {}).filter((key) => !key.startsWith('x-'));
  const fits = (section: string) => {
    const known = Object.keys(recordShape(inventoryShape, section)?.properties ?? {});
    return keys.every((key) => known.includes(key));
  };
  return sections.find(fits) ?? sections[0] ?? 'organization';
}

/** Fills in what no rule asks for and every record has. */
function withName(record: object, section: string): object {
  const known = Object.keys(recordShape(inventoryShape, section)?.properties ?? {});
  const usual = Object.entries({ id: 'example', name: '例' }).filter(([key]) => known.includes(key));
  return { ...Object.fromEntries(usual), ...record };
}

/** A policy in which one clause makes a rule a duty, with the numbers that the first clause to cite it states. */
function underOneClause(policy: Policy, { id, title }: AnyRule): Policy {
  const parameters = policy.citations
    .get(id)
    ?.find((citation) => citation.parameters !== undefined)?.parameters;
  const stated = { basis: 'stated' as const, ...(parameters && { parameters }) };
  const clause: Clause = {
    ref: '1',
    title,
    summary: title,
    modality: 'must',
    rules: [{ id, ...stated }],
    attestation: false,
  };
  return {
    ...policy,
    exceptions: {},
    clauses: [clause],
    citations: new Map([[id, [{ clause, ...stated }]]]),
  };
}
