/** The languages that sekisho speaks. Japanese comes first: its readers do. */
export const languages = ['ja', 'en'] as const;

export type Language = (typeof languages)[number];

/** One text in every language. */
export type Localized = Readonly<Record<Language, string>>;
