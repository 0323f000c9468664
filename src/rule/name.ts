import type { TraceStep } from './definition.ts';

/** A record that goes by a name. */
interface Named {
  readonly id: string;
  readonly name?: string;
}

/** @returns what to call a record in a message: one without its name is judged all the same */
export function nameOf({ name, id }: Named): string {
  return name ?? id;
}

/** @returns a step of a proof that leads to a field of a record and says no more than its name */
export function stepTo(record: Named, path: string): TraceStep {
  const name = nameOf(record);
  return { record, path, message: { ja: `「${name}」`, en: `“${name}”` } };
}
