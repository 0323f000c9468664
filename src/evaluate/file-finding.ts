import type { InventoryFile } from '../inventory/file.ts';
import type { Entry } from '../inventory/inventory.ts';
import type { FileProblem } from '../inventory/problem.ts';
import type { FindingLocation, RecordReference, TraceStep } from '../result/result.ts';
import { FoundFinding, noTrace, notSuppressed, writtenAt } from './found-finding.ts';
import { locateProblem, pointerTo, sourceOf } from './locate.ts';
import type { Told } from './told.ts';

/** A finding about a problem of a file. */
export class FileFinding extends FoundFinding {
  readonly file: InventoryFile;
  readonly #problem: FileProblem;

  constructor(told: Told, file: InventoryFile, problem: FileProblem) {
    super(told, notSuppressed, problem.start, true);
    this.file = file;
    this.#problem = problem;
  }

  get invalid(): true {
    return true;
  }

  get record(): RecordReference {
    const { path } = this.file;
    return this.#problem.record ?? { kind: 'files', id: path, name: path };
  }

  /**
   * A broken file has no records to name, and what several records merge is of none of them, so that the line on which it is
   * written tells the issue from others.
   */
  get #ownRecord(): FileProblem['record'] {
    return this.#problem.origin === undefined ? this.#problem.record : undefined;
  }

  protected get about(): Entry | undefined {
    const record = this.#ownRecord;
    return record && this.told.matter.inventory.entry(record.kind as Entry['section'], record.id);
  }

  get location(): FindingLocation {
    const { about, file } = this;
    const problem = this.#problem;
    const source =
      about && isWithin(about, file, problem)
        ? sourceOf(about, problem.path.slice(about.base.length))
        : undefined;
    return { ...locateProblem(file, problem), ...(source && { source }) };
  }

  get #written(): FindingLocation {
    const { origin } = this.#problem;
    return locateProblem(this.file, origin === undefined ? this.#problem : { ...this.#problem, ...origin });
  }

  get missing(): undefined {
    return undefined;
  }

  get cause(): undefined {
    return undefined;
  }

  get trace(): readonly TraceStep[] {
    return this.#problem.origin === undefined ? noTrace : [writtenAt(this.#written)];
  }

  get paths(): undefined {
    return undefined;
  }

  get identity(): string {
    const { rule, issue } = this.told;
    const record = this.#ownRecord;
    const keys = this.#problem.path.filter((step) => typeof step === 'string');
    const line = record === undefined ? (this.file.yaml.source.line(this.#written.line) ?? '') : '';
    const about = [record?.kind ?? 'files', record?.id ?? ''];
    return [rule.id, ...about, keys.join('.'), issue.key ?? '', line].join('\n');
  }

  get repeatedAt(): readonly string[] | undefined {
    return this.#problem.repeatedAt?.map((path) => pointerTo(path));
  }
}

/** Whether a problem of a file is one of a record, and not of another one of its id. */
function isWithin({ file, document, base }: Entry, of: InventoryFile, problem: FileProblem): boolean {
  return file === of && document === problem.document && base.every((step, at) => step === problem.path[at]);
}
