import { defaultLimits, type Limits } from '../base/limits.ts';
import type { ComposeOptions } from '../yaml/composition.ts';
import { type ParsedYaml, parseYaml, writtenText } from '../yaml/parse.ts';
import type { YamlProblem } from '../yaml/problem.ts';
import type { Position } from '../yaml/source-text.ts';
import type { Path } from '../yaml/tape.ts';
import { ours } from './ours.ts';
import type { SchemaProblem } from './problem.ts';
import type { Shape } from './shape.ts';
import { type CompiledValidator, validate } from './validate.ts';

/** A YAML or schema problem in a file other than an inventory file. */
export type WrittenProblem = { readonly file: string; readonly position: Position } & (
  | { readonly code: 'yaml'; readonly problem: YamlProblem }
  | { readonly code: 'schema'; readonly problem: SchemaProblem }
);

/** A YAML file of one document other than an inventory file: a configuration, a baseline, a policy, a mapping. */
export class WrittenFile {
  readonly #file: string;
  readonly #yaml: ParsedYaml;
  readonly #root: number;
  readonly #limits: Limits;
  /** the content of the document; `undefined` where it is empty. {@link validate} removes from it what breaks the schema */
  readonly value: unknown;

  private constructor(file: string, yaml: ParsedYaml, limits: Limits) {
    this.#limits = limits;
    const [document] = yaml.documents;
    this.#file = file;
    this.#yaml = yaml;
    this.#root = document?.root ?? 0;
    this.value = document?.value;
  }

  /**
   * @param file as messages name it
   * @param shape what it should be: of a file that is something else, no content is kept
   */
  static async read(
    bytes: Uint8Array,
    file: string,
    shape: Shape,
    options?: ComposeOptions,
  ): Promise<WrittenFile> {
    return new WrittenFile(
      file,
      ours(await parseYaml(bytes, options), shape),
      options?.limits ?? defaultLimits,
    );
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

  /** The position of a second document that is not empty; `undefined` where there is none. */
  get second(): Position | undefined {
    const [, second] = this.#yaml.documents;
    return second?.value === undefined ? undefined : this.#positionOf(second.root, []);
  }

  /** @returns the position of a value, or of its key */
  at(path: Path, part?: 'key'): Position {
    return this.#positionOf(this.#root, path, part);
  }

  /** Validates the content against a schema, and removes what breaks it. */
  validate(check: CompiledValidator, shape: Shape): (WrittenProblem & { readonly code: 'schema' })[] {
    const written = (path: Path) => writtenText(this.#yaml, this.#root, path);
    return validate(check, shape, this.value, { written, limits: this.#limits }).map((problem) => ({
      code: 'schema',
      file: this.#file,
      position:
        problem.code === 'unknown-key'
          ? this.at([...problem.path, problem.key], 'key')
          : this.at(problem.path),
      problem,
    }));
  }

  #positionOf(root: number, path: Path, part?: 'key'): Position {
    return this.#yaml.source.position(this.#yaml.tape.locate(root, path, part).start);
  }
}
