import path from 'node:path';

/** @returns a path relative to a folder that it lies in, empty for the folder itself; `undefined` where it does not */
export function relativeWithin(folder: string, file: string): string | undefined {
  const relative = path.relative(folder, file);
  const leaves = relative === '..' || relative.startsWith(`..${path.sep}`) || path.isAbsolute(relative);
  return leaves ? undefined : relative;
}

/** Whether a path is a folder or lies below it. */
export function isWithin(folder: string, file: string): boolean {
  return relativeWithin(folder, file) !== undefined;
}

/** @returns a path with `/` between folders, the same on every system */
export function slashed(file: string): string {
  return file.split(path.sep).join('/');
}

/** @returns the path that reports show for a file: relative to the working directory where it lies below it */
export function shownPath(file: string, directory: string): string {
  return slashed(relativeWithin(directory, file) || file);
}
