import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import type { Digest } from '../base/digest.ts';
import { type Limit, refuseMore } from '../base/limits.ts';
import { notRegular } from '../base/system-error.ts';

/**
 * Reads a file of the disk. Everything that is read comes through here: pipes and devices, which may never end, are
 * refused, and so is what is too large.
 *
 * @throws LimitError, or an error with a `code`, as {@link Tree.read} does
 */
export async function read(file: string, limit: Limit): Promise<Uint8Array> {
  return withRegularFile(file, limit, async (handle, size) => {
    let bytes = Buffer.allocUnsafe(size + 1);
    let length = 0;
    for await (const count of portions(handle, limit, () => bytes.subarray(length))) {
      length += count;
      // Files of the system say that they are empty, and others may grow while they are read.
      if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(portion)]);
    }
    return bytes.subarray(0, length);
  });
}

/** Digests a file of the disk portion by portion. */
export async function digest(file: string, limit: Limit): Promise<Digest> {
  return withRegularFile(file, limit, async (handle) => {
    const hash = createHash('sha256');
    const bytes = Buffer.allocUnsafe(portion);
    let size = 0;
    for await (const count of portions(handle, limit, () => bytes)) {
      hash.update(bytes.subarray(0, count));
      size += count;
    }
    return { size, sha256: hash.digest('hex') };
  });
}

/** In bytes. */
const portion = 1024 * 1024;

/** Opened without waiting: a pipe that nobody writes to would keep a run waiting without end. */
const withoutWaiting = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function withRegularFile<Answer>(
  file: string,
  limit: Limit,
  use: (handle: FileHandle, size: number) => Promise<Answer>,
): Promise<Answer> {
  const handle = await open(file, withoutWaiting);
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) {
      const code = stats.isDirectory() ? 'EISDIR' : notRegular;
      throw Object.assign(new Error(`${code}: ${file}`), { code });
    }
    refuseMore(stats.size, limit);
    return await use(handle, stats.size);
  } finally {
    await handle.close();
  }
}

/** Fills what `room` gives, again and again, and says by how many bytes. */
async function* portions(handle: FileHandle, limit: Limit, room: () => Buffer): AsyncGenerator<number> {
  for (let all = 0; ; ) {
    const into = room();
    const { bytesRead } = await handle.read(into, 0, into.length);
    if (bytesRead === 0) return;
    all += bytesRead;
    refuseMore(all, limit);
    yield bytesRead;
  }
}
