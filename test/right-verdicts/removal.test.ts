import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExample } from '../support/mutate.ts';
import {
  ClauseStates,
  isGreen,
  judgedExamples,
  reasonFor,
  type StatedField,
  statedFields,
  without,
} from '../support/removals.ts';
import { clauseOf, foundBy, judgeFiles } from '../support/verdicts.ts';

/**
 * What nobody wrote is never met or attested: an example that lacks one field more answers no clause more. A sample of the
 * fields is tried, the same in every run, so that no change is refused for what another left; all of them where
 * SEKISHO_FULL is set, which takes twenty minutes.
 */
const all = (process.env['SEKISHO_FULL'] ?? '') !== '';

describe('a removed field', () => {
  it.each(judgedExamples)(
    'raises no clause of %s under %s to met or attested',
    async (example, policy) => {
      const content = readExample(example);
      const fields = statedFields(content);
      await ClauseStates.within(example, policy, async (states) => {
        const before = await states.of(content);
        const raisedBy = async (field: StatedField): Promise<string[]> => {
          const after = await states.of(without(content, field));
          return [...after]
            .filter(([ref, status]) => isGreen(status) && !isGreen(before.get(ref)))
            .filter(([ref]) => reasonFor(field, before.get(ref)) === undefined)
            .map(([ref, status]) => `${ref}: ${before.get(ref)} → ${status} without ${placeOf(field)}`);
        };
        if (all) {
          const raised: string[] = [];
          for (const field of fields) raised.push(...(await raisedBy(field)));
          expect(raised).toEqual([]);
          return;
        }
        await fc.assert(
          fc.asyncProperty(fc.constantFrom(...fields), async (field) => {
            expect(await raisedBy(field)).toEqual([]);
          }),
          { numRuns: 7, seed: 20_261_120 },
        );
      });
    },
    1_800_000,
  );
});

describe('a connection without one of its ends', () => {
  const network = (ends: string) => `
segments:
  - { id: 庁内, name: 庁内, layer: lgwan }
  - { id: 公開, name: 公開, layer: internet }
connections:
  - { id: 無害化, name: 無害化, from: 公開, to: 庁内, direction: one-way, confirmed: true, sanitisation: file-sanitisation, protocol: https, control: firewall }
  - { id: 取込み, name: 取込み, direction: one-way, confirmed: true, protocol: https, control: firewall, ${ends} }
systems: []
`;

  it.each([
    ['met', 'from: 庁内, to: 庁内'],
    ['unknown', 'to: 庁内'],
    ['unknown', 'from: 公開'],
  ])('A: leaves the clause on sanitisation %s: %s', async (status, ends) => {
    const result = await judgeFiles(['tokubetsuku'], network(ends));
    expect(clauseOf('6(3)ア[2]', result).status).toBe(status);
  });

  it('A: leaves the clause on splitting unknown', async () => {
    const result = await judgeFiles(['tokubetsuku'], network('to: 庁内'));
    expect(
      foundBy('resilience/lgwan-split', result).map(({ field, verdict }) => [field, verdict]),
    ).toContainEqual(['from', 'unknown']);
  });
});

it('A: a connection from nowhere into another layer may come from the MyNumber layer', async () => {
  const yaml = `
segments:
  - { id: 基幹, name: 基幹, layer: mynumber }
  - { id: 庁内, name: 庁内, layer: lgwan }
connections: [{ id: 転送, name: 転送, to: 庁内, confirmed: true }]
systems: []
`;
  const found = foundBy('resilience/mynumber-separation', await judgeFiles(['isesaki'], yaml));
  expect(found.map(({ field, verdict }) => [field, verdict])).toEqual([['from', 'unknown']]);
});

describe('what is of no stated type', () => {
  const building = (system: string, room: string) => `
segments: [{ id: 庁内, name: 庁内, layer: lgwan, cabling: { protected: true } }]
systems:
  - { id: 文書管理, name: 文書管理サーバ, type: server, facility: サーバ室 }
  - { id: 端末, name: 端末, type: terminal, physical: { secured: true } }
  - { id: 追加, name: 追加, ${system} }
facilities:
  - { id: サーバ室, name: サーバ室, type: server-room, entryControl: true, entryLog: true, fireProtection: true, earthquakeProtection: true, backupPower: true }
  - { id: 別室, name: 別室, locked: true, ${room} }
connections: []
`;
  const kept = 'type: terminal, physical: { secured: true }';
  const statusOf = async (system: string, room: string) =>
    clauseOf('6(4)', await judgeFiles(['isesaki'], building(system, room))).status;

  it.each([
    ['met', kept, 'type: archive'],
    ['unknown', 'facility: 別室', 'type: archive'],
    ['unknown', 'physical: { secured: true }', 'type: archive'],
    ['unknown', 'facility: サーバ室', 'type: archive'],
    ['met', 'facility: サーバ室, physical: { secured: true }', 'type: archive'],
    ['unknown', kept, 'entryControl: true'],
  ])(
    'A: leaves the clause on buildings %s with a system of %s and a room of %s',
    async (status, ...records) => {
      expect(await statusOf(...(records as [string, string]))).toBe(status);
    },
  );
});

describe('a server clause where no system is known to be a server', () => {
  it.each([
    ['met', 'type: server, accessControl: true', []],
    ['unknown', 'accessControl: true', ['']],
    ['unknown', 'agency: mayor', ['type']],
  ])('A: is %s, said once: %s', async (status, fact, fields) => {
    const result = await judgeFiles(['tokubetsuku'], `systems: [{ id: 機器, name: 機器, ${fact} }]\n`);
    expect(clauseOf('6(6)[2]', result).status).toBe(status);
    expect(foundBy('technical/access-control', result).map(({ field }) => field)).toEqual(fields);
  });
});

function placeOf({ section, record, field }: StatedField): string {
  return `${section}/${record} ${field}`;
}
