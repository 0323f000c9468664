import { policyShape, rulesShape } from '../../generated/shapes.ts';
import type { Limits } from '../base/limits.ts';
import { isMapping } from '../base/mapping.ts';
import { isOpenWord, type OpenWord } from '../schema/open-words.ts';
import type { Shape } from '../schema/shape.ts';
import { type CompiledValidator, pathOfProblem } from '../schema/validate.ts';
import { WrittenFile } from '../schema/written-file.ts';
import type { Position } from '../yaml/source-text.ts';
import type { Path } from '../yaml/tape.ts';
import type { WrittenCitation } from './build.ts';
import type { WrittenClause, WrittenPolicy } from './extend.ts';
import type { RuleSource } from './own/check.ts';
import type { Layer } from './policy.ts';
import type { PolicyProblem } from './problem.ts';
import type { AsWritten } from './written-text.ts';

/** What is left of a policy file once everything that breaks the schema is taken out. */
export interface ValidPart
  extends Partial<Omit<AsWritten<WrittenPolicy>, 'clauses' | 'layers' | 'drop' | 'ownRules' | 'fields'>>,
    Pick<RuleSource, 'rules' | 'fields'> {
  readonly ownRules?: string | readonly (string | undefined)[];
  readonly drop?: readonly (string | undefined)[];
  readonly layers?: readonly (Partial<AsWritten<Layer>> | undefined)[];
  readonly clauses?: readonly (RemainingClause | undefined)[];
}

type RemainingClause = Partial<Omit<AsWritten<WrittenClause>, 'rules' | 'serves' | 'as'>> & {
  readonly rules?: readonly Partial<WrittenCitation>[];
  readonly serves?: readonly (string | undefined)[];
  readonly as?: string;
};

/** A policy file after validation against the schema. */
export type PolicyDraft = Draft<ValidPart>;

/** A file of rules after validation against the schema. */
export type RulesDraft = Draft<Pick<RuleSource, 'rules' | 'fields'>>;

/** A file after validation against its schema. */
interface Draft<Content> {
  readonly file: string;
  readonly validPart: Content;
  readonly problems: readonly PolicyProblem[];
  /** words of open lists that are none of the built-in ones */
  readonly openWords: readonly OpenWord[];
  /** @returns the position of a value, or of its key */
  at(path: Path, part?: 'key'): Position;
  /** @returns whether nothing at a path broke the schema, so that a value missing there was not written */
  isValid(path: Path): boolean;
}

/** Reads a policy file as far as it can be read by itself. */
export async function readDraft(bytes: Uint8Array, file: string, limits: Limits): Promise<PolicyDraft> {
  // Loaded lazily: built-in policies were checked at build time and need no validator.
  const validator = async () => (await import('../../generated/validators/policy.js')).validatePolicy;
  return read(bytes, file, limits, { shape: policyShape(), validator });
}

/** Reads a file of rules as far as it can be read by itself. */
export async function readRulesDraft(bytes: Uint8Array, file: string, limits: Limits): Promise<RulesDraft> {
  const validator = async () => (await import('../../generated/validators/rules.js')).validateRules;
  return read(bytes, file, limits, { shape: rulesShape(), validator });
}

/** What a file should be. */
interface FileKind {
  readonly shape: Shape;
  readonly validator: () => Promise<CompiledValidator>;
}

async function read<Content extends object>(
  bytes: Uint8Array,
  file: string,
  limits: Limits,
  { shape, validator }: FileKind,
): Promise<Draft<Content>> {
  const written = await WrittenFile.read(bytes, file, shape, { writtenNull: 'keep', limits });
  const problems: PolicyProblem[] = written.problems;
  const at = (path: Path, part?: 'key') => written.at(path, part);
  const { value, second } = written;
  if (value === undefined) {
    if (problems.length === 0) problems.push({ code: 'empty', file });
    return { file, validPart: {} as Content, problems, openWords: [], at, isValid: () => false };
  }
  if (second !== undefined) problems.push({ code: 'several-documents', file, position: second });
  const broken = written.validate(await validator(), shape);
  const certain = broken.filter(({ problem }) => !isOpenWord(problem));
  const openWords = broken.map(({ problem }) => problem).filter(isOpenWord);
  problems.push(...certain);
  const places = certain.map(({ problem }) => pathOfProblem(problem));
  const isValid = (path: Path) =>
    !places.some((other) => path.every((step, depth) => depth >= other.length || other[depth] === step));
  const validPart = (isMapping(value) ? withoutBlanks(value) : {}) as Content;
  return { file, validPart, problems, openWords, at, isValid };
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
