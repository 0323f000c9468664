import { convert, type ImportSummary } from './convert.ts';
import { emptyMapping, loadMapping } from './mapping.ts';
import type { NetboxWarning } from './problem.ts';
import { readLists } from './read.ts';
import { type ImportedFile, writeInventory } from './write.ts';

/** What an import gives back; nothing has been written yet. */
export interface NetboxImport {
  readonly files: readonly ImportedFile[];
  readonly summary: ImportSummary;
  readonly warnings: readonly NetboxWarning[];
}

/**
 * Makes inventory files from what a NetBox's REST lists answered (`<folder>/dcim.devices.json` and so on).
 *
 * @param options.mapping a file that says which role, tag, VRF or VLAN is which layer
 * @throws ImportError where the folder or the mapping cannot be used
 */
export async function importNetbox(
  folder: string,
  options: { readonly mapping?: string } = {},
): Promise<NetboxImport> {
  const mapping = options.mapping === undefined ? emptyMapping : await loadMapping(options.mapping);
  const { lists, warnings } = await readLists(folder);
  const { inventory, summary, warnings: more } = convert(lists, mapping);
  return { files: writeInventory(inventory), summary, warnings: [...warnings, ...more] };
}
