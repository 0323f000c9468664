import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const report = async (detected: string, reported: string) =>
  (
    await findingsOf(
      'human/incident-reported-promptly',
      'minakami',
      `incidents: [{ id: i, name: 誤送信, detected: ${detected}, reported: ${reported} }]\n`,
    )
  ).map(({ verdict, message }) => [verdict, message]);

describe('the report of an incident', () => {
  it('on the day it was noticed or the next is prompt', async () => {
    expect(await report('2026-09-10', '2026-09-10')).toEqual([]);
    expect(await report('2026-09-10', '2026-09-11')).toEqual([]);
    expect((await report('2026-09-10', '2026-09-12'))[0]?.[0]).toBe('review');
  });

  it('before it was noticed proves nothing', async () => {
    expect(await report('2026-09-10', '2026-09-01')).toEqual([
      [
        'unknown',
        '「誤送信」は報告した日「2026-09-01」が認知した日「2026-09-10」より前になっており、速やかに報告したか判定できません。',
      ],
    ]);
  });
});
