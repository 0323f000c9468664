import { isDump, listsOfDump } from './dump.ts';
import { asObject, asText, given } from './json.ts';
import { type ListName, listFileNamed, listNamed, listPaths } from './list-names.ts';
import { type Page, pagesOf, pagesProblem } from './pages.ts';
import type { ImportProblem } from './problem.ts';

/** A file as it was parsed. */
export interface ParsedFile {
  /** as messages name it */
  readonly file: string;
  readonly content: unknown;
}

/** What files hold: lists by name, with what messages call each, and what is wrong with them. */
export interface Contents {
  readonly lists: ReadonlyMap<ListName, FoundList>;
  readonly problems: readonly ImportProblem[];
}

/** The entries of a list, from all of its pages. */
export interface FoundList {
  readonly file: string;
  readonly entries: readonly unknown[];
}

/** Reads what is in a folder: files with a list or a page of one each, in the order of their pages. */
export function contentsOfFolder(files: readonly (ParsedFile & { readonly list: ListName })[]): Contents {
  const problems: ImportProblem[] = [];
  const pages = new Map<ListName, Page[]>();
  for (const { file, content, list } of files) {
    const found = pagesOf(file, content);
    if (found === undefined) problems.push(notAList(file, content));
    else pages.set(list, [...(pages.get(list) ?? []), ...found]);
  }
  return joined(pages, problems);
}

/**
 * Reads what is in a single file: a dump of the database, an object of lists by their names, or one list that the name of the file
 * tells.
 */
export function contentsOfFile({ file, content }: ParsedFile, name: string): Contents {
  if (isDump(content)) {
    const lists = [...listsOfDump(content)].map(
      ([list, entries]) => [list, { file: listPaths[list], entries }] as const,
    );
    return { lists: new Map(lists), problems: [] };
  }
  const named = listsIn(content, '');
  if (named.length === 0) {
    const list = listFileNamed(name)?.list;
    if (list !== undefined) return contentsOfFolder([{ file, content, list }]);
    const detail = asText(asObject(content)?.['detail']);
    return { lists: new Map(), problems: [{ code: 'not-a-dump', file, ...given('detail', detail) }] };
  }
  const problems: ImportProblem[] = [];
  const pages = new Map<ListName, Page[]>();
  for (const { key, list, value } of named) {
    const found = pagesOf(file, value);
    if (found === undefined) problems.push({ code: 'not-a-list', file, key });
    else pages.set(list, [...(pages.get(list) ?? []), ...found]);
  }
  return joined(pages, problems);
}

interface NamedList {
  readonly key: string;
  readonly list: ListName;
  readonly value: unknown;
}

/** Lists by the names of their endpoints, or below the names of their applications. */
function listsIn(content: unknown, application: string): NamedList[] {
  return Object.entries(asObject(content) ?? {}).flatMap(([word, value]): NamedList[] => {
    const key = `${application}${word}`;
    const list = listNamed(key);
    if (list !== undefined) return [{ key, list, value }];
    const isApplication = application === '' && /^(?:dcim|ipam|virtualization)$/.test(word);
    return isApplication ? listsIn(value, `${word}.`) : [];
  });
}

function joined(pages: ReadonlyMap<ListName, readonly Page[]>, problems: ImportProblem[]): Contents {
  const lists = new Map<ListName, FoundList>();
  for (const [list, all] of pages) {
    const problem = pagesProblem(listPaths[list], all);
    if (problem !== undefined) problems.push(problem);
    const files = new Set(all.map(({ file }) => file));
    const [only = ''] = files;
    // Entries are counted through all pages of a list, so that no single one of them is named.
    const isFileOfList = files.size === 1 && only.startsWith(listPaths[list]);
    lists.set(list, {
      file: isFileOfList ? only : listPaths[list],
      entries: all.flatMap(({ entries }) => entries),
    });
  }
  return { lists, problems };
}

function notAList(file: string, content: unknown): ImportProblem {
  return { code: 'not-a-list', file, ...given('detail', asText(asObject(content)?.['detail'])) };
}
