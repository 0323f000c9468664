import type { Result } from '../../src/result/result.ts';
import { judged, sekisho } from './cli.ts';
import { inFolder } from './load.ts';

/** What a run says, as far as the network is concerned. */
export interface NetworkRun {
  /** `fail resilience/lgwan-split connections/link`, an unknown with the fact to write: `… ? segments/office.layer` */
  readonly findings: readonly string[];
  /** the state of each clause, by its reference */
  readonly clauses: Readonly<Record<string, string>>;
  /** everything said, in Japanese */
  readonly messages: readonly string[];
  readonly result: Result;
}

/**
 * Judges an inventory of one file by 20 November 2026, and gives what the rules on the network say of it.
 *
 * @param rules those that count; all of `resilience/` and `inventory/unknown-layer` where left out
 */
export async function judgeNetwork(
  yaml: string,
  policies: string | readonly string[] = 'isesaki',
  rules: (id: string) => boolean = (id) => id.startsWith('resilience/') || id === 'inventory/unknown-layer',
): Promise<NetworkRun> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const result = await judged(['a.yaml'], { policy: [policies].flat(), asOf: '2026-11-20' }, { directory });
    const told = result.findings.filter(({ ruleId }) => rules(ruleId));
    return {
      findings: told.map(({ ruleId, verdict, record, missing }) => {
        const lacking =
          missing === undefined ? '' : ` ? ${missing.kind}/${missing.record.id}.${missing.field}`;
        return `${verdict} ${ruleId} ${record.kind}/${record.id}${lacking}`;
      }),
      clauses: Object.fromEntries(
        result.coverage.flatMap(({ clauses }) => clauses.map(({ ref, status }) => [ref, status])),
      ),
      messages: told.flatMap(({ message, remedy }) => [message.ja, remedy.ja]),
      result,
    };
  });
}

/** @returns the exit code of `sekisho check` on an inventory of one file */
export async function exitCode(yaml: string, policy = 'isesaki'): Promise<number> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const { code } = await sekisho(['check', 'a.yaml', '-p', policy, '--as-of', '2026-11-20'], { directory });
    return code;
  });
}
