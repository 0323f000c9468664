import type { Language } from '../../base/localized.ts';
import type { ExampleFailure, ExamplesResult } from '../../result/examples.ts';
import type { Reporter } from '../format.ts';
import { logLine } from '../paper/log-line.ts';
import { oneLine, pathAsLine } from '../paper/one-line.ts';
import { exampleTexts } from './words.ts';

/** One line a failure, with its place as editors read it, and a last line with what was run. */
export const examplesText: Reporter<ExamplesResult> = ({ failures, counts }, { language }) =>
  [
    ...failures.map((failure) => {
      const { file, line, column } = failure.place;
      return `${pathAsLine(file)}:${line}:${column}: ${oneLine(wordFailure(failure, language))}`;
    }),
    exampleTexts[language].counts(counts, failures.length),
  ]
    .map((line) => `${logLine(line)}\n`)
    .join('');

/** Says in one sentence what is not as expected. */
export function wordFailure(failure: ExampleFailure, language: Language): string {
  const words = exampleTexts[language];
  switch (failure.kind) {
    case 'rule': {
      const { rule, got, message } = failure;
      const wanted = words.outcome[failure.wanted];
      const text = got.includes('invalid')
        ? words.invalid({ rule, wanted })
        : words.rule({ rule, wanted, got: got.map((one) => words.outcome[one]) });
      return message === undefined ? text : `${text}${words.because(message[language])}`;
    }
    case 'unexpected': {
      const { message, ...found } = failure.finding;
      const text = words.unexpected({ ...found, expected: failure.expected });
      return `${text}${words.because(message[language])}`;
    }
    case 'unmet':
      return words.unmet(failure.expectation);
  }
}
