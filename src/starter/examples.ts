import type { Localized } from '../base/localized.ts';

/**
 * What stands in an example: a word of the vocabulary, a text in each language, a list of words, or more fields. `null` is
 * left blank: a yes or no, a day, a number, a level, and what refers to another record. Whoever takes an example over as it
 * stands says by it that none of these is known, and refers to nothing that is not there. Names and posts are to be changed.
 */
export type ExampleValue =
  | string
  | Localized
  | null
  | readonly (string | Localized)[]
  | Example
  | readonly Example[];

/** The fields of a record in the order in which they are shown, the most useful alone. */
export interface Example {
  readonly [field: string]: ExampleValue;
}

/** A text of an example in each language. */
export function text(ja: string, en: string): Localized {
  return { ja, en };
}

/** What the organization may say of itself beside its name. */
export const organizationExample: Example = {
  code: null,
  agencies: [
    { id: 'mayor', name: text('町長部局', 'Office of the mayor'), organ: null },
    { id: 'board', name: text('教育委員会', 'Board of education'), organ: null },
  ],
  roles: [
    { role: 'ciso', post: text('副町長', 'Deputy mayor') },
    { role: 'general-security-officer', post: text('総務課長', 'Head of general affairs') },
    { role: 'security-manager', post: text('各課長', '各課長') },
    { role: 'incident-contact', post: text('総務課情報係', 'IT desk') },
  ],
  complete: null,
};

/** One record of every section. */
export const recordExamples: Readonly<Record<string, Example>> = {
  assets: {
    id: 'resident-register',
    name: text('住民基本台帳データ', 'Resident register'),
    division: text('町民課', 'Resident affairs'),
    manager: text('町民課長', 'Head of resident affairs'),
    form: 'electronic',
    classification: { confidentiality: null, integrity: null, availability: null },
    contains: ['personal-information'],
    businessPurpose: text('住民票の写しの交付', 'Certificates of residence'),
    storage: { locked: null, hiddenFromView: null },
    encryption: { atRest: null, inTransit: null },
    transport: { carried: null },
    takeout: { permitted: null },
  },
  personalInformationFiles: {
    id: 'resident-register-file',
    name: text('住民基本台帳ファイル', 'File of the resident register'),
    division: text('町民課', 'Resident affairs'),
    type: 'electronic',
    businessPurpose: text('居住関係の公証', 'Certificates of residence'),
    assets: null,
  },
  systems: {
    id: 'resident-system',
    name: text('住民記録システム', 'Resident records system'),
    division: text('総務課', 'General affairs'),
    manager: text('総務課長', 'Head of general affairs'),
    type: 'application',
    segments: null,
    facility: null,
    authentication: { factors: null, shared: null },
    malware: { installed: null, definitions: null },
    accessControl: null,
    logs: { acquired: null, analysed: null },
    backup: { taken: null, lastTested: null },
  },
  facilities: {
    id: 'server-room',
    name: text('本庁舎2階 サーバ室', 'Server room, second floor'),
    type: 'server-room',
    locked: null,
    entryControl: null,
    entryLog: null,
    fireProtection: null,
    earthquakeProtection: null,
    backupPower: null,
  },
  segments: {
    id: 'office-network',
    name: text('庁内LAN（LGWAN接続系）', 'Office network (LGWAN)'),
    layer: 'lgwan',
    monitoring: { intrusion: null },
    deviceControl: { unauthorisedBlocked: null },
    cabling: { protected: null },
  },
  connections: {
    id: 'mail-intake',
    name: text('メールの取込み', 'Intake of mail'),
    from: null,
    to: null,
    direction: 'one-way',
    control: null,
    sanitisation: null,
    approval: { by: text('総務課長', 'Head of general affairs'), date: null },
  },
  contracts: {
    id: 'resident-system-maintenance',
    name: text('住民記録システム保守業務委託', 'Maintenance of the resident records system'),
    contractor: text('〇〇システム株式会社', 'Example Systems Inc.'),
    type: 'outsourcing',
    assets: null,
    systems: null,
    ended: null,
    selection: { securityReviewed: null },
    terms: {
      securityRequirements: null,
      confidentiality: null,
      purposeLimitation: null,
      subcontractingRestricted: null,
      returnOrDisposal: null,
    },
    verification: { last: null },
  },
  services: {
    id: 'web-meeting',
    name: text('オンライン会議サービス', 'Online meetings'),
    type: 'web-meeting',
    responsible: text('総務課長', 'Head of general affairs'),
    scope: null,
    controls: { encryption: null, accessControl: null },
    terms: { confirmed: null },
    credentials: { managed: null },
  },
  staffGroups: {
    id: 'regular-staff',
    name: text('正規職員', 'Regular staff'),
    employment: 'regular',
    headcount: null,
    rulesAcknowledged: null,
    lastTraining: null,
    privateDevices: { prohibited: null },
    takeout: { controlled: null },
    leaving: { assetsReturned: null, secrecyPledged: null },
  },
  trainings: {
    id: 'training-for-all',
    name: text('全職員向け情報セキュリティ研修', 'Security training for all staff'),
    date: null,
    about: text('不審なメールと誤送信', 'Suspicious mail and misdirected mail'),
    staffGroups: null,
    headcount: null,
  },
  drills: {
    id: 'mail-drill',
    name: text('標的型攻撃メール訓練', 'Drill with targeted mail'),
    date: null,
    about: text('取引先を装うメールが届いた', 'Mail that claims to come from a supplier'),
    participants: text('全職員', 'All staff'),
  },
  documents: {
    id: 'security-standards',
    name: text('情報セキュリティ対策基準', 'Security standards'),
    type: 'standards',
    adopted: null,
    reviewed: null,
    published: null,
  },
  audits: {
    id: 'self-inspection',
    name: text('全課の自己点検', 'Self-inspection of all sections'),
    type: 'self-inspection',
    date: null,
    findings: null,
    followUp: null,
  },
  reviews: {
    id: 'policy-review',
    name: text('ポリシーの定期見直し', 'Regular review of the policy'),
    date: null,
    riskAnalysis: null,
  },
  incidents: {
    id: 'misdelivery',
    name: text('通知書の誤送付', 'A notice sent to the wrong address'),
    detected: null,
    reported: null,
  },
  violations: {
    id: 'private-usb',
    name: text('私物USBメモリの使用', 'Use of a private USB stick'),
    detected: null,
    correctiveAction: null,
    improved: null,
  },
  exceptions: {
    id: 'old-terminal',
    rules: null,
    records: null,
    reason: text('更新の予算が翌年度のため', 'Replacement is budgeted for the next year'),
    compensatingMeasures: text('ネットワークから切り離して使う', 'Used apart from the network'),
    applicant: text('町民課長', 'Head of resident affairs'),
    approver: text('副町長', 'Deputy mayor'),
    approved: null,
    expires: null,
  },
  corrections: {
    id: 'old-accounts',
    rules: null,
    records: null,
    owner: text('総務課', 'General affairs'),
    due: null,
    state: 'planned',
    done: null,
  },
  attestations: {
    id: 'briefing',
    clause: null,
    statement: text('全職員に情報セキュリティの重要性を説明した', 'All staff were told why security matters'),
    by: text('総務課長', 'Head of general affairs'),
    date: null,
    validUntil: null,
  },
};
