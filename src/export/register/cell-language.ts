import { noWordsOf, yesAndNoOf } from '../../import/register/cell-words.ts';
import { columnOf, columnsOf } from '../../import/register/columns.ts';
import type { FieldTarget, RecordSection } from '../../import/register/fields.ts';

/**
 * Says a text of the vocabulary or a remedy for somebody who fills in a cell: fields by their headers, yes and no by the words of
 * the column. Both are written for files, where the same is `storage.locked: true`.
 *
 * @param target of the column that it is about
 */
export function inWordsOfCells(
  text: string,
  section: RecordSection,
  target: FieldTarget | undefined,
): string {
  // Nobody is told beside a cell what is not judged.
  let said = text.replaceAll(/(?<=^|。)判定には用いない。/gu, '');
  for (const [pattern, header] of namesOf(section)) said = said.replaceAll(pattern, header);
  const isJapanese = /[ぁ-ん]/u.test(text);
  if (isJapanese) said = tidied(said);
  if (target === undefined) return said;
  const [yes, no] = yesAndNoFor(section, target);
  const blank = isJapanese ? ' ?' : '';
  return said
    .replaceAll(new RegExp(`${blank}(?<![\\w.])true(?![\\w.])${blank}`, 'gu'), yes)
    .replaceAll(new RegExp(`${blank}(?<![\\w.])false(?![\\w.])${blank}`, 'gu'), no);
}

/** The words for yes and no of a column; those of a field that a policy declares are the usual ones. */
function yesAndNoFor(section: RecordSection, target: FieldTarget): readonly [yes: string, no: string] {
  const column = columnOf(section, target);
  if (column === undefined) return ['○', '×'];
  return yesAndNoOf(section, target) ?? ['true', noWordsOf(column.kind)[0] ?? 'false'];
}

/** Japanese has no blanks around quotation marks, and a name is not explained by itself. */
function tidied(text: string): string {
  return text.replaceAll(/ ?(「[^」]*」) ?/gu, '$1').replaceAll(/(「([^」]*)」)（\2）/gu, '$1');
}

const known = new Map<RecordSection, readonly (readonly [RegExp, string])[]>();

/** The fields of a section as texts name them, the longest first: `encryption.atRest` before `encryption`. */
function namesOf(section: RecordSection): readonly (readonly [RegExp, string])[] {
  const found =
    known.get(section) ??
    columnsOf(section)
      .filter(({ target }) => target !== 'id' && target !== 'name')
      .toSorted((one, other) => other.target.length - one.target.length)
      .map(({ target, header }) => {
        const path = target.replaceAll('.', '\\.').replaceAll('[]', '(?:\\[\\])?');
        // What stands behind 「copies の」 is a field of other mappings.
        return [new RegExp(`(?<![\\w.\\]-]|の )${path}(?![\\w.[-])`, 'gu'), `「${header}」`] as const;
      });
  known.set(section, found);
  return found;
}
