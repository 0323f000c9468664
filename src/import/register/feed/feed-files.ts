import { isMapping } from '../../../base/mapping.ts';
import { type ParsedYaml, parseYaml } from '../../../yaml/parse.ts';
import type { RecordSection } from '../fields.ts';

/** A file of the inventory whose records may be updated. */
export interface FeedFile {
  /** absolute */
  readonly path: string;
  /** as messages name it */
  readonly shown: string;
  /** with its byte order mark */
  readonly text: string;
  /** as it is written */
  readonly yaml: ParsedYaml;
}

/** What names the files of the inventory. */
export interface FeedPlaces {
  readonly files: readonly FeedFile[];
  /** the file into which an import writes the records of a section */
  readonly fileOf: (section: RecordSection) => Pick<FeedFile, 'path' | 'shown'>;
}

/** @returns the files as they are once registers of the same run are merged into them */
export async function filesAfter(
  { files, fileOf }: FeedPlaces,
  merged: ReadonlyMap<RecordSection, string>,
): Promise<FeedFile[]> {
  const byPath = new Map(files.map((file) => [file.path, file]));
  for (const [section, text] of merged) {
    const name = fileOf(section);
    byPath.set(name.path, { ...name, text, yaml: await parseYaml(Buffer.from(text)) });
  }
  return [...byPath.values()];
}

/** @returns whether a file has records of a section */
export function holds({ yaml }: FeedFile, section: RecordSection): boolean {
  return yaml.documents.some(({ value }) => isMapping(value) && Array.isArray(value[section]));
}
