import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const attest = (fields: string) =>
  findingsOf(
    'inventory/attestation-current',
    'isesaki',
    `attestations:\n  - { id: a, name: 確認記録, policy: isesaki, by: 総務部長, date: 2026-04-01, ${fields} }\n`,
  );

describe('an attestation', () => {
  it('without its clause is asked for that alone', async () => {
    const findings = await attest('statement: 確かめた');
    const own = findings.filter(({ record }) => record.kind === 'attestations');
    expect(own.map(({ verdict, message }) => [verdict, message])).toEqual([
      ['unknown', '「確認記録」は clause が台帳に書かれていません。'],
    ]);
    expect(own.flatMap(({ clauses }) => clauses)).toEqual([]);
  });

  it('for a clause that asks for none says so, and is cited for no other', async () => {
    const findings = await attest('statement: 確かめた, clause: "9"');
    const own = findings.filter(({ record }) => record.kind === 'attestations');
    expect(own.map(({ verdict, message }) => [verdict, message])).toEqual([
      [
        'fail',
        '「確認記録」は条項「9」についての確認記録ですが、確認記録を求める条項としてポリシーにありません。',
      ],
    ]);
    expect(own.flatMap(({ clauses }) => clauses)).toEqual([]);
  });
});
