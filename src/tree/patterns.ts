/** Matches every YAML file that is not hidden. Case is ignored: on some systems A.YAML and a.yaml are one file. */
export const everyYamlFile = '**/*.{[yY][aA][mM][lL],[yY][mM][lL]}';

/** Whether a pattern matches the name of a file, relative to the folder that is searched. */
export type Matcher = (name: string) => boolean;

// Most runs name a folder and look for nothing but YAML, so what reads patterns is loaded only where somebody wrote one.
const load = async () => (await import('picomatch')).default;

/**
 * @param patterns at least one of which is to match
 * @param dot whether wildcards match names that begin with a dot as well
 */
export async function matcherOf(patterns: readonly string[], { dot = false } = {}): Promise<Matcher> {
  if (patterns.length === 0) return () => false;
  if (!dot && patterns.every((pattern) => pattern === everyYamlFile)) return isYamlFile;
  // `.` in what the patterns become must match line breaks, too.
  return (await load())([...patterns], { flags: 's', dot });
}

/** @returns the folder that a pattern is for, relative to that of the search; empty for the folder itself */
export async function folderOf(pattern: string): Promise<string> {
  if (pattern === everyYamlFile) return '';
  return (await load()).scan(pattern.replace(/^\.\//, '')).base.replace(/\/$/, '');
}

/** Whether a path that was given is a pattern, should there be no file of this name. */
export async function isPattern(given: string): Promise<boolean> {
  return /[*?[\]{}()!+@|]/.test(given) && (await load()).scan(given).isGlob === true;
}

function isYamlFile(name: string): boolean {
  return /^(?:(?!\.)[^/]+\/)*(?!\.)[^/]+\.ya?ml$/i.test(name);
}
