import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Found {
  readonly ruleId: string;
  readonly verdict: string;
  readonly record: { readonly id: string };
  readonly location: { readonly pointer: string };
  readonly suppression: {
    readonly kind: string;
    readonly justification: string;
    readonly expires?: string;
    readonly approver?: string;
  } | null;
}

async function judge(yaml: string, asOf = '2026-11-20', texts: Readonly<Record<string, string>> = {}) {
  return inFolder({ 'a.yaml': yaml, ...texts }, async (directory) => {
    const { stdout, code } = await sekisho(
      [
        'a.yaml',
        '-p',
        'minakami',
        '-f',
        'json',
        '--as-of',
        asOf,
        '--rule',
        'classification/manager-assigned',
      ],
      { directory },
    );
    const report = JSON.parse(stdout) as {
      findings: Found[];
      summary: { suppressed: number; verdicts: { fail: number } };
      errors: unknown[];
    };
    expect(report.errors).toEqual([]);
    return { ...report, code, of: (rule: string) => report.findings.filter(({ ruleId }) => ruleId === rule) };
  });
}

const asset =
  'organization: { name: 関所市 }\nassets:\n  - { id: drawings, name: 旧庁舎設計図, manager: false }\n';
const exception = (fields: Readonly<Record<string, string>>) =>
  `${asset}exceptions:\n  - ${Object.entries({
    id: 'drawings-manager',
    rules: '[classification/manager-assigned]',
    records: '[drawings]',
    reason: '公文書館へ移すまで所管課が決まらない',
    applicant: '総務課長',
    approver: '最高情報セキュリティ責任者',
    approved: '2026-04-01',
    ...fields,
  })
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}: ${value}`)
    .join('\n    ')}\n`;
const rule = 'classification/manager-assigned';

describe('an exception', () => {
  it('covers a finding, which stays visible with its reason, approver and last day', async () => {
    const { of, summary, code } = await judge(exception({}));
    expect(of(rule)).toHaveLength(1);
    expect(of(rule)[0]?.suppression).toEqual({
      kind: 'exception',
      id: 'drawings-manager',
      justification: '公文書館へ移すまで所管課が決まらない',
      approver: '最高情報セキュリティ責任者',
      expires: '2027-03-31',
    });
    expect(summary).toMatchObject({ suppressed: 1, verdicts: { fail: 1 } });
    expect(code).toBe(0);
  });

  it('holds on its last day and not on the next', async () => {
    expect((await judge(exception({ expires: '2026-11-20' }), '2026-11-20')).code).toBe(0);
    const { of, code } = await judge(exception({ expires: '2026-11-20' }), '2026-11-21');
    expect(of(rule)[0]?.suppression).toBeNull();
    expect(of('inventory/exception-expired').map(({ location }) => location.pointer)).toEqual([
      '/exceptions/0/expires',
    ]);
    expect(code).toBe(1);
  });

  it('without a last day ends with the fiscal year of its approval', async () => {
    expect((await judge(exception({ approved: '令和8年3月31日' }), '2026-03-31')).code).toBe(0);
    expect((await judge(exception({ approved: '令和8年3月31日' }), '2026-04-01')).code).toBe(1);
    expect((await judge(exception({ approved: '令和8年4月1日' }), '2027-03-31')).code).toBe(0);
  });

  it.each([
    ['its applicant approves it', { approver: '総務課長' }, 'inventory/exception-separated'],
    [
      'its applicant approves it, typed otherwise',
      { approver: '総務 課長　' },
      'inventory/exception-separated',
    ],
    [
      'its applicant approves it, typed at full width',
      { applicant: 'CISO', approver: 'ＣＩＳＯ' },
      'inventory/exception-separated',
    ],
    ['it has no reason', { reason: '' }, 'inventory/exception-valid'],
    ['it has no approver', { approver: '' }, 'inventory/exception-valid'],
    ['it is not approved', { approved: 'false' }, 'inventory/exception-valid'],
    ['it is not approved yet', { approved: '2026-11-21' }, 'inventory/date-in-future'],
    ['it names no record', { records: '' }, 'inventory/exception-valid'],
    ['it names a record that is not there', { records: '[drowings]' }, 'inventory/dangling-reference'],
    [
      'it names a rule that is not there',
      { rules: '[classification/manager-asigned]' },
      'inventory/exception-valid',
    ],
    ['it names an integrity rule', { rules: '[inventory/schema]' }, 'inventory/exception-valid'],
  ])('covers nothing where %s, and is a finding itself', async (_, fields, reported) => {
    const { of } = await judge(exception(fields));
    expect(of(rule)[0]?.suppression).toBeNull();
    expect(of(reported).length).toBeGreaterThan(0);
  });

  it('covers none of several records that the id may mean, and says which of them must be written', async () => {
    const documents = 'documents:\n  - { id: drawings, name: 図面管理要領, manager: false }\n';
    const bare = await judge(`${exception({})}${documents}`);
    expect(bare.of(rule).map(({ suppression }) => suppression)).toEqual([null]);
    expect(bare.of('inventory/dangling-reference').map(({ location }) => location.pointer)).toEqual([
      '/exceptions/0/records/0',
    ]);
    const exact = await judge(`${exception({ records: '[assets/drawings]' })}${documents}`);
    expect(exact.of(rule).map(({ suppression }) => suppression?.kind)).toEqual(['exception']);
  });

  it('that covers nothing is to be looked at', async () => {
    const { of, code } = await judge(exception({}).replace('manager: false', 'manager: 総務課長'));
    expect(of('inventory/exception-unused').map(({ verdict }) => verdict)).toEqual(['review']);
    expect(code).toBe(0);
  });

  it('of a rule that does not run now is left alone', async () => {
    const { of } = await judge(exception({ rules: '[technical/mail-spam]' }));
    expect(of('inventory/exception-unused')).toEqual([]);
  });
});

describe('evidence', () => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const document = (item: string) =>
    `${asset.replace('manager: false', 'manager: 総務課長')}documents:\n  - { id: d, name: 基準, evidence: [${item}] }\n`;
  const pointers = async (item: string) =>
    (await judge(document(item), '2026-11-20', { '証跡/基準.txt': '内容' }))
      .of('inventory/evidence-missing')
      .map(({ location }) => location.pointer);

  it('must be there, unchanged, and within the folder of the inventory', async () => {
    expect(await pointers('{ path: 証跡/基準.txt }')).toEqual([]);
    expect(await pointers(`{ path: 証跡/基準.txt, sha256: ${digest('内容')} }`)).toEqual([]);
    expect(await pointers(`{ path: 証跡/基準.txt, sha256: ${digest('別の内容')} }`)).toEqual([
      '/documents/0/evidence/0/sha256',
    ]);
    expect(await pointers('{ path: 証跡/なし.txt }')).toEqual(['/documents/0/evidence/0/path']);
    expect(await pointers('{ path: ../../../../../../etc/hostname }')).toEqual([
      '/documents/0/evidence/0/path',
    ]);
  });
});
