import { defined } from '../base/defined.ts';
import type { Localized } from '../base/localized.ts';
import type { Entry, Inventory } from '../inventory/inventory.ts';
import type { CrossingPath } from '../network/crossings.ts';
import { pathHop } from '../network/path-hop.ts';
import type { Reach } from '../network/reach.ts';
import { inventoryShapeWith, joinedFields } from '../policy/own/fields.ts';
import { type OwnWords, ownWords, wordingUnder } from '../policy/own-words.ts';
import type { Policy } from '../policy/policy.ts';
import type {
  FindingLocation,
  FindingPath,
  FindingReach,
  MissingFact,
  OwnFieldType,
  RecordReference,
} from '../result/result.ts';
import { textsOf } from '../schema/field-texts.ts';
import { recordShape, type Shape, shapeAt } from '../schema/shape.ts';
import type { Location, Path } from '../yaml/tape.ts';
import { choicesOf } from './choices.ts';
import { fieldName } from './field-path.ts';
import { Fingerprints } from './fingerprint.ts';
import { foundInRecord, type LocatedField, locateInRecord, locateKey, nodeOf } from './locate.ts';
import { pathSteps } from './path-steps.ts';
import { aboutField, keysOf, titleOfField, type WhatToWrite, whatToWrite } from './what-to-write.ts';

/** What is said of a missing field, whichever record lacks it. */
export interface FactTexts extends Pick<MissingFact, 'name' | 'about' | 'keys' | 'choices' | 'own'> {
  readonly write: WhatToWrite | undefined;
}

/** An inventory and the policies that it is judged by, as far as findings are told from them. */
export class FindingMatter {
  readonly inventory: Inventory;
  readonly fingerprints = new Fingerprints();
  readonly #policies: readonly Policy[];
  /** the locations of whole records, cached since many traces name the same one */
  readonly #recordLocations = new Map<Entry, FindingLocation>();
  /** the names of records that stand behind or beyond hops, by the list that hops share */
  readonly #named = new Map<readonly object[], readonly string[]>();
  readonly #step: ReturnType<typeof pathSteps>;
  /** what the inventory may hold, with the fields that the policies declare */
  readonly #shape: Shape;
  readonly #words: OwnWords;
  readonly #references = new Map<Entry, RecordReference>();
  /** what is said of a missing field, by its section and its path */
  readonly #facts = new Map<string, Map<string, FactTexts>>();
  readonly #nodes = new Map<Entry, number>();
  #placed: Placed | undefined;

  constructor(inventory: Inventory, policies: readonly Policy[]) {
    this.inventory = inventory;
    this.#policies = policies;
    this.#step = pathSteps(inventory, (entry) => this.locate(entry));
    this.#shape = inventoryShapeWith(joinedFields(policies.map(({ fields }) => fields)));
    this.#words = ownWords(policies.map((policy) => wordingUnder(policy, policies)));
  }

  /** @returns the location of a path inside a record; of the record itself without one */
  locate(entry: Entry, path?: Path): FindingLocation {
    if (path !== undefined && path.length > 0) return this.place(entry, path).location;
    let location = this.#recordLocations.get(entry);
    if (location === undefined) {
      location = locateInRecord(entry, []).location;
      this.#recordLocations.set(entry, location);
    }
    return location;
  }

  /**
   * @returns where a path inside a record is written. The place asked for last is kept, since reports ask several things of one
   *   finding; all of them would take more memory than the findings
   */
  place(entry: Entry, path: Path): LocatedField {
    if (this.#placed?.entry !== entry || this.#placed.path !== path)
      this.#placed = { entry, path, found: locateInRecord(entry, path, this.#nodeOf(entry)) };
    return this.#placed.found;
  }

  /** @returns where a path inside a record is found: all that telling findings apart and sorting them needs */
  found(entry: Entry, path: Path): Location {
    return foundInRecord(entry, path, this.#nodeOf(entry));
  }

  #nodeOf(entry: Entry): number | undefined {
    let node = this.#nodes.get(entry);
    if (node === undefined) {
      node = nodeOf(entry) ?? borrowed;
      this.#nodes.set(entry, node);
    }
    return node === borrowed ? undefined : node;
  }

  /** A missing section is written where its key stands already, as in the files that sekisho init writes; else the body lacks it. */
  locateSection(section: string, own: Entry): FindingLocation {
    const begun = this.inventory.begun(section);
    return begun === undefined ? this.locate(own) : locateKey(begun.file, begun.document, section);
  }

  referenceTo(entry: Entry): RecordReference {
    let known = this.#references.get(entry);
    if (known === undefined) {
      const { section, id, name } = entry;
      known = { kind: section, id, name };
      this.#references.set(entry, known);
    }
    return known;
  }

  /** @returns the agency that a record belongs to, where it or its division names one */
  agencyOf({ record }: Entry): string | undefined {
    return (record as { readonly agency?: string }).agency;
  }

  /** @returns the id of the division in charge of a record */
  divisionOf({ record }: Entry): string | undefined {
    return this.inventory.divisionOf(record)?.id;
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
    const entries = records.map((record) => this.inventory.entryOf(record));
    return [...new Set(entries.map(({ section, id }) => `${section}/${id}`))].sort();
  }

  /** @returns a path through the network, hop by hop */
  path({ layer, route, before, after }: CrossingPath): FindingPath {
    return {
      ...(layer === undefined ? {} : { layer: { id: layer.id, name: layer.name } }),
      steps: route.map((step) => this.#step(step)),
      ...(before === undefined ? {} : { before: pathHop(this.inventory, before) }),
      ...(after === undefined ? {} : { after: pathHop(this.inventory, after) }),
    };
  }

  /** @returns what is said of a field where it is missing */
  factTexts(section: string, path: Path): FactTexts {
    const inSection = this.#facts.get(section) ?? new Map<string, FactTexts>();
    this.#facts.set(section, inSection);
    const field = fieldName(path);
    const known = inSection.get(field) ?? this.#factTextsOf(section, path);
    inSection.set(field, known);
    return known;
  }

  #factTextsOf(section: string, path: Path): FactTexts {
    const shape = shapeOf(this.#shape, section, path);
    const told = shape && textsOf(shape).about;
    const write = whatToWrite(shape, this.#policies);
    return {
      write,
      ...defined({
        name: told && titleOfField(told),
        about: write === undefined ? aboutField(path, shape, this.#words) : write.about,
        keys: shape && keysOf(shape, this.#policies),
        choices: shape && choicesOf(path, shape, this.#policies),
        own: shape && ownTypeOf(path, shape),
      }),
    };
  }
}

/** Stands for the node of a record that is told from the root of its file only. */
const borrowed = -1;

/** A path inside a record, with where it is written. */
interface Placed {
  readonly entry: Entry;
  readonly path: Path;
  readonly found: LocatedField;
}

/** What a field holds that a policy declares: its name says that it is none of the vocabulary. */
function ownTypeOf(path: Path, { types, format }: Shape): OwnFieldType | undefined {
  if (!path.some((step) => typeof step === 'string' && step.startsWith('x-'))) return undefined;
  if (format !== undefined) return 'date';
  const [type] = types;
  if (type === 'array') return 'list';
  return type === 'object' ? undefined : type;
}

/** The shape of what stands at a path of a record; of the inventory where the section is none of its. */
function shapeOf(inventory: Shape, section: string, path: Path): Shape | undefined {
  return shapeAt(recordShape(inventory, section) ?? inventory, path);
}

/** The subject of what is said of a record. */
export function subjectOf(name: string): Localized {
  return { ja: `「${name}」は`, en: `“${name}”` };
}
