import { isMapping } from '../base/mapping.ts';
import { type ParsedYaml, unreadYaml } from '../yaml/parse.ts';
import type { YamlProblem } from '../yaml/problem.ts';
import { isNamed } from './misplaced-key.ts';
import type { Shape } from './shape.ts';
import { suggest } from './suggest.ts';

/**
 * Gives up the content of a file that is something else than it was named for, such as a list of passwords: a message
 * about a line of it would print that line. A file is ours if one of its keys is, or looks like one that was mistyped.
 */
export function ours(yaml: ParsedYaml, shape: Shape): ParsedYaml {
  const keys = namesOf(shape);
  const itemKeys = Object.keys(shape.items?.properties ?? {});
  if (yaml.documents.every(({ value }) => value === undefined) && yaml.readable) return yaml;
  const isOurs =
    yaml.documents.some(
      ({ value }) => hasKey(value, keys) || isOurList(value, itemKeys) || hasNamed(value, shape),
    ) || mentions(yaml.source.text, keys.length > 0 ? keys : itemKeys.map((key) => `- *\\{? *${key}`));
  if (isOurs) return yaml;
  const problem = yaml.problems.find(({ code }) => code === 'encoding' || code === 'limit') ?? foreign;
  return unreadYaml(yaml.source.withoutLines(), [problem]);
}

/** What the fields of a file of ours are called: by their keys, and in Japanese, which is a mistake of ours as well. */
function namesOf({ properties = {} }: Shape): string[] {
  return Object.entries(properties).flatMap(([key, { title, alsoCalled = [] }]) => [
    key,
    ...(title === undefined ? [] : [title]),
    ...alsoCalled,
  ]);
}

const foreign: YamlProblem = { code: 'foreign', start: 0, end: 0 };

function hasKey(value: unknown, keys: readonly string[]): boolean {
  // A list of records whose section was forgotten.
  if (Array.isArray(value)) return value.some((item) => isMapping(item) && Object.hasOwn(item, 'id'));
  return (
    isMapping(value) &&
    Object.keys(value).some((key) => keys.includes(key) || suggest(key, keys) !== undefined)
  );
}

/** Whether a key is called like a field in Japanese, be it as a list or a register of such (「文書一覧」). */
function hasNamed(value: unknown, { properties = {} }: Shape): boolean {
  const fields = Object.values(properties);
  return isMapping(value) && Object.keys(value).some((key) => fields.some((field) => isNamed(field, key)));
}

/** Whether a file that is to be a list is one of ours: empty, or with an item that has one of the keys of items. */
function isOurList(value: unknown, keys: readonly string[]): boolean {
  if (keys.length === 0 || !Array.isArray(value)) return false;
  return value.length === 0 || value.some((item) => hasKey(item, keys));
}

/** Whether bytes read like a file of ours, however the file is named. */
export function readsLike(bytes: Uint8Array, shape: Shape): boolean {
  return mentions(Buffer.from(bytes).toString('utf8'), namesOf(shape));
}

/** Whether a text has one of the keys at the beginning of a line, or in quotes as JSON has them. */
function mentions(text: string, keys: readonly string[]): boolean {
  const key = `(?:${keys.join('|')})`;
  const beginning = new RegExp(
    `(?:^|[\\n\\r])\\u3000*(?:${key}|- *id)[ \\t]*[:：]|[\\n\\r{,]\\s*["']${key}["']\\s*[:：]`,
  );
  return beginning.test(text.replaceAll('\0', ''));
}
