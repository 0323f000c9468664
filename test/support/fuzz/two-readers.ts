import { YAMLException } from 'js-yaml';
import { LimitError } from '../../../src/base/limits.ts';
import { composeEvents } from '../../../src/yaml/compose-events.ts';
import type { ComposeOptions, Composition } from '../../../src/yaml/composition.ts';
import { composePlain } from '../../../src/yaml/plain/compose-plain.ts';
import type { YamlProblem } from '../../../src/yaml/problem.ts';
import type { Path } from '../../../src/yaml/tape.ts';

/** What the two readers of YAML make of a text. */
export interface Comparison {
  /** whether the reader of plain YAML took it */
  readonly isTaken: boolean;
  /** what they do not agree in, where it was taken */
  readonly difference?: string;
}

/** Compares the reader of plain YAML with that of all YAML, to the place. */
export function compareReaders(text: string, options: ComposeOptions = {}): Comparison {
  const plain = composePlain(text, options);
  if (plain === undefined) return { isTaken: false };
  const problems: YamlProblem[] = [];
  try {
    const all = composeEvents(text, problems, options);
    if (problems.length > 0) return { isTaken: true, difference: `problem ${problems[0]?.code}` };
    const difference = differenceOf(plain, all);
    return difference === undefined ? { isTaken: true } : { isTaken: true, difference };
  } catch (error) {
    if (!(error instanceof YAMLException || error instanceof LimitError)) throw error;
    return { isTaken: true, difference: `refused: ${error.message.split('\n')[0]}` };
  }
}

function differenceOf(plain: Composition, all: Composition): string | undefined {
  if (plain.documents.length !== all.documents.length) return 'number of documents';
  for (const [index, one] of plain.documents.entries()) {
    const other = all.documents[index];
    if (one.root !== other?.root || one.end !== other.end) return `root or end of document ${index}`;
    const difference = new Walk(plain, all).difference(one.value, other.value, { node: one.root, path: [] });
    if (difference !== undefined) return `document ${index}: ${difference}`;
  }
  return undefined;
}

/** A node of both tapes and the path of a value below it. */
interface Place {
  readonly node: number;
  readonly path: Path;
}

/** Goes through two values and what their tapes say of each part. */
class Walk {
  readonly #plain: Composition;
  readonly #all: Composition;
  readonly #pairs = new Map<object, object>();
  readonly #paired = new Set<object>();

  constructor(plain: Composition, all: Composition) {
    this.#plain = plain;
    this.#all = all;
  }

  difference(one: unknown, other: unknown, place: Place): string | undefined {
    const wrongPlace = this.#differentPlace(place);
    if (wrongPlace !== undefined) return wrongPlace;
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
      return Object.is(one, other) ? undefined : `value: ${shown(one)}, not ${shown(other)}`;
    const known = this.#pairs.get(one);
    if (known !== undefined || this.#paired.has(other))
      return known === other ? undefined : 'shared in another way';
    this.#pairs.set(one, other);
    this.#paired.add(other);
    return this.#differentPart(one, other, place);
  }

  #differentPart(one: object, other: object, place: Place): string | undefined {
    const [keys, otherKeys] = [one, other].map((each) => shown(Object.keys(each)));
    if (keys !== otherKeys) return `keys: ${keys}, not ${otherKeys}`;
    if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return 'kind';
    const otherValues = Object.values(other);
    for (const [index, [key, value]] of Object.entries(one).entries()) {
      const part = this.#below(place, Array.isArray(one) ? index : key);
      const found = typeof part === 'string' ? part : this.difference(value, otherValues[index], part);
      if (found !== undefined) return `${key}/${found}`;
    }
    const absent = Array.isArray(one) ? one.length : 'absent';
    return this.#differentPlace({ ...place, path: [...place.path, absent] });
  }

  /** @returns where a part of a value is, or in what the tapes differ there */
  #below({ node, path }: Place, step: string | number): Place | string {
    const further = { node, path: [...path, step] };
    const wrongPlace = this.#differentPlace(further);
    if (wrongPlace !== undefined) return wrongPlace;
    if (path.length > 0) return further;
    const [one, other] = [this.#plain, this.#all].map(({ tape }) =>
      typeof step === 'number' ? tape.items(node)[step] : tape.child(node, step),
    );
    if (one !== other) return `node ${one}, not ${other}`;
    return one === undefined ? further : { node: one, path: [] };
  }

  #differentPlace({ node, path }: Place): string | undefined {
    for (const part of ['value', 'key'] as const) {
      const one = shown(this.#plain.tape.locate(node, path, part));
      const other = shown(this.#all.tape.locate(node, path, part));
      if (one !== other) return `place of the ${part}: ${one}, not ${other}`;
    }
    return undefined;
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
