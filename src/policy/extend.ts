import { defined } from '../base/defined.ts';
import type { PolicyContent, WrittenLevel } from './build.ts';
import { joinedFields } from './own/fields.ts';
import { axes } from './policy.ts';
import { ByReference } from './reference.ts';
import { mergeVocabularies } from './vocabulary.ts';

type ClauseContent = PolicyContent['clauses'][number];

/** A clause as a file writes it. One that changes a clause of the base states only what it changes. */
export type WrittenClause = Pick<ClauseContent, 'ref'> & Partial<ClauseContent>;

/** A policy file's content: whole by itself, or together with the policy that it extends. */
export interface WrittenPolicy extends Omit<PolicyContent, 'clauses'> {
  readonly extends?: string;
  /** clauses of the base that do not hold here */
  readonly drop?: readonly string[];
  readonly clauses?: readonly WrittenClause[];
}

/**
 * Merges a policy with the one that it extends. What describes the document itself (id, title, issuer, editions, inForce)
 * is never the base's; of the rest, what the policy states replaces the base's and what it leaves out stays.
 */
export function extendPolicy(base: PolicyContent, written: WrittenPolicy): PolicyContent {
  const { extends: _, drop = [], ...own } = written;
  return {
    ...own,
    // Clauses that nobody has answered are taken over, too.
    ...defined({ draft: own.draft === true || base.draft === true ? true : undefined }),
    builtOn: [base.id, ...(base.builtOn ?? [])],
    scope: { ...base.scope, ...own.scope },
    layers: byId(base.layers, own.layers),
    vocabulary: mergeVocabularies(base.vocabulary, own.vocabulary),
    scales: { ...withoutClauses(base.scales, drop), ...own.scales },
    parameters: mergeParameters(base.parameters, own.parameters),
    exceptions: { ...base.exceptions, ...own.exceptions },
    ownRules: [...(base.ownRules ?? []), ...(own.ownRules ?? [])],
    fields: joinedFields([base.fields ?? {}, own.fields ?? {}]),
    clauses: mergeClauses(
      base.clauses.map((clause) => overruled(clause, own.parameters)),
      own.clauses ?? [],
      drop,
    ),
  };
}

function byId<Item extends { readonly id: string }>(
  base: readonly Item[] = [],
  own: readonly Item[] = [],
): Item[] {
  return [...new Map([...base, ...own].map((item) => [item.id, item])).values()];
}

type Scales = NonNullable<PolicyContent['scales']>;

/** Keeps a scale of the base whole where the clauses that define its levels are dropped: only the citations go. */
function withoutClauses(scales: Scales = {}, drop: readonly string[]): Scales {
  const dropped = new ByReference(drop.map((ref) => [ref, true]));
  const keep = ({ clause, ...level }: WrittenLevel): WrittenLevel =>
    clause === undefined || dropped.has(clause) ? level : { ...level, clause };
  return Object.fromEntries(
    axes.flatMap((axis) => (scales[axis] === undefined ? [] : [[axis, scales[axis].map(keep)]])),
  );
}

type Parameters = NonNullable<PolicyContent['parameters']>;

function mergeParameters(base: Parameters = {}, own: Parameters = {}): Parameters {
  const merged = Object.entries(own).map(([rule, values]) => [rule, { ...base[rule], ...values }]);
  return { ...base, ...Object.fromEntries(merged) };
}

/** What a policy states of a rule itself goes before what an inherited clause takes over from elsewhere. */
function overruled(clause: ClauseContent, own: Parameters | undefined): ClauseContent {
  if (clause.as === undefined || own === undefined) return clause;
  return { ...clause, as: { ...clause.as, overruledBy: mergeParameters(clause.as.overruledBy, own) } };
}

/** In the order of the base, then what is new; a clause that is changed is cited as the body's own document writes it. */
function mergeClauses(
  base: readonly ClauseContent[],
  own: readonly WrittenClause[],
  drop: readonly string[],
): ClauseContent[] {
  const clauses = new ByReference(base.map((clause) => [clause.ref, clause]));
  for (const ref of drop) clauses.delete(ref);
  // A clause that the base does not have is complete: check.ts ensures it.
  for (const clause of own) {
    const { serves, ...changed } = clauses.get(clause.ref) ?? {};
    // A clause that is taken over from elsewhere takes the place of what the base says under its reference.
    const kept = { ...(clause.as === undefined && changed), ...defined({ serves }) };
    clauses.set(clause.ref, { ...kept, ...clause } as ClauseContent);
  }
  return [...clauses.values()];
}
