import { datePattern, dayPattern } from '../base/date-pattern.ts';
import type { Localized } from '../base/localized.ts';
import { isMapping } from '../base/mapping.ts';
import { noWords, spellings, undecidedWords, withoutAsides, yesWords } from '../schema/taken-words.ts';
import type { JsonSchema } from './schema.ts';
import { mapped } from './schema.ts';

/**
 * The schemas of `vocabulary/` describe what sekisho understands once it has read a file; what it takes as it is written
 * is more: `001` for a text, 「紙」 for `paper`, 「有」 for yes, a key without a value. An editor is told of all of that, so that
 * it refuses nothing that sekisho takes.
 *
 * What an editor may offer stands in `enum` or `type` at the top of a property or in its `anyOf`; what is right but not to
 * be offered (`null`, other words) stands in `not` of `not` or in `else`, where no editor looks for something to insert.
 * Examples would be inserted as if they were facts, so they are put into the description.
 */
export function asWritten(schema: JsonSchema): JsonSchema {
  return below(schema) as JsonSchema;
}

function below(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(below);
  if (!isMapping(part)) return part;
  // What stands under these keys are names of properties and definitions, not keywords.
  const inside = mapped(part, (value, key) =>
    holders.has(key) && isMapping(value) ? mapped(value, below) : own.has(key) ? value : below(value),
  );
  return node(inside);
}

const holders: ReadonlySet<string> = new Set(['properties', 'patternProperties', '$defs']);

/** Keywords whose values are no schemas. */
const own: ReadonlySet<string> = new Set(['enum', 'const', 'examples', 'required', 'x-choices', 'type']);

/** Keywords that mean nothing to editors: they are for sekisho's own messages, types and documentation. */
const internal: ReadonlySet<string> = new Set([
  'x-choices',
  'x-also-called',
  'x-words',
  'x-done',
  'x-falls-due',
  'x-names-field',
  'x-not-for-rules',
  'x-confidential',
  'x-not-yet',
  'x-refers-to',
  'x-sekisho-vocabulary',
]);

function node(schema: JsonSchema): JsonSchema {
  const { type, enum: values, format, not, examples, ...rest } = schema;
  const kept = Object.fromEntries(Object.entries(rest).filter(([key]) => !internal.has(key)));
  const described = examples === undefined ? kept : withExamples(kept, examples as readonly unknown[]);
  return type === undefined && values === undefined && format === undefined
    ? { ...described, ...(not !== undefined && { not }) }
    : { ...described, ...accepted(schema) };
}

function withExamples(schema: JsonSchema, examples: readonly unknown[]): JsonSchema {
  const { description } = schema;
  if (typeof description !== 'string') return schema;
  const shown = examples.map((one) => (typeof one === 'string' ? one : JSON.stringify(one)));
  const [ja = '', en] = description.split('\n');
  const inEnglish =
    en === undefined ? '' : `\n${en} ${shown.length === 1 ? 'Example' : 'Examples'}: ${shown.join(', ')}`;
  return { ...schema, description: `${ja}例: ${shown.join('、')}${inEnglish}` };
}

/** What a property takes, in place of its `type`, `enum`, `format` and `not`. */
function accepted(schema: JsonSchema): JsonSchema {
  const types = [schema['type'] ?? []].flat() as string[];
  if (schema['enum'] !== undefined) return choices(schema, types);
  if (types.includes('boolean') && !types.includes('string')) return yesNo(types);
  if (schema['format'] !== undefined || schema['not'] !== undefined) return textOrNo(schema, types);
  if (types.includes('string')) return text(schema, types);
  return types.includes('null') ? unlessEmpty(schema, types) : { type: schema['type'] };
}

/** A list or a mapping, a number: right, or empty. */
function unlessEmpty(schema: JsonSchema, types: readonly string[]): JsonSchema {
  const filled = types.filter((one) => one !== 'null');
  const { items } = schema;
  // One choice stands for a list of it.
  const single = isMapping(items) && isChoice(items) ? items : undefined;
  const type = filled.length === 1 ? filled[0] : filled;
  if (filled.includes('integer') || filled.includes('number'))
    return { anyOf: [{ type }, hidden({ type: ['null'] })] };
  return { if: { type: 'null' }, else: single === undefined ? { type } : { if: { type }, else: single } };
}

/** Whether a schema, as it is for editors, is one of choices. */
function isChoice({ anyOf }: JsonSchema): boolean {
  return Array.isArray(anyOf) && isMapping(anyOf[0]) && anyOf[0]['enum'] !== undefined;
}

function choices(schema: JsonSchema, types: readonly string[]): JsonSchema {
  const values = (schema['enum'] as readonly unknown[]).filter((value) => value !== null);
  const glosses = schema['x-choices'] as Readonly<Record<string, Gloss>> | undefined;
  const offered = {
    enum: values,
    ...(glosses !== undefined && {
      enumDescriptions: values.map((value) => {
        const gloss = glosses[String(value)];
        return gloss === undefined ? no : `${gloss.ja}\n${gloss.en}`;
      }),
    }),
  };
  const words = Object.values(glosses ?? {}).flatMap(({ ja, words = [] }) => [withoutAsides(ja), ...words]);
  const all = values.includes(false) ? [...words, ...noWords] : words;
  const isEmpty = types.includes('null') || (schema['enum'] as readonly unknown[]).includes(null);
  if (all.length === 0 && !isEmpty) return offered;
  return { anyOf: [offered, hidden(wordsOrEmpty(all, isEmpty))] };
}

/** A choice as the vocabulary describes it. */
type Gloss = Localized & { readonly words?: readonly string[] };

const yes = 'はい\nyes';
const no = 'いいえ、無し\nno, none';

function yesNo(types: readonly string[]): JsonSchema {
  return {
    anyOf: [
      { enum: [true, false], enumDescriptions: [yes, no] },
      hidden(wordsOrEmpty([...yesWords, ...noWords], types.includes('null'))),
    ],
  };
}

function wordsOrEmpty(words: readonly string[], mayBeEmpty: boolean): JsonSchema {
  if (words.length === 0) return { type: ['null'] };
  const spelt = words.map(spelledPattern).join('|');
  return { type: mayBeEmpty ? ['null', 'string'] : ['string'], pattern: `^\\s*(?:${spelt})\\s*$` };
}

/** The few words of yes and no, and those of each choice, are asked for at hundreds of properties. */
const spelled = new Map<string, string>();

function spelledPattern(word: string): string {
  const known = spelled.get(word);
  if (known !== undefined) return known;
  const pattern = spellings(word)
    .map((one) => one.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|');
  spelled.set(word, pattern);
  return pattern;
}

/** Right, and nothing that an editor would offer. */
function hidden(schema: JsonSchema): JsonSchema {
  return { not: { not: schema } };
}

/** A date or a text that may be `false` for no, or a date that may not. */
function textOrNo(schema: JsonSchema, types: readonly string[]): JsonSchema {
  const { format, not, anyOf } = schema;
  const mayBeNo = types.includes('boolean');
  const mayBeYes = mayBeNo && not === undefined;
  const written = formatted(String(format), schema, mayBeNo, mayBeYes);
  if (!mayBeNo) return { anyOf: [{ if: { type: 'null' }, else: written }] };
  const answers = mayBeYes ? [true, false] : [false];
  return {
    anyOf: (anyOf as JsonSchema[] | undefined) ?? [
      { enum: answers, enumDescriptions: mayBeYes ? [yes, no] : [no] },
      {},
    ],
    if: { type: 'null' },
    else: { if: { not: { type: 'boolean' } }, else: { enum: answers }, ...notAnAnswer(written) },
  };
}

/** Whatever is no yes or no is as it is written. */
function notAnAnswer(written: JsonSchema): JsonSchema {
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
  return { then: written };
}

function formatted(format: string, schema: JsonSchema, mayBeNo: boolean, mayBeYes: boolean): JsonSchema {
  const words = [
    ...(mayBeNo ? noWords : []),
    ...(mayBeYes ? yesWords : []),
    ...((schema['x-words'] as string[] | undefined) ?? []),
  ];
  if (format === 'text-or-no')
    return {
      type: ['string', 'number'],
      not: { type: 'string', pattern: wordsOrEmpty([...yesWords, ...undecidedWords], false)['pattern'] },
    };
  if (!(format in patterns)) return { type: ['string', 'number'] };
  const date = patterns[format]?.() ?? '';
  const alternatives = words.length === 0 ? [date] : [date, String(wordsOrEmpty(words, false)['pattern'])];
  return {
    type: 'string',
    pattern: alternatives.length === 1 ? date : alternatives.map((one) => `(?:${one})`).join('|'),
    patternErrorMessage: patterns[format] === dayPattern ? dayMessage : dateMessage,
  };
}

const patterns: Readonly<Record<string, () => string>> = {
  'sekisho-date': datePattern,
  'date-or-no': datePattern,
  'date-or-automatic-or-no': datePattern,
  'sekisho-day': dayPattern,
  'day-or-no': dayPattern,
};

const dayMessage =
  '日付は 2026-04-01 又は令和8年4月1日のように書いてください。\nWrite a date as 2026-04-01 or 令和8年4月1日.';
const dateMessage =
  '日付は 2026-04-01 又は令和8年4月1日のように書いてください。日が分からなければ、月（2026-04、令和8年4月）又は年度（令和8年度）でもかまいません。\nWrite a date as 2026-04-01 or 令和8年4月1日; if the day is not known, its month (2026-04, 令和8年4月) or fiscal year (令和8年度).';

/** A text: a number or a yes or no that stands there is taken as the text that is written. */
function text(schema: JsonSchema, types: readonly string[]): JsonSchema {
  const others = types.filter((one) => !['string', 'integer'].includes(one));
  // No number is written so that it has a pattern.
  const plain = schema['pattern'] === undefined ? ['number', 'boolean'] : [];
  const taken = [...new Set([...others, ...plain])];
  const { anyOf } = schema;
  if (taken.length === 0) return { ...(anyOf !== undefined && { anyOf }), type: 'string' };
  if (anyOf !== undefined) return { anyOf, if: { type: taken }, else: { type: 'string' } };
  return { anyOf: [{ type: 'string' }, hidden({ type: taken })] };
}
