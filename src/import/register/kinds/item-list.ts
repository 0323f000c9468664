import type { Shape } from '../../../schema/shape.ts';
import { type CellText, cellText, linesOf, listed, saysNone } from '../cell-text.ts';
import { question, type Reading, type StatedValue, value } from '../reading.ts';
import type { Field } from '../target.ts';
import { softwareOf } from './software.ts';
import { meansAll, readText } from './text.ts';
import { whyNeither, yesOrNo } from './yes-no.ts';

type Read = (cell: CellText, field: Field) => Reading;

/** Lists of which 無 says that they are empty, and 有 that somebody has to write what is in them. */
const asksWhetherAny = new Set(['subcontractors', 'findings', 'verification.problems', 'certifications']);

/** Reads a list of texts. */
export function readTexts(cell: CellText, { path, shape }: Field): Reading {
  const plain = emptyOrUnclear(cell, path);
  if (plain !== undefined) return plain;
  if (shape.items?.refersTo?.includes('agencies') === true && meansAll(cell)) return question('division');
  // Findings are sentences, in which commas stand; the others are names.
  const isSentences = path === 'findings' || path === 'verification.problems';
  const parts = isSentences
    ? linesOf(cell)
    : shape.items?.refersTo === undefined
      ? certificates(cell)
      : listed(cell);
  const texts = parts.map(({ text }) => text);
  return texts.length === 0 ? question('not-a-choice') : value(path, texts);
}

/** ISMAP・ISMS: known words, between which a dot separates. */
function certificates(cell: CellText): CellText[] {
  return listed(cell).flatMap((part) => {
    const words = part.lines.split(/[・･／/](?!IEC)/u).map(cellText);
    return words.every(({ folded }) => certificate.test(folded)) ? words : [part];
  });
}

const certificate =
  /^(?:ISMAP(?:-LIU)?|ISMS|JIS ?Q ?\d+|ISO(?:\/IEC)? ?\d+(?:-\d+)?|Pマーク|プライバシーマーク|SOC ?[123]|ASP・SaaS認定)$/iu;

/** Reads the names of subcontractors, or that there are none. */
export function readSubcontractors(cell: CellText): Reading {
  const inBrackets = /^(?:有り?|あり|○|◯)[ :]?\((?<names>.+)\)$/u.exec(cell.folded)?.groups?.['names'];
  const plain = inBrackets === undefined ? emptyOrUnclear(cell, 'subcontractors') : undefined;
  if (plain !== undefined) return plain;
  const names = listed(inBrackets === undefined ? cell : cellText(inBrackets)).map(({ text }) => text);
  return names.length > 0 && names.every((name) => ofCompany.test(name.normalize('NFKC')))
    ? value(
        'subcontractors',
        names.map((name) => ({ name })),
      )
    : question(inBrackets === undefined ? 'not-a-choice' : 'qualified');
}

const ofCompany =
  /(?:株式|有限|合同|合資|合名)会社|\((?:株|有|同|一社|一財|公社|公財)\)|(?:社団|財団|NPO|医療|学校|福祉)法人|(?:事業)?協同組合|(?:Inc|Ltd|LLC|Corp)\.?$/u;

function emptyOrUnclear(cell: CellText, list: string): Reading | undefined {
  if (asksWhetherAny.has(list)) {
    // 未 says that nobody has looked yet.
    if ((yesOrNo(cell) === false && !cell.folded.startsWith('未')) || saysNone(cell)) return value(list, []);
    if (/^(?:指摘|指摘事項|問題|再委託|再委託先|認証)(?:は?なし|無し?)$/u.test(cell.folded))
      return value(list, []);
  }
  if (saysNone(cell)) return { kind: 'nothing', word: cell.folded };
  if (yesOrNo(cell) !== undefined) return question('only-yes-or-no');
  if (asksWhetherAny.has(list) && /^.{0,6}(?:済み?|あり|有り?)$/u.test(cell.folded))
    return question('only-yes-or-no');
  if (/^\d+ ?(?:件|社|名|人|本|か所|箇所)?$/u.test(cell.folded)) return question('only-yes-or-no');
  const why = whyNeither(cell);
  if (why === 'not-known' || why === 'requirement' || why === 'partly') return question(why);
  return why === 'qualified' && asksWhetherAny.has(list) ? question(why) : undefined;
}

/**
 * Reads a field of the items of a list: one item for each line, or for each part between commas. Several columns state several
 * fields of the same items.
 *
 * @param read reads the field of one item
 */
export function readItems(cell: CellText, field: Field, item: Required<Field>['item'], read: Read): Reading {
  const { list, field: name } = item;
  const isName = name === 'name';
  if (isName && list === 'subcontractors') {
    const plain = emptyOrUnclear(cell, list);
    if (plain !== undefined) return plain;
  }
  if (list === 'copies' && name === 'location' && noCopies.test(cell.folded)) return value(list, []);
  const items: Record<string, unknown>[] = [];
  const others: StatedValue[] = [];
  for (const part of list === 'copies' && name === 'location' ? linesOf(cell) : listed(cell)) {
    const reading = read(part, field);
    if (reading.kind !== 'value') return reading;
    const stated = reading.values.find(({ path }) => path === field.path);
    if (stated === undefined) return question('no-field');
    items.push(
      list === 'software' && isName ? { ...softwareOf(String(stated.value)) } : { [name]: stated.value },
    );
    others.push(...reading.values.filter((one) => one !== stated));
  }
  const [only] = items;
  if (only === undefined) return { kind: 'blank' };
  return { kind: 'value', values: [{ path: list, value: items }, ...others] };
}

/** なし alone may be where the copies are not; this says that there are none. */
const noCopies = /^(?:複製|写し|コピー)(?:は?なし|無し?)$/u;

/** Reads a column that is for a list of mappings as a whole, by the field that names its items. */
export function readList(cell: CellText, field: Field, shape: Shape): Reading {
  if (field.path === 'subcontractors') return readSubcontractors(cell);
  const name = ['name', 'location'].find((key) => shape.properties?.[key] !== undefined);
  if (name === undefined) return question('no-field');
  const inner = shape.properties?.[name];
  if (inner === undefined) return question('no-field');
  const item = { list: field.path, field: name };
  const path = `${field.path}.${name}`;
  return readItems(
    cell,
    { ...field, path, key: `${field.section} ${path}`, shape: inner, item },
    item,
    readText,
  );
}
