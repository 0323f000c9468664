import { Argument, Option } from 'commander';
import { type Localized, languages } from '../../base/localized.ts';
import { severities } from '../../policy/policy.ts';
import { includable } from '../../report/format.ts';

/** A value that a place of the command line takes, and what it means. */
export interface Offered {
  readonly value: string;
  readonly about?: Localized;
}

/** What a place of the command line takes, as far as it can be listed. */
export interface Offer {
  readonly values?: () => Promise<readonly Offered[]>;
  /** whether the path of a file may stand there */
  readonly files?: boolean;
  /** whether it takes `value=file`, too */
  readonly toFile?: boolean;
}

/** An option that knows what it takes. */
export class OfferingOption extends Option {
  readonly offer: Offer;

  constructor(flags: string, description: string, offer: Offer) {
    super(flags, description);
    this.offer = offer;
  }
}

/** An argument that knows what it takes. */
export class OfferingArgument extends Argument {
  readonly offer: Offer;

  constructor(name: string, description: string, offer: Offer) {
    super(name, description);
    this.offer = offer;
  }
}

/** One of some words. */
export function words(choices: readonly string[]): Offer {
  return { values: async () => choices.map((value) => ({ value })) };
}

/** What cannot be listed: a day, a number, a commit. */
export const anything: Offer = {};

export const files: Offer = { files: true };

/** A policy that comes built in, or the file of one. */
export const policies: Offer = {
  values: async () => (await import('../../policy/load.ts')).builtInPolicyIds.map((value) => ({ value })),
  files: true,
};

export const rules: Offer = {
  values: async () =>
    (await import('../../../rules/index.ts')).rules.map(({ id, title }) => ({ value: id, about: title })),
};

export const reportLanguages = words(languages);
export const failing = words([...severities, 'never']);
export const verdictsToInclude = words(includable);

/** The name of a format, and maybe a file that the report goes to. */
export function formatsOf(names: readonly string[]): Offer {
  return { ...words(names), toFile: true };
}
