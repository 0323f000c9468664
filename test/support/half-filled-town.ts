/** The divisions, which share the records of the town among themselves. */
const divisions = ['総務課', '税務町民課', '健康福祉課', '建設課', '教育委員会事務局'];

/**
 * An inventory as a town has it after a first round of questions: some 80 records, each with half of what rules ask for, some
 * hundreds of judgements that wait for facts, and a handful of plain noes.
 */
export function halfFilledTown(): Record<string, string> {
  return {
    'organization.yaml': `organization:
  name: 半田沢町
  code: '994999'
  agencies:
    - { id: mayor, name: 町長, organ: mayor }
  divisions:
${divisions.map((name) => `    - { name: ${name} }\n`).join('')}`,
    'assets.yaml': `assets:\n${times(36, asset)}`,
    'systems.yaml': `systems:\n${times(24, system)}`,
    'network.yaml': `segments:
${times(6, (n) => `  - { id: seg-${n}, name: 庁内セグメント${n}, ${n % 3 === 0 ? '' : `layer: ${n % 2 === 0 ? 'lgwan' : 'internet'}, `}division: 総務課 }\n`)}connections:
  - { id: way-1, name: 無線LANから業務セグメントへの通信, from: seg-2, to: seg-1, division: 総務課 }
`,
    'others.yaml': `contracts:
${times(6, (n) => `  - { id: contract-${n}, name: 保守委託${n}, type: outsourcing, contractor: 架空システム株式会社${n}, division: ${divisionOf(n)}, terms: { securityRequirements: ${n === 2 ? 'false' : 'true'} } }\n`)}staffGroups:
${times(4, (n) => `  - { id: staff-${n}, name: 職員区分${n}, employment: ${['regular', 'reappointed', 'fixed-term', 'part-time'][n % 4]}, division: ${divisionOf(n)}, rulesAcknowledged: ${n === 1 ? 'false' : 'true'} }\n`)}facilities:
  - { id: server-room, name: 庁舎2階サーバ室, type: server-room, division: 総務課, locked: true, entryControl: false }
  - { id: archive, name: 書庫, type: archive, division: 総務課 }
documents:
  - { id: policy, name: 情報セキュリティ基本方針, type: basic-policy, adopted: 2024-04-01, division: 総務課 }
`,
  };
}

function asset(n: number): string {
  const manager = n % 9 === 0 ? 'false' : `${divisionOf(n)}長`;
  const level =
    n % 4 === 0 ? '' : '\n    classification: { confidentiality: 2, integrity: 2, availability: 1 }';
  return `  - id: asset-${n}
    name: 業務台帳その${n}
    form: ${n % 3 === 0 ? 'paper' : 'electronic'}
    division: ${divisionOf(n)}
    manager: ${manager}${level}
    storage: { locked: true${n % 2 === 0 ? ', hiddenFromView: true' : ''} }
`;
}

function system(n: number): string {
  return `  - id: system-${n}
    name: 業務システム${n}号機
    type: ${n % 3 === 0 ? 'server' : 'terminal'}
    segments: [seg-${(n % 6) + 1}]
    division: ${divisionOf(n)}
    manager: ${divisionOf(n)}長
    classification: { confidentiality: 2, integrity: 2, availability: 2 }
${n % 3 === 0 ? '    accessControl: true\n    logs: { acquired: true }\n    backup: { taken: true }\n' : `    physical: { secured: ${n === 4 ? 'false' : 'true'} }\n`}`;
}

function divisionOf(n: number): string {
  return divisions[n % divisions.length] ?? '';
}

function times(count: number, text: (n: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index + 1)).join('');
}
