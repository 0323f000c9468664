import type { Organization } from '../../generated/records.ts';
import { isMapping } from '../base/mapping.ts';
import type { InventoryFile } from './load.ts';

/** The organization of an inventory, and where it is written, which the policies that it names are relative to. */
export interface WrittenOrganization {
  readonly record: Organization;
  readonly file: Pick<InventoryFile, 'absolutePath'>;
}

/** @returns the first organization in some files; `undefined` where there is none */
export function organizationIn(
  files: readonly Pick<InventoryFile, 'absolutePath' | 'yaml'>[],
): WrittenOrganization | undefined {
  for (const file of files)
    for (const { value } of file.yaml.documents)
      if (isMapping(value) && value['organization'] !== undefined)
        return { record: value['organization'] as Organization, file };
  return undefined;
}
