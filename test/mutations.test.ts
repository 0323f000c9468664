import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { rules } from '../rules/index.ts';
import { evaluate } from '../src/evaluate/evaluate.ts';
import { type ExaminedEvidence, examineAll } from '../src/inventory/evidence.ts';
import { Inventory } from '../src/inventory/inventory.ts';
import { type InventoryFile, loadFiles } from '../src/inventory/load.ts';
import { buildPolicy } from '../src/policy/build.ts';
import { builtInPolicyIds, loadPolicy } from '../src/policy/load.ts';
import type { Policy } from '../src/policy/policy.ts';
import type { Finding } from '../src/result/result.ts';
import { inFolder, load } from './support/load.ts';
import {
  add,
  type Content,
  cityUnder,
  type Edit,
  edited,
  filesOf,
  mendedCity,
  readExample,
  recordAt,
  remove,
  set,
  toFiles,
  unset,
} from './support/mutate.ts';

const asOf = '2026-11-20';

type Texts = Readonly<Record<string, string>>;

/** One way to break a rule. */
interface Mutation {
  readonly edits: readonly Edit[];
  /** files that are written otherwise than the edited inventory would be, or beside it */
  readonly texts?: (before: Texts) => Texts;
  /** what is reported: `fail assets/給与 storage.locked` */
  readonly reported: string;
  /** what other rules cannot but report, too */
  readonly also?: readonly string[];
}

/** A mutation that is reported as a fail where its first edit is made, unless something else is expected. */
function breaking(
  edits: Edit | readonly Edit[],
  expected: {
    readonly verdict?: 'review' | 'unknown';
    readonly at?: string;
    readonly also?: readonly string[];
  } = {},
): Mutation {
  const all = [edits].flat();
  const { verdict = 'fail', at = all[0]?.place, also = [] } = expected;
  return { edits: all, reported: `${verdict} ${at}`, also };
}

/** Documents that are not adopted yet, of which the body as a whole is told. */
function notAdopted(...documents: readonly string[]): Mutation {
  return breaking(
    documents.map((id) => set(`documents/${id} adopted`, false)),
    { at: 'organization' },
  );
}

const exception = {
  id: '例外-1',
  rules: ['technical/mail-spam'],
  records: ['internet-mail'],
  reason: '更改までの間、県の設備で除去する。',
  applicant: '情報政策課長',
  approver: '総務部長',
  approved: '2026-04-01',
  expires: '2027-03-31',
};

const systemDocuments = [
  'network-diagram',
  'core-system-spec',
  'internal-system-spec',
  'internet-system-spec',
  'terminal-standard',
  'water-control-spec',
];

/** For every rule, what breaks it and nothing else. */
const mutations: Readonly<Record<string, readonly Mutation[]>> = {
  'classification/acquired-restrictions': [breaking(set('assets/カード申請書 restrictionsApplied', false))],
  'classification/business-purpose': [breaking(set('assets/文書目録 businessPurpose', false))],
  'classification/carrier-level': [
    breaking(set('systems/groupware-server classification.availability', 1)),
    breaking(set('services/kosodate-cloud confidentiality', 1)),
    breaking([
      set('assets/口座振替媒体 classification.integrity', 1),
      set('assets/会議録 medium', '口座振替媒体'),
    ]),
  ],
  'classification/copies-managed': [
    breaking(set('assets/固定資産税 copies.1.confidentiality', 2)),
    breaking(set('assets/固定資産税 copies.0.manager', false)),
  ],
  'classification/disposal-irrecoverable': [
    breaking(set('assets/廃棄端末-R7 disposal.method', 'format')),
    breaking(set('assets/tax-notice-data disposal.method', 'other'), { verdict: 'review' }),
  ],
  'classification/disposal-recorded': [breaking(set('assets/廃棄複合機 disposal.recorded', false))],
  'classification/encryption-at-rest': [breaking(set('assets/住民基本台帳 encryption.atRest', false))],
  'classification/encryption-in-transit': [breaking(set('assets/給与 encryption.inTransit', false))],
  // It asks only whether levels are stated, so it never fails.
  'classification/levels-assigned': [
    breaking(unset('assets/鍵管理簿 classification.availability'), { verdict: 'unknown' }),
  ],
  // Levels that the second policy has, and only that.
  'classification/levels-in-scale': [
    breaking(set('assets/災害対策記録 classification.availability', 3)),
    breaking(set('systems/term-main classification.integrity', 'A')),
  ],
  'classification/manager-assigned': [breaking(set('assets/農地台帳 manager', false))],
  // Whether a post that nobody lists is one is for a person to find out, so it never fails.
  'classification/manager-holds-role': [
    breaking(set('assets/農地台帳 manager', '農政課長'), { verdict: 'review', at: 'organization roles' }),
  ],
  'classification/personal-data-level': [
    breaking(set('assets/番号届出書 classification.confidentiality', 1)),
    breaking(set('assets/選挙人名簿 classification.confidentiality', 1), { verdict: 'review' }),
    // One review of the body, however many assets stand between the levels.
    breaking(
      ['選挙人名簿', '農地台帳', '学齢簿'].map((id) => set(`assets/${id} classification.confidentiality`, 2)),
      { verdict: 'review', at: 'organization' },
    ),
  ],
  'classification/storage-hidden': [breaking(set('assets/remote-backup storage.hiddenFromView', false))],
  'classification/storage-locked': [
    breaking(set('assets/口座振替媒体 storage.locked', false)),
    breaking(set('facilities/第2庁舎書庫 locked', false), { at: 'assets/申告書 storage.locked' }),
  ],
  'classification/transport-locked-case': [breaking(set('assets/支所受付届書 transport.lockedCase', false))],

  'evaluation/audit-performed': [
    breaking([remove('audits/外部監査-R8'), remove('audits/内部監査-R7')], { at: 'organization' }),
    breaking([set('audits/外部監査-R8 date', '2025-03-27'), set('audits/内部監査-R7 date', '2024-11-12')], {
      verdict: 'review',
      at: 'organization',
    }),
  ],
  // No text says how far audits reach, so it never fails.
  'evaluation/audit-reach': [
    breaking(set('audits/外部監査-R8 scope', ['mayor']), { verdict: 'review', at: 'organization agencies' }),
  ],
  'evaluation/auditor-independent': [breaking(set('audits/内部監査-R7 auditor.agency', 'mayor'))],
  'evaluation/basic-policy-adopted': [notAdopted('basic-policy')],
  'evaluation/follow-up-done': [breaking(set('audits/外部監査-R8 followUp', false))],
  'evaluation/policy-reviewed': [
    breaking(set('audits/外部監査-R8 policyReviewNeeded', true)),
    breaking(set('reviews/review-r7 date', '2025-03-25'), { at: 'audits/内部監査-R7 policyReviewNeeded' }),
  ],
  'evaluation/procedures-established': [notAdopted('procedures-mynumber', 'procedures-office')],
  'evaluation/procedures-unpublished': [breaking(set('documents/procedures-office published', true))],
  'evaluation/review-risk-analysis': [breaking(set('reviews/review-r7 riskAnalysis', false))],
  'evaluation/self-inspection-performed': [breaking(remove('audits/自己点検-R8'), { at: 'organization' })],
  'evaluation/standards-established': [notAdopted('standards')],
  'evaluation/standards-unpublished': [breaking(set('documents/standards published', true))],

  'human/bring-in-controlled': [breaking(set('staffGroups/fixed-term bringIn.controlled', false))],
  'human/cards-managed': [breaking(set('staffGroups/dispatched credentials.cardsManaged', false))],
  'human/credentials-not-shared': [
    breaking(set('staffGroups/part-time credentials.shared', true)),
    breaking(set('systems/term-hoken authentication.shared', true)),
  ],
  'human/duty-holders-covered': [breaking(remove('staffGroups/reappointed'), { at: 'organization' })],
  'human/incident-reported-promptly': [
    breaking(set('incidents/incident-r8-01 reported', false)),
    breaking(set('incidents/incident-r8-02 reported', '2026-08-05'), { verdict: 'review' }),
  ],
  'human/leaving-returned': [breaking(set('staffGroups/reappointed leaving.assetsReturned', false))],
  'human/leaving-secrecy': [breaking(set('staffGroups/contractors leaving.secrecyPledged', false))],
  'human/passwords-managed': [breaking(set('staffGroups/regular-mayor credentials.passwordsManaged', false))],
  'human/private-devices-prohibited': [
    breaking(set('staffGroups/regular-shobo privateDevices.prohibited', false)),
    breaking(set('systems/tablet-patrol issued', false)),
  ],
  'human/rules-acknowledged': [breaking(set('staffGroups/designated-managers rulesAcknowledged', false))],
  // The standards answer for it, so that without either there are no standards.
  'human/rules-established': [
    breaking([set('documents/staff-rules adopted', false), set('documents/standards adopted', false)], {
      at: 'organization',
      also: ['evaluation/standards-established fail organization'],
    }),
  ],
  'human/takeout-controlled': [
    breaking(set('staffGroups/regular-suido takeout.controlled', false)),
    breaking(set('assets/remote-backup takeout.permission', false)),
  ],
  'human/training-current': [
    breaking(set('staffGroups/regular-byoin lastTraining', false)),
    breaking(set('staffGroups/regular-kyoiku lastTraining', '令和6年11月19日'), { verdict: 'review' }),
  ],
  'human/web-use-restricted': [breaking(set('staffGroups/regular-mayor webUse.restricted', false))],

  'inventory/address-outside-segment': [
    breaking(set('systems/juki-server addresses.0', '10.20.1.11')),
    breaking(set('systems/juki-server addresses.0', 'DHCP')),
  ],
  'inventory/attestation-current': [
    breaking(set('attestations/確認 validUntil', '2026-11-19')),
    breaking(add('attestations', { id: '余分', policy: 'everything', clause: '9' }), {
      at: 'attestations/余分 clause',
    }),
    breaking(remove('attestations/確認'), { verdict: 'unknown', at: 'organization' }),
  ],
  'inventory/connection-to-itself': [
    breaking(
      add('connections', { id: '折返し', name: '折返し', from: 'lg-annex', to: 'lg-annex', control: 'acl' }),
      { at: 'connections/折返し to' },
    ),
  ],
  'inventory/dangling-reference': [
    breaking(set('systems/juki-server documents.0', 'no-such-spec')),
    breaking(set('audits/遵守確認-R8-2 scope.0', 'no-such-agency')),
  ],
  'inventory/date-in-future': [breaking(set('systems/log-server vulnerability.lastPatched', '2026-11-21'))],
  'inventory/duplicate-id': [
    breaking(add('incidents', { id: 'incident-r8-01', detected: '2026-10-01', reported: '2026-10-01' }), {
      at: 'incidents/incident-r8-01 (2) id',
    }),
  ],
  'inventory/evidence-missing': [
    breaking(set('documents/standards evidence', [{ path: 'no-such-file.pdf' }]), {
      at: 'documents/standards evidence.0.path',
    }),
    breaking(set('documents/standards evidence', [{ path: 'standards.yaml', sha256: '0'.repeat(64) }]), {
      at: 'documents/standards evidence.0.sha256',
    }),
  ],
  // Whether somebody outside the structure may approve is for a person to find out, so it never fails.
  'inventory/exception-approver': [
    breaking(add('exceptions', { ...exception, approver: '会計管理者' }), {
      verdict: 'review',
      at: 'exceptions/例外-1 approver',
      also: ['inventory/exception-unused review exceptions/例外-1 records'],
    }),
  ],
  'inventory/exception-expired': [
    breaking(add('exceptions', { ...exception, expires: '2026-11-19' }), { at: 'exceptions/例外-1 expires' }),
  ],
  'inventory/exception-separated': [
    breaking(add('exceptions', { ...exception, applicant: '総務部長' }), {
      at: 'exceptions/例外-1 approver',
    }),
  ],
  // Nothing of the kind is forbidden, so it never fails.
  'inventory/exception-unused': [
    breaking(add('exceptions', exception), { verdict: 'review', at: 'exceptions/例外-1 records' }),
  ],
  'inventory/exception-valid': [
    breaking(add('exceptions', { ...exception, approved: false }), { at: 'exceptions/例外-1 approved' }),
    breaking(add('exceptions', { ...exception, rules: ['technical/no-such-rule'] }), {
      at: 'exceptions/例外-1 rules.0',
    }),
  ],
  'inventory/schema': [breaking(set('systems/finance-server monitoring', 'おおむね'))],
  'inventory/segment-overlap': [breaking(set('segments/lg-annex cidr.0', '10.20.21.0/24'))],
  'inventory/unknown-layer': [breaking(set('segments/water-control layer', 'control'))],
  'inventory/segment-unused': [
    breaking(
      add('segments', {
        id: '空き',
        name: '空き',
        layer: 'lgwan',
        agency: 'mayor',
        cabling: { protected: true },
        deviceControl: { unauthorisedBlocked: true },
      }),
      { verdict: 'review', at: 'segments/空き' },
    ),
  ],
  'inventory/single-organization': [
    {
      edits: [],
      texts: () => ({ 'neighbour.yaml': 'organization:\n  name: 隣村\n' }),
      reported: 'fail neighbour',
    },
  ],
  'inventory/unknown-organ': [breaking(set('organization agencies.6.organ', 'equity-comission'))],
  'inventory/syntax': [
    {
      edits: [],
      texts: ({ 'violations/violation-r8-01.yaml': text = '' }) => ({
        'violations/violation-r8-01.yaml': text.replace('    manager:', '   manager:'),
      }),
      reported: 'fail violations/violation-r8-01.yaml:5',
    },
  ],

  'inventory/unknown-level': [
    breaking(set('assets/災害対策記録 classification.confidentiality', '極秘')),
    breaking(set('assets/固定資産税 copies.1.confidentiality', '3A')),
    breaking(set('systems/term-main classification.integrity', '高')),
    breaking(set('services/kosodate-cloud confidentiality', '機密性4')),
  ],

  'operations/compliance-confirmed': [
    // Audits and self-inspections count, too. Without any, these would be missing as well, so it is only too long ago.
    breaking(
      [set('audits/遵守確認-R8-1 date', '2026-09-01'), set('audits/遵守確認-R8-2 date', '2026-09-02')],
      { at: 'organization' },
    ),
  ],
  'operations/incident-plan': [notAdopted('incident-plan')],
  'operations/incident-structure': [notAdopted('incident-structure')],
  'operations/system-monitoring': [breaking(set('systems/sw-annex-2f monitoring', false))],
  // The clause says what may be done, so it never fails.
  'operations/violation-access-suspension': [
    breaking(set('violations/violation-r8-01 improved', false), {
      verdict: 'review',
      at: 'violations/violation-r8-01 accessSuspended',
    }),
  ],
  'operations/violation-corrective-action': [
    breaking(set('violations/violation-r8-01 correctiveAction', false)),
    // Done, but who knows whether promptly.
    breaking(set('violations/violation-r8-01 correctiveAction', true), { verdict: 'unknown' }),
  ],

  // A body that is not listed may be listed under another name, so it never fails.
  'organization/agencies-covered': [
    breaking(set('organization agencies.6.organ', 'mayor'), {
      verdict: 'unknown',
      at: 'organization agencies',
    }),
  ],
  'organization/assets-all-forms': [
    breaking(
      systemDocuments.map((id) => set(`assets/${id} form`, 'paper')),
      { at: 'organization' },
    ),
  ],
  'organization/ciso-appointed': [breaking(set('organization roles.1.post', '市長'))],
  'organization/incident-contact': [
    breaking(set('organization roles.4.role', 'audit-lead'), { at: 'organization roles' }),
  ],
  'organization/outside-agency-policy': [breaking(remove('documents/school-policy'), { at: 'organization' })],
  'organization/roles-held': [
    breaking(set('organization roles.2.role', 'audit-lead'), { at: 'organization roles' }),
  ],
  'organization/structure-complete': [
    breaking(set('organization agencies.12', { id: 'kyodo', name: '市民協働局', organ: 'mayor' }), {
      at: 'organization roles',
    }),
  ],

  'outsourcing/cloud-rules': [notAdopted('cloud-rules')],
  'outsourcing/contract-audit': [breaking(set('contracts/内部情報系保守 terms.auditCooperation', false))],
  'outsourcing/contract-compliance': [breaking(set('contracts/内部情報系保守 terms.compliance', false))],
  'outsourcing/contract-confidentiality': [
    breaking(set('contracts/データセンター terms.confidentiality', false)),
  ],
  'outsourcing/contract-incident-measures': [
    breaking(set('contracts/データセンター incidentMeasures', false)),
  ],
  'outsourcing/contract-purpose': [
    breaking(set('contracts/ネットワーク保守 terms.purposeLimitation', false)),
  ],
  'outsourcing/contract-responsibility': [
    breaking(set('contracts/ネットワーク保守 terms.responsibility', false)),
  ],
  'outsourcing/contract-return-or-disposal': [
    breaking(set('contracts/納税通知書 terms.returnOrDisposal', false)),
  ],
  'outsourcing/contract-security-requirements': [
    breaking(set('contracts/子育て相談クラウド terms.securityRequirements', false)),
  ],
  'outsourcing/contract-subcontracting': [
    breaking(set('contracts/基幹系保守 terms.subcontractingRestricted', false)),
  ],
  // What the document names is an example, so it never fails.
  'outsourcing/contractor-certification-considered': [
    breaking(set('contracts/基幹系保守 selection.auditResultsConsidered', false), { verdict: 'review' }),
  ],
  'outsourcing/contractor-selected': [
    breaking(set('contracts/データセンター selection.securityReviewed', false)),
  ],
  'outsourcing/contractor-verified': [
    breaking(set('contracts/ネットワーク保守 verification.last', false)),
    breaking(set('contracts/内部情報系保守 verification.last', '令和7年3月31日'), { verdict: 'review' }),
  ],
  'outsourcing/designated-manager-agreement': [
    breaking(set('contracts/文化会館 terms.securityRequirements', false)),
  ],
  'outsourcing/problems-reported': [
    breaking(set('contracts/基幹系保守 verification.reportedTo', false)),
    breaking(set('contracts/基幹系保守 verification.reportedTo', 'system-manager')),
  ],
  'outsourcing/service-access-control': [
    breaking(set('services/kosodate-cloud controls.accessControl', false)),
  ],
  'outsourcing/service-audited': [breaking(set('services/kosodate-cloud controls.audited', false))],
  'outsourcing/service-encryption': [breaking(set('services/kosodate-cloud controls.encryption', false))],
  'outsourcing/service-incident-response': [
    breaking(set('services/kosodate-cloud controls.incidentResponse', false)),
  ],
  'outsourcing/service-measures': [
    breaking(
      set('services/official-sns controls', {
        encryption: false,
        accessControl: false,
        audited: false,
        incidentResponse: false,
      }),
    ),
  ],
  'outsourcing/service-scope-limited': [breaking(set('services/kosodate-cloud scope', false))],
  'outsourcing/service-terms-observed': [breaking(set('services/generative-ai terms.confirmed', false))],
  'outsourcing/sns-allowed-information': [breaking(set('services/official-sns allowedInformation', false))],
  'outsourcing/sns-credentials': [breaking(set('services/official-sns credentials.managed', false))],
  'outsourcing/sns-no-confidential': [breaking(set('services/official-sns confidentiality', 2))],
  'outsourcing/sns-procedure': [
    breaking(set('services/official-sns procedure', false)),
    breaking(set('documents/sns-procedure adopted', false), { at: 'services/official-sns procedure' }),
    breaking(set('documents/sns-procedure adopted', '2026-12-01'), {
      verdict: 'unknown',
      at: 'services/official-sns procedure',
    }),
  ],
  'outsourcing/sns-responsible': [breaking(set('services/official-sns responsible', false))],
  'outsourcing/subcontractor-approved': [
    breaking(set('contracts/基幹系保守 subcontractors.0.approved', false)),
  ],
  'outsourcing/web-meeting-credentials': [breaking(set('services/web-meeting credentials.managed', false))],
  'outsourcing/web-meeting-procedure': [breaking(set('services/web-meeting procedure', false))],

  'physical/backup-power': [breaking(set('facilities/server-room backupPower', false))],
  'physical/line-protected': [
    breaking(set('segments/lg-shobo cabling.protected', false)),
    breaking(set('facilities/annex-duct locked', false)),
  ],
  'physical/room-earthquake-protection': [
    breaking(set('facilities/water-plant earthquakeProtection', false)),
  ],
  'physical/room-entry-control': [breaking(set('facilities/server-room entryControl', false))],
  'physical/room-entry-log': [breaking(set('facilities/water-plant entryLog', false))],
  'physical/room-fire-protection': [breaking(set('facilities/server-room fireProtection', false))],
  'physical/server-housed': [breaking(set('systems/public-web facility', 'main-office'))],
  'physical/terminal-secured': [breaking(set('systems/term-suido physical.secured', false))],

  'resilience/internet-monitoring': [breaking(set('segments/in-guest monitoring.intrusion', false))],
  'resilience/layer-assigned': [breaking(unset('segments/water-control layer'), { verdict: 'unknown' })],
  'resilience/lgwan-sanitisation': [
    breaking(set('connections/mail-to-lgwan sanitisation', 'antivirus'), {
      at: 'connections/mail-to-lgwan from',
    }),
    breaking(unset('connections/vdi-to-lgwan sanitisation'), { verdict: 'unknown' }),
    breaking(
      add('connections', {
        id: 'homepage',
        from: 'lg-gateway',
        to: 'in-dmz',
        direction: 'one-way',
        control: 'firewall',
        sanitisation: 'none',
      }),
      { verdict: 'review', at: 'connections/homepage to' },
    ),
  ],
  'resilience/lgwan-split': [
    // Without a control, access between the two networks is not controlled either.
    breaking(set('connections/vdi-to-lgwan control', 'none'), {
      at: 'connections/vdi-to-lgwan from',
      also: ['technical/network-access-controlled fail connections/vdi-to-lgwan control'],
    }),
    // What stands on both sides passes on what comes in as it is.
    breaking(set('systems/public-web segments.1', 'lg-servers'), {
      at: 'systems/public-web segments',
      also: ['resilience/lgwan-sanitisation fail systems/public-web segments'],
    }),
  ],
  'resilience/mynumber-export-disabled': [breaking(set('systems/term-koseki export.disabled', false))],
  'resilience/mynumber-mfa': [
    breaking(set('systems/term-branch authentication.factors', ['knowledge', 'knowledge'])),
  ],
  'resilience/mynumber-placement': [
    breaking(set('assets/個人住民税 system', 'payroll-server')),
    // In a cloud that may be run as part of the layer, and in one that is not.
    breaking(set('assets/kosodate-bookings affairs', ['my-number-use']), {
      verdict: 'unknown',
      at: 'assets/kosodate-bookings service',
    }),
    breaking(
      [
        set('assets/kosodate-bookings affairs', ['my-number-use']),
        set('services/kosodate-cloud layer', 'external'),
      ],
      { at: 'assets/kosodate-bookings service' },
    ),
    breaking(unset('assets/給与 affairs'), { verdict: 'unknown' }),
  ],
  'resilience/mynumber-separation': [
    // Four hops further on, visitors.
    breaking(add('connections', { id: 'annex-4', from: 'wlc-annex', to: 'rt-guest', control: 'acl' }), {
      at: 'connections/annex-1 to',
    }),
    breaking(set('systems/koseki-files segments.1', 'lg-servers'), { at: 'systems/koseki-files segments' }),
    breaking(unset('connections/遠隔バックアップ specific'), { at: 'connections/遠隔バックアップ to' }),
  ],
  'resilience/security-cloud': [breaking(set('connections/cloud-internet securityCloud', false))],
  // It is the way out of the MyNumber layer that is asked, which then is no longer separate.
  'resilience/specific-communication-limited': [
    breaking(set('connections/遠隔バックアップ specific.ports', ['1-65535']), {
      also: ['resilience/mynumber-separation fail connections/遠隔バックアップ to'],
    }),
    breaking(set('connections/遠隔バックアップ specific.addresses', ['0.0.0.0/0']), {
      also: ['resilience/mynumber-separation fail connections/遠隔バックアップ to'],
    }),
    breaking(set('connections/遠隔バックアップ ports', [443, 8443]), {
      also: ['resilience/mynumber-separation fail connections/遠隔バックアップ to'],
    }),
  ],

  'technical/access-control': [breaking(set('systems/eltax-server accessControl', false))],
  'technical/backup-taken': [breaking(set('systems/documents-server backup.taken', false))],
  'technical/capacity-limited': [breaking(set('systems/lg-files capacity.limitSet', false))],
  'technical/external-connection-approved': [breaking(set('connections/in-out approval.date', false))],
  'technical/external-connection-monitored': [breaking(set('connections/住基ネット monitored', false))],
  'technical/faults-recorded': [breaking(set('systems/mn-backup faults.recorded', false))],
  'technical/intrusion-protection': [
    breaking(set('systems/public-web vulnerability.intrusionPrevention', false)),
  ],
  'technical/iot-managed': [breaking(set('systems/queue-kiosk hardening.managed', false))],
  'technical/log-retention': [breaking(set('systems/payroll-server logs.retentionDays', 364))],
  'technical/logs-acquired': [breaking(set('systems/juki-server logs.acquired', false))],
  'technical/logs-analysed': [breaking(set('systems/juki-server logs.analysed', false))],
  'technical/mail-auto-forward': [breaking(set('systems/internet-mail mail.autoForward', true))],
  'technical/mail-encryption': [breaking(set('systems/lgwan-mail mail.encryption', false))],
  'technical/mail-misdelivery': [breaking(set('systems/internet-mail mail.misdeliveryPrevention', false))],
  'technical/mail-spam': [breaking(set('systems/bulk-mail mail.spamFilter', false))],
  'technical/malware-definitions-current': [
    breaking(set('systems/term-tax malware.definitions', false)),
    breaking(set('systems/term-kyoiku malware.definitions', '2026-11-12'), {
      verdict: 'review',
      at: 'organization',
    }),
  ],
  'technical/malware-protection': [breaking(set('systems/kaigo-server malware.installed', false))],
  'technical/mfp-managed': [breaking(set('systems/mfp-main hardening.managed', false))],
  'technical/network-access-controlled': [
    breaking(set('connections/in-web control', 'none')),
    breaking(set('connections/lg-main-servers control', 'none'), { verdict: 'review' }),
  ],
  'technical/software-authorised': [breaking(set('systems/term-fukushi software.1.authorised', false))],
  'technical/software-licensed': [breaking(set('systems/term-annex software.0.licensed', false))],
  'technical/unauthorised-devices-blocked': [
    breaking(set('segments/lg-annex deviceControl.unauthorisedBlocked', false)),
  ],
};

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
      'operations/compliance-confirmed': { maxAge: 'P2M' },
      'organization/ciso-appointed': { post: '副市長' },
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

const catalogue = new Map(rules.map(({ id, parameters }) => [id, parameters ?? {}]));

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
    policies,
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
      const read = await loadFiles(paths, folder);
      const kept = files.filter((file) => names.has(file.path) && !(file.path in changed));
      const inventory = new Inventory([...kept, ...read]);
      return judge(inventory, [policy, otherLevels], (await examineAll(inventory, folder)).evidence);
    });
  }

  it('starts from an inventory on which no rule has anything to say', async () => {
    expect(told(judge(new Inventory(files), [policy, otherLevels]))).toEqual([]);
  });

  it('is there for every rule', () => {
    expect(Object.keys(mutations).sort()).toEqual([...catalogue.keys()].sort());
    const neverFailing = rules.filter(({ examples }) => examples.fail === undefined).map(({ id }) => id);
    const withoutFail = Object.keys(mutations).filter(
      (id) => !mutations[id]?.some(({ reported }) => reported.startsWith('fail ')),
    );
    expect(withoutFail.sort()).toEqual(neverFailing.sort());
  });

  const cases = Object.entries(mutations).flatMap(([rule, all]) =>
    all.map((mutation) => [rule, mutation.reported, mutation] as const),
  );

  it.each(cases)('makes %s alone say: %s', async (rule, reported, { edits, also = [], texts: rewrite }) => {
    const content = edited(city, edits);
    const changed = { ...toFiles(content, city), ...rewrite?.(texts) };
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
    expect(judge(inventory, [policy])).toEqual(findings);
    const reversed = judge(await load(Object.fromEntries(Object.entries(broken).reverse())), [policy]);
    expect(told(reversed)).toEqual(told(findings));
    expect(reversed.map(({ fingerprint }) => fingerprint)).toEqual(
      findings.map(({ fingerprint }) => fingerprint),
    );
  });
});

describe('a compliant inventory', () => {
  it.each(builtInPolicyIds)(
    'has no findings at all under %s, if it is the policy of its body',
    async (id) => {
      const policy = await policyOf(id);
      const content = cityUnder(policy);
      expect(told(judge(await load(toFiles(content)), [policy]))).toEqual([]);
    },
  );

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
      ...breaking(set('assets/給与 affairs', ['my-number-use']), { at: 'assets/給与 system' }),
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
      ...breaking(set('systems/fw-core type', 'server'), { at: 'systems/fw-core segments' }),
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
      ...breaking(unset('systems/file-sanitiser sanitisation'), { at: 'systems/file-sanitiser segments' }),
    },
  },
  'the resident register network without the security cloud': {
    records: {
      'connections/住基ネット': { from: 'mn-gateway', to: 'ext-juki', securityCloud: false },
      'segments/ext-juki': { layer: 'external', externalNetwork: 'juki' },
    },
    unless: {
      rule: 'resilience/security-cloud',
      ...breaking(set('segments/ext-juki externalNetwork', 'internet'), {
        at: 'connections/住基ネット securityCloud',
      }),
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
    expect(await about(edited(city, unless.edits))).toContain(`${unless.rule} ${unless.reported}`);
  });
});
