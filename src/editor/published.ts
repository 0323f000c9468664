import { isMapping } from '../base/mapping.ts';
import { asWritten } from './as-written.ts';
import { type JsonSchema, mapped } from './schema.ts';

/** Schemas by the names of their files, which refer to each other by them. */
type Schemas = Readonly<Record<string, JsonSchema>>;

/**
 * @param sources schemas of `vocabulary/`, by the names of their files
 * @param files the names of those that are wanted
 * @returns the schemas for editors and other programs, by the same names: each stands alone, so that one file is enough to
 *   copy, and has an `$id` that stays the same wherever the file lies
 */
export function published(
  sources: Schemas,
  files = Object.keys(sources) as readonly string[],
): Map<string, JsonSchema> {
  return new Map(
    files.map((file) => {
      const alone = standingAlone(file, sources);
      return [file, isWrittenByHand(file) ? asWritten(alone) : alone];
    }),
  );
}

/** Files that sekisho writes itself are as their schemas say. */
function isWrittenByHand(file: string): boolean {
  return !['baseline', 'report', 'report-lines', 'coverage-against'].some(
    (name) => file === `${name}.schema.json`,
  );
}

/** Puts what a schema refers to in other files under its own `$defs`. */
function standingAlone(file: string, sources: Schemas): JsonSchema {
  const { $schema, $defs: own = {}, ...rest } = sources[file] ?? {};
  const definitions = new Map<string, unknown>();
  const within = (part: unknown, from: string): unknown => {
    if (Array.isArray(part)) return part.map((one) => within(one, from));
    if (!isMapping(part)) return part;
    const inside = mapped(part, (value) => within(value, from));
    return typeof inside['$ref'] === 'string'
      ? { ...inside, $ref: referenceTo(inside['$ref'], from) }
      : inside;
  };
  const referenceTo = (reference: string, from: string): string => {
    const [target, pointer = ''] = reference.split('#') as [string, string?];
    const source = target === '' ? from : target;
    if (source === file) return `#${pointer}`;
    const name = definitionName(source, pointer);
    if (!definitions.has(name)) {
      // Before what it refers to in its turn, so that schemas that refer to each other come to an end.
      definitions.set(name, {});
      definitions.set(name, within(withoutHead(at(sources[source] ?? {}, pointer)), source));
    }
    return `#/$defs/${name}`;
  };
  const body = within(rest, file) as JsonSchema;
  const $defs = {
    ...(within(own, file) as JsonSchema),
    ...Object.fromEntries([...definitions].sort(byName)),
  };
  return {
    $schema,
    $id: `sekisho:/schemas/1/${file}`,
    ...body,
    ...(Object.keys($defs).length > 0 && { $defs }),
  };
}

/** `common.schema.json#/$defs/id` is `common-id`, `assets.schema.json` is `assets`. */
function definitionName(file: string, pointer: string): string {
  return [
    file.replace('.schema.json', ''),
    ...pointer.split('/').filter((step) => !['', '$defs'].includes(step)),
  ].join('-');
}

function at(schema: JsonSchema, pointer: string): JsonSchema {
  let found: unknown = schema;
  for (const step of pointer.split('/').filter((one) => one !== ''))
    found = isMapping(found) ? found[step] : {};
  return isMapping(found) ? found : {};
}

function withoutHead({ $schema, ...rest }: JsonSchema): JsonSchema {
  return rest;
}

function byName([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : 1;
}
