import type { Organization } from '../../generated/records.ts';
import { isMapping } from '../base/mapping.ts';
import type { InventoryFile } from './file.ts';

/** The organization of an inventory, and where it is written, which the policies that it names are relative to. */
export interface WrittenOrganization {
  readonly record: Organization;
  readonly file: Pick<InventoryFile, 'absolutePath' | 'path' | 'yaml'>;
  /** which document of the file, from 0 */
  readonly document: number;
}

/** @returns the first organization in some files; `undefined` where there is none */
export function organizationIn(
  files: readonly Pick<InventoryFile, 'absolutePath' | 'path' | 'yaml'>[],
): WrittenOrganization | undefined {
  for (const file of files)
    for (const [document, { value }] of file.yaml.documents.entries())
      if (isMapping(value) && value['organization'] !== undefined)
        return { record: value['organization'] as Organization, file, document };
  return undefined;
}
