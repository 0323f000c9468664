import type { Day } from '../base/date.ts';
import { addToGroup } from '../base/groups.ts';
import { limitOf } from '../base/limits.ts';
import { clausesBehind, clausesOf } from '../catalogue/cited-clauses.ts';
import type { InventoryFile } from '../inventory/file.ts';
import type { Entry } from '../inventory/inventory.ts';
import type { ListSection } from '../inventory/view.ts';
import { attestationRule, noPolicy } from '../policy/build.ts';
import type { Clause, Policy } from '../policy/policy.ts';
import { type Reading, readCitations } from '../policy/severity.ts';
import { type Terms, termsOf } from '../policy/terms.ts';
import { addedTo } from '../result/reach.ts';
import type { CitedClause } from '../result/result.ts';
import {
  type AnyRule,
  type Applicability,
  checkOfSection,
  compareStrictness,
  existsOn,
  type FileRecord,
  type Issue,
  judgeWhere,
  notApplicable,
  type Outcome,
  pass,
  type RuleContext,
  type Subject,
  testsOfDays,
} from '../rule.ts';
import { absence, lackOfKind } from './absence.ts';
import { exceptionAccounts } from './accounts.ts';
import { askedOf } from './asked-of.ts';
import { type RunContext, ruleContext } from './context.ts';
import { Corrections } from './corrections.ts';
import { Crashes } from './crashes.ts';
import type { Evaluation, EvaluationInput } from './evaluation.ts';
import { Exceptions, type Permission } from './exceptions.ts';
import { FindingBuilder } from './finding.ts';
import { notSuppressed, type Standing } from './found-finding.ts';
import { Joined, MergedIssues } from './merged-issues.ts';
import { outOfScope, PolicyView } from './policy-view.ts';
import { Tally } from './tally.ts';
import {
  type Answer,
  asCounts,
  type CountedVerdict,
  isIssue,
  noVerdicts,
  verdictOf,
  worse,
} from './verdicts.ts';
import { keyOf, WeighedIssues } from './weighed-issues.ts';
import { type DaysAsked, judgeWhicheverDay } from './whichever-day.ts';
import { isWithoutLayers, withoutLayers } from './without-layers.ts';

/** A rule as some clauses of one policy ask it alike. */
interface RuleUnderClauses {
  readonly cited: readonly CitedClause[];
  readonly context: RuleContext;
  readonly reading: Reading;
  /** none of them is in force yet */
  readonly announced: boolean;
  /** the references of the other clauses of the policy that ask it, otherwise or no longer */
  readonly others: ReadonlySet<string>;
  /** which days of a month or a fiscal year tell what comes of it */
  readonly days: DaysAsked;
  /** the body is exempt from them */
  readonly exempt: boolean;
  /** they ask nothing of what exists, or runs, on this day */
  readonly newFrom: Day | undefined;
  /** @returns whether they ask it of a record; absent where they ask it of all */
  readonly asks: ((entry: Entry) => Applicability) | undefined;
  /** what they make of issues */
  readonly weighed: WeighedIssues;
}

/** A rule under one policy. */
interface RuleUnderPolicy {
  /** by the terms of the clauses, the strictest first; never empty */
  readonly underClauses: readonly RuleUnderClauses[];
  /** that of the first of them, for what does not depend on terms */
  readonly context: RuleContext;
  /** the records that the policy does not apply to */
  readonly outside: ReadonlySet<object>;
  /** layers matter to the rule, and no segment in scope states one */
  readonly withoutLayers: boolean;
  /** the verdicts so far */
  readonly tally: Tally;
}

/** A rule that one policy asks of all records alike. */
interface SimplyAsked extends Pick<RuleUnderPolicy, 'outside' | 'tally'> {
  readonly asking: RuleUnderClauses;
}

/** A rule while it runs: how each policy reads it, and its verdicts. */
class RuleRun {
  readonly rule: AnyRule;
  /** The rule's own: rules are objects of many shapes, which are slow to read where all records are judged. */
  readonly id: string;
  readonly underPolicies: readonly RuleUnderPolicy[];
  readonly verdicts: Record<CountedVerdict, number>;
  readonly check: AnyRule['check'];

  constructor(
    { rule, verdicts }: Pick<RuleRun, 'rule' | 'verdicts'>,
    underPolicies: readonly RuleUnderPolicy[],
    check = rule.check,
  ) {
    this.rule = rule;
    this.id = rule.id;
    this.underPolicies = underPolicies;
    this.verdicts = verdicts;
    this.check = check;
  }

  /** The run under some of its policies. */
  under(isMeant: (policy: RuleUnderPolicy) => boolean): RuleRun {
    return new RuleRun(this, this.underPolicies.filter(isMeant), this.check);
  }

  /** The run with another question. */
  asking(check: AnyRule['check']): RuleRun {
    return new RuleRun(this, this.underPolicies, check);
  }
}

const nobody: ReadonlySet<object> = new Set();
const integrityReading: Reading = {
  verdict: 'fail',
  severity: 'error',
  interpreted: false,
  duties: new Set(),
};

/** Everything that is judged under the same policies, rule by rule. */
export class Evaluator {
  readonly #input: EvaluationInput;
  readonly #shared: RunContext;
  /** whether a system says anything of its disposal */
  readonly #listsDisposal: boolean;
  /** whether dates are written of which only the month or the fiscal year is known */
  readonly #hasOpenDates: boolean;
  /** the view in which integrity rules run that no policy cites */
  readonly #first: PolicyView;
  /** the views in which no segment in scope states a layer */
  readonly #withoutLayers: ReadonlySet<PolicyView>;
  readonly #exceptions: Exceptions;
  readonly #corrections: Corrections;
  readonly #builder: FindingBuilder;
  readonly #verdicts = new Map<string, Record<CountedVerdict, number>>();
  readonly #tallies = new Map<string, Map<string, Tally>>();
  readonly #crashes = new Crashes();
  readonly #joined = new Joined();
  readonly #judged = new Map<string, Set<object>>();

  constructor(input: EvaluationInput) {
    const { inventory, views } = input;
    const policies = views.map(({ policy }) => policy);
    this.#input = input;
    this.#hasOpenDates = inventory.openDates.size > 0;
    this.#listsDisposal = inventory.records('systems').some(({ disposal }) => disposal !== undefined);
    this.#first = views[0] ?? new PolicyView(inventory, noPolicy, []);
    this.#builder = new FindingBuilder(inventory, policies, limitOf('findings', input.limits));
    this.#withoutLayers = new Set(views.filter(isWithoutLayers));
    const exceptability = {
      policies,
      known: new Set(input.catalogue.map(({ id }) => id)),
      never: new Set(input.catalogue.filter(({ integrity }) => integrity).map(({ id }) => id)),
    };
    this.#exceptions = new Exceptions(inventory, input.asOf, exceptability, input.trusted?.inventory);
    this.#corrections = new Corrections(inventory, exceptability.known);
    this.#shared = {
      onLayers: views.filter(({ policy: { citations } }) =>
        input.catalogue.some(({ id, layers }) => layers !== undefined && citations.has(id)),
      ),
      asOf: input.asOf,
      configured: input.parameters ?? {},
      exceptions: this.#exceptions,
      corrections: this.#corrections,
      excepted: (ruleId, record) => this.#exceptions.covering(ruleId, record).length > 0,
      evidence: input.evidence ?? new Map(),
    };
  }

  judge(rule: AnyRule): void {
    const verdicts = noVerdicts();
    this.#verdicts.set(rule.id, verdicts);
    for (const { records, state } of this.#exceptions.permissions(rule.id)) state.ran ||= records.size > 0;
    this.#corrections.begins(rule.id);
    const run = new RuleRun({ rule, verdicts }, this.#underPolicies(rule));
    const subjects = [rule.appliesTo].flat();
    const needed = listSectionsOf(rule.neededSections ?? subjects);
    const { inventory } = this.#input;
    const absent = rule.integrity ? [] : needed.filter((section) => !inventory.states(section));
    if (absent.length > 0 && absent.length === needed.length) {
      this.#judgeAbsence(run, absent);
      if (rule.neededSections === undefined) return;
    }
    const [silent, judged] = parted(run);
    if (silent.underPolicies.length > 0) this.#judgeBody(silent, (_, context) => withoutLayers(context));
    if (judged.underPolicies.length === 0) return;
    for (const subject of subjects) this.#judgeSubject(judged, subject);
    this.#judgeLackOfKind(judged);
    // Sections that are there prove nothing about those that are missing.
    const open = absent.filter((section) => !inventory.isWhole(section));
    if (open.length > 0 && absent.length < needed.length)
      this.#judgeBody(judged, (_, context) => absence(open, context.inventory, 'shared'));
  }

  #judgeSubject(run: RuleRun, subject: Subject): void {
    if (subject !== 'files') {
      const own = subject === 'records' ? run : run.asking(checkOfSection(run.check, subject));
      this.#judgeEntries(own, this.#entries(run.rule, subject));
      return;
    }
    for (const file of this.#input.inventory.files) {
      const record: FileRecord = { path: file.path, problems: file.problems };
      this.#judgeRecord(run, record, undefined, file);
    }
  }

  /** A loop of its own, so that nothing that differs from rule to rule is compiled into it. */
  #judgeEntries(run: RuleRun, entries: readonly Entry[]): void {
    const simple = this.#simplyAsked(run);
    // By index: V8 makes an object of each step of an iterator until it has optimised the loop, which it does anew for each rule.
    for (let index = 0; index < entries.length; index++) {
      const entry = entries[index] as Entry;
      if (simple === undefined) this.#judgeRecord(run, entry.record, entry);
      else this.#judgeSimply(run, simple, entry);
    }
  }

  /**
   * Most rules are asked by one policy, alike of all records, and no exception is granted from them: then nothing is to be weighed
   * of a record that passes.
   */
  #simplyAsked({ id, underPolicies: [only, ...others] }: RuleRun): SimplyAsked | undefined {
    const [asking, ...otherwise] = only?.underClauses ?? [];
    if (only === undefined || asking === undefined || others.length + otherwise.length > 0) return undefined;
    const isPermitted = this.#exceptions.permissions(id).length > 0;
    return isPermitted || asking.announced || this.#hasOpenDates
      ? undefined
      : { asking, outside: only.outside, tally: only.tally };
  }

  /** The hot loop: what it does for a record that passes runs a million times. */
  #judgeSimply(run: RuleRun, { asking, outside, tally }: SimplyAsked, entry: Entry): void {
    const { record } = entry;
    const answer = this.#ask(run, record, asking, entry, outside.size > 0 && outside.has(record));
    if (answer === notApplicable) {
      run.verdicts['not-applicable']++;
      tally.add(record, 'not-applicable', false);
    } else if (answer === pass) {
      run.verdicts.pass++;
      tally.add(record, 'pass', false);
      this.#input.passed?.(run.id, entry);
      if (this.#input.collect) this.#collect(run.rule, record);
    } else this.#judgeRecord(run, record, entry, undefined, { answer });
  }

  /** @returns how many records a rule has been asked about, those that it does not apply to included */
  recordsJudgedBy({ id }: AnyRule): number {
    return Object.values(this.#verdicts.get(id) ?? {}).reduce((total, count) => total + count, 0);
  }

  /** Reports missing sections once, not per record: unknown, or not applicable where they are declared whole. */
  #judgeAbsence(run: RuleRun, sections: readonly ListSection[]): void {
    // Without segments there are no layers either: that is one finding for all rules to which layers matter.
    const [silent, judged] = sections.every((section) => section === 'segments')
      ? parted(run)
      : [undefined, run];
    if (silent !== undefined && silent.underPolicies.length > 0)
      this.#judgeBody(silent, (_, context) => withoutLayers(context));
    if (judged.underPolicies.length > 0)
      this.#judgeBody(judged, (_, { inventory }) => absence(sections, inventory, 'tells'));
  }

  #judgeBody(run: RuleRun, check: AnyRule['check']): void {
    const { body } = this.#input.inventory;
    this.#judgeRecord(run.asking(check), body.record, body);
  }

  /** Reports once for the body that a section lists records, but none of a kind that the rule needs. */
  #judgeLackOfKind(run: RuleRun): void {
    const withFindings = new Set(
      run.underPolicies.filter(({ tally }) => isOpen(tally)).map(({ context }) => context),
    );
    const judged = new Set(
      run.underPolicies.filter(({ tally }) => isJudged(tally)).map(({ context }) => context),
    );
    for (const kind of run.rule.neededKinds ?? []) {
      const lack = (context: RuleContext) => lackOfKind(kind, context, withFindings.has(context));
      const lacking = run.under(
        ({ context }) => !(kind.unlessJudged && judged.has(context)) && lack(context) !== notApplicable,
      );
      if (lacking.underPolicies.length > 0) this.#judgeBody(lacking, (_, context) => lack(context));
    }
  }

  /** How many findings there are so far. */
  get found(): number {
    return this.#builder.found;
  }

  finish(): Evaluation {
    const { inventory, views } = this.#input;
    return {
      findings: this.#builder.findings(),
      verdicts: new Map([...this.#verdicts].map(([id, counts]) => [id, asCounts(counts)])),
      tallies: this.#tallies,
      errors: this.#crashes.errors(),
      judged: this.#judged,
      outOfScope: outOfScope(views).map(({ section, id, name }) => ({ kind: section, id, name })),
      exceptions: exceptionAccounts(inventory, this.#exceptions),
      corrections: this.#corrections,
    };
  }

  #underPolicies(rule: AnyRule): RuleUnderPolicy[] {
    const { views } = this.#input;
    // Also under policies that do not cite the other rule: a wrong value is wrong whatever a policy asks.
    if (rule.inPlaceOf !== undefined) {
      const { inPlaceOf } = rule;
      return views.map((view) => {
        const citations = view.policy.citations.get(inPlaceOf) ?? [];
        return this.#underPolicy(rule, view, [
          this.#underClauses(rule, view, { citations }, integrityReading),
        ]);
      });
    }
    // A cited integrity rule is judged under each policy as others are: attestations are judged clause by clause.
    if (rule.integrity && !views.some(({ policy }) => policy.citations.has(rule.id))) {
      const asked = this.#underClauses(rule, this.#first, { citations: [] }, integrityReading);
      return [{ ...this.#underPolicy(rule, this.#first, [asked], this.#tallyOf('', rule)), outside: nobody }];
    }
    return views.flatMap((view) => {
      const citations = view.policy.citations.get(rule.id);
      if (citations === undefined) return [];
      const strictness = (name: string, a: unknown, b: unknown) =>
        compareStrictness(rule.parameters?.[name], a, b);
      const under = termsOf(citations, this.#input.asOf, strictness).map((terms) =>
        this.#underClauses(rule, view, terms, readCitations(terms.citations)),
      );
      return [this.#underPolicy(rule, view, under)];
    });
  }

  #underClauses(rule: AnyRule, view: PolicyView, terms: Terms, reading: Reading): RuleUnderClauses {
    const context = ruleContext(rule, view, this.#shared, terms);
    const cited = clausesOf(view.policy, terms.citations, this.#input.asOf);
    const others = new Set(refsAsking(rule, view.policy));
    for (const { ref } of cited) others.delete(ref);
    return {
      cited,
      context,
      reading,
      announced: terms.announced === true,
      others,
      days: rule.asksEachDay === true || testsOfDays(terms.where) > 0 ? 'each' : 'ends',
      // What no clause asks, such as that files can be read, holds for everybody.
      exempt: view.scope.exempt && terms.citations.length > 0,
      newFrom: terms.newFrom,
      asks: askedOf(terms, context, { policy: view.policy, keptOnly: this.#asksOnlyOfKept(rule) }),
      weighed: new WeighedIssues(rule, {
        ...{ cited, reading, ofLaw: view.policy.kind === 'law' },
        remedy: rule.textsIn?.(context.words).remedy,
        weights: this.#input.weights,
      }),
    };
  }

  /** Nothing is asked of systems that were disposed of, but for how they were. Most inventories list none. */
  #asksOnlyOfKept(rule: AnyRule): boolean {
    return rule.integrity !== true && rule.ofDisposed !== true && this.#listsDisposal;
  }

  #underPolicy(
    rule: AnyRule,
    view: PolicyView,
    underClauses: readonly RuleUnderClauses[],
    tally = this.#tallyOf(view.policy.id, rule),
  ): RuleUnderPolicy {
    const [first] = underClauses;
    if (first === undefined) throw new Error(`no clause of ${view.policy.id} asks ${rule.id}`);
    return {
      underClauses,
      context: first.context,
      outside: view.scope.outside,
      withoutLayers: rule.layers !== undefined && this.#withoutLayers.has(view),
      tally,
    };
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
    // Only integrity rules judge a second organization, to report it; the others judge the body once. Where no organization
    // is written, all of them judge the entry that stands for the body, so that what it lacks is reported.
    const once = subject === 'organization' && (!rule.integrity || inventory.organization === undefined);
    return once ? [inventory.body] : inventory.entries(subject);
  }

  /** @param asked what came of asking, where that is known */
  #judgeRecord(
    run: RuleRun,
    record: object,
    entry: Entry | undefined,
    file?: InventoryFile,
    asked?: { readonly answer: Answer | undefined },
  ): void {
    const { id, rule, underPolicies, verdicts } = run;
    let worst: CountedVerdict = 'not-applicable';
    let today: CountedVerdict = 'not-applicable';
    let held: MergedIssues | undefined;
    const covering = this.#exceptions.covering(id, record);
    const permission = covering[0];
    let added: readonly string[] = [];
    for (const { underClauses, outside, tally } of underPolicies) {
      const isOutside = outside.size > 0 && outside.has(record);
      let counted: Counted = withoutIssue['not-applicable'];
      let judgements: Judgement[] | undefined;
      for (const asking of underClauses) {
        const judged = asked
          ? asked.answer
          : this.#hasOpenDates
            ? judgeWhicheverDay(record, asking.days, () => this.#ask(run, record, asking, entry, isOutside))
            : this.#ask(run, record, asking, entry, isOutside);
        const outcome = ownPart(judged, asking);
        let own: Counted;
        let issues: readonly Issue[] | undefined;
        // Where a rule threw, nobody knows whether the record satisfies it.
        if (outcome === undefined || outcome === 'undated') own = withoutIssue.unknown;
        else if (outcome === pass) own = withoutIssue.pass;
        else if (outcome === notApplicable) own = withoutIssue['not-applicable'];
        else if (outcome === 'transitional') own = withoutIssue.transitional;
        else {
          held ??= new MergedIssues(this.#joined);
          issues = (Array.isArray(outcome) ? outcome : [outcome]) as readonly Issue[];
          const { verdict, inForce } = this.#weigh(issues, asking, held);
          today = worse(today, inForce);
          const more =
            permission !== undefined && entry !== undefined ? this.#beyondTrusted(rule, issues, entry) : [];
          if (more.length > 0) added = more;
          own = { verdict, excepted: permission !== undefined && more.length === 0 };
        }
        if (issues === undefined && !asking.announced) today = worse(today, own.verdict);
        if (issues !== undefined || underClauses.length > 1) {
          judgements ??= [];
          judgements.push({ cited: asking.cited, reading: asking.reading, issues, counted: own });
        }
        if (worse(counted.verdict, own.verdict) !== counted.verdict) counted = own;
      }
      worst = worse(worst, counted.verdict);
      tally.add(record, counted.verdict, counted.excepted);
      if (judgements !== undefined) correctByClause(tally, record, counted, judgements);
    }
    verdicts[today]++;
    if (today === 'pass') this.#input.passed?.(id, entry);
    if (this.#input.collect && entry !== undefined && worst !== 'not-applicable') this.#collect(rule, record);
    if (worst !== 'not-applicable') for (const { state } of covering) state.judged = true;
    const about = entry ?? file;
    if (held === undefined || about === undefined) return;
    for (const { state } of covering.slice(1)) state.coveredBy ??= permission?.exception;
    const issues = held.values();
    const corrections = this.#corrections.meant(id, record, issues.length);
    const standing = this.#standing(rule, record, permission, added);
    this.#builder.add(
      rule,
      issues,
      about,
      corrections.length === 0 ? standing : { ...standing, corrections },
    );
  }

  #collect({ id }: AnyRule, record: object): void {
    const judged = this.#judged.get(id);
    if (judged === undefined) this.#judged.set(id, new Set([record]));
    else judged.add(record);
  }

  #standing(
    rule: AnyRule,
    record: object,
    permission: Permission | undefined,
    added: readonly string[],
  ): Standing {
    if (permission === undefined) {
      const lapse = this.#exceptions.lapse(rule.id, record, this.#input.inventory);
      return lapse === undefined ? notSuppressed : { suppression: null, lapse };
    }
    if (added.length === 0) return { suppression: this.#exceptions.use(permission) };
    const { exception, state } = permission;
    state.lapsed = true;
    return { suppression: null, lapse: { exception, beyond: { added } } };
  }

  /** What stands behind and beyond the ways of a record and did not where its exception was approved. */
  #beyondTrusted({ id }: AnyRule, issues: readonly Issue[], entry: Entry): readonly string[] {
    const before = this.#input.trusted?.reach(id, entry);
    if (before === undefined) return [];
    return issues.flatMap(({ reach }) =>
      reach === undefined ? [] : addedTo(before, this.#builder.reach(reach)()),
    );
  }

  /**
   * Adds the issues of a record under one policy to `held`, those under other policies.
   *
   * @returns the worst verdict: of all, and of those that hold under clauses in force
   */
  #weigh(
    issues: readonly Issue[],
    { weighed }: RuleUnderClauses,
    held: MergedIssues,
  ): { readonly verdict: CountedVerdict; readonly inForce: CountedVerdict } {
    let worst: CountedVerdict = 'pass';
    let inForce: CountedVerdict = 'not-applicable';
    const occurrences = issues.length > 1 ? new Map<string, number>() : undefined;
    for (const issue of issues) {
      const key = keyOf(issue);
      const earlier = occurrences?.get(key) ?? 0;
      occurrences?.set(key, earlier + 1);
      const found = weighed.of(issue);
      worst = worse(worst, found.verdict);
      if (found.announced === undefined) inForce = worse(inForce, found.verdict);
      held.hold(occurrenceOf(issue, key, earlier), found);
    }
    return { verdict: worst, inForce };
  }

  /**
   * Asks only what the clauses ask of the record; where it is unknown whether they do, a pass needs no answer to that. A record
   * out of scope can fail a rule with `beyondScope`, but its pass does not count for the policy.
   */
  #ask(
    run: RuleRun,
    record: object,
    { context, asks, newFrom, exempt }: RuleUnderClauses,
    entry: Entry | undefined,
    isOutside: boolean,
  ): Answer | undefined {
    if (exempt) return notApplicable;
    if (isOutside) {
      if (run.rule.beyondScope !== true) return notApplicable;
      const outcome = this.#check(run, record, context, entry);
      return outcome === pass ? notApplicable : outcome;
    }
    const asked = asks === undefined || entry === undefined || asks(entry);
    if (asked === false) return notApplicable;
    const outcome = this.#check(run, record, context, entry);
    if (outcome === undefined || outcome === notApplicable) return outcome;
    const exists = newFrom !== undefined && entry !== undefined && existsOn(newFrom, entry, context);
    if (exists === true) return 'transitional';
    // What passes satisfies the clause whenever it began. Of all others one finding asks: organization/introduced-stated.
    if (exists === undefined && outcome !== pass) return 'undated';
    return asked === true ? outcome : judgeWhere(asked, () => outcome);
  }

  #check(
    { rule, check }: RuleRun,
    record: object,
    context: RuleContext,
    entry: Entry | undefined,
  ): Outcome | undefined {
    try {
      return check(record as never, context);
    } catch (error) {
      this.#crashes.add(rule, error, entry?.name ?? '', () => (entry ? this.#builder.locate(entry) : null));
      return undefined;
    }
  }
}

/** A verdict as it is counted. */
interface Counted {
  readonly verdict: CountedVerdict;
  readonly excepted: boolean;
}

const withoutIssue = {
  pass: { verdict: 'pass', excepted: false },
  unknown: { verdict: 'unknown', excepted: false },
  'not-applicable': { verdict: 'not-applicable', excepted: false },
  transitional: { verdict: 'transitional', excepted: false },
} as const satisfies Partial<Record<CountedVerdict, Counted>>;

/** Splits a run: under the policies for which no layer is stated, and under the others. */
function parted(run: RuleRun): readonly [silent: RuleRun, judged: RuleRun] {
  return [run.under(({ withoutLayers }) => withoutLayers), run.under(({ withoutLayers }) => !withoutLayers)];
}

/**
 * Tells an issue from those of the same path and key before it. What a key says comes from the inventory, lines and numbers too,
 * which must not make one issue of two.
 */
function occurrenceOf(issue: Issue, key: string, earlier: number): string {
  if (earlier === 0 && issue.key?.includes('\n') !== true) return key;
  return `${issue.path}\n${issue.key ?? ''}\n${earlier}`;
}

/** Whether a rule has any verdict that is an issue. */
function isOpen(tally: Tally): boolean {
  const { fail, unknown, review } = tally.total();
  return fail + unknown + review > 0;
}

function isJudged(tally: Tally): boolean {
  return isOpen(tally) || tally.total().pass > 0;
}

/** What came of a record under some clauses; `issues` are absent of a pass. */
interface Judgement extends Pick<RuleUnderClauses, 'cited' | 'reading'> {
  readonly issues: readonly Issue[] | undefined;
  readonly counted: Counted;
}

/**
 * A rule counts the worst of what its clauses ask. Where they ask different things, or issues name only some of them, each
 * clause counts what it asks itself.
 */
function correctByClause(
  tally: Tally,
  record: object,
  counted: Counted,
  judgements: readonly Judgement[],
): void {
  const isOne = judgements.length === 1;
  if (isOne && judgements[0]?.issues?.every(({ clauses }) => clauses === undefined)) return;
  const byClause = new Map<string, CountedVerdict>();
  for (const { cited, reading, issues, counted: own } of judgements) {
    const grounds = issues?.map((issue) => ({
      refs: clausesBehind(issue, cited).map(({ ref }) => ref),
      verdict: verdictOf(issue, reading),
    }));
    for (const { ref } of cited) {
      const verdict =
        grounds === undefined
          ? own.verdict
          : grounds
              .filter(({ refs }) => refs.includes(ref))
              .reduce<CountedVerdict>((worst, one) => worse(worst, one.verdict), 'pass');
      byClause.set(ref, worse(byClause.get(ref) ?? 'not-applicable', verdict));
    }
  }
  for (const [ref, verdict] of byClause)
    if (verdict !== counted.verdict) tally.correct(ref, record, counted, verdict);
}

/** The clauses of a policy that ask a rule, those that have ended included. */
function refsAsking({ id }: AnyRule, { clauses }: Policy): readonly string[] {
  let byRule = refsByRule.get(clauses);
  if (byRule === undefined) {
    byRule = new Map();
    for (const { ref, rules, attestation } of clauses) {
      const asked = new Set([...rules.map((rule) => rule.id), ...(attestation ? [attestationRule] : [])]);
      for (const rule of asked) addToGroup(byRule, rule, ref);
    }
    refsByRule.set(clauses, byRule);
  }
  return byRule.get(id) ?? [];
}

/** Found once for a policy: looking through all of its clauses for each rule was a twentieth of a small check. */
const refsByRule = new WeakMap<readonly Clause[], Map<string, string[]>>();

/** Leaves out issues that name other clauses alone: they are judged for those, or for nobody where those have ended. */
function ownPart(
  outcome: Answer | undefined,
  { cited, others }: Pick<RuleUnderClauses, 'cited' | 'others'>,
): Answer | undefined {
  if (others.size === 0 || outcome === undefined || !isIssue(outcome)) return outcome;
  const issues = ([outcome] as readonly (Issue | readonly Issue[])[]).flat();
  const own = issues.filter(
    ({ clauses = [] }) =>
      !clauses.some((ref) => others.has(ref)) || cited.some(({ ref }) => clauses.includes(ref)),
  );
  return own.length === 0 ? pass : own;
}

function listSectionsOf(subjects: readonly Subject[]): ListSection[] {
  return subjects.filter(
    (subject): subject is ListSection =>
      subject !== 'organization' && subject !== 'files' && subject !== 'records',
  );
}
