import type { Day } from '../../base/date.ts';
import { sha256 } from '../../base/digest.ts';
import type { Language } from '../../base/localized.ts';
import type { DueItem, Result } from '../../result/result.ts';
import { shownLocation } from '../findings/labelled.ts';
import type { DueContent, Reporter } from '../format.ts';
import { handlingLines } from '../paper/handling.ts';
import { inLog } from '../paper/log-line.ts';
import { oneLine } from '../paper/one-line.ts';
import { accountOf, isOverdue, namesOf, nothingDue, noticesOf, notKnown, wordDate } from './account.ts';
import { dueTexts } from './words.ts';

/**
 * What falls due as a calendar (iCalendar, RFC 5545): a whole day each. The same inventory judged by the same day gives the same
 * bytes, and what falls due keeps its UID as its date moves, so that calendars change an entry rather than add one.
 */
export const dueCalendar: Reporter<DueContent> = (content, { language }) => {
  const { result, within } = content;
  const words = dueTexts[language];
  const account = accountOf(content);
  const about = [
    ...handlingLines(result.cover, language),
    words.period(result.asOf, account.until, within),
    ...(account.items.length === 0 ? [nothingDue(result, account, language)] : []),
    ...noticesOf(result).map(({ message }) => message[language]),
    ...notKnown(result, account, language),
  ];
  const uids = new Uids(result);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//sekisho//sekisho due//${language.toUpperCase()}`,
    'CALSCALE:GREGORIAN',
    ...text('X-WR-CALNAME', oneLine(words.title(result.body.name))),
    ...text('X-WR-CALDESC', about.map(oneLine).join('\n')),
    ...timeZone,
    ...account.items.flatMap((item) => event(item, uids.of(item), result, language)),
    'END:VCALENDAR',
  ];
  return lines.flatMap(folded).join('\r\n').concat('\r\n');
};

/** A calendar must have a component, also where nothing falls due; its days are days in Japan. */
const timeZone = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Tokyo',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
];

function event(item: DueItem, uid: string, result: Result, language: Language): string[] {
  const words = dueTexts[language];
  const division = namesOf(result).division(item);
  const about = [
    item.what[language],
    ...(item.dateAsWritten === undefined ? [] : [`${words.columns.date}: ${wordDate(item, language)}`]),
    ...(division === undefined ? [] : [`${words.inCharge}: ${division}`]),
    `${words.place}: ${shownLocation(item.location)}`,
  ];
  const categories = [words.kind[item.kind], ...(division === undefined ? [] : [division])];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    // The day judged by, not the clock, which would change the bytes from run to run.
    `DTSTAMP:${basic(result.asOf)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(item.date)}`,
    ...text('SUMMARY', words.summary(item.kind, oneLine(item.record.name), isOverdue(item, result))),
    ...text('DESCRIPTION', about.map(oneLine).join('\n')),
    `CATEGORIES:${categories.map((one) => escaped(oneLine(one))).join(',')}`,
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** Tells every entry from all others, of other bodies, too, and says nothing of what it is about. */
class Uids {
  readonly #body: string;
  readonly #given = new Map<string, number>();

  constructor({ body: { code, name } }: Result) {
    this.#body = code ?? name ?? '';
  }

  of({ kind, record, key }: DueItem): string {
    const digest = sha256([this.#body, kind, record.kind, record.id, key].join('\n')).slice(0, 32);
    const before = this.#given.get(digest) ?? 0;
    this.#given.set(digest, before + 1);
    return before === 0 ? `${digest}@sekisho` : `${digest}-${before + 1}@sekisho`;
  }
}

function basic(day: Day): string {
  return day.replaceAll('-', '');
}

function text(name: string, value: string): string[] {
  return [`${name}:${escaped(value)}`];
}

/** RFC 5545, 3.3.11. A calendar that is printed in the log of a pipeline gives it no commands. */
function escaped(value: string): string {
  return inLog(value)
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** How many octets a line may have, its end left out (RFC 5545, 3.1). */
const mostOctets = 75;

/** A line in as many as it needs, each after the first behind a blank, none of them cut within a character. */
function folded(line: string): string[] {
  const lines: string[] = [];
  let current = '';
  let octets = 0;
  for (const character of line) {
    const wide = Buffer.byteLength(character);
    if (octets + wide > mostOctets) {
      const carried = carriedBefore(character, current);
      lines.push(current.slice(0, current.length - carried.length));
      current = ` ${carried}`;
      octets = Buffer.byteLength(current);
    }
    current += character;
    octets += wide;
  }
  return [...lines, current];
}

/**
 * What goes along with a character that may not begin the next line: with what chooses a variant of the character before it, that
 * character; with a colon, where `::` would begin a command in the log of a pipeline, the colons before it and the character
 * before these.
 */
function carriedBefore(character: string, line: string): string {
  const before = variant.test(character) ? /.$/u : character === ':' ? /[^:\s]:*$/u : undefined;
  const found = before?.exec(line)?.[0] ?? '';
  return found.length < line.length ? found : '';
}

/** Alone it is not seen, and a reader that does not join the lines sees another character. */
const variant = /^\p{Variation_Selector}$/u;
