import type { FieldTarget, RecordSection } from './fields.ts';
import { foldHeader } from './header-text.ts';
import { type HeaderQuestion, kept, rowNumberHeaders } from './headers.ts';
import { takesSeveral } from './known-headers.ts';
import { makesNames } from './made-name.ts';
import { type HeaderMatch, matchHeader } from './match-header.ts';
import { isKeptKey, ownIdHeader } from './own-headers.ts';
import type { Table, TableColumn } from './table.ts';
import { isParticular, isPlainlyOther, shareReadable, textsIn } from './value-evidence.ts';

/** What a column is for. */
export interface ColumnProposal {
  /**
   * - `exact`: the header means this and nothing else
   * - `guess`: a person has to confirm it
   * - `unmapped`: not known; kept below `x-` and its header
   * - `row-number`: counts the rows, and says nothing of them
   */
  readonly state: 'exact' | 'guess' | 'unmapped' | 'row-number';
  /** all that it fills; absent for a row number */
  readonly targets?: readonly FieldTarget[];
  /** what it may be for instead, the likeliest first */
  readonly alternatives?: readonly FieldTarget[];
  /** why a guess is one */
  readonly question?: HeaderQuestion;
}

const rowNumbers = new Set(rowNumberHeaders.split(' ').map(foldHeader));
/**
 * What the columns of a table are for, in their order. Exact only where the header, without what tells how to fill it in, means
 * one field in the section; all that is alike is a guess.
 */
export function proposeColumns(table: Table, section: RecordSection): readonly ColumnProposal[] {
  const proposals = table.columns.map((column) => proposeColumn(table, column, section));
  if (!makesNames(section)) findName(table, proposals);
  settleVersions(proposals);
  settleShared(table, section, proposals);
  findNumber(table, proposals);
  const keys = keysOf(table);
  return proposals.map((proposal, index) => ownKeys(proposal, keys[index] ?? kept));
}

function proposeColumn(table: Table, column: TableColumn, section: RecordSection): ColumnProposal {
  const match = matchHeader(column.header, section);
  const isOurs = column.header === ownIdHeader || isKeptKey(column.header);
  if (isOurs && match !== undefined) return { state: 'exact', targets: match.known.targets };
  if (isRowNumber(table, column, match)) return { state: 'row-number' };
  if (rowNumbers.has(foldHeader(column.header)))
    return { state: 'guess', targets: [kept], alternatives: ['id'], question: 'number-or-id' };
  if (match === undefined) return { state: 'unmapped', targets: [kept] };
  const { known, question } = match;
  const { targets, alternatives } = known;
  const instead = alternatives !== undefined && { alternatives };
  if (question === 'similar' && targets.includes(kept))
    return { state: 'unmapped', targets: [kept], ...instead };
  const texts = textsIn(table, column);
  if (question !== undefined)
    return byValues({ state: 'guess', targets, ...instead, question }, texts, section);
  const exact: ColumnProposal = { state: 'exact', targets };
  const likelier = byValues({ state: 'guess', targets, ...instead, question: 'which-field' }, texts, section);
  if (likelier.targets?.join() !== targets.join()) return likelier;
  return isPlainlyOther(texts, targets, section)
    ? { state: 'guess', targets, alternatives: [kept], question: 'values' }
    : exact;
}

/**
 * A guess by the header alone may be about another thing. What the values are decides between the fields that a header may mean; and
 * a header tells nothing where none of its values is one of any of them.
 */
function byValues(guess: ColumnProposal, texts: readonly string[], section: RecordSection): ColumnProposal {
  const { targets = [], alternatives = [], question } = guess;
  const fits = (fields: readonly FieldTarget[]) => shareReadable(texts, fields, section);
  if (targets.includes(kept) || texts.length === 0) return guess;
  const others = alternatives.filter((target) => target !== kept);
  const likelier = isParticular(targets, section)
    ? fits(targets) === 0 && others.find((target) => fits([target]) > 0.5)
    : others.find((target) => isParticular([target], section) && fits([target]) === 1);
  if (likelier) {
    const rest = [...targets, ...alternatives.filter((target) => target !== likelier)];
    return { ...guess, targets: [likelier], alternatives: rest };
  }
  const tellsLittle =
    question === 'similar' ||
    question === 'group' ||
    (question === 'which-field' && alternatives.includes(kept));
  if (fits(targets) > 0 || !tellsLittle) return guess;
  return { state: 'unmapped', targets: [kept], alternatives: targets };
}

/** A column that is called a number or has no field of its own, and whose values are 1, 2, 3 and so on down the sheet. */
function isRowNumber(table: Table, column: TableColumn, match: HeaderMatch | undefined): boolean {
  const values = table.rows.flatMap(({ cells }) => {
    const cell = cells.get(column.column);
    return cell === undefined || cell.repeats !== undefined ? [] : [cell.text.normalize('NFKC')];
  });
  const areNumbers = values.every((text) => /^\d+$/.test(text));
  if (!areNumbers) return false;
  if (rowNumbers.has(foldHeader(column.header))) return true;
  const counts = values.length > 0 && values.every((text, index) => Number(text) === index + 1);
  if (!counts) return false;
  const { targets = [kept] } = match?.known ?? {};
  if (targets.includes('id')) return true;
  return values.length >= 3 && (match?.question !== undefined || targets.includes(kept));
}

/** Every record has a name: where no header is known for one, the first that ends as names do is a guess. */
function findName(table: Table, proposals: ColumnProposal[]): void {
  if (proposals.some(({ targets }) => targets?.includes('name'))) return;
  const other = proposals.findIndex(({ alternatives }) => alternatives?.includes('name'));
  const { targets = [], alternatives = [], ...proposal } = proposals[other] ?? { state: 'guess' };
  if (other >= 0 && proposal.state === 'guess') {
    const rest = [...targets, ...alternatives.filter((target) => target !== 'name')];
    proposals[other] = { ...proposal, targets: ['name'], alternatives: rest };
    return;
  }
  const software = proposals.findIndex(({ targets: fields }) => fields?.join() === 'software[].name');
  if (software >= 0) {
    // In a list of programs these are the records.
    proposals[software] = {
      ...{ state: 'guess', targets: ['name'], alternatives: ['software[].name'], question: 'which-field' },
    };
    return;
  }
  for (const ending of [
    /(?:名|名称|件名|題名|タイトル)$/,
    /^(?:内容|概要|品名|対象|項目|事項|区分)$|内容$|概要$/,
  ]) {
    const index = table.columns.findIndex(
      ({ header }, at) =>
        proposals[at]?.state === 'unmapped' &&
        ending.test(header.normalize('NFKC').replaceAll(/\s|\(.*\)/g, '')),
    );
    if (index < 0) continue;
    proposals[index] = { state: 'guess', targets: ['name'], alternatives: [kept], question: 'similar' };
    return;
  }
}

/** Where names of programs stand in a column of their own, those of their versions hold nothing else. */
function settleVersions(proposals: ColumnProposal[]): void {
  const [name, version] = ['software[].name', 'software[].version'];
  if (!proposals.some(({ targets }) => targets?.join() === name)) return;
  for (const [index, proposal] of proposals.entries())
    if (proposal.targets?.join() === `${name},${version}`)
      proposals[index] = { ...proposal, targets: [version], alternatives: [name] };
}

/** What ends in 番号, and numbers something else than the records. */
const otherNumbers =
  /製造|シリアル|電話|内線|fax|郵便|口座|職員|社員|個人|法人|利用者|ユーザ|ラック|ポート|ロット|バージョン|ライセンス|プロダクト|imei|品番|型番|部屋|階|条|項|ページ|mac|回線|契約番号|世代|版|メーカ/;

/**
 * Records that have a number of their own are known by it: where no header means that for certain, the first that ends as such
 * numbers do, to the left of most others, and below which no two values are alike.
 */
function findNumber(table: Table, proposals: ColumnProposal[]): void {
  const isId = ({ targets, alternatives }: ColumnProposal) =>
    targets?.includes('id') || alternatives?.includes('id');
  if (proposals.some(isId)) return;
  const index = table.columns.slice(0, 4).findIndex((column, at) => {
    const { state, targets } = proposals[at] ?? {};
    const header = foldHeader(column.header);
    return (
      state !== 'row-number' &&
      targets?.every((target) => target === kept) &&
      /(?:番号|no|id|コド|コード)$/.test(header) &&
      !otherNumbers.test(header) &&
      numbersEach(table, column)
    );
  });
  if (index >= 0)
    proposals[index] = { state: 'guess', targets: ['id'], alternatives: [kept], question: 'number-or-id' };
}

function numbersEach({ rows }: Table, { column }: TableColumn): boolean {
  const texts = rows.flatMap(({ cells }) => cells.get(column)?.text ?? []);
  return texts.length > 1 && texts.length === rows.length && new Set(texts).size === texts.length;
}

/** Two columns cannot both fill a field that has one value: which of them does is asked. */
function settleShared(table: Table, section: RecordSection, proposals: ColumnProposal[]): void {
  for (const [target, columns] of columnsByTarget(section, proposals)) {
    if (columns.length < 2) continue;
    const [first = 0, ...others] = [...columns].sort(
      (one, other) => rankOf(proposals[one]) - rankOf(proposals[other]),
    );
    const areBothExact = others.some((index) => proposals[index]?.state === 'exact');
    const holder = proposals[first];
    if (areBothExact && holder !== undefined)
      proposals[first] = { ...holder, state: 'guess', alternatives: [kept], question: 'two-columns' };
    for (const index of others) {
      const proposal = proposals[index];
      if (proposal === undefined || table.columns[index] === undefined) continue;
      proposals[index] = without(target, proposal, proposals);
    }
  }
}

/** The proposal of a column for whose field another column is likelier. */
function without(
  target: FieldTarget,
  proposal: ColumnProposal,
  proposals: readonly ColumnProposal[],
): ColumnProposal {
  const isTaken = (field: FieldTarget) =>
    field !== kept && proposals.some(({ targets }) => targets?.includes(field));
  const { alternatives = [], question } = proposal;
  const instead = alternatives.find((field) => !isTaken(field)) ?? kept;
  const rest = [...alternatives.filter((field) => field !== instead), target];
  const asked = instead === kept ? 'two-columns' : (question ?? 'two-columns');
  return { state: 'guess', targets: [instead], alternatives: rest, question: asked };
}

function columnsByTarget(
  section: RecordSection,
  proposals: readonly ColumnProposal[],
): ReadonlyMap<FieldTarget, readonly number[]> {
  const columns = new Map<FieldTarget, number[]>();
  for (const [index, { targets = [] }] of proposals.entries())
    for (const target of targets) {
      if (target === kept || takesSeveral(section, target)) continue;
      columns.set(target, [...(columns.get(target) ?? []), index]);
    }
  return columns;
}

/** An exact column is likelier to be for a field than one that is asked, and that than one that is merely alike. */
function rankOf(proposal: ColumnProposal | undefined): number {
  if (proposal?.state === 'exact') return 0;
  return proposal?.question === 'similar' || proposal?.question === 'group' ? 2 : 1;
}

/** The keys of columns that no field is for, each of one column only. */
function keysOf(table: Table): readonly FieldTarget[] {
  const taken = new Set<FieldTarget>();
  return table.columns.map(({ header, column }) => {
    const name = `${kept}${header.replaceAll(/[.[\]\s]/g, '') || `列${column}`}`;
    let key = name;
    for (let count = 2; taken.has(key); count++) key = `${name}-${count}`;
    taken.add(key);
    return key;
  });
}

function ownKeys(proposal: ColumnProposal, key: FieldTarget): ColumnProposal {
  const named = (targets: readonly FieldTarget[]) =>
    targets.map((target) => (target === kept ? key : target));
  const { targets, alternatives } = proposal;
  return {
    ...proposal,
    ...(targets !== undefined && { targets: named(targets) }),
    ...(alternatives !== undefined && { alternatives: named(alternatives) }),
  };
}
