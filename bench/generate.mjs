// Writes large inventories, of 50 records a file, about 27 kB of text each: 20,000 records are 400 files.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { JSON_SCHEMA, load } from 'js-yaml';

const recordsPerFile = 50;

/** How a record is written: systems, assets. */
const shapes = {
  /** what the policies ask for is there; what they ask of the whole body is not */
  compliant: [compliantSystem, compliantAsset],
  /** as an import of a spreadsheet leaves it: what the columns of the town knew */
  'half-filled': [halfFilledSystem, halfFilledAsset],
  /** some five violations a record */
  'full of findings': [faultySystem, faultyAsset],
};

/**
 * @param shape one of the above; one record in fifty is `full of findings` where it is left out
 * @param oneLine writes each file as JSON on one line
 * @returns how many records, files and bytes were written
 */
export function generateInventory(folder, { records = 20_000, shape, oneLine = false } = {}) {
  mkdirSync(folder, { recursive: true });
  const files = records / recordsPerFile;
  const written = { records, files, bytes: 0 };
  const write = (name, text) => {
    const content = oneLine ? oneLineOf(text) : text;
    written.bytes += Buffer.byteLength(content);
    writeFileSync(path.join(folder, name), content);
  };
  write('network.yaml', network());
  for (let file = 1; file < files; file++)
    write(`department-${String(file).padStart(4, '0')}.yaml`, department(file, shape));
  return written;
}

function network() {
  const layers = ['mynumber', 'lgwan', 'internet'];
  const segments = Array.from({ length: 30 }, (_, i) => segment(i, layers[i % 3]));
  const connections = Array.from({ length: 19 }, (_, i) => connection(i));
  return `organization:\n  name: 架空市\n  policy: isesaki\n  agencies: [{ id: mayor, name: 市長部局 }]\nsegments:\n${segments.join('')}connections:\n${connections.join('')}`;
}

function segment(i, layer) {
  return `  - id: segment-${i}\n    name: 庁内ネットワーク第${i}セグメント\n    layer: ${layer}\n    network: administrative\n    cidr: [10.${i}.0.0/16]\n    monitoring: { intrusion: true }\n    cabling: { protected: true }\n`;
}

function connection(i) {
  const from = (i % 9) * 3 + 1;
  return `  - id: connection-${i}\n    name: 業務系の接続 ${i}\n    from: segment-${from}\n    to: segment-${from + 3}\n    direction: two-way\n    control: firewall\n    purpose: 庁内の業務連絡\n`;
}

function department(file, shape) {
  const of = (i) => shapes[shape ?? (i % 50 === 0 ? 'full of findings' : 'compliant')];
  const systems = Array.from({ length: 10 }, (_, i) => of(file * 10 + i)[0](file * 10 + i));
  const assets = Array.from({ length: 40 }, (_, i) => of(file * 40 + i)[1](file * 40 + i, file));
  return `systems:\n${systems.join('')}assets:\n${assets.join('')}`;
}

function compliantSystem(i) {
  return system(i, { second: 'possession', is: true });
}

function faultySystem(i) {
  return system(i, { second: 'knowledge', is: false });
}

function system(i, { second, is }) {
  return `  - id: system-${i}
    name: 窓口業務端末 ${i}号機
    agency: mayor
    manager: 情報政策課長
    type: terminal
    segments: [segment-${(i % 10) * 3}]
    addresses: [10.${(i % 10) * 3}.${(i >> 8) & 255}.${i & 255}]
    issued: true
    authentication:
      factors: [knowledge, ${second}]
      shared: ${!is}
    export: { disabled: ${is} }
    malware: { installed: ${is}, definitions: ${is ? '2026-11-18' : '2026-01-10'} }
    vulnerability: { lastPatched: 2026-11-01 }
    software: [{ name: 業務ソフト, version: "4.2", authorised: ${is}, licensed: true }]
    accessControl: ${is}
    physical: { secured: ${is} }
`;
}

function halfFilledSystem(i) {
  return `  - id: system-${i}
    name: 窓口業務端末 ${i}号機
    agency: mayor
    type: terminal
    segments: [segment-${(i % 10) * 3}]
`;
}

function compliantAsset(i, file) {
  return asset(i, file, true);
}

function faultyAsset(i, file) {
  return asset(i, file, false);
}

function asset(i, file, is) {
  return `  - id: asset-${i}
    name: 住民税課税資料 第${i}号
    agency: mayor
    manager: 税務課長
    form: electronic
    classification:
      confidentiality: ${i % 3 === 0 ? 3 : 2}
      integrity: 2
      availability: 2
    contains: [personal-information]
    affairs: [my-number-use]
    system: system-${file * 10 + (i % 10)}
    origin: internal
    businessPurpose: ${is ? '市町村民税の賦課及び徴収に関する事務' : 'false'}
    storage: { locked: ${is}, hiddenFromView: ${is} }
    encryption:
      atRest: ${is}
      inTransit: ${is}
    transport: ${is ? '{ carried: false }' : '{ carried: true, lockedCase: false, otherProtection: false }'}
`;
}

function halfFilledAsset(i, file) {
  return `  - id: asset-${i}
    name: 住民税課税資料 第${i}号
    agency: mayor
    manager: 税務課長
    form: electronic
    system: system-${file * 10 + (i % 10)}
`;
}

/** The same text as JSON, which YAML is a superset of, without a single line break. */
function oneLineOf(text) {
  return JSON.stringify(load(text, { schema: JSON_SCHEMA }));
}
