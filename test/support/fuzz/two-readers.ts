import { YAMLException } from 'js-yaml';
import { defaultLimits, LimitError, type Limits } from '../../../src/base/limits.ts';
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

/** Limits that small texts reach. */
export const smallLimits: Limits = {
  ...defaultLimits,
  documents: 3,
  aliasedValues: 20,
  depth: 7,
  keys: 6,
  items: 5,
  characters: 40,
};

function differenceOf(plain: Composition, all: Composition): string | undefined {
  if (plain.documents.length !== all.documents.length) return 'number of documents';
  for (const [index, one] of plain.documents.entries()) {
    const other = all.documents[index];
    if (one.root !== other?.root || one.end !== other.end) return `root or end of document ${index}`;
    const difference = new Walk(plain, all).difference(one.value, other.value, { root: one.root, path: [] });
    if (difference !== undefined) return `document ${index}: ${difference}`;
  }
  return undefined;
}

interface Place {
  readonly root: number;
  readonly path: Path;
}

/** Goes through two values and what their tapes say of each part. */
class Walk {
  readonly #plain: Composition;
  readonly #all: Composition;
  readonly #pairs = new Map<object, object>();
  readonly #paired = new Set<object>();
  /** Aliases of aliases stand for more than anybody can look at. */
  #left = 5000;

  constructor(plain: Composition, all: Composition) {
    this.#plain = plain;
    this.#all = all;
  }

  difference(one: unknown, other: unknown, place: Place): string | undefined {
    if (--this.#left < 0) return undefined;
    const wrongPlace = this.#differentPlace(place);
    if (wrongPlace !== undefined) return wrongPlace;
    const at = place.path.join('/');
    if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null)
      return Object.is(one, other) ? undefined : `value of ${at}: ${shown(one)}, not ${shown(other)}`;
    if (!this.#isSamePair(one, other)) return `${at} is not shared as it should be`;
    if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return `kind of ${at}`;
    const keys = Object.keys(one);
    const otherKeys = Object.keys(other);
    if (shown(keys) !== shown(otherKeys)) return `keys of ${at}: ${shown(keys)}, not ${shown(otherKeys)}`;
    return this.#differentPart(one, other, place);
  }

  #differentPart(one: object, other: object, { root, path }: Place): string | undefined {
    const otherValues = new Map(Object.entries(other));
    for (const [key, value] of Object.entries(one)) {
      const step = Array.isArray(one) ? Number(key) : key;
      const found = this.difference(value, otherValues.get(key), { root, path: [...path, step] });
      if (found !== undefined) return found;
    }
    const absent = Array.isArray(one) ? one.length : 'absent';
    return this.#differentPlace({ root, path: [...path, absent] });
  }

  #differentPlace({ root, path }: Place): string | undefined {
    for (const part of ['value', 'key'] as const) {
      const one = shown(this.#plain.tape.locate(root, path, part));
      const other = shown(this.#all.tape.locate(root, path, part));
      if (one !== other) return `place of the ${part} ${path.join('/')}: ${one}, not ${other}`;
    }
    return undefined;
  }

  #isSamePair(one: object, other: object): boolean {
    const known = this.#pairs.get(one);
    if (known !== undefined) return known === other;
    if (this.#paired.has(other)) return false;
    this.#pairs.set(one, other);
    this.#paired.add(other);
    return true;
  }
}

function shown(value: unknown): string {
  return value === undefined ? 'undefined' : JSON.stringify(value);
}
