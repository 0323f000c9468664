import type { Limits } from '../../base/limits.ts';
import { isMapping, type Mapping } from '../../base/mapping.ts';
import type { RecordSection } from '../../register/state.ts';
import { type ParsedYaml, parseYaml, writtenText } from '../../yaml/parse.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { Path } from '../../yaml/tape.ts';
import type { MergeProblem } from './merge-problem.ts';

/** A record as it stands in the YAML today. */
export interface WrittenRecord {
  readonly id: string;
  readonly value: Mapping;
  /** the document of the file, and the item of the section in it, both from 0 */
  readonly document: number;
  readonly index: number;
}

/** A file of the inventory, read for one of its sections. */
export interface SectionFile {
  readonly section: RecordSection;
  /** its text, without a byte order mark */
  readonly text: string;
  readonly yaml: ParsedYaml;
  /** those that have an id */
  readonly records: ReadonlyMap<string, WrittenRecord>;
  readonly problems: readonly MergeProblem[];
  /** whether any record stands in the section, with an id or without one */
  readonly isEmpty: boolean;
}

/** Reads one section of a file. Nothing is built for records that need no change. */
export async function readSection(
  section: RecordSection,
  text: string,
  limits?: Limits,
): Promise<SectionFile> {
  return sectionIn(section, await parseYaml(Buffer.from(text), limits === undefined ? {} : { limits }));
}

/** @returns one section of a file that was parsed, as it is written */
export function sectionIn(section: RecordSection, yaml: ParsedYaml): SectionFile {
  const records = new Map<string, WrittenRecord>();
  const problems: MergeProblem[] = yaml.problems.map((problem) => ({
    code: 'yaml',
    section,
    problem,
    position: yaml.source.position(problem.start),
  }));
  let count = 0;
  for (const [document, { value }] of yaml.documents.entries()) {
    const place = (path: Path) => placeIn(yaml, document, path);
    if (value === undefined) continue;
    if (!isMapping(value)) {
      problems.push({ code: 'no-mapping', section, position: place([]) });
      continue;
    }
    const list = Object.hasOwn(value, section) ? value[section] : undefined;
    if (list === undefined) continue;
    if (!Array.isArray(list)) {
      problems.push({ code: 'no-list', section, position: place([section]) });
      continue;
    }
    count += list.length;
    for (const [index, item] of list.entries()) {
      if (!isMapping(item)) {
        problems.push({ code: 'no-record', section, position: place([section, index]) });
        continue;
      }
      const id = idOf(yaml, document, [section, index, 'id'], item);
      if (id === undefined) continue;
      const first = records.get(id);
      if (first === undefined) records.set(id, { id, value: item, document, index });
      else {
        const firstPosition = placeIn(yaml, first.document, [section, first.index, 'id']);
        problems.push({
          code: 'duplicate-id',
          section,
          id,
          first: firstPosition,
          position: place([section, index, 'id']),
        });
      }
    }
  }
  return { section, text: yaml.source.text, yaml, records, problems, isEmpty: count === 0 };
}

/** @returns where a field of a record stands; of one that is absent, the nearest that it belongs to */
export function placeOfField(file: SectionFile, record: WrittenRecord, keys: Path): Position {
  return placeIn(file.yaml, record.document, [file.section, record.index, ...keys]);
}

function placeIn({ source, documents, tape }: ParsedYaml, document: number, path: Path): Position {
  return source.position(tape.locate(documents[document]?.root ?? 0, path).start);
}

/** @returns the id of a record, which is a text as it is written: 001 is not 1 */
export function idOf(yaml: ParsedYaml, document: number, path: Path, record: Mapping): string | undefined {
  const id = Object.hasOwn(record, 'id') ? record['id'] : undefined;
  if (typeof id === 'string' || id === undefined || typeof id === 'object')
    return typeof id === 'string' ? id : undefined;
  return writtenText(yaml, yaml.documents[document]?.root ?? 0, path);
}
