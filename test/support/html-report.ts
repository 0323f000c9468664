import { sekisho, sekishoOnProject } from './cli.ts';
import { inOwnPolicyFolder } from './japanese-policy.ts';

/** The body's own policy of examples/own-policy with all its texts in Japanese alone. */
const japaneseAlone = 'japanese-alone';

/** Of several policies with blanks between them. */
type Example = readonly [folder: string, policies: string, lang: 'ja' | 'en'];

/** Another policy, and a law that is held against what a body has. */
const withLaw = 'minakami ./test/support/law.policy.yaml';

/**
 * The reports that every run of all tests looks at in a browser: the largest, one of another policy and a law, and one in English
 * under a policy in Japanese alone.
 */
const always: readonly Example[] = [
  ['examples/city', 'isesaki', 'ja'],
  ['examples/town', withLaw, 'ja'],
  ['examples/own-policy', japaneseAlone, 'en'],
];

/** English is looked at in the largest report and in one of another policy: its words are as long in all of them. */
const besides: readonly Example[] = [
  ['examples/city', 'isesaki', 'en'],
  ['examples/city', 'minakami', 'ja'],
  ['examples/second-city', 'isesaki', 'ja'],
  ['examples/union', 'tokubetsuku', 'en'],
];

/** @param full whether to look at what is not looked at in every run, too */
export function reportsToLookAt(full: boolean): readonly Example[] {
  return full ? [...always, ...besides] : always;
}

/** @returns the audit report on 20 November 2026 */
export async function report(paths: readonly string[], directory: string, lang = 'ja'): Promise<string> {
  return (await sekisho(argvOf(paths, lang), { directory })).stdout;
}

/** @returns the audit report of an example, which is made once for all tests that look at it */
export async function reportOf([folder, policies, lang]: Example): Promise<string> {
  if (policies === japaneseAlone)
    return inOwnPolicyFolder('japanese', async (directory) => {
      return (await sekisho(argvOf(['.'], lang), { directory })).stdout;
    });
  return (
    await sekishoOnProject(argvOf([folder, ...policies.split(' ').flatMap((policy) => ['-p', policy])], lang))
  ).stdout;
}

function argvOf(paths: readonly string[], lang: string): string[] {
  return ['check', ...paths, '--as-of', '2026-11-20', '-f', 'html', '--lang', lang];
}
