import type { FieldTarget } from './fields.ts';
import { restTarget } from './own-headers.ts';

/** The cells of a row by the fields that they are for, whether anything stands in them or not. */
export class FieldPlaces {
  readonly #cells: [target: FieldTarget, cell: string][] = [];

  /** @param targets what the column of the cell is for */
  add(targets: readonly FieldTarget[], cell: string): void {
    for (const target of targets) if (!isFree(target)) this.#cells.push([target, cell]);
  }

  /**
   * @param values with the cells that they are from
   * @returns what these do not tell: where a field stands that says nothing or waits for an answer, by its path, and where a field
   *   of the items of a list stands, whose value is from the cell of another one (`software[].version`)
   */
  beside(values: ReadonlyMap<string, { readonly cell: string }>): ReadonlyMap<string, string> {
    const places = new Map<string, string>();
    for (const [target, cell] of this.#cells) {
      const path = target.replace(/\[.*$/su, '');
      const own = values.get(path)?.cell ?? places.get(path);
      if (own === undefined) places.set(path, cell);
      else if (own !== cell && target.includes('[].') && !places.has(target)) places.set(target, cell);
    }
    return places;
  }
}

/** Whether a target is no field that anything could be found of: what is kept as it is, or the rest of a record. */
function isFree(target: FieldTarget): boolean {
  return target.startsWith('x-') || target === restTarget;
}
