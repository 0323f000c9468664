import path from 'node:path';
import type { Language } from '../base/localized.ts';
import type { Formats, ReportOptions } from '../report/format.ts';
import type { Result } from '../result/result.ts';
import { suggest } from '../schema/suggest.ts';
import { workTree } from '../tree/work-tree.ts';
import { colorLevel } from './color.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';
import { warn } from './warn.ts';
import { usageErrors } from './words/usage-errors.ts';
import { writeTo } from './write-file.ts';

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

/**
 * A mistyped `-f` must not overwrite an inventory file.
 *
 * @throws UsageError if a report would overwrite a file that the run has read, or through a link another report
 */
export async function refuseToOverwrite(
  outputs: readonly Output<string>[],
  { inputs }: Result,
  { directory }: Io,
): Promise<void> {
  const taken = new Set<string>();
  let read: ReadonlySet<string> | undefined;
  for (const { file } of outputs) {
    if (file === undefined) continue;
    const named = path.resolve(directory, file);
    const isThere = (await workTree.kind(named)) !== undefined;
    const folder = path.dirname(named);
    const real =
      (await workTree.realPath(named)) ??
      path.join((await workTree.realPath(folder)) ?? folder, path.basename(named));
    if (taken.has(real)) throw new UsageError(usageErrors.twoInOneFile(file));
    taken.add(real);
    if (!isThere) continue;
    // `inputs()` digests all files, so it is called once, and only if a file could be overwritten.
    read ??= new Set(inputs().map((input) => path.resolve(directory, input.path)));
    if (read.has(named) || read.has(real)) throw new UsageError(usageErrors.reportOverInput(file));
  }
}

/** The choices of the user for a report, besides its destination. */
export type ReportChoices = Omit<ReportOptions, 'language' | 'color' | 'width'>;

/** Some content, and how to report it. */
export interface Reports<Name extends string, Content> {
  readonly formats: Formats<Name, Content>;
  readonly outputs: readonly Output<Name>[];
  readonly content: Content;
  readonly language: Language;
  readonly choices?: ReportChoices;
}

/** Writes every requested report: styled for a terminal on stdout, plain to a file. */
export async function writeReports<Name extends string, Content>(
  { formats, outputs, content, language, choices = { include: [] } }: Reports<Name, Content>,
  io: Io,
): Promise<void> {
  for (const { format, file } of outputs) {
    const { reporter, notices } = formats[format];
    const looks = { ...choices, language, ...(file === undefined ? terminalLooks(io) : plain) };
    for (const notice of (await notices?.())?.(content, looks) ?? []) warn(io, notice[language]);
    const text = (await reporter())(content, looks);
    if (file === undefined) io.stdout(text);
    else await writeTo(path.resolve(io.directory, file), text, file);
  }
}

const plain = { color: 0 } as const;

function terminalLooks(io: Io): Pick<ReportOptions, 'color' | 'width'> {
  return { color: colorLevel(io), ...(io.terminal && { width: io.terminal.columns }) };
}
