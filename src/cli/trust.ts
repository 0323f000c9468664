import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { shownPath } from '../base/paths.ts';
import type { Configuration } from '../policy/configuration.ts';
import type { Input, TrustedChange } from '../result/result.ts';
import type { Io } from './io.ts';
import { type EarlierState, placeIn } from './state.ts';

/** What a change is judged by, and what it would be judged by if it were believed. */
export interface Trusting {
  /** what was read, from the trusted state */
  readonly inputs: readonly Input[];
  /** the configuration of the change itself */
  readonly own: Configuration;
  readonly trusted: EarlierState;
  /** where the trusted state has its baseline, or would have it */
  readonly baseline: string | undefined;
}

/** Tells what a change does to the files that it is judged by: the configuration, the baseline and policy files. */
export async function fileChanges(
  { inputs, own, trusted, baseline }: Trusting,
  io: Io,
): Promise<TrustedChange[]> {
  const files = new Map<string, TrustedChange['kind']>();
  for (const { kind, path: name } of inputs) {
    if (kind === 'inventory' || kind === 'evidence') continue;
    files.set(path.resolve(io.directory, name), kind);
  }
  // What the trusted state does not have may be there now: a nearer configuration, a first baseline.
  if (own.file !== undefined) files.set(own.file.path, 'configuration');
  if (baseline !== undefined) files.set(trusted.origin(baseline), 'baseline');
  const changes: TrustedChange[] = [];
  for (const [file, kind] of files) {
    const change = changeOf(await contentOf(await placeIn(trusted, file)), await contentOf(file));
    if (change !== undefined) changes.push({ kind, name: shownPath(file, io.directory), change });
  }
  return changes;
}

function changeOf(before: string | undefined, now: string | undefined): TrustedChange['change'] | undefined {
  if (before === now) return undefined;
  if (before === undefined) return 'added';
  return now === undefined ? 'removed' : 'changed';
}

/** A file as it is kept: git may write other line endings into the work tree. */
async function contentOf(place: string): Promise<string | undefined> {
  const content = await readFile(place, 'latin1').catch(() => undefined);
  return content?.replaceAll('\r\n', '\n');
}
