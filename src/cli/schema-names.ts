import { sectionNamed } from '../lookup/sections.ts';
import { suggest } from '../schema/suggest.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

const ending = '.schema.json';

/**
 * @param given a section, also by its Japanese name, or what else a schema is of; the inventory where left out
 * @param files the names of the files that schemas are in
 * @returns the one that is meant
 * @throws UsageError if there is none such
 */
export function schemaMeant(given = 'inventory', files: readonly string[]): string {
  const names = files.map((file) => file.replace(ending, ''));
  const name = sectionNamed(given) ?? names.find((one) => one.toLowerCase() === given.toLowerCase());
  if (name === undefined || !names.includes(name))
    throw new UsageError(usageErrors.unknownSchema(given, names.join(', '), suggest(given, names)));
  return `${name}${ending}`;
}
