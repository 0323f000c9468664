import type { Localized } from '../base/localized.ts';
import type { Path } from '../yaml/tape.ts';

/** @returns the steps of a path as rules name it, `copies.1.manager` */
export function parsePath(path: string): Path {
  return path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** @returns the field that a path leads to, with `[]` for any item; empty for the record itself */
export function fieldName(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** @returns a word of the vocabulary, which is not translated */
export function both(word: string): Localized {
  return { ja: word, en: word };
}
