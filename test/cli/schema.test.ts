import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { formats } from '../../src/schema/formats.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const policy = `id: sekisho-city
title: 関所市情報セキュリティ対策基準
scales:
  confidentiality:
    - { level: 3A, means: 3 }
    - { level: Ⅱ, means: 2 }
    - { level: 1, means: 1 }
layers:
  - { id: school, name: 校務系, treatedAs: internet }
vocabulary:
  roles: [{ id: privacy-officer, name: 個人情報保護責任者 }]
  documents: [{ id: school-rules, name: 学校の情報取扱規程 }]
ownRules: own.rules.yaml
clauses:
  - ref: 5(1)
    title: 持出し
    summary: 持ち出すデータを暗号化する。
    modality: must
    rules:
      - { id: own/takeout-encrypted, basis: stated, where: { form: media } }
`;

const rules = `fields:
  assets:
    x-takeout.encrypted: { type: boolean, about: 持ち出すデータを暗号化しているか。 }
    x-counted: date
    x-kinds: { type: list, choices: [paper, cloud] }
  organization: { x-rank: [a, b] }
rules:
  - id: own/takeout-encrypted
    title: 持出しは暗号化する
    appliesTo: assets
    when: { $level.confidentiality: { atLeast: Ⅱ }, copies: { some: { manager: { present: true } } } }
    require: { x-takeout.encrypted: true }
    examples:
      pass: { classification: { confidentiality: Ⅱ }, copies: [{ manager: 市民課長 }], x-takeout: { encrypted: true } }
      fail: { classification: { confidentiality: Ⅱ }, copies: [{ manager: 市民課長 }], x-takeout: { encrypted: false } }
      unknown: { classification: { confidentiality: Ⅱ }, copies: [{ manager: 市民課長 }] }
`;

type Schema = Record<string, never>;

/** The schemas that are written for the policy, compiled as an editor does: once, since that takes a while. */
const editor = (async () =>
  inFolder({ 'policy.yaml': policy, 'own.rules.yaml': rules }, async (directory) => {
    const run = await sekisho(['schema', '-p', 'policy.yaml', '--out', '.sekisho'], { directory });
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const folder = path.join(directory, '.sekisho');
    const ajv = new Ajv2020({ strict: false, allErrors: true, code: { optimize: false } });
    for (const [name, format] of Object.entries(formats)) ajv.addFormat(name, format);
    const schemas: Record<string, Schema> = {};
    for (const file of await readdir(folder)) {
      schemas[file] = JSON.parse(await readFile(path.join(folder, file), 'utf8'));
      ajv.addSchema(schemas[file] as object, file);
    }
    /** What is wrong with a text as a file of a kind: the places, each once. */
    const wrong = (kind: 'inventory' | 'policy' | 'rules', text: string) => {
      const validate = ajv.getSchema(`${kind}.schema.json`) as ValidateFunction;
      return parseAllDocuments(text, { merge: true }).flatMap((document) => {
        if (validate(document.toJS())) return [];
        const errors = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if');
        return [...new Set(errors.map((error) => error.instancePath))];
      });
    };
    return { wrong, schemas };
  }))();

describe('sekisho schema', () => {
  it('tells an editor the levels of the policy, and refuses no other way of writing them', async () => {
    const { wrong, schemas } = await editor;
    const { confidentiality } = (schemas['common.schema.json'] as never)['$defs']['classification'][
      'properties'
    ];
    expect(confidentiality['anyOf'][0]['enum']).toEqual(['3A', 'Ⅱ', 1]);
    const asset = (level: string) =>
      wrong('inventory', `assets: [{ id: a, name: 資産, classification: { confidentiality: ${level} } }]`);
    for (const level of ['3A', '３Ａ', 'Ⅱ', '1', '機密性3A', '']) expect(asset(level), level).toEqual([]);
    expect(asset('[1]')).toContain('/assets/0/classification/confidentiality');
  });

  it('offers the layers of the policy by id and by name', async () => {
    const { wrong, schemas } = await editor;
    const { layer } = (schemas['segments.schema.json'] as never)['properties'];
    expect(layer['anyOf'][0]['enum']).toEqual(expect.arrayContaining(['school', '校務系', 'lgwan']));
    for (const word of ['school', '校務系', '校 務 系'])
      expect(wrong('inventory', `segments: [{ id: s, name: 網, layer: ${word} }]`)).toEqual([]);
  });

  it('knows the fields that the policy declares, with what they hold', async () => {
    const { wrong, schemas } = await editor;
    const { encrypted } = (schemas['assets.schema.json'] as never)['properties']['x-takeout']['properties'];
    expect(encrypted['description']).toBe('持ち出すデータを暗号化しているか。');
    const good = `organization: { name: 関所市, x-rank: a, x-other: 1 }
assets:
- id: a
  name: 資産
  x-takeout: { encrypted: true, free: 1 }
  x-counted: 令和8年4月1日
  x-kinds: [paper]
- { id: b, name: 資産, x-takeout: , x-counted: }
`;
    expect(wrong('inventory', good)).toEqual([]);
    expect(wrong('inventory', good.replace('encrypted: true', 'encrypted: yes'))).toEqual([
      '/assets/0/x-takeout/encrypted',
    ]);
    expect(wrong('inventory', good.replace('令和8年4月1日', 'soon'))).toEqual(['/assets/0/x-counted']);
    expect(wrong('inventory', good.replace('[paper]', '[stone]'))).toEqual(['/assets/0/x-kinds/0']);
    expect(wrong('inventory', good.replace('x-rank: a', 'x-rank: c'))).toEqual(['/organization/x-rank']);
  });

  it('knows the words that the policy adds to open lists, wherever they may stand', async () => {
    const { wrong } = await editor;
    const body = (role: string) => `organization: { name: 関所市, roles: [{ role: ${role}, post: 課長 }] }\n`;
    expect(wrong('inventory', body('privacy-officer'))).toEqual([]);
    expect(wrong('inventory', body('privacy-oficer'))).toEqual(['/organization/roles/0/role']);
    expect(wrong('inventory', 'documents: [{ id: d, name: 規程, type: school-rules }]\n')).toEqual([]);
    const approvers = (role: string) =>
      policy.replace('clauses:', `exceptions: { approvers: [${role}] }\nclauses:`);
    expect(wrong('policy', approvers('privacy-officer'))).toEqual([]);
    expect(wrong('policy', approvers('privacy-oficer'))).toEqual(['/exceptions/approvers/0']);
    const asking = (type: string) =>
      rules
        .replace('appliesTo: assets', 'appliesTo: documents')
        .replace(/when:[^\n]*/, `when: { type: ${type} }`);
    expect(wrong('rules', asking('school-rules'))).not.toContain('/rules/0/when/type');
    expect(wrong('rules', asking('scool-rules'))).toContain('/rules/0/when/type');
  });

  it('knows what a condition may ask of records of each section', async () => {
    const { wrong } = await editor;
    expect(wrong('rules', rules)).toEqual([]);
    const at = (from: string, to: string) => {
      expect(rules).toContain(from);
      return wrong('rules', rules.replace(from, to));
    };
    expect(at('require: { x-takeout.encrypted', 'require: { x-takeout.encripted')).toEqual([
      '/rules/0/require',
    ]);
    expect(at('{ atLeast: Ⅱ }', '{ least: Ⅱ }')).toContain('/rules/0/when/$level.confidentiality');
    expect(at('manager: { present', 'boss: { present')).toContain('/rules/0/when/copies/some');
    expect(at('require: { x-takeout.encrypted: true', 'require: { form: stone')).toContain(
      '/rules/0/require/form',
    );
    expect(
      at('require: { x-takeout.encrypted: true', 'require: { any: [{ form: media }, { form: $kind }]'),
    ).toEqual([]);
    expect(
      at('require: { x-takeout.encrypted: true', 'require: { any: [{ form: media }, { from: media }]'),
    ).toEqual(['/rules/0/require/any/1']);
  });

  it('knows the rules, and the records that a clause may ask them of', async () => {
    const { wrong, schemas } = await editor;
    expect(wrong('policy', policy)).toEqual([]);
    const { id } = (schemas['policy.schema.json'] as never)['properties']['clauses']['items']['properties'][
      'rules'
    ]['items']['properties'];
    expect(id['anyOf'][0]['enum']).toEqual(
      expect.arrayContaining(['own/takeout-encrypted', 'classification/encryption-at-rest']),
    );
    const at = (from: string, to: string) => wrong('policy', policy.replace(from, to));
    expect(at('own/takeout-encrypted', 'own/to-come')).toEqual([]);
    expect(at('own/takeout-encrypted', 'classification/encryption')).toContain('/clauses/0/rules/0/id');
    expect(at('where: { form', 'where: { from')).toContain('/clauses/0/rules/0/where');
  });

  it('takes every policy that is built in, and the inventory of every example', async () => {
    const root = path.resolve(import.meta.dirname, '../..');
    const { wrong } = await editor;
    for (const name of ['isesaki', 'kumagaya', 'minakami', 'tokubetsuku'])
      expect(wrong('policy', await readFile(path.join(root, `rules/policies/${name}.yaml`), 'utf8'))).toEqual(
        [],
      );
    for (const file of await readdir(path.join(root, 'examples/city/assets')))
      expect(
        wrong('inventory', await readFile(path.join(root, 'examples/city/assets', file), 'utf8')),
      ).toEqual([]);
  });

  it('writes them anew, and nothing over a file of others', async () => {
    await inFolder({ 'policy.yaml': policy, 'own.rules.yaml': rules }, async (directory) => {
      const again = ['schema', '-p', 'policy.yaml', '--out', '.sekisho'];
      const file = path.join(directory, '.sekisho/policy.schema.json');
      expect((await sekisho(again, { directory })).code).toBe(0);
      const before = await readFile(file, 'utf8');
      expect((await sekisho(again, { directory })).code).toBe(0);
      expect(await readFile(file, 'utf8')).toBe(before);
      const mine = '{ "title": "mine" }';
      await writeFile(file, mine);
      await writeFile(path.join(directory, 'policy.yaml'), policy.replace('3A', '3B'));
      const { code, stdout, stderr } = await sekisho(again, { directory });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('上書きしません: .sekisho/policy.schema.json');
      expect(await readFile(file, 'utf8')).toBe(mine);
      expect(await readFile(path.join(directory, '.sekisho/common.schema.json'), 'utf8')).not.toContain('3B');
    });
  });

  it('says what to write at the top of a file', async () => {
    await inFolder({ 'policy.yaml': policy, 'own.rules.yaml': rules }, async (directory) => {
      const { stdout } = await sekisho(['schema', '-p', 'policy.yaml', '-o', 'out/', '--lang', 'en'], {
        directory,
      });
      expect(stdout).toMatch(/^\d+ JSON schemas written to out\. /);
      expect(stdout).toContain('# yaml-language-server: $schema=out/inventory.schema.json\n');
    });
  });

  it.each([
    [['-o', 'out'], /ポリシーが決まっていません/],
    [['-p', 'isesaki', '--path'], /--path は.*-p・-o とは一緒に使えません/],
    [['-o', 'out', '--path'], /--path は/],
    [['asset'], /「asset」のスキーマはありません。assets ではありませんか/],
    [['report', '-p', 'isesaki'], /「report」のスキーマはありません/],
    [['-p', 'isesak', '-o', 'out'], /isesaki ではありませんか/],
  ])('refuses %j', async (argv, complaint) => {
    await inFolder({}, async (directory) => {
      const { code, stdout, stderr } = await sekisho(['schema', ...argv], { directory });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(complaint);
    });
  });

  it.each([
    [[], 'inventory'],
    [['assets'], 'assets'],
    [['情報資産'], 'assets'],
    [['staffgroups'], 'staffGroups'],
    [['policy'], 'policy'],
    [['report'], 'report'],
    [['report-lines'], 'report-lines'],
  ])('prints what is published: %j, or says where it lies', async (argv, name) => {
    const printed = await sekisho(['schema', ...argv]);
    expect(JSON.parse(printed.stdout).$id).toBe(`sekisho:/schemas/1/${name}.schema.json`);
    const where = await sekisho(['schema', ...argv, '--path']);
    expect([printed.code, printed.stderr, where.code, where.stderr]).toEqual([0, '', 0, '']);
    expect(where.stdout).toMatch(new RegExp(`^/.*/schemas/${name}\\.schema\\.json\n$`));
    expect(await readFile(where.stdout.trim(), 'utf8')).toBe(printed.stdout);
  });

  it('prints one with the words of a policy that is named, and writes it alone where asked to', async () => {
    await inFolder({ 'policy.yaml': policy, 'own.rules.yaml': rules }, async (directory) => {
      const { stdout } = await sekisho(['schema', 'segments', '-p', 'policy.yaml'], { directory });
      expect(stdout).toContain('校務系');
      await sekisho(['schema', 'segments', '-p', 'policy.yaml', '-o', 'out'], { directory });
      expect(await readdir(path.join(directory, 'out'))).toEqual(['segments.schema.json']);
      expect(await readFile(path.join(directory, 'out/segments.schema.json'), 'utf8')).toBe(stdout);
    });
  });

  it('takes the policy of the configuration', async () => {
    await inFolder(
      { 'sekisho.config.yaml': 'policy: policy.yaml\n', 'policy.yaml': policy, 'own.rules.yaml': rules },
      async (directory) => {
        expect(await sekisho(['schema', '-o', 'out'], { directory })).toMatchObject({ code: 0 });
        expect(await readFile(path.join(directory, 'out/assets.schema.json'), 'utf8')).toContain('x-takeout');
      },
    );
  });
});
