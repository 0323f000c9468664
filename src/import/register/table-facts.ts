import { foldText } from '../../base/fold-text.ts';
import type { TableFact } from './table.ts';
import type { Line } from './table-lines.ts';

/**
 * Reads what a row above a table says about all of it: 「所管課：総務課」 in one cell, or 「所管課」 and 「総務課」 in two.
 *
 */
export function readFacts({ row, cells }: Line): TableFact[] {
  const facts: TableFact[] = [];
  const texts = Array.from(cells, ([column, { text }]) => ({ column, text }));
  for (let index = 0; index < texts.length; index++) {
    const { column = 0, text = '' } = texts[index] ?? {};
    const within = factsWithin(text);
    if (within.length > 0) {
      for (const fact of within) facts.push({ row, column, ...fact });
      continue;
    }
    const next = texts[index + 1];
    if (next === undefined || !isPair(text, next.text)) continue;
    facts.push({ row, column: next.column, key: foldText(text).replace(/:$/, ''), text: oneLine(next.text) });
    index++;
  }
  return facts;
}

/** @returns whether a text says a key and its value: 「所管課：総務課」 */
export function isFact(text: string): boolean {
  return factsWithin(text).length > 0;
}

/** @returns whether a text is what sheets say of themselves, so that the cell on its right is what it is */
export function isFactKey(label: string): boolean {
  return factKey.test(label);
}

const factKey = new RegExp(
  `^(${[
    '(所管|主管|担当|管理|所属)?(部|課|係|室|部署|部局|課所|所属|機関|団体|自治体|市町村|学校|施設|組織)(名|番号|コード)?',
    '(所管|主管|担当|作成|更新|記入|報告|提出|確認|点検|基準)(日|年月日|時点|者|年度)?(名|氏名)?',
    '(対象)?年度|(管理)?責任者|電話(番号)?|内線|連絡先|所在地',
  ].join('|')}):?$`,
);

/**
 * Whether the right one of two cells is the value of the left one. A colon says so; without one the left one must be a word that
 * sheets say of themselves, for boxes to sign in (課長, 係長) and small tables of terms stand above tables, too.
 */
function isPair(left: string, right: string): boolean {
  if (left.length > 20) return false;
  const label = foldText(left);
  if (label.endsWith(':')) return isKey(label.slice(0, -1));
  return isFactKey(label) && right.length <= longestText && !isFact(right) && !isFactKey(foldText(right));
}

const longestText = 40;

function isKey(key: string): boolean {
  return key.length >= 2 && key.length <= 12 && /^\p{L}[\p{L}・]*$/u.test(key);
}

/** The keys and values of one cell: a key ends at a colon, its value before the next key that a blank sets apart. */
function factsWithin(text: string): { key: string; text: string }[] {
  // Notes are long, and hold colons that say nothing of the whole table.
  if (text.length > 200 || !/[:：]/.test(text)) return [];
  const line = oneLine(text).replace(/^[(（](.*)[)）]$/, '$1');
  const starts = [...line.matchAll(/(?<=^|\s)[^\s:：]{1,20}\s?[:：](?!\/\/)/g)].filter(([start]) =>
    isKey(foldText(start).slice(0, -1)),
  );
  if (starts[0]?.index !== 0) return [];
  const facts: { key: string; text: string }[] = [];
  for (const [index, start] of starts.entries()) {
    const value = line.slice(start.index + start[0].length, starts[index + 1]?.index).trim();
    if (value !== '') facts.push({ key: foldText(start[0]).slice(0, -1), text: value });
  }
  return facts;
}

/** @returns a text on one line, its blanks and line breaks as one blank each */
export function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
