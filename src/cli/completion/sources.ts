import { Argument, Option } from 'commander';
import { type Localized, languages } from '../../base/localized.ts';
import { severities } from '../../policy/policy.ts';
import { includable } from '../../report/format.ts';

/** A value that a place of the command line takes, and what it means. */
export interface Completion {
  readonly value: string;
  readonly about?: Localized;
}

/** What a place of the command line takes, as far as it can be listed. */
export interface CompletionSource {
  readonly values?: () => Promise<readonly Completion[]>;
  /** whether the path of a file may stand there */
  readonly files?: boolean;
  /** whether it takes `value=file`, too */
  readonly toFile?: boolean;
}

/** An option that knows what it takes. */
export class CompletedOption extends Option {
  readonly source: CompletionSource;

  constructor(flags: string, description: string, source: CompletionSource) {
    super(flags, description);
    this.source = source;
  }
}

/** An argument that knows what it takes. */
export class CompletedArgument extends Argument {
  readonly source: CompletionSource;

  constructor(name: string, description: string, source: CompletionSource) {
    super(name, description);
    this.source = source;
  }
}

/** One of some words. */
export function words(choices: readonly string[]): CompletionSource {
  return { values: async () => choices.map((value) => ({ value })) };
}

/** What cannot be listed: a day, a number, a commit. */
export const anything: CompletionSource = {};

export const files: CompletionSource = { files: true };

/** A policy that comes built in, or the file of one. */
export const policies: CompletionSource = {
  values: async () => (await import('../../policy/load.ts')).builtInPolicyIds.map((value) => ({ value })),
  files: true,
};

export const rules: CompletionSource = {
  values: async () =>
    (await import('../../../rules/index.ts')).rules.map(({ id, title }) => ({ value: id, about: title })),
};

export const reportLanguages = words(languages);
export const failing = words([...severities, 'never']);
export const verdictsToInclude = words(includable);

/** The name of a format, and maybe a file that the report goes to. */
export function formatsOf(names: readonly string[]): CompletionSource {
  return { ...words(names), toFile: true };
}
