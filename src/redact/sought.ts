import type { ConfidentialText } from '../base/confidential.ts';
import { fold, narrow } from './fold.ts';
import type { Hidden, Sought } from './matcher.ts';
import { namesIn, wholeName } from './names.ts';
import { Trie } from './trie.ts';
import { isWhole } from './whole-words.ts';
import type { Redacted } from './words.ts';

/** What is left out, under its numbers. */
export interface Secrets {
  readonly sought: readonly Sought[];
  /** the versions of products, folded */
  readonly versions: ReadonlySet<string>;
  /** gives the next number of something that is found besides */
  readonly next: (redacted: Redacted) => number;
}

/**
 * Numbers what the inventory says, in its order.
 *
 * @param language texts in which nothing is left out: what is a word in them is left out of others only where it is meant
 */
export function secretsIn(texts: readonly ConfidentialText[], language: readonly string[]): Secrets {
  const last = new Map<Redacted, number>();
  const next = (redacted: Redacted) => {
    const number = (last.get(redacted) ?? 0) + 1;
    last.set(redacted, number);
    return number;
  };
  const numbers = new Map<string, Hidden>();
  const numbered = (redacted: Redacted, text: string): Hidden => {
    const key = `${redacted}\n${fold(text.normalize('NFKC')).replaceAll(/\s/g, '')}`;
    const known = numbers.get(key) ?? { redacted, number: next(redacted) };
    numbers.set(key, known);
    return known;
  };
  const written = texts.flatMap((text) => waysOf(text, numbered));
  return { sought: withCare(written, language), versions: versionsIn(texts), next };
}

/** A text that is sought, whatever it is in the language. */
type Written = Omit<Sought, 'where'>;

function waysOf(
  { gives, text }: ConfidentialText,
  numbered: (redacted: Redacted, text: string) => Hidden,
): readonly Written[] {
  const all = (redacted: Redacted, kind: Sought['kind'], name: string, others: readonly string[] = []) => {
    const hidden = numbered(redacted, name);
    return [...new Set([name, ...others].flatMap(formsOf))].map((form) => ({ text: form, hidden, kind }));
  };
  switch (gives) {
    case 'address':
      return all('address', 'address', text.trim(), [
        text.trim().replaceAll('.', '-'),
        text.trim().replaceAll('.', '_'),
      ]);
    case 'product':
      return all('product', 'other', text.trim());
    case 'version':
      return isTelling(text) ? all('version', 'other', text.trim()) : [];
    case 'person':
    case 'post': {
      const named = namesIn(text);
      // A post in the place of a name is none.
      const whole = gives === 'person' && named.length > 0 ? wholeName(text) : [];
      return [...whole, ...named].flatMap(({ name, alsoWritten }) =>
        all('person', 'person', name, [...(gives === 'person' ? [text.trim()] : []), ...alsoWritten]),
      );
    }
  }
}

/** One text in the forms of Unicode, in its usual width, and on one line. */
function formsOf(text: string): readonly string[] {
  return [text, text.normalize('NFC'), text.normalize('NFD'), text.normalize('NFKC')]
    .flatMap((form) => [form, form.replaceAll(/\s+/gu, ' ').trim()])
    .map(narrow)
    .filter((form) => form !== '');
}

/** Whether a version is like no other number: 2026.10 may be a month, and 14.2 a clause. */
function isTelling(version: string): boolean {
  return /\d.*\..*\d.*\..*\d/.test(version) || (/\d/.test(version) && /[a-z].*[a-z]/i.test(version));
}

function versionsIn(texts: readonly ConfidentialText[]): ReadonlySet<string> {
  return new Set(texts.flatMap(({ gives, text }) => (gives === 'version' ? fold(text.trim()) : [])));
}

/** Settles with how much care texts are looked for: those that are words of the language with more. */
function withCare(written: readonly Written[], language: readonly string[]): readonly Sought[] {
  const { exact, small } = wordsAmong(written, language);
  return written.map((one) => {
    if (one.kind === 'address') return { ...one, where: 'any' };
    if (isShort(one.text) || exact.has(one.text)) return { ...one, where: 'quoted' };
    if (!small.has(fold(one.text))) return { ...one, where: 'any' };
    return { ...one, where: /[A-Z]/.test(one.text) ? 'exact' : 'quoted' };
  });
}

/** PC, 林 and 2026: too short, or too much like anything, to be told from other words. */
function isShort(text: string): boolean {
  return (
    text.length < 2 || (text.length < 3 && /^[\x20-\x7e]+$/.test(text)) || /^[\p{P}\p{S}\d\s]*$/u.test(text)
  );
}

/** Which of the texts the language has for words: as they are written, and in whatever letters. */
function wordsAmong(written: readonly Written[], language: readonly string[]) {
  const texts = new Trie<string>();
  for (const { text } of written) texts.add(fold(text), fold(text));
  const [exact, small] = [new Set<string>(), new Set<string>()];
  for (const one of new Set(language)) {
    const [text, folded] = [narrow(one), fold(one)];
    for (let start = 0; start < folded.length; start += 1) {
      // Of those that begin at one place, the shorter ones are words as well.
      texts.longestAt(folded, start, (found, end) => {
        const wanted = text.slice(start, end);
        if (isWhole(text, { start, end }, { text: wanted, where: 'any', kind: 'other' })) {
          small.add(found);
          exact.add(wanted);
        }
        return false;
      });
    }
  }
  return { exact, small };
}
