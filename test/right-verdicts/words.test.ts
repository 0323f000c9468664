import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { rules } from '../../rules/index.ts';
import { textsOf } from '../../src/schema/field-texts.ts';
import { type Shape, shapeAt } from '../../src/schema/shape.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { judgeExample } from '../support/rule-examples.ts';

/** Every field of the vocabulary that is yes or no and nothing else, with its description. */
function* yesOrNoFields(shape: Shape, path: string): Generator<readonly [path: string, shape: Shape]> {
  if (shape.types.length === 1 && shape.types[0] === 'boolean') yield [path, shape];
  for (const [name, property] of Object.entries(shape.properties ?? {}))
    yield* yesOrNoFields(property, path === '' ? name : `${path}.${name}`);
  if (shape.items !== undefined) yield* yesOrNoFields(shape.items, path);
}

describe('what to write where something is not stated', () => {
  it.each([...yesOrNoFields(inventoryShape, '')])(
    'E: %s is described by a question that both answers can be made of',
    (_, shape) => {
      const { about } = textsOf(shape);
      expect(about?.ja).toMatch(/^[^。]*(?:ている|できる|ある|する|[^たるい])か。/u);
      expect(about?.en).toMatch(/^Whether /);
    },
  );

  it.each(rules.filter(({ examples }) => examples.unknown !== undefined).map((rule) => [rule.id, rule]))(
    'E: %s gives yes and no as equal choices, and says then what to do',
    async (_, rule) => {
      const { findings } = await judgeExample(rule, rule.examples.unknown ?? '');
      for (const { remedy, record, field } of findings) {
        expect(remedy.ja).not.toMatch(/true か false を書いてください|に true と書いてください/);
        const section = inventoryShape.properties?.[record.kind];
        const shape = section && shapeAt(section.items ?? section, field.split('.'));
        if (shape?.types.length !== 1 || shape.types[0] !== 'boolean' || field === 'confirmed') continue;
        expect(remedy.ja).toMatch(/(?:れば) true、.*なければ false と書いてください/);
        expect(remedy.en).toMatch(/write true if .*, false if not\./);
      }
    },
  );

  it('E: the remedy of an unknown says what each answer means and what to do after a no', async () => {
    const rule = rules.find(({ id }) => id === 'classification/encryption-at-rest');
    if (rule === undefined) throw new Error('there is no such rule');
    const { findings } = await judgeExample(rule, rule.examples.unknown ?? '');
    expect(findings.map(({ remedy }) => remedy)).toEqual([
      {
        ja: 'encryption.atRest に、保存時に暗号化していれば true、していなければ false と書いてください。していないときは、記憶装置、データベース又はファイルの暗号化を有効にし、encryption.atRest を true に改めてください。',
        en: 'In encryption.atRest, write true if it is encrypted where it is stored, false if not. If not, turn on encryption of the disk, the database or the file, and change encryption.atRest to true.',
      },
    ]);
  });

  it('E: where a yes is what is wrong, what to do follows the yes', async () => {
    const rule = rules.find(({ id }) => id === 'technical/mail-auto-forward');
    if (rule === undefined) throw new Error('there is no such rule');
    const { findings } = await judgeExample(rule, rule.examples.unknown ?? '');
    expect(findings[0]?.remedy.ja).toContain(
      'できれば true、できなければ false と書いてください。できるときは、',
    );
  });
});

/** Runs a command on one file, judged by 20 November 2026. */
function run(command: 'check' | 'coverage', yaml: string, ...argv: readonly string[]): Promise<string> {
  return inFolder({ '台帳.yaml': yaml, '自団体.yaml': ownPolicy }, async (directory) => {
    const asked = [command, '台帳.yaml', '--as-of', '2026-11-20', ...argv];
    const { stdout } = await sekisho(asked, { directory, columns: 80, environment: { NO_COLOR: '1' } });
    return stdout;
  });
}

const ownPolicy = `
id: own
title: { ja: 関所市情報セキュリティポリシー, en: 関所市情報セキュリティポリシー }
clauses:
  - ref: 第1条
    title: { ja: 管理責任, en: 管理責任 }
    summary: { ja: 情報資産の管理責任を負う者を定めなければならない。, en: 情報資産の管理責任を負う者を定めなければならない。 }
    modality: must
    rules: [{ id: classification/manager-assigned, basis: stated }]
  - ref: 第2条
    title: { ja: 保管, en: 保管 }
    summary: { ja: 必要に応じて、情報資産を暗号化して保管する。, en: 必要に応じて、情報資産を暗号化して保管する。 }
    modality: should
    rules: [{ id: classification/encryption-at-rest, basis: stated }]
  - ref: 第3条
    title: { ja: 認識, en: 認識 }
    summary: { ja: 重要性について共通の認識を持つ。, en: 重要性について共通の認識を持つ。 }
    modality: must
    rules: [{ id: technical/access-control, basis: interpreted, severity: warning }]
`;

const labels = `
organization: { name: 関所市 }
assets:
  - { id: 住民票, name: 住民票, manager: false, form: electronic, encryption: { atRest: false }, classification: { confidentiality: 3, integrity: 2, availability: 2 } }
systems:
  - { id: 業務, name: 業務サーバ, type: server, manager: 情報課長, accessControl: false }
  - { id: 不明, name: 不明サーバ, type: server, manager: 情報課長 }
exceptions:
  - { id: 例外1, name: 例外1, rules: [classification/manager-assigned], records: [無い記録], reason: 更新待ち, applicant: 課長, approver: 市長, approved: 2025-04-01 }
`;

describe('what findings are called', () => {
  const own = ['-p', './自団体.yaml'];

  it('E: a broken duty is a violation, a plain no under should or our reading an improvement, an inventory fail an error in it', async () => {
    const { findings } = JSON.parse(await run('check', labels, ...own, '-f', 'json')) as {
      findings: { ruleId: string; verdict: string; label: string; severity: string }[];
    };
    const of = (rule: string) =>
      findings
        .filter(({ ruleId }) => ruleId === rule)
        .map(({ verdict, label, severity }) => [verdict, label, severity]);
    expect(of('classification/manager-assigned')).toEqual([['fail', 'violation', 'error']]);
    expect(of('classification/encryption-at-rest')).toEqual([['fail', 'improvement', 'warning']]);
    expect(of('technical/access-control')).toEqual([
      ['fail', 'improvement', 'warning'],
      ['unknown', 'unknown', 'warning'],
    ]);
    expect(of('inventory/exception-expired')).toEqual([['fail', 'inventory-error', 'error']]);
  });

  it.each([
    ['text', /違反 1件、記載の誤り \d件、改善事項 2件、判定不能 \d件、要確認 \d件/],
    ['markdown', /\| 違反 \| 1 \|\n\| 記載の誤り \| \d \|\n\| 改善事項 \| 2 \|/],
    ['html', /違反 1件、.*記載の誤り \d件、.*改善事項 2件/],
    ['github', /違反 1件、記載の誤り \d件、改善事項 2件/],
  ])('E: each is counted apart in %s', async (format, counted) => {
    const report = await run('check', labels, ...own, '-f', format);
    expect(report).not.toContain('NaN');
    expect(report.replaceAll(/<[^>]+>/g, '')).toMatch(counted);
  });

  it('E: a clause of which no duty is broken is 改善事項 in the account of clauses, not 違反', async () => {
    const account = await run('coverage', labels, ...own);
    expect(account).toMatch(/違反 +第1条/);
    expect(account).toMatch(/改善事項 +第2条/);
    expect(account).toMatch(/改善事項 +第3条/);
    expect(account).toMatch(/3条項: 違反 1, 改善事項 2/);
  });

  it('E: the weight stands beside the label as 深刻度 高・中・低, and as error, warning, info in English', async () => {
    const ja = await run('check', labels, ...own);
    expect(ja).toContain('違反（深刻度 高）');
    expect(ja).toContain('改善事項（深刻度 中）');
    expect(ja).toMatch(/深刻度 高\s\d、中\s\d、低\s\d/);
    expect(ja).not.toMatch(/エラー|警告|重要度/);
    const en = await run('check', labels, ...own, '--lang', 'en');
    expect(en).toContain('violation (error)');
    expect(en).toContain('improvement (warning)');
  });

  it('E: what an exception permits and what a baseline lists are named and counted apart', async () => {
    const yaml = `
organization: { name: 関所市, roles: [{ role: ciso, post: 市長 }] }
assets:
  - { id: 住民票, name: 住民票, manager: false }
  - { id: 課税台帳, name: 課税台帳, manager: false }
exceptions:
  - { id: 例外1, name: 例外1, rules: [classification/manager-assigned], records: [住民票], reason: 更新待ち, applicant: 課長, approver: 市長, approved: 2026-04-01 }
`;
    const rule = [...own, '--rule', 'classification/manager-assigned', '--show-suppressed'];
    const report = await run('check', yaml, ...rule, '--baseline', 'b.json', '--update-baseline');
    expect(report).toContain('例外措置の適用中の指摘 1件');
    expect(report).toContain('既知の指摘（基準時点から継続） 1件');
    expect(report.replaceAll(/\s/g, '')).toContain(
      '既知の指摘（基準時点から継続）:違反1件、判定不能0件、要確認0件、例外措置の適用中1件',
    );
    expect(report).not.toContain('抑止');
  });

  it('E: the account of clauses says 対応するルール等 and 参照（判定なし）, of violations 違反事案', async () => {
    const account = await run('coverage', labels, '-p', 'kumagaya', '-f', 'markdown');
    expect(account).toContain('対応するルール等');
    expect(account).toContain('参照（判定なし）');
    expect(account).not.toMatch(/答えるもの|反映/);
    expect(textsOf(shapeAt(inventoryShape, ['violations']) ?? { types: [] }).about?.ja).toContain('違反事案');
  });
});

describe('days', () => {
  const dated = `
organization: { name: 関所市 }
staffGroups:
  - { id: 職員, name: 正規職員, employment: regular, lastTraining: 令和３年６月24日 }
  - { id: 任期付, name: 任期付職員, employment: regular, lastTraining: 2021-06-24 }
exceptions:
  - { id: 例外1, name: 例外1, rules: [human/training-current], records: [任期付], reason: 休職中, applicant: 課長, approver: 市長, approved: R7.4.1 }
  - { id: 例外2, name: 例外2, rules: [human/training-current], records: [任期付], reason: 休職中, applicant: 課長, approver: 市長, approved: 令和8年4月1日 }
attestations:
  - { id: 認識, policy: kumagaya, clause: "5[1]", statement: 確かめた, by: 市長, date: 平成31年4月2日 }
`;

  it('E: a message shows a day as its file writes it, and one that follows from it in the same notation', async () => {
    const report = await run('check', dated, '-p', 'kumagaya', '--show-suppressed');
    const lines = report.replaceAll(/\n +/g, '');
    expect(lines).toContain('最後の研修・訓練「令和３年６月24日」');
    expect(lines).toContain('最後の研修・訓練「2021-06-24」');
    expect(lines).toContain('期限 R8.3.31 が過ぎています');
    expect(lines).toContain('承認 市長、令和9年3月31日 まで');
    expect(lines).toMatch(
      /日付は *平成31年4月2日 です。期限の記載がないため *令和2年3月31日 *までとみなされ/,
    );
  });

  it('E: so do the tables of the audit report; programs get ISO 8601', async () => {
    const page = await run('check', dated, '-p', 'kumagaya', '-f', 'html');
    expect(page).toContain('<span class="brief">R8.3.31</span>');
    expect(page).toContain('令和8年4月1日');
    expect(page).toContain('<span class="brief">平成31年4月2日</span>');
    const { findings } = JSON.parse(await run('check', dated, '-p', 'kumagaya', '-f', 'json')) as {
      findings: { suppression: object | null }[];
    };
    expect(findings.flatMap(({ suppression }) => suppression ?? [])).toEqual([
      expect.objectContaining({ id: '例外2', expires: '2027-03-31' }),
    ]);
  });

  it('E: records that share a day by an alias both show it as written', async () => {
    const yaml = `
x-day: &前回 令和3年6月24日
x-check: &確認 { last: 令和3年6月24日 }
organization: { name: 関所市 }
contracts:
  - &c { id: 委託1, name: 保守, type: outsourcing, verification: *確認 }
  - { id: 委託2, name: 清掃, type: outsourcing, verification: *確認 }
  - { <<: *c, id: 委託3, name: 警備 }
  - *c
`;
    const report = await run('check', yaml, '-p', 'minakami', '--rule', 'outsourcing/contractor-verified');
    expect(report).toMatch(/最後に行った「令和3年6月24\n? *日」より後/);
    expect(report).not.toContain('2021-06-24');
  });
});

describe('references and titles', () => {
  it('E: no title stands beside a reference that contains it', async () => {
    const yaml = '{ organization: { name: 関所市 }, assets: [{ id: a, name: 住民票, manager: false }] }';
    for (const format of ['text', 'markdown', 'html']) {
      const account = await run('check', yaml, '-p', 'minakami', '-f', format);
      expect(account).not.toMatch(/3\)保管 +保管|管理責任 +管理責任(?!を)|3\)送受信 +送受信/);
    }
    expect(await run('coverage', yaml, '-p', 'minakami')).not.toMatch(/3\)送受信 +送受信/);
  });

  it('E: no line breaks a reference', async () => {
    const yaml = `
organization: { name: 関所市 }
segments: [{ id: a, name: a }, { id: b, name: b }]
connections: [{ id: c, name: c, from: a, to: b }]
`;
    for (const columns of [40, 50, 60, 70, 80]) {
      const { stdout } = await inFolder({ 'a.yaml': yaml }, (directory) =>
        sekisho(['a.yaml', '-p', 'isesaki', '-p', 'minakami'], { directory, columns }),
      );
      expect(stdout).not.toMatch(/(?:isesaki|minakami|6\(3\))\n/);
    }
  });

  it('E: the list of what to fill in names section and field in Japanese to their end', async () => {
    const yaml =
      '{ organization: { name: 関所市 }, segments: [{ id: a, name: a }], systems: [{ id: s, name: s }] }';
    const report = await run('check', yaml, '-p', 'isesaki', '-p', 'minakami');
    const titles = report.match(/^ *\d+\. .*(?:\n {5}\S.*)*/gm) ?? [];
    expect(titles.length).toBeGreaterThan(5);
    for (const title of titles) {
      const [words = ''] = title
        .replace(/^ *\d+\. /, '')
        .replaceAll(/\n */g, '')
        .split(/ ?\((?=[a-z])/);
      expect(words, title).toMatch(
        /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・、（）「」：A-Z [\]]+$/u,
      );
    }
  });
});

describe('English sentences', () => {
  const english = (yaml: string, policy: string, ...rules: readonly string[]) =>
    run('check', yaml, '-p', policy, '--lang', 'en', ...rules.flatMap((rule) => ['--rule', rule]));

  it('E: a body has a post as its chief information officer, not as one of several', async () => {
    const yaml =
      'organization: { name: 関所市, roles: [{ role: cio, post: 部長 }, { role: ciso, post: 部長 }] }';
    const report = await english(yaml, 'kumagaya', 'organization/ciso-appointed');
    expect(report.replaceAll(/\s+/g, ' ')).toContain(
      'has “部長” as its chief information officer, not 副市長',
    );
  });

  it('E: the last of several layers, and of several levels, follows an “and”', async () => {
    const yaml = `
organization: { name: 関所市 }
segments: [{ id: m, name: 番号, layer: mynumber }, { id: l, name: LG, layer: lgwan }, { id: i, name: 庁内, layer: internet }, { id: e, name: 外, layer: external }]
systems: [{ id: s, name: 複合機, type: mfp, segments: [m, l, i, e], forwards: true }]
assets: [{ id: a, name: 台帳, classification: { availability: 2 } }]
`;
    const rules = ['resilience/mynumber-separation', 'classification/levels-assigned'];
    const report = await english(yaml, 'isesaki', ...rules);
    expect(report.replaceAll(/\s+/g, ' ')).toContain('the LGWAN layer, the internet layer and the outside');
    expect(report.replaceAll(/\s+/g, ' ')).toContain('its level of confidentiality and integrity');
  });

  it('E: a section is not named before what begins with its name', async () => {
    const report = await english(
      'organization: { name: 関所市 }',
      'kumagaya',
      'inventory/attestation-current',
    );
    expect(report).toContain('. attestations for clauses (attestations)');
  });
});

describe('what is written wrongly', () => {
  const remedies = async (yaml: string) => {
    const { findings } = JSON.parse(await run('check', yaml, '-p', 'minakami', '-f', 'json')) as {
      findings: { ruleId: string; remedy: { ja: string } | string }[];
    };
    return findings
      .filter(({ ruleId }) => ruleId === 'inventory/schema' || ruleId === 'inventory/syntax')
      .map(({ remedy }) => JSON.stringify(remedy));
  };

  it('E: what lacks a comma between two keys is not to be put in quotes', async () => {
    const broken = `
organization: { name: 関所市 }
assets:
  - { id: c name: 台帳 }
`;
    const found = await remedies(broken);
    expect(found).toEqual([expect.stringContaining('前の項目との間に半角のコンマ（,）を書いてください。')]);
    expect(await remedies(broken.replace('c name', 'c, name'))).toEqual([]);
  });

  it('E: what may be written instead of a day is a sentence of its own', async () => {
    const [document, day, definitions, malware] = await remedies(`
organization: { name: 関所市 }
documents: [{ id: d, name: 手順, adopted: 未定 }]
audits: [{ id: a, date: 8.10.5 }]
systems: [{ id: s, name: 端末, malware: { definitions: 毎日 } }]
`);
    expect(document).toContain(
      '月（2026-04、令和8年4月）か年度（令和8年度）でもかまいません。行っていなければ false と書いてください。',
    );
    expect(day).toContain('実在する日を書いてください。');
    expect(day).not.toContain('false');
    expect(definitions).toContain(
      'でもかまいません。自動で行っていれば automatic、行っていなければ false と書いてください。',
    );
    expect(malware).toBeUndefined();
  });
});
