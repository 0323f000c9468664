import { registerMappingShape } from '../../../generated/shapes.ts';
import { validateRegisterMapping } from '../../../generated/validators/register-mapping.js';
import { defined } from '../../base/defined.ts';
import { WrittenFile, type WrittenProblem } from '../../schema/written-file.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { checkSheets, type MappingContradiction } from './mapping-checks.ts';

/** What a body says that its registers mean: `register.mapping.yaml`. */
export interface RegisterMapping {
  readonly sheets: readonly MappedSheet[];
  readonly references: readonly MappedReference[];
}

/** A sheet of a register. */
export interface MappedSheet {
  /** the name of the file, without its folder */
  readonly file: string;
  readonly sheet: string;
  readonly ignored: boolean;
  readonly section?: RecordSection;
  /** what its rows seem to be; nothing is imported until that is confirmed */
  readonly guess?: RecordSection;
  /** lists of words for all of whose words that the body uses the sheet has a column */
  readonly complete: readonly string[];
  /** whether the mapping has a place for that already, be it empty */
  readonly asksComplete: boolean;
  readonly columns: readonly MappedColumn[];
}

/** A column of a sheet. */
export interface MappedColumn {
  /** as {@link TableColumn} has it */
  readonly header: string;
  readonly field?: readonly FieldTarget[];
  /** what it seems to be for; its values stay under `x-` and the header until that is confirmed */
  readonly guess?: readonly FieldTarget[];
  readonly rowNumber: boolean;
  readonly removed: boolean;
  /** whether an empty cell repeats the one above */
  readonly repeats: boolean;
  /** what the words in it mean; `undefined` for a question that is not answered yet */
  readonly answers: ReadonlyMap<string, unknown>;
}

/** What a name in a register stands for. */
export interface MappedReference {
  readonly name: string;
  readonly section: RecordSection;
  readonly id?: string;
  /** what it seems to stand for; it is not used until it is confirmed */
  readonly guess?: string;
}

/** The mapping before there is a file. */
export const emptyMapping: RegisterMapping = { sheets: [], references: [] };

/** What is wrong with a mapping, and where. */
export type MappingProblem =
  | WrittenProblem
  | (MappingContradiction & { readonly file: string })
  | {
      readonly code: 'not-a-list';
      readonly file: string;
      readonly position: Position;
      readonly section: string;
    };

/** A mapping as it was read. */
export interface ReadMapping {
  readonly mapping: RegisterMapping;
  readonly problems: readonly MappingProblem[];
}

/**
 * Reads a mapping.
 *
 * @param file as messages name it
 */
export async function readMapping(bytes: Uint8Array, file: string): Promise<ReadMapping> {
  const written = await WrittenFile.read(bytes, file, registerMappingShape);
  const problems: MappingProblem[] = written.problems;
  if (written.value === undefined) return { mapping: emptyMapping, problems };
  problems.push(...written.validate(validateRegisterMapping, registerMappingShape));
  const content = written.value as WrittenMapping;
  for (const [list, items] of Object.entries({ sheets: content.sheets, references: content.references }))
    for (const [index, { section, guess }] of (items ?? []).entries())
      for (const [key, value] of Object.entries({ section, guess: list === 'sheets' ? guess : undefined }))
        if (value === 'roles')
          problems.push({
            code: 'not-a-list',
            file,
            position: written.at([list, index, key]),
            section: value,
          });
  const sheets = (content.sheets ?? []).map(sheetOf);
  // Where the schema has taken items out, they no longer stand where they are written.
  if (problems.length === 0) problems.push(...checkSheets(sheets, written).map((one) => ({ ...one, file })));
  return {
    mapping: {
      sheets,
      references: (content.references ?? []).map(({ name, section, id, guess }) => ({
        name,
        section,
        ...defined({ id: textOf(id), guess: textOf(guess) }),
      })),
    },
    problems,
  };
}

/** The content of the file, as its schema has it. */
interface WrittenMapping {
  readonly sheets?: readonly WrittenSheet[];
  readonly references?: readonly {
    readonly name: string;
    readonly section: RecordSection;
    readonly id?: string | number;
    readonly guess?: string | number;
  }[];
}

interface WrittenSheet {
  readonly file: string;
  readonly sheet: string;
  readonly ignored?: boolean;
  readonly section?: RecordSection;
  readonly guess?: RecordSection;
  readonly complete?: readonly string[];
  readonly columns?: readonly WrittenColumn[];
}

interface WrittenColumn {
  readonly header: string;
  readonly field?: string | readonly string[];
  readonly guess?: string | readonly string[];
  readonly rowNumber?: boolean;
  readonly removed?: boolean;
  readonly repeats?: boolean;
  readonly answers?: Readonly<Record<string, unknown>>;
}

function sheetOf({ file, sheet, ignored, section, guess, complete, columns }: WrittenSheet): MappedSheet {
  return {
    file,
    sheet,
    ignored: ignored === true,
    ...defined({ section, guess: section === undefined ? guess : undefined }),
    complete: complete ?? [],
    asksComplete: complete !== undefined,
    columns: (columns ?? []).map(columnOf),
  };
}

function columnOf(column: WrittenColumn): MappedColumn {
  const field = targetsOf(column.field);
  return {
    header: column.header,
    ...defined({ field, guess: field === undefined ? targetsOf(column.guess) : undefined }),
    rowNumber: column.rowNumber === true,
    removed: column.removed === true,
    repeats: column.repeats === true,
    answers: new Map(Object.entries(column.answers ?? {})),
  };
}

function targetsOf(written: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof written === 'string' ? [written] : written;
}

function textOf(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}
