import type { Localized } from '../base/localized.ts';
import type { TraceStep } from './definition.ts';

/** A record that goes by a name. */
interface Named {
  readonly id: string;
  readonly name?: string;
}

/** @returns the name of a record for messages, or its id */
export function nameOf({ name, id }: Named): string {
  return name ?? id;
}

/** Names the first few of several records and says that there are more: 「A」「B」「C」ほか */
export function listNames(records: readonly Named[]): Localized {
  const first = records.slice(0, 3).map(nameOf);
  const more = records.length > first.length;
  return {
    ja: `${first.map((name) => `「${name}」`).join('')}${more ? 'ほか' : ''}`,
    en: `${first.map((name) => `“${name}”`).join(', ')}${more ? ' and others' : ''}`,
  };
}

/**
 * Names an entry of a list within a record, by its number where it has no name.
 *
 * @param index counted from 0
 * @param kind what it is, as a noun: 再委託先 / subcontractor
 */
export function entryName(name: string | undefined, index: number, kind: Localized): Localized {
  if (name === undefined) return { ja: `${index + 1}件目の${kind.ja}`, en: `${kind.en} number ${index + 1}` };
  return { ja: `${kind.ja}「${name}」`, en: `the ${kind.en} “${name}”` };
}

/** @returns a trace step to a field of a record, whose message is only its name */
export function stepTo(record: Named, path: string): TraceStep {
  const name = nameOf(record);
  return { record, path, message: { ja: `「${name}」`, en: `“${name}”` } };
}

/** @returns names as an English enumeration: the LGWAN layer, the internet layer and the outside */
export function enumerated(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} and ${last}`;
}

/** @returns a text with a capital letter, where it begins with one of Latin letters, to begin a sentence with */
export function capitalised(text: string): string {
  return text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
