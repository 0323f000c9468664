import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly record: { readonly id: string };
  readonly location: { readonly pointer: string };
  readonly remedy: string;
  readonly clauses: readonly { readonly ref: string }[];
}

/** A paper that is kept as badly as can be, with its disposal written as given. */
const paper = (disposal: string) => `organization: { name: 宿場町, complete: [assets] }
assets:
  - id: a
    name: 納税通知書控
    form: paper
    manager: 税務課長
    origin: external
    restrictionsApplied: false
    businessPurpose: false
    contains: [my-number]
    classification: { confidentiality: 3, integrity: 2, availability: 2 }
    storage: { locked: false, hiddenFromView: false }
    transport: { carried: true, lockedCase: false, otherProtection: false }
    takeout: { permitted: true, permission: false }
${disposal}`;

async function run(yaml: string): Promise<{ found: Finding[]; states: ReadonlyMap<string, string> }> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const options = ['a.yaml', '-p', 'minakami', '-f', 'json', '--as-of', '2026-11-20'];
    const checked = JSON.parse((await sekisho(options, { directory })).stdout) as { findings: Finding[] };
    const account = JSON.parse((await sekisho(['coverage', ...options], { directory })).stdout) as {
      clauses: { ref: string; status: string }[];
    };
    return {
      found: checked.findings.filter(({ record }) => record.id === 'a'),
      states: new Map(account.clauses.map(({ ref, status }) => [ref, status])),
    };
  });
}

const rulesOf = (found: readonly Finding[]) =>
  found.map(({ ruleId, verdict }) => `${ruleId} ${verdict}`).sort();

describe('A1: an asset whose disposal is begun to be written', () => {
  it.each([
    '    disposal: { date: , method: , recorded: }\n',
    '    disposal: {}\n',
    '    disposal:\n',
    '    disposal: { x-note: 未定 }\n',
    '    disposal: { date: false, method: dissolution }\n',
  ])('A1: and says nothing is kept: %j', async (disposal) => {
    const kept = await run(paper(''));
    expect(rulesOf(kept.found)).toContain('classification/business-purpose fail');
    const { found, states } = await run(paper(disposal));
    expect(rulesOf(found)).toEqual(rulesOf(kept.found));
    expect(states).toEqual(kept.states);
  });

  it.each(['method: dissolution, recorded: true', 'recorded: false', 'method: delete'])(
    'A1: and has no day is one fact to write, for all clauses that wait for it: %s',
    async (disposal) => {
      const kept = await run(paper(''));
      const { found, states } = await run(paper(`    disposal: { ${disposal} }\n`));
      const waiting = found.filter(({ remedy }) => remedy.includes('disposal.date に廃棄した日'));
      expect(waiting).toHaveLength(1);
      expect(waiting[0]).toMatchObject({ verdict: 'unknown' });
      expect(waiting[0]?.location.pointer).toMatch(/^\/assets\/0\/disposal/);
      expect(waiting[0]?.clauses.length).toBeGreaterThan(3);
      expect(found.filter(({ verdict }) => verdict === 'fail')).toEqual([]);
      // What is broken where it is kept is open, and neither broken nor out of question.
      for (const [ref, status] of kept.states)
        if (status === 'not-met') expect(states.get(ref)).toBe('unknown');
      // Nor does what may only be planned show that what is asked of disposal is kept.
      for (const ref of ['3)廃棄[1]', '3)廃棄[2]']) expect(states.get(ref)).toBe('unknown');
    },
  );

  it('A1: and has its day is disposed of', async () => {
    const { found } = await run(
      paper('    disposal: { date: 2026-05-01, method: dissolution, recorded: true }\n'),
    );
    expect(found).toEqual([]);
  });
});
