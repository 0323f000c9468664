import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import Draft04 from 'ajv-draft-04';
import type { Result as SarifResult } from 'sarif';
import { describe, expect, it } from 'vitest';
import { sarifAudit as inPieces } from '../../src/report/findings/sarif/sarif-audit.ts';
import { changedFinding } from '../../src/result/derived-finding.ts';
import { judged, sekisho, sekishoOnProject } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { whole } from '../support/report-text.ts';
import {
  inImportedFolder,
  inJapaneseFolder,
  judgedExamples,
  onlyRun,
  reportOn,
  runOf,
  schemaBeside,
} from '../support/sarif.ts';

const sarifAudit = whole(inPieces);

const root = path.resolve(import.meta.dirname, '../..');

/** Japanese under a policy of the example's own and English under all of them; both where SEKISHO_FULL asks for the long form. */
const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';
const languagesOf = (policies: readonly string[]) =>
  isFull ? ['ja', 'en'] : [policies.length === 0 ? 'ja' : 'en'];

const schema = schemaBeside('sarif-2.1.0-oasis.json');
const options = { language: 'ja', color: 0, include: [] } as const;
const secondCity = () => judged(['examples/second-city'], { asOf: '2026-11-20' }, { directory: root });

/** How many results there are of each kind and level. */
function counted(results: readonly SarifResult[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, level, occurrenceCount = 1 } of results) {
    const key = `${kind} ${level}`;
    counts[key] = (counts[key] ?? 0) + occurrenceCount;
  }
  return counts;
}

describe.skipIf(schema === undefined)('the schema of the standard (needs ../shared/schemas)', () => {
  const validate = new Draft04.default({ strict: false, validateFormats: false, allErrors: true }).compile(
    schema ?? {},
  );
  const faultsOf = (text: string) => (validate(JSON.parse(text)) ? [] : validate.errors);

  it.each(judgedExamples)('is satisfied by the report on examples/%s %j', async (example, policies) => {
    for (const lang of languagesOf(policies)) {
      const argv = ['check', `examples/${example}`, '-f', 'sarif-audit', '--lang', lang, ...policies];
      expect(faultsOf((await sekisho(argv, { directory: root })).stdout)).toEqual([]);
    }
  });

  it('is satisfied in a folder with a Japanese name and a blank', async () => {
    await inJapaneseFolder('town', async (directory) => {
      const { stdout } = await sekisho(['.', '-f', 'sarif-audit'], { directory });
      expect(faultsOf(stdout)).toEqual([]);
      for (const { location } of onlyRun(stdout).artifacts)
        expect(decodeURIComponent(location?.uri ?? '')).toMatch(/^台帳 2026\/第1回\//);
    });
  });

  it('is satisfied by an inventory made of a NetBox', async () => {
    await inImportedFolder(async (directory) => {
      const { stdout } = await sekisho(['台帳', '-p', 'isesaki', '-f', 'sarif-audit'], { directory });
      expect(faultsOf(stdout)).toEqual([]);
      expect(onlyRun(stdout).results.length).toBeGreaterThan(0);
    });
  });

  it('is satisfied by an inventory that cannot be read, and one without a policy', async () => {
    await inFolder({ 'a.yaml': 'assets: [\n', 'c.yaml': 'assets: []' }, async (directory) => {
      for (const argv of [['a.yaml', '-p', 'isesaki'], ['c.yaml']])
        expect(faultsOf((await sekisho([...argv, '-f', 'sarif-audit'], { directory })).stdout)).toEqual([]);
    });
  });
});

describe('the results', () => {
  it.each(judgedExamples)(
    'of examples/%s %j are all verdicts, with a level for fails alone',
    async (example, policies) => {
      const argv = ['check', `examples/${example}`, '--as-of', '2026-11-20', ...policies, '-f'];
      const { summary, findings } = JSON.parse((await sekishoOnProject([...argv, 'json'])).stdout);
      const { results } = await reportOn(example, 'sarif-audit', policies);
      const of = (verdict: string) =>
        findings.filter((finding: { verdict: string }) => finding.verdict === verdict).length;
      const {
        'fail error': error = 0,
        'fail warning': warning = 0,
        'fail note': note = 0,
        ...others
      } = counted(results);
      expect(error + warning + note).toBe(of('fail'));
      expect(others).toEqual(
        Object.fromEntries(
          Object.entries({
            'open none': of('unknown'),
            'review none': of('review'),
            'pass none': summary.verdicts.pass,
            'notApplicable none': summary.verdicts.notApplicable,
          }).filter(([, count]) => count > 0),
        ),
      );
      const kept = results.filter(({ fingerprints }) => fingerprints !== undefined);
      expect(new Set(kept.map((result) => result.fingerprints?.['sekisho/v1'])).size).toBe(findings.length);
    },
  );

  it('have one for what a rule passed, with a count', async () => {
    const { results, tool } = await reportOn('first-steps', 'sarif-audit', ['--lang', 'en']);
    const passes = results.filter(({ kind }) => kind === 'pass');
    expect(new Set(passes.map(({ ruleId }) => ruleId)).size).toBe(passes.length);
    for (const { ruleId, ruleIndex = -1 } of results) expect(tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    expect(passes.find(({ ruleId }) => ruleId === 'classification/manager-assigned')?.message.text).toMatch(
      /^\d+ records conform to the rule “.+”\.$/,
    );
  });

  it('quote what stands in the inventory', async () => {
    const yaml = 'assets:\n  - id: a\n    name: 住民票\n    manager: false\n';
    await inFolder({ 'a.yaml': yaml }, async (directory) => {
      const { results } = await runOf(['.', '-p', 'minakami', '-f', 'sarif-audit'], directory);
      const [fail] = results.filter(({ kind }) => kind === 'fail');
      expect(fail?.locations?.[0]?.physicalLocation?.region?.snippet).toEqual({ text: 'false' });
    });
  });

  it('show a way through the network hop by hop', async () => {
    const { results } = await reportOn('city', 'sarif-audit');
    const ways = results.flatMap(({ codeFlows = [] }) =>
      codeFlows.map(({ threadFlows }) => threadFlows[0]?.locations.length),
    );
    expect(ways.sort()).toEqual([1, 1, 3, 3, 5, 6]);
  });
});

describe('suppressions', () => {
  it('stand on every result as soon as one is suppressed, and say by whom and until when', async () => {
    const { results } = await reportOn('second-city', 'sarif-audit');
    expect(results.filter(({ suppressions }) => suppressions === undefined)).toEqual([]);
    const suppressed = results.flatMap(({ suppressions = [] }) => suppressions);
    expect(suppressed).toHaveLength(3);
    expect(suppressed.find(({ properties }) => properties?.['id'] === '例外-R8-01')).toEqual({
      kind: 'external',
      status: 'accepted',
      justification: '119番の受付を止めないため、製造者が対策ソフトの導入を認めていない。',
      location: {
        physicalLocation: expect.objectContaining({ region: expect.objectContaining({ startLine: 81 }) }),
      },
      properties: {
        by: 'exception',
        id: '例外-R8-01',
        approver: '最高情報セキュリティ責任者',
        approved: '2026-04-20',
        applicant: '指令課長',
        compensatingMeasures: '指令系の外との通信を遮断し、許可した実行ファイルだけを動かす設定にしている。',
        ticket: '情政第114号',
        // The last day counts, in Japan.
        expiryUtc: '2027-03-31T15:00:00Z',
      },
    });
  });

  it('stand nowhere where nothing is suppressed', async () => {
    const { results } = await reportOn('first-steps', 'sarif-audit');
    expect(results.filter((result) => 'suppressions' in result)).toEqual([]);
  });

  it('have no empty text, which would count as a missing one', async () => {
    const result = await secondCity();
    const [first, ...others] = result.findings;
    if (first === undefined) throw new Error('no finding');
    const covered = changedFinding(first, { suppression: { kind: 'baseline', justification: '' } });
    const { results } = onlyRun(sarifAudit({ ...result, findings: [covered, ...others] }, options));
    expect(results[0]?.suppressions?.[0]).not.toHaveProperty('justification');
  });

  it('tell what a baseline covers', async () => {
    const result = await secondCity();
    const [first, ...others] = result.findings;
    if (first === undefined) throw new Error('no finding');
    const covered = changedFinding(first, { suppression: { kind: 'baseline', justification: '前回の監査' } });
    const { results } = onlyRun(sarifAudit({ ...result, findings: [covered, ...others] }, options));
    expect(results[0]?.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: '前回の監査', properties: { by: 'baseline' } },
    ]);
  });
});

describe('compared with an earlier state', () => {
  it('every result says how it stands, and what is gone is there as absent', async () => {
    const result = await secondCity();
    const states = ['new', 'changed', 'unchanged'] as const;
    const findings = result.findings.map((finding, index) =>
      changedFinding(finding, { state: states[index % 3] ?? 'new' }),
    );
    const fixed = [
      {
        ruleId: 'technical/retired-rule',
        verdict: 'fail',
        severity: 'error',
        record: { kind: 'systems', id: '旧サーバ', name: '旧サーバ' },
        fingerprint: `v1:${'f'.repeat(32)}`,
      },
    ] as const;
    const compared = {
      ...result,
      findings,
      comparison: { against: 'baseline', name: 'b.json', fixed } as const,
    };
    const { results, properties } = onlyRun(sarifAudit(compared, options));
    expect(results.slice(0, 3).map(({ baselineState }) => baselineState)).toEqual([
      'new',
      'updated',
      'unchanged',
    ]);
    expect(results.filter(({ baselineState }) => baselineState === undefined)).toEqual([]);
    expect(results.filter(({ baselineState }) => baselineState === 'absent')).toEqual([
      {
        ruleId: 'technical/retired-rule',
        kind: 'fail',
        level: 'error',
        message: { text: '「旧サーバ」についての指摘 (technical/retired-rule) はなくなりました。' },
        locations: [
          {
            logicalLocations: [{ fullyQualifiedName: 'systems/旧サーバ', name: '旧サーバ', kind: 'object' }],
          },
        ],
        partialFingerprints: { primaryLocationLineHash: `${'f'.repeat(32)}:1` },
        fingerprints: { 'sekisho/v1': 'f'.repeat(32) },
        suppressions: [],
        baselineState: 'absent',
      },
    ]);
    expect(properties).toMatchObject({ comparedWith: { against: 'baseline', name: 'b.json' } });
  });

  it('is not spoken of where there is nothing to compare with', async () => {
    const { results } = await reportOn('second-city', 'sarif-audit');
    expect(results.filter((result) => 'baselineState' in result)).toEqual([]);
  });
});

describe('the policies', () => {
  it('are taxonomies with every clause, to which the rules go back by their basis', async () => {
    const policies = ['-p', 'isesaki', '-p', 'kumagaya'];
    const { taxonomies, tool, results } = await reportOn('city', 'sarif-audit', policies);
    expect(tool.driver.supportedTaxonomies).toEqual([
      { name: 'isesaki', index: 0 },
      { name: 'kumagaya', index: 1 },
    ]);
    const coverage = JSON.parse(
      (await sekisho(['coverage', 'examples/city', '-p', 'kumagaya', '-f', 'json'], { directory: root }))
        .stdout,
    );
    const [, kumagaya] = taxonomies;
    expect(kumagaya?.isComprehensive).toBe(true);
    expect(kumagaya?.taxa?.map(({ id }) => id)).toEqual(
      coverage.clauses.map(({ ref }: { ref: string }) => ref),
    );
    const bases = { stated: ['superset'], interpreted: ['relevant'] };
    const seen = new Set<string>();
    for (const { relationships = [] } of tool.driver.rules ?? []) {
      for (const { target, kinds, properties } of relationships) {
        const basis = properties?.['basis'] as keyof typeof bases;
        seen.add(basis);
        expect(kinds).toEqual(bases[basis]);
        expect(taxonomies[target.toolComponent?.index ?? -1]?.taxa?.[target.index ?? -1]?.id).toBe(target.id);
      }
    }
    expect([...seen].sort()).toEqual(['interpreted', 'stated']);
    const separation = results.find(
      ({ ruleId, kind }) => ruleId === 'resilience/mynumber-separation' && kind === 'fail',
    );
    expect(separation?.taxa?.map(({ id, toolComponent }) => `${toolComponent?.name} ${id}`)).toContain(
      'isesaki 6(3)ア[1]',
    );
  });

  it('have their last edition as version', async () => {
    const [policy] = (await reportOn('union', 'sarif-audit')).taxonomies;
    const { editions } = (await judged(['examples/union'], {}, { directory: root })).policies[0] ?? {};
    expect(editions?.length).toBeGreaterThan(1);
    expect(policy?.version).toBe(editions?.at(-1));
  });
});

describe('the run', () => {
  it('has every file with its digest, and no time of day but the end of exceptions', async () => {
    const run = await reportOn('second-city', 'sarif-audit');
    const { artifacts } = run;
    expect(new Set(artifacts.map(({ properties }) => properties?.['kind']))).toEqual(
      new Set(['inventory', 'evidence']),
    );
    for (const { location, length, hashes } of artifacts) {
      const bytes = readFileSync(path.join(root, decodeURIComponent(location?.uri ?? '')));
      expect(length).toBe(bytes.length);
      expect(hashes).toEqual({ 'sha-256': createHash('sha256').update(bytes).digest('hex') });
    }
    const { results, ...frame } = run;
    expect(JSON.stringify(frame)).not.toMatch(/\d\d:\d\d:\d\d/);
    const times = JSON.stringify(results).match(/[^"]*\d\d:\d\d:\d\d[^"]*/g);
    expect(times?.sort()).toEqual(['2027-03-31T15:00:00Z', '2027-03-31T15:00:00Z', '2027-03-31T15:00:00Z']);
    expect(run.automationDetails.id).toBe('sekisho-audit/kumagaya/2026-11-20');
  });

  it('tells what SARIF has no word for', async () => {
    const { properties } = await reportOn('second-city', 'sarif-audit');
    expect(properties).toMatchObject({
      asOf: '2026-11-20',
      body: { name: '荒瀬野市' },
      summary: { suppressed: 3 },
    });
    expect(properties['attestations']).toHaveLength(5);
    expect(properties['exceptions']).toHaveLength(3);
    expect(properties['outOfScope']).toContainEqual({ kind: 'assets', id: '診療録', name: '診療録' });
    expect(JSON.stringify(properties)).not.toContain('"ja"');
  });

  it('tells what the configuration and the command line change', async () => {
    const yaml = 'assets:\n  - { id: a, name: 住民票, manager: false }\n';
    const configuration = `rules:
  classification/manager-assigned: warning
  classification/copies-managed: "off"
parameters:
  technical/malware-definitions-current: { maxAge: P3D }
`;
    await inFolder({ 'a.yaml': yaml, 'sekisho.config.yaml': configuration }, async (directory) => {
      const argv = ['.', '-p', 'minakami', '-f', 'sarif-audit', '--skip', 'classification/storage-locked'];
      const { invocations, tool, artifacts, results } = await runOf(argv, directory);
      const rules = tool.driver.rules ?? [];
      const overrides = (invocations[0]?.ruleConfigurationOverrides ?? []).map(
        ({ descriptor, ...others }) => {
          expect(rules[descriptor.index ?? -1]?.id).toBe(descriptor.id);
          return { id: descriptor.id, ...others };
        },
      );
      expect(overrides).toEqual([
        { id: 'classification/manager-assigned', configuration: { level: 'warning' } },
        { id: 'technical/malware-definitions-current', configuration: { parameters: { maxAge: 'P3D' } } },
        {
          id: 'classification/copies-managed',
          configuration: { enabled: false },
          properties: { where: 'rules' },
        },
        {
          id: 'classification/storage-locked',
          configuration: { enabled: false },
          properties: { where: '--skip' },
        },
      ]);
      const assigned = rules.find(({ id }) => id === 'classification/manager-assigned');
      expect(assigned?.defaultConfiguration).toEqual({ level: 'error' });
      expect(results.find(({ kind, ruleId }) => kind === 'fail' && ruleId === assigned?.id)?.level).toBe(
        'warning',
      );
      expect(artifacts.map(({ location, roles }) => [location?.uri, roles])).toEqual([
        ['a.yaml', ['analysisTarget']],
        ['sekisho.config.yaml', ['userSpecifiedConfiguration']],
      ]);
    });
  });
});
