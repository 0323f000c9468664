import { type Entry, hasParagraphs, type OpenEntries } from './entry.ts';
import type { Line } from './lines.ts';
import { type Marker, partValue } from './marker.ts';

/** What is known where a line may begin a provision. */
export interface Circumstances {
  readonly line: Line;
  readonly open: OpenEntries;
  /** the last value of each series, wherever it stood */
  readonly last: ReadonlyMap<string, number>;
  /** the last number of several parts, by what its first part counts in: below Ⅰ-1 a document may have 1-1-1 */
  readonly lastPaths: ReadonlyMap<string, readonly string[]>;
  /** whether the line before goes on in this one, as far as its width tells */
  readonly isContinued: boolean;
  /** whether a list without numbers may begin here */
  readonly isListed: boolean;
}

/** Where a new entry stands: below which, or below none; `undefined` where the line begins no provision. */
export type Place = { readonly parent: Entry | undefined } | undefined;

/** how many bullets stand in one another at most */
const deepestBullets = 3;

/** @returns where an entry with a marker stands, if it can be one here */
export function placeOf(marker: Marker, around: Circumstances): Place {
  if (around.line.heading !== undefined && marker.family !== 'unit' && marker.family !== 'appendix')
    return placeOfHeading(around.line.heading, around);
  switch (marker.family) {
    case 'unit':
      return placeOfUnit(marker, around);
    case 'appendix':
      return placeOfAppendix(marker, around);
    case 'composite':
      return placeOfComposite(marker, around);
    case 'bullet':
      return placeOfBullet(marker, around);
    case 'named':
      return placeOfNamed(marker, around);
    case 'number':
      return placeOfNumber(marker, around);
  }
}

/** A heading of Markdown closes those as deep as it is, and all that is no heading. */
function placeOfHeading(depth: number, { open }: Circumstances): Place {
  return {
    parent: open.find((entry) =>
      entry.heading === undefined ? entry.marker.family === 'unit' : entry.heading < depth,
    ),
  };
}

function placeOfUnit(marker: Marker, { open, last, isContinued }: Circumstances): Place {
  const before = last.get(marker.style);
  const follows =
    before === undefined ? marker.value === 1 : marker.value === before || marker.value === before + 1;
  if (!follows && (!marker.firm || isContinued)) return undefined;
  const alike = open.find((entry) => entry.marker.style === marker.style);
  if (alike !== undefined) return { parent: alike.parent };
  const rank = marker.rank ?? 0;
  // Articles are counted anew behind the main text; chapters are not.
  const above = open.find(
    (entry) =>
      (entry.marker.family === 'appendix' && marker.style === '条') ||
      (entry.marker.family === 'unit' && (entry.marker.rank ?? 0) < rank) ||
      (marker.style === '条' && isHeadingAlone(entry)),
  );
  return { parent: above };
}

/** Whether an entry has a heading and nothing else yet: articles may stand below it. */
function isHeadingAlone({ marker, lines, heading }: Entry): boolean {
  return (
    (marker.family === 'number' || heading !== undefined) &&
    lines.length <= 1 &&
    !/[。、]/.test(lines[0]?.text ?? '')
  );
}

function placeOfAppendix(marker: Marker, { open, isContinued, line }: Circumstances): Place {
  if (isContinued && !line.isApart && marker.rest !== '') return undefined;
  const within = open.find((entry) => /^(?:別表|別記|様式|別紙)$/.test(entry.marker.style));
  return { parent: marker.style === '備考' ? within : undefined };
}

function placeOfComposite(marker: Marker, { open, lastPaths, isContinued }: Circumstances): Place {
  const { path = [] } = marker;
  const lastPath = lastPaths.get(seriesOfPath(path));
  if (isContinued && !follows(lastPath, path)) return undefined;
  const above = open.find((entry) => isPrefix(entry.path, path));
  if (above !== undefined && (follows(lastPath, path) || marker.value === 1 || lastPath === undefined))
    return { parent: above };
  const isNext = follows(lastPath, path) || (above !== undefined && marker.value > 0);
  if (!isNext) return undefined;
  if (above !== undefined) return { parent: above };
  const outermost = open.innermostFirst.findLast(
    ({ marker }) => marker.path !== undefined && seriesOfPath(marker.path) === seriesOfPath(path),
  );
  // 1-1-1 stands below Ⅰ-1, and 1-1-2 beside it.
  const group = (entry: Entry) =>
    entry.marker.family === 'unit' ||
    isName(entry) ||
    (outermost === undefined && entry.marker.path !== undefined);
  return { parent: outermost?.parent?.marker.path === undefined ? open.find(group) : outermost.parent };
}

/** @returns what the first part of a number counts in */
export function seriesOfPath([first = '']: readonly string[]): string {
  return /^\d/.test(first)
    ? 'digit'
    : /^[Ⅰ-ⅻ]/u.test(first)
      ? 'roman'
      : /^[A-Za-z]/.test(first)
        ? 'letter'
        : 'sign';
}

function isPrefix(short: readonly string[], long: readonly string[]): boolean {
  return short.length > 0 && short.length < long.length && short.every((part, at) => part === long[at]);
}

/** Whether a number of several parts comes next: 1.3 or 1.2.1 or 2.1 behind 1.2; at first, one that begins. */
function follows(last: readonly string[] | undefined, path: readonly string[]): boolean {
  const begins = (from: number) => path.slice(from).every((part) => partValue(part) === 1);
  if (last === undefined) return begins(0);
  const at = path.findIndex((part, index) => part !== last[index]);
  if (at < 0) return false;
  const before = last[at];
  if (before === undefined) return begins(at);
  return partValue(path[at] ?? '') - partValue(before) === 1 && begins(at + 1);
}

function isName({ marker }: Entry): boolean {
  return marker.family === 'named' && marker.style !== 'label';
}

/** Bullets of one sign stand beside each other, unless one is set in further. */
function placeOfBullet(marker: Marker, { open, line, isListed }: Circumstances): Place {
  // 「○熊谷市情報セキュリティ規程」: what stands before all numbers is the title.
  if (!isListed) return undefined;
  const bullets = open.innermostFirst.filter((entry) => entry.marker.family === 'bullet');
  const alike = bullets.find(
    (entry) => entry.marker.style === marker.style && line.indent < entry.indent + 1,
  );
  if (alike !== undefined) return { parent: alike.parent };
  const outer = bullets.find((entry) => entry.indent <= line.indent);
  if (outer !== undefined && bullets.length < deepestBullets) return { parent: outer };
  return { parent: bullets.length === 0 ? open.top : bullets.at(-1)?.parent };
}

/** A heading without a number stands beside the last of its kind, else below what is open. */
function placeOfNamed(marker: Marker, { open }: Circumstances): Place {
  const alike = open.find((entry) => entry.marker.style === marker.style && entry.marker.family === 'named');
  if (alike !== undefined) return { parent: alike.parent };
  const { top } = open;
  const named = open.find((entry) => isName(entry) && entry.heading === undefined);
  // Behind the list of a heading in brackets, a line that heads a list is a heading beside it.
  if (marker.style === 'named-line' && named !== undefined && top !== named) return { parent: named.parent };
  return {
    parent: open.find(
      (entry) =>
        entry.marker.family !== 'bullet' &&
        (marker.style === 'label' || !['label', 'named-line'].includes(entry.marker.style)),
    ),
  };
}

/** how many numbers may be missing in a series: one that is cut out, or lost */
const mostMissing = 2;

function placeOfNumber(marker: Marker, around: Circumstances): Place {
  const { open, last, isContinued } = around;
  const law = open.find(hasParagraphs);
  const isSign = marker.style === 'digit' && marker.written !== String(marker.value);
  if (isSign && (law === undefined || law.children.some((child) => child.marker.style === 'circled')))
    return undefined;
  if (law !== undefined && marker.style === 'digit') return placeOfParagraph(marker, law, around);
  for (const entry of open.innermostFirst) {
    if (entry === law) break;
    if (entry.marker.style !== marker.style || entry.marker.family !== 'number') continue;
    const step = marker.value - entry.marker.value;
    if (step === 1 || (step > 1 && step <= 1 + mostMissing && marker.firm && !isContinued))
      return { parent: entry.parent };
  }
  if (marker.value === 1) return isContinued && !marker.firm ? undefined : placeOfFirst(marker, around);
  // A series that goes on below the next heading.
  const isOn = last.get(marker.style) === marker.value - 1;
  if (!isOn || law !== undefined || open.find((entry) => entry.marker.style === marker.style) !== undefined)
    return undefined;
  return { parent: open.find((entry) => entry.marker.family === 'unit' || isName(entry)) };
}

/** The first of a series begins one below what is open; where such a series is open already, it begins again. */
function placeOfFirst(marker: Marker, { open }: Circumstances): Place {
  if (!marker.firm && marker.rest.length > 40) return undefined;
  const law = open.find(hasParagraphs);
  for (const entry of open.innermostFirst) {
    if (entry === law) break;
    if (entry.marker.style === marker.style && entry.marker.family === 'number')
      return { parent: entry.parent };
  }
  return { parent: open.find((entry) => entry.marker.family !== 'bullet' && entry.marker.style !== 'label') };
}

/** The first paragraph of an article has no number in a law, and 1 in some documents. */
function placeOfParagraph(marker: Marker, law: Entry, { isContinued }: Circumstances): Place {
  const before = law.children.findLast((child) => child.marker.style === 'digit')?.marker.value;
  const step = marker.value - (before ?? 0);
  const isNext =
    before === undefined
      ? marker.value === 1 || (marker.value === 2 && law.lines.length > 0)
      : step === 1 || (step > 1 && step <= 1 + mostMissing && marker.firm && !isContinued);
  return isNext && (marker.firm || !isContinued) ? { parent: law } : undefined;
}
