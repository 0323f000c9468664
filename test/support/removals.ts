import { cp, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ClauseStatus } from '../../src/result/result.ts';
import { judged } from './cli.ts';
import { inFolder } from './load.ts';
import { type Content, edited } from './mutate.ts';
import { exampleRuns } from './result.ts';

/** A field of a record that an inventory states: `assets`, `給与`, `storage.locked`. */
export interface StatedField {
  readonly section: string;
  readonly record: string;
  readonly field: string;
  /** the way to it from the root of the inventory */
  readonly path: readonly (string | number)[];
}

type Fields = Record<string | number, unknown>;

/** @returns every field that an inventory states, at any depth; ids tell records apart and are no facts */
export function statedFields(content: Content): StatedField[] {
  return Object.entries(content).flatMap(([section, value]) => {
    const records = Array.isArray(value) ? [...value.entries()] : [[undefined, value] as const];
    return records.flatMap(([index, record]) => {
      const base = index === undefined ? [section] : [section, index];
      const name = String((record as Fields)['id'] ?? (record as Fields)['name'] ?? index);
      return fieldsOf(record).map((below) => ({
        section,
        record: name,
        field: below.filter((step) => typeof step === 'string').join('.'),
        path: [...base, ...below],
      }));
    });
  });
}

function fieldsOf(value: unknown): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const step = Array.isArray(value) ? Number(key) : key;
    const inside = fieldsOf(below).map((path) => [step, ...path]);
    return typeof step === 'number' || step === 'id' || step.startsWith('x-') ? inside : [[step], ...inside];
  });
}

/** @returns the inventory without a field */
export function without(content: Content, { path: way }: StatedField): Content {
  const remove = {
    place: way.join('.'),
    apply(copy: Content) {
      const holder = way.slice(0, -1).reduce<unknown>((at, step) => (at as Fields)[step], copy);
      delete (holder as Fields)[way.at(-1) ?? ''];
    },
  };
  return edited(content, [remove]);
}

/** Every example with each policy that it is judged by, one at a time. */
export const judgedExamples: readonly (readonly [example: string, policy: string])[] = exampleRuns.flatMap(
  ([folder, ...argv]) => {
    const policies = argv.filter((argument) => argument !== '-p');
    const own = [path.resolve(import.meta.dirname, '../..', folder, 'policy.yaml')];
    return (policies.length === 0 ? own : policies).map((policy) => [path.basename(folder), policy] as const);
  },
);

/** Judges inventories by 20 November 2026 in a folder that holds the evidence of an example. */
export class ClauseStates {
  readonly #folder: string;
  readonly #policy: string;

  private constructor(folder: string, policy: string) {
    this.#folder = folder;
    this.#policy = policy;
  }

  static async within<Result>(
    example: string,
    policy: string,
    use: (states: ClauseStates) => Promise<Result>,
  ): Promise<Result> {
    const source = path.resolve(import.meta.dirname, '../../examples', example);
    return inFolder({}, async (folder) => {
      for (const file of await readdir(source, { recursive: true, withFileTypes: true })) {
        // Evidence lies one folder below the file that names it, and here all files are one.
        if (!file.isFile() || file.name.endsWith('.yaml')) continue;
        const place = path.join(folder, path.basename(file.parentPath), file.name);
        await cp(path.join(file.parentPath, file.name), place);
      }
      return use(new ClauseStates(folder, policy));
    });
  }

  /** @returns how each clause of the policy stands, by its reference */
  async of(content: Content): Promise<ReadonlyMap<string, ClauseStatus>> {
    // JSON is YAML, too, and quick to write.
    await writeFile(path.join(this.#folder, 'inventory.yaml'), JSON.stringify(content));
    const options = { policy: [this.#policy], asOf: '2026-11-20' };
    const { coverage } = await judged(['inventory.yaml'], options, { directory: this.#folder });
    return new Map(coverage.flatMap(({ clauses }) => clauses.map(({ ref, status }) => [ref, status])));
  }
}

/** Whether a reader takes a clause for answered. */
export function isGreen(status: ClauseStatus | undefined): boolean {
  return status === 'met' || status === 'attested';
}

/** A fact whose absence itself says something. */
interface SayingAbsence {
  /** the section and the field, with all below it: `assets disposal` */
  readonly fact: string;
  /** how a clause may have stood that is answered without the fact; in any way where it is left out */
  readonly from?: ClauseStatus;
  readonly reason: string;
}

const sayingAbsences: readonly SayingAbsence[] = [
  { fact: 'assets disposal', reason: 'An asset is kept unless its disposal is written.' },
  { fact: 'documents service', reason: 'A procedure that names no service is for all of them.' },
  {
    fact: 'attestations evidence',
    reason: 'An attestation may do without evidence; it is shown and counted as one without.',
  },
  {
    fact: 'attestations policy',
    reason: 'An attestation that names no policy answers whichever is judged by.',
  },
  {
    fact: 'organization agencies.organ',
    reason: 'An agency that names no organ is in scope, and judged as the others.',
  },
  { fact: 'assets copies', reason: 'An asset has no copies unless they are listed.' },
  ...['segments layer', 'systems type', 'connections from', 'connections to'].map((fact) => ({
    fact,
    from: 'not-applicable' as const,
    reason: 'What may be asked about states what would be asked of it: it holds either way.',
  })),
];

/** @returns why a clause that stood as it did may be answered once a field is removed, if it may */
export function reasonFor({ section, field }: StatedField, before?: ClauseStatus): string | undefined {
  const place = `${section} ${field}`;
  return sayingAbsences.find(
    ({ fact, from = before }) => from === before && (place === fact || place.startsWith(`${fact}.`)),
  )?.reason;
}
