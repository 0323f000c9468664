import { isOrigin } from './law-marker.ts';
import type { Line } from './lines.ts';
import type { Marker } from './marker.ts';

/** @returns the heading that stands alone in brackets in a line, as laws set it before an article: （目的） */
export function captionIn(text: string): string | undefined {
  const [, inner] = /^[（(〔[]([^（()）〔〕[\]。]{2,40})[)）〕\]]$/u.exec(text) ?? [];
  return inner === undefined || /^[0-9０-９ア-ン]{1,3}$/u.test(inner) || isOrigin(inner)
    ? undefined
    : inner.replaceAll(/[ \u3000]/g, '');
}

/** What stands around a line that may be a heading without a number. */
export interface Neighbours {
  readonly before: Line | undefined;
  readonly after: Line | undefined;
  readonly isBelowBullet: boolean;
  readonly isBeforeBullet: boolean;
  /** whether the next line begins no provision */
  readonly isBeforeText: boolean;
  /** whether the document counts its provisions */
  readonly hasNumbers: boolean;
  /** whether nothing stands before it: that is the title */
  readonly isFirst: boolean;
}

/** how long a heading without a number is at most, in characters */
const longestHeading = 30;

/** A short line before a list; where nothing in the document is counted, also one before a text. */
export function headingIn(line: Line, around: Neighbours): Marker | undefined {
  const { text } = line;
  if (text.length > longestHeading || line.isFull || around.isFirst || around.after === undefined)
    return undefined;
  const isPhrase = /[。、，．：:]|[をはがのにとでへもやし]$|^[「『（(※]/u.test(text.replace(/[：:]$/, ''));
  if (isPhrase && !/^(?:はじめに|おわりに)$/.test(text)) return undefined;
  const { before } = around;
  const isClosed =
    line.isApart || around.isBelowBullet || before === undefined || /。[）)]?$/u.test(before.text);
  if (!isClosed) return undefined;
  const leads =
    around.isBeforeBullet || (!around.hasNumbers && around.isBeforeText && /。/.test(around.after.text));
  if (!leads) return undefined;
  const written = text.replace(/[：:]$/, '').replaceAll(/[ \u3000]/g, '');
  return { style: 'named-line', family: 'named', value: 0, written, rest: '', firm: true };
}

/** how many lines lie between two items with names at most */
const nearLabels = 4;

const label =
  /^(?<name>(?:機密性|完全性|可用性)[ \u3000]*(?:[0-9０-９][A-CＡ-Ｃ]?|[Ⅰ-Ⅴ])|[^ \u3000：:。、「」()（）/]{1,20})(?:[ \u3000]*[：:][ \u3000]*|(?<=[0-9０-９A-CＡ-ＣⅠ-Ⅴ])[ \u3000]+(?=\S))(?<text>\S.*)$/u;

/** What is no name of a provision: who is to be asked, and when something was made. */
const noLabel =
  /^(?:(?:電話|TEL|FAX|E-?mail|メール|所管|担当|施行|作成|改定|改訂|改正|策定|制定|発行|版|文書)(?:番号|アドレス|日|年月日|者|部署?|課|元)?|問い?合わ?せ先?|https?|注|例|日時|場所|[0-9０-９.．]+)$/iu;

/**
 * Finds the items that begin with their names: 「管理責任：…」. Some stand together; one alone is a text with a colon.
 *
 * @param readings how else the lines begin
 */
export function labelled(
  lines: readonly Line[],
  readings: readonly (readonly Marker[])[],
): ReadonlyMap<number, Marker> {
  const found: { readonly at: number; readonly marker: Marker }[] = [];
  for (const [at, { text, heading }] of lines.entries()) {
    if (readings[at]?.length !== 0 || heading !== undefined) continue;
    const { name = '', text: rest = '' } = label.exec(text)?.groups ?? {};
    if (name === '' || noLabel.test(name)) continue;
    const written = name.replaceAll(/[ \u3000]/g, '').normalize('NFC');
    found.push({ at, marker: { style: 'label', family: 'named', value: 0, written, rest, firm: true } });
  }
  const isNear = (one: number, other: number | undefined) =>
    other !== undefined && Math.abs(one - other) <= nearLabels;
  return new Map(
    found
      .filter(({ at }, index) => isNear(at, found[index - 1]?.at) || isNear(at, found[index + 1]?.at))
      .map(({ at, marker }) => [at, marker]),
  );
}
