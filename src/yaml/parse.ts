import { YAMLException } from 'js-yaml';
import { limitOf } from '../base/limits.ts';
import { type ComposedDocument, type ComposeOptions, compose, LocatedLimitError } from './compose.ts';
import { decode } from './decode.ts';
import type { YamlProblem } from './problem.ts';
import { SourceText } from './source-text.ts';
import { type Path, Tape } from './tape.ts';

/** A YAML file read as far as it can be. With a `syntax` or `encoding` problem it has no documents. */
export interface ParsedYaml {
  readonly source: SourceText;
  readonly documents: readonly ComposedDocument[];
  readonly tape: Tape;
  readonly problems: readonly YamlProblem[];
  /** whether the file could be read as YAML; values may still be missing for other problems */
  readonly readable: boolean;
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
  const problems: YamlProblem[] = [];
  try {
    return { source, ...compose(text, problems, options), problems, readable: true };
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
    const found = { reason: error.reason, offset: error.mark?.position ?? 0 };
    return unreadYaml(source, syntaxProblems(text, found));
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
