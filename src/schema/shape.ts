import type { Confidential } from '../base/confidential.ts';
import type { Localized } from '../base/localized.ts';

/**
 * What a JSON Schema says about one path, as far as messages, dates and references need it. Derived from `vocabulary/` at
 * build time (scripts/generate/shapes.ts); the schemas remain the one source.
 */
export interface Shape {
  /** what it is called in Japanese; in English it is called by its key */
  readonly title?: string;
  /** what else offices call it */
  readonly alsoCalled?: readonly string[];
  /** what `textsOf` tells of it; of what a schema says, the line of `generated/field-texts.ts` */
  readonly texts?: FieldTexts | number;
  /** JSON types that may stand here, `null` left out: an empty key is a missing one */
  readonly types: readonly JsonType[];
  readonly enum?: readonly string[];
  /** what each value of `enum` means, where the schema says so */
  readonly choices?: Readonly<Record<string, Choice>>;
  /** the open list that the words of `enum` are: a policy may add words of its own to it */
  readonly vocabulary?: string;
  /** `date`: ISO or Japanese era; `date-or-no`: the same, or `false` */
  readonly format?: 'date' | 'date-or-no';
  /** a date that must be a day: a month or a fiscal year does not suffice */
  readonly wholeDay?: true;
  /** what may be written in place of a date */
  readonly words?: readonly string[];
  /** a date of something done, which must not be later than the day judged by */
  readonly past?: true;
  /** a date on which something was done, which may be announced ahead unless it is `past` */
  readonly done?: true;
  /** a future date means that it has not happened yet, which is read as `false` */
  readonly notYet?: true;
  /** of a date: what ends on that day */
  readonly fallsDue?: 'approval' | 'contract' | 'correction' | 'support';
  /** it is the path of a field of the record that it stands in: `storage.locked` */
  readonly namesField?: true;
  /** what people note for themselves, which no rule may read */
  readonly notForRules?: true;
  /** what of it a redacted report leaves out */
  readonly confidential?: Confidential;
  /** the sections a reference may lead to; `*` is any of them */
  readonly refersTo?: readonly string[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
}

/** What people are told of a field. */
export interface FieldTexts {
  /** what to write here */
  readonly about?: Localized;
  /** what somebody may write here */
  readonly example?: string;
}

/** One of the values that a field may have. */
export interface Choice extends Localized {
  /** what may be written for it in Japanese, its name first; taken exactly as it stands, never guessed */
  readonly words: readonly string[];
}

export type JsonType = 'string' | 'boolean' | 'integer' | 'number' | 'object' | 'array';

/** @returns the shape at a path below `shape`; `undefined` where the schema has no such path */
export function shapeAt(shape: Shape, path: readonly (string | number)[]): Shape | undefined {
  let at: Shape | undefined = shape;
  for (const step of path) at = typeof step === 'number' ? at?.items : propertyOf(at, step);
  return at;
}

/** @returns the shape of the records of a section of the inventory; `undefined` where there is no such section */
export function recordShape(inventory: Shape, section: string): Shape | undefined {
  const property = propertyOf(inventory, section);
  return property?.items ?? property;
}

/** What every object has, such as `constructor`, is no property of a schema. */
function propertyOf(shape: Shape | undefined, name: string): Shape | undefined {
  const { properties } = shape ?? {};
  return properties !== undefined && Object.hasOwn(properties, name) ? properties[name] : undefined;
}
