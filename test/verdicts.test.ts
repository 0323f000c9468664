import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bodyPolicyIds, builtInPolicyIds } from '../src/policy/load.ts';
import { changedFinding } from '../src/result/derived-finding.ts';
import type { Result } from '../src/result/result.ts';
import { judged, sekisho } from './support/cli.ts';
import { inFolder } from './support/load.ts';

/**
 * What every example comes to under every policy, row by row, so that a change shows which verdicts it changes.
 * `npm run verdicts` writes the tables anew; each row that then differs needs a reason in the commit and the changelog.
 */
const root = path.resolve(import.meta.dirname, '..');
const tables = path.join(import.meta.dirname, 'verdicts');

/** `ci` holds no inventory; `netbox` is one only once it is imported. */
const examples = readdirSync(path.join(root, 'examples')).filter((name) => !['ci', 'netbox'].includes(name));

const header = ['rule', 'record', 'field', 'verdict', 'severity', 'clauses', 'fingerprint'];

/**
 * The findings in the order of their records and rules, then the clauses in the order of the document.
 *
 * @param of the policies whose part is told; all where left out
 */
function table({ findings, coverage }: Result, of?: readonly string[]): string {
  const isTold = (policy: string) => of?.includes(policy) ?? true;
  const found = findings
    .map((finding) =>
      changedFinding(finding, { clauses: finding.clauses.filter(({ policy }) => isTold(policy)) }),
    )
    .filter(({ clauses }) => of === undefined || clauses.length > 0)
    .map(({ ruleId, record, field, verdict, severity, clauses, fingerprint, suppression }) => [
      ruleId,
      `${record.kind}/${record.id}`,
      field,
      suppression === null ? verdict : `${verdict} (${suppression.kind})`,
      severity,
      clauses.map(({ policy, ref }) => `${policy} ${ref}`).join(', '),
      fingerprint,
    ])
    .map((row) => row.join('\t'))
    .sort();
  const told = coverage.filter(({ policy }) => isTold(policy.id));
  const clauses = told.flatMap(({ policy, clauses }) =>
    clauses.map(({ ref, status }) => ['(clause)', `${policy.id} ${ref}`, '', status, '', '', ''].join('\t')),
  );
  return `${[header.join('\t'), ...found, ...clauses].join('\n')}\n`;
}

async function verdicts(directory: string, paths: readonly string[], policy: string): Promise<string> {
  return table(await judged(paths, { policy: [policy], asOf: '2026-11-20' }, { directory }));
}

/** Both laws in one table, on the day on which the later of them takes effect: before it, nothing of it counts. */
const laws = builtInPolicyIds.filter((id) => !bodyPolicyIds.includes(id));

/** @param own the policy whose words the inventory uses, if those of the laws are not enough */
async function verdictsOfLaws(paths: readonly string[], own: readonly string[]): Promise<string> {
  const options = { policy: [...own, ...laws], asOf: '2027-07-01' };
  return table(await judged(paths, options, { directory: root }), laws);
}

describe('the verdicts of the examples', () => {
  for (const example of examples) {
    const own = example === 'own-policy' ? [`examples/${example}/policy.yaml`] : [];
    for (const policy of [...bodyPolicyIds, ...own]) {
      const name = policy.endsWith('.yaml') ? 'own' : policy;
      it(`${example} under ${name}`, async () => {
        const text = await verdicts(root, [`examples/${example}`], policy);
        await expect(text).toMatchFileSnapshot(path.join(tables, `${example}.${name}.tsv`));
      });
    }
    it(`${example} under the laws`, async () => {
      const text = await verdictsOfLaws([`examples/${example}`], own);
      await expect(text).toMatchFileSnapshot(path.join(tables, `${example}.laws.tsv`));
    });
  }

  for (const policy of bodyPolicyIds) {
    it(`netbox under ${policy}`, async () => {
      await inFolder({}, async (directory) => {
        const source = path.join(root, 'examples/netbox');
        const mapping = path.join(source, 'netbox.mapping.yaml');
        await sekisho(['import', 'netbox', source, '--mapping', mapping, '--out', 'inventory'], {
          directory,
        });
        const text = await verdicts(directory, ['inventory'], policy);
        await expect(text).toMatchFileSnapshot(path.join(tables, `netbox.${policy}.tsv`));
      });
    });
  }
});
