import type { Language } from '../localized.ts';
import { en } from './html/en.ts';
import { ja } from './html/ja.ts';

export * from './html/sections.ts';

/** What the audit report says, in one language. */
export type HtmlText = typeof ja;

/** The texts of the audit report in every language. */
export const htmlTexts: Readonly<Record<Language, HtmlText>> = { ja, en };
