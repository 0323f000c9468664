import type { ReportingDescriptorReference, ReportingDescriptorRelationship, ToolComponent } from 'sarif';
import { addToGroup } from '../../../base/groups.ts';
import type { Language } from '../../../base/localized.ts';
import type { Basis } from '../../../policy/policy.ts';
import type { ClauseCoverage, PolicyCoverage, Result } from '../../../result/result.ts';
import { plain } from './texts.ts';

/**
 * The relation of a rule to a clause (SARIF 3.53.3): a clause that states the rule is a superset of it; a clause under
 * our reading is merely relevant.
 */
const kinds: Readonly<Record<Basis, string>> = { stated: 'superset', interpreted: 'relevant' };

/** The clauses of the policies as taxonomies (SARIF 3.19.3): one for each policy, with every clause. */
export class Taxonomies {
  readonly #coverage: readonly PolicyCoverage[];
  readonly #clauses = new Map<string, ReportingDescriptorReference>();
  readonly #relationships = new Map<string, ReportingDescriptorRelationship[]>();

  constructor({ coverage }: Result) {
    this.#coverage = coverage;
    for (const [policyIndex, { policy, clauses }] of coverage.entries()) {
      for (const [index, clause] of clauses.entries()) {
        const target = { id: clause.ref, index, toolComponent: { name: policy.id, index: policyIndex } };
        this.#clauses.set(keyOf(policy.id, clause.ref), target);
        for (const { id, basis } of clause.answeredBy.rules) this.#relate(id, target, basis);
      }
    }
  }

  /** @returns the clauses behind a rule */
  relationships(ruleId: string): ReportingDescriptorRelationship[] | undefined {
    return this.#relationships.get(ruleId);
  }

  /** @returns clauses that are cited, as taxa */
  taxa(cited: readonly { readonly policy: string; readonly ref: string }[]): ReportingDescriptorReference[] {
    return cited.flatMap(({ policy, ref }) => this.#clauses.get(keyOf(policy, ref)) ?? []);
  }

  /** @returns references to the taxonomies, for the tool component */
  references(): { name: string; index: number }[] {
    return this.#coverage.map(({ policy }, index) => ({ name: policy.id, index }));
  }

  components(language: Language): ToolComponent[] {
    return this.#coverage.map(({ policy: { id, title, issuer, editions }, clauses }) => ({
      name: id,
      fullName: title[language],
      organization: issuer?.[language],
      version: editions.at(-1),
      language: title.only ?? language,
      shortDescription: { text: plain(title[language]) },
      contents: ['localizedData', 'nonLocalizedData'],
      isComprehensive: true,
      taxa: clauses.map((clause) => taxon(clause, language)),
    }));
  }

  #relate(ruleId: string, target: ReportingDescriptorReference, basis: Basis): void {
    addToGroup(this.#relationships, ruleId, { target, kinds: [kinds[basis]], properties: { basis } });
  }
}

function keyOf(policy: string, ref: string): string {
  return `${policy} ${ref}`;
}

/** A clause, what answers it, and its status. */
function taxon(clause: ClauseCoverage, language: Language): NonNullable<ToolComponent['taxa']>[number] {
  const { ref, title, summary, modality, status, verdicts, excepted, answeredBy, attestedBy } = clause;
  const { statusInForce, inForce } = clause;
  const { attestation, informs } = answeredBy;
  return {
    id: ref,
    shortDescription: { text: plain(title[language] || ref) },
    fullDescription: { text: plain(summary[language] || title[language] || ref) },
    properties: {
      modality,
      status,
      // biome-ignore lint/suspicious/noThenProperty: named as in the report on coverage, and nobody awaits it
      then: statusInForce,
      inForce,
      verdicts,
      excepted,
      attestation,
      attestedBy,
      informs: informs?.[language],
    },
  };
}
