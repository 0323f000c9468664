import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { foundBy, judgeFiles } from '../support/verdicts.ts';

const clauses = `clauses:
  - ref: "1"
    title: { ja: 管理責任, en: Responsibility }
    summary: { ja: 管理責任, en: Responsibility }
    modality: must
    rules: [{ id: classification/manager-assigned, basis: stated }, { id: classification/copies-managed, basis: stated }]
`;
const policy = (exceptions = '') =>
  `id: own\ntitle: { ja: 関所市の方針, en: Policy }\n${exceptions}${clauses}`;
const roles = '[{ role: ciso, post: 副市長 }, { role: security-manager, post: 税務課長 }]';

interface Given {
  readonly fields?: Readonly<Record<string, string>>;
  /** of the organization; `''` for none */
  readonly roles?: string;
  readonly policy?: string;
  readonly asOf?: string;
}

/** Judges one asset without a manager and an exception for it; a field given as `''` is left out. */
async function judgeException(given: Given = {}) {
  const all = {
    id: 'e',
    rules: '[classification/manager-assigned]',
    records: '[a]',
    reason: '移管まで所管が決まらない',
    applicant: '税務課長',
    approver: '副市長',
    approved: '2026-06-01',
    ...given.fields,
  };
  const written = Object.entries(all).filter(([, value]) => value !== '');
  const listed = given.roles ?? roles;
  const text = `organization:
  name: 関所市
${listed === '' ? '' : `  roles: ${listed}\n`}assets:
  - { id: a, name: 旧図面, manager: false }
exceptions:
  - { ${written.map(([key, value]) => `${key}: ${value}`).join(', ')} }
`;
  const files = { 'a.yaml': text, 'own.yaml': policy(given.policy) };
  const result = await judgeFiles(['./own.yaml'], files, given.asOf);
  const said = result.findings
    .filter(({ ruleId }) => ruleId.startsWith('inventory/exception-'))
    .map(({ ruleId, verdict }) => `${ruleId.slice('inventory/exception-'.length)} ${verdict}`);
  const suppressed = foundBy('classification/manager-assigned', result).length === 0;
  return { suppressed, said, result, account: result.exceptions[0] };
}

describe('an exception in force', () => {
  it('A12: suppresses what it is for where it has all that it needs', async () => {
    expect(await judgeException()).toMatchObject({ suppressed: true, said: [] });
  });

  it.each([
    ['applicant', ['separated unknown']],
    ['approver', ['separated unknown', 'valid unknown']],
    ['reason', ['valid unknown']],
    ['approved', ['expired unknown', 'valid unknown']],
  ])('A12: suppresses nothing without %s', async (field, expected) => {
    for (const nothing of ['', '" "'].slice(0, field === 'approved' ? 1 : 2)) {
      const { suppressed, said } = await judgeException({ fields: { [field]: nothing } });
      expect(suppressed).toBe(false);
      expect([...said].sort()).toEqual(expected);
    }
  });

  const persons =
    '[{ role: ciso, post: 副市長, person: 山田太郎 }, { role: security-manager, post: 税務課長, person: 山田　太郎 }, { role: security-officer, post: 総務部長, person: 田中花子 }]';

  it.each([
    ['税務課長', '税務課長', roles],
    ['税務課長', '税務課長（山田）', roles],
    ['税務課長（山田）', '税務課長', roles],
    ['税務課長', '「税　務　課　長 」', roles],
    ['ICT推進課長', 'ＩＣＴ推進課長', roles],
    ['税務課長', '税務課長　山田太郎', roles],
    ['税務課長', '副市長', persons],
    ['山田太郎', '副市長', persons],
    ['税務課長（山田太郎）', '最高情報セキュリティ責任者', persons],
    ['最高情報セキュリティ責任者', '副市長', roles],
    ['副市長', 'CISO（副市長）', ''],
    ['CISO', '最高情報セキュリティ責任者', roles],
    ['山田太郎', '税務課長（山田太郎）', ''],
  ])('A12: is none where %s applies and %s approves', async (applicant, approver, listed) => {
    const { suppressed, said } = await judgeException({
      fields: { applicant: `"${applicant}"`, approver: `"${approver}"` },
      roles: listed,
    });
    expect(suppressed).toBe(false);
    expect(said).toContain('separated fail');
  });

  it.each([
    ['税務課長', '副市長', roles],
    ['税務課長（山田）', '税務課長（田中）', roles],
    ['税務課長', '総務部長', persons],
    ['税務課長（総務担当）', '副市長（総務担当）', roles],
    ['税務課長', '税務課長補佐', roles],
    ['税務課長', '副市長（総務担当）', roles],
  ])('A12: stands where %s applies and %s, who is another, approves', async (applicant, approver, listed) => {
    const { suppressed, said } = await judgeException({ fields: { applicant, approver }, roles: listed });
    expect(suppressed).toBe(true);
    expect(said).not.toContain('separated fail');
  });

  it.each([
    [{}, '2026-11-20', true, '2027-03-31'],
    [{ approved: '2026-03-20' }, '2026-03-31', true, '2026-03-31'],
    [{ approved: '2026-03-20' }, '2026-04-01', false, '2026-03-31'],
    [{ approved: '2026-03-20', starts: '2026-04-01' }, '2026-03-31', false, '2027-03-31'],
    [{ approved: '2026-03-20', starts: '2026-04-01' }, '2026-04-01', true, '2027-03-31'],
    [{ starts: '2026-12-01' }, '2026-11-20', false, '2027-03-31'],
    // Nothing is permitted before it is approved.
    [{ starts: '2026-04-01' }, '2026-05-31', false, '2027-03-31'],
    [{ starts: '令和8年6月1日' }, '2026-06-01', true, '2027-03-31'],
    [{ expires: '2026-09-30' }, '2026-10-01', false, '2026-09-30'],
  ] as const)(
    'A12: holds from its start to its end, by default 31 March: %o on %s',
    async (fields, asOf, inForce, ends) => {
      const { suppressed, account } = await judgeException({ fields, asOf });
      expect({ suppressed, inForce: account?.inForce }).toEqual({ suppressed: inForce, inForce });
      if (account?.approved !== undefined) expect(account.ends).toBe(ends);
    },
  );

  it.each([
    ['2027-03-31', []],
    ['2027-04-01', ['expired review']],
    ['2030-03-31', ['expired review']],
  ])(
    'A12: is looked at where it ends after the fiscal year of its start, on %s',
    async (expires, expected) => {
      expect(await judgeException({ fields: { expires } })).toMatchObject({
        suppressed: true,
        said: expected,
      });
    },
  );

  it.each([
    ['副市長', []],
    ['副市長（総務担当）', []],
    ['CISO', []],
    ['会計管理者', ['approver review']],
    ['副市長補佐', ['approver review']],
  ])(
    'A12: is looked at where %s approves, if that is no role of the organization',
    async (approver, expected) => {
      expect((await judgeException({ fields: { approver } })).said).toEqual(expected);
    },
  );

  it('A12: takes every head of a division for an approver where they hold a role together', async () => {
    const heads = '[{ role: security-manager, post: 各課長 }]';
    expect((await judgeException({ fields: { approver: '総務課長' }, roles: heads })).said).toEqual([]);
  });

  it.each([
    ['no roles', 'organization: { name: 関所市 }\n'],
    ['no organization', ''],
  ])('A12: leaves its approver unknown once for a body that lists %s', async (_, organization) => {
    const one = (id: string) =>
      `  - { id: ${id}, rules: [classification/manager-assigned], records: [a], reason: 移管, applicant: 税務課長, approver: 副市長, approved: 2026-06-01 }\n`;
    const result = await judgeFiles(['./own.yaml'], {
      'a.yaml': `${organization}assets:\n  - { id: a, name: 旧図面, manager: false }\nexceptions:\n${one('e')}${one('f')}`,
      'own.yaml': policy(),
    });
    expect(foundBy('inventory/exception-approver', result).map(({ verdict }) => verdict)).toEqual([
      'unknown',
    ]);
  });
});

describe('what a policy allows of exceptions', () => {
  it.each([
    ['maximum: fiscal-year', '2027-03-31', true],
    ['maximum: fiscal-year', '2027-04-01', false],
    ['maximum: P6M', '2026-12-01', true],
    ['maximum: P6M', '2026-12-02', false],
    // A policy that allows longer ones has said how long they may last.
    ['maximum: P2Y', '2028-06-01', true],
    ['maximum: P2Y', '2028-06-02', false],
    // An end that nobody wrote is read as early as the policy has it.
    ['maximum: P6M', '', true],
  ])('A12: %s lets one end on %s: %s', async (limit, expires, allowed) => {
    const { suppressed, said } = await judgeException({
      fields: { expires },
      policy: `exceptions: { ${limit} }\n`,
    });
    expect(suppressed).toBe(allowed);
    expect(said).toEqual(allowed ? [] : ['valid fail']);
  });

  it('A12: a maximum counts from the start', async () => {
    const limit = 'exceptions: { maximum: P3M }\n';
    const fields = { starts: '2026-10-01', expires: '2027-01-01' };
    expect(await judgeException({ fields, policy: limit })).toMatchObject({ suppressed: true, said: [] });
    expect((await judgeException({ fields: { ...fields, starts: '' }, policy: limit })).suppressed).toBe(
      false,
    );
  });

  it('A12: a rule of which none may be made is not suppressed, while the others are', async () => {
    const { suppressed, said } = await judgeException({
      policy: 'exceptions: { never: [classification/manager-assigned] }\n',
    });
    expect({ suppressed, said }).toEqual({ suppressed: false, said: ['valid fail'] });
    const other = await judgeException({
      policy: 'exceptions: { never: [classification/copies-managed] }\n',
    });
    expect(other).toMatchObject({ suppressed: true, said: [] });
  });

  it.each([
    ['副市長', roles, true, []],
    ['CISO（副市長）', roles, true, []],
    ['税務課長', roles, false, ['valid fail']],
    ['総務課長', roles, false, ['approver review', 'valid fail']],
    ['副市長', '', false, ['approver unknown', 'valid unknown']],
  ] as const)(
    'A12: asks for the approver that it names: %s with %s',
    async (approver, listed, allowed, expected) => {
      const { suppressed, said } = await judgeException({
        fields: { applicant: '市民課長', approver },
        roles: listed,
        policy: 'exceptions: { approvers: [ciso] }\n',
      });
      expect({ suppressed, said: [...said].sort() }).toEqual({ suppressed: allowed, said: expected });
    },
  );

  it('A12: is said by the strictest of several policies', async () => {
    const files = {
      'a.yaml': `organization: { name: 関所市, roles: ${roles} }
assets:
  - { id: a, name: 旧図面, manager: false }
exceptions:
  - { id: e, rules: [classification/manager-assigned], records: [a], reason: 移管, applicant: 税務課長, approver: 副市長, approved: 2026-06-01 }
`,
      'own.yaml': policy(),
      'strict.yaml': policy('exceptions: { never: [classification/manager-assigned] }\n').replace(
        'id: own',
        'id: strict',
      ),
    };
    const result = await judgeFiles(['./own.yaml', './strict.yaml'], files);
    expect(foundBy('classification/manager-assigned', result)).toHaveLength(1);
    expect(foundBy('inventory/exception-valid', result).map(({ verdict }) => verdict)).toEqual(['fail']);
  });

  it('A12: is inherited by a policy that extends another, key by key', async () => {
    const files = {
      'a.yaml': `organization: { name: 関所市, roles: ${roles} }
assets:
  - { id: a, name: 旧図面, manager: false }
exceptions:
  - { id: e, rules: [classification/manager-assigned], records: [a], reason: 移管, applicant: 市民課長, approver: 税務課長, approved: 2026-06-01, expires: 2027-06-30 }
`,
      'base.yaml': policy('exceptions: { maximum: fiscal-year, approvers: [ciso] }\n').replace(
        'id: own',
        'id: base',
      ),
      'own.yaml':
        'id: own\ntitle: { ja: 方針, en: Policy }\nextends: ./base.yaml\nexceptions: { maximum: P2Y }\n',
    };
    const result = await judgeFiles(['./own.yaml'], files);
    expect(foundBy('inventory/exception-valid', result).map(({ field }) => field)).toEqual(['approver']);
  });

  it.each([
    ['maximum: 6か月', 'exceptions.maximum'],
    ['never: [classification/manager-asigned]', 'classification/manager-assigned'],
    ['approvers: [cizo]', 'ciso'],
    ['approvers: []', 'approvers'],
    ['maximun: P6M', 'maximum'],
  ])('A12: %s is refused, with what to write', async (limit, expected) => {
    await inFolder(
      { 'a.yaml': 'assets: []\n', 'own.yaml': policy(`exceptions: { ${limit} }\n`) },
      async (directory) => {
        const { code, stderr } = await sekisho(['check', 'a.yaml', '-p', './own.yaml'], { directory });
        expect(code).toBe(2);
        expect(stderr).toContain('own.yaml:3:');
        expect(stderr).toContain(expected);
      },
    );
  });
});

describe('an exception for what is not asked', () => {
  const of = async (exception: string, records: string) => {
    const files = {
      'a.yaml': `organization: { name: 関所市, roles: ${roles} }
assets:
  - { id: a, name: 旧図面, manager: 税務課長 }
${records}exceptions:
  - { id: e, ${exception}, reason: 移管, applicant: 税務課長, approver: 副市長, approved: 2026-06-01 }
`,
      'own.yaml': policy(),
    };
    return foundBy('inventory/exception-unused', await judgeFiles(['./own.yaml'], files)).map(
      ({ verdict, message }) => `${verdict} ${message.ja}`,
    );
  };
  const facility = 'facilities:\n  - { id: f, name: 倉庫 }\n';

  it('A12: is of no effect where its rule never asks about its records', async () => {
    const [said, ...rest] = await of('rules: [classification/manager-assigned], records: [f]', facility);
    expect(rest).toEqual([]);
    expect(said).toMatch(/^review .*効力がありません/);
  });

  it('A12: covers nothing where its rule asks, and finds nothing', async () => {
    const [said] = await of('rules: [classification/manager-assigned], records: [a]', '');
    expect(said).toMatch(/^review .*対象とする指摘が1件もありません/);
  });

  it('A12: is said to be covered already where another stands for the same', async () => {
    const twice = (manager: string) => ({
      'a.yaml': `organization: { name: 関所市, roles: ${roles} }
assets:
  - { id: a, name: 旧図面, manager: ${manager} }
exceptions:
${['一', '二', '三']
  .map(
    (name) =>
      `  - { id: ${name}, name: 例外${name}, rules: [classification/manager-assigned], records: [a], reason: 移管, applicant: 税務課長, approver: 副市長, approved: 2026-06-01 }\n`,
  )
  .join('')}`,
      'own.yaml': policy(),
    });
    const said = async (manager: string) =>
      foundBy('inventory/exception-unused', await judgeFiles(['./own.yaml'], twice(manager)));
    const spare = await said('false');
    expect(spare.map(({ record, verdict }) => `${record?.id} ${verdict}`)).toEqual([
      '二 review',
      '三 review',
    ]);
    for (const { message, remedy } of spare) {
      expect(message.ja).toContain('別の例外措置「例外一」がすでに対象にしています');
      expect(message.ja).not.toContain('効力がありません');
      expect(remedy.ja).toContain('どちらかを消して');
    }
    // Where nothing is found, all three cover nothing.
    for (const { message } of await said('税務課長')) expect(message.ja).toContain('1件もありません');
  });

  it('A12: is let be where its rule did not run', async () => {
    expect(await of('rules: [technical/mail-spam], records: [f]', facility)).toEqual([]);
  });
});

it('A12: a policy may name every role that an organization has, and no other', async () => {
  const schema = async (name: string) =>
    JSON.parse(
      await readFile(path.resolve(import.meta.dirname, `../../schemas/${name}.schema.json`), 'utf8'),
    );
  const policySchema = await schema('policy');
  const organization = await schema('organization');
  const roleIds = organization.properties.roles.items.properties.role.anyOf[0].enum;
  expect(policySchema.properties.exceptions.properties.approvers.items.anyOf[0].enum).toEqual(roleIds);
});

describe('an exception for a rule of which there can be none', () => {
  const found = async (rule: string) => {
    const { result } = await judgeException({ fields: { rules: `[${rule}]` } });
    return foundBy('inventory/exception-valid', result)[0];
  };

  it.each([
    ['mynumber-export-disabled', 'resilience/mynumber-export-disabled'],
    ['resilience/mynumber-export-disable', 'resilience/mynumber-export-disabled'],
    ['mynumber-export-disable', 'resilience/mynumber-export-disabled'],
    ['organisation/ciso-appointed', 'organization/ciso-appointed'],
  ])('A12: %s is taken for %s', async (written, meant) => {
    const finding = await found(written);
    expect(finding?.verdict).toBe('fail');
    expect(finding?.message.ja).toContain(`「${written}」を対象としています。${meant} ではありませんか`);
    expect(finding?.message.ja).not.toMatch(/は「[^」]*」というルールは/);
    expect(finding?.message.en).toContain(`did you mean ${meant}?`);
    expect(finding?.remedy.ja).toContain(`${meant} に改めてください`);
  });

  it('A12: a word that is near to none is asked for the id', async () => {
    const finding = await found('全て');
    expect(finding?.message.ja).not.toContain('ではありませんか');
    expect(finding?.remedy.ja).toContain('sekisho rules');
  });

  it.each(['inventory/schema', 'inventory/exception-valid'])(
    'A12: says of %s that none can be made',
    async (rule) => {
      const finding = await found(rule);
      expect(finding?.message.ja).toContain('台帳の記載そのものを確かめるルールは例外措置の対象にできません');
      expect(finding?.remedy.ja).toContain(`rules から ${rule} を除き`);
    },
  );
});
