import { type CellText, cellText, linesOf, listed, saysNone, wordsIn } from '../cell-text.ts';
import { question, type Reading, value, valueAndText } from '../reading.ts';
import type { Field } from '../target.ts';
import { choiceOf } from './choice.ts';
import { measures } from './measures.ts';
import { namesAll, readMembership, whyNeither, yesOrNo } from './yes-no.ts';

/** Reads a list of words, every part of which must be known. */
export function readWords(cell: CellText, field: Field): Reading {
  if (field.key === 'systems authentication.factors') return readFactors(cell, field);
  if (field.key === 'services reachedBy' && /^両方(?:可|とも)?$/u.test(cell.folded))
    return question('not-a-choice', ['internet', 'lgwan']);
  if (saysNone(cell)) return { kind: 'nothing', word: cell.folded };
  return readKnown(cell, field) ?? question(whyNoWords(cell));
}

function readKnown(cell: CellText, { key, path, shape }: Field): Reading | undefined {
  const { items } = shape;
  if (items === undefined) return undefined;
  const whole = choiceOf(key, items, cell.folded);
  if (whole !== undefined) return value(path, [whole]);
  // A word may hold a dot itself (入札・契約の情報), so that what separates without doubt is tried first.
  for (const parts of [linesOf(cell), listed(cell), wordsIn(cell)]) {
    const known = parts.map(({ folded }) => choiceOf(key, items, folded));
    if (known.length > 0 && known.every((part) => part !== undefined))
      return value(path, [...new Set(known)]);
  }
  return undefined;
}

function whyNoWords(cell: CellText): 'only-yes-or-no' | 'not-known' | 'not-a-choice' {
  if (yesOrNo(cell) !== undefined) return 'only-yes-or-no';
  return whyNeither(cell) === 'not-known' ? 'not-known' : 'not-a-choice';
}

const several = /^(?:二|多|2|三|3)要素(?:認証)?/u;

/** Reads what users prove who they are by: 「ID/PW＋静脈」, 「二要素認証（ICカード・PIN）」. */
function readFactors(cell: CellText, field: Field): Reading {
  if (/^(?:認証なし|認証無し?|認証しない)$/u.test(cell.folded)) return value(field.path, []);
  if (saysNone(cell)) return { kind: 'nothing', word: cell.folded };
  const inBrackets = /^(?:二|多|2|三|3)要素(?:認証)?[(:：](?<factors>[^()]+)\)?$/u.exec(cell.folded)
    ?.groups?.['factors'];
  if (several.test(cell.folded) && inBrackets === undefined) return question('which-factors');
  // An id says who somebody claims to be, and is no factor: it is one word with the password beside it.
  const proved = (inBrackets ?? cell.lines.normalize('NFKC')).replaceAll(
    /(?:(?:ユーザー?|利用者|職員)?ID|職員番号)\s?[/・･&+、と]\s?(?=PW|PASS|パスワード|暗証番号|PIN)/giu,
    '',
  );
  return readKnown(cellText(proved), field) ?? question(whyNoWords(cell));
}

/** Reads whether a word belongs into a list; some columns name what it is that belongs there. */
export function readWord(cell: CellText, field: Field, word: string): Reading {
  const path = `${field.path}[${word}]`;
  return readMembership(cell, field, word, readNamed(cell, field, word, path));
}

function readNamed(cell: CellText, { key, shape }: Field, word: string, path: string): Reading | undefined {
  const named = shape.items === undefined ? undefined : choiceOf(key, shape.items, cell.folded);
  if (named !== undefined) return named === word ? value(path, true) : question('not-yes-or-no');
  if (key !== 'assets affairs') return undefined;
  if (word === 'my-number-use') {
    if (measures.myNumberRelated(cell.folded)) return question('related-affair');
    if (namesAll(cell, measures.myNumberUse)) return valueAndText(path, true, cell.text);
  }
  if (word === 'my-number-related' && namesAll(cell, measures.myNumberRelatedAlone))
    return valueAndText(path, true, cell.text);
  const why = whyNeither(cell);
  return why === 'not-yes-or-no' ? question('affair') : question(why);
}
