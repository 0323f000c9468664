import type { Language } from '../localized.ts';
import type { MissingFact } from '../result.ts';
import { subjectNames } from '../text/catalogue.ts';
import { reportTexts } from '../text/report.ts';
import { printable } from './printable.ts';
import type { ToDo } from './to-do.ts';

/** A fact to fill in, named: the record that is missing, or the field and in how many records it is. */
export function toDoTitle({ fact, records }: Pick<ToDo, 'fact' | 'records'>, language: Language): string {
  const name = factName(fact, language);
  return fact.what === undefined ? `${name}  ${reportTexts[language].missingIn(records.length)}` : name;
}

/** A fact in words, with the place that it has in the vocabulary: 「ネットワークセグメントの属する系 (segments[].layer)」. */
export function factName({ kind, field, what, name, record }: MissingFact, language: Language): string {
  const section = subjectNames[kind]?.[language] ?? kind;
  const fallback = field === '' ? record.id : field;
  const inSection = kind === 'organization' || kind === 'files' ? kind : `${kind}[]`;
  const place = what !== undefined ? kind : field === '' ? inSection : `${inSection}.${field}`;
  return printable(
    reportTexts[language].missingFact(section, what?.[language] ?? name?.[language] ?? fallback, place),
  );
}

/** What is to be written, in the words of the schema, else of the first finding that waits for it. */
export function whatToWrite({ fact, waiting }: ToDo, language: Language): string | undefined {
  const value = fact.value?.[language];
  const about = fact.about?.[language];
  if (value === undefined && about === undefined) {
    const [first] = waiting.values();
    return first?.[0]?.remedy[language];
  }
  return [value && reportTexts[language].value(value), about].filter(Boolean).join(' ');
}
