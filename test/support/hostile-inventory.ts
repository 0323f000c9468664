import { stateFileName } from '../../src/register/file-name.ts';
import { writeState } from '../../src/register/state.ts';

/** What of a folder of tests the program is run on, relative to it. */
export interface HostilePlaces {
  readonly files: Readonly<Record<string, string>>;
  /** the folder of the inventory, in which the program is run */
  readonly inventory: string;
  /** the inventory as it was before, relative to the inventory */
  readonly base: string;
  /** the policy, and another that differs from it, relative to the inventory */
  readonly policy: string;
  readonly otherPolicy: string;
  readonly baseline: string;
}

/** The clause that the rules of the policy stand under. */
export function clauseWith(text: string): string {
  return `第1条${text}`;
}

/**
 * An inventory, a policy, a baseline and a configuration with one text at every place that takes one: ids, names, all
 * other texts, values that should be something else, keys, and the names of files and folders.
 */
export function placesWith(text: string): HostilePlaces {
  const name = fileName(text);
  const inventory = '団体/台帳';
  const entry = inventoryWith(text);
  return {
    inventory,
    base: `../${name}前`,
    policy: `./方針/${name}.policy.yaml`,
    otherPolicy: './方針/別.policy.yaml',
    baseline: `${name}.baseline.json`,
    files: {
      [`${inventory}/sekisho.config.yaml`]: yaml({
        policy: `./方針/${name}.policy.yaml`,
        rules: { 'classification/encryption-in-transit': 'off', 'classification/encryption-at-rest': 'info' },
        parameters: { 'human/training-current': { maxAge: 'P12M' } },
      }),
      [`${inventory}/方針/${name}.policy.yaml`]: yaml(policyWith(text, '機密性')),
      [`${inventory}/方針/別.policy.yaml`]: yaml(policyWith(`${text}別`, '第2条')),
      [`${inventory}/${name}/${name}.yaml`]: yaml(entry),
      [`${inventory}/${name}/${name}~.yaml`]: yaml({ assets: assetsWith(text) }),
      [`${inventory}/${name}.baseline.json`]: baselineWith(text),
      [`${inventory}/${name}/${stateFileName}`]: stateWith(text, ['甲', '乙', '丙', '丁', '戊', '己']),
      [`${inventory}/別/台帳.yaml`]: yaml({ assets: [] }),
      [`${inventory}/別/${stateFileName}`]: stateWith(text, ['重', '重']),
      [`団体/${name}前/台帳.yaml`]: yaml({ ...entry, connections: entry.connections.slice(0, 1) }),
    },
  };
}

function policyWith(text: string, other: string) {
  const both = { ja: text, en: text };
  const rule = (id: string) => ({ id, basis: 'stated' });
  return {
    id: 'own',
    title: both,
    issuer: both,
    editions: ['2026-04-01'],
    scope: { agencies: [{ id: `機関${text}`, name: both }] },
    layers: [{ id: `系${text}`, name: both }],
    scales: { confidentiality: [{ level: `級${text}`, means: 3, name: both, clause: clauseWith(text) }] },
    clauses: [
      {
        ref: clauseWith(text),
        title: both,
        summary: both,
        modality: 'must',
        rules: [
          'classification/manager-assigned',
          'classification/encryption-at-rest',
          'classification/encryption-in-transit',
          'classification/levels-in-scale',
          'resilience/mynumber-separation',
          'resilience/layer-assigned',
          'human/training-current',
          'outsourcing/contract-confidentiality',
        ].map(rule),
      },
      {
        ref: text,
        title: both,
        summary: both,
        modality: 'should',
        rules: [rule('technical/access-control'), rule('resilience/lgwan-split')],
      },
      { ref: `確認${text}`, title: both, summary: both, modality: 'must', attestation: true },
      { ref: `参照${text}`, title: both, summary: both, modality: 'definition', informs: both },
      { ref: other, title: both, summary: both, modality: 'must', rules: [rule('technical/backup-taken')] },
    ],
  };
}

function inventoryWith(text: string) {
  const evidence = [{ path: `証拠${text}`, url: text, date: '2026-06-01' }];
  const common = { name: text, agency: `課${text}`, manager: text, notes: text, evidence };
  return {
    organization: {
      name: text,
      code: text,
      agencies: [
        { id: `課${text}`, name: text, organ: `機関${text}` },
        { id: `別課${text}`, name: text, organ: `ない機関${text}` },
      ],
      roles: [{ role: 'ciso', post: `長${text}`, person: text, agency: `課${text}` }],
    },
    systems: [
      {
        ...common,
        id: `端末${text}`,
        type: 'terminal',
        segments: [`番号${text}`, `ない区${text}`],
        addresses: [text],
        software: [{ name: text, version: text }],
      },
      { ...common, id: `器${text}`, type: text },
    ],
    segments: [
      { ...common, id: `番号${text}`, layer: 'mynumber' },
      { ...common, id: `網${text}`, layer: 'internet' },
      { ...common, id: `独${text}`, layer: `系${text}` },
      { ...common, id: `無${text}`, layer: `ない系${text}` },
      { ...common, id: `空${text}`, cidr: text },
    ],
    connections: [
      { ...connectionWith(text, common), id: `通信${text}`, from: `番号${text}`, to: `独${text}` },
      { ...connectionWith(text, common), id: `出口${text}`, from: `独${text}`, to: `網${text}` },
      { ...common, id: `直通${text}`, control: 'none', from: `番号${text}`, to: `網${text}` },
    ],
    services: [{ ...common, id: `雲${text}`, type: 'cloud', scope: text, certifications: [text] }],
    contracts: [
      {
        ...common,
        id: `契約${text}`,
        contractor: text,
        assets: [`ない資産${text}`],
        terms: { confidentiality: false },
        subcontractors: [{ name: text }],
      },
    ],
    facilities: [{ ...common, id: `室${text}`, type: 'archive' }],
    staffGroups: [{ ...common, id: `職${text}`, employment: 'regular', lastTraining: '2020-01-01' }],
    documents: [{ ...common, id: `文書${text}`, type: 'standards', adopted: text }],
    audits: [{ ...common, id: `監査${text}`, type: 'internal', auditor: { name: text }, findings: [text] }],
    incidents: [{ ...common, id: `事故${text}` }],
    exceptions: [
      {
        ...common,
        id: `例外${text}`,
        rules: ['classification/manager-assigned'],
        records: [`例外の資産${text}`],
        reason: text,
        compensatingMeasures: text,
        applicant: `長${text}`,
        approver: `長${text}`,
        ticket: text,
        approved: '2026-04-01',
        expires: '2027-03-31',
      },
      { ...common, id: text, rules: [text], records: [text], reason: text },
    ],
    attestations: [
      { ...attestationWith(text, common), id: `確認${text}`, clause: `確認${text}` },
      { ...attestationWith(text, common), id: text, clause: `ない条${text}` },
    ],
    [`定めのない節${text}`]: [{ id: text }],
  };
}

function connectionWith<Common>(text: string, common: Common) {
  return {
    ...common,
    protocol: text,
    ports: [text],
    purpose: text,
    control: 'none',
    approval: { by: text, date: '2026-04-01' },
    // Not the text alone, which is read as the name of a host where it looks like one.
    specific: { destination: `独${text}`, addresses: [`${text} の先`] },
  };
}

function attestationWith<Common>(text: string, common: Common) {
  return { ...common, policy: 'own', statement: text, by: text, date: '2026-04-01' };
}

function assetsWith(text: string) {
  const common = {
    name: text,
    agency: `課${text}`,
    manager: false,
    form: 'electronic',
    medium: text,
    encryption: { atRest: false, inTransit: false },
    classification: { confidentiality: `級${text}` },
    copies: [{ location: text, manager: text, confidentiality: text }],
  };
  return [
    { ...common, id: `甲${text}` },
    { ...common, id: `乙${text}` },
    { ...common, id: `丙${text}` },
    { ...common, id: `丁${text}` },
    { ...common, id: `丁${text}` },
    { ...common, id: `例外の資産${text}` },
    { id: text, name: text, form: text, system: text, [`鍵${text}`]: text, disposal: { date: text } },
    { id: `戊${text}`, name: text, classification: { confidentiality: `ない級${text}` } },
    { id: `己${text}`, name: text },
  ];
}

/** What an import left for assets; it is refused where an id stands in it twice. */
function stateWith(text: string, ids: readonly string[]): string {
  return writeState({
    records: ids.map((id) => ({
      section: 'assets',
      id: `${id}${text}`,
      file: text,
      sheet: text,
      row: 2,
      values: new Map(),
      cells: new Map([['name', 'B2']]),
    })),
  });
}

function baselineWith(text: string): string {
  const entry = (index: number) => ({
    rule: 'classification/manager-assigned',
    record: `assets/消えた資産${index}${text}`,
    name: text,
    verdict: 'fail',
    fingerprint: `v1:${String(index).repeat(32)}`,
  });
  return yaml({ schemaVersion: 1, findings: [entry(1), entry(2)] });
}

/** Flow style, one value a line, so that the lines that reports quote hold the text as it is. */
function yaml(value: unknown): string {
  // YAML 1.2 (5.1) wants these escaped.
  return JSON.stringify(value, undefined, 1).replaceAll(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/**
 * The text as the name of a file, so far as such a file is read: of at most 255 bytes, without `/` and NUL, which no
 * system allows, and without what makes a pattern of a path or ends a line.
 */
function fileName(text: string): string {
  const possible = text
    .replaceAll('/', '∕')
    .replaceAll(/[\0\n\r\u2028\u2029\\]/g, '␀')
    .replace(/^\./, '․');
  const bytes = Buffer.from(possible)
    .subarray(0, 180)
    .toString()
    .replace(/\ufffd+$/, '');
  return bytes.trim() === '' ? `名${bytes}` : bytes;
}
