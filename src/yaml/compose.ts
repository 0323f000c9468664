import { defaultLimits } from '../base/limits.ts';
import { composeEvents } from './compose-events.ts';
import type { ComposeOptions, Composition } from './composition.ts';
import { refuseManyValues } from './many-values.ts';
import { composePlain } from './plain/compose-plain.ts';
import type { YamlProblem } from './problem.ts';

/**
 * Reads all documents of a text. A key with nothing but blanks after it is `undefined` in the values; a dash with nothing is
 * missing from them. Both are on the tape.
 *
 * Most files are plain and are read at once; what is not known there, the parser of all YAML reads from the beginning. Both
 * give the same.
 *
 * @param problems receives what is wrong within well-formed YAML (duplicate keys, unknown aliases …)
 * @throws YAMLException where the text is not YAML at all
 * @throws LocatedLimitError where there is more of something than a limit allows
 */
export function compose(text: string, problems: YamlProblem[], options: ComposeOptions = {}): Composition {
  refuseManyValues(text, options.limits ?? defaultLimits);
  return composePlain(text, options) ?? composeEvents(text, problems, options);
}
