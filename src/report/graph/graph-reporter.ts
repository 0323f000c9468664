import type { NetworkDrawing, Result } from '../../result.ts';
import type { ReportOptions } from '../reporter.ts';

/** Turns a drawing of the network into text. Prints nothing; the same input gives the same text. */
export type GraphReporter = (drawing: NetworkDrawing, result: Result, options: ReportOptions) => string;
