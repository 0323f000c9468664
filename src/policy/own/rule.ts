import type { Localized } from '../../base/localized.ts';
import type { Mapping } from '../../base/mapping.ts';
import type { Setting } from '../../base/setting.ts';

/** A condition on a record, as a file writes it: paths with tests, and `all`, `any`, `not` of other conditions. */
export type WrittenPredicate = Mapping;

/** A rule that a body writes as data, in its policy file or a file that it names. */
export interface OwnRule {
  /** `own/takeout-encrypted` */
  readonly id: string;
  /** the good condition, as a sentence */
  readonly title: Localized;
  readonly rationale: Localized;
  readonly remedy: Localized;
  /** what a finding says of its record: continues a sentence that begins with the record's name */
  readonly message: Localized;
  /** the sections whose records it judges; `organization` for the body as a whole */
  readonly appliesTo: readonly string[];
  /** of which records it asks anything */
  readonly when?: WrittenPredicate;
  /** what it asks of a record; absent where it asks for a record of the body */
  readonly require?: WrittenPredicate;
  /** the record that the body must have */
  readonly exists?: Existence;
  readonly parameters: Readonly<Record<string, OwnParameter>>;
  readonly examples: WrittenExamples;
  /** the first example that meets it, as YAML */
  readonly example: string;
}

/** A record that the body must have one of. */
export interface Existence {
  readonly section: string;
  /** what it is called, as a noun: 外部委託の規程; by the title of the rule where left out */
  readonly what?: Localized;
  readonly where?: WrittenPredicate;
  /** how long ago the latest day of something done that the record states may be */
  readonly within?: string;
}

/** A number or interval of a rule that policies and the configuration may set. */
export interface OwnParameter {
  readonly kind?: 'interval' | 'level';
  readonly default: Setting;
  readonly stricter?: 'larger';
  readonly about: Localized;
}

/** The verdicts that examples are given for. */
export const exampleVerdicts = ['pass', 'fail', 'unknown', 'not-applicable'] as const;

export type ExampleVerdict = (typeof exampleVerdicts)[number];

/**
 * Examples by the verdict that they give. Each is an inventory, as YAML in a text or as a mapping of sections, or the one
 * record that the rule judges; or a list of such.
 */
export type WrittenExamples = Readonly<Partial<Record<ExampleVerdict, unknown>>>;

/** What a `x-` field may hold, as a file declares it. */
export const fieldTypes: readonly string[] = ['boolean', 'string', 'integer', 'number', 'date', 'list'];

export type FieldType = 'boolean' | 'string' | 'integer' | 'number' | 'date' | 'list';

/** A `x-` field that rules may read. */
export interface OwnField {
  readonly type: FieldType;
  /** the words to choose from, of a text or a list */
  readonly choices?: readonly string[];
  /** what to write in it */
  readonly about?: Localized;
}

/** The `x-` fields that rules may read, by section and path. */
export type OwnFields = Readonly<Record<string, Readonly<Record<string, OwnField>>>>;

/** The name of a parameter that stands in place of a value: `$maxAge`. */
export function parameterNamed(value: unknown): string | undefined {
  return typeof value === 'string' && /^\$[A-Za-z][A-Za-z0-9]*$/.test(value) ? value.slice(1) : undefined;
}
