import type { CellText } from '../cell-text.ts';
import { question, type Reading, value } from '../reading.ts';
import type { Field } from '../target.ts';
import { whyNeither, yesOrNo } from './yes-no.ts';

/** A whole number, with separators between thousands or without. */
const whole = '(?<number>\\d{1,3}(?:,\\d{3})+|\\d{1,9})';
const counted = new RegExp(`^${whole} ?(?:人|名|件|台|個|冊|本|枚|箱|口|部|ライセンス)?$`, 'u');
const days = new RegExp(`^${whole} ?日(?:間)?$`, 'u');

/** Reads a whole number and what it counts. */
export function readNumber(cell: CellText, field: Field): Reading {
  if (field.key === 'systems logs.retentionDays') return readDays(cell, field);
  const number = counted.exec(cell.folded)?.groups?.['number'];
  return number === undefined ? question(whyNoNumber(cell)) : value(field.path, inDigits(number));
}

/**
 * Reads a number of days. One without a unit is taken from 90 on: below, it may be of months or years, and nobody who counts months
 * writes as many.
 */
function readDays(cell: CellText, { path }: Field): Reading {
  const number = days.exec(cell.folded)?.groups?.['number'];
  if (number !== undefined) return value(path, inDigits(number));
  const plain = /^\d{1,9}$/u.test(cell.folded) ? Number(cell.folded) : undefined;
  if (plain !== undefined) return plain >= 90 ? value(path, plain) : question('days');
  const years = /^(?<years>\d{1,2}) ?(?:年|年間|箇年|か年|ヶ年|カ年)$/u.exec(cell.folded)?.groups?.['years'];
  if (years !== undefined) return question('days', Number(years) * 365);
  return question(
    /^(?:約 ?)?\d+ ?(?:年|[かヶヵカケ箇]?月|週)/u.test(cell.folded) ? 'days' : whyNoNumber(cell),
  );
}

function inDigits(number: string): number {
  return Number(number.replaceAll(',', ''));
}

function whyNoNumber(cell: CellText): 'about' | 'only-yes-or-no' | 'not-known' | 'number' {
  if (/^(?:約|およそ|概ね)|(?:程度|前後|以上|以下|未満|[弱強余])[人名件台]?$|[~〜～]/u.test(cell.folded))
    return 'about';
  if (yesOrNo(cell) !== undefined) return 'only-yes-or-no';
  return whyNeither(cell) === 'not-known' ? 'not-known' : 'number';
}
