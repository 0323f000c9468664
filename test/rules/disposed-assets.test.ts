import { describe, expect, it } from 'vitest';
import { findingsOf } from '../support/findings.ts';

const asset = `segments: []
assets:
  - id: a
    name: 廃止した事務のデータ
    form: electronic
    origin: external
    classification: { confidentiality: 1, integrity: 1, availability: 1 }
    contains: [my-number]
    affairs: [my-number-use]
    businessPurpose: false
    restrictionsApplied: false
`;

describe.each([
  ['classification/business-purpose', 'minakami'],
  ['classification/acquired-restrictions', 'minakami'],
  ['classification/personal-data-level', 'minakami'],
  ['resilience/mynumber-placement', 'isesaki'],
])('%s', (rule, policy) => {
  it('asks nothing of an asset that was disposed of', async () => {
    expect(await findingsOf(rule, policy, asset)).toHaveLength(1);
    expect(await findingsOf(rule, policy, `${asset}    disposal: { date: false }\n`)).toHaveLength(1);
    const disposed = `${asset}    disposal: { date: 2026-05-01, method: overwrite, recorded: true }\n`;
    expect(await findingsOf(rule, policy, disposed)).toEqual([]);
  });
});
