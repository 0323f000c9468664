import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { rules } from '../rules/index.ts';
import { namesIn } from '../src/base/names-in.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import { viewsOf } from '../src/evaluate/policy-view.ts';
import { type ExaminedEvidence, examineAll } from '../src/inventory/evidence.ts';
import type { InventoryFile } from '../src/inventory/file.ts';
import { Inventory } from '../src/inventory/inventory.ts';
import { buildPolicy } from '../src/policy/build.ts';
import { bodyPolicyIds, loadPolicy, ruleCatalogue } from '../src/policy/load.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Finding } from '../src/result/result.ts';
import type { AnyRule, Mutation } from '../src/rule.ts';
import { workTree } from '../src/tree/work-tree.ts';
import { evidenceBelow, inFolder, load, loadFiles } from './support/load.ts';
import {
  add,
  type Content,
  cityUnder,
  edited,
  editsOf,
  filesOf,
  mendedCity,
  readExample,
  recordAt,
  set,
  toFiles,
} from './support/mutate.ts';

const asOf = '2026-11-20';

type Texts = Readonly<Record<string, string>>;

/** What a mutation says is reported, in the words of `told`. */
function reportedBy(mutation: Mutation): string {
  const { verdict = 'fail', at = editsOf(mutation)[0]?.place } = mutation;
  return `${verdict} ${at}`;
}

function mutationsOf({ mutation }: AnyRule): readonly Mutation[] {
  return [mutation].flat();
}

const text = { ja: '条項', en: 'clause' };

/** A policy that states every rule, and asks for an attestation. Its scope is that of the city's own. */
async function policyOfEverything(): Promise<Policy> {
  const { scope } = await policyOf('isesaki');
  return buildPolicy({
    id: 'everything',
    title: { ja: 'すべて', en: 'everything' },
    scope: {
      ...scope,
      network: 'administrative',
      personnel: [
        'regular',
        'reappointed',
        'fixed-term',
        'part-time',
        'temporary',
        'dispatched',
        'contractor',
        'designated-manager',
      ],
    },
    scales: {
      confidentiality: [3, 2, 1].map((level) => ({ level, means: level })),
      integrity: [2, 1].map((level) => ({ level, means: level })),
      availability: [2, 1].map((level) => ({ level, means: level })),
    },
    parameters: {
      'documents/present': { type: 'disciplinary-procedure' },
      'documents/reviewed': { type: 'exception-procedure', maxAge: 'P12M' },
      'operations/compliance-confirmed': { maxAge: 'P2M' },
      'organization/ciso-appointed': { post: '副市長' },
      'organization/role-held': { role: 'audit-lead' },
      'technical/log-retention': { minimumDays: 365 },
    },
    clauses: [
      {
        ref: '1',
        title: text,
        summary: text,
        modality: 'must',
        rules: [...catalogue.keys()]
          .filter((id) => !id.startsWith('inventory/'))
          .map((id) => ({ id, basis: 'stated' as const })),
      },
      { ref: '2', title: text, summary: text, modality: 'must', attestation: true },
    ],
  });
}

/** A second policy, which asks for nothing and names one organ, but has levels of its own. */
const otherLevels = buildPolicy({
  id: 'other',
  title: { ja: '別の等級', en: 'other levels' },
  scales: {
    integrity: ['A', 'B'].map((level, index) => ({ level, means: 2 - index })),
    availability: [3, 2, 1].map((level) => ({ level, means: Math.min(level, 2) })),
  },
  // One that lists no bodies would know every word for an organ.
  scope: { agencies: [{ id: 'mayor', name: { ja: '市長', en: 'Mayor' } }] },
  clauses: [],
});

const attestation = add('attestations', {
  id: '確認',
  policy: 'everything',
  clause: '2',
  statement: '守られていることを確かめた',
  by: '最高情報セキュリティ責任者',
  date: '2026-09-18',
  validUntil: '2027-03-31',
});

const catalogue = ruleCatalogue(rules);

function policyOf(body: string): Promise<Policy> {
  return loadPolicy(body, '.', catalogue);
}

function judge(
  inventory: Inventory,
  policies: readonly Policy[],
  evidence?: ExaminedEvidence,
): readonly Finding[] {
  const { findings, errors } = evaluate({
    inventory,
    views: viewsOf(inventory, policies),
    rules,
    catalogue: rules,
    weights: { rules: {} },
    ...(evidence === undefined ? {} : { evidence }),
    asOf,
  });
  expect(errors).toEqual([]);
  return findings;
}

/** @returns findings in a line each: the rule, the verdict, the record by its file, and the field */
function told(findings: readonly Finding[]): string[] {
  return findings.map(({ ruleId, verdict, location }) => `${ruleId} ${verdict} ${placeOf(location)}`);
}

function placeOf({ file, line, pointer }: Finding['location']): string {
  if (pointer === '') return `${file}:${line}`;
  const [section = '', ...steps] = stepsOf(pointer);
  const field = section === 'organization' ? steps : steps.slice(1);
  return [file.replace('.yaml', ''), field.join('.')].filter((part) => part !== '').join(' ');
}

function stepsOf(pointer: string): string[] {
  return pointer.split('/').slice(1);
}

/**
 * Where a value is shown, by another parser: one of several lines by its key, and one that is missing by the
 * key of what it should stand in.
 */
function positionOf(yaml: string, pointer: string): string {
  const lines = new LineCounter();
  let node: unknown = parseDocument(yaml, { lineCounter: lines }).contents;
  let key: unknown;
  let missing = false;
  for (const step of stepsOf(pointer)) {
    const pair = isMap(node)
      ? node.items.find((one) => isScalar(one.key) && one.key.value === step)
      : undefined;
    const next = isSeq(node) ? node.items[Number(step)] : pair?.value;
    missing = next === undefined;
    if (missing) break;
    key = pair?.key;
    node = next;
  }
  const [start = 0, end = 0] = (isNode(node) && node.range) || [];
  const severalLines = yaml.slice(start, end).trimEnd().includes('\n');
  const shown = (missing || severalLines) && isNode(key) ? (key.range?.[0] ?? 0) : start;
  const { line, col } = lines.linePos(shown);
  return `${line}:${col}`;
}

describe('a mutation of the compliant city', () => {
  let policy: Policy;
  const city = edited(mendedCity(), [attestation]);
  const texts: Texts = toFiles(city);
  let files: readonly InventoryFile[];

  beforeAll(async () => {
    policy = await policyOfEverything();
    ({ files } = await load(texts));
  });

  /** Judges another city; only what is not the same is read. */
  function judgeInstead(content: Content, changed: Texts): Promise<readonly Finding[]> {
    const names = filesOf(content);
    return inFolder(changed, async (folder) => {
      const paths = Object.keys(changed).map((file) => path.join(folder, file));
      const read = await loadFiles(workTree, paths, { directory: folder });
      const kept = files.filter((file) => names.has(file.path) && !(file.path in changed));
      const inventory = new Inventory([...kept, ...read]);
      return judge(
        inventory,
        [policy, otherLevels],
        (await examineAll(inventory, evidenceBelow(folder))).evidence,
      );
    });
  }

  it('starts from an inventory on which no rule has anything to say', async () => {
    expect(told(judge(new Inventory(files), [policy, otherLevels]))).toEqual([]);
  });

  it('is there for every rule', () => {
    expect(rules.filter((rule) => mutationsOf(rule).length === 0)).toEqual([]);
    const neverFailing = rules.filter(({ examples }) => examples.fail === undefined);
    const withoutFail = rules.filter((rule) =>
      mutationsOf(rule).every(({ verdict }) => verdict !== undefined),
    );
    expect(withoutFail.map(({ id }) => id)).toEqual(neverFailing.map(({ id }) => id));
  });

  const cases = rules.flatMap((rule) =>
    mutationsOf(rule).map((mutation) => [rule.id, reportedBy(mutation), mutation] as const),
  );

  it.each(cases)('makes %s alone say: %s', async (rule, reported, mutation) => {
    const { also = [], files: written = {} } = mutation;
    const content = edited(city, editsOf(mutation));
    const changed = { ...toFiles(content, city), ...written };
    const findings = await judgeInstead(content, changed);
    expect(told(findings).sort()).toEqual([`${rule} ${reported}`, ...also].sort());
    for (const { ruleId, location } of findings) {
      // A file that is no YAML has no places that another parser could find.
      if (ruleId === 'inventory/syntax') continue;
      const { file, line, column, pointer } = location;
      expect(`${line}:${column}`).toBe(positionOf(changed[file] ?? texts[file] ?? '', pointer));
    }
  });

  it('leaves nothing behind once it is undone', async () => {
    expect(told(judge(new Inventory(files), [policy]))).toEqual([]);
    expect(told(await judgeInstead(city, texts))).toEqual([]);
  });

  it('says the same each time, and finds the same in whatever order the files are read', async () => {
    const broken = toFiles(edited(readExample('city'), [attestation]));
    const inventory = await load(broken);
    const findings = judge(inventory, [policy]);
    expect(findings.length).toBeGreaterThan(20);
    const whole = (all: readonly Finding[]) =>
      all.map((one) => ({
        ...said(one),
        reach: one.reach?.(),
        missing: one.missing && {
          ...said(one.missing),
          manager: one.missing.manager?.(),
          item: one.missing.item?.(),
          notApplicable: one.missing.notApplicable?.(),
        },
      }));
    expect(whole(judge(inventory, [policy]))).toEqual(whole(findings));
    const reversed = judge(await load(Object.fromEntries(Object.entries(broken).reverse())), [policy]);
    expect(told(reversed)).toEqual(told(findings));
    expect(reversed.map(({ fingerprint }) => fingerprint)).toEqual(
      findings.map(({ fingerprint }) => fingerprint),
    );
  });
});

describe('a compliant inventory', () => {
  it.each(bodyPolicyIds)('has no findings at all under %s, if it is the policy of its body', async (id) => {
    const policy = await policyOf(id);
    const content = cityUnder(policy);
    expect(told(judge(await load(toFiles(content)), [policy]))).toEqual([]);
  });

  it('has no fail under the policy of another body', async () => {
    const content = mendedCity();
    const policies = await Promise.all(['isesaki', 'minakami', 'kumagaya'].map((id) => policyOf(id)));
    const findings = judge(await load(toFiles(content)), policies);
    expect(told(findings).filter((line) => line.includes(' fail '))).toEqual([]);
  });

  it('can be as small as the first steps', async () => {
    const content = edited(readExample('first-steps'), [
      set('assets/arrears-files transport.lockedCase', true),
      set('assets/water-bills encryption.atRest', true),
    ]);
    const findings = judge(await load(toFiles(content)), [await policyOf('minakami')]);
    expect(told(findings)).toEqual([
      'classification/personal-data-level review assets/ward-leaders classification.confidentiality',
    ]);
  });
});

/** What looks like a breach and is none. */
interface Arrangement {
  /** the records that have a part in it, and what makes it what it is */
  readonly records: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** what would make it a breach, and of which rule */
  readonly unless: Mutation & { readonly rule: string };
}

const arrangements: Readonly<Record<string, Arrangement>> = {
  'a payroll with my-numbers in the LGWAN layer': {
    records: {
      'assets/給与': { contains: expect.arrayContaining(['my-number']), affairs: ['my-number-related'] },
      'systems/payroll-server': { segments: ['lg-servers'] },
      'segments/lg-servers': { layer: 'lgwan' },
    },
    unless: {
      rule: 'resilience/mynumber-placement',
      set: { 'assets/給与 affairs': ['my-number-use'] },
      at: 'assets/給与 system',
    },
  },
  'a firewall on segments of two layers': {
    records: {
      'systems/fw-core': { type: 'network-device', segments: ['mn-gateway', 'lg-gateway'] },
      'segments/mn-gateway': { layer: 'mynumber' },
      'segments/lg-gateway': { layer: 'lgwan' },
    },
    unless: {
      rule: 'resilience/mynumber-separation',
      set: { 'systems/fw-core type': 'server' },
      at: 'systems/fw-core segments',
    },
  },
  'a gateway that sanitises between the internet and the LGWAN layer': {
    records: {
      'systems/file-sanitiser': {
        segments: ['in-gateway', 'lg-gateway'],
        forwards: true,
        sanitisation: 'file-sanitisation',
      },
      'segments/in-gateway': { layer: 'internet' },
      'segments/lg-gateway': { layer: 'lgwan' },
      'connections/mail-to-lgwan': { sanitisation: 'mail-text' },
      'connections/vdi-to-lgwan': { sanitisation: 'screen-transfer' },
    },
    unless: {
      rule: 'resilience/lgwan-sanitisation',
      unset: ['systems/file-sanitiser sanitisation'],
      at: 'systems/file-sanitiser segments',
    },
  },
  'the resident register network without the security cloud': {
    records: {
      'connections/住基ネット': { from: 'mn-gateway', to: 'ext-juki', securityCloud: false },
      'segments/ext-juki': { layer: 'external', externalNetwork: 'juki' },
    },
    unless: {
      rule: 'resilience/security-cloud',
      set: { 'segments/ext-juki externalNetwork': 'internet' },
      at: 'connections/住基ネット securityCloud',
    },
  },
};

describe('a well-run arrangement is not reported', () => {
  const city = mendedCity();
  let policies: readonly Policy[];

  beforeAll(async () => {
    policies = await Promise.all(['isesaki', 'minakami'].map((id) => policyOf(id)));
  });

  it.each(Object.entries(arrangements))('%s', async (_name, { records, unless }) => {
    for (const [place, fields] of Object.entries(records))
      expect(recordAt(city, place)).toMatchObject(fields);
    const places = Object.keys(records);
    const about = async (content: Content) =>
      told(judge(await load(toFiles(content)), policies)).filter((line) =>
        places.some((place) => line.split(' ')[2] === place),
      );
    expect(await about(city)).toEqual([]);
    expect(await about(edited(city, editsOf(unless)))).toContain(`${unless.rule} ${reportedBy(unless)}`);
  });
});

/** All that data says, what it works out included. */
function said(data: object): Record<string, unknown> {
  const values = data as Readonly<Record<string, unknown>>;
  return Object.fromEntries(namesIn(data).map((name) => [name, values[name]]));
}
