import path from 'node:path';
import type { Language, Localized } from '../base/localized.ts';
import { shownPath } from '../base/paths.ts';
import type { Outcome } from '../import/merge/outcome-words.ts';
import { importNetbox, type NetboxImport } from '../import/netbox/index.ts';
import { tellNetboxMerge } from '../import/netbox/outcome-words.ts';
import { ImportError, type ImportProblem } from '../import/netbox/problem.ts';
import { netboxSource } from '../import/netbox/source-words.ts';
import { wordImportProblem, wordImportSummary, wordNetboxWarning } from '../import/netbox/words.ts';
import { netboxStateFileName } from '../register/file-name.ts';
import { logLine } from '../report/paper/log-line.ts';
import { oneLine } from '../report/paper/one-line.ts';
import { wordSchemaProblem } from '../schema/words.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import {
  expectFolder,
  type FileName,
  ownTextOf,
  readSections,
  refuseMergeProblems,
  refuseTakenIds,
  stateOf,
  textOf,
} from './import-folder.ts';
import { type ExitCode, exitCodes, type Io } from './io.ts';
import { placed } from './placed.ts';
import { tellLines } from './tell-lines.ts';
import { UsageError } from './usage-error.ts';
import { importTexts } from './words/notices.ts';
import { type NewFile, writeFiles } from './write-file.ts';
import { filesIn, recordsOf } from './written-inventory.ts';

/** The options of `sekisho import netbox` as commander hands them over. */
export interface ImportOptions {
  readonly out: string;
  readonly mapping?: string;
  readonly dryRun?: boolean;
  readonly check?: boolean;
  readonly adopt?: boolean;
  readonly prune?: boolean;
}

/** What a body may put beside the inventory, so that it need not be named at each import. */
const mappingFileName = 'netbox.mapping.yaml';

/**
 * Runs `sekisho import netbox`: the inventory and the state of the import are written together or not at all.
 *
 * @returns `clean`; `findings` where something differs under `--check`, or is in conflict
 * @throws UsageError if the lists or the mapping cannot be used, or the import cannot be merged into what is there
 */
export async function runImportNetbox(
  source: string,
  options: ImportOptions,
  language: Language,
  io: Io,
): Promise<ExitCode> {
  const nameOf = namesIn(options.out, io);
  const nameOfSection = (section: string) => nameOf(`${section}.yaml`);
  const state = nameOf(netboxStateFileName);
  await expectFolder({ ...nameOf(''), shown: options.out });
  const stateText = await ownTextOf(state);
  const mapping = await mappingOf(options, nameOf(mappingFileName), io);
  const imported = await importNetbox(path.resolve(io.directory, source), {
    ...mapping,
    state: stateOf(stateText, state.shown),
    sections: await readSections(nameOfSection),
    prune: options.prune === true,
    adopt: options.adopt === true,
  }).catch((error: unknown) => {
    throw error instanceof ImportError
      ? new UsageError(...error.problems.map((problem) => wordProblem(problem, source, io)))
      : error;
  });
  refuseMergeProblems(imported.merge.problems, nameOfSection, netboxSource);
  refuseTakenIds(
    imported.merge.added,
    (await filesIn([nameOf('').path], io)).flatMap(recordsOf),
    nameOfSection,
  );
  const changed: NewFile[] = [...imported.merge.files].map(([section, text]) => ({
    ...nameOfSection(section),
    text,
  }));
  if (imported.state !== undefined && imported.state !== stateText)
    changed.push({ ...state, text: imported.state });
  return settle(imported, changed, options, language, io);
}

function namesIn(out: string, { directory }: Io): (name: string) => FileName {
  return (name) => ({ path: path.resolve(directory, out, name), shown: path.join(out, name) });
}

async function mappingOf(
  { mapping }: ImportOptions,
  beside: FileName,
  { directory }: Io,
): Promise<{ readonly mapping?: string }> {
  if (mapping !== undefined) return { mapping: path.resolve(directory, mapping) };
  return (await textOf(beside)) === undefined ? {} : { mapping: beside.path };
}

/** Writes what changes, unless it is only to be shown, and says what became of everything. */
async function settle(
  imported: NetboxImport,
  changed: readonly NewFile[],
  options: ImportOptions,
  language: Language,
  io: Io,
): Promise<ExitCode> {
  const isHeld = imported.merge.conflicts.length > 0;
  const mode = isHeld ? 'held' : options.check ? 'check' : options.dryRun ? 'dry-run' : 'written';
  // What is said to be written is.
  if (mode === 'written') await writeFiles(changed, io);
  tell(imported, { written: changed.map(({ shown }) => shown), mode, out: options.out }, language, io);
  return isHeld || (mode === 'check' && changed.length > 0) ? exitCodes.findings : exitCodes.clean;
}

function tell(
  { merge, summary, warnings }: NetboxImport,
  outcome: Outcome,
  language: Language,
  io: Io,
): void {
  for (const warning of warnings) {
    const text = oneLine(wordNetboxWarning(warning)[language]);
    io.stderr(`${logLine(`${importTexts.warning[language]}: ${text}`)}\n`);
  }
  const told = [...wordImportSummary(summary), ...tellNetboxMerge(merge, outcome)];
  tellLines(
    told.map((line) => logLine(oneLine(line[language]))),
    io,
  );
}

function wordProblem(problem: ImportProblem, source: string, { directory }: Io): Localized {
  const text =
    problem.code === 'yaml'
      ? joined(wordYamlProblem(problem.problem))
      : problem.code === 'schema'
        ? joined(wordSchemaProblem(problem.problem))
        : wordImportProblem(problem);
  const file = shownPath(path.resolve(directory, source, problem.file), directory);
  const position =
    problem.position === undefined ? file : `${file}:${problem.position.line}:${problem.position.column}`;
  return placed(position, text);
}
