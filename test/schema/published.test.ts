import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { validateInventory } from '../../generated/validators/inventory.js';
import { fullWidth } from '../../src/base/full-width.ts';
import type { Shape } from '../../src/schema/shape.ts';
import { noWords, undecidedWords, yesWords } from '../../src/schema/taken-words.ts';
import { validate } from '../../src/schema/validate.ts';

const folder = path.resolve(import.meta.dirname, '../../schemas');
const schemas = new Map(
  readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(path.join(folder, file), 'utf8'))]),
);
let isAccepted: (inventory: unknown) => boolean;

beforeAll(() => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, code: { optimize: false } });
  isAccepted = ajv.compile(schemas.get('inventory.schema.json')) as (inventory: unknown) => boolean;
});

/** Whether sekisho takes an inventory as it is written. */
function isTaken(inventory: unknown): boolean {
  const value = structuredClone(inventory);
  const written = (steps: readonly (string | number)[]) =>
    String(steps.reduce((at, step) => (at as Record<string | number, unknown>)?.[step], value as unknown));
  return validate(validateInventory, inventoryShape, value, { written }).length === 0;
}

interface Field {
  readonly path: readonly string[];
  readonly shape: Shape;
}

function fieldsBelow(shape: Shape, above: readonly string[]): Field[] {
  return Object.entries(shape.properties ?? {}).flatMap(([key, property]) => {
    const at = [...above, key];
    return [{ path: at, shape: property }, ...fieldsBelow(property.items ?? property, at)];
  });
}

const fields = fieldsBelow(inventoryShape, []);

/** An inventory that states one field; lists on the way have one item. */
function stating([section = '', ...rest]: readonly string[], value: unknown): unknown {
  const state = (shape: Shape | undefined, [key, ...deeper]: readonly string[]): unknown => {
    if (key === undefined) return value;
    const inner = shape?.items ?? shape;
    const identified = inner?.properties?.['id'] === undefined ? {} : { id: 'a', name: 'a' };
    const named = inner?.properties?.['name'] === undefined ? identified : { name: 'a', ...identified };
    const mapping = { ...named, [key]: state(inner?.properties?.[key], deeper) };
    return shape?.items === undefined ? mapping : [mapping];
  };
  const shape = inventoryShape.properties?.[section];
  return { [section]: state(shape, rest) };
}

/** Values that people write into any column. */
const values: readonly unknown[] = [
  ...[
    null,
    true,
    false,
    0,
    1,
    2,
    1.5,
    -1,
    46113,
    [],
    {},
    [1],
    [null],
    ['a'],
    { a: 1 },
    { 'x-a': 1 },
    '',
    'a',
    '市民課長',
  ],
  ...[...yesWords, ...noWords, ...undecidedWords, ' 有 ', '有り', '無し', 'yes', 'True'],
  ...[
    '2026-04-01',
    '2026-4-1',
    '2026/4/1',
    '2026-02-30',
    '2024-02-29',
    '2023-02-29',
    '令和8年4月1日',
    'R8.4.1',
  ],
  ...[
    '令和元年5月1日',
    fullWidth('2026-04-01'),
    fullWidth('R8.4.1'),
    '令和8年2月29日',
    '２０２６年４月１日',
    '2026-04',
    '令和7年度',
    '自動',
  ],
  ...['automatic', '機密性2', 'x'.repeat(64), 'a'.repeat(64), '10.0.0.0/24', 'mynumber'],
];

describe('the published schemas', () => {
  it('stand alone, with an id that does not depend on where they lie', () => {
    for (const [file, schema] of schemas) {
      expect(schema.$id).toBe(`sekisho:/schemas/1/${file}`);
      expect(JSON.stringify(schema).match(/"\$ref":"[^#]/)).toBeNull();
    }
  });

  it('accept what sekisho takes and refuse what it does not, whatever is written in any field', () => {
    const unlike: string[] = [];
    for (const { path: at, shape } of fields) {
      const { choices = {} } = shape.items ?? shape;
      const own = Object.entries(choices).flatMap(([word, one]) => [
        word,
        ...one.words,
        ...one.words.map(fullWidth),
      ]);
      for (const value of [...values, ...own, ...own.map((one) => [one]), own.map((one) => `${one}等`)]) {
        const inventory = stating(at, value);
        if (isTaken(inventory) !== isAccepted(inventory))
          unlike.push(
            `${at.join('.')}: ${JSON.stringify(value)} ${isTaken(inventory) ? 'refused' : 'accepted'}`,
          );
      }
    }
    expect(unlike).toEqual([]);
  });

  it('explain each choice in both languages, and offer neither null nor an example', () => {
    const offered: { readonly enum: readonly unknown[]; readonly enumDescriptions?: readonly string[] }[] =
      [];
    const collect = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      const { enum: words, examples, not, else: hidden, ...rest } = part as Record<string, unknown>;
      expect(examples).toBeUndefined();
      if (Array.isArray(words)) offered.push(part as never);
      for (const inner of Object.values(rest)) collect(inner);
    };
    const { sekisho, ...sections } = schemas.get('inventory.schema.json').properties;
    collect({ sections, definitions: schemas.get('inventory.schema.json').$defs });
    expect(offered.length).toBeGreaterThan(20);
    for (const { enum: words, enumDescriptions } of offered) {
      expect(words).not.toContain(null);
      expect(enumDescriptions?.map((gloss) => gloss.split('\n').length)).toEqual(words.map(() => 2));
    }
  });
});
