/** The lists of a NetBox that are read, as its REST interface calls them: `dcim.devices` is `/api/dcim/devices/`. */
export const listPaths = {
  devices: 'dcim.devices',
  virtualMachines: 'virtualization.virtual-machines',
  vlans: 'ipam.vlans',
  prefixes: 'ipam.prefixes',
  interfaces: 'dcim.interfaces',
  virtualInterfaces: 'virtualization.interfaces',
  addresses: 'ipam.ip-addresses',
  groupAssignments: 'ipam.fhrp-group-assignments',
  cables: 'dcim.cables',
  vrfs: 'ipam.vrfs',
  sites: 'dcim.sites',
} as const;

export type ListName = keyof typeof listPaths;

/** All of them, in the order in which they are told. */
export const listNames = Object.keys(listPaths) as readonly ListName[];

/** What the lists are called in dumps that other programs make, besides their paths. */
const otherWords: Readonly<Partial<Record<ListName, readonly string[]>>> = {
  virtualMachines: ['vms'],
  virtualInterfaces: ['virtualization.vm-interfaces', 'virtualization.virtual-interfaces'],
};

const byWord = new Map<string, ListName>(
  listNames.flatMap((name) =>
    [listPaths[name], ...(otherWords[name] ?? [])].flatMap((word): [string, ListName][] => {
      const [app = '', list = app] = word.split('.');
      // Interfaces without an application are those of devices: NetBox has had them for longer.
      const isAmbiguous = name === 'virtualInterfaces' && list === 'interfaces';
      return [[plain(word), name], ...(isAmbiguous ? [] : [[plain(list), name] as [string, ListName]])];
    }),
  ),
);

/** @returns the list that a key of a dump means: `dcim.devices`, `dcim/devices`, `/api/dcim/devices/`, `devices`, `virtual_machines` */
export function listNamed(key: string): ListName | undefined {
  return byWord.get(plain(key.replace(/^\/?api\//, '')));
}

function plain(word: string): string {
  return word
    .toLowerCase()
    .replaceAll(/^\/|\/$|[-_]/g, '')
    .replaceAll('/', '.');
}

/** A file of a folder, by its name: which list it holds, and which page of it. */
export interface ListFile {
  readonly list: ListName;
  readonly page: number;
}

/**
 * @returns `undefined` for the file of no list. A page is told by a number alone: `dcim.devices.2.json` and
 *   `dcim.devices-page2.json` are read, `dcim.devices.old.json` is not.
 */
export function listFileNamed(name: string): ListFile | undefined {
  const [, word = '', page = '1'] =
    /^([a-z]+\.[a-z-]+?)(?:[ ._-]*\(?(?:p|page|offset)?[ ._-]*(\d{1,9})\)?)?\.json$/i.exec(name) ?? [];
  const list = listNames.find((one) => listPaths[one] === word.toLowerCase());
  return list && { list, page: Number(page) };
}
