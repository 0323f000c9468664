import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { reasonOf } from '../base/system-error.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/**
 * Writes a file, and the folders above it.
 *
 * @param shown as messages name it
 * @throws UsageError if it cannot be written
 */
export async function writeTo(file: string, text: string, shown: string): Promise<void> {
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new UsageError(usageErrors.cannotWrite(shown, reasonOf(error)));
  }
}
