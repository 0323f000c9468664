import type { Localized } from '../base/localized.ts';

/** The run cannot be done as asked; the texts say why and what to do. */
export class UsageError extends Error {
  readonly texts: readonly Localized[];

  constructor(...texts: readonly Localized[]) {
    super(texts.map(({ en }) => en).join('\n'));
    this.texts = texts;
  }
}
