import { asId, asObject, asText, given } from './json.ts';
import type { ImportProblem } from './problem.ts';

/** One answer of a list, or a plain list of entries, of which nobody can tell whether it is whole. */
export interface Page {
  readonly file: string;
  readonly entries: readonly unknown[];
  /** how many entries all pages have together */
  readonly count?: number;
  /** addresses of the pages after it and before it */
  readonly next?: string;
  readonly previous?: string;
  /** which entry of the list it begins with, from 0; `undefined` where it does not say */
  readonly start?: number;
}

/**
 * @returns the pages that a file or a value of a dump holds: one, or several that were put into one list; `undefined` for anything
 *   else
 */
export function pagesOf(file: string, content: unknown): Page[] | undefined {
  if (!Array.isArray(content)) {
    const page = readPage(file, content);
    return page && [page];
  }
  const pages = content.map((item) => readPage(file, item));
  const isOfPages = pages.length > 0 && pages.every((page) => page !== undefined);
  return isOfPages ? pages : [{ file, entries: content }];
}

function readPage(file: string, content: unknown): Page | undefined {
  const answer = asObject(content);
  const entries = answer?.['results'];
  if (answer === undefined || !Array.isArray(entries)) return undefined;
  const [next, previous] = [asText(answer['next']), asText(answer['previous'])];
  const isAnswer = 'previous' in answer;
  return {
    file,
    entries,
    ...given('count', asId(answer['count'])),
    ...given('next', next),
    ...given('previous', previous),
    ...given('start', isAnswer ? startOf(entries.length, next, previous) : undefined),
  };
}

/** The address of the first page bears no offset. */
function startOf(length: number, next: string | undefined, previous: string | undefined): number | undefined {
  if (previous === undefined) return 0;
  const [after, limit] = [numberIn(next, 'offset'), numberIn(previous, 'limit')];
  if (after !== undefined) return after - length;
  return limit === undefined ? undefined : (numberIn(previous, 'offset') ?? 0) + limit;
}

function numberIn(address: string | undefined, parameter: string): number | undefined {
  const [, digits] = new RegExp(`[?&]${parameter}=(\\d{1,9})(?:&|#|$)`).exec(address ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * Finds out whether pages are all of a list. One that is not whole must never look as if it were: devices that are on no page
 * would count as gone.
 *
 * @param list as messages name it
 */
export function pagesProblem(list: string, pages: readonly Page[]): ImportProblem | undefined {
  return samePage(pages) ?? missingPage(list, pages) ?? tooFew(list, pages);
}

/**
 * A download that was repeated has a number in its name, too. Pages of which nobody knows where they begin are the same if they
 * share an entry.
 */
function samePage(pages: readonly Page[]): ImportProblem | undefined {
  const files = new Map<number, string>();
  const starts = new Map<number, Page>();
  for (const page of pages) {
    if (page.start === undefined) {
      const ids = page.entries.flatMap((entry) => asId(asObject(entry)?.['id']) ?? []);
      const other = ids.map((id) => files.get(id)).find((file) => file !== undefined && file !== page.file);
      if (other !== undefined) return { code: 'same-page', file: page.file, first: other };
      for (const id of ids) files.set(id, page.file);
      continue;
    }
    const first = starts.get(page.start);
    if (first !== undefined && first.file !== page.file)
      return { code: 'same-page', file: page.file, first: first.file };
    starts.set(page.start, page);
  }
  return undefined;
}

function missingPage(list: string, pages: readonly Page[]): ImportProblem | undefined {
  const starts = new Set(pages.map(({ start }) => start));
  const ends = new Set(pages.map(({ next }) => numberIn(next, 'offset')));
  const hasLast = pages.some(({ next }) => next === undefined);
  for (const { file, next, previous, start } of pages) {
    const after = numberIn(next, 'offset');
    const isNextHere = next === undefined || (after === undefined ? hasLast : starts.has(after));
    const isPreviousHere = previous === undefined || start === undefined || ends.has(start);
    if (isNextHere && isPreviousHere) continue;
    const address = isNextHere ? previous : next;
    const query = /\?(.*)/.exec(address ?? '')?.[1];
    return {
      ...{ code: 'missing-page', file, list, received: received(pages) },
      ...{ isNext: !isNextHere, ...given('query', query), ...given('count', countOf(pages)) },
    };
  }
  return undefined;
}

function tooFew(list: string, pages: readonly Page[]): ImportProblem | undefined {
  const count = countOf(pages);
  const entries = received(pages);
  if (count === undefined || entries >= count) return undefined;
  return { code: 'partial-list', file: pages[0]?.file ?? list, received: entries, count };
}

/** What the pages say in all; where one was fetched later, the list may have grown. */
function countOf(pages: readonly Page[]): number | undefined {
  const counts = pages.map(({ count }) => count).filter((count) => count !== undefined);
  return counts.length === 0 ? undefined : Math.max(...counts);
}

/** Entries that stand on two pages, since the list changed in between, count once. */
function received(pages: readonly Page[]): number {
  const entries = pages.flatMap((page) => page.entries);
  const ids = entries.map((entry) => asId(asObject(entry)?.['id']));
  const known = ids.filter((id) => id !== undefined);
  return new Set(known).size + ids.length - known.length;
}
