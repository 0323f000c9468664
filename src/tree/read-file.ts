import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import { crypto } from '../base/crypto.ts';
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
  return withRegularFile(file, limit, (descriptor, size) => {
    let bytes = Buffer.allocUnsafe(size + 1);
    let length = 0;
    for (const count of portions(descriptor, limit, () => bytes.subarray(length))) {
      length += count;
      // Files of the system say that they are empty, and others may grow while they are read.
      if (length === bytes.length) bytes = Buffer.concat([bytes, Buffer.allocUnsafe(portion)]);
    }
    return bytes.subarray(0, length);
  });
}

/** Digests a file of the disk portion by portion. */
export async function digest(file: string, limit: Limit): Promise<Digest> {
  return withRegularFile(file, limit, (descriptor) => {
    const hash = crypto().createHash('sha256');
    const bytes = Buffer.allocUnsafe(portion);
    let size = 0;
    for (const count of portions(descriptor, limit, () => bytes)) {
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

/**
 * The calls wait for the disk: that is a fifth of the time that as many calls take which let other work go on, and there is none.
 */
function withRegularFile<Answer>(
  file: string,
  limit: Limit,
  use: (descriptor: number, size: number) => Answer,
): Answer {
  const descriptor = openSync(file, withoutWaiting);
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) {
      const code = stats.isDirectory() ? 'EISDIR' : notRegular;
      throw Object.assign(new Error(`${code}: ${file}`), { code });
    }
    refuseMore(stats.size, limit);
    return use(descriptor, stats.size);
  } finally {
    closeSync(descriptor);
  }
}

/** Fills what `room` gives, again and again, and says by how many bytes. */
function* portions(descriptor: number, limit: Limit, room: () => Buffer): Generator<number> {
  for (let all = 0; ; ) {
    const into = room();
    const count = readSync(descriptor, into, 0, into.length, null);
    if (count === 0) return;
    all += count;
    refuseMore(all, limit);
    yield count;
  }
}
