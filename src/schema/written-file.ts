import type { ComposeOptions } from '../yaml/compose.ts';
import { type ParsedYaml, parseYaml, writtenText } from '../yaml/parse.ts';
import type { YamlProblem } from '../yaml/problem.ts';
import type { Position } from '../yaml/source-text.ts';
import type { Path } from '../yaml/tape.ts';
import type { SchemaProblem } from './problem.ts';
import type { Shape } from './shape.ts';
import { type CompiledValidator, validate } from './validate.ts';

/** What breaks YAML or a schema in a file that is no inventory, and where. */
export type WrittenProblem = { readonly file: string; readonly position: Position } & (
  | { readonly code: 'yaml'; readonly problem: YamlProblem }
  | { readonly code: 'schema'; readonly problem: SchemaProblem }
);

/** A YAML file of one document that is no inventory: a configuration, a baseline, a policy, a mapping. */
export class WrittenFile {
  readonly #file: string;
  readonly #yaml: ParsedYaml;
  readonly #root: number;
  /** what the document says; `undefined` where it says nothing. {@link validate} takes out of it what breaks the schema */
  readonly value: unknown;

  private constructor(file: string, yaml: ParsedYaml) {
    const [document] = yaml.documents;
    this.#file = file;
    this.#yaml = yaml;
    this.#root = document?.root ?? 0;
    this.value = document?.value;
  }

  /** @param file as messages name it */
  static async read(bytes: Uint8Array, file: string, options?: ComposeOptions): Promise<WrittenFile> {
    return new WrittenFile(file, await parseYaml(bytes, options));
  }

  /** What is wrong with it as YAML. */
  get problems(): WrittenProblem[] {
    return this.#yaml.problems.map((problem) => ({
      code: 'yaml',
      file: this.#file,
      position: this.#yaml.source.position(problem.start),
      problem,
    }));
  }

  /** Where a second document begins that says something; `undefined` where there is none. */
  get second(): Position | undefined {
    const [, second] = this.#yaml.documents;
    return second?.value === undefined ? undefined : this.#positionOf(second.root, []);
  }

  /** @returns where a value stands, or its key */
  at(place: Path, part?: 'key'): Position {
    return this.#positionOf(this.#root, place, part);
  }

  /** Holds what the document says against a schema, and takes out what breaks it. */
  validate(check: CompiledValidator, shape: Shape): (WrittenProblem & { readonly code: 'schema' })[] {
    const written = (place: Path) => writtenText(this.#yaml, this.#root, place);
    return validate(check, shape, this.value, written).map((problem) => ({
      code: 'schema',
      file: this.#file,
      position:
        problem.code === 'unknown-key'
          ? this.at([...problem.path, problem.key], 'key')
          : this.at(problem.path),
      problem,
    }));
  }

  #positionOf(root: number, place: Path, part?: 'key'): Position {
    return this.#yaml.source.position(this.#yaml.tape.locate(root, place, part).start);
  }
}
