import { defined } from '../base/defined.ts';
import type { PolicyContent, WrittenCitation } from './build.ts';
import { type RuleCatalogue, ruleCatalogue } from './check.ts';
import { checkReferences, checkTakenOver } from './check-serves.ts';
import { type ClauseContent, Library, type Open } from './library.ts';
import { idOf, inOrder, type LoadResult, type OpenedPolicy, withBases } from './opened.ts';
import { joinedFields } from './own/fields.ts';
import type { ServedClause } from './policy.ts';
import type { PolicyProblem } from './problem.ts';
import { ByReference, foldReference } from './reference.ts';

/** What the references of clauses are looked up in. */
export interface ServesSurroundings {
  readonly rules: RuleCatalogue;
  /** the ids of the built-in policies */
  readonly builtIn: readonly string[];
  readonly open: Open;
}

/**
 * Looks up what the clauses of a policy say that they answer elsewhere (`serves`), and takes over what they take over (`as`).
 * Policies that are only named are opened for their references alone, so two that name each other are no circle.
 */
export async function settleServed(opened: OpenedPolicy, around: ServesSurroundings): Promise<LoadResult> {
  const library = new Library(opened, around.open);
  const own = withBases(opened);
  const named = new Set(own);
  const told = new Set(own);
  const problems: PolicyProblem[] = [...opened.problems];
  // Those that are taken over from are added on the way, since what they name comes along.
  for (const policy of named) {
    const { draft } = policy;
    if (draft === undefined) continue;
    const checked = await checkReferences({ ...policy, draft }, library, around.builtIn);
    problems.push(...checked.problems);
    for (const other of checked.unusable) {
      if (!told.has(other)) problems.push(...other.problems);
      told.add(other);
    }
    for (const other of checked.taken)
      for (const one of withBases(other)) named.add((one.key && library.get(one.key)) || one);
  }
  const taking = new Taking(library);
  const others = [...named].filter((one) => !own.includes(one));
  const rules: RuleCatalogue = new Map([
    ...around.rules,
    ...ruleCatalogue([...named].flatMap((one) => one.content?.ownRules ?? [])),
  ]);
  for (const policy of named) {
    for (const clause of policy.content?.clauses ?? []) taking.whole(clause, policy);
    problems.push(...checkTakenOver(policy, library, rules, (clause) => taking.whole(clause, policy)));
  }
  problems.push(...taking.circles.map(circleProblem));
  const { content, draft } = opened;
  if (problems.length > 0 || content === undefined)
    return { problems: inOrder([draft?.file ?? ''], problems) };
  const files = [...(opened.files ?? []), ...others.flatMap((one) => one.files ?? [])];
  const clauses = content.clauses.map((clause) => settled(clause, opened, library, taking));
  return {
    content: { ...content, ...rulesBrought({ ...content, clauses }, others), clauses },
    files: [...new Map(files.map((file) => [file.path, file])).values()],
    problems,
  };
}

/** The policy's own rules with those of other policies that its clauses now cite, and the fields that these read. */
function rulesBrought(
  { clauses, ownRules = [], fields = {} }: PolicyContent,
  others: readonly OpenedPolicy[],
): Pick<PolicyContent, 'ownRules' | 'fields'> {
  const cited = new Set(clauses.flatMap(({ rules = [] }) => rules.map(({ id }) => id)));
  const brought = others.flatMap(({ content }) => content?.ownRules ?? []).filter(({ id }) => cited.has(id));
  if (brought.length === 0) return {};
  return {
    ownRules: [...new Map([...brought, ...ownRules].map((rule) => [rule.id, rule])).values()],
    fields: joinedFields([...others.map(({ content }) => content?.fields ?? {}), fields]),
  };
}

/** A clause with what it takes over, and the clauses of other policies that it answers, by the ids of those. */
function settled(
  clause: ClauseContent,
  opened: OpenedPolicy,
  library: Library,
  taking: Taking,
): ClauseContent {
  const { as, serves = [], rules, ...whole } = taking.whole(clause, opened) ?? clause;
  const served = new Map<string, ServedClause>();
  for (const { policy, ref } of [...(as === undefined ? [] : [as]), ...serves]) {
    const other = library.get(policy);
    const id = (other && idOf(other)) ?? policy;
    const refs = other?.content === undefined ? [ref] : library.clausesAt(other, ref).map((one) => one.ref);
    // A clause of this policy may be named by one that is inherited from another.
    if (id !== opened.content?.id)
      for (const each of refs) served.set(`${id} ${foldReference(each)}`, { policy: id, ref: each });
  }
  return {
    ...whole,
    ...(rules && { rules: rules.map(withUsual) }),
    ...(served.size > 0 && { serves: [...served.values()] }),
  };
}

type Parameters = Readonly<Record<string, unknown>>;

/** A citation that is taken over, with the parameters that its policy sets for the rule in all clauses. */
type TakenCitation = WrittenCitation & { readonly usual?: Parameters };

function withUsual({ usual, parameters, ...citation }: TakenCitation): WrittenCitation {
  const all = { ...usual, ...parameters };
  return Object.keys(all).length === 0 ? citation : { ...citation, parameters: all };
}

/** A clause on the way from one that takes over to the one that says what it is. */
interface Step {
  readonly clause: ClauseContent;
  readonly policy: OpenedPolicy;
}

/** Takes over clauses, also through others that take over themselves. */
class Taking {
  /** each by the clauses of one circle */
  readonly circles: (readonly Step[])[] = [];
  readonly #library: Library;
  readonly #whole = new Map<ClauseContent, ClauseContent | undefined>();

  constructor(library: Library) {
    this.#library = library;
  }

  /** @returns a clause with what it takes over; `undefined` where that leads nowhere. A loop, since ways may be long. */
  whole(clause: ClauseContent, policy: OpenedPolicy): ClauseContent | undefined {
    const way: Step[] = [];
    const places = new Map<ClauseContent, number>();
    let step: Step | undefined = { clause, policy };
    while (step?.clause.as !== undefined && !this.#whole.has(step.clause)) {
      const first = places.get(step.clause);
      if (first !== undefined) {
        this.circles.push(way.slice(first));
        step = undefined;
        break;
      }
      places.set(step.clause, way.length);
      way.push(step);
      step = this.#next(step.clause.as);
    }
    let end = step?.clause.as === undefined ? step?.clause : this.#whole.get(step.clause);
    let from = step?.policy;
    for (const one of way.reverse()) {
      end = end && from && takeOver(one.clause, end, from.content);
      this.#whole.set(one.clause, end);
      from = one.policy;
    }
    return end;
  }

  #next({ policy, ref }: ServedClause): Step | undefined {
    const other = this.#library.get(policy);
    const [clause, second] = other === undefined ? [] : this.#library.clausesAt(other, ref);
    return other && clause && second === undefined ? { clause, policy: other } : undefined;
  }
}

/** What a clause states goes before what it takes over, key by key. */
function takeOver(
  clause: ClauseContent,
  from: ClauseContent,
  policy: PolicyContent | undefined,
): ClauseContent {
  const { title, summary, modality, rules = [], attestation, informs } = from;
  const taken = rules.map((rule: TakenCitation): TakenCitation => {
    const overruled = clause.as?.overruledBy?.[rule.id] ?? {};
    const usual = Object.entries({ ...policy?.parameters?.[rule.id], ...rule.usual }).filter(
      ([name]) => !Object.hasOwn(overruled, name),
    );
    const { usual: _, ...cited } = rule;
    return usual.length === 0 ? cited : { ...cited, usual: Object.fromEntries(usual) };
  });
  // What it is one with answers something elsewhere: so does it, beside what it says itself.
  const serves = [...(clause.serves ?? []), ...(from.serves ?? [])];
  return {
    ...defined({ title, summary, modality, rules: taken, attestation, informs }),
    ...clause,
    ...(serves.length > 0 && { serves }),
  };
}

/** A circle is told at the first of its clauses. */
function circleProblem(circle: readonly Step[]): PolicyProblem {
  const names = circle.map(({ clause, policy }) => `${idOf(policy)} ${clause.ref}`);
  const middle = names.length > 10 ? [...names.slice(0, 5), '…', ...names.slice(-4)] : names;
  const problem = { code: 'circular', chain: [...middle, names[0] ?? ''] } as const;
  const [first] = circle;
  for (const { draft } of first === undefined ? [] : withBases(first.policy)) {
    const clauses = draft?.validPart.clauses ?? [];
    const written = new ByReference(
      clauses.flatMap((one, index) =>
        one?.ref === undefined || one.as === undefined ? [] : [[one.ref, index] as const],
      ),
    );
    const index = written.get(first?.clause.ref ?? '');
    if (draft !== undefined && index !== undefined)
      return { file: draft.file, position: draft.at(['clauses', index, 'as']), code: 'serves', problem };
  }
  return { file: '', code: 'serves', problem };
}
