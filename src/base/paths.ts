import path from 'node:path';

/** @returns the way from a folder down to a place, empty to itself; `undefined` where the place is not in it */
export function wayDown(folder: string, place: string): string | undefined {
  const way = path.relative(folder, place);
  const leaves = way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  return leaves ? undefined : way;
}

/** @returns a path with `/` between folders, the same on every system */
export function slashed(place: string): string {
  return place.split(path.sep).join('/');
}

/** @returns the path that reports show for a file: relative to the working directory where it lies below it */
export function shownPath(file: string, directory: string): string {
  return slashed(wayDown(directory, file) || file);
}
