import { sha256 } from '../base/digest.ts';
import type { Path } from '../yaml/tape.ts';

/** What a fingerprint is made of. */
export interface Identified {
  /** what identifies the issue; no line, file, verdict, policy or language */
  readonly identity: string;
  /** whether another one of the run may have the same identity; of most it is known that none has */
  readonly mayRepeat: boolean;
}

/** Gives an issue the same fingerprint wherever it moves, and two issues of a run different ones. */
export class Fingerprints {
  #all: Iterable<Identified> = [];
  /** of those with an identity that an earlier one has, how many do; looked for once somebody asks for a fingerprint */
  #repeated: Map<Identified, number> | undefined;

  /** @param all the issues of the run, in their order */
  setAll(all: Iterable<Identified>): void {
    this.#all = all;
    this.#repeated = undefined;
  }

  of(issue: Identified): string {
    this.#repeated ??= repeated(this.#all);
    const earlier = this.#repeated.get(issue) ?? 0;
    const { identity } = issue;
    return `v1:${sha256(earlier === 0 ? identity : `${identity}\n#${earlier}`).slice(0, 32)}`;
  }
}

function repeated(all: Iterable<Identified>): Map<Identified, number> {
  const earlier = new Map<string, number>();
  const found = new Map<Identified, number>();
  for (const issue of all) {
    if (!issue.mayRepeat) continue;
    const count = earlier.get(issue.identity) ?? 0;
    earlier.set(issue.identity, count + 1);
    if (count > 0) found.set(issue, count);
  }
  return found;
}

/** Names a path stably: an item of a list by its id or content, since its index may change. */
export function identifyPath(record: unknown, path: Path): string {
  const steps: string[] = [];
  let at = record;
  for (const step of path) {
    const value = (at as Record<string | number, unknown> | undefined)?.[step];
    steps.push(typeof step === 'number' ? identifyItem(value) : step);
    at = value;
  }
  return steps.join('.');
}

function identifyItem(item: unknown): string {
  if (typeof item !== 'object' || item === null) return String(item);
  const { id } = item as { id?: unknown };
  return id === undefined ? JSON.stringify(item) : String(id);
}
