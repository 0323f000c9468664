import { type Language, languages } from '../base/localized.ts';
import type { Io } from './io.ts';

/** The language if nobody sets one: Japanese, unless the locale is English (POSIX: LC_ALL, LC_MESSAGES, LANG). */
export function localeLanguage({ environment }: Pick<Io, 'environment'>): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^en\b|^en_/i.test(locale) ? 'en' : 'ja';
}

/** The language of messages before the configuration is read: that of the command line, else of the locale. */
export function commandLanguage({ lang }: { readonly lang?: string }, io: Io): Language {
  return languages.find((language) => language === lang) ?? localeLanguage(io);
}
