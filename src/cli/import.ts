import type { Stats } from 'node:fs';
import { lstat, readFile } from 'node:fs/promises';
import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import type { Language, Localized } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { reasonOf } from '../base/system-error.ts';
import { importNetbox, type NetboxImport } from '../import/netbox/index.ts';
import { ImportError, type ImportProblem } from '../import/netbox/problem.ts';
import { wordImportProblem, wordImportSummary, wordNetboxWarning } from '../import/netbox/words.ts';
import { logLine } from '../report/paper/log-line.ts';
import { oneLine } from '../report/paper/one-line.ts';
import { wordSchemaProblem } from '../schema/words.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { importTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { writeFiles } from './write-file.ts';

/** The options of `sekisho import netbox` as commander hands them over. */
export interface ImportOptions {
  readonly out: string;
  readonly mapping?: string;
  readonly force?: boolean;
}

/**
 * Runs `sekisho import netbox`. Nothing is written as long as the input has errors.
 *
 * @throws UsageError if the lists or the mapping cannot be used, or files would be overwritten
 */
export async function runImportNetbox(
  folder: string,
  options: ImportOptions,
  language: Language,
  io: Io,
): Promise<ExitCode> {
  const mapping =
    options.mapping === undefined ? {} : { mapping: path.resolve(io.directory, options.mapping) };
  const imported = await importNetbox(path.resolve(io.directory, folder), mapping).catch((error: unknown) => {
    throw error instanceof ImportError
      ? new UsageError(...error.problems.map((problem) => wordProblem(problem, folder, io)))
      : error;
  });
  const out = path.resolve(io.directory, options.out);
  const present = await existingFiles(options, io);
  const changed = imported.files.filter(({ name, text }) => present.has(name) && present.get(name) !== text);
  if (changed.length > 0 && options.force !== true) {
    throw new UsageError(
      usageErrors.wouldOverwrite(changed.map(({ name }) => path.join(options.out, name)).join(', ')),
    );
  }
  const named = (name: string) => ({ path: path.join(out, name), shown: path.join(options.out, name) });
  await writeFiles(
    imported.files.map(({ name, text }) => ({ ...named(name), text })),
    io,
  );
  printSummary(imported, options, present, language, io);
  return exitCodes.clean;
}

/**
 * The existing files that the import may overwrite, with their content. Where a file cannot be read, the content is
 * `undefined`, which differs from all that is written.
 */
async function existingFiles({ out }: ImportOptions, io: Io): Promise<Map<string, string | undefined>> {
  const present = new Map<string, string | undefined>();
  for (const section of listSections) {
    const name = `${section}.yaml`;
    const file = path.resolve(io.directory, out, name);
    const stats = await statsOf(file, path.join(out, name));
    // A pipe would be waited for.
    const text = stats?.isFile() ? await readFile(file, 'utf8').catch(() => undefined) : undefined;
    if (stats !== undefined) present.set(name, text);
  }
  return present;
}

/**
 * @returns `undefined` where nothing has that name
 * @throws UsageError if the system does not tell: a folder that cannot be opened may hold anything
 */
async function statsOf(file: string, shown: string): Promise<Stats | undefined> {
  try {
    return await lstat(file);
  } catch (error) {
    const reason = reasonOf(error);
    if (reason === 'ENOENT') return undefined;
    throw new UsageError(usageErrors.cannotWrite(shown, reason));
  }
}

function printSummary(
  { files, summary, warnings }: NetboxImport,
  options: ImportOptions,
  present: ReadonlyMap<string, string | undefined>,
  language: Language,
  io: Io,
): void {
  const names = files.map(({ name }) => name);
  const leftOver = [...present.keys()].filter((name) => !names.includes(name));
  const notes = [
    ...warnings.map(wordNetboxWarning),
    ...leftOver.map((name) => importTexts.leftOver(path.join(options.out, name))),
  ];
  for (const note of notes)
    io.stderr(`${logLine(`${importTexts.warning[language]}: ${oneLine(note[language])}`)}\n`);
  const lines = [
    importTexts.written(names.map((name) => path.join(options.out, name)).join(', ')),
    ...wordImportSummary(summary),
    importTexts.next(options.out),
  ];
  for (const line of lines) io.stdout(`${logLine(oneLine(line[language]))}\n`);
}

function wordProblem(problem: ImportProblem, folder: string, { directory }: Io): Localized {
  const text =
    problem.code === 'yaml'
      ? joined(wordYamlProblem(problem.problem))
      : problem.code === 'schema'
        ? joined(wordSchemaProblem(problem.problem))
        : wordImportProblem(problem);
  const file = shownPath(path.resolve(directory, folder, problem.file), directory);
  const position =
    problem.position === undefined ? file : `${file}:${problem.position.line}:${problem.position.column}`;
  return { ja: `${position}: ${text.ja}`, en: `${position}: ${text.en}` };
}
