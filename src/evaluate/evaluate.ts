import type { ExaminedEvidence } from '../inventory/evidence.ts';
import type { Entry, Inventory, InventoryView, ListSection } from '../inventory/inventory.ts';
import type { InventoryFile } from '../inventory/load.ts';
import { Network } from '../network/network.ts';
import { noPolicy } from '../policy/build.ts';
import type { Policy } from '../policy/policy.ts';
import type {
  CitedClause,
  ExceptionAccount,
  Finding,
  RecordReference,
  RunError,
  VerdictCounts,
} from '../result.ts';
import {
  type AnyRule,
  type FileRecord,
  type Issue,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  type Subject,
  unknown,
  unreadable,
  type Verdict,
} from '../rule.ts';
import { exceptionAccounts } from './accounts.ts';
import { oncePerPolicy, type Parameters, type RunContext, ruleContext } from './context.ts';
import { Exceptions, type Permission } from './exceptions.ts';
import { citedClauses, clausesBehind, FindingBuilder, type HeldIssue } from './finding.ts';
import { outOfScope, Scope } from './scope.ts';
import { heaviest, type Reading, readCitations, type Weights, weigh } from './severity.ts';
import { Tally } from './tally.ts';

/** What is judged, by what. */
export interface EvaluationInput {
  readonly inventory: Inventory;
  readonly policies: readonly Policy[];
  readonly rules: readonly AnyRule[];
  /** all rules there are, whether they run or not */
  readonly catalogue: readonly AnyRule[];
  readonly weights: Weights;
  readonly parameters?: Parameters;
  readonly evidence?: ExaminedEvidence;
  /** the inventory whose exceptions hold, where that is not the one judged */
  readonly believed?: Inventory | undefined;
  readonly asOf: string;
  readonly observer?: Observer | undefined;
}

/** Who is told how far a run is, as it goes on. */
export interface Observer {
  /** so many files of an inventory are read, of so many */
  read(files: number, all: number): void;
  /** so many rules are about to be judged; once for each inventory that is judged */
  begins(rules: number): void;
  /** a rule is done, and came to a verdict on so many records */
  judged(ruleId: string, records: number): void;
}

/** What came of it. */
export interface Evaluation {
  readonly findings: readonly Finding[];
  /** how often each rule came to each verdict; under several policies a record counts once, by its worst */
  readonly verdicts: ReadonlyMap<string, VerdictCounts>;
  readonly tallies: Tallies;
  readonly errors: readonly RunError[];
  /** records that no policy applies to */
  readonly outOfScope: readonly RecordReference[];
  /** all exceptions, and what each came to */
  readonly exceptions: readonly ExceptionAccount[];
}

/** How often each rule came to each verdict: policy id → rule id → counts. Integrity rules stand under the policy id ''. */
export type Tallies = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

/** Whether a rule judges the inventory itself: it always runs, whatever the policy. */
export function isIntegrityRule(id: string): boolean {
  return id.startsWith('inventory/');
}

/** @returns the rules that run under the policies: those that a clause cites, and the integrity rules */
export function applicableRules(
  rules: readonly AnyRule[],
  policies: readonly Policy[],
  weights: Weights,
): AnyRule[] {
  return rules.filter(
    ({ id }) =>
      isIntegrityRule(id) ||
      (weights.rules[id] !== 'off' && policies.some(({ citations }) => citations.has(id))),
  );
}

/**
 * Judges every record by every rule under every policy. Verdicts are counted and only issues are kept, so that
 * the size of the result follows what is wrong, not what is there.
 */
export function evaluate(input: EvaluationInput): Evaluation {
  const run = new Run(input);
  const rules = applicableRules(input.rules, input.policies, input.weights);
  // Whether an exception is used is known only when everything else has been judged.
  const onExceptions = (rule: AnyRule) => [rule.appliesTo].flat().includes('exceptions');
  const ordered = [...rules.filter((one) => !onExceptions(one)), ...rules.filter(onExceptions)];
  input.observer?.begins(ordered.length);
  for (const rule of ordered) {
    run.judge(rule);
    input.observer?.judged(rule.id, run.recordsJudgedBy(rule));
  }
  return run.finish();
}

/** A rule under one policy. */
interface Ruling {
  /** the clauses of the policy that cite the rule */
  readonly cited: readonly CitedClause[];
  readonly context: RuleContext;
  readonly reading: Reading;
  /** the records that the policy does not apply to */
  readonly outside: ReadonlySet<object>;
  /** what the rule has come to so far */
  readonly tally: Tally;
}

/** A rule before all records: how it reads under each policy, the exceptions to it, and what it has come to. */
interface Trial {
  readonly rule: AnyRule;
  readonly rulings: readonly Ruling[];
  readonly permissions: readonly Permission[] | undefined;
  readonly verdicts: Record<Verdict, number>;
}

/** A rule that threw: how often, and on what first. */
interface Crash {
  count: number;
  readonly name: string;
  readonly reason: string;
  readonly location: RunError['location'];
}

const nobody: ReadonlySet<object> = new Set();
const badness: Readonly<Record<Verdict, number>> = {
  fail: 4,
  unknown: 3,
  review: 2,
  pass: 1,
  'not-applicable': 0,
};
const integrityReading: Reading = { verdict: 'fail', severity: 'error', interpreted: false };

class Run {
  readonly #input: EvaluationInput;
  readonly #shared: RunContext;
  readonly #scope: (policy: Policy) => Scope;
  readonly #exceptions: Exceptions;
  readonly #builder: FindingBuilder;
  readonly #verdicts = new Map<string, Record<Verdict, number>>();
  readonly #tallies = new Map<string, Map<string, Tally>>();
  readonly #crashes = new Map<string, Crash>();

  constructor(input: EvaluationInput) {
    this.#input = input;
    this.#builder = new FindingBuilder(input.inventory);
    this.#scope = oncePerPolicy((policy) => new Scope(input.inventory, policy));
    const exceptability = {
      known: new Set(input.catalogue.map(({ id }) => id)),
      never: new Set(
        input.catalogue
          .filter(({ id, exceptable }) => isIntegrityRule(id) || exceptable === false)
          .map(({ id }) => id),
      ),
    };
    this.#exceptions = new Exceptions(input.inventory, input.asOf, exceptability, input.believed);
    this.#shared = {
      inventory: input.inventory,
      asOf: input.asOf,
      configured: input.parameters ?? {},
      network: oncePerPolicy(
        (policy) =>
          new Network(input.inventory, policy, (segment) => this.#scope(policy).coversSegment(segment)),
      ),
      outside: (policy) => this.#scope(policy).outside,
      exceptions: this.#exceptions,
      evidence: input.evidence ?? new Map(),
    };
  }

  judge(rule: AnyRule): void {
    const verdicts = noVerdicts();
    this.#verdicts.set(rule.id, verdicts);
    const trial: Trial = {
      rule,
      rulings: this.#rulings(rule),
      permissions: this.#exceptions.permissions(rule.id),
      verdicts,
    };
    const subjects = [rule.appliesTo].flat();
    if (!isIntegrityRule(rule.id) && this.#asksForAbsentSections(subjects)) {
      this.#judgeAbsence(trial, subjects);
      return;
    }
    for (const subject of subjects) {
      if (subject === 'files') {
        for (const file of this.#input.inventory.files) {
          const record: FileRecord = { path: file.path, problems: file.problems };
          this.#judgeRecord(trial, record, undefined, file);
        }
        continue;
      }
      for (const entry of this.#entries(rule, subject)) {
        this.#judgeRecord(trial, entry.record, entry);
      }
    }
  }

  /** @returns how many records a rule has been asked about, those that it does not apply to included */
  recordsJudgedBy({ id }: AnyRule): number {
    return Object.values(this.#verdicts.get(id) ?? {}).reduce((total, count) => total + count, 0);
  }

  /** A rule may judge the body by what a section lists: without it, neither can be judged. */
  #asksForAbsentSections(subjects: readonly Subject[]): boolean {
    const { inventory } = this.#input;
    const sections = subjects.filter((subject) => subject !== 'organization');
    return (
      sections.length > 0 &&
      sections.every((subject) => subject !== 'files' && subject !== 'records' && !inventory.states(subject))
    );
  }

  /** What nobody has listed cannot be judged, once for the section; what is declared whole without it is not there. */
  #judgeAbsence(trial: Trial, subjects: readonly Subject[]): void {
    const { body } = this.#input.inventory;
    const sections = subjects.filter((subject) => subject !== 'organization') as readonly ListSection[];
    const rule: AnyRule = { ...trial.rule, check: (_, { inventory }) => absence(sections, inventory) };
    this.#judgeRecord({ ...trial, rule }, body.record, body);
  }

  finish(): Evaluation {
    return {
      findings: this.#builder.findings(),
      verdicts: new Map([...this.#verdicts].map(([id, counts]) => [id, asCounts(counts)])),
      tallies: this.#tallies,
      errors: this.#errors(),
      outOfScope: this.#outOfScope(),
      exceptions: exceptionAccounts(this.#input.inventory, this.#exceptions),
    };
  }

  #rulings(rule: AnyRule): Ruling[] {
    const { policies } = this.#input;
    // An integrity rule may be cited, too: attestations are judged clause by clause.
    if (isIntegrityRule(rule.id) && !policies.some(({ citations }) => citations.has(rule.id))) {
      const context = ruleContext(rule, policies[0] ?? noPolicy, this.#shared);
      const tally = this.#tallyOf('', rule);
      return [{ cited: [], context, reading: integrityReading, outside: nobody, tally }];
    }
    return policies.flatMap((policy) => {
      const citations = policy.citations.get(rule.id);
      if (citations === undefined) return [];
      const context = ruleContext(rule, policy, this.#shared);
      const { outside } = this.#scope(policy);
      const tally = this.#tallyOf(policy.id, rule);
      const cited = citedClauses(policy, rule.id);
      return [{ cited, context, reading: readCitations(citations), outside, tally }];
    });
  }

  #tallyOf(policy: string, { id }: AnyRule): Tally {
    const byRule = this.#tallies.get(policy) ?? new Map<string, Tally>();
    const tally = byRule.get(id) ?? new Tally();
    this.#tallies.set(policy, byRule.set(id, tally));
    return tally;
  }

  #entries(rule: AnyRule, subject: Exclude<Subject, 'files'>): readonly Entry[] {
    const { inventory } = this.#input;
    if (subject === 'records') return inventory.all;
    // A second organization is for the integrity rules to report; the others judge the body once.
    const once = subject === 'organization' && !isIntegrityRule(rule.id);
    return once ? [inventory.body] : inventory.entries(subject);
  }

  /** The inner loop of everything: what it does for a record that passes is done a million times. */
  #judgeRecord(
    { rule, rulings, permissions, verdicts }: Trial,
    record: object,
    entry: Entry | undefined,
    file?: InventoryFile,
  ): void {
    let worst: Verdict = 'not-applicable';
    let held: Map<string, HeldIssue> | undefined;
    const permission = permissions?.find(({ records }) => records.has(record));
    for (const { cited, context, reading, outside, tally } of rulings) {
      const isOutside = outside.size > 0 && outside.has(record);
      const outcome = isOutside ? notApplicable : this.#check(rule, record, context, entry);
      if (outcome === undefined) {
        // A rule that broke has not been kept as far as anybody knows.
        worst = worse(worst, 'unknown');
        tally.add(record, 'unknown', false);
        continue;
      }
      if (outcome === pass || outcome === notApplicable) {
        const { verdict } = outcome as typeof pass | typeof notApplicable;
        worst = worse(worst, verdict);
        tally.add(record, verdict, false);
        continue;
      }
      const issues = (Array.isArray(outcome) ? outcome : [outcome]) as readonly Issue[];
      let own: Verdict = 'pass';
      held ??= new Map();
      const places = new Map<string, number>();
      for (const issue of issues) {
        const place = `${issue.path}\n${issue.key ?? ''}`;
        const earlier = places.get(place) ?? 0;
        places.set(place, earlier + 1);
        const verdict = verdictOf(issue, reading);
        const interpreted = issue.verdict === 'fail' && reading.interpreted;
        own = worse(own, verdict);
        this.#hold(held, `${place}\n${earlier}`, {
          issue,
          verdict,
          severity: weigh(rule.id, verdict, reading, this.#input.weights),
          interpreted,
          clauses: clausesBehind(issue, cited),
        });
      }
      worst = worse(worst, own);
      const counted = { verdict: own, excepted: permission !== undefined };
      tally.add(record, own, counted.excepted);
      correctByClause(tally, cited, record, issues, reading, counted);
    }
    verdicts[worst]++;
    if (permission !== undefined && worst !== 'not-applicable') permission.state.judged = true;
    if (held === undefined) return;
    this.#builder.add(
      rule,
      held.values(),
      entry,
      file,
      permission === undefined ? null : this.#exceptions.use(permission),
    );
  }

  #check(rule: AnyRule, record: object, context: RuleContext, entry: Entry | undefined): Outcome | undefined {
    try {
      return rule.check(record as never, context);
    } catch (error) {
      this.#crashed(rule, error, entry);
      return undefined;
    }
  }

  #outOfScope(): RecordReference[] {
    const { policies, inventory } = this.#input;
    const outside = outOfScope(inventory, policies.map(this.#scope));
    return outside.map(({ section, id, name }) => ({ kind: section, id, name }));
  }

  /** One error a rule, however many records it crashes on: the first says enough. */
  #crashed(rule: AnyRule, error: unknown, entry: Entry | undefined): void {
    const earlier = this.#crashes.get(rule.id);
    if (earlier !== undefined) {
      earlier.count++;
      return;
    }
    const reason = error instanceof Error ? error.message : String(error);
    const location = entry === undefined ? null : this.#builder.locate(entry);
    this.#crashes.set(rule.id, { count: 1, name: entry?.name ?? '', reason, location });
  }

  #errors(): RunError[] {
    return [...this.#crashes].map(([id, { count, name, reason, location }]) => ({
      code: 'rule-crashed',
      message: {
        ja: `ルール ${id} が${count}件の判定中に異常終了しました (最初は「${name}」: ${reason})。sekisho の不具合です`,
        en: `rule ${id} crashed on ${count === 1 ? 'one record' : `${count} records`} (first “${name}”: ${reason}); this is a defect of sekisho`,
      },
      location,
    }));
  }

  /** Issues at one place under several policies are one: the worst verdict, the highest severity, all clauses. */
  #hold(held: Map<string, HeldIssue>, place: string, found: HeldIssue): void {
    const known = held.get(place);
    if (known === undefined) {
      held.set(place, found);
      return;
    }
    const severity = heaviest([known.severity, found.severity]);
    const { issue, verdict, interpreted } =
      worse(known.verdict, found.verdict) === known.verdict ? known : found;
    held.set(place, {
      issue,
      verdict,
      interpreted,
      severity,
      clauses: [...known.clauses, ...found.clauses],
    });
  }
}

function absence(sections: readonly ListSection[], inventory: InventoryView): Outcome {
  const [first] = sections;
  if (first === undefined || sections.every((section) => inventory.isWhole(section))) return notApplicable;
  const names = sections.join('・');
  if (!inventory.readable)
    return unreadable({ ja: ` ${names} `, en: sections.join(' and ') }, sections.join());
  return unknown(
    '',
    { ja: `台帳に ${names} がなく、判定できません`, en: `has no ${sections.join(' or ')} in its inventory` },
    {
      key: sections.join(),
      missing: {
        section: first,
        what: { ja: 'すべての記録（なければ []）', en: 'all records, or [] if there are none' },
      },
      remedy: {
        ja: `${names} を書いてください。1件もなければ ${first}: [] と書いてください。`,
        en: `List ${sections.join(' or ')}; if there are none, write ${first}: [].`,
      },
    },
  );
}

/** Where not all that was found goes back to all clauses of the rule, each clause counts what does go back to it. */
function correctByClause(
  tally: Tally,
  cited: readonly CitedClause[],
  record: object,
  issues: readonly Issue[],
  reading: Reading,
  counted: { readonly verdict: Verdict; readonly excepted: boolean },
): void {
  if (issues.every(({ clauses }) => clauses === undefined)) return;
  const grounds = issues.map((issue) => ({
    refs: clausesBehind(issue, cited).map(({ ref }) => ref),
    verdict: verdictOf(issue, reading),
  }));
  for (const { ref } of cited) {
    const own = grounds
      .filter(({ refs }) => refs.includes(ref))
      .reduce<Verdict>((worst, { verdict }) => worse(worst, verdict), 'pass');
    if (own !== counted.verdict) tally.correct(ref, record, counted, own);
  }
}

function verdictOf(issue: Issue, reading: Reading): Issue['verdict'] {
  return issue.verdict === 'fail' ? reading.verdict : issue.verdict;
}

function noVerdicts(): Record<Verdict, number> {
  return { pass: 0, fail: 0, unknown: 0, review: 0, 'not-applicable': 0 };
}

function asCounts({ 'not-applicable': notApplicable, ...counts }: Record<Verdict, number>): VerdictCounts {
  return { ...counts, notApplicable };
}

function worse(a: Verdict, b: Verdict): Verdict {
  return badness[a] >= badness[b] ? a : b;
}
