// Inventories of which reports become long: one with very many findings, and one with findings whose ways are very long.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const recordsPerFile = 500;
/** How many findings each record has under みなかみ町's policy. */
export const findingsPerRecord = 5;

/** Writes records of which each has five findings: fails, and facts that are not written. */
export function generateManyFindings(folder: string, findings: number): void {
  mkdirSync(folder, { recursive: true });
  const records = Math.ceil(findings / findingsPerRecord);
  for (let from = 0; from < records; from += recordsPerFile) {
    const count = Math.min(recordsPerFile, records - from);
    const assets = Array.from({ length: count }, (_, index) => asset(from + index));
    writeFileSync(
      path.join(folder, `division-${String(from / recordsPerFile).padStart(3, '0')}.yaml`),
      `assets:\n${assets.join('')}`,
    );
  }
  writeFileSync(path.join(folder, 'organization.yaml'), 'organization:\n  name: 架空町\n');
}

function asset(i: number): string {
  return `  - id: asset-${i}
    name: 住民税課税資料 第${i}号
    division: 第${i % 40}課
    manager: ${i % 2 === 0 ? 'false' : '税務課長'}
    form: electronic
    classification: { confidentiality: 3, integrity: 2, availability: 2 }
    contains: [personal-information]
    origin: internal
    businessPurpose: 市町村民税の賦課及び徴収に関する事務
    encryption: { atRest: false }
`;
}

/** Writes as many segments as devices that stand in a chain between them and the internet: as many findings, each with its whole length as its way. */
export function generateChain(folder: string, length: number): void {
  mkdirSync(folder, { recursive: true });
  const list = (count: number, line: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `  - ${line(i)}\n`).join('');
  writeFileSync(
    path.join(folder, 'network.yaml'),
    `organization: { name: 架空市 }
segments:
  - { id: outside, name: インターネット, layer: internet, network: administrative }
${list(length, (i) => `{ id: window-${i}, name: 窓口 ${i}, layer: mynumber, network: administrative }`)}systems:
${list(length, (i) => `{ id: device-${i}, name: 中継装置 ${i}, type: network-device, forwards: true }`)}connections:
  - { id: last, name: 出口, from: device-${length - 1}, to: outside, control: none }
${list(length, (i) => `{ id: line-${i}, name: 窓口回線 ${i}, from: window-${i}, to: device-0, control: none }`)}${list(length - 1, (i) => `{ id: relay-${i}, name: 中継回線 ${i}, from: device-${i}, to: device-${i + 1}, control: none }`)}`,
  );
}
