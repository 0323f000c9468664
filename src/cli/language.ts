import { type Language, languages } from '../base/localized.ts';
import type { Io } from './io.ts';

/** The language where nobody names one: Japanese, unless the locale is English (POSIX: LC_ALL, LC_MESSAGES, LANG). */
export function localeLanguage({ environment }: Io): Language {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^en\b|^en_/i.test(locale) ? 'en' : 'ja';
}

/** The language of what is said before the configuration is read: as the command line has it, else the locale's. */
export function commandLanguage({ lang }: { readonly lang?: string }, io: Io): Language {
  return languages.find((language) => language === lang) ?? localeLanguage(io);
}
