import type { Section } from '../../generated/records.ts';
import { defined } from '../base/defined.ts';
import { type Limit, refuseMore } from '../base/limits.ts';
import { followedBy, type Localized } from '../base/localized.ts';
import { valueAt } from '../base/mapping.ts';
import type { InventoryFile } from '../inventory/file.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { FileProblem } from '../inventory/problem.ts';
import type { CrossingPath } from '../network/crossings.ts';
import { pathHop } from '../network/path-hop.ts';
import type { Reach } from '../network/reach.ts';
import { inventoryShapeWith, joinedFields } from '../policy/own/fields.ts';
import { type OwnWords, ownWords, wordingUnder } from '../policy/own-words.ts';
import type { Policy } from '../policy/policy.ts';
import { heaviest } from '../policy/severity.ts';
import type {
  Finding,
  FindingLabel,
  FindingLocation,
  FindingPath,
  FindingReach,
  MissingFact,
  MissingItem,
  OwnFieldType,
  RecordReference,
  Suppression,
  TraceStep,
} from '../result/result.ts';
import type { AnyRule, Issue } from '../rule.ts';
import { plainFieldPath } from '../schema/field-paths.ts';
import { recordShape, type Shape, shapeAt } from '../schema/shape.ts';
import type { Path } from '../yaml/tape.ts';
import { choicesOf } from './choices.ts';
import type { Lapse } from './exceptions.ts';
import { Faults } from './faults.ts';
import { Fingerprints, identifyPath } from './fingerprint.ts';
import { locateInRecord, locateKey, locateProblem, pointerTo, sourceOf } from './locate.ts';
import type { MergedIssue } from './merged-issues.ts';
import { pathSteps } from './path-steps.ts';
import { Shared } from './shared.ts';
import {
  aboutField,
  keysOf,
  theDayOf,
  titleOfField,
  type WhatToWrite,
  whatToWrite,
} from './what-to-write.ts';
import { lapsedException, remedyOf, sentence, statementOf, withStops } from './words.ts';

/** A finding before {@link Fingerprints} tells it apart from others of the same identity. */
interface Found {
  readonly finding: Omit<Finding, 'fingerprint'>;
  readonly identity: string;
  /** see {@link Issue.shared} */
  readonly shared?: string;
  /** see {@link Issue.tells} */
  readonly tells?: string;
  /** whether its rule is the one that asks for that fact */
  readonly asking: boolean;
  /** see {@link Issue.waits} */
  readonly waits: boolean;
  /** of a mistake in a file: the pointers of the other places that repeat it */
  readonly repeatedAt?: readonly string[];
}

/** What is said of a missing field, whichever record lacks it. */
interface FactTexts extends Pick<MissingFact, 'name' | 'about' | 'keys' | 'choices' | 'own'> {
  readonly write: WhatToWrite | undefined;
}

/** Whether a finding is suppressed, or was until facts changed, and which corrections are for it. */
export interface Standing {
  readonly suppression: Suppression | null;
  readonly lapse?: Lapse;
  readonly corrections?: readonly string[];
}

/** Turns issues into findings: adds the location, the name of the record and the clauses. */
export class FindingBuilder {
  readonly #inventory: Inventory;
  readonly #policies: readonly Policy[];
  readonly #limit: Limit;
  #found: Found[] = [];
  /** the locations of whole records, cached since many traces name the same one */
  readonly #recordLocations = new Map<Entry, FindingLocation>();
  /** the names of records that stand behind or beyond hops, by the list that hops share */
  readonly #named = new Map<readonly object[], readonly string[]>();
  readonly #step: ReturnType<typeof pathSteps>;
  /** what the inventory may hold, with the fields that the policies declare */
  readonly #shape: Shape;
  /** the clauses of all policies, in the order of the documents */
  readonly #clauses: readonly string[];
  readonly #words: OwnWords;
  readonly #shared = new Shared();
  readonly #references = new Map<Entry, RecordReference>();
  /** what is said of a missing field, by its section and its path */
  readonly #facts = new Map<string, FactTexts>();

  /** @param limit how many findings there may be; more throw a LimitError */
  constructor(inventory: Inventory, policies: readonly Policy[], limit: Limit) {
    this.#inventory = inventory;
    this.#policies = policies;
    this.#limit = limit;
    this.#step = pathSteps(inventory, (entry) => this.locate(entry));
    this.#shape = inventoryShapeWith(joinedFields(policies.map(({ fields }) => fields)));
    this.#words = ownWords(policies.map((policy) => wordingUnder(policy, policies)));
    this.#clauses = policies.flatMap(({ id, clauses }) => clauses.map(({ ref }) => `${id}\n${ref}`));
  }

  /** @param about the record or the file that was judged; no issue of a file can be suppressed */
  add(rule: AnyRule, issues: Iterable<MergedIssue>, about: Entry | InventoryFile, standing: Standing): void {
    for (const held of issues) {
      refuseMore(this.#found.length + 1, this.#limit);
      if ('record' in about) this.#addInRecord(rule, held, about, standing);
      else this.#addInFile(rule, held, about);
    }
  }

  /** How many there are so far, before those that share a fact become one. */
  get found(): number {
    return this.#found.length;
  }

  locate(entry: Entry): FindingLocation {
    let location = this.#recordLocations.get(entry);
    if (location === undefined) {
      location = locateInRecord(entry, []).location;
      this.#recordLocations.set(entry, location);
    }
    return location;
  }

  /** Sorted by file, position and rule, so that the same input gives the same bytes. To be asked once, when all are added. */
  findings(): Finding[] {
    const found = this.#mergedByFact();
    // What told them apart is not needed any more.
    this.#found = [];
    const faults = new Faults(found);
    const fingerprints = new Fingerprints();
    return found
      .filter(({ finding, waits }) => !faults.isConsequence(finding, waits) && !this.#awaitsLost(finding))
      .sort(
        (a, b) =>
          compare(a.finding.location.file, b.finding.location.file) ||
          comparePlaces(a.finding.location, b.finding.location) ||
          compare(a.finding.ruleId, b.finding.ruleId) ||
          compare(a.identity, b.identity),
      )
      .map(({ identity, finding }) => Object.assign(finding, { fingerprint: fingerprints.of(identity) }));
  }

  /** Whether a finding only says that a section is not there of which all that is written is reported as wrong. */
  #awaitsLost({ verdict, missing }: Omit<Finding, 'fingerprint'>): boolean {
    const section = missing?.what === undefined ? undefined : missing.kind;
    return verdict === 'unknown' && section !== undefined && this.#inventory.isLost(section as Section);
  }

  /**
   * Merges the findings of rules that wait for the same fact into one: that of the rule that asks for it, with the clauses
   * of all.
   */
  #mergedByFact(): Found[] {
    const byFact = new Map<string, Found>();
    const telling = new Map<string, Found>();
    const own: Found[] = [];
    for (const found of this.#found) {
      const { shared, tells = shared, finding } = found;
      const key = `${tells}\n${finding.record.id}`;
      if (tells === undefined || finding.suppression !== null) own.push(found);
      else if (shared !== undefined) {
        const known = byFact.get(key);
        byFact.set(key, known === undefined ? found : this.#joined(known, found));
      } else {
        const known = telling.get(key);
        if (known !== undefined && known.finding.ruleId <= finding.ruleId) own.push(found);
        else {
          if (known !== undefined) own.push(known);
          telling.set(key, found);
        }
      }
    }
    for (const [key, found] of telling) {
      const sharing = byFact.get(key);
      byFact.set(key, sharing === undefined ? found : this.#withClausesOf(found, sharing));
    }
    return [...own, ...byFact.values()];
  }

  #joined(a: Found, b: Found): Found {
    const isFirst = a.asking !== b.asking ? a.asking : a.finding.ruleId < b.finding.ruleId;
    return isFirst ? this.#withClausesOf(a, b) : this.#withClausesOf(b, a);
  }

  #withClausesOf(reported: Found, other: Found): Found {
    const clauses = new Map(
      [...reported.finding.clauses, ...other.finding.clauses].map((clause) => [
        `${clause.policy}\n${clause.ref}`,
        clause,
      ]),
    );
    const { announced: mine, ...finding } = reported.finding;
    const theirs = other.finding.announced;
    return {
      ...reported,
      finding: {
        ...finding,
        severity: heaviest([finding.severity, other.finding.severity]),
        clauses: this.#shared.clauses(this.#clauses.flatMap((key) => clauses.get(key) ?? [])),
        ...(mine !== undefined && theirs !== undefined && { announced: mine < theirs ? mine : theirs }),
      },
    };
  }

  #locate(entry: Entry, path: Path): FindingLocation {
    return path.length === 0 ? this.locate(entry) : locateInRecord(entry, path).location;
  }

  #addInRecord(rule: AnyRule, held: MergedIssue, entry: Entry, standing: Standing): void {
    const { issue } = held;
    const path = parsePath(issue.path);
    const { location, origin, anchor } = locateInRecord(entry, path);
    const paths = issue.paths?.map((path) => this.#path(path));
    const places = (issue.trace ?? []).map(({ message, record, path: inside }): TraceStep => {
      const other = this.#inventory.entryOf(record);
      const steps = parsePath(inside);
      return {
        message,
        record: this.#referenceTo(other),
        field: fieldName(steps),
        location: this.#locate(other, steps),
      };
    });
    if (origin !== undefined) places.push(writtenAt(origin));
    const missing = issue.verdict === 'unknown' ? this.#missing(issue, entry) : undefined;
    this.#push(rule, held, {
      ...standing,
      cause:
        anchor === undefined
          ? (causeOf(missing) ?? this.#parent(issue))
          : `anchor ${(origin ?? location).file}:${anchor}`,
      ...(rule.tellsMixture && { invalid: true }),
      record: this.#referenceTo(entry),
      ...this.#inCharge(entry),
      ...defined({ missing }),
      subject: { ja: `「${entry.name}」は`, en: `“${entry.name}”` },
      // One that only says that records are missing stands where these are to be written.
      location: missing?.what !== undefined && path.length === 0 ? missing.location : location,
      path,
      write: this.#factTexts(entry, path).write,
      trace: [...(paths?.[0]?.steps ?? []), ...places],
      ...(paths === undefined || paths.length === 0 ? {} : { paths }),
      ...(issue.reach && { reach: this.reach(issue.reach) }),
      identity: [
        rule.id,
        entry.section,
        `${entry.id}${entry.occurrence === 0 ? '' : `#${entry.occurrence}`}`,
        identifyPath(entry.record, path),
        issue.key ?? '',
      ],
    });
  }

  /** The agency and the division of a record. */
  #inCharge({ record }: Entry): Pick<Finding, 'agency' | 'division'> {
    const { agency } = record as { readonly agency?: string };
    return defined({ agency, division: this.#inventory.divisionOf(record)?.id });
  }

  /** The other record that decides an issue, as its cause. */
  #parent({ decidedBy }: Issue): string | undefined {
    if (decidedBy === undefined) return undefined;
    const { section, id } = this.#inventory.entryOf(decidedBy);
    return `parent ${section}/${id}`;
  }

  /** @returns what tells by name what a hop leads between */
  reach(records: () => Reach): () => FindingReach {
    return () => {
      const { behind, beyond } = records();
      return { behind: this.#names(behind), beyond: this.#names(beyond) };
    };
  }

  #names(records: readonly object[]): readonly string[] {
    const known = this.#named.get(records) ?? this.#namesOf(records);
    this.#named.set(records, known);
    return known;
  }

  #namesOf(records: readonly object[]): readonly string[] {
    const entries = records.map((record) => this.#inventory.entryOf(record));
    return [...new Set(entries.map(({ section, id }) => `${section}/${id}`))].sort();
  }

  #path({ layer, route, before, after }: CrossingPath): FindingPath {
    return {
      ...(layer === undefined ? {} : { layer: { id: layer.id, name: layer.name } }),
      steps: route.map((step) => this.#step(step)),
      ...(before === undefined ? {} : { before: pathHop(this.#inventory, before) }),
      ...(after === undefined ? {} : { after: pathHop(this.#inventory, after) }),
    };
  }

  /** A missing section is written where its key stands already, as in the files that sekisho init writes; else the body lacks it. */
  #locateSection(section: string, own: Entry): FindingLocation {
    const begun = this.#inventory.begun(section);
    return begun === undefined ? this.locate(own) : locateKey(begun.file, begun.document, section);
  }

  #missing(issue: Issue, own: Entry): MissingFact {
    const { missing } = issue;
    if (missing !== undefined && 'section' in missing) {
      const { section: kind, what } = missing;
      return {
        kind,
        field: '',
        what,
        record: this.#referenceTo(own),
        location: this.#locateSection(kind, own),
      };
    }
    const entry = missing === undefined ? own : this.#inventory.entryOf(missing.record);
    const path = parsePath(missing?.path ?? issue.path);
    const { write, name, about, keys, choices, own: ownType } = this.#factTexts(entry, path);
    return {
      kind: entry.section,
      field: fieldName(path),
      record: this.#referenceTo(entry),
      location: this.#locate(entry, path),
      ...(issue.absent ? {} : { reason: this.#shared.text(issue.message) }),
      ...defined({ name }),
      ...(write === undefined
        ? {}
        : { value: issue.needsDay ? this.#shared.text(theDayOf(write)) : (write.choices ?? write.value) }),
      ...defined({ about, keys, choices }),
      // Asked for by a list alone, while most findings are in none.
      manager: () => managerOf(entry.record),
      ...(isStated(entry.record, path) && { stated: true }),
      ...defined({ own: ownType }),
      item: () => itemAt(entry.record, path),
      // No verdict depends on it, so that judging does not even read it.
      notApplicable: () => isDeclaredNotApplicable(entry.record, fieldName(path)),
      ...this.#inCharge(entry),
    };
  }

  #factTexts({ section }: Entry, path: Path): FactTexts {
    const key = `${section}\n${fieldName(path)}`;
    const known = this.#facts.get(key) ?? this.#factTextsOf(section, path);
    this.#facts.set(key, known);
    return known;
  }

  #factTextsOf(section: string, path: Path): FactTexts {
    const shape = shapeOf(this.#shape, section, path);
    const write = whatToWrite(shape, this.#policies);
    return {
      write,
      ...defined({
        name: shape?.about && titleOfField(shape.about),
        about: write === undefined ? aboutField(path, shape, this.#words) : write.about,
        keys: shape && keysOf(shape, this.#policies),
        choices: shape && choicesOf(path, shape, this.#policies),
        own: shape && ownTypeOf(path, shape),
      }),
    };
  }

  #referenceTo(entry: Entry): RecordReference {
    const { section, id, name } = entry;
    const known = this.#references.get(entry) ?? { kind: section, id, name };
    this.#references.set(entry, known);
    return known;
  }

  #addInFile(rule: AnyRule, held: MergedIssue, file: InventoryFile): void {
    const { problem, key } = held.issue;
    if (problem === undefined) throw new Error(`rule ${rule.id} judges files but names no problem`);
    const place = locateProblem(file, problem);
    const about = problem.record ?? { kind: 'files', id: file.path, name: file.path };
    const keys = problem.path.filter((step) => typeof step === 'string');
    // A broken file has no records to name, and what several records merge is of none of them, so that the line on which it
    // is written tells the issue from others.
    const { origin } = problem;
    const record = origin === undefined ? problem.record : undefined;
    const written = origin === undefined ? place : locateProblem(file, { ...problem, ...origin });
    const judged = record && this.#inventory.entry(record.kind as Section, record.id);
    const source =
      judged && isWithin(judged, file, problem)
        ? sourceOf(judged, problem.path.slice(judged.base.length))
        : undefined;
    const location = { ...place, ...(source && { source }) };
    const line = record === undefined ? (file.yaml.source.line(written.line) ?? '') : '';
    this.#push(rule, held, {
      suppression: null,
      invalid: true,
      record: about,
      ...(judged && this.#inCharge(judged)),
      subject: { ja: `「${about.name}」は`, en: `“${about.name}”` },
      location,
      path: [],
      write: undefined,
      trace: origin === undefined ? [] : [writtenAt(written)],
      ...defined({ repeatedAt: problem.repeatedAt?.map(pointerTo) }),
      identity: [rule.id, record?.kind ?? 'files', record?.id ?? '', keys.join('.'), key ?? '', line],
    });
  }

  #push(
    rule: AnyRule,
    held: MergedIssue,
    place: {
      suppression: Suppression | null;
      lapse?: Lapse;
      corrections?: readonly string[];
      invalid?: true;
      record: RecordReference;
      agency?: string;
      division?: string;
      cause?: string | undefined;
      missing?: MissingFact;
      subject: Localized;
      location: FindingLocation;
      path: Path;
      write: WhatToWrite | undefined;
      trace: Finding['trace'];
      paths?: readonly FindingPath[];
      reach?: () => FindingReach;
      repeatedAt?: readonly string[];
      identity: readonly string[];
    },
  ): void {
    const { issue, verdict, severity, interpreted, clauses, announced } = held;
    const statement = this.#shared.text(statementOf(issue.message, verdict, interpreted));
    const remedy =
      issue.remedy === undefined
        ? remedyOf(rule, issue, both(fieldName(place.path)), place.write)
        : withStops(issue.remedy);
    const finding = {
      ruleId: rule.id,
      verdict,
      severity,
      label: labelOf(rule, held),
      message: sentence(place.subject, statement),
      statement,
      remedy: this.#shared.text(
        place.lapse === undefined ? remedy : followedBy(remedy, lapsedException(place.lapse)),
      ),
      ...defined({ invalid: place.invalid }),
      record: place.record,
      ...defined({ agency: place.agency, division: place.division }),
      location: place.location,
      field: fieldName(place.path),
      ...defined({ missing: place.missing, cause: place.cause }),
      clauses: this.#shared.clauses(clauses),
      ...defined({ announced }),
      trace: place.trace.length === 0 ? none : place.trace,
      ...defined({ paths: place.paths, reach: place.reach, corrections: place.corrections }),
      suppression: place.suppression,
    };
    this.#found.push({
      finding,
      identity: place.identity.join('\n'),
      ...defined({ shared: issue.shared, tells: issue.tells, repeatedAt: place.repeatedAt }),
      asking: rule.layers === 'asks',
      waits: issue.waits === true,
    });
  }
}

/** Whether a problem of a file is one of a record, and not of another one of its id. */
function isWithin({ file, document, base }: Entry, of: InventoryFile, problem: FileProblem): boolean {
  return file === of && document === problem.document && base.every((step, at) => step === problem.path[at]);
}

/** The post that manages a record, where it names one. */
function managerOf(record: Entry['record']): string | undefined {
  return (record as { readonly manager?: string | false }).manager || undefined;
}

/** Whether something is written at a path below a record. */
function isStated(record: object, path: Path): boolean {
  return path.length > 0 && valueAt(record, path.map(String)) !== undefined;
}

/** The item of a list that a path leads into; none where it leads into no list, or into one within another. */
function itemAt(record: object, path: Path): MissingItem | undefined {
  const at = path.findIndex((step) => typeof step === 'number');
  const index = path[at];
  const isNested = path.slice(at + 1).some((step) => typeof step === 'number');
  if (typeof index !== 'number' || isNested || at === path.length - 1) return undefined;
  const list = path.slice(0, at).map(String);
  const items = valueAt(record, list);
  return Array.isArray(items) ? { list: list.join('.'), items, index } : undefined;
}

/** What a field holds that a policy declares: its name says that it is none of the vocabulary. */
function ownTypeOf(path: Path, { types, format }: Shape): OwnFieldType | undefined {
  if (!path.some((step) => typeof step === 'string' && step.startsWith('x-'))) return undefined;
  if (format !== undefined) return 'date';
  const [type] = types;
  if (type === 'array') return 'list';
  return type === 'object' ? undefined : type;
}

/** Whether a record says that a field does not apply to it, or that one does not which the field stands below. */
function isDeclaredNotApplicable(record: object, field: string): boolean {
  const { notApplicable } = record as { readonly notApplicable?: readonly (string | null)[] };
  if (notApplicable === undefined || field === '') return false;
  const path = `${plainFieldPath(field)}.`;
  return notApplicable.some((one) => one !== null && path.startsWith(`${plainFieldPath(one)}.`));
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

/** A missing fact as a cause. */
function causeOf(missing: MissingFact | undefined): string | undefined {
  if (missing === undefined || missing.kind === 'files') return undefined;
  const { kind, field, what, record } = missing;
  const path = what === undefined ? field : kind;
  return path === '' ? undefined : `fact ${record.kind}/${record.id}.${path}`;
}

/** The trace step to the anchor of a value that an alias or a merge key brings in. */
function writtenAt(location: FindingLocation): TraceStep {
  return { message: { ja: '値が書かれている場所', en: 'where the value is written' }, location };
}

const none: Finding['trace'] = [];

/** A word of the vocabulary, which is not translated. */
function both(word: string): Localized {
  return { ja: word, en: word };
}

function fieldName(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? '[]' : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** The shape of what stands at a path of a record; of the inventory where the section is none of its. */
function shapeOf(inventory: Shape, section: string, path: Path): Shape | undefined {
  return shapeAt(recordShape(inventory, section) ?? inventory, path);
}

function parsePath(path: string): Path {
  return path === '' ? [] : path.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function comparePlaces(a: FindingLocation, b: FindingLocation): number {
  return a.line - b.line || a.column - b.column;
}
