import type { Result } from '../../../result/result.ts';
import type { Reporter } from '../../format.ts';
import { toDoCsv } from './csv.ts';
import { toDoMarkdown } from './markdown.ts';
import { toDoText } from './text.ts';

/** The facts to fill in, one row for each record that lacks one: CSV or Markdown by the ending of the file, else text. */
export const toDoReport: Reporter<Result> = (result, options) => {
  const [ending] = /\.[^./\\]+$/.exec(options.file?.toLowerCase() ?? '') ?? [];
  const reporter =
    ending === '.csv' ? toDoCsv : ending === '.md' || ending === '.markdown' ? toDoMarkdown : toDoText;
  return reporter(result, options);
};
