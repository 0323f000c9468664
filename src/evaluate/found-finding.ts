import type { Day } from '../base/date.ts';
import { followedBy, type Localized } from '../base/localized.ts';
import type { InventoryFile } from '../inventory/file.ts';
import type { Entry } from '../inventory/inventory.ts';
import type { FileProblem } from '../inventory/problem.ts';
import type {
  CitedClause,
  Finding,
  FindingLabel,
  FindingLocation,
  FindingPath,
  FindingReach,
  MissingFact,
  RecordReference,
  Suppression,
  TraceStep,
} from '../result/result.ts';
import type { Lapse } from './exceptions.ts';
import { fieldName, parsePath } from './field-path.ts';
import { subjectOf } from './finding-matter.ts';
import { type Identified, identifyPath } from './fingerprint.ts';
import { locateProblem, pointerTo, sourceOf, startOfSection } from './locate.ts';
import { missingFact } from './missing-fact.ts';
import type { Told } from './told.ts';
import { lapsedException, sentence } from './words.ts';

/** Whether a finding is suppressed, or was until facts changed, and which corrections are for it. */
export interface Standing {
  readonly suppression: Suppression | null;
  readonly lapse?: Lapse;
  readonly corrections?: readonly string[];
}

/** How most findings stand. */
export const notSuppressed: Standing = { suppression: null };

/**
 * A finding as it was found: what it says, of what, and where that begins. All else is worked out when it is asked for, and not
 * kept: there may be a million, of which a report shows a few, or each once.
 */
abstract class FoundFinding implements Finding, Identified {
  readonly told: Told;
  readonly standing: Standing;
  /** the offset in its file at which its location begins */
  readonly start: number;
  readonly mayRepeat: boolean;

  constructor(told: Told, standing: Standing, start: number, mayRepeat: boolean) {
    this.told = told;
    this.standing = standing;
    this.start = start;
    this.mayRepeat = mayRepeat;
  }

  /** the file of its location */
  abstract get file(): InventoryFile;
  abstract get invalid(): true | undefined;
  abstract get record(): RecordReference;
  /** the record that it is about, if it is about one */
  protected abstract get about(): Entry | undefined;
  abstract get location(): FindingLocation;
  abstract get missing(): MissingFact | undefined;
  abstract get cause(): string | undefined;
  abstract get trace(): readonly TraceStep[];
  abstract get paths(): readonly FindingPath[] | undefined;
  abstract get identity(): string;
  /** of a mistake in a file: the pointers of the other places that repeat it */
  abstract get repeatedAt(): readonly string[] | undefined;

  get ruleId(): string {
    return this.told.rule.id;
  }

  get verdict(): Finding['verdict'] {
    return this.told.held.verdict;
  }

  get severity(): Finding['severity'] {
    return this.told.held.severity;
  }

  get label(): FindingLabel {
    return this.told.label;
  }

  get message(): Localized {
    return sentence(subjectOf(this.record.name), this.told.statement);
  }

  get statement(): Localized {
    return this.told.statement;
  }

  get remedy(): Localized {
    const { remedy } = this.told;
    const { lapse } = this.standing;
    return lapse === undefined ? remedy : followedBy(remedy, lapsedException(lapse));
  }

  get agency(): string | undefined {
    return this.about && this.told.matter.agencyOf(this.about);
  }

  get division(): string | undefined {
    return this.about && this.told.matter.divisionOf(this.about);
  }

  get field(): string {
    return this.told.field;
  }

  get clauses(): readonly CitedClause[] {
    return this.told.held.clauses;
  }

  get announced(): Day | undefined {
    return this.told.held.announced;
  }

  get reach(): (() => FindingReach) | undefined {
    const { reach } = this.told.issue;
    return reach && this.told.matter.reach(reach);
  }

  get suppression(): Suppression | null {
    return this.standing.suppression;
  }

  get corrections(): readonly string[] | undefined {
    return this.standing.corrections;
  }

  get fingerprint(): string {
    return this.told.matter.fingerprints.of(this);
  }
}

/** A finding about a record. */
export class RecordFinding extends FoundFinding {
  readonly entry: Entry;
  /** whether its value comes through an alias or a merge key */
  readonly isBorrowed: boolean;

  /** @param several whether its rule found several things in the record */
  constructor(told: Told, entry: Entry, standing: Standing, several: boolean) {
    const { start, origin } = told.matter.found(entry, told.path);
    super(told, standing, startOfSectionIn(told) ?? start, several || mayRepeat(entry));
    this.entry = entry;
    this.isBorrowed = origin !== undefined;
  }

  /** The same finding, told otherwise. */
  as(told: Told): RecordFinding {
    return new RecordFinding(told, this.entry, this.standing, this.mayRepeat);
  }

  get file(): InventoryFile {
    const { missingSection, standsAtSection, matter } = this.told;
    const begun = standsAtSection ? matter.inventory.begun(missingSection ?? '') : undefined;
    return begun?.file ?? this.entry.file;
  }

  get invalid(): true | undefined {
    return this.told.rule.tellsMixture;
  }

  get record(): RecordReference {
    return this.told.matter.referenceTo(this.entry);
  }

  protected get about(): Entry {
    return this.entry;
  }

  /** One that only says that records are missing stands where these are to be written. */
  get location(): FindingLocation {
    const { matter, path, missingSection, standsAtSection } = this.told;
    return standsAtSection
      ? matter.locateSection(missingSection ?? '', this.entry)
      : matter.locate(this.entry, path);
  }

  get missing(): MissingFact | undefined {
    return this.told.issue.verdict === 'unknown' ? missingFact(this.told, this.entry) : undefined;
  }

  get cause(): string | undefined {
    const anchor = this.isBorrowed ? this.told.matter.place(this.entry, this.told.path).anchor : undefined;
    if (anchor !== undefined) return `anchor ${this.entry.file.path}:${anchor}`;
    return causeOf(this.missing) ?? this.#parent();
  }

  /** The other record that decides an issue, as its cause. */
  #parent(): string | undefined {
    const { issue, matter } = this.told;
    if (issue.decidedBy === undefined) return undefined;
    const { section, id } = matter.inventory.entryOf(issue.decidedBy);
    return `parent ${section}/${id}`;
  }

  get trace(): readonly TraceStep[] {
    const { issue, matter, path } = this.told;
    const origin = this.isBorrowed ? matter.place(this.entry, path).origin : undefined;
    const [way] = issue.paths ?? [];
    if (origin === undefined && issue.trace === undefined && way === undefined) return none;
    const places = (issue.trace ?? []).map(({ message, record, path: inside }): TraceStep => {
      const other = matter.inventory.entryOf(record);
      const steps = parsePath(inside);
      return {
        message,
        record: matter.referenceTo(other),
        field: fieldName(steps),
        location: matter.locate(other, steps),
      };
    });
    return [
      ...(way === undefined ? none : matter.path(way).steps),
      ...places,
      ...(origin === undefined ? none : [writtenAt(origin)]),
    ];
  }

  get paths(): readonly FindingPath[] | undefined {
    const { issue, matter } = this.told;
    if (issue.paths === undefined || issue.paths.length === 0) return undefined;
    return issue.paths.map((path) => matter.path(path));
  }

  get identity(): string {
    const { rule, issue, path } = this.told;
    const { section, id, occurrence, record } = this.entry;
    const named = occurrence === 0 ? id : `${id}#${occurrence}`;
    return `${rule.id}\n${section}\n${named}\n${identifyPath(record, path)}\n${issue.key ?? ''}`;
  }

  get repeatedAt(): undefined {
    return undefined;
  }
}

/** A finding about a problem of a file. */
export class FileFinding extends FoundFinding {
  readonly file: InventoryFile;
  readonly #problem: FileProblem;

  constructor(told: Told, file: InventoryFile, problem: FileProblem) {
    super(told, notSuppressed, problem.start, true);
    this.file = file;
    this.#problem = problem;
  }

  get invalid(): true {
    return true;
  }

  get record(): RecordReference {
    const { path } = this.file;
    return this.#problem.record ?? { kind: 'files', id: path, name: path };
  }

  /**
   * A broken file has no records to name, and what several records merge is of none of them, so that the line on which it is
   * written tells the issue from others.
   */
  get #ownRecord(): FileProblem['record'] {
    return this.#problem.origin === undefined ? this.#problem.record : undefined;
  }

  protected get about(): Entry | undefined {
    const record = this.#ownRecord;
    return record && this.told.matter.inventory.entry(record.kind as Entry['section'], record.id);
  }

  get location(): FindingLocation {
    const { about, file } = this;
    const problem = this.#problem;
    const source =
      about && isWithin(about, file, problem)
        ? sourceOf(about, problem.path.slice(about.base.length))
        : undefined;
    return { ...locateProblem(file, problem), ...(source && { source }) };
  }

  get #written(): FindingLocation {
    const { origin } = this.#problem;
    return locateProblem(this.file, origin === undefined ? this.#problem : { ...this.#problem, ...origin });
  }

  get missing(): undefined {
    return undefined;
  }

  get cause(): undefined {
    return undefined;
  }

  get trace(): readonly TraceStep[] {
    return this.#problem.origin === undefined ? none : [writtenAt(this.#written)];
  }

  get paths(): undefined {
    return undefined;
  }

  get identity(): string {
    const { rule, issue } = this.told;
    const record = this.#ownRecord;
    const keys = this.#problem.path.filter((step) => typeof step === 'string');
    const line = record === undefined ? (this.file.yaml.source.line(this.#written.line) ?? '') : '';
    const about = [record?.kind ?? 'files', record?.id ?? ''];
    return [rule.id, ...about, keys.join('.'), issue.key ?? '', line].join('\n');
  }

  get repeatedAt(): readonly string[] | undefined {
    return this.#problem.repeatedAt?.map((path) => pointerTo(path));
  }
}

const none: readonly TraceStep[] = [];

/** Where the key of a section is written, of findings that stand there. */
function startOfSectionIn({ missingSection, standsAtSection, matter }: Told): number | undefined {
  if (!standsAtSection || missingSection === undefined) return undefined;
  const begun = matter.inventory.begun(missingSection);
  return begun && startOfSection(begun, missingSection);
}

/**
 * Whether findings about a record may have the identity of one about another record, or of one of another judgement: the body
 * is judged once for each thing that it lacks.
 */
function mayRepeat({ section, id, occurrence }: Entry): boolean {
  return section === 'organization' || occurrence > 0 || id.includes('#') || id.includes('\n');
}

/** Whether a problem of a file is one of a record, and not of another one of its id. */
function isWithin({ file, document, base }: Entry, of: InventoryFile, problem: FileProblem): boolean {
  return file === of && document === problem.document && base.every((step, at) => step === problem.path[at]);
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
