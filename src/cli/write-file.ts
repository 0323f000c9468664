import {
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import { crypto } from '../base/crypto.ts';
import { isMissing, type Reason, reasonOf } from '../base/system-error.ts';
import type { Report } from '../report/format.ts';
import { chunksOf } from './chunks.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/** A file to write: text, whole or in pieces, or the bytes of a workbook. */
export interface NewFile<Content extends FileContent = Report> {
  /** absolute */
  readonly path: string;
  readonly text: Content;
  /** the path as messages name it */
  readonly shown: string;
}

type FileContent = Report | Uint8Array;
type AnyFile = NewFile<FileContent>;
type FilePath = Omit<NewFile, 'text'>;

/** A file that has another name until all are written. */
interface FileAside extends FilePath {
  readonly temporary: string;
  /** while it is being written */
  descriptor?: number | undefined;
}

/**
 * Writes files, and the folders above them, so that nobody ever reads half of one: each is written whole under another
 * name in the same folder, and when all are, they take their own names one after the other. Until then nothing that
 * was there has changed. If the program is killed between two names, some files are new and the others as they were,
 * and each is whole.
 *
 * Files are touched synchronously, so that a signal is heard between two of them, between two chunks of a long one, and at
 * no other step.
 *
 * @param files made one by one, and long ones chunk by chunk, so that no more is held at a time
 * @throws UsageError if one cannot be written, or is a link or no file; then none is
 */
export async function writeFiles(
  files: Iterable<AnyFile> | AsyncIterable<AnyFile>,
  { beforeEnd }: Pick<Io, 'beforeEnd'>,
): Promise<void> {
  const unnamed = new Set<FileAside>();
  const removeAll = () => {
    for (const file of unnamed) remove(file);
  };
  let keepOnEnd: (() => void) | undefined;
  try {
    for await (const file of files) {
      // A signal is held up by whatever is computed then, so it is waited for no earlier than it must be.
      keepOnEnd ??= beforeEnd(removeAll);
      await writeAside(file, unnamed);
      await nextTurn();
    }
    for (const file of unnamed) {
      await giveName(file);
      unnamed.delete(file);
    }
  } finally {
    removeAll();
    // A signal that has arrived in the meantime must not be lost. It is heard when the system is next asked for news, which
    // is before the second turn from here, if not before the first.
    await nextTurn();
    await nextTurn();
    keepOnEnd?.();
  }
}

/** Names of what is open already. */
const openAlready = /^\/(?:dev\/(?:fd\/|std(?:out|err)$)|proc\/[^/]+\/fd\/)/;

const standardStreams: ReadonlyMap<string, 'stdout' | 'stderr'> = new Map([
  ...['/dev/stdout', '/dev/fd/1', '/proc/self/fd/1'].map((name) => [name, 'stdout'] as const),
  ...['/dev/stderr', '/dev/fd/2', '/proc/self/fd/2'].map((name) => [name, 'stderr'] as const),
]);

/** What a name stands for where something is to be written to it. */
export type Target =
  /** a pipe or a device: nothing is kept there, so there is nothing to replace */
  | 'stream'
  /** a file that is to be replaced */
  | Stats
  | undefined;

/**
 * Finds out what is to be written to. Links are refused: one that came with a change would lead a report to a file of
 * its author's choice. Those by which the system names what is open already, such as /dev/stdout, are followed.
 *
 * @throws UsageError if it is a link, a folder, or nothing that holds text
 */
export function targetOf({ path: file, shown }: FilePath): Target {
  if (standardStreams.has(file)) return 'stream';
  const isOpenAlready = openAlready.test(file);
  let stats: Stats;
  try {
    stats = isOpenAlready ? statSync(file) : lstatSync(file);
  } catch (error) {
    const reason = reasonOf(error);
    // Of a path through something that is no folder, making the folder tells more.
    if (isMissing(reason)) return undefined;
    throw cannotWrite(error, shown);
  }
  if (stats.isSymbolicLink()) throw new UsageError(usageErrors.linkAsTarget(shown));
  if (stats.isDirectory()) throw new UsageError(usageErrors.cannotWrite(shown, 'EISDIR'));
  if (stats.isFIFO() || stats.isCharacterDevice()) return 'stream';
  if (!stats.isFile()) throw new UsageError(usageErrors.noFileAsTarget(shown));
  return isOpenAlready ? 'stream' : stats;
}

/**
 * Writes to a pipe or a device. What is open as a file already is added to, since it may hold output of others.
 *
 * @throws UsageError if it cannot be written
 */
export async function writeToStream({ path: file, text, shown }: NewFile, io: Io): Promise<void> {
  const standard = standardStreams.get(file);
  // Opened once more, a file would be written where its end is now, which is where stdout and stderr go on later.
  if (standard === 'stdout') return print(text, io);
  if (standard === 'stderr') {
    for (const chunk of chunksOf(text)) io.stderr(chunk);
    return;
  }
  // No link is followed that has taken the place of a pipe in the meantime.
  const follow = openAlready.test(file) ? 0 : (constants.O_NOFOLLOW ?? 0);
  try {
    const { open } = await import('node:fs/promises');
    const handle = await open(file, constants.O_WRONLY | constants.O_APPEND | follow);
    try {
      for (const chunk of chunksOf(text)) await handle.writeFile(chunk);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw cannotWrite(error, shown);
  }
}

/**
 * Prints a text, no faster than it is read.
 *
 * @param text whole or in pieces
 */
export async function print(
  text: Report,
  { stdout, stdoutReady }: Pick<Io, 'stdout' | 'stdoutReady'>,
): Promise<void> {
  for (const chunk of chunksOf(text)) {
    stdout(chunk);
    await stdoutReady();
  }
}

/** @param unnamed takes the file in as soon as anything is there that would have to be removed */
async function writeAside({ path: file, text, shown }: AnyFile, unnamed: Set<FileAside>): Promise<void> {
  try {
    const folder = path.dirname(file);
    mkdirSync(folder, { recursive: true });
    const old = targetOf({ path: file, shown });
    if (old === 'stream') throw new UsageError(usageErrors.noFileAsTarget(shown));
    // A name could be replaced in a folder that one may write to, even where the file itself is write-protected.
    if (old !== undefined) closeSync(openSync(file, 'r+'));
    // Short whatever the file is called, hidden, and no YAML: no search for an inventory takes it for one.
    const temporary = path.join(folder, `.sekisho-${crypto().randomBytes(8).toString('hex')}.tmp`);
    const aside: FileAside = { temporary, path: file, shown };
    // It must not exist yet.
    aside.descriptor = openSync(temporary, 'wx', old === undefined ? 0o666 : old.mode & 0o777);
    unnamed.add(aside);
    await writeNew(aside.descriptor, text, old);
    const { descriptor } = aside;
    aside.descriptor = undefined;
    closeSync(descriptor);
  } catch (error) {
    throw cannotWrite(error, shown);
  }
}

/** Writes what a new file is to hold, down to the disk. */
async function writeNew(descriptor: number, text: FileContent, old: Stats | undefined): Promise<void> {
  let isFirst = true;
  for (const chunk of text instanceof Uint8Array ? [text] : chunksOf(text)) {
    if (!isFirst) await nextTurn();
    isFirst = false;
    writeFileSync(descriptor, chunk);
  }
  if (old !== undefined) passForOld(descriptor, old);
  // Otherwise a machine that loses power may have kept the name and lost what is in the file.
  fsyncSync(descriptor);
}

/**
 * Gives a file the owner and the permissions of the one that it replaces. Where the system refuses, as it does to
 * anyone but root and on some network drives, it is open to fewer people than the old one and not to more.
 */
function passForOld(descriptor: number, { uid, gid, mode }: Stats): void {
  for (const change of [() => fchownSync(descriptor, uid, gid), () => fchmodSync(descriptor, mode & 0o777)]) {
    try {
      change();
    } catch {
      // as it is
    }
  }
}

/** Milliseconds to wait for: on Windows a virus scanner may hold a new file for a moment, and so do readers of the old. */
const waits = process.platform === 'win32' ? [10, 30, 100, 300, 1000] : [];
const passing: ReadonlySet<Reason> = new Set(['EPERM', 'EACCES', 'EBUSY']);

async function giveName({ temporary, path: file, shown }: FileAside): Promise<void> {
  for (const wait of [...waits, undefined]) {
    try {
      renameSync(temporary, file);
      return;
    } catch (error) {
      if (!passing.has(reasonOf(error)) || waits.length === 0) throw cannotWrite(error, shown);
      // Windows says that permission is denied; that it is not was found out before.
      if (wait === undefined) throw new UsageError(usageErrors.cannotWrite(shown, 'EBUSY'));
      await pause(wait);
    }
  }
}

function remove({ temporary, descriptor }: FileAside): void {
  for (const step of [
    // Windows removes nothing that is open.
    () => descriptor !== undefined && closeSync(descriptor),
    () => rmSync(temporary, { force: true }),
  ]) {
    try {
      step();
    } catch {
      // Its name tells what it is, and whatever went wrong is being told already.
    }
  }
}

function cannotWrite(error: unknown, shown: string): UsageError {
  return error instanceof UsageError
    ? error
    : new UsageError(usageErrors.cannotWrite(shown, reasonOf(error)));
}
