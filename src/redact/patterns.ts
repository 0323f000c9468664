import type { Redacted } from './words.ts';

/** A part of a text, from one place up to another. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One of the forms that addresses have; texts are folded. */
interface Form {
  readonly redacted: Redacted;
  /** what is in every text that has one, and in few others: most texts are done with here */
  readonly hint: RegExp;
  readonly whole: RegExp;
}

const octet = '(?:25[0-5]|2[0-4]\\d|[01]?\\d?\\d)';
const beyondWord = '[^\\s「」『』【】（）()<>"\'“”‘’、。，]';

/** Names of hosts are told from names of files and fields by what they end in. */
const domains =
  'jp|com|net|org|edu|gov|info|biz|io|us|eu|asia|app|dev|cloud|site|online|tokyo|local|localdomain|internal|intra|intranet|lan|corp|home|arpa|example|test|invalid';

const forms: readonly Form[] = [
  form('address', /:\/\//, `[a-z][a-z0-9+.-]*://${beyondWord}+`),
  // shares, as Windows names them
  form('address', /\\\\/, `\\\\\\\\[a-z0-9._-]+(?:\\\\${beyondWord}+)?`),
  // MAC addresses
  form(
    'address',
    /[0-9a-f]{2}[:-][0-9a-f]{2}[:-]/,
    '(?<![0-9a-f])[0-9a-f]{2}(?:[:-][0-9a-f]{2}){5}(?![0-9a-f])',
  ),
  form('address', /\.[0-9a-f]{4}\./, '(?<![0-9a-f.])[0-9a-f]{4}\\.[0-9a-f]{4}\\.[0-9a-f]{4}(?![0-9a-f.])'),
  // IPv6: two colons in a row, or seven
  form(
    'address',
    /::|(?::[0-9a-f]{1,4}){7}/,
    '(?<![\\w:])(?=[0-9a-f:]{0,39}::|(?:[0-9a-f]{1,4}:){7})(?=:{0,2}[0-9a-f])[0-9a-f:]{3,39}(?:(?<=:\\d{1,3})(?:\\.\\d{1,3}){3})?(?:%[a-z0-9]+)?(?:/\\d{1,3})?(?![\\w:])',
  ),
  // IPv4, also with a range or a wildcard for its last part
  form(
    'address',
    /\d\.\d/,
    `(?<!\\d)(?<!\\d\\.)(?:${octet}\\.){3}(?:${octet}|[x*])(?:/\\d{1,2}(?!\\d)|-\\d{1,3}(?![\\d.]))?(?!\\d|\\.\\d)`,
  ),
  // names of hosts
  form(
    'address',
    new RegExp(`\\.(?:${domains})(?![a-z0-9-])`),
    `(?<![a-z0-9._@-])[a-z0-9][a-z0-9-]*(?:\\.[a-z0-9-]+)*\\.(?:${domains})(?![a-z0-9-]|\\.[a-z0-9])`,
  ),
  form(
    'address',
    /\.(?:jp|com)(?![a-z0-9-])/,
    `(?<=^|[\\s「『“"'(（:：、,])[\\p{L}\\p{N}][\\p{L}\\p{N}-]*(?:\\.[\\p{L}\\p{N}-]+)*\\.(?:jp|com)(?![a-z0-9-])`,
  ),
  form('contact', /@/, '[\\p{L}\\p{N}_.+-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*'),
  // telephone numbers of Japan, and extensions
  form(
    'contact',
    /(?:0|81)[- ]?\d{1,4}[-( )]/,
    '(?<![\\d.-])(?:\\+?81[- ]?|0)\\d{1,4}[-( )]{1,2}\\d{1,4}[-) ]{1,2}\\d{3,4}(?![\\d-])',
  ),
  form('contact', /0\d{9}/, '(?<![\\d.-])0\\d{9,10}(?![\\d-])'),
  form('contact', /内線|ext/, '(?:内線|extension|ext\\.)[: ]?\\d{2,6}'),
];

function form(redacted: Redacted, hint: RegExp, whole: string): Form {
  return { redacted, hint, whole: new RegExp(whole, 'gu') };
}

/** @returns what looks like an address or a way to reach somebody, none within another, in order */
export function addressesIn(folded: string): readonly (Span & { readonly redacted: Redacted })[] {
  const found = forms.flatMap(({ redacted, hint, whole }) =>
    hint.test(folded)
      ? [...folded.matchAll(whole)]
          .filter(([text]) => redacted !== 'contact' || isContact(text))
          .map(({ 0: text, index }) => ({ start: index, end: index + text.length, redacted }))
      : [],
  );
  if (found.length < 2) return found;
  const sorted = found.sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((one) => {
    const isWithin = one.end <= end;
    end = Math.max(end, one.end);
    return !isWithin;
  });
}

/** Telephone numbers have ten or eleven digits; days and numbers of documents have others. */
function isContact(text: string): boolean {
  if (!/^[+\d]/.test(text) || text.includes('@')) return true;
  const digits = text.replaceAll(/\D/g, '').replace(/^81/, '0').length;
  return digits === 10 || digits === 11;
}
