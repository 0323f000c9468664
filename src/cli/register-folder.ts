import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import { sha256 } from '../base/digest.ts';
import type { FeedFile } from '../import/register/feed/feed-files.ts';
import type { RecordSection } from '../import/register/fields.ts';
import type { ReadFile } from '../inventory/file.ts';
import { stateFileName } from '../register/file-name.ts';
import type { ImportState } from '../register/state.ts';
import type { ParsedYaml } from '../yaml/parse.ts';
import {
  type FileName,
  type NameOfSection,
  ownTextOf,
  refuseLink,
  type SectionTexts,
  textOf,
} from './import-folder.ts';
import type { Io } from './io.ts';
import { mappingFileName } from './register-mapping.ts';
import { filesIn, type PlacedRecord, recordsOf, withMark } from './written-inventory.ts';

/** Where an import of registers reads and writes. */
export interface Place {
  /** the folder of the inventory, absolute */
  readonly out: string;
  readonly mapping: FileName;
  readonly state: FileName;
  readonly section: NameOfSection;
}

/** What is in the folder that is written to. */
export interface Present {
  /** the texts of the files that an import writes, with their byte order marks */
  readonly sections: SectionTexts;
  /** those of them that are files of the inventory, as they are written */
  readonly parsed: ReadonlyMap<RecordSection, ParsedYaml>;
  /** all files of the inventory, as they are written */
  readonly feedFiles: readonly FeedFile[];
  readonly inventory: readonly PlacedRecord[];
}

/** The files of the folder that only imports write. */
export interface OwnTexts {
  readonly mapping: string | undefined;
  readonly state: string | undefined;
}

/** @throws UsageError if one is there and cannot be read */
export async function readOwnTexts({ mapping, state }: Place): Promise<OwnTexts> {
  return { mapping: await textOf(mapping), state: await ownTextOf(state) };
}

/**
 * Reads what stands beside the files of the last import, if these are as it left them; most of an inventory is in them.
 *
 * @returns `undefined` where any of them is not
 * @throws UsageError if a file cannot be read
 */
export async function readBesideLeft(
  place: Place,
  { records, left = new Map(), fed = [] }: ImportState,
  io: Io,
): Promise<readonly PlacedRecord[] | undefined> {
  const sections = new Set(records.map(({ section }) => section));
  if (fed.length > 0 || records.length === 0 || [...sections].some((section) => !left.has(section)))
    return undefined;
  for (const section of listSections) await refuseLink(place.section(section));
  const digests = new Map([...left].map(([section, digest]) => [place.section(section).path, digest]));
  const same = new Set<string>();
  const files = await filesIn([place.out], io, (file, bytes) => {
    const isSame = digests.has(file) && digests.get(file) === sha256(bytes);
    if (isSame) same.add(file);
    return isSame;
  });
  return same.size === digests.size ? files.flatMap(recordsOf) : undefined;
}

/** @returns where an import reads and writes */
export function placeOf(
  { out, mapping }: { readonly out: string; readonly mapping?: string },
  { directory }: Io,
): Place {
  const folder = path.resolve(directory, out);
  const named = (name: string) => ({ path: path.join(folder, name), shown: path.join(out, name) });
  return {
    out: folder,
    mapping:
      mapping === undefined
        ? named(mappingFileName)
        : { path: path.resolve(directory, mapping), shown: mapping },
    state: named(stateFileName),
    section: (section) => named(`${section}.yaml`),
  };
}

/**
 * Reads what is there. Each file is read and parsed once, for all that is done with it.
 *
 * @throws UsageError if a file cannot be read: what stands in it would be made again
 */
export async function readPresent(place: Place, io: Io): Promise<Present> {
  for (const section of listSections) await refuseLink(place.section(section));
  const files = await filesIn([place.out], io);
  const byPath = new Map(files.map((file) => [file.absolutePath, file]));
  const sections = new Map<RecordSection, string | undefined>();
  const parsed = new Map<RecordSection, ParsedYaml>();
  for (const section of listSections) {
    const name = place.section(section);
    const file = byPath.get(name.path);
    sections.set(section, file?.bytes === undefined ? await textOf(name) : writtenTextOf(file));
    if (file?.bytes !== undefined) parsed.set(section, file.yaml);
  }
  return {
    ...{ sections, parsed },
    feedFiles: files.map((file) => ({
      path: file.absolutePath,
      shown: file.path,
      text: writtenTextOf(file),
      yaml: file.yaml,
    })),
    inventory: files.flatMap(recordsOf),
  };
}

/** The text of a file of the inventory, with its byte order mark, which stays. */
function writtenTextOf({ bytes, yaml }: ReadFile): string {
  return withMark(yaml.source.text, bytes);
}
