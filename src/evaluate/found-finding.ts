import type { Day } from '../base/date.ts';
import { followedBy, type Localized } from '../base/localized.ts';
import type { InventoryFile } from '../inventory/file.ts';
import type { Entry } from '../inventory/inventory.ts';
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
import { subjectOf } from './finding-matter.ts';
import type { Identified } from './fingerprint.ts';
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
export abstract class FoundFinding implements Finding, Identified {
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

/** Most findings stand alone. */
export const noTrace: readonly TraceStep[] = [];

/** @returns the trace step to the anchor of a value that an alias or a merge key brings in */
export function writtenAt(location: FindingLocation): TraceStep {
  return { message: { ja: '値が書かれている場所', en: 'where the value is written' }, location };
}
