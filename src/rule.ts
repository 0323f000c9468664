/**
 * What a rule author needs, and nothing else: the shape of a rule, the records it judges, what it may ask of
 * the inventory and the network, and the few functions that say what it found.
 */

export type * from '../generated/records.ts';
export {
  type AddressRange,
  containsRange,
  isLinkLocal,
  overlaps,
  parseAddress,
  parseRange,
} from './base/addresses.ts';
export { type Day, isToCome, startOfFiscalYear } from './base/date.ts';
export { foldText } from './base/fold-text.ts';
export { addToGroup, groupBy } from './base/groups.ts';
export type { Localized } from './base/localized.ts';
export { type Reason, systemReason } from './base/system-error.ts';
export { hasEvidence, isWritten } from './base/written.ts';
export { namedEvidence } from './inventory/evidence.ts';
export type { Mixture } from './inventory/mixture.ts';
export type { FileProblem } from './inventory/problem.ts';
export type { InventoryView, ListSection } from './inventory/view.ts';
export type { Crossing } from './network/crossings.ts';
export type { NetworkView } from './network/network.ts';
export { waysTo } from './network/node-facts.ts';
export { isLimitless, outgrows, portsNotNamed, unreadableLimits } from './network/specific-communication.ts';
export {
  type Agency,
  agenciesOfUnknownOrgan,
  agenciesOutside,
  nearestOrgan,
  organOf,
  organsOf,
  policiesKnowing,
  reservedOrgans,
  standingOf,
} from './policy/agencies.ts';
export { lackingGrounds } from './policy/exemption.ts';
export { forceOf } from './policy/in-force.ts';
export {
  haveOwnLayers,
  isLayerStated,
  layersToChoose,
  meansOutside,
  nearestLayer,
  readLayer,
} from './policy/layers.ts';
export { isInventory } from './policy/own/fields.ts';
export { fromLevel, type OwnWords } from './policy/own-words.ts';
export {
  type Axis,
  axes,
  axisNames,
  foldLevel,
  type Layer,
  type Level,
  type Policy,
  type Scale,
  standingIn,
} from './policy/policy.ts';
export { foldReference, isBelow } from './policy/reference.ts';
export * from './rule/applicability.ts';
export * from './rule/attestation.ts';
export * from './rule/body.ts';
export * from './rule/bound-records.ts';
export * from './rule/by-section.ts';
export * from './rule/carried-assets.ts';
export * from './rule/clauses-about.ts';
export * from './rule/contract.ts';
export * from './rule/crossing.ts';
export * from './rule/definition.ts';
export * from './rule/disposal.ts';
export * from './rule/document-in-force.ts';
export * from './rule/document-rule.ts';
export * from './rule/fact-of.ts';
export * from './rule/fact-rule.ts';
export * from './rule/held.ts';
export * from './rule/interval.ts';
export * from './rule/last-done.ts';
export * from './rule/latest.ts';
export * from './rule/latest-audit.ts';
export * from './rule/layer.ts';
export * from './rule/least-level.ts';
export * from './rule/mutation.ts';
export * from './rule/name.ts';
export * from './rule/needed-kind.ts';
export * from './rule/of-type.ts';
export * from './rule/once-per-inventory.ts';
export * from './rule/organ-kind.ts';
export * from './rule/outside-connection.ts';
export { ownRulesOf } from './rule/own-rule.ts';
export * from './rule/parameter.ts';
export * from './rule/post.ts';
export {
  type Answer,
  type Asking,
  type Condition,
  compilePredicate,
  isNo,
  testsOfDays,
} from './rule/predicate.ts';
export * from './rule/read-once.ts';
export * from './rule/role.ts';
export * from './rule/role-name.ts';
export * from './rule/service-level.ts';
export * from './rule/service-procedure.ts';
export * from './rule/service-rule.ts';
export * from './rule/set-word.ts';
export * from './rule/software.ts';
export * from './rule/transition.ts';
export * from './rule/unclear-nodes.ts';
export * from './rule/unknown-rule-named.ts';
export * from './rule/word-name.ts';
export * from './rule/written-levels.ts';
export { wordSchemaProblem } from './schema/words.ts';
export { limitWording, wordYamlProblem } from './yaml/words.ts';
