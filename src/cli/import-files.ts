import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { shownPath } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import type { RegisterFile } from '../import/register/open-registers.ts';
import { registerTexts } from '../import/register/register-texts.ts';
import { spreadsheetLimits } from '../spreadsheet/limits.ts';
import type { Io } from './io.ts';
import { placed } from './placed.ts';
import { UsageError } from './usage-error.ts';
import { usageErrors } from './words/usage-errors.ts';

/**
 * Two files of one name could not be told apart by what is noted of them. Names that Windows and macOS take for one are one: the
 * inventory is imported there, too.
 *
 * @throws UsageError if there are two
 */
export function uniqueNames(files: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const file of files) {
    const name = path.basename(file);
    const folded = name.normalize('NFC').toLowerCase();
    if (names.has(folded)) throw new UsageError(registerTexts.sameName(name));
    names.add(folded);
  }
  return files;
}

/** @throws UsageError if the file cannot be read, or is larger than any that people write */
export async function readRegister(file: string, { directory }: Io): Promise<RegisterFile> {
  const target = path.resolve(directory, file);
  try {
    const { size } = await stat(target);
    if (size > spreadsheetLimits.fileBytes)
      throw new UsageError(placed(file, registerTexts.tooLarge(size, spreadsheetLimits.fileBytes)));
    return { name: path.basename(target), bytes: await readFile(target) };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(usageErrors.cannotRead(shownPath(target, directory), reasonOf(error)));
  }
}
