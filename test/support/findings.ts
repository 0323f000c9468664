import { findingProperties } from '../../src/result/derived-finding.ts';
import type { Finding } from '../../src/result/result.ts';
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

/**
 * @param parameters as YAML between braces
 * @returns what `sekisho check` reports of a rule under a policy of one clause that states it, by 20 November 2026
 */
export async function judgedBy(
  { id, parameters = '' }: { readonly id: string; readonly parameters?: string },
  yaml: string,
): Promise<readonly ReportedFinding[]> {
  const policy = `id: own
title: 自町の基準
clauses:
  - ref: '1'
    title: 定め
    summary: 定めに従う。
    modality: must
    rules: [{ id: ${id}, basis: stated, parameters: { ${parameters} } }]
`;
  return inFolder({ 'a.yaml': yaml, 'own.yaml': policy }, async (directory) => {
    const argv = ['a.yaml', '-p', './own.yaml', '-f', 'json', '--as-of', '2026-11-20', '--rule', id];
    const { stdout, stderr } = await sekisho(argv, { directory });
    if (stdout === '') throw new Error(stderr);
    const { findings } = JSON.parse(stdout) as { findings: ReportedFinding[] };
    return findings.filter(({ ruleId }) => ruleId === id);
  });
}

/** What a finding says, as plain data. */
export function plainFinding(finding: Finding): Partial<Finding> {
  return Object.fromEntries(findingProperties.map((property) => [property, finding[property]]));
}
