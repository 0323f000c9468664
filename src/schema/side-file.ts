import { defaultLimits, type Limits } from '../base/limits.ts';
import type { Reason } from '../base/system-error.ts';
import type { Position } from '../yaml/source-text.ts';
import type { Shape } from './shape.ts';
import type { CompiledValidator } from './validate.ts';
import { WrittenFile, type WrittenProblem } from './written-file.ts';

/** A file that controls a run without being judged. */
export type SideFileKind = 'configuration' | 'baseline' | 'expected';

/** What is wrong with such a file, and where. Codes and facts, no prose. */
export type SideFileProblem =
  | WrittenProblem
  | ({ readonly file: string; readonly position?: Position } & (
      | { readonly code: 'unreadable'; readonly kind: SideFileKind; readonly reason: Reason }
      | { readonly code: 'empty'; readonly kind: SideFileKind }
    ));

/** A configuration or baseline cannot be used. */
export class SideFileError extends Error {
  readonly problems: readonly SideFileProblem[];

  constructor(problems: readonly SideFileProblem[]) {
    super(problems.map(({ file, code }) => `${file}: ${code}`).join('\n'));
    this.problems = problems;
  }
}

/** The bytes of such a file, and its path as messages name it. */
export interface SideFile {
  readonly bytes: Uint8Array;
  readonly file: string;
  readonly limits?: Limits;
}

/**
 * Reads YAML (or JSON, which is YAML) and validates it against its schema.
 *
 * @param loadValidator loads the validator, only where there is such a file
 * @returns what it says; `undefined` where it says nothing
 * @throws SideFileError with everything that is wrong
 */
export async function readSideFile(
  { bytes, file, limits = defaultLimits }: SideFile,
  shape: Shape,
  loadValidator: () => Promise<CompiledValidator>,
): Promise<unknown> {
  const written = await WrittenFile.read(bytes, file, shape, { writtenNull: 'keep', limits });
  const { value } = written;
  const broken = value === undefined ? [] : written.validate(await loadValidator(), shape);
  const problems = [...written.problems, ...broken];
  if (problems.length > 0) throw new SideFileError(problems);
  return value;
}
