import { type ImportState, type RecordSection, writeState } from '../../register/state.ts';
import { type Merge, mergeRegister } from '../merge/merge.ts';
import type { NumberedRecord } from '../merge/numbered-record.ts';
import { type Conversion, convert, type ImportSummary } from './convert.ts';
import { headerOf } from './header.ts';
import { emptyMapping, loadMapping } from './mapping.ts';
import { ImportError, type ImportProblem, type NetboxWarning } from './problem.ts';
import { readNetbox } from './read.ts';
import { writtenSections } from './records.ts';
import { sourceOfKey } from './source-words.ts';

/** What an import of a NetBox begins with. */
export interface NetboxOptions {
  /** a file that says which role, tag, VRF or VLAN is which layer */
  readonly mapping?: string;
  /** what the last import gave */
  readonly state?: ImportState | undefined;
  /** what the files of the sections hold today */
  readonly sections?: ReadonlyMap<RecordSection, string | undefined>;
  readonly prune?: boolean;
  readonly adopt?: boolean;
}

/** What an import comes to; nothing has been written yet. */
export interface NetboxImport {
  readonly merge: Merge;
  /** the new text of the state; `undefined` where nothing can be written */
  readonly state: string | undefined;
  readonly summary: ImportSummary;
  readonly warnings: readonly NetboxWarning[];
}

/** How the state notes that there was a mapping: without it the next import would take all layers away. */
const mappingSource = 'mapping';

/**
 * Reads a NetBox and merges it into the inventory: what changed in NetBox is changed, what people wrote stays.
 *
 * @param source a folder with what a NetBox's REST lists answered (`dcim.devices.json` and so on), or a single file
 * @throws ImportError where the lists or the mapping cannot be used
 */
export async function importNetbox(source: string, options: NetboxOptions = {}): Promise<NetboxImport> {
  const { state, sections = new Map() } = options;
  const mapping = options.mapping === undefined ? emptyMapping : await loadMapping(options.mapping);
  const { lists, found, warnings } = await readNetbox(source);
  const sources = options.mapping === undefined ? found : [...found, mappingSource];
  refuseGone(state, sources, source);
  const converted = convert(lists, mapping, state?.records ?? []);
  const merge = await mergeRegister({
    files: sections,
    last: state,
    now: numbered(converted),
    prune: options.prune === true,
    adopt: options.adopt === true,
    header: headerOf,
  });
  return {
    merge,
    state: merge.state && writeState({ sources, records: merge.state.records }),
    summary: converted.summary,
    warnings: [...warnings, ...converted.warnings],
  };
}

/**
 * A list that the last import had and that is missing now would look like one in which nothing is left.
 *
 * @throws ImportError
 */
function refuseGone(state: ImportState | undefined, sources: readonly string[], file: string): void {
  const problems = (state?.sources ?? [])
    .filter((one) => !sources.includes(one))
    .map((one): ImportProblem => ({ code: 'gone', file, what: one === mappingSource ? one : { list: one } }));
  if (problems.length > 0) throw new ImportError(problems);
}

function numbered({ inventory, keys }: Conversion): NumberedRecord[] {
  return writtenSections.flatMap((section) =>
    inventory[section].map(({ id, ...fields }, index): NumberedRecord => {
      const number = keys[section][index] ?? id;
      const values = new Map(Object.entries(fields).map(([path, value]) => [path, { value }]));
      return { section, id, source: sourceOfKey(number), number, values };
    }),
  );
}
