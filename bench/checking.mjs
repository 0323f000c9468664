import path from 'node:path';

const root = path.dirname(import.meta.dirname);

/** The command line that judges a folder by all rules of a policy that the yardsticks are told for. */
export function checking(folder, ...more) {
  return ['check', folder, '-p', 'minakami', '--as-of', '2026-11-20', ...more];
}

/** A hundred thousand half-filled records have more findings than a run takes in unless it is told to. */
export const withoutLimit = ['--limit', 'findings=5000000', '--limit', 'seconds=3600'];

/** The command line of js-yaml's `load` of a folder, the yardstick. */
export function loading(folder) {
  return [path.join(root, 'bench/load-alone.mjs'), folder];
}

export function example(name) {
  return path.join(root, 'examples', name);
}
