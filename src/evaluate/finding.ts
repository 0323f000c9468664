import { inventoryShape } from '../../generated/shapes.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { InventoryFile } from '../inventory/load.ts';
import type { Localized } from '../localized.ts';
import type { Policy, Severity } from '../policy/policy.ts';
import type { CitedClause, Finding, FindingLocation, RecordReference, Suppression } from '../result.ts';
import type { AnyRule, Issue } from '../rule.ts';
import { type Shape, shapeAt } from '../schema/shape.ts';
import type { Path } from '../yaml/tape.ts';
import { Faults } from './faults.ts';
import { Fingerprints, identifyPath } from './fingerprint.ts';
import { locateInRecord, locateProblem } from './locate.ts';

/** An issue that holds under some of the policies. */
export interface HeldIssue {
  readonly issue: Issue;
  readonly verdict: 'fail' | 'unknown' | 'review';
  readonly severity: Severity;
  /** no clause states the measure: the "no" is a matter to look at */
  readonly interpreted: boolean;
  /** the clauses that it goes back to, policy by policy */
  readonly clauses: readonly CitedClause[];
}

/**
 * @param cited the clauses that cite the rule
 * @returns those or, where the issue names some of them, the ones it names
 */
export function clausesBehind({ clauses }: Issue, cited: readonly CitedClause[]): readonly CitedClause[] {
  if (clauses === undefined) return cited;
  const named = cited.filter(({ ref }) => clauses.includes(ref));
  return named.length === 0 ? cited : named;
}

/** A finding that is not yet told from others of the same identity, which {@link Fingerprints} does. */
interface Found {
  readonly finding: Omit<Finding, 'fingerprint'>;
  readonly identity: string;
}

/** Turns issues into findings: finds the place, names the record, cites the clauses. */
export class FindingBuilder {
  readonly #inventory: Inventory;
  readonly #found: Found[] = [];
  /** the places of whole records: many proofs lead through the same */
  readonly #places = new Map<Entry, FindingLocation>();
  /** by rule and policies */

  constructor(inventory: Inventory) {
    this.#inventory = inventory;
  }

  add(
    rule: AnyRule,
    issues: Iterable<HeldIssue>,
    entry: Entry | undefined,
    file: InventoryFile | undefined,
    suppression: Suppression | null,
  ): void {
    for (const held of issues) {
      if (entry !== undefined) this.#addInRecord(rule, held, entry, suppression);
      else if (file !== undefined) this.#addInFile(rule, held, file);
    }
  }

  locate(entry: Entry): FindingLocation {
    let place = this.#places.get(entry);
    if (place === undefined) {
      place = locateInRecord(entry, []).location;
      this.#places.set(entry, place);
    }
    return place;
  }

  /** Sorted by file, position and rule, so that the same input gives the same bytes. */
  findings(): Finding[] {
    const faults = new Faults(this.#found.map(({ finding }) => finding));
    const fingerprints = new Fingerprints();
    return this.#found
      .filter(({ finding }) => !faults.explain(finding))
      .sort(
        (a, b) =>
          compare(a.finding.location.file, b.finding.location.file) ||
          comparePlaces(a.finding.location, b.finding.location) ||
          compare(a.finding.ruleId, b.finding.ruleId) ||
          compare(a.identity, b.identity),
      )
      .map(({ identity, finding }) => ({ ...finding, fingerprint: fingerprints.of(identity) }));
  }

  #locate(entry: Entry, path: Path): FindingLocation {
    return path.length === 0 ? this.locate(entry) : locateInRecord(entry, path).location;
  }

  #addInRecord(rule: AnyRule, held: HeldIssue, entry: Entry, suppression: Suppression | null): void {
    const { issue } = held;
    const path = parsePath(issue.path);
    const { location, origin } = locateInRecord(entry, path);
    const trace = (issue.trace ?? []).map((step) => ({
      message: step.message,
      location: this.#locate(this.#inventory.entryOf(step.record), parsePath(step.path)),
    }));
    if (origin !== undefined)
      trace.push({
        message: { ja: '値が書かれている場所', en: 'where the value is written' },
        location: origin,
      });
    this.#push(rule, held, {
      suppression,
      record: referenceTo(entry),
      ...('agency' in entry.record && entry.record.agency !== undefined
        ? { agency: entry.record.agency }
        : {}),
      ...(issue.verdict === 'unknown' ? { missing: this.#missing(issue, entry) } : {}),
      subject: { ja: `「${entry.name}」は`, en: `“${entry.name}”` },
      location,
      path,
      shape: shapeAt(recordShape(entry.section), path),
      trace,
      identity: [
        rule.id,
        entry.section,
        `${entry.id}${entry.occurrence === 0 ? '' : `#${entry.occurrence}`}`,
        identifyPath(entry.record, path),
        issue.key ?? '',
      ],
    });
  }

  #missing(issue: Issue, own: Entry): NonNullable<Finding['missing']> {
    const { missing } = issue;
    if (missing !== undefined && 'section' in missing) {
      const { section: kind, what } = missing;
      return { kind, field: '', what, record: referenceTo(own), location: this.locate(own) };
    }
    const entry = missing === undefined ? own : this.#inventory.entryOf(missing.record);
    const path = parsePath(missing?.path ?? issue.path);
    const shape = shapeAt(recordShape(entry.section), path);
    const value = valueHint(shape);
    return {
      kind: entry.section,
      field: fieldName(path),
      record: referenceTo(entry),
      location: this.#locate(entry, path),
      ...(issue.absent ? {} : { reason: issue.message }),
      ...(value === undefined ? {} : { value }),
      ...(shape?.about === undefined ? {} : { about: shape.about }),
    };
  }

  #addInFile(rule: AnyRule, held: HeldIssue, file: InventoryFile): void {
    const { problem, key } = held.issue;
    if (problem === undefined) throw new Error(`rule ${rule.id} judges files but names no problem`);
    const location = locateProblem(file, problem);
    const record = problem.record ?? { kind: 'files', id: file.path, name: file.path };
    const keys = problem.path.filter((step) => typeof step === 'string');
    // A broken file has no records to name, so its line tells the issue from others.
    const line = problem.record === undefined ? (file.yaml.source.line(location.line) ?? '') : '';
    this.#push(rule, held, {
      suppression: null,
      record,
      subject: { ja: `「${record.name}」は`, en: `“${record.name}”` },
      location,
      path: [],
      shape: undefined,
      trace:
        problem.origin === undefined
          ? []
          : [
              {
                message: { ja: '値が書かれている場所', en: 'where the value is written' },
                location: locateProblem(file, { ...problem, ...problem.origin }),
              },
            ],
      identity: [
        rule.id,
        problem.record?.kind ?? 'files',
        problem.record?.id ?? '',
        keys.join('.'),
        key ?? '',
        line,
      ],
    });
  }

  #push(
    rule: AnyRule,
    { issue, verdict, severity, interpreted, clauses }: HeldIssue,
    place: {
      suppression: Suppression | null;
      record: RecordReference;
      agency?: string;
      missing?: NonNullable<Finding['missing']>;
      subject: Localized;
      location: FindingLocation;
      path: Path;
      shape: Shape | undefined;
      trace: Finding['trace'];
      identity: readonly string[];
    },
  ): void {
    const finding = {
      ruleId: rule.id,
      verdict,
      severity,
      message: sentence(place.subject, issue.message, interpreted),
      remedy:
        issue.remedy === undefined
          ? remedyOf(rule, verdict, issue.path, place.shape)
          : withStops(issue.remedy),
      record: place.record,
      ...(place.agency === undefined ? {} : { agency: place.agency }),
      location: place.location,
      field: fieldName(place.path),
      ...(place.missing === undefined ? {} : { missing: place.missing }),
      clauses,
      trace: place.trace,
      suppression: place.suppression,
    };
    this.#found.push({ finding, identity: place.identity.join('\n') });
  }
}

/** @returns the clauses of a policy that cite a rule, in the order of the document */
export function citedClauses(policy: Policy, ruleId: string): CitedClause[] {
  return (policy.citations.get(ruleId) ?? []).map(({ clause }) => ({
    policy: policy.id,
    ref: clause.ref,
    title: clause.title,
  }));
}

function referenceTo({ section, id, name }: Entry): RecordReference {
  return { kind: section, id, name };
}

function fieldName(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

function sentence(subject: Localized, message: Localized, interpreted: boolean): Localized {
  const addition: Localized = interpreted
    ? {
        ja: '。条項は目的を定めており、この対策は条項の解釈による確認事項です',
        en: '; the clause states an aim, and this measure is our reading of it',
      }
    : { ja: '', en: '' };
  // Japanese and Latin letters are set apart by a blank, as elsewhere in the report.
  const gap = /^[!-~]/.test(message.ja) ? ' ' : '';
  return withStops({
    ja: `${subject.ja}${gap}${message.ja}${addition.ja}`,
    en: `${subject.en} ${message.en}${addition.en}`,
  });
}

function withStops({ ja, en }: Localized): Localized {
  return { ja: /[。？]$/.test(ja) ? ja : `${ja}。`, en: /[.?]$/.test(en) ? en : `${en}.` };
}

/** Of something unstated the remedy says what to write; of anything else the rule's own says what to do. */
function remedyOf(
  rule: AnyRule,
  verdict: Finding['verdict'],
  path: string,
  shape: Shape | undefined,
): Localized {
  const value = verdict === 'unknown' && path !== '' ? valueHint(shape) : undefined;
  if (value === undefined) return rule.remedy;
  return {
    ja: `${path} に ${value.ja} を書いてください。${rule.remedy.ja}`,
    en: `State ${path} (${value.en}). ${rule.remedy.en}`,
  };
}

function valueHint(shape: Shape | undefined): Localized | undefined {
  if (shape === undefined) return undefined;
  if (shape.enum !== undefined)
    return { ja: `${shape.enum.join('・')} のいずれか`, en: `one of ${shape.enum.join(', ')}` };
  if (shape.items?.enum !== undefined)
    return {
      ja: `${shape.items.enum.join('・')} のうち当てはまるもののリスト`,
      en: `a list of ${shape.items.enum.join(', ')}`,
    };
  if (shape.format === 'date') return { ja: '日付', en: 'a date' };
  if (shape.format === 'date-or-no')
    return { ja: '日付 (行っていなければ false)', en: 'a date, or false for no' };
  if (shape.types.length === 1 && shape.types[0] === 'boolean')
    return { ja: 'true か false', en: 'true or false' };
  return undefined;
}

function recordShape(section: string): Shape {
  const property = inventoryShape.properties?.[section];
  return property?.items ?? property ?? inventoryShape;
}

function parsePath(path: string): Path {
  return path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparePlaces(a: FindingLocation, b: FindingLocation): number {
  return a.document - b.document || a.line - b.line || a.column - b.column;
}
