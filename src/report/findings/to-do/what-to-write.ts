import type { Language } from '../../../base/localized.ts';
import type { MissingFact } from '../../../result/result.ts';
import { reportTexts } from '../words.ts';
import type { ToDo } from './to-dos.ts';

/** A fact to fill in as a title: the missing record, or the field and in how many records it is missing. */
export function toDoTitle({ fact, records }: Pick<ToDo, 'fact' | 'records'>, language: Language): string {
  const name = factName(fact, language);
  return fact.what === undefined ? `${name}  ${reportTexts[language].missingIn(records.length)}` : name;
}

/** A fact in words alone: the missing record, or the field as the vocabulary calls it. */
export function shortNameOf({ field, what, name, record }: MissingFact, language: Language): string {
  return what?.[language] ?? name?.[language] ?? (field === '' ? record.id : field);
}

/** A fact in words, with its path in the vocabulary: 「ネットワークセグメント：属する系 (segments[].layer)」. */
export function factName(fact: MissingFact, language: Language): string {
  const { kind, field, what } = fact;
  const inSection = kind === 'organization' || kind === 'files' ? kind : `${kind}[]`;
  const place = what !== undefined ? kind : field === '' ? inSection : `${inSection}.${field}`;
  return reportTexts[language].missingFact(kind, shortNameOf(fact, language), place);
}

/**
 * What to write, in the words of the schema. For a field with fields of its own the schema only names the field, so the
 * remedies of the waiting rules are shown, and the keys are added where the remedies do not name all of them.
 */
export function whatToWrite({ fact, waiting }: ToDo, language: Language): string[] {
  const { keys } = fact;
  const value = fact.value?.[language];
  const about = fact.about?.[language];
  if (keys === undefined && (value !== undefined || about !== undefined))
    return [[value && reportTexts[language].value(value), about].filter(Boolean).join(' ')];
  const remedies = [...waiting.values()].flatMap(([first]) => first?.remedy[language] ?? []);
  const told = [...new Set(remedies)].slice(0, keys === undefined ? 1 : mostRemedies);
  const named = new Set(told.join(' ').match(/\w+/g));
  if (keys === undefined || keys.names.every((key) => named.has(key))) return told;
  const path = fact.kind === 'organization' ? `organization.${fact.field}` : fact.field;
  return [...told, reportTexts[language].keys(`${path}${keys.ofEach ? '[]' : ''}`, keys.meaning[language])];
}

/** How many remedies of rules that wait for the same field are shown. */
const mostRemedies = 3;
