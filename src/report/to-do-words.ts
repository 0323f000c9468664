import type { Language } from '../localized.ts';
import { reportTexts } from '../text/report.ts';
import { printable } from './printable.ts';
import type { ToDo } from './to-do.ts';

/** A fact to fill in, named: the record that is missing, or the field and in how many records it is. */
export function toDoTitle({ fact, records }: Pick<ToDo, 'fact' | 'records'>, language: Language): string {
  const words = reportTexts[language];
  const what = fact.what?.[language];
  if (what !== undefined) return words.missingFact(fact.kind, what);
  const field = fact.field === '' ? fact.record.id : fact.field;
  return printable(`${words.missingFact(fact.kind, field)}  ${words.missingIn(records.length)}`);
}

/** What is to be written, in the words of the schema, else of the first finding that waits for it. */
export function whatToWrite({ fact, waiting }: ToDo, language: Language): string | undefined {
  const value = fact.value?.[language];
  const about = fact.about?.[language];
  if (value === undefined && about === undefined) {
    const [first] = waiting.values();
    return first?.[0]?.remedy[language];
  }
  return [about, value && reportTexts[language].value(value)].filter(Boolean).join(' ');
}
