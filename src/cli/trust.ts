import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Configuration } from '../configuration.ts';
import { sha256 } from '../digest.ts';
import { shownPath } from '../inventory/load.ts';
import type { Input, TrustedChange } from '../result.ts';
import type { EarlierState } from './earlier.ts';
import type { Io } from './io.ts';

/**
 * Tells what a change does to the files that it is judged by: the configuration, the baseline and policy files.
 *
 * @param inputs what was read, from the trusted state
 * @param own the configuration of the change itself
 * @param baseline where the trusted state has its baseline, or would have it
 */
export async function fileChanges(
  inputs: readonly Input[],
  own: Configuration,
  trusted: EarlierState,
  baseline: string | undefined,
  io: Io,
): Promise<TrustedChange[]> {
  const changes: TrustedChange[] = [];
  for (const { kind, path: name, sha256: before } of inputs) {
    if (kind === 'inventory' || kind === 'evidence') continue;
    const now = await digestOf(path.resolve(io.directory, name));
    if (now !== before) changes.push({ kind, name, change: now === undefined ? 'removed' : 'changed' });
  }
  const has = (kind: Input['kind']) => inputs.some((input) => input.kind === kind);
  if (own.file !== undefined && !has('configuration'))
    changes.push(added('configuration', shownPath(own.file.path, io.directory)));
  const place = baseline === undefined ? undefined : trusted.origin(baseline);
  if (place !== undefined && !has('baseline') && (await digestOf(place)) !== undefined)
    changes.push(added('baseline', shownPath(place, io.directory)));
  return changes;
}

function added(kind: TrustedChange['kind'], name: string): TrustedChange {
  return { kind, name, change: 'added' };
}

async function digestOf(place: string): Promise<string | undefined> {
  const content = await readFile(place).catch(() => undefined);
  return content === undefined ? undefined : sha256(content);
}
