import type { SchemaProblem } from '../schema/problem.ts';
import type { Unreadable } from '../tree/tree.ts';
import type { YamlProblem } from '../yaml/problem.ts';
import type { Path, Span } from '../yaml/tape.ts';

/** A problem of a file, with its span and the record that contains it, if any. */
export type FileProblem = Span & {
  /** which document of the file, from 0 */
  readonly document: number;
  /** the path from the root of its document */
  readonly path: Path;
  /** the anchored text, where the value is an alias */
  readonly origin?: Span;
  /** the other paths of the document at which an alias or a merge key repeats that value */
  readonly repeatedAt?: readonly Path[];
  readonly record?: { readonly kind: string; readonly id: string; readonly name: string };
} & (
    | { readonly kind: 'yaml'; readonly problem: YamlProblem }
    | { readonly kind: 'schema'; readonly problem: SchemaProblem }
    | ({ readonly kind: 'unreadable' } & Unreadable)
  );
