import { sekisho } from './cli.ts';
import { inFolder } from './load.ts';

/** As much of a finding as the JSON report gives of it. */
export interface ReportedFinding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly remedy: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly clauses: readonly { readonly ref: string }[];
}

/** @returns what `sekisho check` reports of a rule in an inventory of one file, judged by 20 November 2026 */
export async function findingsOf(
  rule: string,
  policy: string,
  yaml: string,
): Promise<readonly ReportedFinding[]> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = ['a.yaml', '-p', policy, '-f', 'json', '--as-of', '2026-11-20', '--rule', rule];
    const { stdout } = await sekisho(argv, { directory });
    const { findings } = JSON.parse(stdout) as { findings: ReportedFinding[] };
    return findings.filter(({ ruleId }) => ruleId === rule);
  });
}
