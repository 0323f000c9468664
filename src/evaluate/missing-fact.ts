import type { Section } from '../../generated/records.ts';
import type { Localized } from '../base/localized.ts';
import { valueAt } from '../base/mapping.ts';
import type { Entry } from '../inventory/inventory.ts';
import type {
  Choice,
  FindingLocation,
  MissingFact,
  MissingItem,
  MissingKeys,
  OwnFieldType,
  RecordReference,
} from '../result/result.ts';
import type { RecordKind } from '../rule.ts';
import { plainFieldPath } from '../schema/field-paths.ts';
import type { Path } from '../yaml/tape.ts';
import { fieldName } from './field-path.ts';
import type { FactTexts } from './finding-matter.ts';
import type { Told } from './told.ts';
import { theDayOf } from './what-to-write.ts';

/** A fact that a record lacks. All of it is worked out when it is asked for: there may be one for every record and rule. */
class FactOfRecord implements MissingFact {
  readonly #told: Told;
  /** of the record that lacks it */
  readonly #entry: Entry;

  constructor(told: Told, entry: Entry) {
    this.#told = told;
    this.#entry = entry;
  }

  get #path(): Path {
    return this.#told.missingPath;
  }

  /** Of another record than the one that is judged where that lacks it. */
  get #texts(): FactTexts {
    return this.#told.matter.factTexts(this.#entry.section, this.#path);
  }

  get kind(): Section {
    return this.#entry.section;
  }

  get field(): string {
    const { missingPath, path, field } = this.#told;
    return missingPath === path ? field : fieldName(missingPath);
  }

  get record(): RecordReference {
    return this.#told.matter.referenceTo(this.#entry);
  }

  get location(): FindingLocation {
    return this.#told.matter.locate(this.#entry, this.#path);
  }

  get reason(): Localized | undefined {
    const { issue } = this.#told;
    return issue.absent ? undefined : issue.message;
  }

  get name(): Localized | undefined {
    return this.#texts.name;
  }

  get value(): Localized | undefined {
    const { write } = this.#texts;
    if (write === undefined) return undefined;
    return this.#told.issue.needsDay ? theDayOf(write) : (write.choices ?? write.value);
  }

  get about(): Localized | undefined {
    return this.#texts.about;
  }

  get keys(): MissingKeys | undefined {
    return this.#texts.keys;
  }

  get choices(): readonly Choice[] | undefined {
    return this.#texts.choices;
  }

  get own(): OwnFieldType | undefined {
    return this.#texts.own;
  }

  get manager(): () => string | undefined {
    return () => managerOf(this.#entry.record);
  }

  get stated(): true | undefined {
    return isStated(this.#entry.record, this.#path) || undefined;
  }

  get item(): () => MissingItem | undefined {
    return () => itemAt(this.#entry.record, this.#path);
  }

  get notApplicable(): () => boolean {
    return () => isDeclaredNotApplicable(this.#entry.record, this.field);
  }

  get agency(): string | undefined {
    return this.#told.matter.agencyOf(this.#entry);
  }

  get division(): string | undefined {
    return this.#told.matter.divisionOf(this.#entry);
  }
}

/** @returns the fact that an unknown waits for */
export function missingFact(told: Told, own: Entry): MissingFact {
  const { missing } = told.issue;
  const { matter } = told;
  if (missing !== undefined && 'section' in missing) return missingRecords(told, own, missing);
  return new FactOfRecord(told, missing === undefined ? own : matter.inventory.entryOf(missing.record));
}

function missingRecords(
  { matter }: Told,
  own: Entry,
  { section: kind, what }: { readonly section: string; readonly what: RecordKind },
): MissingFact {
  const location = matter.locateSection(kind, own);
  return { kind, field: '', what, record: matter.referenceTo(own), location };
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

/** Whether a record says that a field does not apply to it, or that one does not which the field stands below. */
function isDeclaredNotApplicable(record: object, field: string): boolean {
  const { notApplicable } = record as { readonly notApplicable?: readonly (string | null)[] };
  if (notApplicable === undefined || field === '') return false;
  const path = `${plainFieldPath(field)}.`;
  return notApplicable.some((one) => one !== null && path.startsWith(`${plainFieldPath(one)}.`));
}
