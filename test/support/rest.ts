import { listSections } from '../../generated/records.ts';

/**
 * @param yaml the text of a file that lists records
 * @returns the same, which also says of each section that it does not have that there are none: for tests of what it lists
 */
export function andNothingElse(yaml: string): string {
  const none = listSections.filter((section) => !new RegExp(`^${section}:`, 'm').test(yaml));
  return `${yaml.trimEnd()}\n---\n${none.map((section) => `${section}: []\n`).join('')}`;
}
