import { describe, expect, it } from 'vitest';
import { judged, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Report {
  readonly findings: readonly {
    readonly ruleId: string;
    readonly record: { readonly id: string };
    readonly severity: string;
    readonly clauses: readonly { readonly policy: string; readonly ref: string }[];
  }[];
}

const rule = 'classification/levels-in-scale';
/** what says so of a level that none of the policies has, in place of the rule that the clauses cite */
const ofNoPolicy = 'inventory/unknown-level';
const text = '{ ja: 等級, en: Levels }';

/** A policy of one's own whose clauses all cite the rule; of each scale it may say which of them defines its levels. */
function policy(scales: { confidentiality?: string; availability?: string }): string {
  const levels = (highest: number, clause: string | undefined) =>
    Array.from(
      { length: highest },
      (_, index) =>
        `{ level: ${highest - index}, means: ${highest - index}${clause === undefined ? '' : `, clause: ${clause}`} }`,
    ).join(', ');
  const clauses = ['第20条', '第21条', '第22条'].map(
    (ref) =>
      `  - { ref: ${ref}, title: ${text}, summary: ${text}, modality: must, rules: [{ id: ${rule}, basis: stated }] }\n`,
  );
  return `id: own
title: ${text}
scales:
  confidentiality: [${levels(3, scales.confidentiality)}]
  availability: [${levels(2, scales.availability)}]
clauses:
${clauses.join('')}`;
}

const inventory = `organization: { name: 宿場町 }
assets:
  - { id: ledger, name: 台帳, classification: { confidentiality: 4, integrity: 2, availability: 3 } }
`;

const both = policy({ confidentiality: '第21条', availability: '第22条' });

/** @returns the clauses that each finding on a level cites, in the order of the fields of its record */
async function cited(own: string, ...policies: readonly string[]): Promise<string[]> {
  return inFolder({ 'a.yaml': inventory, 'policy.yaml': own }, async (directory) => {
    const options = policies.flatMap((one) => ['-p', one]);
    const { stdout, stderr } = await sekisho(['check', '.', ...options, '--rule', rule, '-f', 'json'], {
      directory,
    });
    expect(stderr).toBe('');
    const { findings } = JSON.parse(stdout) as Report;
    return findings
      .filter(({ ruleId }) => ruleId === ofNoPolicy)
      .map(({ clauses }) => clauses.map((clause) => `${clause.policy} ${clause.ref}`).join(', '));
  });
}

describe('a finding on a level cites', () => {
  it('the clauses that define the levels of its axis, and none of another', async () => {
    expect(await cited(both, 'minakami')).toEqual([
      'minakami 3)機密性3, minakami 3)機密性2, minakami 3)機密性1',
      'minakami 3)可用性2, minakami 3)可用性1',
    ]);
  });

  it('a clause on levels in general, too', async () => {
    expect(await cited(both, './policy.yaml')).toEqual(['own 第20条, own 第21条', 'own 第20条, own 第22条']);
  });

  it('all clauses where its scale names none', async () => {
    const all = 'own 第20条, own 第21条, own 第22条';
    expect(await cited(policy({}), './policy.yaml')).toEqual([all, all]);
    expect(await cited(policy({ confidentiality: '第21条' }), './policy.yaml')).toEqual([
      'own 第20条, own 第21条, own 第22条',
      all,
    ]);
  });

  it('one clause that defines the levels of several axes', async () => {
    expect(
      await cited(policy({ confidentiality: '第21条', availability: '第21条' }), './policy.yaml'),
    ).toEqual(['own 第20条, own 第21条, own 第22条', 'own 第20条, own 第21条, own 第22条']);
  });

  it('under several policies those of each, in whatever order they are named', async () => {
    const minakami = [
      'minakami 3)機密性3, minakami 3)機密性2, minakami 3)機密性1',
      'minakami 3)可用性2, minakami 3)可用性1',
    ];
    const own = ['own 第20条, own 第21条', 'own 第20条, own 第22条'];
    expect(await cited(both, 'minakami', './policy.yaml')).toEqual([
      `${minakami[0]}, ${own[0]}`,
      `${minakami[1]}, ${own[1]}`,
    ]);
    expect(await cited(both, './policy.yaml', 'minakami')).toEqual([
      `${own[0]}, ${minakami[0]}`,
      `${own[1]}, ${minakami[1]}`,
    ]);
    // One that says nothing of its clauses takes none from the other.
    expect(await cited(policy({}), 'minakami', './policy.yaml')).toEqual(
      minakami.map((refs) => `${refs}, own 第20条, own 第21条, own 第22条`),
    );
  });
});

it('coverage counts a finding under the clauses that it cites, and under the others what is left', async () => {
  await inFolder(
    { 'a.yaml': inventory.replace('confidentiality: 4', 'confidentiality: 3') },
    async (directory) => {
      const { stdout } = await sekisho(['coverage', '.', '-p', 'minakami', '-f', 'json'], { directory });
      const { clauses } = JSON.parse(stdout) as {
        clauses: { ref: string; status: string; verdicts: { pass: number; unknown: number } }[];
      };
      const stands = (ref: string) => {
        const clause = clauses.find((one) => one.ref === ref);
        return [clause?.status, clause?.verdicts.pass, clause?.verdicts.unknown];
      };
      expect(stands('3)可用性2')).toEqual(['not-met', 0, 1]);
      expect(stands('3)可用性1')).toEqual(['not-met', 0, 1]);
      expect(stands('3)完全性2')).toEqual(['met', 1, 0]);
      expect(stands('3)機密性1')).toEqual(['met', 1, 0]);
    },
  );
});

it('coverage counts what an exception covers under the clauses that the finding cites alone', async () => {
  const excepted = `${inventory.replace('confidentiality: 4', 'confidentiality: 3')}exceptions:
  - { id: e, rules: [${rule}], records: [ledger], reason: 移行中, applicant: 総務課長, approver: 副町長, approved: 2026-04-01 }
`;
  // A level that another policy has is no mistake of the inventory, so the exception can cover it.
  const other = policy({}).replace('availability: [', 'availability: [{ level: 3, means: 2 }, ');
  await inFolder({ 'a.yaml': excepted, 'policy.yaml': other }, async (directory) => {
    const { coverage } = await judged(
      ['a.yaml'],
      { policy: ['minakami', './policy.yaml'], asOf: '2026-11-20' },
      { directory },
    );
    const { clauses } = coverage[0] ?? { clauses: [] };
    const status = (ref: string) => clauses.find((one) => one.ref === ref)?.status;
    expect([status('3)可用性2'), status('3)完全性2')]).toEqual(['excepted', 'met']);
  });
});
