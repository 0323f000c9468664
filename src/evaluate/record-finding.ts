import type { InventoryFile } from '../inventory/file.ts';
import type { Entry } from '../inventory/inventory.ts';
import type {
  FindingLocation,
  FindingPath,
  MissingFact,
  RecordReference,
  TraceStep,
} from '../result/result.ts';
import { fieldName, parsePath } from './field-path.ts';
import { identifyPath } from './fingerprint.ts';
import { FoundFinding, noTrace, type Standing, writtenAt } from './found-finding.ts';
import { startOfSection } from './locate.ts';
import { missingFact } from './missing-fact.ts';
import type { Told } from './told.ts';

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
    if (origin === undefined && issue.trace === undefined && way === undefined) return noTrace;
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
      ...(way === undefined ? noTrace : matter.path(way).steps),
      ...places,
      ...(origin === undefined ? noTrace : [writtenAt(origin)]),
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

/** A missing fact as a cause. */
function causeOf(missing: MissingFact | undefined): string | undefined {
  if (missing === undefined || missing.kind === 'files') return undefined;
  const { kind, field, what, record } = missing;
  const path = what === undefined ? field : kind;
  return path === '' ? undefined : `fact ${record.kind}/${record.id}.${path}`;
}
