/** The languages that sekisho speaks. Japanese comes first: its readers do. */
export const languages = ['ja', 'en'] as const;

export type Language = (typeof languages)[number];

/** One text in every language. */
export type Localized = Readonly<Record<Language, string>> & {
  /** the language that it was written in, where that is one alone: the others repeat it */
  readonly only?: Language;
};

/** Sets Latin letters and digits apart from the Japanese around them: `true か false` → ` true か false `. */
export function setApart(words: string): string {
  return words.replace(/^(?=[!-~])/, ' ').replace(/(?<=[!-~])$/, ' ');
}

/** @returns whole sentences, and more behind them */
export function followedBy({ ja, en }: Localized, more: Localized): Localized {
  return { ja: ja + more.ja, en: `${en} ${more.en}` };
}
