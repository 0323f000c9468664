/** A place where data can be, by its name. */
interface Place {
  readonly id: string;
  readonly name?: string;
}

/** @returns what one step of a way is called, which tells it from others by virtue of the same record */
export function stepName(from: Place, to: Place): string {
  return `${from.name ?? from.id} → ${to.name ?? to.id}`;
}
