import { policyShape } from '../../generated/shapes.ts';
import type { Limits } from '../base/limits.ts';
import { isMapping } from '../base/mapping.ts';
import { pathOfProblem } from '../schema/validate.ts';
import { WrittenFile } from '../schema/written-file.ts';
import type { Position } from '../yaml/source-text.ts';
import type { Path } from '../yaml/tape.ts';
import type { WrittenCitation } from './build.ts';
import type { WrittenClause, WrittenPolicy } from './extend.ts';
import type { Layer } from './policy.ts';
import type { PolicyProblem } from './problem.ts';
import type { AsWritten } from './written-text.ts';

/** What is left of a policy file once everything that breaks the schema is taken out. */
export interface ValidPart extends Partial<Omit<AsWritten<WrittenPolicy>, 'clauses' | 'layers' | 'drop'>> {
  readonly drop?: readonly (string | undefined)[];
  readonly layers?: readonly (Partial<AsWritten<Layer>> | undefined)[];
  readonly clauses?: readonly (RemainingClause | undefined)[];
}

type RemainingClause = Partial<Omit<AsWritten<WrittenClause>, 'rules'>> & {
  readonly rules?: readonly Partial<WrittenCitation>[];
};

/** A policy file after validation against the schema. */
export interface PolicyDraft {
  readonly file: string;
  readonly validPart: ValidPart;
  readonly problems: readonly PolicyProblem[];
  /** @returns the position of a value, or of its key */
  at(path: Path, part?: 'key'): Position;
  /** @returns whether nothing at a path broke the schema, so that a value missing there was not written */
  isValid(path: Path): boolean;
}

/** Reads a policy file as far as it can be read by itself. */
export async function readDraft(bytes: Uint8Array, file: string, limits: Limits): Promise<PolicyDraft> {
  const written = await WrittenFile.read(bytes, file, policyShape, { writtenNull: 'keep', limits });
  const problems: PolicyProblem[] = written.problems;
  const at = (path: Path, part?: 'key') => written.at(path, part);
  const { value, second } = written;
  if (value === undefined) {
    if (problems.length === 0) problems.push({ code: 'empty', file });
    return { file, validPart: {}, problems, at, isValid: () => false };
  }
  if (second !== undefined) problems.push({ code: 'several-documents', file, position: second });
  // Loaded lazily: built-in policies were checked at build time and need no validator.
  const { validatePolicy } = await import('../../generated/validators/policy.js');
  const broken = written.validate(validatePolicy, policyShape);
  problems.push(...broken);
  const places = broken.map(({ problem }) => pathOfProblem(problem));
  const isValid = (path: Path) =>
    !places.some((other) => path.every((step, depth) => depth >= other.length || other[depth] === step));
  const validPart = isMapping(value) ? (withoutBlanks(value) as ValidPart) : {};
  return { file, validPart, problems, at, isValid };
}

/** A `null`, or a key without a value, counts as missing; but under `parameters`, `null` means "none". */
function withoutBlanks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutBlanks);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null && item !== undefined);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === 'parameters' ? item : withoutBlanks(item)]),
  );
}
