/** The tables of a mapping file, by path. */
export const mappingTables = [
  'layers.vlans',
  'layers.prefixes',
  'layers.tags',
  'layers.roles',
  'layers.vrfs',
  'layers.sites',
  'types.deviceTypes',
  'types.roles',
  'agencies.tenants',
  'agencies.sites',
] as const;

export type MappingTableName = (typeof mappingTables)[number];
