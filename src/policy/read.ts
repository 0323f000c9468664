import { policyShape } from '../../generated/shapes.ts';
import { validate } from '../schema/validate.ts';
import { parseYaml, writtenText } from '../yaml/parse.ts';
import type { Position } from '../yaml/source-text.ts';
import type { Path } from '../yaml/tape.ts';
import type { WrittenClause, WrittenPolicy } from './extend.ts';
import type { Layer, RuleCitation } from './policy.ts';
import type { PolicyProblem } from './problem.ts';

/** What is left of a policy file once everything that breaks the schema is taken out. */
export interface Remains extends Partial<Omit<WrittenPolicy, 'clauses' | 'layers' | 'drop'>> {
  readonly drop?: readonly (string | undefined)[];
  readonly layers?: readonly (Partial<Layer> | undefined)[];
  readonly clauses?: readonly (RemainingClause | undefined)[];
}

type RemainingClause = Partial<Omit<WrittenClause, 'rules'>> & {
  readonly rules?: readonly Partial<RuleCitation>[];
};

/** A policy file held against the schema. */
export interface PolicyDraft {
  readonly file: string;
  readonly remains: Remains;
  readonly problems: readonly PolicyProblem[];
  /** @returns where a value stands, or its key */
  at(place: Path, part?: 'key'): Position;
  /** @returns whether everything at a place is as the schema has it, so that what is not there was not written */
  sound(place: Path): boolean;
}

/** Reads a policy file as far as it can be read by itself. */
export async function readDraft(bytes: Uint8Array, file: string): Promise<PolicyDraft> {
  const yaml = await parseYaml(bytes, { writtenNull: 'keep' });
  const problems: PolicyProblem[] = yaml.problems.map((problem) => ({
    code: 'yaml',
    file,
    position: yaml.source.position(problem.start),
    problem,
  }));
  const [document, second] = yaml.documents;
  const root = document?.root ?? 0;
  const at = (place: Path, part?: 'key') => yaml.source.position(yaml.tape.locate(root, place, part).start);
  if (document?.value === undefined) {
    if (problems.length === 0) problems.push({ code: 'empty', file });
    return { file, remains: {}, problems, at, sound: () => false };
  }
  if (second?.value !== undefined) {
    const { start } = yaml.tape.locate(second.root, []);
    problems.push({ code: 'several-documents', file, position: yaml.source.position(start) });
  }
  // Built-in policies were checked when sekisho was built; only a body's own pays for the validator.
  const { validatePolicy } = await import('../../generated/validators/policy.js');
  const broken: Path[] = [];
  const written = (place: Path) => writtenText(yaml, root, place);
  for (const problem of validate(validatePolicy, policyShape, document.value, written)) {
    const place = 'key' in problem ? [...problem.path, problem.key] : problem.path;
    const position = problem.code === 'unknown-key' ? at(place, 'key') : at(problem.path);
    problems.push({ code: 'schema', file, position, problem });
    broken.push(place);
  }
  const sound = (place: Path) =>
    !broken.some((other) => place.every((step, depth) => depth >= other.length || other[depth] === step));
  const remains = isMapping(document.value) ? (withoutNulls(document.value) as Remains) : {};
  return { file, remains, problems, at, sound };
}

function isMapping(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A `null` says "missing", but under `parameters`, where it says "none". */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== null);
  return Object.fromEntries(
    entries.map(([key, item]) => [key, key === 'parameters' ? item : withoutNulls(item)]),
  );
}
