/** What cannot be opened: a file, a folder in which more may stand, or a link that leads nowhere. */
export interface Unreadable {
  readonly what: 'file' | 'folder' | 'link';
  /** the code of the system's error: EACCES, ENOENT … */
  readonly reason: string;
}
