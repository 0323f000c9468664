import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from '../../base/system-error.ts';
import { decode } from '../../yaml/decode.ts';
import { SourceText } from '../../yaml/source-text.ts';
import {
  addressReader,
  cableReader,
  type EntryReader,
  InterfaceOwners,
  readDevice,
  readInterface,
  readPrefix,
  readSite,
  readVirtualMachine,
  readVlan,
  readVrf,
} from './entries.ts';
import { asId, asObject, asText, given } from './json.ts';
import type { NetboxLists } from './lists.ts';
import { type EntryFlaw, ImportError, type ImportProblem, type NetboxWarning } from './problem.ts';

/** What the lists of a NetBox are called: `dcim.devices.json` is the answer of `/api/dcim/devices/`. */
const listFiles = {
  devices: 'dcim.devices.json',
  virtualMachines: 'virtualization.virtual-machines.json',
  vlans: 'ipam.vlans.json',
  prefixes: 'ipam.prefixes.json',
  interfaces: 'dcim.interfaces.json',
  virtualInterfaces: 'virtualization.interfaces.json',
  addresses: 'ipam.ip-addresses.json',
  cables: 'dcim.cables.json',
  vrfs: 'ipam.vrfs.json',
  sites: 'dcim.sites.json',
} as const;

type ListName = keyof typeof listFiles;

// Sites and VRFs are nested wherever they matter, and many a NetBox has no interfaces of virtual machines.
const dispensable: ReadonlySet<ListName> = new Set(['vrfs', 'sites', 'virtualInterfaces']);

/** Far above any real list, and below what a JavaScript string can hold. */
const sizeLimit = 256 * 1024 * 1024;

/**
 * Reads what a NetBox's REST lists answered, one file per list, either as answered (`{count, results}`) or as
 * a plain list of entries. Entries that cannot be used are left out and counted in a warning.
 *
 * @throws ImportError where a file is no such list, or where there are neither devices nor virtual machines
 */
export async function readLists(folder: string): Promise<{ lists: NetboxLists; warnings: NetboxWarning[] }> {
  await expectFolder(folder);
  const problems: ImportProblem[] = [];
  const warnings: NetboxWarning[] = [];
  const found = new Map<ListName, readonly unknown[]>();
  for (const name of Object.keys(listFiles) as ListName[]) {
    const entries = await readList(folder, listFiles[name], problems, warnings);
    if (entries !== undefined) found.set(name, entries);
    else if (!dispensable.has(name)) warnings.push({ code: 'missing-list', file: listFiles[name] });
  }
  if (problems.length > 0) throw new ImportError(problems);
  const expected = [listFiles.devices, listFiles.virtualMachines];
  if (!found.has('devices') && !found.has('virtualMachines')) {
    throw new ImportError([{ code: 'no-systems', file: folder, expected }]);
  }
  const read = <Entry extends object>(name: ListName, reader: EntryReader<Entry>): Entry[] =>
    readEntries(found.get(name) ?? [], listFiles[name], reader, warnings);
  const interfaces = [...read('interfaces', readInterface), ...read('virtualInterfaces', readInterface)];
  const owners = new InterfaceOwners(interfaces);
  const lists = {
    machines: [...read('devices', readDevice), ...read('virtualMachines', readVirtualMachine)],
    vlans: read('vlans', readVlan),
    prefixes: read('prefixes', readPrefix),
    interfaces,
    addresses: read('addresses', addressReader(owners)),
    cables: read('cables', cableReader(owners)),
    vrfs: read('vrfs', readVrf),
    sites: read('sites', readSite),
  };
  return { lists, warnings };
}

async function expectFolder(folder: string): Promise<void> {
  try {
    if (!(await stat(folder)).isDirectory()) throw Object.assign(new Error(), { code: 'ENOTDIR' });
  } catch (error) {
    throw new ImportError([{ code: 'unreadable', file: folder, reason: reasonOf(error) }]);
  }
}

/** @returns the entries of a list; `undefined` where there is no such file or a problem was added */
async function readList(
  folder: string,
  file: string,
  problems: ImportProblem[],
  warnings: NetboxWarning[],
): Promise<readonly unknown[] | undefined> {
  const source = await readText(path.join(folder, file), file, problems);
  if (source === undefined) return undefined;
  let content: unknown;
  try {
    content = JSON.parse(source);
  } catch (error) {
    problems.push(notJson(file, source, (error as Error).message));
    return undefined;
  }
  if (Array.isArray(content)) return content;
  const answer = asObject(content);
  const results = answer?.['results'];
  if (!Array.isArray(results)) {
    problems.push({ code: 'not-a-list', file, ...given('detail', asText(answer?.['detail'])) });
    return undefined;
  }
  const count = asId(answer?.['count']);
  if ((count !== undefined && count > results.length) || asText(answer?.['next']) !== undefined) {
    warnings.push({ code: 'partial-list', file, received: results.length, count });
  }
  return results;
}

async function readText(
  location: string,
  file: string,
  problems: ImportProblem[],
): Promise<string | undefined> {
  try {
    const stats = await stat(location);
    // Reading a pipe or device that somebody put there might never end.
    if (!stats.isFile())
      throw Object.assign(new Error(), { code: stats.isDirectory() ? 'EISDIR' : 'EINVAL' });
    if (stats.size > sizeLimit) {
      problems.push({ code: 'too-large', file, bytes: stats.size, limit: sizeLimit });
      return undefined;
    }
    const { text, problem } = decode(await readFile(location));
    if (problem?.code !== 'encoding') return text;
    problems.push({ code: 'encoding', file, ...given('likely', problem.likely) });
  } catch (error) {
    const reason = reasonOf(error);
    if (reason !== 'ENOENT') problems.push({ code: 'unreadable', file, reason });
  }
  return undefined;
}

/**
 * Only the position is taken from the parser's message, if it has one: the rest quotes the file and differs between
 * versions.
 */
function notJson(file: string, text: string, message: string): ImportProblem {
  const place =
    /at position (\d+)/.exec(message)?.[1] ??
    (message.startsWith('Unexpected end') ? text.length : undefined);
  const offset = place === undefined ? undefined : Number(place);
  const truncated =
    offset !== undefined && offset >= text.trimEnd().length ? ('truncated' as const) : undefined;
  const likely = text.trimStart().startsWith('<') ? ('html' as const) : truncated;
  const position = offset === undefined ? undefined : new SourceText(text).position(offset);
  return { code: 'not-json', file, ...given('position', position), ...given('likely', likely) };
}

/** Reads the entries of one list in the order of NetBox's ids, so that the order of pages does not matter. */
function readEntries<Entry extends object>(
  entries: readonly unknown[],
  file: string,
  reader: EntryReader<Entry>,
  warnings: NetboxWarning[],
): Entry[] {
  const flaws = new Map<EntryFlaw, { entries: number; first: number }>();
  const byId = new Map<number, Entry>();
  for (const [index, value] of entries.entries()) {
    const flaw = readEntry(value, reader, byId);
    if (flaw === undefined) continue;
    const known = flaws.get(flaw);
    if (known === undefined) flaws.set(flaw, { entries: 1, first: index });
    else known.entries++;
  }
  for (const [flaw, counted] of flaws) warnings.push({ code: 'skipped-entries', file, flaw, ...counted });
  return [...byId.entries()].sort(([a], [b]) => a - b).map(([, entry]) => entry);
}

function readEntry<Entry extends object>(
  value: unknown,
  reader: EntryReader<Entry>,
  byId: Map<number, Entry>,
): EntryFlaw | undefined {
  const object = asObject(value);
  if (object === undefined) return 'not-an-object';
  const id = asId(object['id']);
  if (id === undefined) return 'no-id';
  // Pages that were fetched while NetBox was being edited overlap.
  if (byId.has(id)) return 'same-id';
  const entry = reader(object, id);
  if (typeof entry === 'string') return entry;
  byId.set(id, entry);
  return undefined;
}
