import { Command, Help } from 'commander';
import type { Language, Localized } from '../localized.ts';
import { formats } from '../report/formats.ts';
import { cliTexts } from '../text/cli.ts';
import { version } from '../version.ts';
import type { CatalogueOptions } from './catalogue.ts';
import type { CheckOptions } from './check.ts';
import type { CoverageOptions } from './coverage.ts';
import type { GraphOptions } from './graph.ts';
import type { ImportOptions } from './import.ts';
import type { ExitCode, Io } from './io.ts';

/**
 * The commands and their options, and nothing of what they do: each is loaded when it is called.
 *
 * @param finish receives the exit code of the command that ran
 */
export function createProgram(language: Language, io: Io, finish: (code: ExitCode) => void): Command {
  const text = (key: keyof typeof cliTexts) => cliTexts[key][language];
  const program = new LocalizedCommand(language, io, 'sekisho')
    .description(text('program'))
    .version(version, '-V, --version', text('version'))
    .helpCommand('help [command]', text('helpCommand'));
  program
    .command('check', { isDefault: true })
    .description(text('check'))
    .argument('[paths...]', text('paths'))
    .option('-p, --policy <id|file>', text('policy'), collect)
    .option('-f, --format <name[=file]>', `${text('format')}: ${Object.keys(formats).join(', ')}`, collect)
    .option('--lang <ja|en>', text('lang'))
    .option('--as-of <date>', text('asOf'))
    .option('--fail-on <severity>', text('failOn'))
    .option('--include <verdicts>', text('include'), collect)
    .option('--base <dir|git ref>', text('base'))
    .option('--changed [git ref]', text('changed'))
    .option('--trust <git ref>', text('trust'))
    .option('--baseline <file>', text('baseline'))
    .option('--update-baseline', text('updateBaseline'))
    .option('--prune', text('prune'))
    .option('--rule <id>', text('rule'), collect)
    .option('--skip <id>', text('skip'), collect)
    .addHelpText('after', `\n${text('checkExamples')}\n\n${text('exitCodes')}`)
    .action(async (paths: readonly string[], options: CheckOptions) => {
      const { runCheck } = await import('./check.ts');
      finish(await runCheck(paths, options, io));
    });
  program
    .command('coverage')
    .description(text('coverage'))
    .argument('[paths...]', text('paths'))
    .option('-p, --policy <id|file>', text('policy'), collect)
    .option('-f, --format <name[=file]>', `${text('format')}: text, json, markdown, html`, collect)
    .option('--lang <ja|en>', text('lang'))
    .option('--as-of <date>', text('asOf'))
    .option('--fail-uncovered', text('failUncovered'))
    .addHelpText('after', `\n${text('coverageExamples')}`)
    .action(async (paths: readonly string[], options: CoverageOptions) => {
      const { runCoverage } = await import('./coverage.ts');
      finish(await runCoverage(paths, options, io));
    });
  program
    .command('graph')
    .description(text('graph'))
    .argument('[paths...]', text('paths'))
    .option('-p, --policy <id|file>', text('graphPolicy'), collect)
    .option('-f, --format <name[=file]>', `${text('graphFormat')}: mermaid, dot, svg`, collect)
    .option('--lang <ja|en>', text('lang'))
    .option('--as-of <date>', text('asOf'))
    .addHelpText('after', `\n${text('graphExamples')}`)
    .action(async (paths: readonly string[], options: GraphOptions) => {
      const { runGraph } = await import('./graph.ts');
      finish(await runGraph(paths, options, io));
    });
  program
    .command('explain')
    .description(text('explain'))
    .argument('<rule|clause...>', text('topic'))
    .option('-p, --policy <id|file>', text('knownPolicies'), collect)
    .option('--lang <ja|en>', text('lang'))
    .addHelpText('after', `\n${text('explainExamples')}`)
    .action(async (topic: readonly string[], options: CatalogueOptions) => {
      const { runExplain } = await import('./explain.ts');
      finish(await runExplain(topic, options, io));
    });
  program
    .command('rules')
    .description(text('rules'))
    .option('-p, --policy <id|file>', text('knownPolicies'), collect)
    .option('-f, --format <name[=file]>', `${text('format')}: text, json`, collect)
    .option('--lang <ja|en>', text('lang'))
    .addHelpText('after', `\n${text('rulesExamples')}`)
    .action(async (options: CatalogueOptions) => {
      const { runRules } = await import('./rules.ts');
      finish(await runRules(options, io));
    });
  const policies = program
    .command('policies')
    .description(text('policies'))
    .option('-f, --format <name[=file]>', `${text('format')}: text, json`, collect)
    .option('--lang <ja|en>', text('lang'))
    .addHelpText('after', `\n${text('policiesExamples')}`)
    .action(async (options: CatalogueOptions) => {
      const { runPolicies } = await import('./policies.ts');
      finish(await runPolicies(options, io));
    });
  policies
    .command('diff')
    .description(text('policiesDiff'))
    .argument('<a>', text('onePolicy'))
    .argument('<b>', text('otherPolicy'))
    .option('-f, --format <name[=file]>', `${text('format')}: text, json, markdown`, collect)
    .option('--lang <ja|en>', text('lang'))
    .addHelpText('after', `\n${text('policiesDiffExamples')}`)
    .action(async (a: string, b: string, _own: CatalogueOptions, command: Command) => {
      const { runPoliciesDiff } = await import('./policies.ts');
      // Options that `policies` has too are taken by it, wherever they stand.
      finish(await runPoliciesDiff(a, b, command.optsWithGlobals<CatalogueOptions>(), io));
    });
  program
    .command('import')
    .description(text('import'))
    .command('netbox')
    .description(text('importNetbox'))
    .argument('<folder>', text('netboxFolder'))
    .requiredOption('-o, --out <dir>', text('out'))
    .option('-m, --mapping <file>', text('mapping'))
    .option('--force', text('force'))
    .option('--lang <ja|en>', text('lang'))
    .addHelpText('after', `\n${text('importExamples')}`)
    .action(async (folder: string, options: ImportOptions) => {
      const { runImportNetbox } = await import('./import.ts');
      finish(await runImportNetbox(folder, options, language, io));
    });
  return program;
}

/** A command that speaks one language and hands its output to {@link Io}, as do the commands below it. */
class LocalizedCommand extends Command {
  readonly #language: Language;
  readonly #io: Io;

  constructor(language: Language, io: Io, name?: string) {
    super(name);
    this.#language = language;
    this.#io = io;
    this.helpOption('-h, --help', cliTexts.help[language]);
    this.exitOverride();
    // Errors are worded by `main`, which knows the language.
    this.configureOutput({ writeOut: io.stdout, writeErr: () => {} });
  }

  override createCommand(name?: string): Command {
    return new LocalizedCommand(this.#language, this.#io, name);
  }

  override createHelp(): Help {
    return Object.assign(new Help(), {
      helpWidth: Math.min(this.#io.terminal?.columns ?? 100, 100),
      styleTitle: (title: string) => titles[title]?.[this.#language] ?? title,
    });
  }
}

const titles: Readonly<Record<string, Localized>> = {
  'Usage:': cliTexts.usage,
  'Arguments:': cliTexts.arguments,
  'Options:': cliTexts.options,
  'Commands:': cliTexts.commands,
};

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}
