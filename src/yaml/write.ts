import { dump } from 'js-yaml';

/** @returns a value as YAML, in blocks, with every value written out where it stands */
export function writeYaml(value: unknown): string {
  return dump(value, { lineWidth: -1, noRefs: true });
}
