import { jsonText } from '../../base/json.ts';
import type { Language } from '../../base/localized.ts';
import type { ExamplesResult } from '../../result/examples.ts';
import type { Reporter } from '../format.ts';
import { wordFailure } from './text.ts';

/** All failures, with codes for programs and the sentence for people. */
export const examplesJson: Reporter<ExamplesResult> = ({ asOf, counts, failures }, { language }) =>
  `${jsonText(
    {
      schemaVersion: 1,
      asOf,
      counts: { ...counts, failures: failures.length },
      failures: failures.map((failure) => {
        const { kind, place, ...facts } = failure;
        return { kind, ...place, text: wordFailure(failure, language), ...worded(facts, language) };
      }),
    },
    2,
  )}\n`;

/** Facts with the messages in them in one language. */
function worded(facts: object, language: Language): object {
  return Object.fromEntries(
    Object.entries(facts).map(([key, value]) => [
      key,
      key === 'message' ? value[language] : key === 'finding' ? worded(value, language) : value,
    ]),
  );
}
