import { markersAt } from './marker.ts';

/** The lines of a text, and what was taken out of it. */
export interface Kept {
  readonly kept: readonly string[];
  /** what has words, so that a reader of the draft sees whether it was rightly taken out */
  readonly left: readonly string[];
}

/**
 * Takes out what a page has beside its text: page numbers, headers and footers, and the table of contents. Of a table that compares
 * an old text with a new one, the new one stays.
 */
export function withoutFurniture(lines: readonly string[]): Kept {
  const left: string[] = [];
  let kept = lines;
  for (const part of [withoutPages, newText, withoutContents]) {
    const found = part(kept);
    kept = found.kept;
    left.push(...found.left);
  }
  return { kept, left };
}

/** how long a line is at most that is no text: what is longer is not searched for marks, which takes longer and longer */
const longest = 300;

const pageNumber =
  /^[ \u3000]*(?:[-–—―－−‐ ~〜]+[ \u3000]*(?:[0-9０-９]{1,4}|[ivxl]{1,6})[ \u3000]*[-–—―－−‐ ~〜]+|(?:[Pp](?:age|\.)?|ページ|頁)[ \u3000]*[0-9０-９]{1,4}(?:[ \u3000]*[/／][ \u3000]*[0-9０-９]{1,4})?|[0-9０-９]{1,4}[ \u3000]*[/／][ \u3000]*[0-9０-９]{1,4}(?:[ \u3000]*(?:ページ|頁))?|[0-9０-９]{1,4}[ \u3000]*(?:ページ|頁)|[Pp]age[ \u3000]+[0-9]+[ \u3000]+of[ \u3000]+[0-9]+)[ \u3000]*$/u;

const onlyNumber = /^[ \u3000]*[0-9０-９]{1,4}[ \u3000]*$/;

function withoutPages(lines: readonly string[]): Kept {
  const isBlank = (at: number) => {
    const line = lines[at];
    return line === undefined || line === '\f' || line.trim() === '';
  };
  const isNumber = lines.map(
    (line, at) =>
      line.length < longest &&
      (pageNumber.test(line) || (onlyNumber.test(line) && (isBlank(at - 1) || isBlank(at + 1)))),
  );
  const headers = repeated(lines, isNumber);
  return {
    kept: lines.filter((line, at) => line !== '\f' && !isNumber[at] && !headers.has(at)),
    left: lines.filter((_, at) => headers.has(at)),
  };
}

/** how far from where a page ends a header or a footer stands, in lines with text */
const nearEdge = 2;

/**
 * Lines that stand at the edge of several pages, but for the numbers in them. Where a text has no page numbers and no page breaks,
 * nothing tells a header from a line that is said again.
 */
function repeated(lines: readonly string[], isNumber: readonly boolean[]): ReadonlySet<number> {
  const written = lines.flatMap((line, at) => (line.trim() === '' && line !== '\f' ? [] : [at]));
  const places = new Map<string, number[]>();
  const isEdge = (at: number) => lines[at] === '\f' || isNumber[at] === true;
  const edges = new Set<number>();
  for (const [index, at] of written.entries())
    if (isEdge(at))
      for (let step = -nearEdge; step <= nearEdge; step += 1) {
        const near = written[index + step];
        if (near !== undefined && !isEdge(near)) edges.add(near);
      }
  for (const at of [written[0], written.at(-1)]) if (at !== undefined && edges.size > 0) edges.add(at);
  for (const at of edges) {
    const line = lines[at] ?? '';
    if (line.length > 80 || /。[）)]?$/.test(line) || isFirmNumber(line.trim())) continue;
    const key = line.replaceAll(/[0-9０-９]+/g, '#').replaceAll(/[ \u3000]/g, '');
    places.set(key, [...(places.get(key) ?? []), at]);
  }
  return new Set([...places.values()].filter((all) => all.length > 1).flat());
}

function isFirmNumber(text: string): boolean {
  return markersAt(text).some(({ firm }) => firm);
}

const leader = /(?:[.．・…‥･·─‐-]|[ \u3000](?=[.．・…‥･·])){3,}[ \u3000]*[0-9０-９ivx]{0,4}[ \u3000]*$/u;

/** how many lines a table of contents has at most */
const mostContents = 400;

function withoutContents(lines: readonly string[]): Kept {
  const kept: string[] = [];
  const left: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (
      /^[#＃ \u3000《【［〈]*目次[ \u3000》】］〉]*$/u.test(line) ||
      /^table of contents$/i.test(line.trim())
    ) {
      const end = endOfContents(lines, at);
      left.push(...lines.slice(at, end));
      at = end - 1;
      continue;
    }
    (hasLeader(line) ? left : kept).push(line);
  }
  return { kept, left };
}

/** A line of a table of contents, with dots that lead to a page; dots alone are no such line. */
function hasLeader(line: string): boolean {
  return (
    line.length < longest && leader.test(line) && /[^.．・…‥･·─‐ \u3000-]/u.test(line.replace(leader, ''))
  );
}

/** @returns where the text goes on: where the first heading of the table stands again, else behind all that looks like headings */
function endOfContents(lines: readonly string[], start: number): number {
  const entry = (line: string) =>
    line
      .replace(leader, '')
      .replace(/[ \u3000]{2,}[0-9０-９]{1,4}[ \u3000]*$/u, '')
      .replace(/[（(]第.*$/u, '')
      .replaceAll(/[ \u3000#]/g, '')
      .normalize('NFKC');
  let at = start + 1;
  while (at < lines.length && lines[at]?.trim() === '') at += 1;
  const line = (lines[at] ?? '').slice(0, longest);
  const firsts = [entry(line), entry(line.replace(/(?<=\S)[ \u3000][0-9０-９]{1,4}[ \u3000]*$/u, ''))];
  const most = Math.min(lines.length, at + mostContents);
  for (let next = at + 1; firsts[0] !== '' && next < most; next += 1) {
    if (/。/.test(lines[next] ?? '') || (lines[next] ?? '').length > longest) break;
    if (firsts.includes(entry(lines[next] ?? ''))) return next;
  }
  const looksListed = (line: string) =>
    line.length < longest &&
    (line.trim() === '' ||
      leader.test(line) ||
      /[ \u3000]{2,}[0-9０-９]{1,4}[ \u3000]*$|[（(]第.*条.*[)）]$|^[ \u3000]*附則$/u.test(line));
  while (at < most && looksListed(lines[at] ?? '')) at += 1;
  return at;
}

const newHeads = '改[ \\u3000]*正[ \\u3000]*(?:後|案)|新';
const oldHeads = '改[ \\u3000]*正[ \\u3000]*前|現[ \\u3000]*行|旧';
const head = new RegExp(
  `^[ \\u3000|]*(?<left>${newHeads}|${oldHeads})[ \\u3000|]+(?<right>${newHeads}|${oldHeads})[ \\u3000|]*$`,
  'u',
);

/** Keeps the new text of a table that sets it beside the old one, and takes the marks of an amendment off. */
function newText(lines: readonly string[]): Kept {
  const kept: string[] = [];
  const left: string[] = [];
  let isComparing = false;
  let takesRight = false;
  const sides = (line: string): Sides => {
    if (line.length > longest) return { kept: [line] };
    const { left: one = '', right: other = '' } = head.exec(line)?.groups ?? {};
    if (one !== '' && isNew(one) !== isNew(other)) {
      isComparing = true;
      takesRight = isNew(other);
      return { kept: [], left: line };
    }
    if (isMarkdownRow(line)) return rowText(line, isComparing ? (takesRight ? 'right' : 'left') : 'all');
    return isComparing ? side(line, takesRight) : { kept: [line] };
  };
  for (const line of lines) {
    const found = sides(line);
    kept.push(...found.kept);
    if (found.left !== undefined) left.push(found.left);
  }
  return { kept, left };
}

/** What stays of a line of a table, and what is left out. */
interface Sides {
  readonly kept: readonly string[];
  readonly left?: string;
}

function isNew(heading: string): boolean {
  return new RegExp(`^(?:${newHeads})$`, 'u').test(heading);
}

function side(line: string, takesRight: boolean): Sides {
  const cells = /^(?<indent>[ \u3000]*)(?<left>.*?\S)(?: {3,}|\u3000{2,}| (?=［))(?<right>\S.*)$/u.exec(line);
  const { indent = '', left = '', right = '' } = cells?.groups ?? {};
  if (cells !== null && !isOnlyMarker(left))
    return { kept: plain(takesRight ? right : indent + left), left: takesRight ? left : right };
  // What begins far to the right stands in the right column.
  const begins = /^[ \u3000]*/.exec(line)?.[0].replaceAll('\u3000', '  ').length ?? 0;
  return takesRight === begins > 30 || line.trim() === '' ? { kept: plain(line) } : { kept: [], left: line };
}

/** 「一   責任者の設置」: a wide blank behind a number parts no columns. */
function isOnlyMarker(text: string): boolean {
  return (
    markersAt(text).some(({ rest }) => rest === '') || /^[ア-ン0-9０-９一二三四五六七八九十]$/u.test(text)
  );
}

function plain(line: string): string[] {
  const text = line.replace(/[［(（]?(?:新設|略|同左|同右)[］)）]?$/u, '').trimEnd();
  return text.trim() === '' ? [''] : [text];
}

function isMarkdownRow(line: string): boolean {
  return /^[ \u3000]*\|.*\|[ \u3000]*$/.test(line);
}

/** Cells of a row become one line; what draws the table goes. */
function rowText(line: string, takes: 'all' | 'left' | 'right'): Sides {
  const cells = line
    .trim()
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim());
  if (cells.every((cell) => /^:?-*:?$/.test(cell))) return { kept: [] };
  const together = (some: readonly string[]) => some.filter((cell) => cell !== '').join('\u3000');
  if (takes === 'all') return { kept: [together(cells)] };
  const taken = takes === 'left' ? 0 : cells.length - 1;
  return { kept: [cells[taken] ?? ''], left: together(cells.filter((_, at) => at !== taken)) };
}
