import { inventoryShape } from '../../generated/shapes.ts';
import { isMapping } from '../base/mapping.ts';
import { isNamed } from '../schema/misplaced-key.ts';
import { suggest } from '../schema/suggest.ts';
import type { ParsedYaml } from '../yaml/parse.ts';

/** Whether a file says nothing: there is nothing in it, or comments alone. */
export function isEmpty({ yaml }: { readonly yaml: ParsedYaml }): boolean {
  return yaml.readable && yaml.documents.every(({ value }) => value === undefined);
}

/** Whether there is nothing in a file, not even a comment, as one that was not saved. */
export function isBlank({ yaml }: { readonly yaml: ParsedYaml }): boolean {
  return yaml.readable && yaml.source.text.trim() === '';
}

/**
 * Whether a file was made for another program (`mkdocs.yml`), so that it may be left aside where nobody names it: it can be
 * read, and no key at its top is a section of the inventory, looks like one or is called like one in Japanese. What has no keys
 * at its top may be an inventory whose sections were forgotten, and a list of what has an id and a name one that is called
 * otherwise (「端末」).
 *
 * @param name of the file
 */
export function isOfAnother({ readable, documents }: ParsedYaml, name: string): boolean {
  const values = documents.map(({ value }) => value).filter((value) => value !== undefined);
  if (!readable || values.length === 0 || !values.every(isMapping)) return false;
  return values.every((value) => {
    const keys = Object.keys(value);
    if (keys.length > mostKeys) return false;
    return (
      isForCompose(value, name) || !(keys.some(mayBeSection) || Object.values(value).some(areLikeRecords))
    );
  });
}

/** Each key is compared with the names of all sections; with more of them a file is nothing that anybody wrote. */
const mostKeys = 1000;

function mayBeSection(key: string): boolean {
  return (
    Object.hasOwn(sections, key) ||
    suggest(key, Object.keys(sections)) !== undefined ||
    Object.values(sections).some((shape) => isNamed(shape, key))
  );
}

function areLikeRecords(value: unknown): boolean {
  const isRecord = (one: unknown) => isMapping(one) && Object.hasOwn(one, 'id') && Object.hasOwn(one, 'name');
  return Array.isArray(value) && value.length > 0 && value.every(isRecord);
}

const sections = inventoryShape.properties ?? {};

/** Docker Compose has `services`, too, but as a mapping of containers, in a file that is always called so. */
function isForCompose(value: Readonly<Record<string, unknown>>, name: string): boolean {
  if (!/^(?:docker-)?compose(?:[.-].+)?\.ya?ml$/.test(name)) return false;
  const { services, ...others } = value;
  const isContainer = (one: unknown) =>
    isMapping(one) && ['image', 'build', 'extends'].some((key) => Object.hasOwn(one, key));
  return (
    isMapping(services) &&
    Object.values(services).every(isContainer) &&
    !Object.keys(others).some((key) => mayBeSection(key) && !composeKeys.has(key))
  );
}

const composeKeys = new Set(['name', 'version', 'include', 'networks', 'volumes', 'configs', 'secrets']);
