import type { Finding } from './finding.ts';

/** What a finding says, by name: the compiler misses none. */
const properties: Readonly<Record<keyof Finding, true>> = {
  ...{ ruleId: true, verdict: true, severity: true, label: true, invalid: true, message: true },
  ...{ statement: true, remedy: true, record: true, agency: true, division: true, location: true },
  ...{ field: true, missing: true, cause: true, clauses: true, announced: true, trace: true },
  ...{ paths: true, reach: true, fingerprint: true, suppression: true, corrections: true, state: true },
};

/** The properties of a finding, which it need not have of its own: what copies one must ask for each. */
export const findingProperties = Object.keys(properties) as readonly (keyof Finding)[];

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
