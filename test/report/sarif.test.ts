import path from 'node:path';
import { Validator } from 'jsonschema';
import { describe, expect, it } from 'vitest';
import { sarifLimits } from '../../src/report/findings/sarif/limits.ts';
import { sarif as inPieces } from '../../src/report/findings/sarif/sarif.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import type { Finding, Result } from '../../src/result/result.ts';
import { judged, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';
import { hopBy } from '../support/result.ts';
import {
  inImportedFolder,
  inJapaneseFolder,
  judgedExamples,
  onlyRun,
  reportOn,
  runOf,
  schemaBeside,
} from '../support/sarif.ts';

const sarif = whole(inPieces);

const schema = schemaBeside('sarif-2.1.0-code-scanning.json');
const faultsOf = (report: unknown) => new Validator().validate(report, schema ?? {}).errors.map(String);
const root = path.resolve(import.meta.dirname, '../..');

/** Japanese under a policy of the example's own and English under all of them; both where SEKISHO_FULL asks for the long form. */
const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';
const languagesOf = (policies: readonly string[]) =>
  isFull ? ['ja', 'en'] : [policies.length === 0 ? 'ja' : 'en'];

const options = { language: 'ja', color: 0, include: [] } as const;

describe.skipIf(schema === undefined)(
  'the schema by which GitHub takes an upload (needs ../shared/schemas)',
  () => {
    it.each(judgedExamples)('is satisfied by the report on examples/%s %j', async (example, policies) => {
      for (const lang of languagesOf(policies)) {
        const { stdout } = await sekisho(
          [
            'check',
            `examples/${example}`,
            '-f',
            'sarif',
            '--lang',
            lang,
            '--include',
            'unknown,review',
            ...policies,
          ],
          { directory: root },
        );
        expect(faultsOf(JSON.parse(stdout))).toEqual([]);
      }
    });

    it('is satisfied in a folder with a Japanese name and a blank, which is percent-encoded', async () => {
      await inJapaneseFolder('second-city', async (directory) => {
        const { stdout } = await sekisho(['台帳 2026', '-f', 'sarif'], { directory });
        expect(faultsOf(JSON.parse(stdout))).toEqual([]);
        const { results } = onlyRun(stdout);
        expect(results.length).toBeGreaterThan(0);
        for (const { locations } of results) {
          const uri = locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '';
          expect(uri).toMatch(/^[!-~]+$/);
          expect(decodeURIComponent(uri)).toMatch(/^台帳 2026\/第1回\/.+\.yaml$/);
        }
      });
    });

    it('is satisfied by an inventory made of a NetBox', async () => {
      await inImportedFolder(async (directory) => {
        const { stdout } = await sekisho(['台帳', '-p', 'isesaki', '-f', 'sarif'], { directory });
        expect(faultsOf(JSON.parse(stdout))).toEqual([]);
        expect(onlyRun(stdout).results.length).toBeGreaterThan(0);
      });
    });

    it('is satisfied by an inventory that cannot be read, and one without a policy', async () => {
      await inFolder({ 'a.yaml': 'assets: [\n', 'b.yaml': '', 'c.yaml': 'assets: []' }, async (directory) => {
        for (const argv of [['a.yaml', '-p', 'isesaki'], ['b.yaml', '-p', 'isesaki'], ['c.yaml']]) {
          const { stdout } = await sekisho([...argv, '-f', 'sarif'], { directory });
          expect(faultsOf(JSON.parse(stdout))).toEqual([]);
        }
      });
    });
  },
);

describe('a result', () => {
  const yaml = 'assets:\n  - id: a\n    name: 住民票\n    manager: false\n';

  it('is a fail that nobody has permitted, at the place where it stands', async () => {
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { results, tool } = await runOf(['.', '-p', 'minakami', '-f', 'sarif'], directory);
      expect(results).toHaveLength(1);
      const [result] = results;
      expect(result).toMatchObject({ ruleId: 'classification/manager-assigned', level: 'error' });
      expect(tool.driver.rules?.[result?.ruleIndex ?? -1]?.id).toBe(result?.ruleId);
      expect(result?.locations?.[0]?.physicalLocation).toEqual({
        artifactLocation: { uri: 'a.yaml' },
        region: { startLine: 4, startColumn: 14, endLine: 4, endColumn: 19 },
      });
      expect(result?.suppressions).toBeUndefined();
    });
  });

  it('is not made of what an exception permits', async () => {
    const { results } = await reportOn('town', 'sarif');
    const { findings } = await judged(['examples/town'], { asOf: '2026-11-20' }, { directory: root });
    const count = (suppressed: boolean) =>
      findings.filter(
        ({ verdict, suppression }) => verdict === 'fail' && (suppression !== null) === suppressed,
      ).length;
    expect(count(true)).toBeGreaterThan(0);
    expect(results).toHaveLength(count(false));
  });

  it('is made of unknowns and reviews when asked, as a note', async () => {
    const fails = await reportOn('first-steps', 'sarif');
    const all = await reportOn('first-steps', 'sarif', ['--include', 'unknown,review']);
    expect(fails.results.map(({ level }) => level)).toEqual(['error']);
    expect(all.results.map(({ level }) => level).sort()).toEqual(['error', 'note', 'note']);
    // A kind that is not “fail” would need the level “none”, which GitHub shows as nothing.
    expect(all.results.every(({ kind }) => kind === undefined)).toBe(true);
  });

  it('has a place on one line, from 1 on, and a hash of its own', async () => {
    for (const [example, policies] of judgedExamples) {
      const { results } = await reportOn(example, 'sarif', ['--include', 'unknown,review', ...policies]);
      for (const { locations } of results) {
        const {
          startLine = 0,
          startColumn = 0,
          endLine,
          endColumn = 0,
        } = locations?.[0]?.physicalLocation?.region ?? {};
        expect(startLine).toBeGreaterThan(0);
        expect(startColumn).toBeGreaterThan(0);
        expect(endLine).toBe(startLine);
        expect(endColumn).toBeGreaterThan(startColumn);
      }
      const hashes = results.map(
        ({ partialFingerprints }) => partialFingerprints?.['primaryLocationLineHash'],
      );
      expect(hashes.every((hash) => /^[0-9a-f]{32}:1$/.test(hash ?? ''))).toBe(true);
      expect(new Set(hashes).size).toBe(results.length);
    }
  });

  it('stands at the organization where it is about the inventory as a whole', async () => {
    const texts = {
      'a.yaml': 'assets: []\n',
      'b.yaml': 'organization:\n  name: 関所町\n  complete: [documents, audits]\n',
    };
    await inFolder(texts, async (directory) => {
      const { results } = await runOf(['.', '-p', 'isesaki', '-f', 'sarif'], directory);
      const whole = results.filter(({ ruleId }) => ruleId === 'evaluation/standards-established');
      expect(whole).toHaveLength(1);
      expect(whole[0]?.locations?.[0]?.physicalLocation).toMatchObject({
        artifactLocation: { uri: 'b.yaml' },
        region: { startLine: 1 },
      });
    });
  });

  it('stands at the first file where there is no organization, even in an empty one', async () => {
    await inFolder({ 'a.yaml': '', 'b.yaml': 'systems: []\n' }, async (directory) => {
      for (const format of ['sarif', 'sarif-audit']) {
        const argv = ['.', '-p', 'minakami', '-f', format, '--include', 'unknown'];
        const { results } = await runOf(argv, directory);
        const found = results.flatMap(({ locations = [] }) => locations);
        expect(found.length).toBeGreaterThan(0);
        for (const { physicalLocation, logicalLocations } of found) {
          expect(physicalLocation).toEqual({
            artifactLocation: { uri: 'a.yaml' },
            region: { startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
          });
          expect(logicalLocations).toEqual([
            { fullyQualifiedName: 'organization', name: '台帳', kind: 'object' },
          ]);
        }
      }
    });
  });

  it('shows a way through the network hop by hop', async () => {
    const { results } = await reportOn('city', 'sarif');
    const found = results.find(({ locations }) =>
      locations?.[0]?.logicalLocations?.some(
        ({ fullyQualifiedName }) => fullyQualifiedName === 'connections/annex-1',
      ),
    );
    const steps = found?.codeFlows?.[0]?.threadFlows[0]?.locations ?? [];
    expect(steps.map(({ location }) => location?.message?.text)).toEqual([
      '税務課端末（第2庁舎） → 第2庁舎コアスイッチ',
      '第2庁舎コアスイッチ → 第2庁舎2階フロアスイッチ',
      '第2庁舎2階フロアスイッチ → 第2庁舎無線LAN制御装置',
      '第2庁舎無線LAN制御装置 → 来庁者用ルータ',
      '来庁者用ルータ → 来庁者用Wi-Fi（第2庁舎）',
    ]);
    expect(found?.relatedLocations).toBeUndefined();
  });

  it('links every other place that has a part in it', async () => {
    const { results } = await reportOn('city', 'sarif', ['-p', 'minakami', '--lang', 'en']);
    const [found] = results.filter(({ ruleId }) => ruleId === 'classification/storage-locked');
    expect(found?.codeFlows).toBeUndefined();
    expect(found?.message.text).toContain('see: [the place where it is kept](1)');
    expect(found?.relatedLocations).toMatchObject([
      { id: 1, message: { text: 'the place where it is kept' } },
    ]);
  });

  it('keeps a name in the inventory from making a link', async () => {
    const evil = yaml.replace('住民票', '"[開く](https://example.com)\\u202e"');
    await inFolder({ 'a.yaml': evil }, async (directory) => {
      const { results } = await runOf(['.', '-p', 'minakami', '-f', 'sarif'], directory);
      const text = results[0]?.message.text ?? '';
      expect(text).toContain('[開く] (https://example.com)\\u{202e}');
    });
  });
});

describe('a file outside the working directory', () => {
  it('is named by a file: URI, which an upload sets against the checkout, and pointed out', async () => {
    const yaml = 'assets:\n  - { id: a, name: 住民票, manager: false }\n';
    await inFolder({ 'ここ/b.yaml': 'assets: []\n', '隣 1/a.yaml': yaml }, async (folder) => {
      const { stdout, stderr } = await sekisho(
        ['../隣 1/a.yaml', '-p', 'minakami', '-f', 'sarif', '--lang', 'en'],
        { directory: path.join(folder, 'ここ') },
      );
      const uri = onlyRun(stdout).results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri;
      expect(uri).toBe(`file://${folder}/${encodeURIComponent('隣 1')}/a.yaml`);
      expect(stderr).toContain('1 finding in files outside the working directory');
    });
  });
});

describe('the run', () => {
  it('is known by its policies, whatever their order', async () => {
    const id = async (...policies: string[]) =>
      (
        await reportOn(
          'first-steps',
          'sarif',
          policies.flatMap((policy) => ['-p', policy]),
        )
      ).automationDetails.id;
    expect(await id('minakami', 'isesaki')).toBe('sekisho/isesaki+minakami/');
    expect(await id('isesaki', 'minakami')).toBe('sekisho/isesaki+minakami/');
  });

  it('says its language and how columns are counted', async () => {
    expect(await reportOn('first-steps', 'sarif', ['--lang', 'en'])).toMatchObject({
      language: 'en',
      columnKind: 'utf16CodeUnits',
      tool: { driver: { name: 'sekisho', language: 'en' } },
      invocations: [{ executionSuccessful: true }],
    });
  });

  it('was not successful where the result is not to be trusted, and says why', async () => {
    await inFolder({ 'a.yaml': 'assets: []\n' }, async (directory) => {
      const { invocations, automationDetails } = await runOf(['.', '-f', 'sarif', '--lang', 'en'], directory);
      expect(automationDetails.id).toBe('sekisho/');
      expect(invocations).toHaveLength(1);
      expect(invocations[0]?.executionSuccessful).toBe(false);
      expect(invocations[0]?.toolExecutionNotifications).toMatchObject([
        {
          level: 'error',
          descriptor: { id: 'no-policy' },
          message: { text: expect.stringContaining('no policy') },
        },
      ]);
    });
  });

  it('names the repository where it has an address', async () => {
    const result = await judged(['examples/first-steps'], {}, { directory: root });
    const repository = {
      uri: 'https://example.com/city/inventory.git',
      revision: 'a'.repeat(40),
      branch: 'main',
    };
    const provenance = (of: Result['repository']) =>
      onlyRun(sarif({ ...result, ...(of === undefined ? {} : { repository: of }) }, options))
        .versionControlProvenance;
    expect(provenance(repository)).toEqual([
      { repositoryUri: repository.uri, revisionId: repository.revision, branch: 'main' },
    ]);
    expect(provenance({ revision: repository.revision })).toBeUndefined();
    expect(provenance({ ...repository, uri: 'git@example.com:city/inventory.git' })).toBeUndefined();
  });
});

describe('a rule', () => {
  it('says why, what to do, how it looks when it is right, and for which clauses', async () => {
    const { tool } = await reportOn('first-steps', 'sarif', ['--lang', 'en']);
    const rule = tool.driver.rules?.find(({ id }) => id === 'classification/transport-locked-case');
    expect(rule?.help?.markdown).toMatchInlineSnapshot(`
      "**Confidential assets are carried in a locked case or are protected likewise**

      On the way, things are left behind and stolen more easily. In a locked case or the like they cannot be looked at or misused at once, even if they fall into the wrong hands.

      ### Remedy

      Use a locked case and change transport.lockedCase to true. If another protection against misuse takes its place, write transport.otherProtection: true; if the asset is never carried, write transport.carried: false.

      ### Example: pass

      \`\`\`yaml
      assets:
        - id: backup-tape
          name: 遠隔地保管用バックアップテープ
          form: media
          classification:
            confidentiality: 3
          transport:
            carried: true
            lockedCase: true
      \`\`\`

      ### Clause

      - minakami 3)運搬 Transport"
    `);
    expect(rule?.defaultConfiguration).toEqual({ level: 'error' });
    expect(rule?.properties).toEqual({
      tags: ['security', 'compliance', 'classification', 'minakami'],
      precision: 'very-high',
      'problem.severity': 'error',
      'security-severity': '8.0',
    });
  });

  it('has everything that GitHub asks for, in every example', async () => {
    for (const [example, policies] of judgedExamples) {
      for (const rule of (await reportOn(example, 'sarif', policies)).tool.driver.rules ?? []) {
        for (const text of [rule.shortDescription?.text, rule.fullDescription?.text, rule.help?.text]) {
          expect(text).toBeTruthy();
        }
        expect(rule.shortDescription?.text.length).toBeLessThanOrEqual(1024);
        expect(rule.fullDescription?.text.length).toBeLessThanOrEqual(1024);
        const tags = rule.properties?.tags ?? [];
        expect(tags.length).toBeLessThanOrEqual(10);
        expect(new Set(tags).size).toBe(tags.length);
        expect(Number(rule.properties?.['security-severity'])).toBeGreaterThan(0);
      }
    }
  });

  it('keeps the title of a clause from formatting, and is cut where GitHub takes no more', async () => {
    const result = await judged(['examples/first-steps'], {}, { directory: root });
    const [rule] = result.rules.values();
    if (rule === undefined) throw new Error('no rule');
    const both = (text: string) => ({ ja: text, en: text });
    const odd = {
      ...rule,
      title: both(`${'長'.repeat(1023)}𠮷`),
      example: 'assets:\n  - { id: a, name: "```" }\n',
      clauses: ['*強い* <b>', '1. 数\n# 見出し', '![絵](x)'].map((title) => ({
        policy: '- p',
        ref: '1.',
        title: both(title),
      })),
    };
    const { tool } = onlyRun(sarif({ ...result, rules: new Map([[rule.id, odd]]) }, options));
    const [written] = tool.driver.rules ?? [];
    expect(written?.shortDescription?.text).toBe(`${'長'.repeat(1023)}…`);
    expect(written?.help?.markdown).toContain('````yaml\nassets:\n  - { id: a, name: "```" }\n````');
    expect(written?.help?.markdown?.split('\n').slice(-3)).toEqual([
      '- \\- p 1. \\*強い\\* \\<b\\>',
      '- \\- p 1. 1. 数 \\# 見出し',
      '- \\- p 1. !\\[絵\\](x)',
    ]);
  });
});

describe('a result that is too large for code scanning', () => {
  const both = (text: string) => ({ ja: text, en: text });
  const big = async (
    count: number,
    more: (index: number) => Partial<Finding> = () => ({}),
  ): Promise<Result> => {
    const result = await judged(['examples/first-steps'], {}, { directory: root });
    const fail = result.findings.find(({ verdict }) => verdict === 'fail');
    if (fail === undefined) throw new Error('no fail');
    const findings = Array.from({ length: count }, (_, index) =>
      changedFinding(fail, { fingerprint: `v1:${index.toString(16).padStart(32, '0')}`, ...more(index) }),
    );
    return { ...result, findings };
  };

  it('is cut to the heaviest 5,000 findings, in their order, and says so', async () => {
    const severities = ['info', 'warning', 'error'] as const;
    const result = await big(6_000, (index) => ({
      severity: severities[index % 3] ?? 'info',
      message: both(`${index}`),
    }));
    const { results } = onlyRun(sarif(result, options));
    const count = (level: string) => results.filter((one) => one.level === level).length;
    expect([count('error'), count('warning'), count('note')]).toEqual([2_000, 2_000, 1_000]);
    const numbers = results.map(({ message }) => Number.parseInt(message.text ?? '', 10));
    expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
    expect(sarifLimits(result, options).map(({ en }) => en)).toEqual([
      'sarif: wrote 5000 of 6000 findings, the heaviest first; GitHub code scanning takes no more at a time',
    ]);
  });

  it('keeps fails before what was asked for beside them', async () => {
    const result = await big(5_001, (index) =>
      index === 0 ? { verdict: 'unknown', severity: 'error' } : { severity: 'info' },
    );
    const { results } = onlyRun(sarif(result, { ...options, include: ['unknown'] }));
    expect(results).toHaveLength(5_000);
    expect(
      results.some(({ partialFingerprints }) =>
        /^0+:1$/.test(partialFingerprints?.['primaryLocationLineHash'] ?? ''),
      ),
    ).toBe(false);
  });

  it('has no way of more than 1,000 steps and no rule of more than ten tags', async () => {
    const result = await big(1, () => ({
      paths: [400, 601].map((length) => ({
        steps: Array.from({ length }, (_, index) => ({
          message: both(`${index}`),
          record: { kind: 'connections', id: `${index}`, name: `${index}` },
          location: {
            file: 'a.yaml',
            line: 1,
            column: 1,
            endLine: 1,
            endColumn: 2,
            document: 0,
            pointer: `/connections/${index}`,
          },
          hop: hopBy({ kind: 'connections', id: `${index}`, name: `${index}` }),
        })),
      })),
    }));
    const rules = [...result.rules].map(([id, rule]) => {
      const clauses = Array.from({ length: 9 }, (_, index) => ({
        policy: `p${index}`,
        ref: '1',
        title: both('一'),
      }));
      return [id, { ...rule, clauses }] as const;
    });
    const larger = { ...result, rules: new Map(rules) };
    const { results, tool } = onlyRun(sarif(larger, options));
    expect(results[0]?.codeFlows?.map(({ threadFlows }) => threadFlows[0]?.locations.length)).toEqual([
      400, 600,
    ]);
    expect(tool.driver.rules?.map(({ properties }) => properties?.tags?.length)).toEqual(rules.map(() => 10));
    expect(sarifLimits(larger, options).map(({ en }) => en)).toEqual([
      'sarif: cut the way of 1 finding after 1000 steps; GitHub code scanning shows no more',
      `sarif: left out policies from the tags of ${rules.length} rules; GitHub code scanning shows 10 tags a rule`,
    ]);
  });

  it('says nothing where nothing is left out', async () => {
    expect(sarifLimits(await big(5_000), options)).toEqual([]);
  });
});
