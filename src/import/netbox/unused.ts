import { containsRange, parsePrefix } from '../../base/addresses.ts';
import { asSuggestion, suggest } from '../../schema/suggest.ts';
import { wordsOf } from './ask.ts';
import type { NetboxLists } from './lists.ts';
import type { Mapping } from './mapping.ts';
import { type MappingTableName, mappingTables } from './mapping-tables.ts';
import type { NetboxWarning } from './problem.ts';
import type { Segments } from './segments.ts';

type WordTable = Exclude<MappingTableName, 'layers.prefixes'>;

/**
 * Finds the entries of a mapping that match nothing: a misspelt one would leave its segments without a layer.
 */
export function unusedMappings(lists: NetboxLists, segments: Segments, mapping: Mapping): NetboxWarning[] {
  const { file } = mapping;
  if (file === undefined) return [];
  const words = vocabulary(lists, segments);
  return mappingTables.flatMap((table) =>
    [...mapping.tables[table]].flatMap(([key, { position }]): NetboxWarning[] => {
      if (table === 'layers.prefixes') {
        return holdsPrefix(key, lists) ? [] : [{ code: 'unused-mapping', file, position, table, key }];
      }
      if (words[table].has(key)) return [];
      const suggestion = asSuggestion(suggest(key, words[table]));
      return [{ code: 'unused-mapping', file, position, table, key, ...suggestion }];
    }),
  );
}

function holdsPrefix(key: string, { prefixes }: NetboxLists): boolean {
  const range = parsePrefix(key);
  return range !== undefined && prefixes.some((prefix) => containsRange(range, prefix.range));
}

function vocabulary(
  { machines, vlans, prefixes, vrfs, sites }: NetboxLists,
  segments: Segments,
): Record<WordTable, Set<string>> {
  const networks = [...vlans, ...prefixes];
  const all = [...networks, ...machines];
  const siteWords = new Set(wordsOf(...sites, ...all.map(({ site }) => site)));
  return {
    'layers.vlans': new Set([
      ...segments.records.map(({ id }) => id),
      ...vlans.flatMap(({ name, vid }) => [name, String(vid)]),
    ]),
    'layers.tags': new Set(wordsOf(...all.flatMap(({ tags }) => tags))),
    'layers.roles': new Set(wordsOf(...all.map(({ role }) => role))),
    'layers.vrfs': new Set(wordsOf(...vrfs, ...prefixes.map(({ vrf }) => vrf))),
    'layers.sites': siteWords,
    'types.deviceTypes': new Set(wordsOf(...machines.map(({ model }) => model))),
    'types.roles': new Set(wordsOf(...machines.map(({ role }) => role))),
    'agencies.tenants': new Set(wordsOf(...all.map(({ tenant }) => tenant))),
    'agencies.sites': siteWords,
  };
}
