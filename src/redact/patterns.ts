import type { Redacted } from './words.ts';

/** A part of a text, from one place up to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What looks like an address or a way to reach somebody, wherever it is written; texts are folded. */
const octet = '(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)';
const beyondWord = '[^\\s「」『』【】（）()<>"\'“”‘’、。，]';

/** Names of hosts are told from names of files and fields by what they end in. */
const domains =
  'jp|com|net|org|edu|gov|info|biz|io|us|eu|asia|app|dev|cloud|site|online|tokyo|local|localdomain|internal|intra|intranet|lan|corp|home|arpa|example|test|invalid';

const address = [
  // with a scheme, or as Windows names shares
  `[a-z][a-z0-9+.-]*://${beyondWord}+`,
  `\\\\\\\\[a-z0-9._-]+(?:\\\\${beyondWord}+)?`,
  // MAC addresses
  '(?<![0-9a-f])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![0-9a-f])',
  '(?<![0-9a-f.])[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}(?![0-9a-f.])',
  // IPv6: two colons in a row, or seven
  '(?<![\\w:])(?=[0-9a-f:]{0,39}::|(?:[0-9a-f]{1,4}:){7})(?=:{0,2}[0-9a-f])[0-9a-f:]{3,39}(?:(?<=:\\d{1,3})(?:\\.\\d{1,3}){3})?(?:%[a-z0-9]+)?(?:/\\d{1,3})?(?![\\w:])',
  // IPv4, also the last part as a range or a wildcard
  `(?<!\\d)(?<!\\d\\.)(?:${octet}\\.){3}(?:${octet}|[x*])(?:/\\d{1,2}(?!\\d)|-\\d{1,3}(?![\\d.]))?(?!\\d|\\.\\d)`,
  // names of hosts
  `(?<![a-z0-9._@-])[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.(?:${domains})(?![a-z0-9-]|\\.[a-z0-9])`,
  `(?<=^|[\\s「『“"'(（:：、,])[\\p{L}\\p{N}][\\p{L}\\p{N}-]*(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:jp|com)(?![a-z0-9-])`,
];

const contact = [
  // mail
  '[\\p{L}\\p{N}_.+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*',
  // telephone numbers of Japan, and extensions
  '(?<![\\d.-])(?:\\+?81[- ]?|0)\\d{1,4}[-( )]{1,2}\\d{1,4}[-) ]{1,2}\\d{3,4}(?![\\d-])',
  '(?<![\\d.-])0\\d{9,10}(?![\\d-])',
  '(?:内線|extension|ext\\.)[: ]?\\d{2,6}',
];

const anything = new RegExp(`(?<contact>${contact.join('|')})|(?<address>${address.join('|')})`, 'gu');

/** What everything that is looked for has in it: most texts are done with here. */
const hint = /\d[-.:() \d]|@|:\/\/|::|\\\\|\.[a-z]|内線/u;

/** @returns what looks like an address or a way to reach somebody */
export function addressesIn(folded: string): readonly (Span & { readonly redacted: Redacted })[] {
  if (!hint.test(folded)) return [];
  return [...folded.matchAll(anything)].flatMap(({ 0: found, index, groups }) => {
    const isContact = groups?.['contact'] !== undefined;
    if (isContact && !found.includes('@') && !isTelephone(found)) return [];
    return { start: index, end: index + found.length, redacted: isContact ? 'contact' : 'address' };
  });
}

/** Ten or eleven digits; days and numbers of documents have others. */
function isTelephone(text: string): boolean {
  if (!/^[+0]/.test(text)) return !/^\d/.test(text);
  const digits = text.replaceAll(/\D/g, '').replace(/^81/, '0').length;
  return digits === 10 || digits === 11;
}
