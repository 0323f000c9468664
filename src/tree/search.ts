import path from 'node:path';
import picomatch from 'picomatch';
import { isMissing, reasonOf } from '../base/system-error.ts';
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
  const walk = new Walk(folder, include, exclude, mentionOthers);
  for (const base of new Set(include.map(baseOf))) await walk.into(base, tree);
  return walk.found();
}

/** @returns the folder that a pattern is for, relative to that of the search; empty for the folder itself */
function baseOf(pattern: string): string {
  return picomatch.scan(pattern.replace(/^\.\//, '')).base.replace(/\/$/, '');
}

/** `.` in what the patterns become must match line breaks, too. */
const options: picomatch.PicomatchOptions = { flags: 's' };

class Walk {
  readonly #folder: string;
  readonly #isWanted: (name: string) => boolean;
  readonly #isExcluded: (name: string) => boolean;
  readonly #mentionOthers: boolean;
  readonly #namesHidden: boolean;
  readonly #files = new Set<string>();
  readonly #links = new Set<string>();
  readonly #unreadable = new Map<string, UnreadablePath>();
  readonly #passedOver = new Map<string, PassedOver>();

  constructor(
    folder: string,
    include: readonly string[],
    exclude: readonly string[],
    mentionOthers: boolean,
  ) {
    this.#folder = folder;
    this.#isWanted = picomatch([...include], options);
    this.#isExcluded =
      exclude.length === 0 ? () => false : picomatch([...exclude], { ...options, dot: true });
    this.#mentionOthers = mentionOthers;
    this.#namesHidden = include.some((pattern) => /(?:^|\/)\./.test(pattern));
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
