import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const rule = 'classification/personal-data-level';

interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly severity: string;
  readonly message: string;
  readonly remedy: string;
  readonly record: { readonly kind: string; readonly id: string };
  readonly trace: readonly { readonly location: { readonly pointer: string } }[];
  readonly fingerprint: string;
  readonly suppression: { readonly id: string } | null;
}

interface Said {
  readonly code: number;
  /** of the rule itself */
  readonly findings: readonly Finding[];
  readonly others: readonly string[];
}

/** Judges an inventory of Shukuba Town, by みなかみ町's policy or by one whose scale is given. */
async function judge(
  yaml: string,
  { lang = 'ja', scale }: { lang?: string; scale?: string } = {},
): Promise<Said> {
  const text = '{ ja: 等級, en: Levels }';
  const scales = scale === undefined ? '' : `scales: { confidentiality: ${scale} }\n`;
  const policy = `id: own\ntitle: ${text}\n${scales}clauses:\n  - { ref: 第1条, title: ${text}, summary: ${text}, modality: must, rules: [{ id: ${rule}, basis: stated }] }\n`;
  const inventory = `organization: { name: 宿場町, roles: [{ role: ciso, post: 副町長 }], agencies: [{ id: town, name: 町, organ: mayor }, { id: schools, name: 学校, organ: schools }] }\n${yaml}`;
  return inFolder({ 'a.yaml': inventory, 'policy.yaml': policy }, async (directory) => {
    const by = scale === undefined ? 'minakami' : './policy.yaml';
    const argv = [
      'check',
      '.',
      '-p',
      by,
      '--rule',
      rule,
      '-f',
      'json',
      '--lang',
      lang,
      '--as-of',
      '2026-11-20',
    ];
    const { code, stdout, stderr } = await sekisho(argv, { directory });
    expect(stderr).toBe('');
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    return {
      code,
      findings: findings.filter(({ ruleId }) => ruleId === rule),
      others: findings
        .map(({ ruleId }) => ruleId)
        .filter((id) => id.startsWith('inventory/') && id !== 'inventory/attestation-current'),
    };
  });
}

const asset = (id: string, level: string | number, more = 'contains: [personal-information]') =>
  `  - { id: ${id}, name: ${id}台帳, classification: { confidentiality: ${level} }, ${more} }\n`;

describe('personal data between the two upper levels', () => {
  it('is one review of the body, which counts the assets and names the first two', async () => {
    const ids = ['住民', '税', '水道', '図書'];
    const { findings, code } = await judge(
      `assets:\n${asset('職員', 3)}${ids.map((id) => asset(id, 2)).join('')}`,
    );
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect(finding).toMatchObject({
      verdict: 'review',
      severity: 'info',
      record: { kind: 'organization', id: '宿場町' },
    });
    expect(finding?.message).toBe(
      '「宿場町」は個人情報を含む4件の情報資産（「住民台帳」「税台帳」など）を機密性「2」に置いていますが、住民などの個人情報を「3」と「2」のどちらに置くかはポリシーの文言だけでは決まらず、人が判断する必要があります。',
    );
    expect(finding?.remedy).toContain('自団体の対策基準に定め');
    expect(finding?.trace.map(({ location }) => location.pointer)).toEqual([
      '/assets/1/classification/confidentiality',
      '/assets/2/classification/confidentiality',
    ]);
    expect(code).toBe(0);
  });

  it('reads well in English, of one asset and of many', async () => {
    const said = async (count: number) => {
      const assets = ['a', 'b', 'c', 'd'].slice(0, count).map((id) => asset(id, 2));
      return (await judge(`assets:\n${assets.join('')}`, { lang: 'en' })).findings[0]?.message;
    };
    const rest =
      ", but the policy's wording alone does not say whether residents' data belongs at “3” or at “2”; a person must decide.";
    expect(await said(1)).toBe(
      `“宿場町” has one asset with personal data at confidentiality “2” (“a台帳”)${rest}`,
    );
    expect(await said(2)).toBe(
      `“宿場町” has 2 assets with personal data at confidentiality “2” (“a台帳”, “b台帳”)${rest}`,
    );
    expect(await said(4)).toBe(
      `“宿場町” has 4 assets with personal data at confidentiality “2” (“a台帳”, “b台帳” and 2 more)${rest}`,
    );
  });

  it('keeps its fingerprint when assets come and go', async () => {
    const first = await judge(`assets:\n${asset('a', 2)}`);
    const later = await judge(`assets:\n${asset('b', 2)}${asset('c', 2)}`);
    expect(first.findings[0]?.fingerprint).toBe(later.findings[0]?.fingerprint);
  });

  it.each([
    ['all stand at the highest level', asset('a', 3)],
    ['it is my-number data alone', asset('a', 2, 'contains: [my-number]')],
    [
      'it is of staff, or of nobody',
      asset('a', 2, 'contains: [staff-information]') + asset('b', 2, 'contains: []'),
    ],
    [
      'the asset is disposed of',
      asset('a', 2, 'contains: [personal-information], disposal: { date: 2026-04-01 }'),
    ],
    [
      'the asset is out of the policy’s scope',
      asset('a', 2, 'contains: [personal-information], agency: schools'),
    ],
  ])('needs no decision where %s', async (_, assets) => {
    expect((await judge(`assets:\n${assets}`)).findings).toEqual([]);
  });

  it('needs one of sensitive data, and of what the policy covers beside what it does not', async () => {
    const sensitive = 'contains: [sensitive-personal-information], agency: town';
    const { findings } = await judge(
      `assets:\n${asset('a', 2, 'contains: [personal-information], agency: schools')}${asset('b', 2, sensitive)}`,
    );
    expect(findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('1件の情報資産（「b台帳」）'),
    ]);
  });

  it('is asked for in the words of the policy’s own scale', async () => {
    const five =
      '[{ level: 3A, means: 3 }, { level: 3B, means: 3 }, { level: 3C, means: 3 }, { level: 2, means: 2 }, { level: 1, means: 1 }]';
    const said = (await judge(`assets:\n${asset('a', '3B')}${asset('b', 2)}`, { scale: five })).findings;
    expect(said.map(({ message }) => message)).toEqual([
      expect.stringContaining(
        '1件の情報資産（「b台帳」）を機密性「2」に置いていますが、住民などの個人情報を「3A」・「3B」・「3C」と「2」のどちらに',
      ),
    ]);
    const inverted =
      '[{ level: Ⅰ, means: 3 }, { level: Ⅱ, means: 2 }, { level: Ⅲ, means: 2 }, { level: Ⅳ, means: 1 }]';
    const upside = (
      await judge(`assets:\n${asset('a', 'Ⅰ')}${asset('b', 'Ⅲ')}`, { scale: inverted, lang: 'en' })
    ).findings;
    expect(upside.map(({ message }) => message)).toEqual([
      expect.stringContaining('belongs at “Ⅰ” or at “Ⅱ”, “Ⅲ”; a person must decide'),
    ]);
  });

  it.each([
    ['two levels', '[{ level: 秘, means: 3 }, { level: 2, means: 1 }]'],
    ['no highest level', '[{ level: 2, means: 2 }, { level: 1, means: 1 }]'],
  ])('is no question where the scale has %s', async (_, scale) => {
    expect(
      (await judge(`assets:\n${asset('a', 2)}`, { scale })).findings.filter(
        ({ record }) => record.kind === 'organization',
      ),
    ).toEqual([]);
  });

  it('can be settled by an exception of the body, which goes by its name', async () => {
    const exception =
      'exceptions:\n  - { id: 決定-1, name: 等級の決定, rules: [classification/personal-data-level], records: [宿場町], reason: 2に置くと定めた, applicant: 総務課長, approver: 副町長, approved: 2026-04-01 }\n';
    const { findings, others } = await judge(`assets:\n${asset('a', 2)}${exception}`);
    expect(findings.map(({ suppression }) => suppression?.id)).toEqual(['決定-1']);
    expect(others).toEqual([]);
  });

  it('is not told where no assets are listed: that is unknown, once', async () => {
    const { findings } = await judge('systems: []\n');
    expect(findings.map(({ verdict, record }) => `${verdict} ${record.kind}`)).toEqual([
      'unknown organization',
    ]);
  });
});

it('still asks of each asset at the lowest level whether it may be public', async () => {
  const { findings } = await judge(`assets:\n${asset('a', 1)}${asset('b', 1, 'contains: [my-number]')}`);
  expect(findings.map(({ verdict, record }) => `${verdict} ${record.id}`)).toEqual(['review a', 'fail b']);
});
