import { describe, expect, it } from 'vitest';
import { html } from '../../src/report/findings/html/report.ts';
import { textOf } from '../support/report-text.ts';
import { judgeFiles } from '../support/verdicts.ts';

const policy = `id: own
title: { ja: 関所市の方針, en: Policy }
clauses:
  - ref: "1"
    title: { ja: 管理責任, en: Responsibility }
    summary: { ja: 管理責任, en: Responsibility }
    modality: must
    rules: [{ id: classification/manager-assigned, basis: stated }]
`;

/** Judges two assets, of which the first has no manager, and corrections as they are written. */
async function judge(corrections: string, rest = '') {
  const text = `organization: { name: 関所市 }
assets:
  - { id: a, name: 旧図面, manager: false }
  - { id: b, name: 新図面, manager: 総務課長 }
corrections: ${corrections}
${rest}`;
  const result = await judgeFiles(['./own.yaml'], { 'a.yaml': text, 'own.yaml': policy });
  const said = result.findings
    .filter(({ ruleId }) => ruleId.startsWith('inventory/'))
    .map(({ ruleId, verdict, field }) => `${ruleId} ${verdict} ${field}`);
  const [finding] = result.findings.filter(({ ruleId }) => ruleId === 'classification/manager-assigned');
  return { result, said, finding };
}

const rules = 'rules: [classification/manager-assigned]';

describe('a correction', () => {
  it('suppresses nothing, and is told with what it is for', async () => {
    const { said, finding, result } = await judge(`[{ id: c, ${rules}, records: [a], state: underway }]`);
    expect(said).toEqual([]);
    expect(finding).toMatchObject({ verdict: 'fail', suppression: null, corrections: ['c'] });
    expect(result.corrections).toMatchObject([{ id: 'c', state: 'underway', findings: 1 }]);
    expect(result.summary.findings.error).toBe(1);
  });

  it.each([
    ['of the record', 'records: [a]', ['inventory/correction-done review state']],
    ['of another record', 'records: [b]', []],
    ['of all records, where none is named', '', ['inventory/correction-done review state']],
  ])('is to be looked at where it is done and a finding %s is still there', async (_, records, expected) => {
    const fields = [rules, records, 'state: done', 'done: 2026-09-30'].filter(Boolean).join(', ');
    const { said } = await judge(`[{ id: c, ${fields} }]`);
    expect(said).toEqual(expected);
  });

  it('says nothing of a rule that did not run', async () => {
    const { said, result } = await judge(
      '[{ id: c, rules: [technical/access-control], state: done, done: 2026-09-30 }]',
    );
    expect(said).toEqual([]);
    expect(result.rules.get('inventory/correction-done')?.verdicts.notApplicable).toBe(1);
  });

  it.each([
    ['no rules and no audit', '{ id: c, state: planned }', ['inventory/correction-valid unknown rules']],
    [
      'a rule that does not exist',
      '{ id: c, rules: [manager-asigned] }',
      ['inventory/correction-valid fail rules[]'],
    ],
    [
      'no day on which it was done',
      `{ id: c, ${rules}, records: [b], state: done }`,
      ['inventory/correction-valid unknown done'],
    ],
    [
      'a day, and another state',
      `{ id: c, ${rules}, state: 対応中, done: 2026-09-30 }`,
      ['inventory/correction-valid review state'],
    ],
  ])('is told of %s', async (_, written, expected) => {
    expect((await judge(`[${written}]`)).said).toEqual(expected);
  });

  it('falls due on its day, until it is done or declined', async () => {
    const list = `
  - { id: soon, ${rules}, due: 令和8年12月25日, state: planned }
  - { id: late, ${rules}, due: 2026-10-01, state: underway }
  - { id: done, ${rules}, records: [b], due: 2026-10-01, state: done, done: 2026-09-30 }
  - { id: declined, ${rules}, due: 2026-10-01, state: declined }`;
    const { result } = await judge(list);
    expect(result.due('P90D').map(({ kind, date, record }) => [kind, date, record.id])).toEqual([
      ['correction', '2026-10-01', 'late'],
      ['correction', '2026-12-25', 'soon'],
    ]);
  });

  it('points at an audit, which nobody can look up where none is listed', async () => {
    const { said } = await judge('[{ id: c, audit: r7 }]');
    expect(said).toEqual(['inventory/dangling-reference unknown audit']);
  });
});

const audits = `audits:
  - { id: old, type: internal, date: 2025-10-01, findings: [古い指摘] }
  - { id: last, name: 令和8年度監査, type: external, date: 令和8年9月1日, findings: [退職者のアカウント, 鍵の管理] }
  - { id: later, type: self-inspection, date: 2026-10-01, findings: [自己点検の指摘] }
  - { id: to-come, type: internal, date: 2026-12-01, findings: [来月の指摘] }
`;

describe('the follow-up of the last audit', () => {
  it('joins what it found with the corrections that say the same, or name it', async () => {
    const list = `
  - { id: c1, name: 退職者のアカウント, audit: last, owner: 総務課, state: done, done: 令和8年10月1日 }
  - { id: c2, name: 別の改善, audit: last }
  - { id: c3, name: 鍵の管理, audit: old }`;
    const { result } = await judge(list, audits);
    expect(result.lastAudit).toMatchObject({
      id: 'last',
      date: '2026-09-01',
      dateAsWritten: '令和8年9月1日',
      findings: [
        { text: '退職者のアカウント', corrections: ['c1'] },
        { text: '鍵の管理', corrections: [] },
      ],
      others: ['c2'],
    });
    const page = textOf(html(result, { language: 'ja', color: 0, include: [] }));
    const text = page.slice(page.indexOf('<main')).replaceAll(/<[^>]+>/g, ' ');
    expect(text).toMatch(/前回の監査（令和8年度監査、令和8年9月1日）の指摘事項/);
    expect(text).toMatch(/退職者のアカウント\s+c1\s+（総務課、完了、令和8年10月1日）/);
    expect(text).toMatch(/鍵の管理\s+？\s+改善措置の記載なし/);
  });

  it('is left out where no audit has found anything', async () => {
    expect((await judge('[]')).result.lastAudit).toBeUndefined();
  });
});
