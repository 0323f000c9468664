import type { Day } from '../../../base/date.ts';
import { accepts } from '../accepts.ts';
import { type CellText, cellText } from '../cell-text.ts';
import { question, type Reading, type StatedValue, underHeader } from '../reading.ts';
import type { Field } from '../target.ts';
import { boundsOf, dateOf, whyNoDate } from './date.ts';

/**
 * Reads two dates in one cell: 「R8.4.1～R9.3.31」, 「令和8年4月1日から令和9年3月31日まで」, 「R8年度」. One that is open at one
 * end states the other.
 */
export function readPeriod(cell: CellText, starts: Field, ends: Field): Reading {
  const { dates, remark } =
    /^(?<dates>.*?) ?(?<remark>\((?:\d{1,2} ?(?:年|[かヶカヵ箇]?月|日)間?|[かヶカヵ箇]年|長期継続契約|複数年契約)\))?$/u.exec(
      withoutWords(cell.folded),
    )?.groups ?? {};
  const reading = readDates(cell, dates ?? '', starts, ends);
  if (reading.kind !== 'value' || remark === undefined) return reading;
  return { kind: 'value', values: [...reading.values, { path: underHeader, value: cell.text }] };
}

function readDates(cell: CellText, text: string, starts: Field, ends: Field): Reading {
  const fiscalYear = boundsOf(dateOf(cellText(text))?.written ?? '');
  if (fiscalYear?.inDays === true && fiscalYear.first !== fiscalYear.last)
    return stated(starts, fiscalYear.first, ends, fiscalYear.last);
  const parts = between.exec(text)?.groups ?? /^(?<until>.+)まで$/u.exec(text)?.groups;
  const [begins, until] = [parts?.['from']?.trim() ?? '', parts?.['until']?.trim() ?? ''];
  const from =
    /年度$/u.test(until) && /^(?:令和|平成|[RH])(?:\d{1,2}|元)$/iu.test(begins) ? `${begins}年度` : begins;
  if (from === '' && until === '') return question(periodOrDate(cell));
  return readEnds(cell, { from, to: completed(from, until) }, starts, ends);
}

/** A hyphen stands between two dates where it has blanks beside it, or dots and signs in the dates. */
const between = /^(?<from>[^~]*?)(?:から|より|~| - |-(?=[RHS\d令平][^-]*[年./]))(?<until>[^~]*?)(?:まで)?$/iu;

function readEnds(
  cell: CellText,
  { from, to }: { readonly from: string; readonly to: string },
  starts: Field,
  ends: Field,
): Reading {
  const first = from === '' ? undefined : dateOf(cellText(from));
  const last = to === '' ? undefined : dateOf(cellText(to));
  if ((from !== '' && first === undefined) || (to !== '' && last === undefined))
    return question(periodOrDate(cell));
  const [begins, endsOn] = [first, last].map((date) => date && boundsOf(date.written));
  if (begins !== undefined && endsOn !== undefined && begins.first > endsOn.last)
    return question('period-order');
  return stated(
    starts,
    begins && (begins.inDays && begins.first !== begins.last ? begins.first : first?.written),
    ends,
    endsOn && (endsOn.inDays && endsOn.first !== endsOn.last ? endsOn.last : last?.written),
  );
}

function stated(starts: Field, first: Day | undefined, ends: Field, last: Day | undefined): Reading {
  const values: StatedValue[] = [
    ...(first === undefined ? [] : [{ path: starts.path, value: first }]),
    ...(last === undefined ? [] : [{ path: ends.path, value: last }]),
  ];
  return values.every((one) => accepts(starts.section, one))
    ? { kind: 'value', values }
    : question('day-needed');
}

/** Signs for “to” become one, and a weekday or 契約期間： is left aside. */
function withoutWords(folded: string): string {
  return folded
    .replaceAll(/[〜～∼→]/gu, '~')
    .replace(/^(?:契約期間|履行期間|委託期間|協定期間|\(自\)|自)[:\s]?/u, '')
    .replace(/(?<=\d日?) ?(?:\(至\)|至) ?/u, '~')
    .trim();
}

/** An end that leaves out the era or the year's name of its beginning: 令和8年4月1日～9年3月31日. */
function completed(from: string, to: string): string {
  if (dateOf(cellText(to)) !== undefined) return to;
  const era = /^(?:令和|平成|昭和|[RHS])/iu.exec(from)?.[0];
  return era !== undefined && /^\d{1,2}(?:年(?:\d{1,2}月|度)|\.\d{1,2}\.)/u.test(to) ? era + to : to;
}

function periodOrDate(cell: CellText): 'period' | 'planned' | 'not-known' {
  const why = whyNoDate(cell);
  return why === 'planned' || why === 'not-known' ? why : 'period';
}
