// Generated from the files of this folder by `npm run generate`. Do not edit.
import type { AnyRule } from '#rule';
import { acquiredRestrictions } from './classification/acquired-restrictions.ts';
import { businessPurpose } from './classification/business-purpose.ts';
import { carrierLevel } from './classification/carrier-level.ts';
import { copiesManaged } from './classification/copies-managed.ts';
import { disposalIrrecoverable } from './classification/disposal-irrecoverable.ts';
import { disposalRecorded } from './classification/disposal-recorded.ts';
import { encryptionAtRest } from './classification/encryption-at-rest.ts';
import { encryptionInTransit } from './classification/encryption-in-transit.ts';
import { levelsAssigned } from './classification/levels-assigned.ts';
import { levelsInScale } from './classification/levels-in-scale.ts';
import { managerAssigned } from './classification/manager-assigned.ts';
import { managerHoldsRole } from './classification/manager-holds-role.ts';
import { personalDataLevel } from './classification/personal-data-level.ts';
import { storageHidden } from './classification/storage-hidden.ts';
import { storageLocked } from './classification/storage-locked.ts';
import { transportLockedCase } from './classification/transport-locked-case.ts';
import { present } from './documents/present.ts';
import { reviewed } from './documents/reviewed.ts';
import { auditPerformed } from './evaluation/audit-performed.ts';
import { auditReach } from './evaluation/audit-reach.ts';
import { auditorIndependent } from './evaluation/auditor-independent.ts';
import { basicPolicyAdopted } from './evaluation/basic-policy-adopted.ts';
import { followUpDone } from './evaluation/follow-up-done.ts';
import { policyReviewed } from './evaluation/policy-reviewed.ts';
import { proceduresEstablished } from './evaluation/procedures-established.ts';
import { proceduresUnpublished } from './evaluation/procedures-unpublished.ts';
import { reviewRiskAnalysis } from './evaluation/review-risk-analysis.ts';
import { selfInspectionPerformed } from './evaluation/self-inspection-performed.ts';
import { standardsEstablished } from './evaluation/standards-established.ts';
import { standardsUnpublished } from './evaluation/standards-unpublished.ts';
import { bringInControlled } from './human/bring-in-controlled.ts';
import { cardsManaged } from './human/cards-managed.ts';
import { credentialsNotShared } from './human/credentials-not-shared.ts';
import { dutyHoldersCovered } from './human/duty-holders-covered.ts';
import { incidentReportedPromptly } from './human/incident-reported-promptly.ts';
import { leavingReturned } from './human/leaving-returned.ts';
import { leavingSecrecy } from './human/leaving-secrecy.ts';
import { passwordsManaged } from './human/passwords-managed.ts';
import { privateDevicesProhibited } from './human/private-devices-prohibited.ts';
import { rulesAcknowledged } from './human/rules-acknowledged.ts';
import { rulesEstablished } from './human/rules-established.ts';
import { takeoutControlled } from './human/takeout-controlled.ts';
import { trainingCurrent } from './human/training-current.ts';
import { webUseRestricted } from './human/web-use-restricted.ts';
import { addressOutsideSegment } from './inventory/address-outside-segment.ts';
import { attestationCurrent } from './inventory/attestation-current.ts';
import { connectionToItself } from './inventory/connection-to-itself.ts';
import { correctionDone } from './inventory/correction-done.ts';
import { correctionValid } from './inventory/correction-valid.ts';
import { danglingReference } from './inventory/dangling-reference.ts';
import { dateInFuture } from './inventory/date-in-future.ts';
import { duplicateId } from './inventory/duplicate-id.ts';
import { evidenceMissing } from './inventory/evidence-missing.ts';
import { exceptionApprover } from './inventory/exception-approver.ts';
import { exceptionExpired } from './inventory/exception-expired.ts';
import { exceptionSeparated } from './inventory/exception-separated.ts';
import { exceptionUnused } from './inventory/exception-unused.ts';
import { exceptionValid } from './inventory/exception-valid.ts';
import { personalInformationFileAsset } from './inventory/personal-information-file-asset.ts';
import { schema } from './inventory/schema.ts';
import { segmentOverlap } from './inventory/segment-overlap.ts';
import { segmentUnused } from './inventory/segment-unused.ts';
import { singleOrganization } from './inventory/single-organization.ts';
import { syntax } from './inventory/syntax.ts';
import { unknownLayer } from './inventory/unknown-layer.ts';
import { unknownLevel } from './inventory/unknown-level.ts';
import { unknownOrgan } from './inventory/unknown-organ.ts';
import { complianceConfirmed } from './operations/compliance-confirmed.ts';
import { incidentPlan } from './operations/incident-plan.ts';
import { incidentStructure } from './operations/incident-structure.ts';
import { systemMonitoring } from './operations/system-monitoring.ts';
import { violationAccessSuspension } from './operations/violation-access-suspension.ts';
import { violationCorrectiveAction } from './operations/violation-corrective-action.ts';
import { agenciesCovered } from './organization/agencies-covered.ts';
import { assetsAllForms } from './organization/assets-all-forms.ts';
import { cisoAppointed } from './organization/ciso-appointed.ts';
import { exemptionStated } from './organization/exemption-stated.ts';
import { incidentContact } from './organization/incident-contact.ts';
import { introducedStated } from './organization/introduced-stated.ts';
import { outsideAgencyPolicy } from './organization/outside-agency-policy.ts';
import { roleHeld } from './organization/role-held.ts';
import { rolesHeld } from './organization/roles-held.ts';
import { structureComplete } from './organization/structure-complete.ts';
import { cloudRules } from './outsourcing/cloud-rules.ts';
import { contractAudit } from './outsourcing/contract-audit.ts';
import { contractCompliance } from './outsourcing/contract-compliance.ts';
import { contractConfidentiality } from './outsourcing/contract-confidentiality.ts';
import { contractIncidentMeasures } from './outsourcing/contract-incident-measures.ts';
import { contractPurpose } from './outsourcing/contract-purpose.ts';
import { contractResponsibility } from './outsourcing/contract-responsibility.ts';
import { contractReturnOrDisposal } from './outsourcing/contract-return-or-disposal.ts';
import { contractSecurityRequirements } from './outsourcing/contract-security-requirements.ts';
import { contractSubcontracting } from './outsourcing/contract-subcontracting.ts';
import { contractorCertificationConsidered } from './outsourcing/contractor-certification-considered.ts';
import { contractorSelected } from './outsourcing/contractor-selected.ts';
import { contractorVerified } from './outsourcing/contractor-verified.ts';
import { designatedManagerAgreement } from './outsourcing/designated-manager-agreement.ts';
import { generativeAiInformation } from './outsourcing/generative-ai-information.ts';
import { generativeAiRules } from './outsourcing/generative-ai-rules.ts';
import { problemsReported } from './outsourcing/problems-reported.ts';
import { serviceAccessControl } from './outsourcing/service-access-control.ts';
import { serviceAudited } from './outsourcing/service-audited.ts';
import { serviceCertified } from './outsourcing/service-certified.ts';
import { serviceEncryption } from './outsourcing/service-encryption.ts';
import { serviceIncidentResponse } from './outsourcing/service-incident-response.ts';
import { serviceMeasures } from './outsourcing/service-measures.ts';
import { serviceScopeLimited } from './outsourcing/service-scope-limited.ts';
import { serviceTermsObserved } from './outsourcing/service-terms-observed.ts';
import { snsAllowedInformation } from './outsourcing/sns-allowed-information.ts';
import { snsCredentials } from './outsourcing/sns-credentials.ts';
import { snsNoConfidential } from './outsourcing/sns-no-confidential.ts';
import { snsProcedure } from './outsourcing/sns-procedure.ts';
import { snsResponsible } from './outsourcing/sns-responsible.ts';
import { standardTermsLevel } from './outsourcing/standard-terms-level.ts';
import { subcontractorApproved } from './outsourcing/subcontractor-approved.ts';
import { webMeetingCredentials } from './outsourcing/web-meeting-credentials.ts';
import { webMeetingProcedure } from './outsourcing/web-meeting-procedure.ts';
import { backupPower } from './physical/backup-power.ts';
import { lineProtected } from './physical/line-protected.ts';
import { roomEarthquakeProtection } from './physical/room-earthquake-protection.ts';
import { roomEntryControl } from './physical/room-entry-control.ts';
import { roomEntryLog } from './physical/room-entry-log.ts';
import { roomFireProtection } from './physical/room-fire-protection.ts';
import { serverHoused } from './physical/server-housed.ts';
import { terminalSecured } from './physical/terminal-secured.ts';
import { internetMonitoring } from './resilience/internet-monitoring.ts';
import { layerAssigned } from './resilience/layer-assigned.ts';
import { lgwanSanitisation } from './resilience/lgwan-sanitisation.ts';
import { lgwanSplit } from './resilience/lgwan-split.ts';
import { mynumberExportDisabled } from './resilience/mynumber-export-disabled.ts';
import { mynumberMfa } from './resilience/mynumber-mfa.ts';
import { mynumberPlacement } from './resilience/mynumber-placement.ts';
import { mynumberSeparation } from './resilience/mynumber-separation.ts';
import { securityCloud } from './resilience/security-cloud.ts';
import { specificCommunicationLimited } from './resilience/specific-communication-limited.ts';
import { accessControl } from './technical/access-control.ts';
import { backupTaken } from './technical/backup-taken.ts';
import { backupTested } from './technical/backup-tested.ts';
import { capacityLimited } from './technical/capacity-limited.ts';
import { defaultPasswordChanged } from './technical/default-password-changed.ts';
import { externalConnectionApproved } from './technical/external-connection-approved.ts';
import { externalConnectionMonitored } from './technical/external-connection-monitored.ts';
import { faultsRecorded } from './technical/faults-recorded.ts';
import { intrusionProtection } from './technical/intrusion-protection.ts';
import { iotManaged } from './technical/iot-managed.ts';
import { logRetention } from './technical/log-retention.ts';
import { logsAcquired } from './technical/logs-acquired.ts';
import { logsAnalysed } from './technical/logs-analysed.ts';
import { mailAutoForward } from './technical/mail-auto-forward.ts';
import { mailEncryption } from './technical/mail-encryption.ts';
import { mailMisdelivery } from './technical/mail-misdelivery.ts';
import { mailSpam } from './technical/mail-spam.ts';
import { malwareDefinitionsCurrent } from './technical/malware-definitions-current.ts';
import { malwareProtection } from './technical/malware-protection.ts';
import { mfpManaged } from './technical/mfp-managed.ts';
import { networkAccessControlled } from './technical/network-access-controlled.ts';
import { softwareAuthorised } from './technical/software-authorised.ts';
import { softwareLicensed } from './technical/software-licensed.ts';
import { unauthorisedDevicesBlocked } from './technical/unauthorised-devices-blocked.ts';
import { vulnerabilitiesPatched } from './technical/vulnerabilities-patched.ts';

/** Every rule there is. Which of them run is for the policies to say. */
export const rules: readonly AnyRule[] = [
  acquiredRestrictions,
  businessPurpose,
  carrierLevel,
  copiesManaged,
  disposalIrrecoverable,
  disposalRecorded,
  encryptionAtRest,
  encryptionInTransit,
  levelsAssigned,
  levelsInScale,
  managerAssigned,
  managerHoldsRole,
  personalDataLevel,
  storageHidden,
  storageLocked,
  transportLockedCase,
  present,
  reviewed,
  auditPerformed,
  auditReach,
  auditorIndependent,
  basicPolicyAdopted,
  followUpDone,
  policyReviewed,
  proceduresEstablished,
  proceduresUnpublished,
  reviewRiskAnalysis,
  selfInspectionPerformed,
  standardsEstablished,
  standardsUnpublished,
  bringInControlled,
  cardsManaged,
  credentialsNotShared,
  dutyHoldersCovered,
  incidentReportedPromptly,
  leavingReturned,
  leavingSecrecy,
  passwordsManaged,
  privateDevicesProhibited,
  rulesAcknowledged,
  rulesEstablished,
  takeoutControlled,
  trainingCurrent,
  webUseRestricted,
  addressOutsideSegment,
  attestationCurrent,
  connectionToItself,
  correctionDone,
  correctionValid,
  danglingReference,
  dateInFuture,
  duplicateId,
  evidenceMissing,
  exceptionApprover,
  exceptionExpired,
  exceptionSeparated,
  exceptionUnused,
  exceptionValid,
  personalInformationFileAsset,
  schema,
  segmentOverlap,
  segmentUnused,
  singleOrganization,
  syntax,
  unknownLayer,
  unknownLevel,
  unknownOrgan,
  complianceConfirmed,
  incidentPlan,
  incidentStructure,
  systemMonitoring,
  violationAccessSuspension,
  violationCorrectiveAction,
  agenciesCovered,
  assetsAllForms,
  cisoAppointed,
  exemptionStated,
  incidentContact,
  introducedStated,
  outsideAgencyPolicy,
  roleHeld,
  rolesHeld,
  structureComplete,
  cloudRules,
  contractAudit,
  contractCompliance,
  contractConfidentiality,
  contractIncidentMeasures,
  contractPurpose,
  contractResponsibility,
  contractReturnOrDisposal,
  contractSecurityRequirements,
  contractSubcontracting,
  contractorCertificationConsidered,
  contractorSelected,
  contractorVerified,
  designatedManagerAgreement,
  generativeAiInformation,
  generativeAiRules,
  problemsReported,
  serviceAccessControl,
  serviceAudited,
  serviceCertified,
  serviceEncryption,
  serviceIncidentResponse,
  serviceMeasures,
  serviceScopeLimited,
  serviceTermsObserved,
  snsAllowedInformation,
  snsCredentials,
  snsNoConfidential,
  snsProcedure,
  snsResponsible,
  standardTermsLevel,
  subcontractorApproved,
  webMeetingCredentials,
  webMeetingProcedure,
  backupPower,
  lineProtected,
  roomEarthquakeProtection,
  roomEntryControl,
  roomEntryLog,
  roomFireProtection,
  serverHoused,
  terminalSecured,
  internetMonitoring,
  layerAssigned,
  lgwanSanitisation,
  lgwanSplit,
  mynumberExportDisabled,
  mynumberMfa,
  mynumberPlacement,
  mynumberSeparation,
  securityCloud,
  specificCommunicationLimited,
  accessControl,
  backupTaken,
  backupTested,
  capacityLimited,
  defaultPasswordChanged,
  externalConnectionApproved,
  externalConnectionMonitored,
  faultsRecorded,
  intrusionProtection,
  iotManaged,
  logRetention,
  logsAcquired,
  logsAnalysed,
  mailAutoForward,
  mailEncryption,
  mailMisdelivery,
  mailSpam,
  malwareDefinitionsCurrent,
  malwareProtection,
  mfpManaged,
  networkAccessControlled,
  softwareAuthorised,
  softwareLicensed,
  unauthorisedDevicesBlocked,
  vulnerabilitiesPatched,
];
