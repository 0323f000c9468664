import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defaultLimits, type Limits } from '../../../src/base/limits.ts';
import type { ComposeOptions } from '../../../src/yaml/composition.ts';
import { damaged, madeUpYaml } from './plain-yaml.ts';
import { Random } from './random.ts';
import { compareReaders } from './two-readers.ts';

/** A text to be read by both readers of YAML, and how. */
export interface ReaderTrial {
  readonly text: string;
  readonly options: ComposeOptions;
}

/** Limits that small texts reach. */
const smallLimits: Limits = {
  ...defaultLimits,
  documents: 3,
  aliasedValues: 4,
  depth: 7,
  keys: 4,
  items: 3,
  characters: 12,
};

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url));

/** @returns the texts of all YAML files of the examples by their paths */
export function exampleTexts(): ReadonlyMap<string, string> {
  const files = readdirSync(examples, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.ya?ml$/.test(file))
    .sort();
  return new Map(files.map((file) => [file, readFileSync(examples + file, 'utf8')]));
}

/**
 * Makes up what both readers are to read: mostly small texts, as they are or damaged, and now and then a part of an example.
 *
 * @param parts texts whose parts are damaged
 */
export function readerTrial(seed: number, parts: readonly string[]): ReaderTrial {
  const random = new Random(seed);
  const whole = random.once(6) ? partOf(random.pick(parts), random) : madeUpYaml(random);
  return {
    text: random.once(3) ? whole : damaged(whole, random),
    options: {
      ...(random.once(6) && { limits: smallLimits }),
      ...(random.once(6) && { writtenNull: 'keep' }),
    },
  };
}

function partOf(text: string, random: Random): string {
  const lines = text.split('\n');
  const start = random.once(3) ? 0 : random.below(lines.length);
  return lines.slice(start, start + 1 + random.below(25)).join('\n');
}

/** @returns as short a text as can be found that the readers do not agree on either */
export function smallestDifference({ text, options }: ReaderTrial): string {
  let smallest = text;
  for (let length = text.length >> 1; length >= 1; length = length === 1 ? 0 : length >> 1)
    for (let at = 0; at + length <= smallest.length; ) {
      const shorter = smallest.slice(0, at) + smallest.slice(at + length);
      if (compareReaders(shorter, options).difference === undefined) at++;
      else smallest = shorter;
    }
  return smallest;
}
