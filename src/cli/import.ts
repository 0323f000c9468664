import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { listSections } from '../../generated/records.ts';
import type { Language, Localized } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import { importNetbox, type NetboxImport } from '../import/netbox/index.ts';
import { ImportError, type ImportProblem } from '../import/netbox/problem.ts';
import { wordImportProblem, wordImportSummary, wordNetboxWarning } from '../import/netbox/words.ts';
import { logLine } from '../report/paper/log-line.ts';
import { oneLine } from '../report/paper/one-line.ts';
import { wordSchemaProblem } from '../schema/words.ts';
import { workTree } from '../tree/work-tree.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { importTexts } from './words/notices.ts';
import { usageErrors } from './words/usage-errors.ts';
import { writeTo } from './write-file.ts';

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
  const present = await existingFiles(out);
  const changed = imported.files.filter(({ name, text }) => present.has(name) && present.get(name) !== text);
  if (changed.length > 0 && options.force !== true) {
    throw new UsageError(
      usageErrors.wouldOverwrite(changed.map(({ name }) => path.join(options.out, name)).join(', ')),
    );
  }
  for (const { name, text } of imported.files)
    await writeTo(path.join(out, name), text, path.join(options.out, name));
  printSummary(imported, options, present, language, io);
  return exitCodes.clean;
}

/**
 * The existing files that the import may overwrite, with their content. Where a file cannot be read, the content is
 * `undefined`, which differs from all that is written.
 */
async function existingFiles(out: string): Promise<Map<string, string | undefined>> {
  const present = new Map<string, string | undefined>();
  for (const section of listSections) {
    const name = `${section}.yaml`;
    const file = path.join(out, name);
    if ((await workTree.kind(file)) !== undefined)
      present.set(name, await readFile(file, 'utf8').catch(() => undefined));
  }
  return present;
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
