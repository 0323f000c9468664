import type { Section } from '../../generated/records.ts';
import { groupBy } from '../base/groups.ts';
import { type Limit, refuseMore } from '../base/limits.ts';
import type { InventoryFile } from '../inventory/file.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { Reach } from '../network/reach.ts';
import type { Policy } from '../policy/policy.ts';
import { heaviest } from '../policy/severity.ts';
import type { Finding, FindingLocation, FindingReach } from '../result/result.ts';
import type { AnyRule } from '../rule.ts';
import { Faults } from './faults.ts';
import { FileFinding } from './file-finding.ts';
import { FindingMatter } from './finding-matter.ts';
import type { Standing } from './found-finding.ts';
import type { MergedIssue } from './merged-issues.ts';
import { RecordFinding } from './record-finding.ts';
import { Told } from './told.ts';

/** Turns issues into findings, and brings them into their order. */
export class FindingBuilder {
  readonly #inventory: Inventory;
  readonly #matter: FindingMatter;
  readonly #limit: Limit;
  #found: (RecordFinding | FileFinding)[] = [];
  /** the clauses of all policies, in the order of the documents */
  readonly #clauses: readonly string[];
  /** what is told of the records that are judged now, by what was found in them */
  #told = new Map<MergedIssue, Told>();
  /** of which rule and section */
  #toldOf: { readonly rule: AnyRule; readonly section: Told['section'] } | undefined;

  /** what is told with the clauses of another one that waits for the same fact, which it is of record after record */
  readonly #withClauses = new Map<Told, Map<Told, Told>>();

  /** @param limit how many findings there may be; more throw a LimitError */
  constructor(inventory: Inventory, policies: readonly Policy[], limit: Limit) {
    this.#inventory = inventory;
    this.#matter = new FindingMatter(inventory, policies);
    this.#limit = limit;
    this.#clauses = policies.flatMap(({ id, clauses }) => clauses.map(({ ref }) => `${id}\n${ref}`));
  }

  /** @param about the record or the file that was judged; no issue of a file can be suppressed */
  add(rule: AnyRule, issues: readonly MergedIssue[], about: Entry | InventoryFile, standing: Standing): void {
    for (const held of issues) {
      refuseMore(this.#found.length + 1, this.#limit);
      this.#found.push(
        'record' in about
          ? new RecordFinding(this.#tell(rule, held, about.section), about, standing, issues.length > 1)
          : this.#inFile(rule, held, about),
      );
    }
  }

  #inFile(rule: AnyRule, held: MergedIssue, file: InventoryFile): FileFinding {
    const { problem } = held.issue;
    if (problem === undefined) throw new Error(`rule ${rule.id} judges files but names no problem`);
    return new FileFinding(this.#tell(rule, held, 'files'), file, problem);
  }

  #tell(rule: AnyRule, held: MergedIssue, section: Told['section']): Told {
    if (this.#toldOf?.rule !== rule || this.#toldOf.section !== section) {
      this.#toldOf = { rule, section };
      this.#told = new Map();
    }
    let told = this.#told.get(held);
    if (told === undefined) {
      told = new Told(this.#matter, rule, held, section);
      this.#told.set(held, told);
    }
    return told;
  }

  /** How many there are so far, before those that share a fact become one. */
  get found(): number {
    return this.#found.length;
  }

  locate(entry: Entry): FindingLocation {
    return this.#matter.locate(entry);
  }

  /** @returns what tells by name what a hop leads between */
  reach(records: () => Reach): () => FindingReach {
    return this.#matter.reach(records);
  }

  /** Sorted by file, position and rule, so that the same input gives the same bytes. To be asked once, when all are added. */
  findings(): Finding[] {
    const found = this.#mergedByFact();
    // What told them apart is not needed any more.
    this.#found = [];
    this.#told = new Map();
    const faults = new Faults(found);
    const sorted = inOrder(
      found.filter(
        (one) => !faults.isConsequence(one, one.told.issue.waits === true) && !this.#awaitsLost(one),
      ),
    );
    this.#matter.fingerprints.setAll(sorted);
    return sorted;
  }

  /** Whether a finding only says that a section is not there of which all that is written is reported as wrong. */
  #awaitsLost({ verdict, told: { missingSection } }: RecordFinding | FileFinding): boolean {
    return (
      verdict === 'unknown' &&
      missingSection !== undefined &&
      this.#inventory.isLost(missingSection as Section)
    );
  }

  /**
   * Merges the findings of rules that wait for the same fact into one: that of the rule that asks for it, with the clauses
   * of all.
   */
  #mergedByFact(): (RecordFinding | FileFinding)[] {
    const byFact = new ByFact();
    const telling = new ByFact();
    const own: (RecordFinding | FileFinding)[] = [];
    for (const found of this.#found) {
      const { shared, tells = shared } = found.told.issue;
      if (tells === undefined || found.suppression !== null || found instanceof FileFinding) {
        own.push(found);
        continue;
      }
      const known = (shared === undefined ? telling : byFact).get(tells, found);
      if (shared !== undefined) byFact.set(tells, known === undefined ? found : this.#joined(known, found));
      else if (known !== undefined && known.ruleId <= found.ruleId) own.push(found);
      else {
        if (known !== undefined) own.push(known);
        telling.set(tells, found);
      }
    }
    telling.forEach((found, tells) => {
      const sharing = byFact.get(tells, found);
      byFact.set(tells, sharing === undefined ? found : this.#withClausesOf(found, sharing));
    });
    byFact.forEach((found) => {
      own.push(found);
    });
    return own;
  }

  #joined(a: RecordFinding, b: RecordFinding): RecordFinding {
    const [asks, other] = [a.told.rule.layers === 'asks', b.told.rule.layers === 'asks'];
    const isFirst = asks !== other ? asks : a.ruleId < b.ruleId;
    return isFirst ? this.#withClausesOf(a, b) : this.#withClausesOf(b, a);
  }

  #withClausesOf(reported: RecordFinding, other: RecordFinding): RecordFinding {
    const known = this.#withClauses.get(reported.told)?.get(other.told);
    const told = known ?? this.#toldWithClausesOf(reported, other);
    const withReported = this.#withClauses.get(reported.told) ?? new Map<Told, Told>();
    this.#withClauses.set(reported.told, withReported.set(other.told, told));
    return reported.as(told);
  }

  #toldWithClausesOf(reported: RecordFinding, other: RecordFinding): Told {
    const clauses = new Map(
      [...reported.clauses, ...other.clauses].map((clause) => [`${clause.policy}\n${clause.ref}`, clause]),
    );
    const [mine, theirs] = [reported.announced, other.announced];
    return reported.told.by(
      this.#clauses.flatMap((key) => clauses.get(key) ?? []),
      {
        severity: heaviest([reported.severity, other.severity]),
        ...(mine !== undefined && theirs !== undefined && { announced: mine < theirs ? mine : theirs }),
      },
    );
  }
}

/** Findings by the fact that they share or tell of, and the id of their record. */
class ByFact {
  readonly #found = new Map<string, Map<string, RecordFinding>>();

  get(fact: string, { entry }: RecordFinding): RecordFinding | undefined {
    return this.#found.get(fact)?.get(entry.id);
  }

  set(fact: string, found: RecordFinding): void {
    const ofFact = this.#found.get(fact) ?? new Map<string, RecordFinding>();
    this.#found.set(fact, ofFact.set(found.entry.id, found));
  }

  forEach(each: (found: RecordFinding, fact: string) => void): void {
    for (const [fact, found] of this.#found) for (const one of found.values()) each(one, fact);
  }
}

/** Sorts by file, position, rule and identity. */
function inOrder<Found extends RecordFinding | FileFinding>(found: readonly Found[]): Found[] {
  const byFile = groupBy(found, ({ file }) => file.path);
  const files = [...byFile.keys()].sort(compare);
  return files.flatMap((file) =>
    (byFile.get(file) ?? []).sort(
      (a, b) => a.start - b.start || compare(a.ruleId, b.ruleId) || compare(a.identity, b.identity),
    ),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
