import { parseDateSpan, suggestDate } from '../base/date.ts';
import { defined } from '../base/defined.ts';
import { isMapping } from '../base/mapping.ts';
import { textsOf } from './field-texts.ts';
import { automatic } from './formats.ts';
import { asFields, firstList, listMeant, yesNoIn } from './how-to-write.ts';
import { fieldsElsewhere, fieldsMeant, withPlain } from './misplaced-key.ts';
import { type Path, parsePointer, valueAt } from './pointer.ts';
import type { SchemaProblem } from './problem.ts';
import { type JsonType, type Shape, shapeAt } from './shape.ts';
import { asSuggestion, suggest, suggestChoice } from './suggest.ts';
import { answerMeant, isUndecided, speaksOfUndecided } from './taken-words.ts';

/** What a compiled validator says of one place. */
export interface CompiledError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Says what an error of the validator means, in terms of the schema and of what is written. */
export function describe(
  error: CompiledError,
  shape: Shape,
  root: unknown,
  written: (path: Path) => string,
): SchemaProblem {
  const path = parsePointer(error.instancePath, root);
  const here = shapeAt(shape, path);
  switch (error.keyword) {
    case 'additionalProperties': {
      const key = String(error.params['additionalProperty']);
      const allowed = Object.keys(here?.properties ?? {});
      const mapping = valueAt(root, path);
      const deeper = isBelow(key, here, mapping);
      const value = isMapping(mapping) ? mapping[key] : undefined;
      const meant =
        here === undefined || deeper
          ? []
          : fieldsMeant(here, key, value).map((field) => withPlain(here, mapping, field));
      const suggestion = meant.length > 0 ? undefined : suggest(key, allowed);
      return {
        code: 'unknown-key',
        path,
        key,
        allowed,
        ...(meant.length > 0 && { meant, elsewhere: fieldsElsewhere(shape, String(path[0]), key) }),
        ...asSuggestion(suggestion),
        ...(deeper && { deeper }),
      };
    }
    case 'required':
      return { code: 'missing-key', path, key: String(error.params['missingProperty']) };
    default:
      return describeValue(error, here, { path, value: valueAt(root, path), written: written(path) });
  }
}

/** Whether a key belongs below a sibling key, of which no plain value is stated, and only lacks its indentation. */
function isBelow(key: string, here: Shape | undefined, mapping: unknown): boolean {
  if (!isMapping(mapping)) return false;
  return Object.entries(here?.properties ?? {}).some(
    ([sibling, shape]) =>
      [shape, shape.items].some(
        (one) => one?.properties !== undefined && Object.hasOwn(one.properties, key),
      ) &&
      Object.hasOwn(mapping, sibling) &&
      typeof (mapping[sibling] ?? {}) === 'object',
  );
}

function describeValue(
  error: CompiledError,
  here: Shape | undefined,
  { path, value, written }: { readonly path: Path; readonly value: unknown; readonly written: string },
): SchemaProblem {
  // Suggestions are for the value, without quotes.
  const word = typeof value === 'string' ? value : written;
  const at = { path, written };
  switch (error.keyword) {
    case 'type':
      return wrongType(here, value, at, here?.types ?? expectedTypes(error));
    case 'enum':
    case 'const': {
      const allowed = here?.enum ?? allowedValues(error);
      const { choices, vocabulary } = here ?? {};
      // What may be meant in an open list is looked for once it is known which words there are.
      const more =
        vocabulary === undefined
          ? asSuggestion(suggestChoice(word, allowed, choices))
          : { open: { list: vocabulary, value } };
      return { code: 'not-listed', ...at, allowed, ...defined({ choices }), ...more };
    }
    case 'format':
    case 'not':
      return here?.format === undefined ? wrongText(value, at) : wrongDate(word, here, at);
    default: {
      const limit = String(error.params['limit'] ?? error.params['pattern'] ?? '');
      return { code: 'value', ...at, keyword: error.keyword, limit };
    }
  }
}

/** The place of a value, and what is written there. */
interface Written {
  readonly path: Path;
  readonly written: string;
}

function wrongType(
  here: Shape | undefined,
  value: unknown,
  at: Written,
  expected: readonly JsonType[],
): SchemaProblem {
  if (typeof value === 'string' && speaksOfUndecided(value)) {
    const answered = yesNoIn(here ?? { types: expected });
    if (answered !== undefined) return { code: 'undecided', ...at, of: 'yes-no', ...answered };
  }
  const word = typeof value === 'string' ? value : at.written;
  const answer = expected.includes('boolean') ? answerMeant(word, here) : undefined;
  const suggestion = answer === undefined ? listMeant(here, value) : String(answer);
  const example = asFields(here, value);
  const under = at.path.length === 0 && Array.isArray(value) ? firstList(here) : undefined;
  const more = { ...asSuggestion(suggestion), ...defined({ example, under }) };
  return { code: 'type', ...at, expected, actual: typeOf(value), ...more };
}

/** The schema uses `not: { const: true }` where a text or `false` is possible, but not `true`. */
function wrongText(value: unknown, at: Written): SchemaProblem {
  return isUndecided(typeof value === 'string' ? value : at.written)
    ? { code: 'undecided', ...at, of: 'text' }
    : { code: 'type', ...at, expected: ['string'], actual: typeOf(value) };
}

function wrongDate(word: string, here: Shape, at: Written): SchemaProblem {
  const { words = [] } = here;
  const needsDay = dayWanted(word, here);
  const suggestion = needsDay ? undefined : (suggestDate(word) ?? suggestAutomatic(word, words));
  return {
    code: 'date',
    ...at,
    orNo: here.format === 'date-or-no',
    orSpan: here.wholeDay !== true,
    words,
    ...asSuggestion(suggestion),
    ...defined({ needsDay }),
  };
}

/** @returns what is known of the day that a field asks for, where a month or a fiscal year is written */
function dayWanted(text: string, shape: Shape): DayWanted | undefined {
  if (shape.wholeDay !== true) return undefined;
  const span = parseDateSpan(text) ?? parseDateSpan(suggestDate(text) ?? '');
  return span && { unit: span.unit, ...defined({ about: textsOf(shape).about }) };
}

type DayWanted = Extract<SchemaProblem, { code: 'date' }>['needsDay'];

function allowedValues(error: CompiledError): string[] {
  const values = error.params['allowedValues'] ?? [error.params['allowedValue']];
  return (values as unknown[]).filter((value) => value !== null).map(String);
}

export function expectedTypes(error: CompiledError): JsonType[] {
  const type = error.params['type'];
  const types: string[] = Array.isArray(type) ? type : String(type).split(',');
  return types.filter((name) => name !== 'null') as JsonType[];
}

/** What an official writes for what is done automatically, where the field has a word for it. */
function suggestAutomatic(text: string, words: readonly string[]): string | undefined {
  const word = text.normalize('NFKC').trim().toLowerCase();
  const meant = words.includes(automatic) && (/^自動/.test(word) || /^auto/.test(word));
  return meant ? automatic : undefined;
}

function typeOf(value: unknown): JsonType | 'null' {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value as JsonType;
}
