import type { Modality } from '../policy/policy.ts';
import { foldReference } from '../policy/reference.ts';
import { joinLines } from './clean.ts';
import { type Entry, hasParagraphs } from './entry.ts';
import {
  type HowItBinds,
  inheritedModality,
  isPlainDuty,
  isTelling,
  modalityOf,
  plainSentence,
  saysThatListFollows,
} from './modality.ts';
import type { Outline } from './outline.ts';
import { hasFirstParagraph, isParagraph, referencesOf } from './reference.ts';

/** A provision of a document, as a clause will have it. */
export interface Provision extends HowItBinds {
  readonly ref: string;
  /** its heading, where the document gives it one */
  readonly title?: string;
  /** its text, a paragraph each */
  readonly text: readonly string[];
  /** the headings of what it stands in, the outermost first */
  readonly within: readonly string[];
  /** a heading without text, above provisions: no clause, but told in the draft */
  readonly isHeading: boolean;
}

/** @returns the provisions of a document, headings among them, in its order, each with a reference of its own */
export function provisionsOf(outline: Outline): Provision[] {
  const provisions = toldApart(inOrder(outline));
  const taken = new Set(provisions.map(({ ref }) => foldReference(ref)));
  return provisions.flatMap((provision) => byDuty(provision, taken));
}

/** Tells those apart that have one reference, as duties of one provision are: by a number in brackets. */
function toldApart(provisions: readonly Provision[]): Provision[] {
  const counts = new Map<string, number>();
  const folded = provisions.map(({ ref }) => foldReference(ref));
  for (const ref of folded) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  const taken = new Set(folded);
  const next = new Map<string, number>();
  return provisions.map((provision, at) => {
    const ref = folded[at] ?? '';
    if (counts.get(ref) === 1) return provision;
    let number = next.get(ref) ?? 1;
    while (taken.has(`${ref}[${number}]`)) number += 1;
    next.set(ref, number + 1);
    taken.add(`${ref}[${number}]`);
    return { ...provision, ref: `${provision.ref}[${number}]` };
  });
}

/**
 * Parts a duty from a definition, a purpose or the scope that holds it: as a part of those nobody would be asked for it. Of duties
 * that bind in different ways the draft tells; to part them is for people.
 */
function byDuty(provision: Provision, taken: ReadonlySet<string>): Provision[] {
  const { ref, text, modality, others } = provision;
  const duties = others.filter((other) => other.modality === 'must' && isPlainDuty(other.text));
  const isTaken = [1, 2].some((number) => taken.has(`${foldReference(ref)}[${number}]`));
  if (!isTelling(modality) || duties.length === 0 || isTaken) return [provision];
  const own = text.map((paragraph) =>
    duties.reduce((rest, { text: duty }) => rest.replace(duty, ''), paragraph),
  );
  const rest = own.filter((paragraph) => paragraph.trim() !== '');
  if (rest.length === 0) return [provision];
  const { title, within } = provision;
  const second = { ref: `${ref}[2]`, ...(title !== undefined && { title }), within, isHeading: false };
  return [
    { ...provision, ref: `${ref}[1]`, text: rest, others: others.filter((one) => !duties.includes(one)) },
    { ...second, text: duties.map((duty) => duty.text), modality: 'must', others: [] },
  ];
}

function inOrder({ preamble, entries }: Outline): Provision[] {
  const refs = referencesOf(entries);
  const texts = new Map(entries.map((entry) => [entry, textOf(entry)]));
  const modalities = new Map<Entry, Modality>();
  const provisions: Provision[] = preambleOf(preamble);
  for (const entry of entries) {
    const { title, text } = texts.get(entry) ?? { text: [] };
    const above = entry.parent && modalities.get(entry.parent);
    const inherited = inheritedModality(above, title);
    const isListed = saysThatListFollows((entry.parent && texts.get(entry.parent)?.text) ?? []);
    const found = modalityOf(
      { ...(title !== undefined && { title }), text, style: entry.marker.style, isListed },
      inherited,
    );
    modalities.set(entry, found.modality);
    const ref = refs.get(entry) ?? '';
    const isFirstOfSeveral = entry.marker.style === '条' && hasFirstParagraph(entry) && text.length > 0;
    const first = /[一二三四五六七八九十百]/.test(entry.marker.written) ? '第一項' : '第1項';
    provisions.push({
      ref: isFirstOfSeveral && !/\[\d+\]$/.test(ref) ? `${ref}${first}` : ref,
      ...(title !== undefined && { title }),
      text,
      ...found,
      within: headingsAbove(entry, texts),
      isHeading: text.length === 0 && entry.children.length > 0 && !isItem(entry, texts),
    });
  }
  return provisions;
}

type Headed = ReadonlyMap<Entry, Pick<Provision, 'title' | 'text'>>;

/** 「二　研修の企画」 among items that are a name each: what is listed below it makes it no heading. */
function isItem(entry: Entry, texts: Headed): boolean {
  const { marker, parent } = entry;
  if (parent === undefined || !isListing(parent, marker, texts)) return false;
  return parent.children.some(
    (one) =>
      one.marker.style === marker.style &&
      one.children.length === 0 &&
      one.lines.length === 1 &&
      texts.get(one)?.text.length === 1,
  );
}

/** Whether what stands below an entry is what it lists: items (号), bullets, and what 「次の事務」 announces. */
function isListing(entry: Entry, { family }: Entry['marker'], texts: Headed): boolean {
  const text = texts.get(entry)?.text ?? [];
  if (text.length === 0) return family === 'number' && isItem(entry, texts);
  return (
    family === 'bullet' ||
    (family === 'number' && (hasParagraphs(entry) || isParagraph(entry) || saysThatListFollows(text)))
  );
}

/** What stands before the first provision and is a sentence; the title, dates and numbers are none. */
function preambleOf(lines: Outline['preamble']): Provision[] {
  const sentences = runsOf(lines).filter(isSentence);
  if (sentences.length === 0) return [];
  const found = modalityOf({ title: '前文', text: sentences, style: '前文' }, undefined);
  return [{ ref: '前文', text: sentences, ...found, within: [], isHeading: false }];
}

/** @returns the lines of a document that none of its provisions holds */
export function leftOut({ preamble, left }: Outline): string[] {
  const beside = runsOf(preamble).filter((text) => !isSentence(text));
  const written = [...beside, ...left].map((text) => text.trim());
  return [...new Set(written.filter((text) => text !== ''))];
}

function isSentence(text: string): boolean {
  return /[。.]$/u.test(text) && text.length > 10;
}

function runsOf(lines: Outline['preamble']): string[] {
  const runs: string[] = [];
  let isOpen = false;
  for (const { text, isFull } of lines) {
    if (isOpen) runs.push(joinLines([runs.pop() ?? '', text]));
    else runs.push(text);
    isOpen = isFull && !/。$/u.test(text);
  }
  return runs;
}

function headingsAbove(entry: Entry, texts: ReadonlyMap<Entry, { readonly title?: string }>): string[] {
  const above: string[] = [];
  for (let at = entry.parent; at !== undefined; at = at.parent) {
    const title = texts.get(at)?.title;
    if (title !== undefined) above.unshift(title);
  }
  return above;
}

/** how long a heading is at most, in characters */
const longestTitle = 40;

/** @returns the heading of an entry and its text: what stands behind a number may be either, or both */
function textOf(entry: Entry): Pick<Provision, 'title' | 'text'> {
  const { marker, lines, caption, children } = entry;
  if (marker.family === 'named') return { title: marker.written, text: paragraphsOf(lines) };
  if (caption !== undefined) return { title: caption, text: paragraphsOf(lines) };
  const [first, ...others] = withBracketsClosed(lines);
  if (first === undefined) return { text: [] };
  const bracketed =
    marker.family === 'unit' || marker.family === 'appendix' ? captionBefore(first.text) : undefined;
  if (bracketed !== undefined)
    return {
      title: bracketed.title,
      text: paragraphsOf([...(bracketed.rest === '' ? [] : [{ ...first, text: bracketed.rest }]), ...others]),
    };
  const parted = partedTitle(first.text);
  if (parted !== undefined)
    return { title: parted.title, text: paragraphsOf([{ ...first, text: parted.rest }, ...others]) };
  const isTitle = looksLikeTitle(first.text) && !(first.isFull && others.length > 0);
  const hasMore = others.length > 0 ? !goesOn(others[0]?.text ?? '') : children.length > 0;
  const isChapter = marker.family === 'unit' && !hasParagraphs(entry);
  if (isTitle && (hasMore || isChapter)) return { title: closedUp(first.text), text: paragraphsOf(others) };
  return { text: paragraphsOf(lines) };
}

/** A line that breaks off within brackets goes on in the next: 「（１）責任者（ＣＩＳＯ：Ｃｈｉｅｆ」. */
function withBracketsClosed(lines: Entry['lines']): Entry['lines'] {
  const [first, second, ...others] = lines;
  if (first === undefined || second === undefined || !first.isFull || !isOpenBracket(first.text))
    return lines;
  return [{ text: joinLines([first.text, second.text]), isFull: second.isFull }, ...others];
}

function isOpenBracket(text: string): boolean {
  return [...text.matchAll(/[（(]/g)].length > [...text.matchAll(/[）)]/g)].length;
}

/** 「第１条（目的）この規程は」 */
function captionBefore(text: string): { readonly title: string; readonly rest: string } | undefined {
  const [all = '', inner = ''] = /^[（(【〔]([^（()）【】〔〕。]{1,40})[)）】〕]/u.exec(text) ?? [];
  if (all === '' || /[年月]/.test(inner)) return undefined;
  return { title: closedUp(inner), rest: text.slice(all.length).trim() };
}

/** 「情報資産　情報通信ネットワーク、…をいう。」「機密性：…」: a heading in the line of its text. */
function partedTitle(text: string): { readonly title: string; readonly rest: string } | undefined {
  const wide = /^(?<title>[^。、：:]{1,25}?)(?:\u3000+| {2,})(?<rest>[^ \u3000].*)$/u.exec(text)?.groups;
  const colon = /^(?<title>[^。、：:]{1,25}?)[ \u3000]*[：:][ \u3000]*(?<rest>\S.*)$/u.exec(text)?.groups;
  const single = /^(?<title>[^。、：: ]*[^。、：: をはがのにとで]) (?<rest>[^ ]{10,}。?.*)$/u.exec(
    text.slice(0, 80),
  )?.groups;
  for (const found of [wide, colon, single]) {
    const { title = '', rest = '' } = found ?? {};
    if (title === '' || title.length > 25 || isOpenBracket(title) || /[をはがに]$/u.test(title)) continue;
    if (found === single && (!/[ぁ-龠]$/u.test(title) || !/^[ぁ-龠「]/u.test(rest))) continue;
    // 「施行日 令和7年」 says what it says only as a whole.
    if (rest.length < 8 || !/[。、をはがに]/u.test(rest)) continue;
    return {
      title: closedUp(title),
      rest: text.slice(text.length - (found === single ? text.length - title.length - 1 : rest.length)),
    };
  }
  return undefined;
}

function looksLikeTitle(text: string): boolean {
  if (/^(?:はじめに|おわりに)$/u.test(text)) return true;
  if (
    plainSentence(text).length > longestTitle ||
    text.length > 3 * longestTitle ||
    /[。．，;；]|、$/u.test(text)
  )
    return false;
  return !/[^に]は、|(?:[をがのにとでへ]|[^に]は|しなければ|する|した|して|され|ない|ます|である)$/u.test(
    text,
  );
}

/** Whether a line goes on with the one before, which was cut in a word. */
function goesOn(text: string): boolean {
  return /^(?:[、。，．）」』ー々ゃゅょっゎんァィゥェォッャュョ]|[をはがにのと](?=\p{Script=Han}))/u.test(
    text,
  );
}

/** A heading is often set with blanks between its letters. */
function closedUp(title: string): string {
  return title
    .replaceAll(/(?<=[\u3000-\u9FFF\uFF00-\uFFEF])[ \u3000]+(?=[\u3000-\u9FFF\uFF00-\uFFEF])/g, '')
    .trim();
}

/** Puts lines together to paragraphs: one ends with a full stop, unless its line goes on. */
function paragraphsOf(lines: readonly { readonly text: string }[]): string[] {
  const paragraphs: string[][] = [];
  let isOpen = false;
  for (const { text } of lines) {
    const last = paragraphs.at(-1);
    if (isOpen && last !== undefined) last.push(text);
    else paragraphs.push([text]);
    isOpen = !/[。．]$|[。][）)」]$/u.test(text);
  }
  return paragraphs.map(joinLines).filter((text) => text !== '');
}
