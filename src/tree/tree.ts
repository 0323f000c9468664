/**
 * The files of one state: the work tree, or a commit. Paths are always absolute paths of the work tree, so that only a tree
 * knows where its bytes are, and messages name files as the user knows them.
 */
export interface Tree {
  /** @returns what a path is; links are followed if the tree has them */
  kind(path: string): Promise<'file' | 'folder' | undefined>;

  /** Whether anything has that name, including a dangling link. */
  exists(path: string): Promise<boolean>;

  /** @returns a path without links; `undefined` where nothing is there */
  realPath(path: string): Promise<string | undefined>;

  /**
   * @returns the path under which the tree has what the user names. A link of the work tree may be a file or a folder in a
   *   commit, and vice versa: a commit tries the name itself first, then the target of the links
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

/** What cannot be opened: a file, a folder, or a dangling link. */
export interface Unreadable {
  readonly what: 'file' | 'folder' | 'link';
  /** the code of the system's error: EACCES, ENOENT … */
  readonly reason: string;
}

/** A path that cannot be opened, absolute. */
export interface UnreadablePath extends Unreadable {
  readonly path: string;
}
