import type { Language } from '../../base/localized.ts';
import { type Notice, noticeLevels } from '../../result/result.ts';
import type { Sheet } from './sheet.ts';

const signs = { warning: '⚠', note: 'ℹ' } as const;

/** Prints the notices of a result before everything else. */
export function tellNotices(sheet: Sheet, notices: readonly Notice[], language: Language): void {
  for (const { code, message } of notices) {
    const level = noticeLevels[code];
    const { yellow, cyan } = sheet.chalk;
    sheet.paragraph(`${signs[level]} `, message[language], level === 'warning' ? yellow.bold : cyan);
  }
  if (notices.length > 0) sheet.line();
}
