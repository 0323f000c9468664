import { asSuggestion, suggest } from '../schema/suggest.ts';
import { comparePositions } from '../yaml/source-text.ts';
import type { Path } from '../yaml/tape.ts';
import type { PolicyContent } from './build.ts';
import {
  type Base,
  checkCitation,
  checkInheritedFloors,
  type Report,
  type RuleCatalogue,
  surroundingsOf,
} from './check.ts';
import type { ClauseContent, Library } from './library.ts';
import { idOf, type OpenedPolicy, splitReference, targetOf, withBases } from './opened.ts';
import { inventoryShapeWith } from './own/fields.ts';
import type { PolicyProblem } from './problem.ts';
import type { PolicyDraft } from './read.ts';
import { foldReference, suggestReference } from './reference.ts';
import type { ServesKey, ServesProblem } from './serves-problem.ts';

/** What the references of a policy come to. */
interface CheckedReferences {
  readonly problems: readonly PolicyProblem[];
  /** the policies whose clauses are taken over */
  readonly taken: readonly OpenedPolicy[];
  /** the policies that are named and have errors */
  readonly unusable: readonly OpenedPolicy[];
}

/** A reference as a clause writes it. */
interface WrittenReference {
  readonly key: ServesKey;
  readonly path: Path;
  readonly written: string;
}

/** Beyond so many problems nobody reads suggestions, each of which looks through a whole policy. */
const suggestedFor = 100;

/** Beyond so many, a file is refused without looking at the rest, each of which may name a file to look for. */
const toldOf = 1000;

/** Checks what the clauses of a policy say that they answer elsewhere, and opens the policies that they name. */
export async function checkReferences(
  opened: OpenedPolicy & { readonly draft: PolicyDraft },
  library: Library,
  builtIn: readonly string[],
): Promise<CheckedReferences> {
  const { draft } = opened;
  const problems: PolicyProblem[] = [];
  const taken: OpenedPolicy[] = [];
  const unusable: OpenedPolicy[] = [];
  for (const [index, clause] of (draft.validPart.clauses ?? []).entries()) {
    if (problems.length >= toldOf) break;
    const seen = new Map<string, WrittenReference>();
    for (const reference of referencesIn(clause, index, draft)) {
      const { key, path } = reference;
      const report = (problem: ServesProblem) =>
        problems.push({ file: draft.file, position: draft.at(path), code: 'serves', problem });
      const found = await findOther(reference, opened, {
        library,
        builtIn,
        guess: problems.length < suggestedFor,
      });
      if ('code' in found) report(found);
      if ('unusable' in found) unusable.push(found.unusable);
      if (!('clauses' in found)) continue;
      const { other, clauses, named } = found;
      if (key === 'as') taken.push(other);
      if (key === 'as' && clauses.length > 1)
        report({ code: 'several-duties', ...named, duties: clauses.map(({ ref }) => ref) });
      const places = clauses.map(({ ref }) => `${other.key} ${foldReference(ref)}`);
      const first = places.map((place) => seen.get(place)).find((earlier) => earlier !== undefined);
      if (first !== undefined)
        report({
          code: 'twice',
          written: reference.written,
          first: first.written,
          firstLine: draft.at(first.path).line,
        });
      for (const place of places) if (!seen.has(place)) seen.set(place, reference);
    }
  }
  return { problems, taken, unusable };
}

/** The references of a clause, as they follow in the file. */
function referencesIn(
  clause: NonNullable<PolicyDraft['validPart']['clauses']>[number],
  index: number,
  draft: PolicyDraft,
): WrittenReference[] {
  const { as, serves = [] } = clause ?? {};
  const all: WrittenReference[] = serves.flatMap((written, number) =>
    written === undefined ? [] : [{ key: 'serves', path: ['clauses', index, 'serves', number], written }],
  );
  if (as !== undefined) all.push({ key: 'as', path: ['clauses', index, 'as'], written: as });
  return all.sort((a, b) => comparePositions(draft.at(a.path), draft.at(b.path)));
}

type Found =
  | {
      readonly other: OpenedPolicy;
      readonly clauses: readonly ClauseContent[];
      readonly named: { readonly policy: string; readonly ref: string };
    }
  | ServesProblem
  | (ServesProblem & { readonly unusable: OpenedPolicy })
  | { readonly nothing: true };

async function findOther(
  { key, path, written }: WrittenReference,
  opened: OpenedPolicy & { readonly draft: PolicyDraft },
  {
    library,
    builtIn,
    guess,
  }: { readonly library: Library; readonly builtIn: readonly string[]; readonly guess: boolean },
): Promise<Found> {
  const { draft, directory = '', base } = opened;
  const bases = base === undefined ? [] : withBases(base);
  const known = [...new Set([...bases.flatMap((one) => idOf(one) ?? []), ...builtIn])];
  const named = splitReference(written);
  if (named === undefined)
    return { code: 'no-reference', key, written, ...asSuggestion(withBlank(written, known)) };
  const { policy, ref } = named;
  const id = idOf(opened);
  const target = targetOf(written, opened, builtIn);
  if (target === undefined) {
    if (policy === id) return { code: 'itself', id };
    // It may be the id of a base that cannot be read, which is told already.
    if (bases.some((one) => idOf(one) === undefined)) return { nothing: true };
    return { code: 'unknown-policy', given: policy, known, ...asSuggestion(suggest(policy, known)) };
  }
  const at = { file: draft.file, position: draft.at(path), directory };
  const other = await library.open(target.policy, policy, at);
  if (other.key !== undefined && other.key === opened.key) return { code: 'itself', id: policy };
  if (id !== undefined && idOf(other) === id) return { code: 'itself', id: policy };
  const [problem] = other.problems;
  if (other.draft === undefined && problem?.code === 'unreadable')
    return { code: 'unreadable', policy, reason: problem.reason };
  if (other.content === undefined) return { code: 'unusable', policy, unusable: other };
  const clauses = library.clausesAt(other, ref);
  if (clauses.length > 0) return { other, clauses, named };
  const refs = guess ? other.content.clauses.map((clause) => clause.ref) : [];
  return { code: 'unknown-clause', policy, ref, ...asSuggestion(suggestReference(ref, refs)) };
}

/** @returns a reference with the blank that was forgotten, where it begins with the name of a policy */
function withBlank(written: string, known: readonly string[]): string | undefined {
  const policy =
    known.find((id) => written.startsWith(id)) ?? /^[^\s]{1,200}?\.ya?ml/i.exec(written)?.[0] ?? written;
  const ref = written.slice(policy.length).replace(/^[:：,、/]+/, '');
  return ref === '' ? undefined : `${policy} ${ref}`;
}

/** Gives a clause with what it takes over; `undefined` where that is not known. */
export type TakeOver = (clause: ClauseContent) => ClauseContent | undefined;

/** Checks what the clauses of a policy take over against what it says itself: its levels and layers. */
export function checkTakenOver(
  opened: OpenedPolicy,
  library: Library,
  rules: RuleCatalogue,
  takeOver: TakeOver,
): PolicyProblem[] {
  const { content, draft, base } = opened;
  if (content === undefined || draft === undefined) return [];
  const problems: PolicyProblem[] = [];
  const { file } = draft;
  const report: Report = (path, problem, part) =>
    problems.push({ file, position: draft.at(path, part), ...problem });
  const own: Base = base === undefined ? 'none' : (base.content ?? 'unusable');
  const around = surroundingsOf(draft, own, inventoryShapeWith(content.fields ?? {}), report);
  for (const [index, written] of (draft.validPart.clauses ?? []).entries()) {
    const { ref, as } = written ?? {};
    const [clause] = ref === undefined ? [] : library.clausesAt(opened, ref);
    const whole = clause?.as && takeOver(clause);
    if (ref === undefined || whole === undefined) continue;
    const path = ['clauses', index, 'as'];
    const { rules: taken = [], attestation, informs } = whole;
    if (content.draft !== true && taken.length === 0 && attestation !== true && informs === undefined)
      report(['clauses', index, 'ref'], { code: 'unanswered-clause', ref });
    // What the base takes over was checked there.
    if (as === undefined || written?.rules !== undefined) continue;
    const position = draft.at(path);
    const wrapped: Report = (_, problem) =>
      report(path, { code: 'taken-over', from: as, problem: { file, position, ...problem } });
    for (const citation of taken) {
      checkCitation(path, citation, rules, { ...around, report: wrapped });
      const other = library.get(clause?.as?.policy ?? '');
      if (areDifferent(citation.id, content, other?.content))
        wrapped(path, { code: 'other-rule', id: citation.id, other: (other && idOf(other)) ?? '' });
    }
  }
  if (base?.content !== undefined) {
    const inherited = base.content.clauses.filter(
      ({ as, rules: stated }) => as !== undefined && stated === undefined,
    );
    checkInheritedFloors(
      draft,
      { ...base.content, clauses: inherited.flatMap((one) => takeOver(one) ?? []) },
      around,
    );
  }
  return problems;
}

/** Whether two policies each have a rule of an id, and not the same one. */
function areDifferent(id: string, ...policies: readonly (PolicyContent | undefined)[]): boolean {
  const rules = policies.map((policy) => policy?.ownRules?.find((rule) => rule.id === id));
  const [first, second] = rules.map((rule) => rule && JSON.stringify(rule));
  return first !== undefined && second !== undefined && first !== second;
}
