import type { Language } from '../../../../base/localized.ts';
import { en } from './en.ts';
import { ja } from './ja.ts';

export * from './sections.ts';

/** What the audit report says, in one language. */
export type HtmlText = typeof ja;

/** The texts of the audit report in every language. */
export const htmlTexts: Readonly<Record<Language, HtmlText>> = { ja, en };
