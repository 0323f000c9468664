import type { FieldTarget, RegisterValue } from './fields.ts';
import { type StatedValue, underHeader } from './reading.ts';

/** A value, with the text that it was read from and where that is kept if the value turns out to be none. */
export interface ReadValue extends RegisterValue {
  readonly text: string;
  readonly kept: string;
  /** whether it is written as it stands in a file, so that what it names is an id */
  readonly isAsWritten?: true;
}

/**
 * Lists of words to which a sheet has a column for each word, and what must be known so that a list says no more than the sheet: a
 * list without My Number says that there is none, and an empty one that there is no personal information either.
 */
const wholeLists: Readonly<Record<string, (words: ReadonlyMap<string, boolean>) => boolean>> = {
  contains: (words) =>
    words.get('personal-information') === false ||
    words.get('my-number') === true ||
    (words.has('my-number') && words.has('personal-information')),
  affairs: (words) => words.get('my-number-use') === true,
};

/** A record in the making: what its cells say, one after the other. */
export class RecordMaker {
  readonly values = new Map<string, ReadValue>();
  number: ReadValue | undefined;
  isId: true | undefined;
  /** by list, whether each word belongs into it */
  readonly #words = new Map<string, Map<string, ReadValue>>();

  set(path: FieldTarget, value: ReadValue): void {
    const held = this.values.get(path);
    // Two texts under one key are both kept.
    const isJoined = held !== undefined && path.startsWith('x-') && held.value !== value.value;
    this.values.set(path, isJoined ? { ...held, value: `${held.value}\n${value.value}` } : value);
  }

  state(stated: readonly StatedValue[], from: ReadValue): void {
    for (const { path, value } of stated) {
      const { list, word } = wordOf(path);
      if (list !== undefined && word !== undefined) {
        const words = this.#words.get(list) ?? new Map<string, ReadValue>();
        words.set(word, { ...from, value });
        this.#words.set(list, words);
      } else if (path === underHeader) this.set(from.kept, { ...from, value });
      else if (this.#holdsOther(path, value)) this.set(from.kept, { ...from, value: from.text });
      else this.set(path, this.#added(path, { ...from, value }));
    }
  }

  /** Notes that fields do not apply to the record. Of one word of a list that says nothing: the others may apply. */
  stateNotApplicable(targets: readonly FieldTarget[], from: ReadValue): void {
    const fields = targets.filter((target) => !target.startsWith('x-') && !/\[[^\]]+\]$/u.test(target));
    if (fields.length > 0) this.state([{ path: 'notApplicable', value: fields }], from);
  }

  /** Whether another column says something else of a field that has one value: that of the first column stays. */
  #holdsOther(path: string, value: unknown): boolean {
    const held = this.values.get(path)?.value;
    if (held === undefined || path.startsWith('x-')) return false;
    return !(Array.isArray(held) && Array.isArray(value)) && held !== value;
  }

  /** What several columns give one list is from the cell of the first, and kept there as a whole if it turns out to be none. */
  #added(path: string, given: ReadValue): ReadValue {
    const held = this.values.get(path);
    const value = this.#joined(path, given.value);
    if (held === undefined || value === given.value) return given;
    const text = held.text === given.text ? held.text : `${held.text}\n${given.text}`;
    return { ...given, value, text, cell: held.cell, kept: held.kept };
  }

  /** Items of one list may stand in several columns: the first item of each makes up the first item. */
  #joined(path: string, value: unknown): unknown {
    const held = this.values.get(path)?.value;
    if (!Array.isArray(held) || !Array.isArray(value)) return value;
    if (!isItems(held) || !isItems(value)) return [...new Set([...held, ...value])];
    const length = Math.max(held.length, value.length);
    return Array.from({ length }, (_, index) => ({ ...held[index], ...value[index] }));
  }

  /** @returns the lists of which too little is known to write them, and how many cells wait for that */
  settleLists(complete: ReadonlySet<string>): { readonly list: string; readonly asked: number }[] {
    const open: { list: string; asked: number }[] = [];
    for (const [list, words] of this.#words) {
      const known = new Map([...words].map(([word, { value }]) => [word, value === true]));
      const [first] = words.values();
      if (first === undefined) continue;
      if (complete.has(list) || wholeLists[list]?.(known) === true) {
        const own = [...known].filter(([, isIn]) => isIn).map(([word]) => word);
        this.values.set(list, { ...first, value: this.#joined(list, own) });
      } else {
        open.push({ list, asked: new Set([...words.values()].map(({ cell }) => cell)).size });
        for (const value of words.values()) this.set(value.kept, { ...value, value: value.text });
      }
    }
    return open;
  }
}

/** The word that a target is about, and its list; most are about none. */
function wordOf(path: FieldTarget): { readonly list?: string; readonly word?: string } {
  // A key of people's own may end in brackets.
  if (!path.endsWith(']') || path.startsWith('x-')) return {};
  return /^(?<list>[^[]+)\[(?<word>.+)\]$/u.exec(path)?.groups ?? {};
}

function isItems(list: readonly unknown[]): list is readonly object[] {
  return list.length > 0 && list.every((item) => typeof item === 'object' && item !== null);
}
