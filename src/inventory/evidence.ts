import path from 'node:path';
import type { Organization } from '../../generated/records.ts';
import type { FileDigest } from '../base/digest.ts';
import { type Limits, limitOf } from '../base/limits.ts';
import { relativeWithin, shownPath } from '../base/paths.ts';
import { isMissing, reasonOf } from '../base/system-error.ts';
import type { Tree } from '../tree/tree.ts';
import { ifReadable } from '../tree/work-tree.ts';
import type { Inventory } from './inventory.ts';
import type { InventorySource } from './load.ts';

/**
 * The state of a file that a record names as evidence. `changed`: its digest is not the stated one; `outside`: it is not
 * looked at; `unreadable`: it is there, and cannot be read.
 */
export type EvidenceState = 'there' | 'missing' | 'changed' | 'outside' | 'unreadable';

/** The state of the files that an inventory names as evidence, by the item that names one. */
export type ExaminedEvidence = ReadonlyMap<object, EvidenceState>;

/** Where evidence is looked for, and how it is shown. */
export interface EvidencePlaces {
  readonly tree: Tree;
  /** the folders below which it may lie, besides that of the file that names it, absolute */
  readonly folders: readonly string[];
  /** what shown paths are relative to */
  readonly directory: string;
  readonly limits: Limits;
}

/** The places of an inventory's evidence: the folders that were given, and those that the configuration lists. */
export async function evidencePlaces(
  { tree, paths, evidenceFolders }: InventorySource,
  directory: string,
  limits: Limits,
): Promise<EvidencePlaces> {
  const given = await Promise.all(paths.map((one) => tree.locate(path.resolve(directory, one))));
  return { tree, folders: [...given, ...evidenceFolders], directory, limits };
}

/**
 * Looks at all evidence that has a path.
 *
 * @returns its state, the files that were read, each once, and the paths of those that are there and could not be
 */
export async function examineAll(
  inventory: Inventory,
  places: EvidencePlaces,
): Promise<{ evidence: ExaminedEvidence; files: readonly FileDigest[]; unread: readonly string[] }> {
  const unread = new Set<string>();
  const evidence = new Map<object, EvidenceState>();
  const files = new Map<string, FileDigest>();
  // Many records may name the same file, such as the minutes of one meeting.
  const known = new Map<string, Promise<Examined>>();
  for (const { record, file } of inventory.all) {
    for (const { item } of namedEvidence(record)) {
      if (item.path === undefined) continue;
      const home = path.dirname(file.absolutePath);
      const named = path.resolve(home, item.path);
      const key = `${home}\n${named}`;
      const looked = known.get(key) ?? examine(named, [home, ...places.folders], places);
      known.set(key, looked);
      const examined = await looked;
      evidence.set(item, stateOf(examined, item.sha256));
      if (examined.state === 'there') files.set(examined.file.path, examined.file);
      if (examined.state === 'unreadable') unread.add(shownPath(named, places.directory));
    }
  }
  return { evidence, files: [...files.values()], unread: [...unread] };
}

/** Evidence that a record names, and where: its own and, of the organization, that of its exemption. */
export function namedEvidence(record: object): readonly NamedEvidence[] {
  const { evidence, exemption } = record as Pick<Organization, 'evidence' | 'exemption'>;
  // Most records name none, and all of them are asked.
  if (evidence === undefined && exemption === undefined) return none;
  return [
    ...(evidence ?? []).map((item, index) => ({ item, path: `evidence.${index}` })),
    ...(exemption?.evidence ?? []).map((item, index) => ({ item, path: `exemption.evidence.${index}` })),
  ];
}

interface NamedEvidence {
  readonly item: EvidenceItem;
  readonly path: string;
}

const none: readonly NamedEvidence[] = [];

type EvidenceItem = NonNullable<Organization['evidence']>[number];

/** What became of a file, whatever digest is stated. */
type Examined =
  | { readonly state: 'there'; readonly file: FileDigest }
  | { readonly state: 'missing' | 'outside' | 'unreadable' };

function stateOf(examined: Examined, stated: string | undefined): EvidenceState {
  if (examined.state !== 'there' || stated === undefined) return examined.state;
  return examined.file.sha256 === stated.toLowerCase() ? 'there' : 'changed';
}

/** Looks at a file below one of some folders. */
async function examine(
  file: string,
  folders: readonly string[],
  { tree, directory, limits }: EvidencePlaces,
): Promise<Examined> {
  const followed = await follow(file, folders, tree);
  if (followed === undefined) return { state: 'outside' };
  try {
    const digest = await tree.digest(followed, limitOf('evidenceBytes', limits));
    return { state: 'there', file: { path: shownPath(file, directory), ...digest } };
  } catch (error) {
    const reason = reasonOf(error);
    return { state: isMissing(reason) ? 'missing' : 'unreadable' };
  }
}

/** As many links as Linux follows. */
const mostLinks = 40;

/**
 * Follows links one by one, never to a place outside the folders: an inventory must not find out what other files the
 * machine has, not even whether they are there.
 *
 * @returns the path without links, whether or not anything is there; `undefined` where a link leads out
 */
async function follow(file: string, folders: readonly string[], tree: Tree): Promise<string | undefined> {
  const roots = await Promise.all(
    folders.map(async (one) => [one, (await ifReadable(tree.realPath(one))) ?? one]),
  );
  let at = file;
  for (let links = 0; links <= mostLinks; links++) {
    const folder = roots.flat().find((one) => relativeWithin(one, at));
    if (folder === undefined) return undefined;
    const next = await afterFirstLink(folder, at, tree);
    if (next === undefined) return at;
    at = next;
  }
  return undefined;
}

/** @returns where a path leads once the first link below a folder is resolved; `undefined` where there is none */
async function afterFirstLink(folder: string, file: string, tree: Tree): Promise<string | undefined> {
  const steps = path.relative(folder, file).split(path.sep);
  for (let depth = 1; depth <= steps.length; depth++) {
    const step = path.join(folder, ...steps.slice(0, depth));
    const target = await tree.linkTarget(step);
    if (target !== undefined) return path.resolve(path.dirname(step), target, ...steps.slice(depth));
  }
  return undefined;
}
