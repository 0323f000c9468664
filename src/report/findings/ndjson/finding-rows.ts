import type { Language } from '../../../base/localized.ts';
import { mapped } from '../../../base/mapped.ts';
import { countsToday, type Finding, type Result, shownFindings } from '../../../result/result.ts';
import { isMissing } from '../to-do/to-dos.ts';
import { joined, nameIn, namesOf, type Row } from './cell.ts';

/** The findings of a result as rows, made one by one. */
export class FindingRows {
  readonly #result: Result;
  readonly #language: Language;
  readonly #agencies: ReadonlyMap<string, string>;
  readonly #divisions: ReadonlyMap<string, string>;

  constructor(result: Result, language: Language) {
    this.#result = result;
    this.#language = language;
    this.#agencies = namesOf(result.body.agencies);
    this.#divisions = namesOf(result.body.divisions);
  }

  all(): Iterable<Row> {
    return mapped(shownFindings(this.#result), (finding) => ({
      ...this.#judged(finding),
      ...this.#about(finding),
      ...this.#missing(finding),
      ...placeOf(finding),
      ...suppressionOf(finding),
      state: finding.state ?? null,
      fingerprint: finding.fingerprint,
    }));
  }

  #judged(finding: Finding): Row {
    const { ruleId, verdict, severity, label, announced, message, remedy, clauses, cause } = finding;
    const language = this.#language;
    const rule = this.#result.rules.get(ruleId);
    return {
      ruleId,
      ruleTitle: rule?.title[language] ?? null,
      area: rule?.area ?? null,
      verdict,
      severity,
      label,
      counts: countsToday(finding),
      announced: announced ?? null,
      message: message[language],
      remedy: remedy[language],
      clauses: joined(clauses.map(({ policy, ref }) => `${policy} ${ref}`)),
      cause: cause ?? null,
    };
  }

  #about({ record, agency, division, field }: Finding): Row {
    return {
      section: record.kind,
      id: record.id,
      name: record.name,
      agency: agency ?? null,
      agencyName: nameIn(this.#agencies, agency),
      division: division ?? null,
      divisionName: nameIn(this.#divisions, division),
      field: field === '' ? null : field,
    };
  }

  /** The fact that an unknown waits for, which may be one of another record. */
  #missing(finding: Finding): Row {
    const { missing } = finding;
    return {
      missing: isMissing(finding),
      missingSection: missing?.kind ?? null,
      missingId: missing?.record.id ?? null,
      missingField: missing === undefined || missing.field === '' ? null : missing.field,
      missingName: (missing?.what ?? missing?.name)?.[this.#language] ?? null,
    };
  }
}

function placeOf({ location, trace }: Finding): Row {
  const { file, line, column, pointer, source } = location;
  return {
    file,
    line,
    column,
    pointer,
    sourceFile: source?.file ?? null,
    sourceSheet: source?.sheet ?? null,
    sourceCell: source?.cell ?? null,
    places: trace.length,
  };
}

function suppressionOf({ suppression }: Finding): Row {
  return {
    suppression: suppression?.kind ?? null,
    exception: suppression?.id ?? null,
    justification: suppression?.justification ?? null,
    approver: suppression?.approver ?? null,
    expires: suppression?.expires ?? null,
  };
}
