import { addToGroup } from '../base/groups.ts';
import type { Position } from '../yaml/source-text.ts';
import type { PolicyContent } from './build.ts';
import { type OpenedPolicy, withBases } from './opened.ts';
import { ByReference, foldReference } from './reference.ts';

/** Where a policy is named by another. */
export interface NamedAt {
  readonly file: string;
  readonly position: Position;
  /** what a path is relative to */
  readonly directory: string;
}

/** Opens a policy by the id of a built-in one or by a path. */
export type Open = (reference: string, at: NamedAt) => Promise<OpenedPolicy>;

export type ClauseContent = PolicyContent['clauses'][number];

/** The policies of a run that name one another, each opened once. */
export class Library {
  readonly #open: Open;
  readonly #byKey = new Map<string, OpenedPolicy>();
  readonly #indexes = new Map<OpenedPolicy, ReturnType<typeof indexOf>>();

  /** @param first that from which the others are named */
  constructor(first: OpenedPolicy, open: Open) {
    this.#open = open;
    this.#add(first);
  }

  /** @returns a policy that is open already */
  get(key: string): OpenedPolicy | undefined {
    return this.#byKey.get(key);
  }

  /**
   * @param key the id of a built-in policy, or an absolute path
   * @param reference the same as it is written there
   */
  async open(key: string, reference: string, at: NamedAt): Promise<OpenedPolicy> {
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const opened = await this.#open(reference, at);
    // Two paths may lead to one file.
    const same = opened.key === undefined ? undefined : this.#byKey.get(opened.key);
    if (same === undefined) this.#add(opened);
    this.#byKey.set(key, same ?? opened);
    return same ?? opened;
  }

  /** @returns the clause of a reference, however typed; of a provision whose duties are clauses of their own, all of them */
  clausesAt(policy: OpenedPolicy, ref: string): readonly ClauseContent[] {
    const index = this.#indexes.get(policy) ?? indexOf(policy.content?.clauses ?? []);
    this.#indexes.set(policy, index);
    const clause = index.clauses.meant(ref);
    return clause === undefined ? (index.duties.get(foldReference(ref)) ?? []) : [clause];
  }

  #add(opened: OpenedPolicy): void {
    for (const one of withBases(opened))
      if (one.key !== undefined && !this.#byKey.has(one.key)) this.#byKey.set(one.key, one);
  }
}

function indexOf(clauses: readonly ClauseContent[]) {
  const duties = new Map<string, ClauseContent[]>();
  for (const clause of clauses) {
    let provision = foldReference(clause.ref);
    for (;;) {
      const whole = provision.replace(/\[\d+\]$/, '');
      if (whole === provision) break;
      addToGroup(duties, whole, clause);
      provision = whole;
    }
  }
  return { clauses: new ByReference(clauses.map((clause) => [clause.ref, clause])), duties };
}
