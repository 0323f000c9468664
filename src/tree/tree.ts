/**
 * The files of one state of things: the work tree, or an earlier commit. Paths are always absolute paths of the work
 * tree, so that nobody but a tree knows where its bytes lie, and what is said of a file names it as the user has it.
 */
export interface Tree {
  /**
   * @returns what stands under a path; links are followed as far as the tree has any
   */
  kind(path: string): Promise<'file' | 'folder' | undefined>;

  /** Whether anything has that name, be it a link that leads nowhere. */
  exists(path: string): Promise<boolean>;

  /** @returns a path without links; `undefined` where nothing is there */
  realPath(path: string): Promise<string | undefined>;

  /**
   * @returns the path under which the tree has what the user names. What is a link now may have been a file or a folder
   *   in a commit, and the other way round: there the name goes first, then what the links of the work tree make of it
   */
  locate(path: string): Promise<string>;

  /**
   * @returns the bytes of a file
   * @throws Error with the `code` of the system, such as ENOENT, if there is none that can be read
   */
  read(path: string): Promise<Uint8Array>;

  /** Searches a folder by patterns that are relative to it. */
  list(search: Search): Promise<FoundPaths>;
}

/** What to search for, by glob patterns relative to a folder. */
export interface Search {
  /** absolute */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

/** What a search found, absolute. */
export interface FoundPaths {
  readonly files: readonly string[];
  readonly unreadable: readonly UnreadablePath[];
}

/** What cannot be opened: a file, a folder in which more may stand, or a link that leads nowhere. */
export interface Unreadable {
  readonly what: 'file' | 'folder' | 'link';
  /** the code of the system's error: EACCES, ENOENT … */
  readonly reason: string;
}

/** A path that cannot be opened, absolute. */
export interface UnreadablePath extends Unreadable {
  readonly path: string;
}
