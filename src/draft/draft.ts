import { isUtf8 } from 'node:buffer';
import { limitOf } from '../base/limits.ts';
import type { Policy } from '../policy/policy.ts';
import { SpreadsheetError } from '../spreadsheet/problem.ts';
import { decodeText } from '../spreadsheet/text/decode.ts';
import { linesOf } from './lines.ts';
import { NearestProvisions } from './nearest.ts';
import { type Outline, outlineOf } from './outline.ts';
import { policyFile } from './policy-file.ts';
import { leftOut, provisionsOf } from './provision.ts';
import { statedIn } from './stated.ts';
import { DraftError, type Fullness, fileWords } from './words.ts';

/** What a draft is made with. */
export interface DraftRequest {
  readonly id: string;
  /** the name of the file that is written */
  readonly file: string;
  /** the title of the document, where it is not to be taken from the text */
  readonly title?: string;
  /** whether the draft may hold the words of the document */
  readonly quotes: boolean;
  /** those whose provisions are offered */
  readonly policies: readonly Policy[];
}

/** A draft of a policy. */
export interface Draft {
  readonly text: string;
  /** how many clauses it has */
  readonly clauses: number;
  readonly fullness: Fullness;
}

/** how many provisions a document has at most: no policy has nearly as many, and more would take long to say so */
const mostProvisions = 20_000;

/**
 * Makes a draft of a policy from the text of its document: the same of the same bytes, at all times. It sets no rules.
 *
 * @throws DraftError if the bytes are no text, or the text has no provisions or too many
 */
export function draftPolicy(bytes: Uint8Array, request: DraftRequest): Draft {
  const outline = outlineOf(linesOf(decoded(bytes)));
  if (outline.entries.length > mostProvisions)
    throw new DraftError({ code: 'too-many', provisions: outline.entries.length });
  const provisions = provisionsOf(outline);
  const clauses = provisions.filter(({ isHeading }) => !isHeading).length;
  if (clauses === 0) throw new DraftError({ code: 'no-provisions' });
  const { id, file, quotes, policies, title = titleIn(outline, quotes) } = request;
  const nearest = new NearestProvisions(policies);
  const content = {
    id,
    file,
    title,
    quotes,
    nearest,
    provisions,
    stated: statedIn(provisions),
    left: leftOut(outline),
  };
  const { most } = limitOf('settingBytes');
  for (const fullness of ['full', 'without-offers', 'bare'] as const) {
    const text = policyFile(content, fullness, most);
    if (text !== undefined) return { text, clauses, fullness };
  }
  throw new DraftError({ code: 'too-many', provisions: clauses });
}

/** The importer of registers tells encodings apart; what a file is that is no text, its first bytes say. */
function decoded(bytes: Uint8Array): string {
  const begins = (...first: readonly number[]) => first.every((byte, at) => bytes[at] === byte);
  if (begins(0x25, 0x50, 0x44, 0x46)) throw new DraftError({ code: 'no-text', kind: 'pdf' });
  if (begins(0x50, 0x4b, 3, 4) || begins(0xd0, 0xcf, 0x11, 0xe0) || begins(0x7b, 0x5c, 0x72, 0x74, 0x66))
    throw new DraftError({ code: 'no-text', kind: 'word' });
  try {
    return decodeText(withoutStrayControls(bytes)).text;
  } catch (error) {
    if (error instanceof SpreadsheetError) throw new DraftError({ code: 'no-text', kind: 'other' });
    throw error;
  }
}

/** one control among so many bytes is one that a PDF or a word processor left; more of them are in what is no text */
const rarelyControl = 100;

/** Takes controls out of a text in UTF-8, where there are few: what is made of a PDF often has some, and no reader sees them. */
function withoutStrayControls(bytes: Uint8Array): Uint8Array {
  const isControl = (byte: number) => byte < 0x09 || (byte > 0x0d && byte < 0x20);
  const plain = bytes.filter((byte) => !isControl(byte));
  const controls = bytes.length - plain.length;
  // Without letters beyond ASCII it may be ISO-2022-JP, which is made of controls.
  const isFew = controls > 0 && controls * rarelyControl <= bytes.length && plain.some((byte) => byte > 0x7f);
  return isFew && isUtf8(plain) ? plain : bytes;
}

const kindOfDocument =
  /方針|規程|規則|規定|要綱|要領|基準|ポリシー|手順|条例|訓令|指針|ガイドライン|policy|standard|guideline/iu;

/** how long a title is at most, in characters */
const longestTitle = 60;

/**
 * @returns the title of a document: what stands before all provisions and is a name of a document, else the first short line, unless
 * nothing of the text may be told
 */
function titleIn({ preamble, entries }: Outline, quotes: boolean): string {
  const lines = preamble
    .slice(0, 12)
    .map(({ text }) => text.replace(/^[○〇◯●■◆◎#\s]+/u, '').trim())
    .filter(
      (text) => text !== '' && text.length <= longestTitle && !/[。、]|[をはがのにとでへも]$/u.test(text),
    );
  const chapter = entries.length > 0 && lines.length === 0 ? fileWords.untitled : undefined;
  const named = lines.find((text) => kindOfDocument.test(text));
  return chapter ?? named ?? (quotes ? lines[0] : undefined) ?? fileWords.untitled;
}
