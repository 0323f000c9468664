import { isMapping } from '../../base/mapping.ts';
import { sameValue } from '../../import/merge/record-value.ts';
import { sameFact } from '../../import/merge/same-fact.ts';
import { readAnswers } from '../../import/register/answers.ts';
import { underHeader } from '../../import/register/reading.ts';
import type { ReadValue } from '../../import/register/records.ts';
import type { References } from '../../import/register/references.ts';
import type { TableCell } from '../../import/register/table.ts';
import { readCell } from '../../import/register/values.ts';
import type { RecordSection } from '../../register/state.ts';
import type { ColumnProfile } from './column-profile.ts';
import { formsFor, type NamesOf, type Want } from './forms.ts';
import { differences, type RowReader, type RowValues } from './row-reader.ts';

/** The columns of a sheet that have to be written together, since they state the same fields. */
export interface ColumnGroup {
  readonly profiles: readonly ColumnProfile[];
  readonly paths: ReadonlySet<string>;
}

/** A row that is to say something else. */
export interface RowTask {
  readonly row: number;
  readonly id: string;
  readonly cells: ReadonlyMap<number, TableCell>;
  /** what it says today */
  readonly says: RowValues;
  /** whether the cell of a column may be changed */
  readonly isFree: (column: number) => boolean;
  /** whether the file can hold a text */
  readonly canHold: (text: string) => boolean;
}

/** how many ways to write a row are tried before it is given up */
const mostTrials = 300;

/** Finds out how rows of a sheet are written so that they say what they are to say. */
export class RowSolver {
  readonly #section: RecordSection;
  readonly #reader: RowReader;
  readonly #references: References;
  readonly #namesOf: (profile: ColumnProfile) => NamesOf;
  readonly #statements = new Map<ColumnProfile, ReadonlyMap<string, Want>>();
  readonly groups: readonly ColumnGroup[];

  constructor(
    section: RecordSection,
    profiles: readonly ColumnProfile[],
    reader: RowReader,
    references: References,
    namesOf: NamesOf,
  ) {
    this.#section = section;
    this.#reader = reader;
    this.#references = references;
    this.#namesOf = (profile) => (sections, id) => [
      ...[...this.#statementsOf(profile)].flatMap(([text, says]) =>
        [...says.values()].some((value) => value === id || sameValue(value, [id])) ? [text] : [],
      ),
      ...namesOf(sections, id),
    ];
    this.groups = this.#grouped(profiles.filter(({ used }) => !used.mapped.rowNumber));
  }

  /**
   * @param paths the fields of the group that are to say something else
   * @param target what the row is to say under all paths
   * @returns the texts of the cells to be written, by their columns; `undefined` where reading none of the ways gives just that
   */
  solve(
    task: RowTask,
    group: ColumnGroup,
    paths: readonly string[],
    target: RowValues,
  ): ReadonlyMap<number, string> | undefined {
    const wanted = new Map(task.says);
    for (const path of paths) {
      const value = target.get(path);
      if (value === undefined) wanted.delete(path);
      else wanted.set(path, value);
    }
    const choices = group.profiles.map((profile) => this.#choices(task, profile, wanted));
    let trials = 0;
    for (const texts of combinations(choices)) {
      trials += 1;
      if (trials > mostTrials) return undefined;
      const cells = new Map(task.cells);
      const written = new Map<number, string>();
      for (const [index, { used }] of group.profiles.entries()) {
        const { column } = used.column;
        const text = texts[index];
        if (text === undefined || text === (task.cells.get(column)?.text ?? '')) continue;
        written.set(column, text);
        if (text === '') cells.delete(column);
        else cells.set(column, { text });
      }
      if (written.size === 0) continue;
      const says = this.#reader.read(task.row, task.id, cells);
      if (says !== undefined && differences(this.#section, says, wanted).length === 0) return written;
    }
    return undefined;
  }

  /** The texts that are tried for a cell; one whose column says nothing else than before stays, if it can. */
  #choices(task: RowTask, profile: ColumnProfile, wanted: RowValues): readonly string[] {
    const { column } = profile.used.column;
    const own = task.cells.get(column)?.text;
    if (!task.isFree(column)) return [own ?? ''];
    const want = this.#wantOf(profile, wanted);
    const before = this.#wantOf(profile, task.says);
    const isSame = [...new Set([...want.keys(), ...before.keys()])].every((path) =>
      sameFact(this.#section, path, want.get(path), before.get(path)),
    );
    if (isSame) return [own ?? ''];
    const learned = [...this.#statementsOf(profile)]
      .filter(([, says]) => this.#isSame(says, want))
      .map(([text]) => text);
    const forms = formsFor(want, { profile, own, learned, namesOf: this.#namesOf(profile) });
    return [...forms.filter((text) => text !== own && task.canHold(text)), own ?? ''];
  }

  #isSame(says: Want, want: Want): boolean {
    const stated = [...want].filter(([, value]) => value !== undefined);
    return (
      stated.length === says.size &&
      stated.every(([path, value]) => sameFact(this.#section, path, says.get(path), value))
    );
  }

  /** What a column would have to state of what a row is to say. */
  #wantOf({ targets, used }: ColumnProfile, values: RowValues): Map<string, unknown> {
    const want = new Map<string, unknown>([[used.kept, values.get(used.kept)]]);
    for (const { target, field } of targets) {
      const list = field?.item?.list;
      if (field?.word !== undefined) {
        const words = values.get(field.path);
        want.set(target, Array.isArray(words) ? words.includes(field.word) : undefined);
      } else if (list !== undefined) want.set(list, this.#itemsFor(list, field?.item?.field ?? '', values));
      else want.set(target, values.get(target));
    }
    return want;
  }

  /** Of the items of a list what the column is for; where no other column states anything of them, all of them. */
  #itemsFor(list: string, name: string, values: RowValues): unknown {
    const items = values.get(list);
    if (!Array.isArray(items)) return undefined;
    const group = this.groups?.find(({ paths }) => paths.has(list));
    const others = group?.profiles
      .flatMap(({ targets }) => targets)
      .filter(({ field }) => field?.item?.list === list);
    if ((others?.length ?? 0) < 2) return items;
    const own = items.flatMap((item) =>
      isMapping(item) && item[name] !== undefined ? [{ [name]: item[name] }] : [],
    );
    return own.length === 0 ? undefined : own;
  }

  /** What each text of a column says by itself. */
  #statementsOf(profile: ColumnProfile): ReadonlyMap<string, Want> {
    const known = this.#statements.get(profile);
    if (known !== undefined) return known;
    const answers = readAnswers(Object.fromEntries(profile.used.mapped.answers));
    const targets = (profile.used.mapped.field ?? []).filter((target) => target !== 'id');
    const statements = new Map<string, Want>();
    for (const text of [...profile.texts.slice(0, 300), ...profile.used.mapped.answers.keys()]) {
      if (targets.length === 0 || targets.every((target) => target.startsWith('x-'))) continue;
      const reading = readCell(text, targets, this.#section, answers);
      if (reading.kind !== 'value') continue;
      const values = reading.values.map(({ path, value }): [string, ReadValue] => {
        const { kept } = profile.used;
        return [path === underHeader ? kept : path, { value, text, cell: 'A1', kept }];
      });
      const source = { file: '', sheet: '', row: 1 };
      const resolved = this.#references.resolve(this.#section, new Map(values), source);
      statements.set(text, new Map([...resolved].map(([path, { value }]) => [path, value])));
    }
    this.#statements.set(profile, statements);
    return statements;
  }

  #grouped(profiles: readonly ColumnProfile[]): ColumnGroup[] {
    let groups: { profiles: ColumnProfile[]; paths: Set<string> }[] = [];
    for (const profile of profiles) {
      const paths = new Set(this.#pathsOf(profile));
      const joined = groups.filter((group) => [...paths].some((path) => group.paths.has(path)));
      groups = [
        ...groups.filter((group) => !joined.includes(group)),
        {
          profiles: [...joined.flatMap((group) => group.profiles), profile],
          paths: new Set([...joined.flatMap((group) => [...group.paths]), ...paths]),
        },
      ];
    }
    return groups;
  }

  #pathsOf(profile: ColumnProfile): string[] {
    const stated = [...this.#statementsOf(profile).values()].flatMap((says) => [...says.keys()]);
    return [
      profile.used.kept,
      ...profile.targets.map(({ target, field }) => field?.item?.list ?? field?.path ?? target),
      ...stated.map((path) => path.replace(/\[.*\]$/u, '')),
    ];
  }
}

function* combinations(choices: readonly (readonly string[])[]): Iterable<readonly string[]> {
  const [first, ...rest] = choices;
  if (first === undefined) {
    yield [];
    return;
  }
  for (const text of first) for (const others of combinations(rest)) yield [text, ...others];
}
