import { realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '../base/localized.ts';
import type { Formats, Report, ReportOptions } from '../report/format.ts';
import type { Result } from '../result/result.ts';
import { suggest } from '../schema/suggest.ts';
import { ifReadable, workTree } from '../tree/work-tree.ts';
import { colorLevel } from './color.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { usageErrors } from './words/usage-errors.ts';
import { type NewFile, print, targetOf, writeFiles, writeToStream } from './write-file.ts';

/** The destination of one report; stdout if no file is named. */
export interface Output<Format extends string> {
  readonly format: Format;
  readonly file?: string;
}

/**
 * Reads `--format name[=file]` options.
 *
 * @param formats the known formats, by name
 * @throws UsageError if a format is not known, a file has no name, or two reports have the same destination
 */
export function parseOutputs<Format extends string>(
  given: readonly string[],
  formats: Readonly<Record<Format, unknown>>,
): Output<Format>[] {
  const known = Object.keys(formats) as Format[];
  const outputs = given.map((value): Output<Format> => {
    const [name = '', ...rest] = value.split('=');
    const format = known.find((candidate) => candidate === name);
    const meant = formatOf(value, known);
    if (format === undefined && meant !== undefined)
      throw new UsageError(usageErrors.fileAsFormat(meant, value));
    if (format === undefined)
      throw new UsageError(usageErrors.unknownFormat(name, known.join(', '), suggest(name, known)));
    if (rest.length === 0) return { format };
    const file = rest.join('=');
    if (file === '') throw new UsageError(usageErrors.emptyValue(`--format ${value}`));
    return { format, file };
  });
  const [first, second] = outputs.filter(({ file }) => file === undefined);
  if (first !== undefined && second !== undefined)
    throw new UsageError(usageErrors.twoOnStdout(first.format, second.format));
  const files = outputs.flatMap(({ file }) => file ?? []);
  const twice = files.find((file, index) =>
    files.slice(0, index).some((other) => path.resolve(other) === path.resolve(file)),
  );
  if (twice !== undefined) throw new UsageError(usageErrors.twoInOneFile(twice));
  return outputs;
}

/** The formats of files by their endings, where that is not the name of the format. */
const endings: Readonly<Record<string, string>> = {
  txt: 'text',
  md: 'markdown',
  htm: 'html',
  xml: 'junit',
  mmd: 'mermaid',
  ics: 'ical',
};

/** @returns the format of which a file is by its ending */
function formatOf<Format extends string>(file: string, formats: readonly Format[]): Format | undefined {
  const ending = /.\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  return formats.find((format) => format === ending || format === endings[ending]);
}

/**
 * Refuses `-f html report.html`, which names a format without a file, and a file for an inventory.
 *
 * @throws UsageError if one of the paths is a file of one of the formats
 */
export async function refuseReportAsInput(
  paths: readonly string[],
  outputs: readonly Output<string>[],
  { directory }: Io,
): Promise<void> {
  const printed = outputs.flatMap(({ format, file }) => (file === undefined ? format : []));
  for (const file of paths) {
    const format = formatOf(file, printed);
    if (format === undefined) continue;
    // An inventory may be written as JSON.
    const isInput = format === 'json' && (await ifReadable(workTree.exists(path.resolve(directory, file))));
    if (isInput !== true) throw new UsageError(usageErrors.reportAsInput(format, file));
  }
}

/**
 * A mistyped `-f` must not overwrite an inventory file.
 *
 * @param inputs the paths of the files that were read, as reports show them
 * @throws UsageError if a report would overwrite one of them, or through a link another report
 */
export async function refuseToOverwrite(
  outputs: readonly Output<string>[],
  inputs: () => readonly string[],
  { directory }: Io,
): Promise<void> {
  const taken = new Set<string>();
  let read: ReadonlySet<string | undefined> | undefined;
  for (const { file } of outputs) {
    if (file === undefined) continue;
    const named = path.resolve(directory, file);
    const folder = path.dirname(named);
    const real =
      (await ifReadable(workTree.realPath(named))) ??
      path.join((await ifReadable(workTree.realPath(folder))) ?? folder, path.basename(named));
    if (taken.has(real)) throw new UsageError(usageErrors.twoInOneFile(file));
    taken.add(real);
    const identity = identityOf(named);
    if (identity === undefined) continue;
    // All files are digested for the list, so it is made once, and only if a file could be overwritten.
    read ??= new Set(inputs().map((input) => identityOf(path.resolve(directory, input))));
    if (read.has(identity)) throw new UsageError(usageErrors.reportOverInput(file));
  }
}

/** @returns the files that a run has read, and those that it could not read */
export function filesOf({ inputs, unread }: Result): string[] {
  return [...inputs().map((input) => input.path), ...unread()];
}

/** @returns what tells a file from others, whatever name it goes by; `undefined` where there is none */
function identityOf(file: string): string | undefined {
  try {
    const { dev, ino } = statSync(file, { bigint: true });
    // Some file systems have no numbers for files.
    return ino === 0n ? realpathSync(file) : `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

/** The choices of the user for a report, besides its destination. */
export type ReportChoices = Omit<ReportOptions, 'language' | keyof Looks>;

/** Some content, and how to report it. */
export interface Reports<Name extends string, Content> {
  readonly formats: Formats<Name, Content>;
  readonly outputs: readonly Output<Name>[];
  readonly content: Content;
  readonly language: Language;
  readonly choices?: ReportChoices;
}

/**
 * Writes every requested report: styled for a terminal on stdout, plain to a file. What is printed is printed first, so
 * that it is seen though a file cannot be written; of the files, all are written or none.
 *
 * @throws UsageError if a file cannot be written
 */
export async function writeReports<Name extends string, Content>(
  reports: Reports<Name, Content>,
  io: Io,
): Promise<void> {
  const isPrinted = ({ file }: Output<Name>) => file === undefined;
  const named = reports.outputs.flatMap(({ format, file }) =>
    file === undefined ? [] : { format, shown: file, path: path.resolve(io.directory, file) },
  );
  const streams = named.filter((file) => targetOf(file) === 'stream');
  for (const { format } of reports.outputs.filter(isPrinted))
    await print(await reportOf(format, reports, terminalLooks(io), io), io);
  for (const { format, ...file } of streams)
    await writeToStream({ ...file, text: await reportOf(format, reports, plainIn(file.shown), io) }, io);
  async function* files(): AsyncGenerator<NewFile> {
    for (const { format, ...file } of named.filter((one) => !streams.includes(one)))
      yield { ...file, text: await reportOf(format, reports, plainIn(file.shown), io) };
  }
  await writeFiles(files(), io);
}

type Looks = Pick<ReportOptions, 'color' | 'width' | 'file'>;

async function reportOf<Name extends string, Content>(
  format: Name,
  { formats, content, language, choices = { include: [] } }: Reports<Name, Content>,
  looks: Looks,
  io: Io,
): Promise<Report> {
  const { reporter, notices } = formats[format];
  const options = { ...choices, language, ...looks };
  for (const notice of (await notices?.())?.(content, options) ?? []) warn(io, notice[language]);
  return (await reporter())(content, options);
}

function plainIn(file: string): Looks {
  return { color: 0, file };
}

function terminalLooks(io: Io): Looks {
  return { color: colorLevel(io), ...(io.terminal && { width: io.terminal.columns }) };
}
