import { sha256 } from '../base/digest.ts';
import type { Path } from '../yaml/tape.ts';

/** Gives an issue the same fingerprint wherever it moves, and two issues of a run different ones. */
export class Fingerprints {
  readonly #given = new Map<string, number>();

  /** @param identity what identifies the issue; no line, file, verdict, policy or language */
  of(identity: string): string {
    const earlier = this.#given.get(identity) ?? 0;
    this.#given.set(identity, earlier + 1);
    return `v1:${sha256(earlier === 0 ? identity : `${identity}\n#${earlier}`).slice(0, 32)}`;
  }
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
