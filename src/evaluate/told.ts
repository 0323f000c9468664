import type { Section } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import type { CitedClause, FindingLabel } from '../result/result.ts';
import type { AnyRule, Issue } from '../rule.ts';
import type { Path } from '../yaml/tape.ts';
import { both, fieldName, parsePath } from './field-path.ts';
import type { FactTexts, FindingMatter } from './finding-matter.ts';
import type { MergedIssue } from './merged-issues.ts';
import { remedyOf, statementOf, withStops } from './words.ts';

/** What is the same of all findings of one rule that say the same of records of one section, made once for all of them. */
export class Told {
  readonly matter: FindingMatter;
  readonly rule: AnyRule;
  readonly held: MergedIssue;
  /** the section of the records; `files` of what is said of a file */
  readonly section: Section | 'files';
  /** inside the record */
  readonly path: Path;
  readonly field: string;
  readonly label: FindingLabel;
  #statement: Localized | undefined;
  #remedy: Localized | undefined;
  #missingPath: Path | undefined;

  constructor(matter: FindingMatter, rule: AnyRule, held: MergedIssue, section: Section | 'files') {
    this.matter = matter;
    this.rule = rule;
    this.held = held;
    this.section = section;
    this.path = section === 'files' ? [] : parsePath(held.issue.path);
    this.field = fieldName(this.path);
    this.label = labelOf(rule, held);
  }

  get issue(): Issue {
    return this.held.issue;
  }

  get statement(): Localized {
    const { issue, verdict, interpreted } = this.held;
    this.#statement ??= statementOf(issue.message, verdict, interpreted);
    return this.#statement;
  }

  get remedy(): Localized {
    this.#remedy ??= this.#remedyOf();
    return this.#remedy;
  }

  #remedyOf(): Localized {
    const { issue } = this;
    if (issue.remedy !== undefined) return withStops(issue.remedy);
    const write = this.section === 'files' ? undefined : this.textsAt(this.path).write;
    return remedyOf(this.rule, issue, both(this.field), write);
  }

  /** The path of the fact that an unknown waits for, inside the record that lacks it. */
  get missingPath(): Path {
    const { missing } = this.issue;
    if (missing === undefined || 'section' in missing) return this.path;
    this.#missingPath ??= parsePath(missing.path);
    return this.#missingPath;
  }

  /** The section that an unknown waits for, where it waits for records and not for a fact of one. */
  get missingSection(): string | undefined {
    const { verdict, missing } = this.issue;
    return verdict === 'unknown' && missing !== undefined && 'section' in missing
      ? missing.section
      : undefined;
  }

  /** Whether findings stand where the section is to be written that they wait for, rather than at their records. */
  get standsAtSection(): boolean {
    return this.path.length === 0 && this.missingSection !== undefined;
  }

  textsAt(path: Path): FactTexts {
    return this.matter.factTexts(this.section, path);
  }

  /** @returns the same by other clauses */
  by(clauses: readonly CitedClause[], changes: Pick<MergedIssue, 'severity' | 'announced'>): Told {
    const { announced: _, ...held } = this.held;
    return new Told(this.matter, this.rule, { ...held, ...changes, clauses }, this.section);
  }
}

/** The label under which reports show a finding. */
function labelOf(
  { integrity }: AnyRule,
  { verdict, duty, ofLaw }: Pick<MergedIssue, 'verdict' | 'duty' | 'ofLaw'>,
): FindingLabel {
  if (verdict !== 'fail') return verdict;
  if (integrity) return 'inventory-error';
  if (ofLaw) return 'unconfirmed';
  return duty ? 'violation' : 'improvement';
}
