import { type ParsedYaml, parseYaml } from '../../src/yaml/parse.ts';
import type { Path, Span } from '../../src/yaml/tape.ts';

/** Where something stands, as an editor shows it, and what stands there up to the end of the line. */
export interface Place {
  /** `line:column`, both from 1 */
  readonly at: string;
  readonly text: string;
}

/** Reads a text, or the bytes of a file, as YAML. */
export function parse(content: string | Uint8Array): Promise<ParsedYaml> {
  return parseYaml(typeof content === 'string' ? Buffer.from(content) : content);
}

export function placeOf({ source }: ParsedYaml, { start, end }: Span): Place {
  const { line, column } = source.position(start);
  const [text = ''] = source.text.slice(start, end).split(/[\r\n]/, 1);
  return { at: `${line}:${column}`, text };
}

/** Finds the place of a path in a document; the first one, unless another is asked for. */
export function locate(
  yaml: ParsedYaml,
  path: Path,
  { document = 0, part = 'value' as 'value' | 'key' } = {},
): Place & { readonly depth: number; readonly origin?: Place } {
  const found = yaml.tape.locate(yaml.documents[document]?.root ?? -1, path, part);
  return {
    ...placeOf(yaml, found),
    depth: found.depth,
    ...(found.origin === undefined ? {} : { origin: placeOf(yaml, found.origin) }),
  };
}

/** The problems of a text in the order of their places: `line:column code`, and of a syntax error its kind. */
export async function problemsOf(content: string | Uint8Array): Promise<string[]> {
  const yaml = await parse(content);
  return [...yaml.problems]
    .sort((a, b) => a.start - b.start)
    .map((problem) => {
      const what = problem.code === 'syntax' ? problem.kind : problem.code;
      return `${placeOf(yaml, problem).at} ${what}`;
    });
}

/** The paths of all scalars in a value, in order. */
export function* scalarPaths(value: unknown, path: Path = []): Generator<{ path: Path; value: unknown }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* scalarPaths(item, [...path, index]);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) yield* scalarPaths(item, [...path, key]);
  } else if (value !== undefined) {
    yield { path, value };
  }
}

/** What of a value is stated: in mappings neither nothing nor blanks are. */
export function stated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stated);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([, item]) => item !== null && !(typeof item === 'string' && item.trim() === ''),
  );
  return Object.fromEntries(kept.map(([key, item]) => [key, stated(item)]));
}
