import { addToGroup } from '../../base/groups.ts';
import type { Language } from '../../base/localized.ts';
import { columnOf, columnsOf } from '../../import/register/columns.ts';
import type { FieldTarget, RecordSection } from '../../import/register/fields.ts';
import { citation } from '../../report/paper/citation.ts';
import { countsToday, type Finding, type FindingLabel, findingLabels } from '../../result/result.ts';
import { labelWords } from '../../result/words.ts';
import { inWordsOfCells } from './cell-language.ts';
import { ownText } from './own-text.ts';
import { placeKey } from './record.ts';
import { exportWords } from './words.ts';

/** A finding at a cell. */
export interface Mark {
  readonly finding: Finding;
  /** absent where it is about the record as a whole, or a field that no column is for */
  readonly target?: FieldTarget;
}

/** Why a finding about a record is no mark of its row. */
export type AsideKind = NonNullable<Finding['suppression']>['kind'] | 'announced' | 'elsewhere';

/** The findings that count, by the places of the records at which something is to be written. */
export interface Marks {
  readonly ofRecords: ReadonlyMap<string, readonly Mark[]>;
  /** why others are not among them, by the places of the records that they are about: nobody may take these for clean */
  readonly aside: ReadonlyMap<string, readonly AsideKind[]>;
  /** about what the inventory does not have, the body, or a file as a whole */
  readonly others: readonly Finding[];
}

/** Finds the record and the field at which each finding is to be settled. A missing fact may belong to another record. */
export function marksOf(findings: readonly Finding[], isRecord: (place: string) => boolean): Marks {
  const ofRecords = new Map<string, Mark[]>();
  const aside = new Map<string, AsideKind[]>();
  const others: Finding[] = [];
  for (const finding of findings) {
    const { place, section, steps } = placeOfFinding(finding.missing?.location ?? finding.location);
    const own = placeOfFinding(finding.location).place;
    if (!countsToday(finding)) addToGroup(aside, own, finding.suppression?.kind ?? 'announced');
    else if (isRecord(place)) {
      const target = targetAt(section, steps);
      addToGroup(ofRecords, place, { finding, ...(target !== undefined && { target }) });
      if (own !== place) addToGroup(aside, own, 'elsewhere');
    } else others.push(finding);
  }
  return { ofRecords, aside, others };
}

/** The place of the record that a pointer leads to, and the way from there; a place of no record where it leads to none. */
function placeOfFinding({ file, document, pointer }: Finding['location']) {
  const [, section = '', index = '', ...steps] = pointer.split('/');
  const item = /^\d+$/.test(index) ? Number(index) : -1;
  return { place: placeKey(file, document, section, item), section: section as RecordSection, steps };
}

/** The column of what a pointer leads to, or of the nearest that holds it: `/software/0/name` is `software[].name`. */
function targetAt(section: RecordSection, steps: readonly string[]): FieldTarget | undefined {
  const path = steps
    .map((step) => (/^\d+$/.test(step) ? '[]' : step))
    .join('.')
    .replaceAll('.[]', '[]');
  const columns = columnsOf(section);
  for (let at = path; at !== ''; at = at.replace(/(?:\[\]|\.?[^.[\]]+)$/u, '')) {
    const own =
      columns.find(({ target }) => target === at) ??
      columns.find(({ target }) => target.startsWith(`${at}.`) || target.startsWith(`${at}[]`));
    if (own !== undefined) return own.target;
  }
  return undefined;
}

/** The colours of cells, by the gravest finding at them. */
export const markFills: Readonly<Record<FindingLabel, string>> = {
  violation: 'F8CBAD',
  unconfirmed: 'F8CBAD',
  'inventory-error': 'F8CBAD',
  improvement: 'FFE699',
  unknown: 'FFF2CC',
  review: 'DDEBF7',
};

/** @returns the gravest label of some findings */
export function gravest(marks: readonly Mark[]): FindingLabel | undefined {
  return findingLabels.find((label) => marks.some(({ finding }) => finding.label === label));
}

/** @returns how many findings there are of each label: 違反 2、判定不能 3 */
export function countsOf(findings: readonly Finding[], language: Language): string {
  const parts = findingLabels.flatMap((label) => {
    const count = findings.filter((finding) => finding.label === label).length;
    return count === 0 ? [] : [`${labelWords[language][label]} ${count}`];
  });
  return parts.join(exportWords.comma[language]);
}

/** @returns how many findings are no mark of a row, by the reasons: 例外措置 1、ほかの行 1 */
export function countsOfAside(aside: readonly AsideKind[], language: Language): string {
  const parts = [...new Set(aside)].map(
    (kind) => `${exportWords.aside[kind][language]} ${aside.filter((one) => one === kind).length}`,
  );
  return parts.join(exportWords.comma[language]);
}

/** More findings at one cell than these are counted. */
const mostInNote = 4;

/** @returns what is wrong at a cell, the clauses that ask for it, and what to write */
export function noteOf(section: RecordSection, marks: readonly Mark[], language: Language): string {
  const texts = marks.slice(0, mostInNote).map(({ finding, target }) => {
    const { label, statement, remedy, clauses } = finding;
    const cited = clauses.map((clause) => citation(clause, language)).join(exportWords.comma[language]);
    const said = (text: string) => inWordsOfCells(text, section, target);
    return [
      `【${labelWords[language][label]}】${said(statement[language])}`,
      ...(cited === '' ? [] : [`${exportWords.clauses[language]}: ${cited}`]),
      `→ ${said(remedy[language])}`,
    ].join('\n');
  });
  const more = marks.length - texts.length;
  const choices = choicesAt(section, marks);
  const note = [
    ...texts,
    ...(more > 0 ? [exportWords.more(more)[language]] : []),
    ...(choices.length === 0
      ? []
      : [`${exportWords.choices[language]}: ${choices.join(exportWords.comma[language])}`]),
  ];
  return ownText(note.join('\n\n'));
}

/** The words that may be written at a cell. */
function choicesAt(section: RecordSection, [first]: readonly Mark[]): readonly string[] {
  return (first?.target === undefined ? undefined : columnOf(section, first.target)?.choices) ?? [];
}
