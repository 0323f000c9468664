import { rules } from '../../rules/index.ts';
import { buildPolicy } from '../../src/policy/build.ts';
import type { Modality } from '../../src/policy/policy.ts';
import type { AnyRule } from '../../src/rule.ts';

/** The policies that the examples of a rule are judged by: one that cites it and, where they need it, one with other levels. */
export function policiesFor(rule: AnyRule, modality?: Modality) {
  const { otherLevels } = rule.examples.policy ?? {};
  if (otherLevels === undefined) return [policyCiting(rule, modality)];
  const title = { ja: '他の等級', en: 'other levels' };
  const confidentiality = otherLevels.map((level) => ({ level, means: Number(level.charAt(0)) }));
  const other = buildPolicy({ id: 'other', title, scales: { confidentiality }, clauses: [] });
  return [policyCiting(rule, modality), other];
}

/** A policy that has the usual scales and cites one rule, so that nothing else is judged. */
function policyCiting({ id, examples }: AnyRule, modality: Modality = 'must') {
  const text = { ja: '条項', en: 'clause' };
  const { scope = {}, parameters = {}, attestations = [], rules: others = [] } = examples.policy ?? {};
  const cited = [...(id.startsWith('inventory/') ? [] : [id]), ...others];
  return buildPolicy({
    id: 'example',
    title: { ja: '例', en: 'example' },
    scope,
    scales: {
      confidentiality: [3, 2, 1].map((level) => ({ level, means: level })),
      integrity: [2, 1].map((level) => ({ level, means: level })),
      availability: [2, 1].map((level) => ({ level, means: level })),
    },
    parameters: { [id]: parameters },
    clauses: [
      ...(cited.length === 0
        ? []
        : [
            {
              ref: '1',
              title: text,
              summary: text,
              modality,
              rules: cited.map((one) => ({ id: one, basis: 'stated' as const })),
            },
          ]),
      ...attestations.map((ref) => ({ ref, title: text, summary: text, modality, attestation: true })),
    ],
  });
}

/** The rule, and those that its examples need beside it. */
export function running(rule: AnyRule): AnyRule[] {
  return [rule, ...rules.filter(({ id }) => rule.examples.policy?.rules?.includes(id))];
}
