import { isInterval } from '../../base/date.ts';
import { defined } from '../../base/defined.ts';
import { isMapping, type Mapping } from '../../base/mapping.ts';
import { inBoth, type WrittenText } from '../written-text.ts';
import { isInventory } from './fields.ts';
import type {
  Existence,
  FieldType,
  OwnField,
  OwnFields,
  OwnParameter,
  OwnRule,
  WrittenExamples,
} from './rule.ts';

/** A rule as a file writes it. */
export interface WrittenRule {
  readonly id: string;
  readonly title: WrittenText;
  readonly rationale?: WrittenText;
  readonly remedy?: WrittenText;
  readonly message?: WrittenText;
  readonly appliesTo?: string | readonly string[];
  readonly when?: Mapping;
  readonly require?: Mapping;
  readonly exists?: Omit<Existence, 'what'> & { readonly what?: WrittenText };
  readonly parameters?: Readonly<Record<string, WrittenParameter>>;
  readonly examples: WrittenExamples;
}

/** A parameter as a file writes it: its value alone, or with what it is. */
export type WrittenParameter =
  | string
  | number
  | null
  | {
      readonly kind?: 'interval' | 'level';
      readonly default?: string | number | null;
      readonly stricter?: 'larger';
      readonly about?: WrittenText;
    };

/** A `x-` field as a file declares it: its type, the words to choose from, or either with what to write. */
export type WrittenField =
  | FieldType
  | readonly string[]
  | { readonly type: FieldType; readonly choices?: readonly string[]; readonly about?: WrittenText };

export type WrittenFields = Readonly<Record<string, Readonly<Record<string, WrittenField>>>>;

/**
 * @param writeYaml writes a value as YAML
 * @returns a rule as the policy has it, of a valid one
 */
export function ownRuleOf(written: WrittenRule, writeYaml: (value: unknown) => string): OwnRule {
  const title = inBoth(written.title);
  const { when, require, examples } = written;
  const exists = written.exists && existenceOf(written.exists);
  const sections = sectionsOf(written);
  return {
    id: written.id,
    title,
    rationale: written.rationale === undefined ? asked : inBoth(written.rationale),
    remedy: written.remedy === undefined ? remedyFor(title) : inBoth(written.remedy),
    message: written.message === undefined ? notMet(title) : inBoth(written.message),
    appliesTo: sections,
    ...defined({ when, require, exists }),
    parameters: parametersOf(written),
    examples,
    example: shownExample(examples, sections[0] ?? '', writeYaml),
  };
}

function existenceOf({ what, ...existence }: NonNullable<WrittenRule['exists']>): Existence {
  return { ...existence, ...(what !== undefined && { what: inBoth(what) }) };
}

function shownExample(
  { pass }: WrittenExamples,
  section: string,
  writeYaml: (value: unknown) => string,
): string {
  const [first] = [pass].flat();
  if (typeof first === 'string') return first;
  const list = section === 'organization' ? first : [first];
  return writeYaml(isInventory(first) ? first : { [section]: list });
}

const asked = {
  ja: '団体のポリシーの条項が求めています。',
  en: 'A clause of the body’s own policy asks for it.',
};

function remedyFor({ ja, en, only }: OwnRule['title']): OwnRule['remedy'] {
  return {
    ja: `「${ja}」を満たすようにし、その結果を台帳に書いてください。`,
    en: `See to it that “${en}” holds, and write that in the inventory.`,
    ...defined({ only }),
  };
}

function notMet({ ja, en }: OwnRule['title']): OwnRule['message'] {
  return { ja: `「${ja}」を満たしていません`, en: `does not meet “${en}”` };
}

/** @returns the sections whose records a rule judges */
export function sectionsOf({ appliesTo, exists }: Partial<WrittenRule>): string[] {
  return exists === undefined ? [appliesTo ?? []].flat() : ['organization'];
}

/** @returns the parameters of a rule; what is written as a length of time is one */
export function parametersOf({ parameters = {} }: Partial<WrittenRule>): Record<string, OwnParameter> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, written]): [string, OwnParameter] => {
      const {
        kind,
        default: value = null,
        about,
        stricter,
      } = isMapping(written) ? (written as Extract<WrittenParameter, object>) : { default: written };
      const known = kind ?? (typeof value === 'string' && isInterval(value) ? 'interval' : undefined);
      return [
        name,
        {
          default: value,
          about: about === undefined ? { ja: name, en: name } : inBoth(about),
          ...defined({ kind: known, stricter }),
        },
      ];
    }),
  );
}

/** @returns the declared fields as the policy has them */
export function ownFieldsOf(written: WrittenFields = {}): OwnFields {
  return Object.fromEntries(
    Object.entries(written).map(([section, fields]) => [
      section,
      Object.fromEntries(Object.entries(fields).map(([path, field]) => [path, fieldOf(field)])),
    ]),
  );
}

function fieldOf(written: WrittenField): OwnField {
  if (typeof written === 'string') return { type: written };
  if (isChoices(written)) return { type: 'string', choices: written };
  const { type, choices, about } = written;
  return { type, ...defined({ choices, about: about === undefined ? undefined : inBoth(about) }) };
}

function isChoices(written: WrittenField): written is readonly string[] {
  return Array.isArray(written);
}
