import { inventoryShape } from '../../../generated/shapes.ts';
import { keysOf } from '../../register/field-path.ts';
import type { RecordSection } from '../../register/state.ts';
import type { Shape } from '../../schema/shape.ts';

/** @returns where a key stands below others, by the vocabulary; the keys that it does not know come behind all others */
export type KeyRank = (parents: readonly string[], key: string) => number;

/** The order in which the keys of a section are written: `id`, `name`, then as the vocabulary has them. */
export function keyRank(section: RecordSection): KeyRank {
  const record = inventoryShape.properties?.[section]?.items;
  const known = new Map<string, ReadonlyMap<string, number>>();
  return (parents, key) => {
    if (parents.length === 0 && key === 'id') return -2;
    if (parents.length === 0 && key === 'name') return -1;
    const place = parents.join('.');
    let ranks = known.get(place);
    if (ranks === undefined) {
      ranks = ranksOf(propertiesAt(record, parents));
      known.set(place, ranks);
    }
    return ranks.get(key) ?? Number.POSITIVE_INFINITY;
  };
}

/** @returns paths in the order of the vocabulary; those that it does not know keep the order of the columns, behind the others */
export function inOrder(paths: Iterable<string>, rank: KeyRank): string[] {
  const ranked = [...paths].map((path) => ({ path, ranks: ranksOfPath(path, rank) }));
  return ranked.sort((a, b) => compareRanks(a.ranks, b.ranks)).map(({ path }) => path);
}

/** The records of a section have the same paths again and again. */
const knownRanks = new WeakMap<KeyRank, Map<string, readonly number[]>>();

function ranksOfPath(path: string, rank: KeyRank): readonly number[] {
  const known = knownRanks.get(rank) ?? new Map<string, readonly number[]>();
  knownRanks.set(rank, known);
  const ranks = known.get(path) ?? keysOf(path).map((key, index, keys) => rank(keys.slice(0, index), key));
  known.set(path, ranks);
  return ranks;
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, rank] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    if (rank !== other) return rank < other ? -1 : 1;
  }
  return a.length - b.length;
}

function ranksOf(shape: Shape | undefined): ReadonlyMap<string, number> {
  return new Map(Object.keys(shape?.properties ?? {}).map((key, index) => [key, index]));
}

function propertiesAt(record: Shape | undefined, parents: readonly string[]): Shape | undefined {
  let shape = record;
  for (const key of parents) shape = shape?.properties?.[key];
  return shape;
}
