import { groupBy } from '../../../base/groups.ts';
import { parseYaml } from '../../../yaml/parse.ts';
import type { MergeProblem } from '../../merge/merge-problem.ts';
import { sectionIn } from '../../merge/section-file.ts';
import type { FeedFile } from './feed-files.ts';
import type { RefusedRow, UpdatedRecord } from './feed-result.ts';

/** A file after its records were updated. */
interface EditedFile {
  /** `undefined` where nothing of it changes */
  readonly text: string | undefined;
  /** records that cannot be changed where they stand, with their rows; the others are */
  readonly refused: readonly { readonly record: UpdatedRecord; readonly refused: readonly RefusedRow[] }[];
  readonly problems: readonly MergeProblem[];
}

/** Sets fields in the text of a file, section by section: all else stays as it is, to the byte. */
export async function editFile(file: FeedFile, records: readonly UpdatedRecord[]): Promise<EditedFile> {
  // Only a file that changes pays for the parser that keeps its comments.
  const { editSection } = await import('../../merge/edit-section.ts');
  const refused: EditedFile['refused'][number][] = [];
  let yaml = file.yaml;
  for (const [section, own] of groupBy(records, ({ known }) => known.section.section)) {
    let left = own;
    while (left.length > 0) {
      const fields = new Map(left.map(({ known, edits }) => [known.record, edits]));
      const edited = await editSection(sectionIn(section, yaml), { fields, removed: new Set(), added: [] });
      if ('text' in edited) {
        yaml = await parseYaml(Buffer.from(edited.text));
        break;
      }
      const found = left.flatMap((record) => refusalOf(file, record, edited.problems) ?? []);
      if (found.length === 0) return { text: undefined, refused: [], problems: edited.problems };
      refused.push(...found);
      const lost = new Set(found.map(({ record }) => record));
      left = left.filter((record) => !lost.has(record));
    }
  }
  const { text } = yaml.source;
  const mark = file.text.slice(0, file.text.length - file.yaml.source.text.length);
  return { text: yaml === file.yaml ? undefined : mark + text, refused, problems: [] };
}

function refusalOf(
  { shown }: FeedFile,
  record: UpdatedRecord,
  problems: readonly MergeProblem[],
): EditedFile['refused'][number] | undefined {
  const problem = problems.find((one) => 'id' in one && one.id === record.known.record.id);
  if (problem?.code !== 'not-editable') return undefined;
  const { why: reason, path, position } = problem;
  const place = position === undefined ? shown : `${shown}:${position.line}:${position.column}`;
  const rows = record.rows.map((row): RefusedRow => ({ row, why: 'not-editable', reason, path, place }));
  return { record, refused: rows };
}
