import { registerMappingShape } from '../../../generated/shapes.ts';
import { validateRegisterMapping } from '../../../generated/validators/register-mapping.js';
import { defined } from '../../base/defined.ts';
import { WrittenFile, type WrittenProblem } from '../../schema/written-file.ts';
import type { Position } from '../../yaml/source-text.ts';
import type { Path } from '../../yaml/tape.ts';
import type { RecordSection } from './fields.ts';
import {
  emptyMapping,
  type MappedColumn,
  type MappedSheet,
  type RegisterMapping,
  type Update,
} from './mapping.ts';
import { checkSheets, type MappingContradiction } from './mapping-checks.ts';

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
  const written = await WrittenFile.read(bytes, file, registerMappingShape());
  const problems: MappingProblem[] = written.problems;
  if (written.value === undefined) return { mapping: emptyMapping, problems };
  problems.push(...written.validate(validateRegisterMapping, registerMappingShape()));
  const content = written.value as WrittenMapping;
  const notALists = sectionsIn(content).filter(({ section }) => section === 'roles');
  problems.push(
    ...notALists.map(
      ({ path, section }) => ({ code: 'not-a-list', file, position: written.at(path), section }) as const,
    ),
  );
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

/** The names of sections in a mapping, and where they stand. */
function sectionsIn({
  sheets,
  references,
}: WrittenMapping): { readonly path: Path; readonly section: string }[] {
  const named = (path: Path, section: string | undefined) =>
    section === undefined ? [] : [{ path, section }];
  return [
    ...(sheets ?? []).flatMap(({ section, guess, update }, index) => [
      ...named(['sheets', index, 'section'], section),
      ...named(['sheets', index, 'guess'], guess),
      ...named(['sheets', index, 'update', 'section'], update?.section),
    ]),
    ...(references ?? []).flatMap(({ section }, index) => named(['references', index, 'section'], section)),
  ];
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
  readonly update?: (Omit<Update, 'ignoreOthers'> & { readonly ignoreOthers?: boolean | null }) | null;
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

function sheetOf(written: WrittenSheet): MappedSheet {
  const { file, sheet, ignored, section, guess, update, complete, columns } = written;
  return {
    file,
    sheet,
    ignored: ignored === true,
    ...defined({
      section,
      update: update ? { ...update, ignoreOthers: update.ignoreOthers === true } : undefined,
      guess: section === undefined && !update ? guess : undefined,
    }),
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
