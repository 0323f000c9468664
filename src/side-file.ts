import type { SchemaProblem } from './schema/problem.ts';
import type { Shape } from './schema/shape.ts';
import { type CompiledValidator, validate } from './schema/validate.ts';
import { parseYaml, writtenText } from './yaml/parse.ts';
import type { YamlProblem } from './yaml/problem.ts';
import type { Position } from './yaml/source-text.ts';
import type { Path } from './yaml/tape.ts';

/** A file that a run goes by without judging it. */
export type SideFileKind = 'configuration' | 'baseline';

/** What is wrong with a file that a run goes by, and where. Codes and facts, no prose. */
export type SideFileProblem = { readonly file: string; readonly position?: Position } & (
  | { readonly code: 'unreadable'; readonly kind: SideFileKind; readonly reason: string }
  | { readonly code: 'empty'; readonly kind: SideFileKind }
  | { readonly code: 'yaml'; readonly problem: YamlProblem }
  | { readonly code: 'schema'; readonly problem: SchemaProblem }
);

/** A file that the run goes by cannot be used. */
export class SideFileError extends Error {
  readonly problems: readonly SideFileProblem[];

  constructor(problems: readonly SideFileProblem[]) {
    super(problems.map(({ file, code }) => `${file}: ${code}`).join('\n'));
    this.problems = problems;
  }
}

/**
 * Reads YAML (or JSON, which is YAML) and holds it against its schema.
 *
 * @param loadValidator only who has such a file pays for its validator
 * @returns what it says; `undefined` where it says nothing
 * @throws SideFileError with everything that is wrong
 */
export async function readSideFile(
  bytes: Uint8Array,
  file: string,
  shape: Shape,
  loadValidator: () => Promise<CompiledValidator>,
): Promise<unknown> {
  const yaml = await parseYaml(bytes, { writtenNull: 'keep' });
  const problems: SideFileProblem[] = yaml.problems.map((problem) => ({
    code: 'yaml',
    file,
    position: yaml.source.position(problem.start),
    problem,
  }));
  const [document] = yaml.documents;
  if (document?.value !== undefined) {
    const { root, value } = document;
    const written = (place: Path) => writtenText(yaml, root, place);
    for (const problem of validate(await loadValidator(), shape, value, written)) {
      const span =
        problem.code === 'unknown-key'
          ? yaml.tape.locate(root, [...problem.path, problem.key], 'key')
          : yaml.tape.locate(root, problem.path);
      problems.push({ code: 'schema', file, position: yaml.source.position(span.start), problem });
    }
  }
  if (problems.length > 0) throw new SideFileError(problems);
  return document?.value;
}
