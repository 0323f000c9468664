import type { Language } from '../base/localized.ts';

/** What a placeholder stands for. */
export type Redacted = 'address' | 'contact' | 'person' | 'product' | 'version';

/** What stands in place of what is left out; one number is always the same address, person or product. */
export const placeholders: Readonly<Record<Language, (redacted: Redacted, number: number) => string>> = {
  ja: (redacted, number) => `［${ja[redacted]}${number}］`,
  en: (redacted, number) => `[${en[redacted]} ${number}]`,
};

const ja: Readonly<Record<Redacted, string>> = {
  address: 'アドレス',
  contact: '連絡先',
  person: '氏名等',
  product: '製品',
  version: '版',
};

const en: Readonly<Record<Redacted, string>> = {
  address: 'address',
  contact: 'contact',
  person: 'name',
  product: 'product',
  version: 'version',
};
