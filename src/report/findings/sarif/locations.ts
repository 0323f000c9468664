import type { Location, PhysicalLocation } from 'sarif';
import type { Language } from '../../../base/localized.ts';
import type { Finding, FindingLocation, RecordReference, TraceStep } from '../../../result/result.ts';
import { plain } from './texts.ts';

/** Gives the text of a line of an inventory file. */
export type SourceLine = (file: string, line: number) => string | undefined;

/** The record that a finding is about, as a logical location. */
export function logicalLocation(record: RecordReference): Location['logicalLocations'] {
  return [{ fullyQualifiedName: qualifiedName(record), name: record.name, kind: 'object' }];
}

/** @returns the section and the id of a record; the section alone where the inventory has no such record */
export function qualifiedName({ kind, id }: RecordReference): string {
  return id === '' ? kind : `${kind}/${id}`;
}

/**
 * A location in a file. Columns count from 1 and the end is exclusive, as in a finding; an empty range is extended by
 * one character, since viewers would show nothing otherwise.
 *
 * @param sourceLine where the report is to quote the text that stands there
 */
export function physicalLocation(
  { file, line, column, endLine, endColumn }: FindingLocation,
  sourceLine?: SourceLine,
): PhysicalLocation {
  const quoted = sourceLine?.(file, line)?.slice(column - 1, endLine === line ? endColumn - 1 : undefined);
  return {
    artifactLocation: { uri: uriOf(file) },
    region: {
      startLine: line,
      startColumn: column,
      endLine,
      endColumn: endLine > line ? endColumn : Math.max(endColumn, column + 1),
      snippet: quoted ? { text: quoted } : undefined,
    },
  };
}

/** A step of a finding's trace, with its message. */
export function stepLocation({ message, location }: TraceStep, language: Language): Location {
  return { physicalLocation: physicalLocation(location), message: { text: plain(message[language]) } };
}

/** The locations of a finding's trace, apart from the hops of its paths. */
export function stepsBesidePaths({ trace }: Finding): readonly TraceStep[] {
  return trace.filter((step) => !('hop' in step));
}

/** @returns whether a file lies outside the working directory, so that its path is absolute */
export function isOutside(file: string): boolean {
  return file.startsWith('/') || /^[A-Za-z]:\//.test(file);
}

/**
 * A relative path stays relative to the root of the repository, each segment percent-encoded (RFC 3986). An absolute
 * path becomes a `file:` URI (RFC 8089), which GitHub's upload resolves against the checkout folder.
 */
export function uriOf(file: string): string {
  const encoded = file
    .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
  if (!isOutside(file)) return encoded;
  if (file.startsWith('//')) return `file:${encoded}`;
  return file.startsWith('/') ? `file://${encoded}` : `file:///${encoded.replace('%3A', ':')}`;
}
