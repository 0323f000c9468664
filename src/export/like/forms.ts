import { fullWidth } from '../../base/full-width.ts';
import { isMapping } from '../../base/mapping.ts';
import { levelOf } from '../../import/merge/same-fact.ts';
import type { Shape } from '../../schema/shape.ts';
import type { ColumnProfile } from './column-profile.ts';
import { dateForms, periodForms } from './dates.ts';

/** @returns the names by which a record may be written, the likeliest first */
export type NamesOf = (sections: readonly string[], id: string) => readonly string[];

/** What stands under the paths that a column states, as they are to be. */
export type Want = ReadonlyMap<string, unknown>;

/** What is known of a cell that is to be written. */
export interface FormContext {
  readonly profile: ColumnProfile;
  /** what stands in the cell today */
  readonly own: string | undefined;
  readonly namesOf: NamesOf;
  /** the texts of the column that say exactly what is wanted */
  readonly learned: readonly string[];
}

/** how many texts are tried for one cell */
const mostForms = 60;

/**
 * Proposes texts for a cell, in the convention of its column: as other cells say the same, else as they say the like. Which of
 * them says what is wanted only reading it shows.
 */
export function formsFor(want: Want, context: FormContext): string[] {
  const { profile, learned } = context;
  const stated = profile.targets.flatMap(({ target, field }) => {
    const value = want.get(field?.item?.list ?? target);
    return value === undefined ? [] : [{ value, shape: field?.shape, target, item: field?.item }];
  });
  const kept = want.get(profile.used.kept);
  const others = [...want].filter(([, value]) => value !== undefined);
  if (others.length === 0) return [''];
  const forms = new Set<string>();
  if (kept !== undefined) forms.add(String(kept));
  for (const text of learned) forms.add(text);
  if (isPeriod(profile)) {
    const [starts, ends] = profile.targets.map(({ target }) => textOf(want.get(target)));
    for (const text of periodForms(starts, ends, examplesOf(context))) forms.add(text);
  }
  for (const { value, shape } of stated)
    for (const text of valueForms(value, shape, context)) forms.add(text);
  for (const [, value] of others) for (const text of valueForms(value, undefined, context)) forms.add(text);
  for (const text of profile.used.mapped.answers.keys()) forms.add(text);
  return [...forms].slice(0, mostForms);
}

function isPeriod({ targets }: ColumnProfile): boolean {
  return targets.length === 2 && targets.every(({ field }) => field?.shape.format === 'date');
}

function textOf(value: unknown): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** What stands in the cell shows best how the next one is to be written, then what stands in most others. */
function examplesOf({ own, profile }: FormContext): string[] {
  return [...(own === undefined ? [] : [own]), ...profile.texts.slice(0, 12)];
}

function valueForms(value: unknown, shape: Shape | undefined, context: FormContext): string[] {
  if (typeof value === 'boolean') return yesNoForms(value, context);
  if (Array.isArray(value)) return listForms(value, shape?.items ?? shape, context);
  if (isMapping(value)) return itemForms(value);
  const text = String(value);
  if (shape?.format !== undefined) return dateForms(text, examplesOf(context));
  if (shape?.choices !== undefined) return [...(shape.choices[text]?.words ?? []), text];
  if (shape?.refersTo !== undefined) return [...context.namesOf(shape.refersTo, text), text];
  if (shape?.types.includes('integer') === true)
    return shape.types.includes('string')
      ? levelForms(text, examplesOf(context))
      : numberForms(text, examplesOf(context));
  return /^\d+$/.test(text) ? [...numberForms(text, examplesOf(context)), text] : [text];
}

/** Words for yes and no that stand side by side in one column. */
const pairs: readonly (readonly [yes: string, no: string])[] = [
  ['○', '×'],
  ['〇', '×'],
  ['◯', '×'],
  ['有', '無'],
  ['あり', 'なし'],
  ['有り', '無し'],
  ['済', '未'],
  ['済み', '未'],
  ['実施済', '未実施'],
  ['はい', 'いいえ'],
  ['可', '不可'],
  ['可', '否'],
  ['可', '禁止'],
  ['TRUE', 'FALSE'],
];

function yesNoForms(value: boolean, context: FormContext): string[] {
  const partners = examplesOf(context).flatMap((example) =>
    pairs.filter((pair) => pair.includes(example)).flat(),
  );
  const plain = pairs.map(([yes, no]) => (value ? yes : no));
  // In a column that asks whether something is forbidden a no is written as what else is a yes.
  return [...partners, ...plain, ...pairs.map(([yes, no]) => (value ? no : yes))];
}

function levelForms(level: string, examples: readonly string[]): string[] {
  const token = levelOf(level);
  const like = examples.flatMap((example) => {
    const { before, digits = '' } =
      /^(?<before>.*?)(?<digits>[1-9１-９][A-Da-dＡ-Ｄａ-ｄ]?)$/u.exec(example)?.groups ?? {};
    if (before === undefined || token === undefined || !/^\d/.test(token)) return [];
    return [`${before}${/[１-９]/.test(digits) ? fullWidth(token) : token}`];
  });
  return [...like, level];
}

function numberForms(number: string, examples: readonly string[]): string[] {
  const like = examples.flatMap((example) => {
    const digits = /[\d０-９][\d,０-９，]*/u.exec(example)?.[0];
    if (digits === undefined) return [];
    const grouped = /[,，]/.test(digits) ? Number(number).toLocaleString('en-US') : number;
    return [example.replace(digits, /[０-９]/.test(digits) ? fullWidth(grouped) : grouped)];
  });
  return [...like, number, `${number}日`];
}

/** What may stand between the items of a list, the likeliest first. */
const separators = ['、', '\n', '・', '，', ',', '／', '/', '＋', '+', ' '];

function listForms(list: readonly unknown[], shape: Shape | undefined, context: FormContext): string[] {
  if (list.length === 0) return ['無', 'なし', '－', '認証なし'];
  const used = separators.filter((one) => context.profile.texts.some((text) => text.includes(one)));
  const items = list.map((item) => [...valueForms(item, shape, { ...context, learned: [] })]);
  const longest = Math.min(Math.max(...items.map((forms) => forms.length)), 4);
  const joined = (separator: string) =>
    Array.from({ length: longest }, (_, index) =>
      items.map((forms) => forms[Math.min(index, forms.length - 1)] ?? '').join(separator),
    );
  return list.length === 1 ? (items[0] ?? []) : [...used, ...separators.slice(0, 2)].flatMap(joined);
}

/** A name and its version in one cell; of any other item what is stated, where that is one text. */
function itemForms(item: Readonly<Record<string, unknown>>): string[] {
  const { name, version } = item;
  if (name !== undefined && version !== undefined)
    return [`${name} ${version}`, `${name} Ver.${version}`, `${name}${version}`];
  return Object.values(item).map(String);
}
