import { isTextOfItsOwn } from '../../schema/taken-words.ts';
import { accepts } from './accepts.ts';
import { type Answers, noAnswers } from './answers.ts';
import { type CellText, cellText, foldCell, listed, saysNone, saysNothing } from './cell-text.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { readChoice } from './kinds/choice.ts';
import { readDate } from './kinds/date.ts';
import { readItems, readList, readTexts } from './kinds/item-list.ts';
import { isAmbiguousNetwork, readLayer } from './kinds/layer.ts';
import { readLevel } from './kinds/level.ts';
import { readNumber } from './kinds/number.ts';
import { readPeriod } from './kinds/period.ts';
import { readRest } from './kinds/rest.ts';
import { readAddresses, readPorts, readText, readTextOrNo } from './kinds/text.ts';
import { readWord, readWords } from './kinds/word-list.ts';
import { keepsText, readYesNo } from './kinds/yes-no.ts';
import { restTarget } from './own-headers.ts';
import { blank, question, type Reading, type StatedValue, underHeader, value } from './reading.ts';
import { type Field, fieldOf } from './target.ts';

/**
 * Reads what a cell says. Only what is certain becomes a value: a blank says nothing, and what may mean several things is a question,
 * unless the mapping has answered it.
 *
 * @param targets what the column is for; of several, two dates are the beginning and the end of a period, and others all
 *   say the same
 * @param answers what the mapping says that texts of this column mean: an answer always wins
 */
export function readCell(
  text: string,
  targets: FieldTarget | readonly FieldTarget[],
  section: RecordSection,
  answers: Answers = noAnswers,
): Reading {
  const cell = cellText(text);
  const all = typeof targets === 'string' ? [targets] : targets;
  const answer = answers.get(cell.folded);
  switch (answer?.is) {
    case 'value':
      return answered(answer.value, cell, all, section);
    case 'keep':
      return value(underHeader, cell.lines);
    case 'blank':
      return blank;
    case 'not-applicable':
      return { kind: 'not-applicable' };
    case undefined:
      return cell.folded === '' ? blank : readTargets(cell, all, section);
  }
}

function readTargets(cell: CellText, targets: readonly FieldTarget[], section: RecordSection): Reading {
  const [first, second] = targets.map((target) => fieldOf(section, target));
  const areDates = targets.length === 2 && first?.shape.format === 'date' && second?.shape.format === 'date';
  if (areDates && !saysNothing(cell) && !saysNone(cell)) return readPeriod(cell, first, second);
  return joined(targets.map((target) => readTarget(cell, target, section)));
}

/** Several fields that one cell fills: all of them, or none. */
function joined(readings: readonly Reading[]): Reading {
  const unclear = readings.find(({ kind }) => kind !== 'value');
  if (unclear !== undefined) return unclear;
  const values = readings.flatMap((reading) => (reading.kind === 'value' ? reading.values : []));
  const byPath = new Map(values.map((one) => [one.path, one]));
  return byPath.size === 0 ? blank : { kind: 'value', values: [...byPath.values()] };
}

function readTarget(cell: CellText, target: FieldTarget, section: RecordSection): Reading {
  if (target.startsWith('x-')) return value(target, cell.lines);
  if (target === restTarget) return readRest(cell, section);
  const field = fieldOf(section, target);
  if (field === undefined) return question('no-field');
  if (saysNothing(cell)) return { kind: 'nothing', word: cell.folded };
  const reading = readField(cell, field);
  return reading.kind === 'question' && saysNone(cell) && !isYesNo(field)
    ? { kind: 'nothing', word: cell.folded }
    : reading;
}

function isYesNo({ shape, word }: Field): boolean {
  return word !== undefined || shape.types.includes('boolean');
}

function readField(cell: CellText, field: Field): Reading {
  const { item, word } = field;
  if (word !== undefined) return readWord(cell, field, word);
  if (item !== undefined) return readItems(cell, field, item, readPlain);
  const { items, types } = field.shape;
  if (items?.properties !== undefined) return readList(cell, field, items);
  return types.includes('array') ? readListOfPlain(cell, field) : readPlain(cell, field);
}

function readListOfPlain(cell: CellText, field: Field): Reading {
  const { key, path, shape } = field;
  if (shape.items?.choices !== undefined) return readWords(cell, field);
  if (/(?:^|\.)(?:addresses|cidr)$/u.test(path)) return readAddresses(listed(cell), cell, field);
  if (/(?:^|\.)ports$/u.test(path)) return readPorts(listed(cell), cell, field);
  if (key === 'systems segments' && listed(cell).some(isAmbiguousNetwork)) return question('layer');
  return readTexts(cell, field);
}

/** Reads a value that is no list. */
function readPlain(cell: CellText, field: Field): Reading {
  const { path, shape } = field;
  const { types, format, choices } = shape;
  if (choices !== undefined) return readChoice(cell, field);
  if (format !== undefined) return readDate(cell, field);
  if (path === 'layer') return readLayer(cell, field);
  if (types.includes('integer'))
    return types.includes('string') ? readLevel(cell, field) : readNumber(cell, field);
  if (types.includes('boolean'))
    return types.includes('string') ? readTextOrNo(cell, field) : readYesNo(cell, field);
  return types.includes('string') ? readText(cell, field) : question('no-field');
}

/** What an answer means for each field that the column is for: a list has one for each of several. */
function answered(
  meant: unknown,
  cell: CellText,
  targets: readonly FieldTarget[],
  section: RecordSection,
): Reading {
  if (typeof meant === 'string') {
    const read = foldCell(meant) === '' ? blank : readTargets(cellText(meant), targets, section);
    if (read.kind === 'value') return withText(read.values, cell, targets, section);
  }
  const each = Array.isArray(meant) && targets.length > 1;
  if (each && meant.length !== targets.length) return question('answer');
  return joined(
    targets.map((target, index) => answeredOne(each ? meant[index] : meant, cell, target, section)),
  );
}

function answeredOne(meant: unknown, cell: CellText, target: FieldTarget, section: RecordSection): Reading {
  if (target.startsWith('x-')) return value(target, meant);
  const field = fieldOf(section, target);
  if (field === undefined) return question('no-field');
  const stated = literal(meant, field);
  if (stated !== undefined && accepts(section, stated)) return withText([stated], cell, [target], section);
  const texts = Array.isArray(meant) && field.shape.types.includes('array') ? meant : [meant];
  const read = texts.every((text) => typeof text === 'string')
    ? readTarget(cellText(texts.join('\n')), target, section)
    : undefined;
  return read?.kind === 'value' ? read : question('answer');
}

/** Beside a yes or no that an answer gives, the text is kept where it says more: a product, how often. */
function withText(
  values: readonly StatedValue[],
  { text }: CellText,
  targets: readonly FieldTarget[],
  section: RecordSection,
): Reading {
  const says = targets.some((target) => {
    const field = fieldOf(section, target);
    return field !== undefined && keepsText(field);
  });
  const kept = values.some(({ path }) => path === underHeader) || !says || !isTextOfItsOwn(text);
  return { kind: 'value', values: kept ? values : [...values, { path: underHeader, value: text }] };
}

/** A value that the mapping gives as it is to be written, where no text was read as one. */
function literal(meant: unknown, { path, item, word, shape }: Field): StatedValue | undefined {
  if (word !== undefined) return { path: `${path}[${word}]`, value: meant };
  const all = Array.isArray(meant) ? meant : [meant];
  if (item !== undefined) return { path: item.list, value: all.map((one) => ({ [item.field]: one })) };
  if (shape.types.includes('array')) return { path, value: all };
  const isText =
    typeof meant === 'number' && shape.types.includes('string') && !shape.types.includes('integer');
  return { path, value: isText ? String(meant) : meant };
}
