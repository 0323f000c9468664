import type { Language } from '../../../base/localized.ts';
import type { FindingLocation } from '../../../result/result.ts';

/** The last columns of a table, where some of its records came from a register: the cell to look at there. */
const sourceColumns = ['sourceFile', 'sourceSheet', 'sourceCell'] as const;

export type SourceColumn = (typeof sourceColumns)[number];

export const sourceColumnNames: Readonly<Record<Language, Readonly<Record<SourceColumn, string>>>> = {
  ja: { sourceFile: '元の表のファイル', sourceSheet: '元の表のシート', sourceCell: '元の表のセル' },
  en: { sourceFile: 'source file', sourceSheet: 'source sheet', sourceCell: 'source cell' },
};

type SourceCells = Readonly<Partial<Record<SourceColumn, string>>>;

/** @returns what stands in these columns */
export function sourceCells(location: FindingLocation | null): SourceCells {
  const { source } = location ?? {};
  return source === undefined
    ? {}
    : { sourceFile: source.file, sourceSheet: source.sheet, sourceCell: source.cell };
}

/**
 * @param locations of what its rows are about
 * @returns the columns of a table with these, unless nothing stands in them
 */
export function withSourceColumns<Column extends string>(
  columns: readonly Column[],
  locations: Iterable<FindingLocation | null>,
): readonly (Column | SourceColumn)[] {
  for (const location of locations) if (location?.source !== undefined) return [...columns, ...sourceColumns];
  return columns;
}
