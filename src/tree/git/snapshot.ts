import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { slashed, wayDown } from '../../base/paths.ts';
import { reasonOf } from '../../base/system-error.ts';
import { GitError } from './problem.ts';
import type { GitRepository } from './repository.ts';

/** Files of a commit, laid out in a folder of their own as they lie in the work tree. */
export class Snapshot {
  readonly commit: string;
  readonly #top: string;
  readonly #folder: string;

  private constructor(commit: string, top: string, folder: string) {
    this.commit = commit;
    this.#top = top;
    this.#folder = folder;
  }

  /**
   * Lays out a commit: what an inventory and its configuration are made of, wherever it lies, and everything below
   * the paths given, for its evidence.
   *
   * @param paths absolute, without symbolic links
   */
  static async of(repository: GitRepository, commit: string, paths: readonly string[]): Promise<Snapshot> {
    const { top } = repository;
    const wanted = paths.map((given) => slashed(wayDown(top, given) ?? ''));
    const files = (await repository.files(commit)).filter(
      ({ path: file }) =>
        /\.(ya?ml|json)$/i.test(file) ||
        wanted.some((folder) => folder === '' || file === folder || file.startsWith(`${folder}/`)),
    );
    const folder = await realpath(await mkdtemp(path.join(tmpdir(), 'sekisho-earlier-')));
    const snapshot = new Snapshot(commit, top, folder);
    try {
      const folders = new Set(files.map((file) => path.join(folder, path.dirname(file.path))));
      for (const one of folders) await mkdir(one, { recursive: true });
      for await (const some of repository.contents(files))
        await Promise.all(some.map(({ file, content }) => writeFile(path.join(folder, file.path), content)));
    } catch (error) {
      await snapshot.remove();
      // A tree may be such as no disk can hold: a name that is too long, or one that is a file and a folder.
      throw error instanceof GitError ? error : new GitError({ code: 'failed', reason: reasonOf(error) });
    }
    return snapshot;
  }

  /**
   * @param file absolute, in the work tree
   * @returns where it lies in the snapshot, if it is there
   * @throws GitError if it does not belong to the repository
   */
  place(file: string): string {
    const relative = wayDown(this.#top, file);
    if (relative === undefined) throw new GitError({ code: 'outside', path: file });
    return path.join(this.#folder, relative);
  }

  /** @returns where a file of the snapshot lies in the work tree; any other as it is */
  origin(file: string): string {
    const relative = wayDown(this.#folder, file);
    return relative === undefined ? file : path.join(this.#top, relative);
  }

  /** Whether a place belongs to the repository. */
  covers(file: string): boolean {
    return wayDown(this.#top, file) !== undefined;
  }

  /** The folder above which nothing belongs to the snapshot. */
  get folder(): string {
    return this.#folder;
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
