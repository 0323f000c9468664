import type { ReadRegisters } from '../../import/register/read-registers.ts';
import { recordKey } from '../../register/state.ts';
import type { RoomForRows } from '../../spreadsheet/editable.ts';
import type { AddedRow } from './new-rows.ts';
import { rowKey, rowsSaid, type SaidRow } from './registers.ts';
import type { WhyUnwritten } from './result.ts';
import { differences } from './row-reader.ts';
import type { TrackedRow } from './tracked-rows.ts';

/** A register that was written, as an import reads it, and what it was to say. */
export interface WrittenRegister {
  readonly before: ReadRegisters;
  readonly after: ReadRegisters;
  /** by {@link rowKey} before rows were added */
  readonly tracked: ReadonlyMap<string, TrackedRow>;
  readonly added: readonly AddedRow[];
  readonly rooms: readonly RoomForRows[];
}

/** @returns rows and records that came out wrong, by their keys */
export function wrongRows({
  before,
  after,
  tracked,
  added,
  rooms,
}: WrittenRegister): Map<string, WhyUnwritten> {
  const wrong = new Map<string, WhyUnwritten>();
  const said = rowsSaid(after);
  const known = new Set(before.made.map(({ id }) => id));
  const invented = new Set(after.made.flatMap(({ id }) => (known.has(id) ? [] : [id])));
  const whyWrong = (now: SaidRow | undefined, { section, id, says }: SaidRow): WhyUnwritten | undefined => {
    if (now?.id !== id) return 'another-record';
    const isSame = differences(section, now.says, says).length === 0 && !namesAny(now, invented);
    return isSame ? undefined : 'reads-otherwise';
  };
  for (const [key, row] of rowsSaid(before)) {
    const { id = row.id, target = row.says } = tracked.get(key) ?? {};
    const why = whyWrong(said.get(movedKey(key, rooms)), { ...row, id, says: target });
    if (why !== undefined) wrong.set(key, why);
  }
  for (const row of added) {
    const why = whyWrong(said.get(rowKey(row)), row);
    if (why !== undefined) wrong.set(recordKey(row.section, row.id), why);
  }
  return wrong;
}

/** A row that is put into a table moves those below it down. */
function movedKey(key: string, rooms: readonly RoomForRows[]): string {
  const [number = ''] = key.split(' ', 1);
  const sheet = key.slice(number.length + 1);
  const moved = rooms
    .filter((room) => room.sheet === sheet && !room.isFree)
    .reduce((row, { behind, count }) => (row > behind ? row + count : row), Number(number));
  return rowKey({ sheet, row: moved });
}

function namesAny({ says }: SaidRow, ids: ReadonlySet<string>): boolean {
  return (
    ids.size > 0 && [...says.values()].flat().some((value) => typeof value === 'string' && ids.has(value))
  );
}
