// Writes a large, realistic inventory: 20,000 records in 400 files, about 9 MB; one record in fifty has a fault.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const files = 400;
const recordsPerFile = 50;

/** @returns how many records and bytes were written */
export function generateInventory(folder) {
  mkdirSync(folder, { recursive: true });
  let bytes = 0;
  const write = (name, text) => {
    bytes += Buffer.byteLength(text);
    writeFileSync(path.join(folder, name), text);
  };
  write('network.yaml', network());
  for (let file = 1; file < files; file++)
    write(`department-${String(file).padStart(3, '0')}.yaml`, department(file));
  return { files, records: files * recordsPerFile, bytes };
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

function department(file) {
  const systems = Array.from({ length: 10 }, (_, i) => system(file * 10 + i));
  const assets = Array.from({ length: 40 }, (_, i) => asset(file * 40 + i, file));
  return `systems:\n${systems.join('')}assets:\n${assets.join('')}`;
}

function system(i) {
  const faulty = i % 50 === 0;
  return `  - id: system-${i}
    name: 窓口業務端末 ${i}号機
    agency: mayor
    manager: 情報政策課長
    type: terminal
    segments: [segment-${(i % 10) * 3}]
    addresses: [10.${(i % 10) * 3}.${(i >> 8) & 255}.${i & 255}]
    issued: true
    authentication:
      factors: [knowledge, ${faulty ? 'knowledge' : 'possession'}]
      shared: false
    export: { disabled: ${!faulty} }
    malware: { installed: true, definitions: 2026-11-18 }
    vulnerability: { lastPatched: 2026-11-01 }
    software: [{ name: 業務ソフト, version: "4.2", authorised: true, licensed: true }]
    accessControl: true
    physical: { secured: true }
`;
}

function asset(i, file) {
  const faulty = i % 50 === 0;
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
    businessPurpose: 市町村民税の賦課及び徴収に関する事務
    storage: { locked: true, hiddenFromView: true }
    encryption:
      atRest: ${!faulty}
      inTransit: true
    transport: { carried: false }
`;
}
