import type { Localized } from '../../base/localized.ts';
import { netboxStateFileName } from '../../register/file-name.ts';
import type { SourceWords } from '../merge/merge-words.ts';
import type { Source } from '../merge/source.ts';
import { listPaths } from './list-names.ts';

/** The lists of what a record is known by. A segment that only stands for a layer comes from the mapping. */
const lists: Readonly<Record<string, string>> = {
  device: listPaths.devices,
  'virtual-machine': listPaths.virtualMachines,
  vlan: listPaths.vlans,
  prefix: listPaths.prefixes,
  cable: listPaths.cables,
};

/** @returns where a record stands in NetBox: its list, with its id there in place of a row */
export function sourceOfKey(key: string): Source {
  const [, kind = '', id = '1'] = /^([a-z-]+)-(\d+)(?: |$)/.exec(key) ?? [];
  return { file: lists[kind] ?? '', sheet: '', row: Number(id) };
}

/** How messages name a NetBox and what stands in it. */
export const netboxSource: SourceWords = {
  stateFile: netboxStateFileName,
  whole: { ja: 'NetBox', en: 'NetBox' },
  entry: { ja: 'NetBox の方', en: 'it from NetBox' },
  rowOf: placeOf,
  cellOf: ({ source }) => placeOf(source),
};

function placeOf({ file, row }: Source): Localized {
  return file === ''
    ? { ja: 'NetBox の対応表', en: 'the mapping of NetBox' }
    : { ja: `NetBox の ${file} ${row}`, en: `${file} ${row} of NetBox` };
}
