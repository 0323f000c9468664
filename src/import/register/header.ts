import type { Language } from '../../base/localized.ts';
import type { RecordSection } from './fields.ts';

/** The comment at the head of a file that an import of registers begins. It bears no date: the same register gives the same bytes. */
export function sectionHeader(section: RecordSection, language: Language): string {
  return {
    ja: [
      `sekisho import register が台帳（Excel等）から作成した ${section} です。`,
      '書き足した項目やコメントは、取り込み直しても残ります。台帳で変えた欄だけが変わります。',
    ],
    en: [
      `${section}, made from a register by sekisho import register.`,
      'Fields and comments that are added here stay when it is imported again; only what changes in the register changes.',
    ],
  }[language].join('\n');
}
