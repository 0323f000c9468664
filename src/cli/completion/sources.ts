import { Argument, Option } from 'commander';
import { type Localized, languages } from '../../base/localized.ts';
import { severities } from '../../policy/policy.ts';
import { includable } from '../../report/format.ts';

/** A possible value of an option or argument, and its description. */
export interface Completion {
  readonly value: string;
  readonly about?: Localized;
}

/** The possible values of an option or argument, as far as they can be listed. */
export interface CompletionSource {
  /**
   * @param directory the working directory
   * @param written what is typed of it so far
   */
  readonly values?: (directory: string, written: string) => Promise<readonly Completion[]>;
  /** whether the value may be a path */
  readonly files?: boolean;
  /** whether the value may be `value=file` */
  readonly toFile?: boolean;
}

/** An option that knows its possible values. */
export class CompletedOption extends Option {
  readonly source: CompletionSource;

  constructor(flags: string, description: string, source: CompletionSource) {
    super(flags, description);
    this.source = source;
  }
}

/** An argument that knows its possible values. */
export class CompletedArgument extends Argument {
  readonly source: CompletionSource;

  constructor(name: string, description: string, source: CompletionSource) {
    super(name, description);
    this.source = source;
  }
}

/** One of a fixed list of words. */
export function words(choices: readonly string[]): CompletionSource {
  return { values: async () => choices.map((value) => ({ value })) };
}

/** A value that cannot be listed: a day, a number, a commit. */
export const anything: CompletionSource = {};

export const files: CompletionSource = { files: true };

/** The id of a built-in policy, or the path of a policy file. */
export const policies: CompletionSource = {
  values: async () => (await import('../../policy/load.ts')).builtInPolicyIds.map((value) => ({ value })),
  files: true,
};

/** The id of a built-in rule, or of one that a policy of the configuration writes itself. */
export const rules: CompletionSource = {
  values: async (directory) => {
    const builtIn = (await import('../../../rules/index.ts')).rules;
    const own = await (await import('./own-rules.ts')).ownRules(directory, builtIn);
    return [...builtIn, ...own].map(({ id, title }) => ({ value: id, about: title }));
  },
};

/** What may judge changes by itself. */
export const services: CompletionSource = {
  values: async () => {
    const { pipelines } = await import('../../starter/pipelines.ts');
    return [...pipelines, 'none'].map((value) => ({ value }));
  },
};

/** A rule, a section of the inventory or, below one, a field. */
export const topics: CompletionSource = {
  values: async (directory, written) => [
    ...(await sectionsAndFields(written)),
    ...((await rules.values?.(directory, written)) ?? []),
  ],
};

/** A section, by which rules are looked for. */
export const searchWords: CompletionSource = { values: () => sectionsAndFields('') };

/** A section, or what else a schema is published of; none where the program lies apart from its schemas. */
export const schemas: CompletionSource = {
  values: async () => {
    const { schemaNames } = await import('../published-schemas.ts');
    const sections = new Map((await sectionsAndFields('')).map((one) => [one.value, one]));
    return (await schemaNames().catch(() => [])).map((value) => sections.get(value) ?? { value });
  },
};

/** The sections and, where one is typed already, its fields. */
async function sectionsAndFields(written: string): Promise<Completion[]> {
  const { completionsBelow } = await import('../../lookup/sections.ts');
  return completionsBelow(written);
}

export const reportLanguages = words(languages);
export const failing = words([...severities, 'never']);
export const verdictsToInclude = words(includable);

/** The name of a format, optionally with a file for the report. */
export function formatsOf(names: readonly string[]): CompletionSource {
  return { ...words(names), toFile: true };
}
