import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { type Run, sekisho } from '../support/cli.ts';
import { inRepository } from '../support/git.ts';
import { inFolder } from '../support/load.ts';

interface Finding {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly remedy: string;
  readonly fingerprint: string;
  readonly location: { readonly pointer: string; readonly line: number; readonly column: number };
  readonly clauses: readonly { readonly ref: string }[];
}

type Files = Readonly<Record<string, string>>;

const asOf = ['--as-of', '2026-11-20'];

/** Words of a body's own, each in a list of its own. */
const vocabulary = `vocabulary:
  roles:
    - { id: privacy-officer, name: 個人情報保護責任者 }
    - { id: deputy-ciso, name: { ja: 副最高情報セキュリティ責任者, en: deputy security officer } }
  documents:
    - { id: privacy-rules, name: { ja: 個人情報取扱規程, en: rules on personal data } }
  staffGroups: [{ id: volunteer, name: ボランティア }]
  audits: [{ id: penetration-test, name: ペネトレーションテスト }]
  facilities: [{ id: classroom, name: 教室 }]
  contains: [{ id: pupil-records, name: 指導要録 }]
  affairs: [{ id: schooling, name: 学校教育 }]
`;

const clause = (ref: number, rules: string) =>
  `  - { ref: "${ref}", title: 条項, summary: 要旨, modality: must, rules: [${rules}] }\n`;

/** A policy with a clause for each of some rules, or one that asks nothing. */
function policy(rules: readonly string[] = [], more = vocabulary): string {
  const asked =
    rules.length === 0
      ? '  - { ref: "1", title: 条項, summary: 要旨, modality: must, informs: 定義 }\n'
      : rules.map((rule, index) => clause(index + 1, rule)).join('');
  return `id: own\ntitle: 自団体の対策基準\n${more}clauses:\n${asked}`;
}

const own = 'own.policy.yaml';

/** Everything that may bear an own word. */
const inventory = `organization:
  name: 関所市
  roles:
    - { role: privacy-officer, post: 総務課長 }
documents:
  - { id: rules, name: 個人情報取扱規程, type: privacy-rules, adopted: 2026-04-01 }
staffGroups:
  - { id: helpers, name: 学習支援員, employment: volunteer }
audits:
  - { id: test, name: 侵入試験, type: penetration-test }
facilities:
  - { id: room, name: 1年1組, type: classroom }
assets:
  - id: register
    name: 指導要録
    contains: [personal-information, pupil-records]
    affairs: [schooling]
contracts:
  - id: helpdesk
    name: ヘルプデスク
    verification: { reportedTo: deputy-ciso }
`;

const check = (files: Files, argv: readonly string[]): Promise<Run> =>
  inFolder(files, (directory) => sekisho(['check', 'a.yaml', ...asOf, ...argv], { directory }));

async function findings(files: Files, argv: readonly string[] = ['-p', own]): Promise<readonly Finding[]> {
  const { stdout, stderr } = await check(files, [...argv, '-f', 'json']);
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { findings: readonly Finding[] }).findings;
}

const of = (all: readonly Finding[], ruleId: string) => all.filter((one) => one.ruleId === ruleId);

const placed = ({ location: { line, column }, message }: Finding) => `${line}:${column} ${message}`;

describe('an inventory with words of the policy', () => {
  it('has no schema errors under the policy that declares them, in every list', async () => {
    expect(of(await findings({ 'a.yaml': inventory, [own]: policy() }), 'inventory/schema')).toEqual([]);
  });

  it('is refused under another policy, word by word, and what is refused counts as not stated', async () => {
    const found = await findings({ 'a.yaml': inventory }, ['-p', 'isesaki']);
    expect(of(found, 'inventory/schema').map(placed)).toEqual([
      '4:15 「関所市」は role の値 privacy-officer は選択肢にありません。',
      '6:40 「個人情報取扱規程」は type の値 privacy-rules は選択肢にありません。',
      '8:45 「学習支援員」は employment の値 volunteer は選択肢にありません。',
      '10:35 「侵入試験」は type の値 penetration-test は選択肢にありません。',
      '12:35 「1年1組」は type の値 classroom は選択肢にありません。',
      '16:38 「指導要録」は contains[1] の値 pupil-records は選択肢にありません。',
      '17:15 「指導要録」は affairs[0] の値 schooling は選択肢にありません。',
      '21:33 「ヘルプデスク」は reportedTo の値 deputy-ciso は選択肢にありません。',
    ]);
    expect((await check({ 'a.yaml': inventory }, ['-p', 'isesaki'])).code).toBe(1);
  });

  it('has the findings under another policy that it has with any other wrong word', async () => {
    const wrong = inventory.replaceAll(/privacy-officer|privacy-rules|pupil-records/g, 'no-such-word');
    const told = async (text: string) =>
      (await findings({ 'a.yaml': text }, ['-p', 'isesaki'])).map(({ ruleId, fingerprint, location }) =>
        ruleId === 'inventory/schema' ? `${ruleId} ${location.line}` : `${ruleId} ${fingerprint}`,
      );
    expect(await told(inventory)).toEqual(await told(wrong));
  });

  it('is judged by the words where the organization names the policy', async () => {
    const named = inventory.replace('  name: 関所市', `  name: 関所市\n  policy: ./${own}`);
    const files = {
      'a.yaml': named,
      [own]: policy(['{ id: organization/role-held, basis: stated, parameters: { role: privacy-officer } }']),
    };
    expect(await findings(files, [])).toEqual([]);
    expect(of(await findings(files, ['-p', 'isesaki']), 'inventory/schema')).toHaveLength(8);
  });

  it('may use the words of any of several policies', async () => {
    const other = policy([], 'vocabulary: { roles: [{ id: deputy-ciso, name: 副責任者 }] }\n').replace(
      'own',
      'other',
    );
    const files = {
      'a.yaml': inventory.replace('privacy-officer', 'deputy-ciso'),
      [own]: policy(),
      'other.yaml': other,
    };
    const both = await findings(files, ['-p', own, '-p', './other.yaml']);
    expect(of(both, 'inventory/schema')).toEqual([]);
    expect(of(await findings(files, ['-p', './other.yaml']), 'inventory/schema')).toHaveLength(6);
  });

  it('is told which word may be meant, the policy’s among them', async () => {
    const text = 'organization: { name: 関所市, roles: [{ role: privacy-oficer, post: 総務課長 }] }\n';
    const files = { 'a.yaml': text, [own]: policy() };
    const [ja] = await findings(files);
    expect(ja?.remedy).toBe(
      'privacy-officer ではありませんか (選択肢: cio (最高情報統括責任者), ciso (最高情報セキュリティ責任者), general-security-officer (統括情報セキュリティ責任者), security-officer (情報セキュリティ責任者), security-manager (情報セキュリティ管理者), system-manager (情報システム管理者), audit-lead (監査統括責任者), incident-contact (統一的な窓口), privacy-officer (個人情報保護責任者), deputy-ciso (副最高情報セキュリティ責任者))。',
    );
    const [en] = await findings(files, ['-p', own, '--lang', 'en']);
    expect(en?.remedy).toMatch(
      /^did you mean privacy-officer\? \(one of: cio \(chief information officer\), .+, privacy-officer \(.+\), deputy-ciso \(.+\)\)\.$/,
    );
    // Under a policy without words, nothing of them is said.
    const [isesaki] = of(await findings(files, ['-p', 'isesaki']), 'inventory/schema');
    expect(isesaki?.remedy).not.toContain('privacy-officer');
  });

  it('keeps a list with a wrong word as it was: not stated as a whole', async () => {
    const text = (word: string) => `assets: [{ id: a, name: 資産, contains: [pupil-records, ${word}] }]\n`;
    const rule = ['{ id: classification/personal-data-level, basis: stated }'];
    const told = async (word: string) =>
      (await findings({ 'a.yaml': text(word), [own]: policy(rule) })).map(
        ({ ruleId, verdict, location }) => `${ruleId} ${verdict} ${location.line}:${location.column}`,
      );
    const notStated = 'classification/personal-data-level unknown 1:10';
    expect(await told('pupil-record')).toEqual([notStated, 'inventory/schema fail 1:55']);
    // What is no word at all is wrong whatever the policies say, and the own word beside it is not.
    expect(await told('[]')).toEqual([notStated, 'inventory/schema fail 1:55']);
    expect(await told('public-information')).toEqual([]);
  });

  it('may repeat a word by an alias', async () => {
    const text = `documents:
  - { id: a, name: 規程, type: &type privacy-rules, adopted: &day 2026-04-01 }
  - { id: b, name: 規程2, type: *type, adopted: *day }
`;
    expect(await findings({ 'a.yaml': text, [own]: policy() })).toEqual([]);
    const [, ...more] = await findings({ 'a.yaml': text }, ['-p', 'isesaki', '--rule', 'inventory/schema']);
    expect(more).toEqual([]);
  });

  it('may use an own word in any number of records, but no other', async () => {
    const group = (word: string) =>
      `staffGroups:\n${Array.from({ length: 1100 }, (_, index) => `  - { id: g${index}, name: 班${index}, employment: ${word} }\n`).join('')}`;
    expect(await findings({ 'a.yaml': group('volunteer'), [own]: policy() })).toEqual([]);
    const [limit, ...more] = await findings({ 'a.yaml': group('volunter'), [own]: policy() });
    expect(limit?.message).toContain('1,000');
    expect(more.map(({ ruleId }) => ruleId)).toEqual([]);
  });

  it('is told to write one of the words where nothing is written', async () => {
    const rule = '{ id: documents/present, basis: stated, parameters: { type: privacy-rules } }';
    const text =
      'organization: { name: 関所市, complete: [documents] }\ndocuments: [{ id: rules, name: 取扱規程, adopted: 2026-04-01 }]\n';
    const { stdout } = await check({ 'a.yaml': text, [own]: policy([rule]) }, ['-p', own]);
    expect(stdout.replaceAll(/\s/g, '')).toContain('other:その他、privacy-rules:個人情報取扱規程');
  });
});

describe('an earlier state of an inventory', () => {
  it('is read with the same words', async () => {
    const rule = '{ id: organization/role-held, basis: stated, parameters: { role: privacy-officer } }';
    await inRepository(
      { 'a.yaml': inventory, [own]: policy([rule]) },
      async (place) => {
        await place.commit({ 'b.yaml': 'services: []\n' });
        for (const options of [
          ['--base', 'main~1'],
          ['--trust', 'main~1'],
        ]) {
          const report = await place.report(['.', ...options]);
          expect(report.findings).toEqual([]);
          expect(report.comparison?.fixed ?? []).toEqual([]);
        }
      },
      ['-p', `./${own}`],
    );
  });
});

describe('a policy file with words', () => {
  /** What sekisho says of a policy file that it refuses. */
  async function refusal(files: Files, argv: readonly string[] = []): Promise<readonly string[]> {
    const { code, stdout, stderr } = await check({ 'a.yaml': 'organization: { name: 関所市 }\n', ...files }, [
      '-p',
      own,
      ...argv,
    ]);
    expect([code, stdout]).toEqual([2, '']);
    return stderr.trim().split('\n');
  }

  const builtInRoles =
    'cio, ciso, general-security-officer, security-officer, security-manager, system-manager, audit-lead, incident-contact';
  /** The built-in words of a list with what they are called, as messages list them. */
  const called = (list: 'roles' | 'staffGroups', language: 'ja' | 'en') => {
    const { organization, staffGroups } = inventoryShape.properties ?? {};
    const shape =
      list === 'roles'
        ? organization?.properties?.['roles']?.items?.properties?.['role']
        : staffGroups?.items?.properties?.['employment'];
    return Object.entries(shape?.choices ?? {})
      .map(([word, gloss]) => (gloss[language] === word ? word : `${word} (${gloss[language]})`))
      .join(', ');
  };

  it.each([
    [
      'names a built-in word',
      'vocabulary: { roles: [{ id: ciso, name: 責任者 }] }\n',
      '3:29: 役割「ciso」は組み込みの値です。vocabulary.roles から消してそのまま使うか、別の id を付けてください',
      '3:29: the role “ciso” is built in; remove it from vocabulary.roles and use it as it is, or choose another id',
    ],
    [
      'names a word twice',
      'vocabulary:\n  documents:\n    - { id: a, name: 規程 }\n    - { id: a, name: 要綱 }\n',
      '6:13: 文書の種類「a」が 5 行目にもあります',
      '6:13: the kind of document “a” stands on line 5 already',
    ],
    [
      'has a list that is none',
      'vocabulary: { role: [{ id: a, name: 役 }] }\n',
      '3:15: 定められていないキー「role」を含んでいます。roles ではありませんか',
      '3:15: has a field “role” that is not known; did you mean roles?',
    ],
    [
      'has a closed list',
      'vocabulary: { systems: [{ id: a, name: 機器 }] }\n',
      '3:15: 定められていないキー「systems」を含んでいます。判定に用いない項目なら x-systems のように x- で始めてください (使えるキー: roles, staffGroups, documents, audits, facilities, contains, affairs)',
      '3:15: has a field “systems”, which is not known; if it is not to be judged, begin its name with x-: x-systems (known keys: roles, staffGroups, documents, audits, facilities, contains, affairs)',
    ],
    [
      'has an id that is none',
      'vocabulary: { roles: [{ id: 個人情報, name: 責任者 }] }\n',
      '3:29: id の値 個人情報 は使えません (pattern ^[a-z][a-z0-9-]*$)。値を見直してください',
      '3:29: has 個人情報 in id, which is out of bounds (pattern ^[a-z][a-z0-9-]*$); correct the value',
    ],
    [
      'has a word without a name',
      'vocabulary: { roles: [{ id: a }] }\n',
      '3:23: name がありません。name を書いてください',
      '3:23: has no name; add name',
    ],
    [
      'lets a role approve that nobody declares',
      `${vocabulary}exceptions: { approvers: [privacy-officer, privacy-oficer] }\n`,
      `14:44: approvers[1] の値 privacy-oficer は選択肢にありません。privacy-officer ではありませんか (選択肢: ${called('roles', 'ja')}, privacy-officer (個人情報保護責任者), deputy-ciso (副最高情報セキュリティ責任者))`,
      `14:44: has privacy-oficer in approvers[1], which is not one of the choices; did you mean privacy-officer? (one of: ${called('roles', 'en')}, privacy-officer (個人情報保護責任者), deputy-ciso (deputy security officer))`,
    ],
    [
      'binds a kind of staff that nobody declares',
      `${vocabulary}scope: { personnel: { binds: [regular, volunteers] } }\n`,
      `14:40: binds[1] の値 volunteers は選択肢にありません。volunteer ではありませんか (選択肢: ${called('staffGroups', 'ja')}, volunteer (ボランティア))`,
      `14:40: has volunteers in binds[1], which is not one of the choices; did you mean volunteer? (one of: ${called('staffGroups', 'en')}, volunteer (ボランティア))`,
    ],
  ])('is refused where it %s', async (_, more, ja, en) => {
    expect(await refusal({ [own]: policy([], more) })).toEqual([`sekisho: ${own}:${ja}`]);
    expect(await refusal({ [own]: policy([], more) }, ['--lang', 'en'])).toEqual([`sekisho: ${own}:${en}`]);
  });

  it.each([
    [
      'cites a rule that asks for a role without one',
      '{ id: organization/role-held, basis: stated }',
      `15:71: organization/role-held は、何を求めるかを role で書かなければ何も判定しません。parameters: { role: cio } のように書いてください (${builtInRoles}, privacy-officer, deputy-ciso のいずれか)`,
    ],
    [
      'asks for no role',
      '{ id: organization/role-held, basis: stated, parameters: { role: null } }',
      `15:130: organization/role-held は、何を求めるかを role で書かなければ何も判定しません。parameters: { role: cio } のように書いてください (${builtInRoles}, privacy-officer, deputy-ciso のいずれか)`,
    ],
    [
      'asks for a role that nobody declares',
      '{ id: organization/role-held, basis: stated, parameters: { role: privacy } }',
      `15:130: role の「privacy」という役割はありません。${builtInRoles}, privacy-officer, deputy-ciso のいずれかを書くか、ポリシーの vocabulary.roles に加えてください`,
    ],
    [
      'asks for a document by a role',
      '{ id: documents/present, basis: stated, parameters: { type: privacy-officer } }',
      /^15:125: type の「privacy-officer」という文書の種類はありません。basic-policy, .+ のいずれかを書くか、ポリシーの vocabulary\.documents に加えてください$/,
    ],
    [
      'asks of records of a kind that nobody declares',
      '{ id: classification/encryption-at-rest, basis: stated, where: { contains: { some: pupil-record } } }',
      /^15:148: contains に「pupil-record」という値はありません \(personal-information, .+, other, pupil-records のいずれか\)。pupil-records ではありませんか$/,
    ],
  ])('is refused where a clause %s', async (_, rule, expected) => {
    const [line = '', ...more] = await refusal({ [own]: policy([rule]) });
    expect(more).toEqual([]);
    const told = line.replace(`sekisho: ${own}:`, '');
    if (typeof expected === 'string') expect(told).toBe(expected);
    else expect(told).toMatch(expected);
  });

  it('is refused where a parameter of the whole policy is no word, and may state what a clause leaves out', async () => {
    const cited = ['{ id: organization/role-held, basis: stated }'];
    const set = (role: string) => `${vocabulary}parameters: { organization/role-held: { role: ${role} } }\n`;
    expect(await refusal({ [own]: policy(cited, set('privacy')) })).toHaveLength(1);
    expect(await refusal({ [own]: policy(cited, set('null')) })).toHaveLength(1);
    const held = { 'a.yaml': inventory, [own]: policy(cited, set('privacy-officer')) };
    expect(await findings(held)).toEqual([]);
  });

  it('may name its own words wherever it names built-in ones', async () => {
    const more = `${vocabulary}exceptions: { approvers: [privacy-officer] }
scope: { personnel: { binds: [regular, volunteer], names: [volunteer] } }
`;
    const rules = [
      '{ id: human/rules-acknowledged, basis: stated, where: { employment: [volunteer] } }',
      '{ id: classification/encryption-at-rest, basis: stated, where: { contains: { some: pupil-records } } }',
      '{ id: human/duty-holders-covered, basis: stated }',
    ];
    const files = { 'a.yaml': inventory, [own]: policy(rules, more) };
    const told = (await findings(files)).map(
      ({ ruleId, verdict, location }) =>
        `${ruleId} ${verdict} ${location.pointer.split('/').slice(3).join('.')}`,
    );
    expect(told).toEqual([
      'human/rules-acknowledged unknown rulesAcknowledged',
      'classification/encryption-at-rest unknown classification.confidentiality',
    ]);
    const without = {
      ...files,
      'a.yaml':
        'organization: { name: 関所市, complete: [staffGroups] }\nstaffGroups: [{ id: a, name: 職員, employment: regular }]\n',
    };
    const [missing] = of(await findings(without), 'human/duty-holders-covered');
    expect(missing?.message).toBe('「関所市」はボランティアの区分が台帳の staffGroups にありません。');
  });

  it('lets approve who holds its own role, or is named by it, and says who else may not', async () => {
    const exception = (approver: string) => `${inventory}exceptions:
  - { id: e, name: 例外, rules: [documents/present], records: [関所市], reason: 準備中, applicant: 情報課長, approver: ${approver}, approved: 2026-06-01 }
`;
    const rule = '{ id: documents/present, basis: stated, parameters: { type: training-plan } }';
    const files = (approver: string) => ({
      'a.yaml': exception(approver),
      [own]: policy([rule], `${vocabulary}exceptions: { approvers: [privacy-officer, deputy-ciso] }\n`),
    });
    const told = async (approver: string) =>
      of(await findings(files(approver)), 'inventory/exception-valid').map(({ message }) => message);
    expect(await told('総務課長')).toEqual([]);
    expect(await told('個人情報保護責任者')).toEqual([]);
    const [refused, ...more] = await told('市民課長');
    expect(more).toEqual([]);
    expect(refused).toContain('個人情報保護責任者又は副最高情報セキュリティ責任者');
    // Whoever holds the role approves what they applied for themselves.
    const twice = { ...files(''), 'a.yaml': exception('個人情報保護責任者').replace('情報課長', '総務課長') };
    expect((await findings(twice)).map(({ ruleId }) => ruleId)).toContain('inventory/exception-separated');
  });

  it('takes over the words of the policy that it extends, by their ids', async () => {
    const extending = (more: string) => `id: heir\ntitle: 継ぐもの\nextends: ./${own}\n${more}`;
    const base = policy([
      '{ id: organization/role-held, basis: stated, parameters: { role: privacy-officer } }',
    ]);
    const other = inventory
      .replace('role: privacy-officer', 'role: deputy-ciso')
      .replace('  roles:', '  complete: [roles]\n  roles:');
    const heir = async (more: string, text: string) => {
      const all = await findings({ 'a.yaml': text, [own]: base, 'heir.yaml': extending(more) }, [
        '-p',
        './heir.yaml',
      ]);
      return all.map(({ message }) => message);
    };
    expect(await heir('', inventory)).toEqual([]);
    expect(await heir('', other)).toEqual(['「関所市」は個人情報保護責任者を定めていません。']);
    const renamed =
      'vocabulary: { roles: [{ id: privacy-officer, name: 保護管理者 }, { id: clerk, name: 担当者 }] }\n';
    expect(await heir(renamed, other)).toEqual(['「関所市」は保護管理者を定めていません。']);
    expect(await heir(renamed, inventory.replace('deputy-ciso', 'clerk'))).toEqual([]);
  });

  it('is refused with what it builds on alone, where that cannot be used', async () => {
    const files = {
      [own]: `id: heir\ntitle: 継ぐもの\nextends: ./base.yaml\nexceptions: { approvers: [privacy-officer] }\nclauses:\n${clause(1, '{ id: organization/role-held, basis: stated }')}`,
      'base.yaml': policy([], 'layer: []\n'),
    };
    expect(await refusal(files)).toEqual([expect.stringContaining('layer')]);
  });
});

describe('a configuration', () => {
  const rule = '{ id: organization/role-held, basis: stated, parameters: { role: privacy-officer } }';
  const run = (role: string, argv: readonly string[] = []) =>
    check(
      {
        'a.yaml': inventory,
        [own]: policy([rule]),
        'sekisho.config.yaml': `parameters: { organization/role-held: { role: ${role} } }\n`,
      },
      ['-p', own, ...argv],
    );

  it('may set a parameter to a word of the policies, and to no other', async () => {
    expect((await run('deputy-ciso')).code).toBe(0);
    expect((await run('deputy-ciso')).stdout).toContain('副最高情報セキュリティ責任者');
    const { code, stderr } = await run('deputy');
    expect(code).toBe(2);
    expect(stderr).toMatch(
      /^sekisho: parameters organization\/role-held の role の「deputy」という役割はありません。cio, .+, deputy-ciso のいずれかを書くか、ポリシーの vocabulary\.roles に加えてください\n$/,
    );
    expect((await run('privacy-oficer', ['--lang', 'en'])).stderr).toContain('did you mean privacy-officer?');
  });
});

describe('a rule that asks for what a clause names', () => {
  const held = (role: string) =>
    `{ id: organization/role-held, basis: stated, parameters: { role: ${role} } }`;
  const present = (type: string) => `{ id: documents/present, basis: stated, parameters: { type: ${type} } }`;
  const reviewed = (type: string, more = '') =>
    `{ id: documents/reviewed, basis: stated, parameters: { type: ${type}${more} } }`;

  const told = async (rules: readonly string[], text: string, argv: readonly string[] = []) =>
    (await findings({ 'a.yaml': text, [own]: policy(rules) }, ['-p', own, ...argv]))
      .map(
        ({ verdict, message, clauses, location }) =>
          `${clauses.map(({ ref }) => ref).join()} ${verdict} ${location.line} ${message}`,
      )
      .sort();

  it('judges whether somebody holds a role, and each clause by its own', async () => {
    const roles = (written: string, more = '') =>
      `organization:\n  name: 関所市${more}\n  roles: ${written}\n`;
    const rules = [held('privacy-officer'), held('deputy-ciso')];
    const whole = '\n  complete: [roles]';
    const one = '[{ role: deputy-ciso, post: 総務部長 }]';
    expect(
      await told(
        rules,
        roles('[{ role: privacy-officer, post: 総務課長 }, { role: deputy-ciso, person: 山田 }]'),
      ),
    ).toEqual([]);
    expect(await told(rules, roles(one, whole))).toEqual([
      '1 fail 4 「関所市」は個人情報保護責任者を定めていません。',
    ]);
    expect(await told(rules, roles('[]'))).toEqual([
      '1 fail 3 「関所市」は個人情報保護責任者を定めていません。',
      '2 fail 3 「関所市」は副最高情報セキュリティ責任者を定めていません。',
    ]);
    expect(await told(rules, roles('[]'), ['--lang', 'en'])).toEqual([
      '1 fail 3 “関所市” has not appointed 個人情報保護責任者.',
      '2 fail 3 “関所市” has not appointed a deputy security officer.',
    ]);
    expect(await told(rules, roles(one))).toEqual([
      '1 unknown 3 「関所市」は個人情報保護責任者を organization.roles に載せていません。',
    ]);
    expect(await told(rules, roles('[{ role: privacy-officer }]', whole))).toEqual([
      '1 unknown 4 「関所市」は roles.0.post が台帳に書かれていません。',
      '2 fail 4 「関所市」は副最高情報セキュリティ責任者を定めていません。',
    ]);
    expect(await told(rules, 'organization: { name: 関所市 }\n')).toEqual([
      '1,2 unknown 1 「関所市」は roles が台帳に書かれていません。',
    ]);
    const all = await findings({ 'a.yaml': roles('[]'), [own]: policy(rules) });
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('judges whether a document is in force, and each clause by its own', async () => {
    const rules = [present('privacy-rules'), present('training-plan')];
    const documents = (written: string, complete = '') =>
      `organization: { name: 関所市${complete} }\ndocuments: ${written}\n`;
    const plan = '{ id: plan, name: 研修計画, type: training-plan, adopted: 2026-04-01 }';
    const privacy = (adopted: string) =>
      `[{ id: p, name: 取扱規程, type: privacy-rules${adopted} }, ${plan}]`;
    expect(await told(rules, documents(privacy(', adopted: 2020-04-01')))).toEqual([]);
    expect(await told(rules, documents(privacy(', adopted: false')))).toEqual([
      '1 fail 1 「関所市」は「取扱規程」をまだ定めていません。',
    ]);
    expect(await told(rules, documents(privacy('')))).toEqual([
      '1 unknown 1 「関所市」は「取扱規程」の施行日が台帳に書かれていません。',
    ]);
    expect(await told(rules, documents(`[${plan}]`))).toEqual([
      '1 unknown 1 「関所市」は個人情報取扱規程が台帳の documents にありません。',
    ]);
    expect(await told(rules, documents('[]'))).toEqual([
      '1 fail 1 「関所市」は個人情報取扱規程がありません。',
      '2 fail 1 「関所市」は研修計画がありません。',
    ]);
    expect(await told(rules, documents('[]'), ['--lang', 'en'])).toEqual([
      '1 fail 1 “関所市” lacks a document of the kind “rules on personal data”.',
      '2 fail 1 “関所市” lacks a document of the kind “training plan”.',
    ]);
    const untyped = '[{ id: p, name: 取扱規程, adopted: 2020-04-01 }]';
    expect(await told(rules.slice(0, 1), documents(untyped, ', complete: [documents]'))).toEqual([
      '1 unknown 1 「関所市」は個人情報取扱規程が documents に見当たらず、種類の書かれていない文書「取扱規程」がこれに当たるか判定できません。',
    ]);
    const all = await findings({ 'a.yaml': documents('[]'), [own]: policy(rules) });
    expect(new Set(all.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });

  it('judges whether documents are reviewed, each by itself', async () => {
    const rules = [reviewed('privacy-rules', ', maxAge: P12M'), reviewed('training-plan')];
    const document = (fields: string) =>
      `documents:\n  - { id: p, name: 取扱規程, type: privacy-rules, ${fields} }\n  - { id: q, name: 研修計画, type: training-plan, adopted: 2020-04-01, reviewed: 2026-04-01 }\n`;
    expect(await told(rules, document('adopted: 2020-04-01, reviewed: 2026-03-31'))).toEqual([]);
    expect(await told(rules, document('adopted: 2026-03-31, reviewed: false'))).toEqual([]);
    expect(await told(rules, document('adopted: 2020-04-01, reviewed: 令和6年3月29日'))).toEqual([
      '1 fail 2 「取扱規程」は最後の見直し（令和6年3月29日）から12か月（条項の定め）を過ぎています。',
    ]);
    expect(await told(rules, document('adopted: 2020-04-01, reviewed: false'))).toEqual([
      '1 fail 2 「取扱規程」は見直されていません。',
    ]);
    expect(await told(rules, document('adopted: 2020-04-01'))).toEqual([
      '1 unknown 2 「取扱規程」は reviewed が台帳に書かれていません。',
    ]);
    expect(await told(rules, document('reviewed: false'))).toEqual([
      '1 unknown 2 「取扱規程」は adopted が台帳に書かれていません。',
    ]);
    expect(await told(rules, document('adopted: false'))).toEqual([
      '1 fail 1 「台帳」は「取扱規程」をまだ定めていません。',
    ]);
    // The interval that no document states is ours: somebody must look.
    expect(
      await told([reviewed('privacy-rules')], document('adopted: 2020-04-01, reviewed: 2024-03-29')),
    ).toEqual([
      '1 review 2 「取扱規程」は最後の見直し（2024-03-29）から12か月（既定値）を過ぎています。期間は文書に定めがないため、これでよいかを確かめる必要があります。',
    ]);
    expect(
      await told(
        [reviewed('privacy-rules', ', maxAge: null')],
        document('adopted: 2020-04-01, reviewed: 2001-03-29'),
      ),
    ).toEqual([]);
    expect(await told(rules, 'organization: { name: 関所市 }\ndocuments: []\n', ['--lang', 'en'])).toEqual([
      '1 fail 1 “関所市” lacks a document of the kind “rules on personal data”.',
      '2 fail 1 “関所市” lacks a document of the kind “training plan”.',
    ]);
    expect(
      await told(
        [reviewed('privacy-rules', ', maxAge: fiscal-year')],
        document('adopted: 2020-04-01, reviewed: 2024-03-29'),
        ['--lang', 'en'],
      ),
    ).toEqual([
      '1 fail 2 “取扱規程” was last reviewed on 2024-03-29, and not in this fiscal year or the one before (set by the clause).',
    ]);
  });

  it('has reports in every format', async () => {
    const files = {
      'a.yaml': 'organization: { name: 関所市, roles: [] }\n',
      [own]: policy([held('privacy-officer')]),
    };
    for (const format of [
      'text',
      'json',
      'sarif',
      'sarif-audit',
      'junit',
      'github',
      'gitlab',
      'markdown',
      'csv',
      'html',
    ])
      for (const lang of ['ja', 'en']) {
        const { code, stdout, stderr } = await check(files, ['-p', own, '-f', format, '--lang', lang]);
        expect([format, code, stderr]).toEqual([format, 1, '']);
        expect(stdout).toContain('個人情報保護責任者');
        if (/json|sarif|gitlab/.test(format)) JSON.parse(stdout);
      }
  });
});
