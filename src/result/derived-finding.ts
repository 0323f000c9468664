import type { Finding } from './finding.ts';

/** What a finding says, by name. */
export const findingProperties = [
  ...['ruleId', 'verdict', 'severity', 'label', 'invalid', 'message', 'statement', 'remedy', 'record'],
  ...['agency', 'division', 'location', 'field', 'missing', 'cause', 'clauses', 'announced', 'trace'],
  ...['paths', 'reach', 'fingerprint', 'suppression', 'corrections', 'state'],
] as const satisfies readonly (keyof Finding)[];

/** Says a property of a finding. */
export type SayProperty = <Property extends keyof Finding>(property: Property) => Finding[Property];

/** A finding of which each property is said when it is asked for: most reports ask for few, and of each finding once. */
class DerivedFinding {
  readonly say: SayProperty;

  constructor(say: SayProperty) {
    this.say = say;
  }
}

for (const property of findingProperties)
  Object.defineProperty(DerivedFinding.prototype, property, {
    get(this: DerivedFinding) {
      return this.say(property);
    },
  });

/** @returns a finding of what is said of each property when it is asked for */
export function derivedFinding(say: SayProperty): Finding {
  return new DerivedFinding(say) as unknown as Finding;
}

/** @returns the same finding with some properties changed; a copy of its own properties would leave out what it works out */
export function changedFinding(finding: Finding, changes: Partial<Finding>): Finding {
  return derivedFinding((property) =>
    property in changes ? (changes[property] as Finding[typeof property]) : finding[property],
  );
}
