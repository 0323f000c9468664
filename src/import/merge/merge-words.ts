import { inventoryShape } from '../../../generated/shapes.ts';
import { type Localized, setApart } from '../../base/localized.ts';
import { joined, wordYamlProblem } from '../../yaml/words.ts';
import type {
  ChangedField,
  KeptField,
  MergeConflict,
  MergedField,
  MergedRecord,
  MergeProblem,
  NotEditable,
} from './merge-problem.ts';
import type { Source } from './source.ts';
import { flowText } from './written-value.ts';

/** How messages name what is imported, and the parts of it. */
export interface SourceWords {
  /** the file that holds what the last import gave */
  readonly stateFile: string;
  /** all of it, as opposed to the YAML */
  readonly whole: Localized;
  /** what a record is there: a row */
  readonly entry: Localized;
  readonly rowOf: (source: Source) => Localized;
  readonly cellOf: (field: MergedField) => Localized;
}

/** Words why nothing was merged, and what to do. The file and the place in it stand before it. */
export function wordMergeProblem(problem: MergeProblem, { stateFile }: SourceWords): Localized {
  switch (problem.code) {
    case 'yaml':
      return joined(wordYamlProblem(problem.problem));
    case 'no-state':
      return {
        ja: `既にありますが、取り込んだものかどうか分かりません (${stateFile} に記録がありません)。この内容を引き継ぐなら --adopt を付け、そうでなければ別の --out を指定してください`,
        en: `is there already, and ${stateFile} does not tell what of it was imported; take it over with --adopt, or name another folder with --out`,
      };
    case 'no-mapping':
      return {
        ja: '区分名から始まる台帳ではありません。ファイルを確かめてください',
        en: 'is no inventory, which begins with the name of a section; check the file',
      };
    case 'no-list':
      return {
        ja: `${problem.section} が一覧になっていません。各件を「- 」で始めてください`,
        en: `${problem.section} is no list; begin each record with "- "`,
      };
    case 'no-record':
      return {
        ja: '一覧に、項目を持たないものがあります。id などの項目を書くか、消してください',
        en: 'an item of the list has no fields; write its id and the like, or remove it',
      };
    case 'duplicate-id':
      return {
        ja: `id「${problem.id}」が2件あります${problem.first === undefined ? '' : ` (先の1件は${problem.first.line}行目)`}。片方の id を改めてください`,
        en: `two records have the id "${problem.id}"${problem.first === undefined ? '' : ` (the first is on line ${problem.first.line})`}; give one of them another`,
      };
    case 'not-editable':
      return notEditable(problem);
  }
}

function notEditable({ id, path, why }: Extract<MergeProblem, { code: 'not-editable' }>): Localized {
  const what = {
    ja: id === undefined ? 'この区分' : `「${id}」${path === undefined ? '' : ` の ${path} `}`,
    en: id === undefined ? 'the section' : `${path === undefined ? '' : `${path} of `}"${id}"`,
  };
  return {
    ja: `${what.ja}を書き換えられません。${reasons[why].ja}`,
    en: `${what.en} cannot be changed: ${reasons[why].en}`,
  };
}

/** Why what stands in a file cannot be changed in its place, and what to do. */
export const reasons: Readonly<Record<NotEditable, Localized>> = {
  anchor: {
    ja: 'アンカー (&名前) が付いていて、他の箇所の値まで変わってしまいます。アンカーを外し、値を書き出してください',
    en: 'it has an anchor (&name), so that other places would change with it; remove the anchor and write the values out',
  },
  alias: {
    ja: '他の箇所の値を指しています (*名前)。ここに値を書き出してください',
    en: 'it refers to a value elsewhere (*name); write the value out here',
  },
  merged: {
    ja: '<< で他の箇所から取り込んだ値です。ここに値を書き出してください',
    en: 'it comes from elsewhere by way of <<; write the value out here',
  },
  tag: {
    ja: 'タグ (!!str など) が付いています。タグを外し、文字列なら引用符で囲んでください',
    en: 'it has a tag, such as !!str; remove it, and put a text in quotes instead',
  },
  'not-a-mapping': {
    ja: '下に項目を持つはずの所に、値が直接書かれています。項目に分けて書いてください',
    en: 'a value stands where fields should; write them one by one',
  },
  'flow-section': {
    ja: '区分全体が [ ] で囲まれています。各件を「- 」で始まる行に書き直してください',
    en: 'all records stand between [ and ]; write each on a line that begins with "- "',
  },
  layout: {
    ja: 'この書き方のままでは、ほかの内容を変えずに書き換えられません。1行に1項目ずつ書き直すか、手で改めてください',
    en: 'as it is written, it could not be changed without changing more; write a field on each line, or change it by hand',
  },
};

/** Words what two sides changed, with what each says, and what to do. The place in the YAML stands before it. */
export function wordConflict(conflict: MergeConflict, source: SourceWords): Localized {
  const record = nameOf(conflict);
  const { whole, stateFile } = source;
  const row = source.rowOf(conflict.source);
  switch (conflict.code) {
    case 'both-changed': {
      const cell = source.cellOf(conflict);
      const [base, written, register] = [conflict.base, conflict.written, conflict.register].map(wordValue);
      return {
        ja: `${record.ja}の ${conflict.path} が、YAML と${setApart(whole.ja)}の両方で別々に変わっています。前回: ${base?.ja}、YAML: ${written?.ja}、${cell.ja}: ${register?.ja}。正しい方に両方をそろえてください`,
        en: `${conflict.path} of ${record.en} has changed both here and in ${whole.en}, differently. Last import: ${base?.en}; here: ${written?.en}; ${cell.en}: ${register?.en}. Make both say what is right`,
      };
    }
    case 'removed-and-changed': {
      const paths = conflict.paths.join(', ');
      return {
        ja: `${record.ja}は YAML から消されていますが、${setApart(row.ja)}の ${paths} が変わりました。使わないなら${setApart(source.entry.ja)}も消し、使うなら ${stateFile} からこの1件の行を消して取り込み直してください`,
        en: `${record.en} was removed from the YAML, but ${paths} changed in ${row.en}. Remove ${source.entry.en} as well, or have it written again: remove its line from ${stateFile} and import`,
      };
    }
    case 'vanished-and-edited':
      return {
        ja: `${record.ja}は${setApart(row.ja)}から消えましたが、YAML に書き加えられた内容があるので消しません。要らなければ手で消してください`,
        en: `${record.en} is gone from ${row.en}, but people have written into it here, so it is not removed; remove it by hand if it is not needed`,
      };
    case 'id-taken':
      return {
        ja: `${setApart(row.ja).trimStart()}の id「${conflict.id}」は、手で書かれた1件が既に使っています。同じものなら --adopt を付け、別のものならどちらかの id を改めてください`,
        en: `the id "${conflict.id}" of ${row.en} is that of a record that people wrote; if they are the same, import with --adopt, else change one of the ids`,
      };
  }
}

/** Words a value that the import changes. */
export function wordChanged(field: ChangedField, source: SourceWords): Localized {
  const cell = source.cellOf(field);
  const record = nameOf(field);
  const [from, to] = [wordValue(field.from), wordValue(field.to)];
  return {
    ja: `${record.ja}の ${field.path}: ${from.ja} → ${to.ja} (${cell.ja})`,
    en: `${field.path} of ${record.en}: ${from.en} → ${to.en} (${cell.en})`,
  };
}

/** Words a value that stays as people wrote it. */
export function wordKept(field: KeptField, source: SourceWords): Localized {
  const cell = source.cellOf(field);
  const record = nameOf(field);
  const [written, register] = [wordValue(field.written), wordValue(field.register)];
  return {
    ja: `${record.ja}の ${field.path} は YAML の ${written.ja} のままにします (${cell.ja} は ${register.ja})`,
    en: `${field.path} of ${record.en} stays ${written.en}, as people wrote it (${cell.en} says ${register.en})`,
  };
}

/** Words what becomes of a whole record. */
export function wordRecord(
  record: MergedRecord,
  outcome: 'added' | 'vanished' | 'removed' | 'removedByHand',
  source: SourceWords,
): Localized {
  const { ja, en } = outcomes[outcome](source.rowOf(record.source), source);
  const name = nameOf(record);
  return { ja: `${name.ja}${ja}`, en: `${name.en} ${en}` };
}

const outcomes: Readonly<
  Record<Parameters<typeof wordRecord>[1], (row: Localized, source: SourceWords) => Localized>
> = {
  added: (row) => ({ ja: `を加えました (${row.ja})`, en: `is new (${row.en})` }),
  vanished: (row, { whole }) => ({
    ja: `は${setApart(whole.ja)}から消えています (前回は ${row.ja})。台帳からも消すなら --prune を付けてください`,
    en: `is gone from ${whole.en} (it was ${row.en}); remove it from the inventory, too, with --prune`,
  }),
  removed: (row, { whole }) => ({
    ja: `を消しました (${setApart(whole.ja).trimStart()}から消えています。前回は ${row.ja})`,
    en: `is removed, since it is gone from ${whole.en} (it was ${row.en})`,
  }),
  removedByHand: (row, { stateFile }) => ({
    ja: `は YAML から手で消されているので、加えません (${row.ja})。戻すなら ${stateFile} からこの1件の行を消して取り込み直してください`,
    en: `was removed from the YAML by hand and stays away (${row.en}); to have it back, remove its line from ${stateFile} and import again`,
  }),
};

function nameOf({ section, id }: MergedRecord): Localized {
  const title = inventoryShape.properties?.[section]?.title ?? section;
  return { ja: `${title}「${id}」`, en: `"${id}" (${section})` };
}

const longestShown = 60;

/** @returns a value as YAML has it, on one line */
export function wordValue(value: unknown): Localized {
  if (value === undefined) return { ja: '(なし)', en: '(none)' };
  const text = flowText(value);
  const characters = [...text];
  const shown = characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : text;
  return { ja: shown, en: shown };
}
