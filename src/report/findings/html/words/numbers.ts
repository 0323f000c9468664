/** A number as both languages write it. */
export function amount(count: number): string {
  return count.toLocaleString('en-US');
}

/** A number of things in English. */
export function things(count: number, noun: string): string {
  return `${amount(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** A day as official documents write it; in Japanese by the era. */
export function longDay(locale: string, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00Z`),
  );
}
