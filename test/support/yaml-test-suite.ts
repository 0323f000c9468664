import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';

/** A text of the YAML test suite, and whether it is to be refused. */
export interface SuiteCase {
  readonly name: string;
  readonly text: string;
  readonly fails: boolean;
}

/** Where the suite lies, if it does. */
export const yamlTestSuite = fileURLToPath(
  new URL('../../../shared/real/yaml-test-suite/src/', import.meta.url),
);

interface SuiteRecord {
  readonly yaml?: string;
  readonly fail?: boolean;
  readonly skip?: boolean;
}

/** The YAML test suite writes white space as glyphs (its README says which). */
export function readSuite(): SuiteCase[] {
  if (!existsSync(yamlTestSuite)) return [];
  return readdirSync(yamlTestSuite)
    .filter((file) => file.endsWith('.yaml'))
    .flatMap((file) => {
      const cases = load(readFileSync(`${yamlTestSuite}${file}`, 'utf8')) as SuiteRecord[];
      // Valid, it says there, but not usefully so.
      if (cases[0]?.skip === true) return [];
      return cases.flatMap(({ yaml, fail = false }, index) =>
        yaml === undefined
          ? []
          : { name: `${file.replace('.yaml', '')}[${index}]`, text: withWhiteSpace(yaml), fails: fail },
      );
    });
}

function withWhiteSpace(text: string): string {
  return text
    .replaceAll('␣', ' ')
    .replaceAll(/—*»/g, '\t')
    .replaceAll('←', '\r')
    .replaceAll('⇔', '\uFEFF')
    .replaceAll('↵', '')
    .replace(/∎\n$/, '');
}

/** @returns the texts of the suite by their names */
export function suiteTexts(): [string, string][] {
  return readSuite().map(({ name, text }) => [name, text]);
}
