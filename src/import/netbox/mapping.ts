import { netboxMappingShape } from '../../../generated/shapes.ts';
import { validateNetboxMapping } from '../../../generated/validators/netbox-mapping.js';
import { parsePrefix } from '../../base/addresses.ts';
import { limitOf } from '../../base/limits.ts';
import { reasonOf } from '../../base/system-error.ts';
import { WrittenFile } from '../../schema/written-file.ts';
import { workTree } from '../../tree/work-tree.ts';
import { comparePositions, type Position } from '../../yaml/source-text.ts';
import type { Path } from '../../yaml/tape.ts';
import { type MappingTableName, mappingTables } from './mapping-tables.ts';
import { ImportError, type ImportProblem } from './problem.ts';
import { RangeIndex } from './range-index.ts';

/** One line of a mapping: what it gives, and where it is written. */
export interface MappingEntry {
  readonly value: string;
  readonly position: Position;
}

/** What a body says that NetBox's words mean. Without a mapping file every table is empty. */
export interface Mapping {
  /** as it was given; `undefined` where there is no mapping */
  readonly file: string | undefined;
  readonly tables: Readonly<Record<MappingTableName, ReadonlyMap<string, MappingEntry>>>;
  /** the layers of `layers.prefixes`, by range */
  readonly ranges: RangeIndex<string>;
}

/** The mapping of someone who has none. */
export const emptyMapping: Mapping = buildMapping(undefined, {}, () => ({ line: 1, column: 1 }));

/**
 * Reads and checks a mapping file.
 *
 * @throws ImportError with everything that is wrong
 */
export async function loadMapping(file: string): Promise<Mapping> {
  let bytes: Uint8Array;
  try {
    bytes = await workTree.read(file, limitOf('settingBytes'));
  } catch (error) {
    throw new ImportError([{ code: 'unreadable', file, reason: reasonOf(error) }]);
  }
  const written = await WrittenFile.read(bytes, file, netboxMappingShape());
  const problems: ImportProblem[] = written.problems;
  const { value } = written;
  if (value === undefined) throw new ImportError(problems.length > 0 ? problems : [{ code: 'empty', file }]);
  problems.push(...written.validate(validateNetboxMapping, netboxMappingShape()));
  const mapping = buildMapping(file, value, (place) => written.at(place, 'key'));
  for (const [key, { position }] of mapping.tables['layers.prefixes']) {
    if (parsePrefix(key) === undefined) problems.push({ code: 'not-a-prefix', file, position, written: key });
  }
  if (problems.length > 0)
    throw new ImportError(problems.sort((a, b) => comparePositions(a.position, b.position)));
  return mapping;
}

function buildMapping(file: string | undefined, content: unknown, at: (place: Path) => Position): Mapping {
  const table = (name: MappingTableName): ReadonlyMap<string, MappingEntry> => {
    const place = name.split('.');
    const entries = Object.entries(valueAt(content, place) ?? {}).filter(
      ([, value]) => typeof value === 'string',
    );
    return new Map(entries.map(([key, value]) => [key, { value, position: at([...place, key]) }]));
  };
  const tables = Object.fromEntries(mappingTables.map((name) => [name, table(name)])) as Mapping['tables'];
  const ranges = new RangeIndex<string>();
  for (const [key, { value }] of tables['layers.prefixes']) {
    const range = parsePrefix(key);
    if (range !== undefined) ranges.add(range, value);
  }
  return { file, tables, ranges };
}

function valueAt(content: unknown, place: readonly string[]): Readonly<Record<string, string>> | undefined {
  let value = content;
  for (const step of place) value = (value as Readonly<Record<string, unknown>> | undefined)?.[step];
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, string>>)
    : undefined;
}
