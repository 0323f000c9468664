import type { Digest } from '../base/digest.ts';
import type { Limit } from '../base/limits.ts';
import type { Reason } from '../base/system-error.ts';

/**
 * The files of one state: the work tree, or a commit. Paths are always absolute paths of the work tree, so that only a tree
 * knows where its bytes are, and messages name files as the user knows them.
 */
export interface Tree {
  /**
   * @returns what a path is; links are followed if the tree has them; `undefined` of a device, and where nothing is there
   * @throws UnreadableError where it cannot be told whether something is
   */
  kind(path: string): Promise<'file' | 'folder' | undefined>;

  /** Whether anything has that name, including a dangling link. */
  exists(path: string): Promise<boolean>;

  /** @returns where a link leads, as it is written; `undefined` of anything else */
  linkTarget(path: string): Promise<string | undefined>;

  /** Whether there is a link of that name that leads where `target` says, as it is written. */
  hasLink(path: string, target: string): Promise<boolean>;

  /**
   * @returns a path without links; `undefined` where nothing is there
   * @throws UnreadableError where it cannot be told whether something is
   */
  realPath(path: string): Promise<string | undefined>;

  /**
   * @returns the path under which the tree has what the user names. A link of the work tree may be a file or a folder in a
   *   commit, and vice versa: a commit tries the name itself first, then the target of the links
   */
  locate(path: string): Promise<string>;

  /**
   * @param limit how large it may be
   * @returns the bytes of a file
   * @throws LimitError if it is larger, unread
   * @throws Error with the `code` of the system, such as ENOENT, or `not-regular`, if there is no file that can be read
   */
  read(path: string, limit: Limit): Promise<Uint8Array>;

  /**
   * @returns the size and digest of a file, which is never held as a whole
   * @throws the same errors
   */
  digest(path: string, limit: Limit): Promise<Digest>;

  /**
   * @returns what a folder directly holds
   * @throws Error with the `code` of the system if it cannot be opened
   */
  entries(folder: string): Promise<readonly FolderEntry[]>;
}

/** What a folder holds under a name; `other` is a pipe, a socket or a device. */
export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

/** What to search for, by glob patterns relative to a folder. */
export interface Search {
  /** absolute */
  readonly folder: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** whether to look into hidden and excluded folders as well, and mention what is passed over */
  readonly mentionOthers?: boolean;
}

/** What a search found, absolute. */
export interface Found {
  readonly files: readonly string[];
  /** links whose names are those of files that were searched for */
  readonly links: readonly string[];
  readonly unreadable: readonly UnreadablePath[];
  /** empty unless it was asked for */
  readonly passedOver: readonly PassedOver[];
}

/** A file, link or folder that a search passes over, absolute, and by what: its name, a pattern that excludes it, its content … */
export interface PassedOver {
  readonly path: string;
  readonly reason: 'hidden' | 'excluded' | 'link' | 'name' | 'packages' | 'no-section';
}

/** A file below the paths of an inventory that is not judged. */
export interface NotJudged {
  /** as reports show it */
  readonly file: string;
  /** `no-section`: it was found by searching, and holds something else than an inventory; `empty`: it says nothing */
  readonly reason: 'no-section' | 'empty';
}

/** What cannot be opened: a file, a folder, or a dangling link. */
export interface Unreadable {
  readonly what: 'file' | 'folder' | 'link';
  readonly reason: Reason;
}

/** A path that cannot be opened, absolute. */
export interface UnreadablePath extends Unreadable {
  readonly path: string;
}
