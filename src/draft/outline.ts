import { type Entry, OpenEntries } from './entry.ts';
import type { Line, Written } from './lines.ts';
import { type Marker, markersAt } from './marker.ts';
import { type Circumstances, placeOf, seriesOfPath } from './placing.ts';
import { captionIn, headingIn, labelled } from './unnumbered.ts';

/** A document as its provisions stand in it. */
export interface Outline {
  /** what only the pages had, which no provision holds */
  readonly left: readonly string[];
  /** what stands before the first provision */
  readonly preamble: readonly Line[];
  /** all of them, in the order of the document */
  readonly entries: readonly Entry[];
}

/** Finds the provisions of a document, and which stands below which. */
export function outlineOf({ lines, left }: Written): Outline {
  return { ...new OutlineBuilder(lines).build(), left };
}

/** how deep entries stand in one another at most: no document goes deeper, and what looks so is text */
const deepest = 12;

class OutlineBuilder {
  readonly #lines: readonly Line[];
  readonly #readings: readonly (readonly Marker[])[];
  readonly #labels: ReadonlyMap<number, Marker>;
  readonly #open = new OpenEntries();
  readonly #entries: Entry[] = [];
  readonly #preamble: Line[] = [];
  readonly #last = new Map<string, number>();
  readonly #lastPaths = new Map<string, readonly string[]>();
  #caption: { readonly line: Line; readonly title: string } | undefined;
  readonly #hasNumbers: boolean;

  constructor(lines: readonly Line[]) {
    this.#lines = lines;
    this.#readings = lines.map(({ text, heading }) => readingsOf(text, heading));
    this.#labels = labelled(lines, this.#readings);
    const counted = this.#readings.filter((all) =>
      all.some(({ family, firm }) => firm && family !== 'bullet'),
    ).length;
    this.#hasNumbers = counted >= 3;
  }

  build(): Omit<Outline, 'left'> {
    for (const [at, line] of this.#lines.entries()) this.#take(at, line);
    return { preamble: this.#preamble, entries: this.#entries };
  }

  #take(at: number, line: Line): void {
    const caption = captionIn(line.text);
    if (caption !== undefined && this.#beginsLaw(at + 1)) {
      this.#caption = { line, title: caption };
      return;
    }
    if (this.#isTitle(at)) {
      this.#preamble.push(line);
      return;
    }
    if (this.#begin(at, line, line.text, this.#readings[at] ?? [])) return;
    const named = this.#labels.get(at) ?? this.#headingAt(at, line);
    if (named !== undefined && this.#begin(at, line, line.text, [named])) return;
    // A heading in brackets that nothing begins behind is text.
    if (this.#caption !== undefined) this.#addText(this.#caption.line);
    this.#caption = undefined;
    this.#addText(line);
  }

  #addText(line: Line): void {
    const { top } = this.#open;
    if (top === undefined) this.#preamble.push(line);
    else top.lines.push({ text: line.text, isFull: line.isFull });
  }

  /** The first heading of Markdown is the title, unless it has a number. */
  #isTitle(at: number): boolean {
    return at === 0 && this.#readings[at]?.[0]?.style === '#named1';
  }

  /** Whether what a line begins with may have a heading in brackets before it. */
  #beginsLaw(at: number): boolean {
    return (this.#readings[at] ?? []).some(
      ({ family, style }) => style === '条' || style === 'digit' || family === 'composite',
    );
  }

  #headingAt(at: number, line: Line): Marker | undefined {
    const before = this.#lines[at - 1];
    const after = this.#lines[at + 1];
    return headingIn(line, {
      before,
      after,
      isBelowBullet: this.#readings[at - 1]?.[0]?.family === 'bullet',
      isBeforeBullet: this.#readings[at + 1]?.[0]?.family === 'bullet',
      isBeforeText: (this.#readings[at + 1] ?? []).length === 0,
      hasNumbers: this.#hasNumbers,
      isFirst: this.#entries.length === 0 && this.#preamble.length === 0,
    });
  }

  /** Opens the entry that a line begins, if it begins one. */
  #begin(at: number, line: Line, text: string, readings: readonly Marker[]): boolean {
    for (const marker of readings) {
      const place = placeOf(marker, this.#around(at, line));
      if (place === undefined || (place.parent?.path.length ?? 0) >= deepest) continue;
      const own = marker.path ?? [...(place.parent?.path ?? []), marker.written];
      const entry: Entry = {
        marker,
        parent: place.parent,
        children: [],
        indent: line.indent,
        lines: marker.rest === '' ? [] : [{ text: marker.rest, isFull: line.isFull }],
        path: own,
        ...(this.#caption !== undefined && { caption: this.#caption.title }),
        ...(line.heading !== undefined && { heading: line.heading }),
      };
      this.#caption = undefined;
      this.#open.closeTo(place.parent);
      this.#open.open(entry);
      this.#entries.push(entry);
      this.#last.set(marker.style, marker.last ?? marker.value);
      if (marker.path !== undefined) this.#lastPaths.set(seriesOfPath(marker.path), marker.path);
      if (text !== '') this.#beginWithin(at, line, entry);
      return true;
    }
    return false;
  }

  /** 「第３条 (1) 機密性」: what is below an entry may begin in its line. */
  #beginWithin(at: number, line: Line, entry: Entry): void {
    const { rest, family } = entry.marker;
    if (family !== 'unit' && family !== 'number') return;
    const inner = markersAt(rest).filter(
      ({ family: kind, firm, value, style }) =>
        firm && value === 1 && kind === 'number' && /^[（(]|^circled$|^digit$/.test(style),
    );
    const isParagraph = inner[0]?.style === 'digit';
    if (inner.length === 0 || (isParagraph && entry.marker.style !== '条')) return;
    entry.lines.pop();
    if (!this.#begin(at, line, '', inner)) entry.lines.push({ text: rest, isFull: line.isFull });
  }

  #around(at: number, line: Line): Circumstances {
    const before = this.#lines[at - 1];
    const isClosed = before === undefined || line.isApart || /[。．：:）)」]$/.test(before.text);
    return {
      line,
      open: this.#open,
      last: this.#last,
      lastPaths: this.#lastPaths,
      isContinued: !isClosed && before.isFull,
      isListed: this.#open.top !== undefined || !this.#hasNumbers,
    };
  }
}

/** A heading of Markdown that has no number has its own words for one; its numbers are no numbers of lists. */
function readingsOf(text: string, heading: number | undefined): readonly Marker[] {
  const readings = markersAt(text);
  if (heading === undefined) return readings;
  const numbers = readings
    .filter(({ family, firm }) => family !== 'bullet' && (family !== 'number' || firm))
    .map((marker) => (marker.family === 'number' ? { ...marker, style: `#${marker.style}` } : marker));
  const [first] = numbers;
  const whole = text.replaceAll(/[ \u3000]/g, '');
  // What is longer than a name is a text that was set as a heading.
  const written = [...whole].slice(0, 40).join('');
  const rest = written === whole ? '' : text;
  return first === undefined
    ? [{ style: `#named${heading}`, family: 'named', value: 0, written, rest, firm: true }]
    : [first];
}
