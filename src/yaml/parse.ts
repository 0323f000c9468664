import { parseEvents, YAMLException } from 'js-yaml';
import { defined } from '../base/defined.ts';
import { type Limits, limitOf } from '../base/limits.ts';
import { isMapping } from '../base/mapping.ts';
import { compose } from './compose.ts';
import { type ComposedDocument, type ComposeOptions, LocatedLimitError } from './composition.ts';
import { decode } from './decode.ts';
import type { YamlProblem } from './problem.ts';
import { SourceText } from './source-text.ts';
import type { Refusal } from './syntax-error.ts';
import type { Broken } from './syntax-problems.ts';
import { type Path, Tape } from './tape.ts';

/** A YAML file read as far as it can be. With a `syntax` or `encoding` problem it has no documents. */
export interface ParsedYaml {
  readonly source: SourceText;
  readonly documents: readonly ComposedDocument[];
  readonly tape: Tape;
  readonly problems: readonly YamlProblem[];
  /** whether the file could be read as YAML; values may still be missing for other problems */
  readonly readable: boolean;
  /** of a text that is not YAML: what it says with its errors put right, only to tell of further errors in one go */
  readonly mended?: MendedYaml;
}

/** A text with its syntax errors put right. */
export interface MendedYaml {
  readonly yaml: ParsedYaml;
  /** @returns where an offset of it stood in the text as it was written */
  readonly written: (offset: number) => number;
  /** whether it is indented as it was meant, so that keys stand where they belong */
  readonly certain: boolean;
}

/** @returns a file of which nothing is read, but for the problems that keep it from being */
export function unreadYaml(source: SourceText, problems: readonly YamlProblem[]): ParsedYaml {
  return { source, documents: [], tape: new Tape(new Int32Array(0), []), problems, readable: false };
}

/** @param bytes the file as it lies on the disk */
export async function parseYaml(bytes: Uint8Array, options?: ComposeOptions): Promise<ParsedYaml> {
  const { text, problem } = decode(bytes);
  const source = new SourceText(text);
  if (problem !== undefined) return unreadYaml(source, [problem]);
  const noted: YamlProblem[] = [];
  try {
    const composed = compose(text, noted, options);
    const indentations = fullWidthIndentations(text, composed.documents);
    return indentations.length > 0
      ? unreadYaml(source, indentations)
      : { source, ...composed, problems: noted, readable: true };
  } catch (error) {
    if (error instanceof LocatedLimitError) return unreadYaml(source, [limitProblem(error)]);
    if (!(error instanceof YAMLException)) throw error;
    // The parser has this limit of its own.
    if (error.reason.includes('maxDepth')) {
      const limit = limitOf('depth', options?.limits);
      return unreadYaml(source, [limitProblem({ limit, offset: error.mark?.position ?? 0 })]);
    }
    // Only a broken file pays for the second, slower parser, which names errors and goes on after the first.
    const { syntaxProblems } = await import('./syntax-problems.ts');
    const found = syntaxProblems(text, refusalOf(error), (other) => refusal(other, options?.limits));
    const problems = [...found.problems, ...(found.more === undefined ? [] : [found.more])];
    return { ...unreadYaml(source, problems), ...defined({ mended: parseMended(found, options) }) };
  }
}

/**
 * A line that is indented with full-width spaces alone is a key at the top to YAML, so that the line above loses what belongs to
 * it: nothing of such a file is where it was meant.
 */
function fullWidthIndentations(text: string, documents: readonly ComposedDocument[]): YamlProblem[] {
  if (!text.includes('\u3000')) return [];
  const keys = documents.flatMap(({ value }) => (isMapping(value) ? Object.keys(value) : []));
  const indented = keys.filter((key) => key.startsWith('\u3000'));
  if (indented.length === 0) return [];
  return [...text.matchAll(/^\u3000/gm)]
    .filter(({ index }) => indented.some((key) => text.startsWith(key, index)))
    .map(({ index }) => ({
      code: 'syntax',
      kind: 'full-width-indentation',
      detail: '\u3000',
      start: index,
      end: index + 1,
    }));
}

function parseMended({ mended, certain }: Broken, options?: ComposeOptions): MendedYaml | undefined {
  if (mended === undefined) return undefined;
  const problems: YamlProblem[] = [];
  const source = new SourceText(mended.text);
  const yaml = { source, ...compose(mended.text, problems, options), problems, readable: true };
  return { yaml, written: (offset) => mended.written(offset), certain };
}

function refusalOf({ reason, mark }: YAMLException): Refusal {
  return { reason, offset: mark?.position ?? 0 };
}

/** @returns why the parser refuses a text; `undefined` where it does not, or where a limit keeps it from reading on */
function refusal(text: string, limits: Limits | undefined): Refusal | undefined {
  try {
    parseEvents(text, { maxDepth: limitOf('depth', limits).most });
    return undefined;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return error.reason.includes('maxDepth') ? undefined : refusalOf(error);
  }
}

function limitProblem({ limit, offset }: Pick<LocatedLimitError, 'limit' | 'offset'>): YamlProblem {
  return { code: 'limit', limit, start: offset, end: offset + 1 };
}

/**
 * @returns the text of a scalar as it is written, quotes included; of an aliased or merged one as it is written at
 *   its anchor
 */
export function writtenText({ source, tape }: ParsedYaml, root: number, path: Path): string {
  const { origin, ...place } = tape.locate(root, path);
  const { start, end } = origin ?? place;
  const text = source.text.slice(start, end);
  // Of a block scalar what counts are the lines below its | or >.
  return /^[|>]/.test(text) ? text.replace(/^.*(?:\r\n?|\n|$)/, '').trim() : text;
}
