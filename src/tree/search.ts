import path from 'node:path';
import { isMissing, reasonOf } from '../base/system-error.ts';
import { folderOf, type Matcher, matcherOf } from './patterns.ts';
import type { Found, PassedOver, Search, Tree, UnreadablePath } from './tree.ts';

/** Folders that never hold an inventory: what npm installs, and what git keeps. */
const neverSearched = new Set(['node_modules', '.git']);

/**
 * Searches a folder by patterns. Hidden files and folders count only when named, and links are not followed. Names are
 * matched whatever they hold: one with a line break in it is a name, too.
 */
export async function search(
  { folder, include, exclude, mentionOthers = false }: Search,
  tree: Pick<Tree, 'entries'>,
): Promise<Found> {
  const walk = new Walk(folder, {
    isWanted: await matcherOf(include),
    isExcluded: await matcherOf(exclude, { dot: true }),
    namesHidden: include.some((pattern) => /(?:^|\/)\./.test(pattern)),
    mentionOthers,
  });
  for (const base of new Set(await Promise.all(include.map(folderOf)))) await walk.into(base, tree);
  return walk.found();
}

/** What a walk looks for. */
interface Wanted {
  readonly isWanted: Matcher;
  readonly isExcluded: Matcher;
  /** whether a pattern names something hidden, which is passed over otherwise */
  readonly namesHidden: boolean;
  readonly mentionOthers: boolean;
}

class Walk {
  readonly #folder: string;
  readonly #isWanted: Matcher;
  readonly #isExcluded: Matcher;
  readonly #mentionOthers: boolean;
  readonly #namesHidden: boolean;
  readonly #files = new Set<string>();
  readonly #links = new Set<string>();
  readonly #unreadable = new Map<string, UnreadablePath>();
  readonly #passedOver = new Map<string, PassedOver>();

  constructor(folder: string, { isWanted, isExcluded, namesHidden, mentionOthers }: Wanted) {
    this.#folder = folder;
    this.#isWanted = isWanted;
    this.#isExcluded = isExcluded;
    this.#namesHidden = namesHidden;
    this.#mentionOthers = mentionOthers;
  }

  found(): Found {
    return {
      files: [...this.#files],
      links: [...this.#links],
      unreadable: [...this.#unreadable.values()],
      passedOver: [...this.#passedOver.values()],
    };
  }

  /** @param within the folder, relative to that of the search */
  async into(within: string, tree: Pick<Tree, 'entries'>): Promise<void> {
    const here = path.join(this.#folder, within);
    let entries: Awaited<ReturnType<Tree['entries']>>;
    try {
      entries = await tree.entries(here);
    } catch (error) {
      const reason = reasonOf(error);
      // A folder that does not exist, such as the one that a pattern begins with, is simply empty.
      if (!isMissing(reason)) this.#unreadable.set(here, { path: here, what: 'folder', reason });
      return;
    }
    for (const { name, kind } of entries) {
      const relative = within === '' ? name : `${within}/${name}`;
      const found = path.join(this.#folder, relative);
      if (kind === 'folder') {
        if (this.#mayHold(relative, name)) await this.into(relative, tree);
        else if (name === 'node_modules') this.#passOver(found, 'packages');
      } else if (this.#isExcluded(relative)) this.#passOver(found, 'excluded');
      else if (kind === 'link') {
        if (this.#isWanted(relative)) this.#links.add(found);
        this.#passOver(found, 'link');
      } else if (this.#isWanted(relative)) this.#files.add(found);
      else this.#passOver(found, isHidden(relative) ? 'hidden' : 'name');
    }
  }

  #mayHold(relative: string, name: string): boolean {
    if (neverSearched.has(name)) return false;
    if (this.#mentionOthers) return true;
    return !this.#isExcluded(relative) && (this.#namesHidden || !name.startsWith('.'));
  }

  #passOver(file: string, reason: PassedOver['reason']): void {
    if (this.#mentionOthers) this.#passedOver.set(file, { path: file, reason });
  }
}

function isHidden(relative: string): boolean {
  return relative.split('/').some((step) => step.startsWith('.'));
}
