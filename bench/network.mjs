// Writes a large, realistic network: segments, ten times as many connections, and ten times as many systems. Most
// communication stays in its layer; what leaves it is controlled, sanitised or specific. Some systems are in several
// segments, gateways sanitise between layers, and chains of switches connect the floors.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const perSegment = 10;
const recordsPerFile = 500;

/** The layers of twenty segments; the pattern repeats. */
const layers = [
  ...Array(4).fill('mynumber'),
  ...Array(11).fill('lgwan'),
  ...Array(4).fill('internet'),
  'external',
];
const outside = ['juki', 'lgwan', 'internet', 'data-centre', 'contractor'];

/** One system in a hundred is a switch; five switches form a chain. */
const betweenSwitches = 100;
const switchAt = 51;
const chainLength = 5;

/**
 * @param faultEvery one in so many connections, and one in so many systems, has a fault
 * @returns how many records and bytes were written
 */
export function generateNetwork(folder, { segments, faultEvery = 50 }) {
  mkdirSync(folder, { recursive: true });
  const count = segments * perSegment;
  const network = { segments, count, faultEvery, random: chance() };
  let bytes = 0;
  const write = (name, text) => {
    bytes += Buffer.byteLength(text);
    writeFileSync(path.join(folder, name), text);
  };
  const writeSection = (section, length, record) => {
    for (let start = 0; start < length; start += recordsPerFile) {
      const records = Array.from({ length: Math.min(recordsPerFile, length - start) }, (_, i) =>
        record(start + i, network),
      );
      const number = String(start / recordsPerFile).padStart(4, '0');
      write(`${section}-${number}.yaml`, `${section}:\n${records.join('')}`);
    }
  };
  write('organization.yaml', organization);
  writeSection('segments', segments, segment);
  writeSection('connections', count, connection);
  writeSection('systems', count, system);
  return { records: 2 + segments + 2 * count, bytes };
}

const organization = `organization:
  name: 架空市
  policy: isesaki
  agencies: [{ id: mayor, name: 市長部局, organ: mayor }]
facilities:
  - id: machine-room
    name: サーバ室
    agency: mayor
    manager: 情報政策課長
    type: server-room
    locked: true
    entryControl: true
    entryLog: true
    fireProtection: true
    earthquakeProtection: true
    backupPower: true
`;

/** Deterministic pseudo-random numbers from 0 to below 1. */
function chance() {
  let state = 20261120;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function layerOf(segment) {
  return layers[segment % layers.length];
}

/** Some segment of a layer. */
function anyOf(layer, { segments, random }) {
  const first = layers.indexOf(layer);
  const among = layers.filter((candidate) => candidate === layer).length;
  const twenty = Math.floor(random() * (segments / layers.length));
  return twenty * layers.length + first + Math.floor(random() * among);
}

function segment(i, { faultEvery }) {
  const layer = layerOf(i);
  const stated = i % (faultEvery * 2) === 1 ? '' : `    layer: ${layer}\n`;
  const kind = layer === 'external' ? outside[Math.floor(i / layers.length) % outside.length] : undefined;
  return `  - id: segment-${i}
    name: 庁内ネットワーク第${i}セグメント
${stated}${kind === undefined ? '' : `    externalNetwork: ${kind}\n`}    network: administrative
    cidr: [${subnet(i)}.0/24]
    monitoring: { intrusion: true }
    deviceControl: { unauthorisedBlocked: true }
    cabling: { protected: true }
`;
}

function subnet(segment) {
  return `10.${segment >> 8}.${segment & 255}`;
}

function connection(i, network) {
  const { from, to, facts } = purposeOf(i, network);
  return `  - id: connection-${i}
    name: 許可通信 ${i}
    agency: mayor
    manager: 情報政策課長
    from: ${from}
    to: ${to}
    protocol: https
    ports: [443]
    purpose: 業務システムの利用
    ${facts.join('\n    ')}
    approval: { by: 統括情報セキュリティ責任者, date: 2026-04-01 }
    monitored: true
    confirmed: true
`;
}

function purposeOf(i, network) {
  const a = (layer) => `segment-${anyOf(layer, network)}`;
  if (i % betweenSwitches === switchAt) return alongTheChain(i, network);
  if (i % network.faultEvery === 0) return faulty(i, network);
  switch (i % 10) {
    case 1:
      return {
        from: a('internet'),
        to: a('lgwan'),
        facts: ['control: proxy', 'sanitisation: file-sanitisation'],
      };
    case 2: {
      const to = a('external');
      const specific = `specific: { destination: ${to}, addresses: [10.200.1.10/32], ports: [443] }`;
      return { from: a('mynumber'), to, facts: ['control: firewall', 'securityCloud: true', specific] };
    }
    case 3:
      return { from: a('internet'), to: a('external'), facts: ['control: firewall', 'securityCloud: true'] };
    default: {
      const layer = layers[i % (layers.length - 1)];
      return { from: a(layer), to: a(layer), facts: ['control: acl'] };
    }
  }
}

/** Connections from each switch to the next, and from the last of a chain to the internet. */
function alongTheChain(i, network) {
  const last = Math.floor(i / betweenSwitches) % chainLength === chainLength - 1;
  const next = i + betweenSwitches;
  const to = last || next >= network.count ? `segment-${anyOf('internet', network)}` : `system-${next}`;
  return { from: `system-${i}`, to, facts: ['control: acl'] };
}

function faulty(i, network) {
  const a = (layer) => `segment-${anyOf(layer, network)}`;
  switch (Math.floor(i / network.faultEvery) % 4) {
    case 0: {
      const row = Math.floor(i / (betweenSwitches * chainLength)) * betweenSwitches * chainLength;
      return { from: a('mynumber'), to: `system-${row + switchAt}`, facts: ['control: acl'] };
    }
    case 1:
      return { from: a('mynumber'), to: a('lgwan'), facts: ['control: firewall'] };
    case 2:
      return { from: a('lgwan'), to: a('internet'), facts: ['control: none', 'sanitisation: antivirus'] };
    default: {
      const to = a('external');
      const specific = `specific: { destination: ${to}, addresses: [10.200.1.10/32] }`;
      return { from: a('mynumber'), to, facts: ['control: firewall', specific] };
    }
  }
}

function system(i, network) {
  const faulty = i % network.faultEvery === 0;
  const { type, ownSegments, facts } = roleOf(i, network);
  const addresses = ownSegments.map(
    (segment) => `${subnet(segment)}.${1 + (Math.floor(i / network.segments) % 250)}`,
  );
  return `  - id: system-${i}
    name: 業務用機器 ${i}号機
    agency: mayor
    manager: 情報政策課長
    type: ${type}
${ownSegments.length === 0 ? '' : `    segments: [${ownSegments.map((segment) => `segment-${segment}`).join(', ')}]\n    addresses: [${addresses.join(', ')}]\n`}${facts.map((fact) => `    ${fact}\n`).join('')}    issued: true
    authentication: { factors: [knowledge, ${faulty ? 'knowledge' : 'possession'}], shared: false }
    export: { disabled: ${!faulty} }
    malware: { installed: true, definitions: 2026-11-18 }
    software: [{ name: 業務ソフト, version: "4.2", authorised: true, licensed: true }]
    accessControl: true
    physical: { secured: true }
`;
}

const machineRoom = [
  'facility: machine-room',
  'vulnerability: { lastPatched: 2026-11-01, intrusionPrevention: true }',
  'logs: { acquired: true, analysed: true, retentionDays: 365 }',
  'backup: { taken: true, lastTested: 2026-10-01 }',
  'capacity: { limitSet: true }',
  'faults: { recorded: true }',
  'monitoring: true',
];

function roleOf(i, network) {
  if (i % betweenSwitches === switchAt)
    return { type: 'network-device', ownSegments: [], facts: machineRoom };
  const segment = i % network.segments;
  const neighbour = (layer) => anyOf(layer, network);
  switch (i % 200) {
    case 7:
      return {
        type: 'server',
        ownSegments: [neighbour('lgwan'), neighbour('internet')],
        facts: ['sanitisation: file-sanitisation', ...machineRoom],
      };
    case 17:
    case 57:
    case 97:
      return { type: 'server', ownSegments: [segment, neighbour(layerOf(segment))], facts: machineRoom };
    case 107:
      return {
        type: 'server',
        ownSegments: [segment, neighbour(layerOf(segment))],
        facts: ['forwards: false', ...machineRoom],
      };
    default:
      return {
        type: 'terminal',
        ownSegments: [segment],
        facts: ['vulnerability: { lastPatched: 2026-11-01 }'],
      };
  }
}
