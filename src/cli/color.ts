import type { ReportOptions } from '../report/format.ts';
import type { Io } from './io.ts';

/**
 * The colour level for stdout: 0 if NO_COLOR is set (https://no-color.org); FORCE_COLOR overrides that; otherwise what
 * the terminal supports.
 */
export function colorLevel({ environment, terminal, colorDepth }: Io): ReportOptions['color'] {
  const { NO_COLOR, FORCE_COLOR, TERM } = environment;
  if (FORCE_COLOR !== undefined) {
    if (FORCE_COLOR === '0' || FORCE_COLOR === 'false') return 0;
    return FORCE_COLOR === '2' ? 2 : FORCE_COLOR === '3' ? 3 : 1;
  }
  if (NO_COLOR !== undefined && NO_COLOR !== '') return 0;
  if (terminal === undefined || TERM === 'dumb') return 0;
  return colorDepth >= 24 ? 3 : colorDepth >= 8 ? 2 : 1;
}
