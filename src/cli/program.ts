import path from 'node:path';
import type { Command } from 'commander';
import type { Language } from '../base/localized.ts';
import { version } from '../base/version.ts';
import { extents } from '../report/format.ts';
import {
  coverageFormats,
  differenceFormats,
  dueFormats,
  exampleFormats,
  findingFormats,
  graphFormats,
  policyFormats,
  ruleFormats,
} from '../report/formats.ts';
import { againstOrders } from '../result/against.ts';
import { suggest } from '../schema/suggest.ts';
import { workTree } from '../tree/work-tree.ts';
import type { CatalogueOptions } from './catalogue.ts';
import type { CheckOptions } from './check.ts';
import { defaultCommand, LocalizedCommand } from './command.ts';
import { shells } from './completion/shells.ts';
import {
  anything,
  CompletedArgument,
  CompletedOption,
  failing,
  files,
  policies,
  rules,
  schemas,
  searchWords,
  services,
  topics,
  verdictsToInclude,
  words,
} from './completion/sources.ts';
import type { CoverageOptions } from './coverage.ts';
import type { DraftOptions } from './draft.ts';
import type { DueOptions } from './due.ts';
import type { ExportRegisterOptions } from './export-register.ts';
import type { ExportToDoOptions } from './export-todo.ts';
import type { GraphOptions } from './graph.ts';
import type { ImportOptions } from './import.ts';
import type { ImportRegisterOptions } from './import-register.ts';
import type { ImportToDoOptions } from './import-todo.ts';
import type { InitOptions } from './init-answers.ts';
import type { ExitCode, Io } from './io.ts';
import type { NewPolicyOptions } from './new-policy.ts';
import type { SchemaOptions } from './schema.ts';
import type { TestOptions } from './test.ts';
import { UsageError } from './usage-error.ts';
import { cliTexts } from './words/help.ts';
import { usageErrors } from './words/usage-errors.ts';

/** What the commands have in common: the language, the environment, and the receiver of the exit code. */
interface Wiring {
  readonly text: (key: keyof typeof cliTexts) => string;
  readonly language: Language;
  readonly io: Io;
  readonly finish: (code: ExitCode) => void;
}

/**
 * Defines the commands and their options. What they do is loaded only when a command runs, which keeps the start fast, and where
 * the default command is named, the others are not defined.
 *
 * @param finish receives the exit code of the command that ran
 * @param named the first argument
 */
export function createProgram(
  language: Language,
  io: Io,
  finish: (code: ExitCode) => void,
  named?: string,
): LocalizedCommand {
  const wiring: Wiring = { text: (key) => cliTexts[key][language], language, io, finish };
  const { text } = wiring;
  const program = new LocalizedCommand(language, io, 'sekisho')
    .description(text('program'))
    .version(version, '-V, --version', text('version'))
    .option('--debug', text('debug'))
    .helpCommand('help [command]', text('helpCommand'));
  addCheck(program, wiring);
  if (named === defaultCommand) return program;
  addInit(program, wiring);
  addAccounts(program, wiring);
  addCatalogue(program, wiring);
  addDraft(program, wiring);
  addTest(program, wiring);
  addSchema(program, wiring);
  addImport(program, wiring);
  addExport(program, wiring);
  addCompletion(program, wiring);
  return program;
}

function addCheck(program: LocalizedCommand, { text, io, finish }: Wiring): void {
  program
    .command(defaultCommand, { isDefault: true })
    .description(text('check'))
    .addArgument(new CompletedArgument('[paths...]', text('paths'), files))
    .optionsGroup(text('judgingGroup'))
    .values('-p, --policy <id|file>', text('policy'), policies)
    .value('--as-of <date>', text('asOf'), anything)
    .values('--rule <id>', text('rule'), rules)
    .values('--skip <id>', text('skip'), rules)
    .limits()
    .optionsGroup(text('comparingGroup'))
    .value('--base <dir|git ref>', text('base'), files)
    .value('--changed [git ref]', text('changed'), anything)
    .value('--trust <git ref>', text('trust'), anything)
    .value('--baseline <file>', text('baseline'), files)
    .option('--update-baseline', text('updateBaseline'))
    .option('--prune', text('prune'))
    .optionsGroup(text('reportGroup'))
    .reports(Object.keys(findingFormats))
    .values('--division <name>', text('division'), anything)
    .option('--redact', text('redact'))
    .value('--report <extent>', text('extent'), words(extents))
    .option('--todo-details', text('toDoDetails'))
    .values('--include <verdicts>', text('include'), verdictsToInclude)
    .option('--show-suppressed', text('showSuppressed'))
    .option('--quiet', text('quiet'))
    .option('--timing', text('timing'))
    .optionsGroup(text('exitGroup'))
    .value('--fail-on <severity>', text('failOn'), failing)
    .value('--max-warnings <n>', text('maxWarnings'), anything)
    .option('--fail-on-hidden', text('failOnHidden'))
    .addHelpText('after', `\n${text('checkExamples')}\n\n${text('exitCodes')}`)
    .action(async (paths: readonly string[], options: CheckOptions) => {
      await refuseMistyped(program, io);
      const { runCheck } = await import('./check.ts');
      finish(await runCheck(paths, options, io));
    });
}

/** The default command takes a mistyped command for a path. Where no such path exists, suggest the command instead. */
async function refuseMistyped({ args: [first], commands }: Command, { directory }: Io): Promise<void> {
  if (first === undefined || !/^[a-z]+$/.test(first)) return;
  const meant = suggest(
    first,
    commands.map((command) => command.name()),
  );
  if (meant === undefined || meant === first || (await workTree.exists(path.resolve(directory, first))))
    return;
  throw new UsageError(usageErrors.unknownCommand(first, meant));
}

function addInit(program: LocalizedCommand, { text, io, finish }: Wiring): void {
  program
    .command('init')
    .description(text('init'))
    .addArgument(new CompletedArgument('[folder]', text('initFolder'), files))
    .value('--name <body>', text('initName'), anything)
    .value('-p, --policy <id|file>', text('initPolicy'), policies)
    .value('--extends <id|file>', text('initExtends'), policies)
    .value('--ci <service>', text('initCi'), services)
    .value('--xlsx <file>', text('initXlsx'), files)
    .option('-y, --yes', text('initYes'))
    .inLanguage()
    .addHelpText('after', `\n${text('initExamples')}`)
    .action(async (folder: string | undefined, options: InitOptions) => {
      if (options.xlsx !== undefined) {
        const { runInitRegister } = await import('./init-register.ts');
        finish(await runInitRegister(folder, { ...options, xlsx: options.xlsx }, io));
        return;
      }
      if (folder === undefined) throw new UsageError(usageErrors.noFolder);
      const { runInit } = await import('./init.ts');
      finish(await runInit(folder, options, io));
    });
}

function addAccounts(program: LocalizedCommand, { text, io, finish }: Wiring): void {
  program
    .command('coverage')
    .description(text('coverage'))
    .addArgument(new CompletedArgument('[paths...]', text('paths'), files))
    .values('-p, --policy <id|file>', text('policy'), policies)
    .reports(Object.keys(coverageFormats))
    .option('--redact', text('redact'))
    .value('--as-of <date>', text('asOf'), anything)
    .limits()
    .value('--against <id|file>', text('against'), policies)
    .value('--order <order>', text('order'), words(againstOrders))
    .option('--fail-uncovered', text('failUncovered'))
    .addHelpText('after', `\n${text('coverageExamples')}`)
    .action(async (paths: readonly string[], options: CoverageOptions) => {
      const { runCoverage } = await import('./coverage.ts');
      finish(await runCoverage(paths, options, io));
    });
  program
    .command('due')
    .description(text('due'))
    .addArgument(new CompletedArgument('[paths...]', text('paths'), files))
    .value('--within <duration>', text('within'), anything)
    .values('--division <name>', text('dueDivision'), anything)
    .values('-p, --policy <id|file>', text('policy'), policies)
    .reports(Object.keys(dueFormats))
    .option('--redact', text('redact'))
    .value('--as-of <date>', text('asOf'), anything)
    .limits()
    .addHelpText('after', `\n${text('dueExamples')}`)
    .action(async (paths: readonly string[], options: DueOptions) => {
      const { runDue } = await import('./due.ts');
      finish(await runDue(paths, options, io));
    });
  program
    .command('graph')
    .description(text('graph'))
    .addArgument(new CompletedArgument('[paths...]', text('paths'), files))
    .values('-p, --policy <id|file>', text('graphPolicy'), policies)
    .reports(Object.keys(graphFormats), cliTexts.graphFormat)
    .option('--redact', text('redact'))
    .value('--as-of <date>', text('asOf'), anything)
    .limits()
    .addHelpText('after', `\n${text('graphExamples')}`)
    .action(async (paths: readonly string[], options: GraphOptions) => {
      const { runGraph } = await import('./graph.ts');
      finish(await runGraph(paths, options, io));
    });
}

function addCatalogue(program: LocalizedCommand, { text, io, finish }: Wiring): void {
  program
    .command('explain')
    .description(text('explain'))
    .addArgument(new CompletedArgument('<topic...>', text('topic'), topics))
    .values('-p, --policy <id|file>', text('knownPolicies'), policies)
    .inLanguage()
    .addHelpText('after', `\n${text('explainExamples')}`)
    .action(async (topic: readonly string[], options: CatalogueOptions) => {
      const { runExplain } = await import('./explain.ts');
      finish(await runExplain(topic, options, io));
    });
  program
    .command('rules')
    .description(text('rules'))
    .addArgument(new CompletedArgument('[words...]', text('searched'), searchWords))
    .values('-p, --policy <id|file>', text('knownPolicies'), policies)
    .reports(Object.keys(ruleFormats))
    .addHelpText('after', `\n${text('rulesExamples')}`)
    .action(async (searched: readonly string[], options: CatalogueOptions) => {
      const { runRules } = await import('./rules.ts');
      finish(await runRules(searched, options, io));
    });
  const list = program
    .command('policies')
    .description(text('policies'))
    .reports(Object.keys(policyFormats))
    .addHelpText('after', `\n${text('policiesExamples')}`)
    .action(async (options: CatalogueOptions) => {
      const { runPolicies } = await import('./policies.ts');
      finish(await runPolicies(options, io));
    });
  list
    .command('diff')
    .description(text('policiesDiff'))
    .addArgument(new CompletedArgument('<a>', text('onePolicy'), policies))
    .addArgument(new CompletedArgument('<b>', text('otherPolicy'), policies))
    .reports(Object.keys(differenceFormats))
    .addHelpText('after', `\n${text('policiesDiffExamples')}`)
    .action(async (a: string, b: string, _own: CatalogueOptions, command: Command) => {
      const { runPoliciesDiff } = await import('./policies.ts');
      // Commander gives options that `policies` also has to `policies`, wherever they are written.
      finish(await runPoliciesDiff(a, b, command.optsWithGlobals<CatalogueOptions>(), io));
    });
  list
    .command('check')
    .description(text('policiesCheck'))
    .addArgument(new CompletedArgument('<policies...>', text('policiesToCheck'), policies))
    .inLanguage()
    .addHelpText('after', `\n${text('policiesCheckExamples')}`)
    .action(async (references: readonly string[], _own: CatalogueOptions, command: Command) => {
      const { runPoliciesCheck } = await import('./policies.ts');
      finish(await runPoliciesCheck(references, command.optsWithGlobals<CatalogueOptions>(), io));
    });
  list
    .command('new')
    .description(text('policiesNew'))
    .addArgument(new CompletedArgument('<id>', text('newId'), anything))
    .value('--extends <id|file>', text('newExtends'), policies)
    .value('-o, --out <file>', text('newOut'), files)
    .inLanguage()
    .addHelpText('after', `\n${text('policiesNewExamples')}`)
    .action(async (id: string, _own: NewPolicyOptions, command: Command) => {
      const { runPoliciesNew } = await import('./new-policy.ts');
      finish(await runPoliciesNew(id, command.optsWithGlobals<NewPolicyOptions>(), io));
    });
}

function addDraft(program: LocalizedCommand, { text, io, finish }: Wiring): void {
  program
    .command('draft')
    .description(text('draft'))
    .addArgument(new CompletedArgument('<file>', text('draftSource'), files))
    .addOption(new CompletedOption('-o, --out <file>', text('draftOut'), files).makeOptionMandatory())
    .value('--title <title>', text('draftTitle'), anything)
    .option('--no-quote', text('draftNoQuote'))
    .option('--force', text('draftForce'))
    .inLanguage()
    .addHelpText('after', `\n${text('draftExamples')}`)
    .action(async (source: string, options: DraftOptions) => {
      const { runDraft } = await import('./draft.ts');
      finish(await runDraft(source, options, io));
    });
}

function addTest(program: LocalizedCommand, { text, io, finish }: Wiring): void {
  program
    .command('test')
    .description(text('test'))
    .addArgument(new CompletedArgument('[paths...]', text('pathsToTest'), files))
    .value('-p, --policy <id|file>', text('testPolicy'), policies)
    .reports(Object.keys(exampleFormats))
    .value('--as-of <date>', text('asOf'), anything)
    .addHelpText('after', `\n${text('testExamples')}`)
    .action(async (paths: readonly string[], options: TestOptions) => {
      const { runTest } = await import('./test.ts');
      finish(await runTest(paths, options, io));
    });
}

function addSchema(program: LocalizedCommand, { text, io, finish }: Wiring): void {
  program
    .command('schema')
    .description(text('schema'))
    .addArgument(new CompletedArgument('[section]', text('schemaOf'), schemas))
    .values('-p, --policy <id|file>', text('schemaPolicy'), policies)
    .value('-o, --out <dir>', text('schemaOut'), files)
    .option('--path', text('schemaPath'))
    .inLanguage()
    .addHelpText('after', `\n${text('schemaExamples')}`)
    .action(async (section: string | undefined, options: SchemaOptions) => {
      const { runSchema } = await import('./schema.ts');
      finish(await runSchema(section, options, io));
    });
}

function addImport(program: LocalizedCommand, { text, language, io, finish }: Wiring): void {
  const imports = program.command('import').description(text('import'));
  imports
    .command('netbox')
    .description(text('importNetbox'))
    .addArgument(new CompletedArgument('<source>', text('netboxSource'), files))
    .addOption(new CompletedOption('-o, --out <dir>', text('out'), files).makeOptionMandatory())
    .value('-m, --mapping <file>', text('mapping'), files)
    .option('--dry-run', text('dryRun'))
    .option('--check', text('importCheck'))
    .option('--adopt', text('adopt'))
    .option('--prune', text('importPrune'))
    .inLanguage()
    .addHelpText('after', `\n${text('importExamples')}`)
    .action(async (source: string, options: ImportOptions) => {
      const { runImportNetbox } = await import('./import.ts');
      finish(await runImportNetbox(source, options, language, io));
    });
  imports
    .command('register')
    .description(text('importRegister'))
    .addArgument(new CompletedArgument('<files...>', text('registerFiles'), files))
    .addOption(new CompletedOption('-o, --out <dir>', text('out'), files).makeOptionMandatory())
    .value('-m, --mapping <file>', text('registerMapping'), files)
    .value('--section <section>', text('registerSection'), anything)
    .values('--sheet <name>', text('registerSheet'), anything)
    .value('--update <section>', text('registerUpdate'), anything)
    .value('--key <field>', text('registerKey'), anything)
    .option('--accept-guesses', text('acceptGuesses'))
    .option('--dry-run', text('dryRun'))
    .option('--check', text('importCheck'))
    .option('--adopt', text('adopt'))
    .option('--prune', text('importPrune'))
    .inLanguage()
    .addHelpText('after', `\n${text('importRegisterExamples')}`)
    .action(async (given: readonly string[], options: ImportRegisterOptions) => {
      const { runImportRegister } = await import('./import-register.ts');
      finish(await runImportRegister(given, options, language, io));
    });
  imports
    .command('todo')
    .description(text('importToDo'))
    .addArgument(new CompletedArgument('<files...>', text('toDoFiles'), files))
    .addOption(new CompletedOption('-o, --out <dir>', text('toDoInventory'), files).makeOptionMandatory())
    .option('--dry-run', text('dryRun'))
    .option('--check', text('importToDoCheck'))
    .inLanguage()
    .addHelpText('after', `\n${text('importToDoExamples')}`)
    .action(async (given: readonly string[], options: ImportToDoOptions) => {
      const { runImportToDo } = await import('./import-todo.ts');
      finish(await runImportToDo(given, options, language, io));
    });
}

function addExport(program: LocalizedCommand, { text, language, io, finish }: Wiring): void {
  const exports = program.command('export').description(text('export'));
  exports
    .command('register')
    .description(text('exportRegister'))
    .addArgument(new CompletedArgument('[paths...]', text('paths'), files))
    .addOption(new CompletedOption('-o, --out <file>', text('exportOut'), files).makeOptionMandatory())
    .values('-p, --policy <id|file>', text('policy'), policies)
    .value('--as-of <date>', text('asOf'), anything)
    .value('--like <file>', text('exportLike'), files)
    .value('--mapping <file>', text('exportMapping'), files)
    .option('--force', text('exportForce'))
    .limits()
    .inLanguage()
    .addHelpText('after', `\n${text('exportRegisterExamples')}`)
    .action(async (paths: readonly string[], options: ExportRegisterOptions) => {
      const { like } = options;
      if (like !== undefined) {
        const { runExportLike } = await import('./export-like.ts');
        finish(await runExportLike(paths, { ...options, like }, language, io));
        return;
      }
      const { runExportRegister } = await import('./export-register.ts');
      finish(await runExportRegister(paths, options, io));
    });
  exports
    .command('todo')
    .description(text('exportToDo'))
    .addArgument(new CompletedArgument('[paths...]', text('paths'), files))
    .addOption(new CompletedOption('-o, --out <dir>', text('toDoOut'), files).makeOptionMandatory())
    .value('--by <what>', text('toDoBy'), words(['division']))
    .value('--due <date>', text('toDoDue'), anything)
    .values('-p, --policy <id|file>', text('policy'), policies)
    .value('--as-of <date>', text('asOf'), anything)
    .limits()
    .inLanguage()
    .addHelpText('after', `\n${text('exportToDoExamples')}`)
    .action(async (paths: readonly string[], options: ExportToDoOptions) => {
      const { runExportToDo } = await import('./export-todo.ts');
      finish(await runExportToDo(paths, options, io));
    });
}

function addCompletion(program: LocalizedCommand, { text, language, io, finish }: Wiring): void {
  program
    .command('completion')
    .description(text('completion'))
    .addArgument(new CompletedArgument('<shell>', `${text('shell')}: ${shells.join(', ')}`, words(shells)))
    .inLanguage()
    .addHelpText('after', `\n${text('completionExamples')}`)
    .action(async (shell: string) => {
      const { runCompletion } = await import('./completion/completion.ts');
      finish(runCompletion(shell, io));
    });
  // Called by the completion scripts on each press of the tab key.
  program
    .command('complete', { hidden: true })
    .argument('<shell>')
    .argument('[words...]')
    .action(async (shell: string, typed: readonly string[]) => {
      const { runComplete } = await import('./completion/complete.ts');
      finish(await runComplete(program, shell, typed, language, io));
    });
}
