import type { Choice, FieldTexts, JsonType, Shape } from '../../src/schema/shape.ts';
import { withoutAsides } from '../../src/schema/taken-words.ts';
import {
  type JsonSchema,
  parsing,
  quoted,
  readSchema,
  schemaNames,
  type WrittenChoice,
  writeGenerated,
} from './files.ts';

/**
 * Writes `generated/shapes.ts`: the facts about the schemas that messages, dates and references need; and
 * `generated/field-texts.ts`: what people are told of their fields, each text once.
 */
export async function generateShapes(): Promise<void> {
  const texts = new NumberedTexts();
  const lines = [
    "import { once } from '../src/base/once.ts';",
    "import type { Shape } from '../src/schema/shape.ts';",
    '',
  ];
  for (const name of schemaNames) {
    const file = `${name}.schema.json`;
    const shape = await shapeOf(await readSchema(file), file, texts);
    const parsed = parsing(shape);
    // Every run asks for what an inventory may hold, and most ask for nothing else.
    lines.push(
      name === 'inventory'
        ? `export const inventoryShape: Shape = ${parsed};`
        : `export const ${camelCase(name)}Shape = once((): Shape => ${parsed});`,
      '',
    );
  }
  await writeGenerated('generated/shapes.ts', lines.join('\n'));
  await writeGenerated(
    'generated/field-texts.ts',
    `export const fieldTextLines: string = ${quoted(texts.lines.join('\n'))};\n`,
  );
}

/** What is told of the fields of all schemas; what is told of several stands there once. */
class NumberedTexts {
  readonly #numbers = new Map<string, number>();

  get lines(): string[] {
    return [...this.#numbers.keys()];
  }

  numberOf(texts: FieldTexts): number {
    const line = JSON.stringify(texts);
    const number = this.#numbers.get(line) ?? this.#numbers.size;
    this.#numbers.set(line, number);
    return number;
  }
}

async function shapeOf(schema: JsonSchema, file: string, texts: NumberedTexts): Promise<Shape> {
  const { schema: resolved, file: targetFile, past } = await resolve(schema, file);
  const properties: Record<string, Shape> = {};
  for (const [key, property] of Object.entries(resolved.properties ?? {}))
    properties[key] = { ...titled(property), ...(await shapeOf(property, targetFile, texts)) };
  const format = formatOf(resolved);
  const refersTo = resolved['x-refers-to'];
  const told = toldOf(resolved);
  return {
    ...(Object.keys(told).length === 0 ? {} : { texts: texts.numberOf(told) }),
    types: [resolved.type ?? []].flat().filter((type) => type !== 'null') as JsonType[],
    ...(resolved.enum === undefined
      ? {}
      : { enum: resolved.enum.filter((value) => value !== null).map(String) }),
    ...(resolved['x-choices'] === undefined ? {} : { choices: choicesOf(resolved['x-choices']) }),
    ...(format === undefined ? {} : { format }),
    ...(resolved.format !== undefined && dayFormats.includes(resolved.format) ? { wholeDay: true } : {}),
    ...(resolved['x-words'] === undefined ? {} : { words: resolved['x-words'] }),
    ...(resolved['x-sekisho-vocabulary'] === undefined
      ? {}
      : { vocabulary: resolved['x-sekisho-vocabulary'] }),
    ...(past && format !== undefined ? { past } : {}),
    ...((past && format !== undefined) || resolved['x-done'] === true ? { done: true } : {}),
    ...(resolved['x-not-yet'] === true ? { notYet: true } : {}),
    ...(resolved['x-falls-due'] === undefined ? {} : { fallsDue: resolved['x-falls-due'] }),
    ...(resolved['x-names-field'] === true ? { namesField: true } : {}),
    ...(resolved['x-not-for-rules'] === true ? { notForRules: true } : {}),
    ...(resolved['x-confidential'] === undefined ? {} : { confidential: resolved['x-confidential'] }),
    ...(refersTo === undefined ? {} : { refersTo }),
    ...(resolved.items === undefined ? {} : { items: await shapeOf(resolved.items, targetFile, texts) }),
    ...(resolved.properties === undefined ? {} : { properties }),
  };
}

function toldOf({ description = '', examples }: JsonSchema): FieldTexts {
  const [ja, en] = description.split('\n');
  return {
    ...(ja === undefined || en === undefined ? {} : { about: { ja, en } }),
    ...(examples === undefined ? {} : { example: [examples[0]].flat().join('、') }),
  };
}

/** What a field is called in Japanese; in English it is called by its key. */
function titled({ title, 'x-also-called': alsoCalled }: JsonSchema): Pick<Shape, 'title' | 'alsoCalled'> {
  return { ...(title === undefined ? {} : { title }), ...(alsoCalled === undefined ? {} : { alsoCalled }) };
}

function choicesOf(written: Record<string, WrittenChoice>): Record<string, Choice> {
  return Object.fromEntries(
    Object.entries(written).map(([value, { ja, en, words = [] }]) => [
      value,
      { ja, en, words: [withoutAsides(ja), ...words] },
    ]),
  );
}

/** A field whose date may be replaced by a word still counts as a date. */
function formatOf({ format }: JsonSchema): Shape['format'] {
  if (format === 'sekisho-date' || format === 'sekisho-day') return 'date';
  const orNo = ['date-or-no', 'date-or-automatic-or-no', 'day-or-no'];
  return format !== undefined && orNo.includes(format) ? 'date-or-no' : undefined;
}

/** The formats of dates of which a month or a fiscal year does not suffice. */
const dayFormats: readonly string[] = ['sekisho-day', 'day-or-no'];

/** Follows `$ref`, keeping its sibling keywords; a `past…` definition means that the day must not be in the future. */
async function resolve(
  schema: JsonSchema,
  file: string,
): Promise<{ schema: JsonSchema; file: string; past?: true }> {
  if (schema.$ref === undefined) return { schema, file };
  const [referenced = '', pointer = ''] = schema.$ref.split('#');
  const targetFile = referenced === '' ? file : referenced;
  let target: JsonSchema = await readSchema(targetFile);
  for (const step of pointer.split('/').filter((part) => part !== ''))
    target = (target as Record<string, JsonSchema>)[step] ?? {};
  const { $ref, ...siblings } = schema;
  const inner = await resolve(target, targetFile);
  const past = inner.past ?? (pointer.split('/').at(-1)?.startsWith('past') ? true : undefined);
  return {
    schema: { ...inner.schema, ...siblings },
    file: inner.file,
    ...(past === undefined ? {} : { past }),
  };
}

export function camelCase(name: string): string {
  return name.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
