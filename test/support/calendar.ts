/** An entry of a calendar: its properties by name, unescaped. */
export type CalendarEvent = Readonly<Record<string, string>>;

/** A calendar as another program reads it. */
export interface Calendar {
  readonly properties: CalendarEvent;
  readonly events: readonly CalendarEvent[];
}

/**
 * Reads a calendar by RFC 5545, on its own and strictly: lines end with CRLF and have 75 octets at most, each cut is between
 * characters, components are closed in turn, and what has to be there is there once.
 *
 * @throws Error where it is none
 */
export function readCalendar(text: string): Calendar {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end');
  if (/(?<!\r)\n|\r(?!\n)/.test(text)) throw new Error('a line does not end with CRLF');
  const physical = Buffer.from(text).toString('latin1').slice(0, -2).split('\r\n');
  for (const line of physical) {
    if (line.length === 0 || line.length > 75) throw new Error(`a line has ${line.length} octets`);
    // Each line must be UTF-8 by itself: some programs decode before they unfold.
    new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'));
  }
  const lines = text.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const open: { name: string; properties: Record<string, string> }[] = [];
  const events: CalendarEvent[] = [];
  let calendar: CalendarEvent | undefined;
  let components = 0;
  for (const line of lines) {
    const [, name = '', parameters = '', value = ''] =
      /^([A-Z-]+)((?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line) ?? [];
    if (name === '') throw new Error(`no property: ${line}`);
    if (name === 'BEGIN') {
      open.push({ name: value, properties: {} });
      continue;
    }
    const current = open.at(-1);
    if (current === undefined) throw new Error(`outside of everything: ${line}`);
    if (name !== 'END') {
      const key = name + parameters;
      if (key in current.properties) throw new Error(`twice: ${key}`);
      current.properties[key] = unescaped(value, name === 'CATEGORIES');
      continue;
    }
    if (current.name !== value) throw new Error(`${value} ends within ${current.name}`);
    open.pop();
    if (value === 'VCALENDAR') calendar = current.properties;
    if (value === 'VEVENT') events.push(current.properties);
    if (open.length === 1) components++;
  }
  if (calendar === undefined || open.length > 0) throw new Error('the calendar is not closed');
  if (components === 0) throw new Error('a calendar has a component');
  if (calendar['VERSION'] !== '2.0' || !calendar['PRODID']) throw new Error('no VERSION or no PRODID');
  for (const event of events) checkEvent(event);
  if (new Set(events.map(({ UID }) => UID)).size < events.length) throw new Error('two entries have one UID');
  return { properties: calendar, events };
}

function checkEvent(event: CalendarEvent): void {
  if (!event['UID']) throw new Error('an entry has no UID');
  if (!/^\d{8}T\d{6}Z$/.test(event['DTSTAMP'] ?? '')) throw new Error('DTSTAMP is no time in UTC');
  if (!/^\d{8}$/.test(event['DTSTART;VALUE=DATE'] ?? '')) throw new Error('DTSTART is no day');
}

function unescaped(value: string, isList: boolean): string {
  if (/(?<!\\)(?:\\\\)*\\[^\\;,nN]/.test(value)) throw new Error(`a wrong escape: ${value}`);
  if (!isList && /(?<!\\)(?:\\\\)*[;,]/.test(value)) throw new Error(`a bare comma or semicolon: ${value}`);
  return value.replaceAll(/\\([\\;,nN])/g, (_, character: string) =>
    character.toLowerCase() === 'n' ? '\n' : character,
  );
}
