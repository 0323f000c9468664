import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { findingFormats } from '../../src/report/formats.ts';
import { sekisho, sekishoOnProject } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const root = path.resolve(import.meta.dirname, '../..');
const runs = [
  ['examples/first-steps', 'minakami'],
  ['examples/city', 'isesaki'],
  ['examples/city', 'minakami'],
] as const;

/** Both languages of each report: in turn in each run of all tests, both everywhere where SEKISHO_FULL asks for it. */
const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';
const languagesOf = (run: readonly [string, string]) => {
  const index = runs.findIndex((one) => one.join() === run.join());
  return isFull ? ['ja', 'en'] : [index % 2 === 0 ? 'ja' : 'en'];
};

const argvOf = (example: string, policy: string, format: string, lang: string) =>
  ['check', example, '-p', policy, '-f', format, '--lang', lang, '--as-of', '2026-11-20'] as const;
const report = async (...about: Parameters<typeof argvOf>) =>
  (await sekishoOnProject(argvOf(...about))).stdout;

describe.each(Object.keys(findingFormats))('the %s report', (format) => {
  it.each(runs)(
    'of %s under %s is the same bytes every time, ends its last line and names no place of this machine',
    async (example, policy) => {
      for (const lang of languagesOf([example, policy])) {
        const first = await report(example, policy, format, lang);
        const again = await sekisho(argvOf(example, policy, format, lang), { directory: root });
        expect(first).toBe(again.stdout);
        expect(first.endsWith('\n')).toBe(true);
        expect(first).not.toContain(root);
      }
    },
  );

  it('keeps what an inventory says from acting on a terminal', async () => {
    const yaml = `assets:\n  - { id: a, name: "住民票\\e[2J\\u202e", manager: false }\n`;
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { stdout } = await sekisho(['a.yaml', '-p', 'minakami', '-f', format], { directory });
      expect(stdout).not.toContain('\u001b');
      if (format === 'text') {
        expect(stdout).toContain('住民票\\u{1b}[2J\\u{202e}');
        expect(stdout).not.toContain('\u202e');
      }
    });
  });

  it('can go to a file, in a folder that is made for it', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { stdout, code } = await sekisho(
        ['a.yaml', '-p', 'minakami', '-f', `${format}=reports/今日/report`],
        { directory },
      );
      expect(stdout).toBe('');
      expect(code).toBe(0);
      const written = readFileSync(path.join(directory, 'reports/今日/report'), 'utf8');
      expect(written).toBe((await sekisho(['a.yaml', '-p', 'minakami', '-f', format], { directory })).stdout);
    });
  });
});

describe('the json report', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true, validateFormats: false });
  const validate = ajv.compile(
    JSON.parse(readFileSync(path.join(root, 'schemas/report.schema.json'), 'utf8')),
  );

  it.each(runs)('of %s under %s satisfies the schema that we publish', async (example, policy) => {
    for (const lang of ['ja', 'en']) {
      validate(JSON.parse(await report(example, policy, 'json', lang)));
      expect(validate.errors).toBeNull();
    }
  });

  it('satisfies it where the run went wrong, too', async () => {
    await inFolder({ 'a.yaml': 'assets: [\n' }, async (directory) => {
      validate(JSON.parse((await sekisho(['a.yaml', '-f', 'json'], { directory })).stdout));
      expect(validate.errors).toBeNull();
    });
  });

  it('of lines satisfies the schema that we publish, line by line, with the same columns in all of one type', async () => {
    const ofLine = ajv.compile(
      JSON.parse(readFileSync(path.join(root, 'schemas/report-lines.schema.json'), 'utf8')),
    );
    const columns = new Map<string, string>();
    for (const [example, policy] of [...runs, ['examples/second-city', 'isesaki']] as const) {
      const lines = (await report(example, policy, 'ndjson', 'ja')).trimEnd().split('\n');
      for (const line of lines.map((text) => JSON.parse(text) as Record<string, unknown>)) {
        ofLine(line);
        expect(ofLine.errors).toBeNull();
        const type = String(line['type']);
        const own = Object.keys(line).join(' ');
        expect(own).toBe(columns.get(type) ?? own);
        columns.set(type, own);
        expect(Object.values(line).filter((value) => typeof value === 'object' && value !== null)).toEqual(
          [],
        );
      }
    }
    expect([...columns.keys()].sort()).toEqual([
      'attestation',
      'clause',
      'exception',
      'finding',
      'out-of-scope',
      'run',
    ]);
  });

  it('gives no two findings one fingerprint', async () => {
    for (const [example, policy] of runs) {
      const { findings } = JSON.parse(await report(example, policy, 'json', 'ja')) as {
        findings: { fingerprint: string }[];
      };
      expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length);
    }
  });
});

describe('fingerprints', () => {
  const of = (texts: Readonly<Record<string, string>>, lang = 'ja') =>
    inFolder(texts, async (directory) => {
      const { stdout } = await sekisho(['.', '-p', 'minakami', '-f', 'json', '--lang', lang], { directory });
      const { findings } = JSON.parse(stdout) as {
        findings: { fingerprint: string; ruleId: string; record: { id: string } }[];
      };
      return findings
        .map(({ fingerprint, ruleId, record }) => `${ruleId} ${record.id} ${fingerprint}`)
        .sort();
    });
  const a = '  - { id: a, name: 住民票, manager: false, classification: { confidentiality: 9 } }\n';
  const b =
    '  - id: b\n    name: 課税台帳\n    manager: false\n    copies:\n      - { location: 書庫, manager: false }\n      - { location: 支所, manager: false }\n';

  it('survive re-ordering, a record above, another file, another indentation and another language', async () => {
    const before = await of({ 'a.yaml': `assets:\n${a}${b}` });
    expect(await of({ 'a.yaml': `assets:\n${b}${a}` })).toEqual(before);
    expect(await of({ '台帳/b.yaml': `assets:\n${a}${b}` })).toEqual(before);
    expect(await of({ 'a.yaml': `assets:\n${a}${b}`.replaceAll(/^ {2}/gm, '      ') })).toEqual(before);
    expect(await of({ 'a.yaml': `assets:\n${a}`, 'b.yaml': `assets:\n${b}` })).toEqual(before);
    expect(await of({ 'a.yaml': `assets:\n${a}${b}` }, 'en')).toEqual(before);
    expect(await of({ 'a.yaml': `assets:\n  - { id: z, name: 追加 }\n${a}${b}` })).toEqual(
      expect.arrayContaining(before),
    );
  });

  it('tell two faults of one record apart, and two records of one id', async () => {
    for (const yaml of [`assets:\n${b}`, `assets:\n${a}${a}`]) {
      const all = await of({ 'a.yaml': yaml });
      expect(new Set(all).size).toBe(all.length);
    }
  });
});
