import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import path from 'node:path';
import type { Run } from 'sarif';
import { sekisho, sekishoOnProject } from './cli.ts';
import { inFolder } from './load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const builtIn = ['kumagaya', 'isesaki', 'minakami', 'tokubetsuku'].flatMap((policy) => ['-p', policy]);

/** The inventories among the examples, each under its own policy and under all that come built in. */
export const judgedExamples: readonly (readonly [string, readonly string[]])[] = readdirSync(
  path.join(root, 'examples'),
)
  .filter((example) => example !== 'netbox')
  .flatMap((example) => [[example, []] as const, [example, builtIn] as const]);

/** Makes an inventory of the example that is none yet, the NetBox, in a folder that is gone afterwards. */
export async function inImportedFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  return inFolder({}, async (folder) => {
    const netbox = path.join(root, 'examples/netbox');
    const mapping = ['--mapping', path.join(netbox, 'netbox.mapping.yaml')];
    const { code } = await sekisho(['import', 'netbox', netbox, ...mapping, '--out', '台帳'], {
      directory: folder,
    });
    if (code !== 0) throw new Error(`import: ${code}`);
    return use(folder);
  });
}

/** A schema that is kept beside the project; `undefined` where it is not there. */
export function schemaBeside(name: string): object | undefined {
  const file = path.resolve(root, '../shared/schemas', name);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as object) : undefined;
}

/** A run of which a test may ask anything; what is not there is `undefined` all the same. */
type WholeRun = { readonly [Key in keyof Run]-?: NonNullable<Run[Key]> };

/** The one run of a report on an example. */
export async function reportOn(
  example: string,
  format: string,
  options: readonly string[] = [],
): Promise<WholeRun> {
  return runOf([`examples/${example}`, '-f', format, ...options], root);
}

/** The one run of the report that a command line gives. */
export async function runOf(argv: readonly string[], directory: string): Promise<WholeRun> {
  const whole = ['check', ...argv, '--as-of', '2026-11-20'];
  const { stdout } = await (directory === root ? sekishoOnProject(whole) : sekisho(whole, { directory }));
  return onlyRun(stdout);
}

/** @throws if there is not one run, or a text in it is empty */
export function onlyRun(text: string): WholeRun {
  const log = JSON.parse(text, (key, value) => {
    if (value === '') throw new Error(`“${key}” is empty`);
    return value;
  }) as { runs: WholeRun[] };
  const [run] = log.runs;
  if (run === undefined || log.runs.length > 1) throw new Error(`${log.runs.length} runs`);
  return run;
}

/** Copies an example to a folder with a Japanese name and a blank, below one that is gone afterwards. */
export async function inJapaneseFolder<Result>(
  example: string,
  use: (folder: string) => Promise<Result>,
): Promise<Result> {
  return inFolder({}, async (folder) => {
    await cp(path.join(root, 'examples', example), path.join(folder, '台帳 2026/第1回'), { recursive: true });
    return use(folder);
  });
}
