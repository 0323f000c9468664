import { sekisho, sekishoOnProject } from './cli.ts';

/** The examples whose reports are looked at in a browser, each with the policy it is judged by. */
export const examples = [
  ['examples/city', 'isesaki'],
  ['examples/city', 'minakami'],
  ['examples/second-city', 'isesaki'],
  ['examples/town', 'minakami'],
  ['examples/union', 'tokubetsuku'],
] as const;

type Example = readonly [folder: string, policy: string];

/** English is looked at in the largest report and in one of another policy: its words are as long in all of them. */
export function languagesOf(example: Example): readonly ('ja' | 'en')[] {
  return ['examples/city isesaki', 'examples/union tokubetsuku'].includes(example.join(' '))
    ? ['ja', 'en']
    : ['ja'];
}

/** @returns the audit report on 20 November 2026 */
export async function report(paths: readonly string[], directory: string): Promise<string> {
  return (await sekisho(argvOf(paths, 'ja'), { directory })).stdout;
}

/** @returns the audit report of an example, which is made once for all tests that look at it */
export async function reportOf([folder, policy]: Example, lang = 'ja'): Promise<string> {
  return (await sekishoOnProject(argvOf([folder, '-p', policy], lang))).stdout;
}

function argvOf(paths: readonly string[], lang: string): string[] {
  return ['check', ...paths, '--as-of', '2026-11-20', '-f', 'html', '--lang', lang];
}
