import type { Path } from '../yaml/tape.ts';
import { CellIndex, type CellSource } from './cells.ts';
import { readState, type StateProblem } from './read-state.ts';

/** The cells that the records of one folder are from, as the state of its last import says. */
export class FolderCells {
  /** the state as reports show it */
  readonly file: string;
  #bytes: Uint8Array | undefined;
  #index: CellIndex | undefined;
  #problem: StateProblem | undefined;

  /** @param content the bytes of the state, which are looked into when they are first asked for, or why there are none */
  constructor(file: string, content: Uint8Array | StateProblem) {
    this.file = file;
    if (content instanceof Uint8Array) this.#bytes = content;
    else this.#problem = content;
  }

  /** Why no cell can be told. */
  get problem(): StateProblem | undefined {
    this.#read();
    return this.#problem;
  }

  sourceOf(section: string, id: string, path: Path): CellSource | undefined {
    this.#read();
    return this.#index?.sourceOf(section, id, path);
  }

  #read(): void {
    if (this.#bytes === undefined) return;
    const read = readState(Buffer.from(this.#bytes).toString('utf8'));
    this.#bytes = undefined;
    if ('state' in read) this.#index = new CellIndex(read.state);
    else this.#problem = read.problem;
  }
}
