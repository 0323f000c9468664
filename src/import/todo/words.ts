import { inventoryShape } from '../../../generated/shapes.ts';
import { type Localized, setApart } from '../../base/localized.ts';
import { reasons, wordValue } from '../merge/merge-words.ts';
import type { ColumnKind } from '../register/columns.ts';
import { fieldOf } from '../register/target.ts';
import { answerKindOf } from './answer-kind.ts';
import type { GivenAnswer, LoneRemark } from './answers.ts';
import { type AskedField, answerHeaders } from './columns.ts';
import { nameOfItem } from './items.ts';
import type { OwnAnswer } from './own-answer.ts';
import type { AnswerConflict, Place, RefusedAnswer } from './problem.ts';

/** Words why an answer is not taken, where it stands, and what to write. */
export function wordRefusal({ given, refusal }: RefusedAnswer): Localized {
  const cell = cellOf(given);
  const answer = shown(given.text);
  switch (refusal.code) {
    case 'no-key':
      return {
        ja: `${cell}: 「${answer}」が何への答えか分かりません。隠れた列「${answerHeaders.key}」がこの行にないので、元の行に書き直してください`,
        en: `${cell}: nothing tells what “${answer}” answers, since this row lacks the hidden column “${answerHeaders.key}”; write it in the row that was sent`,
      };
    case 'no-own':
      return {
        ja: `${cell}: ${fieldOfAnswer(given).ja}への答え「${answer}」を読めません。隠れた列「${answerHeaders.own}」がこの行にないので、元の表に書き直すか、台帳に直接書いてください`,
        en: `${cell}: “${answer}” cannot be read as an answer to ${fieldOfAnswer(given).en}, since this row lacks the hidden column “${answerHeaders.own}”; write it in the workbook that was sent, or into the inventory`,
      };
    case 'void':
      return {
        ja: `${cell}: 「${answer}」は取り消し線か、数式の誤りです。答えを値で書き直すか、消してください`,
        en: `${cell}: “${answer}” is crossed out, or a formula that failed; write the answer as a value, or remove it`,
      };
    case 'no-record':
      return {
        ja: `${cell}: 「${answer}」は${nameOf(given).ja}への答えですが、台帳にその id がありません。台帳から消したか、id を改めたかを確かめてください`,
        en: `${cell}: “${answer}” is for ${nameOf(given).en}, which is not in the inventory; see whether it was removed or has another id`,
      };
    case 'several-records':
      return {
        ja: `${cell}: 「${answer}」は${nameOf(given).ja}への答えですが、台帳に同じ id が2件以上あります。片方の id を改めてください`,
        en: `${cell}: “${answer}” is for ${nameOf(given).en}, of which the inventory has several; give one of them another id`,
      };
    case 'no-item':
    case 'several-items': {
      const item = nameOfItem(given.asked ?? {});
      return refusal.code === 'no-item'
        ? {
            ja: `${cell}: 「${answer}」は${nameOf(given).ja}の「${item}」への答えですが、台帳のその一覧に「${item}」がありません。消したか、名称などを改めたかを確かめ、台帳に直接書いてください`,
            en: `${cell}: “${answer}” is for “${item}” of ${nameOf(given).en}, whose list has none any more; see whether it was removed or is called otherwise, and write it into the inventory`,
          }
        : {
            ja: `${cell}: 「${answer}」は${nameOf(given).ja}の「${item}」への答えですが、台帳のその一覧に同じものが2つ以上あります。どれへの答えかを確かめ、台帳に直接書いてください`,
            en: `${cell}: “${answer}” is for “${item}” of ${nameOf(given).en}, whose list has several of them; see which is meant, and write it into the inventory`,
          };
    }
    case 'not-applicable-to-one': {
      const item = nameOfItem(given.asked ?? {});
      return {
        ja: `${cell}: ${fieldOfAnswer(given).ja}の「${answer}」は、「${item}」だけについては取り込めません。対象外 (notApplicable) は一覧のすべてに及び、ほかのものも尋ねなくなるためです。全部が対象外なら全部の行に「対象外」と書き、そうでなければ空欄に戻してください`,
        en: `${cell}: “${answer}” cannot be taken for “${item}” alone, since notApplicable holds for the whole list of ${fieldOfAnswer(given).en} and the others would not be asked for again; write 対象外 in the rows of all of them, or leave this one blank`,
      };
    }
    case 'no-field':
      return {
        ja: `${cell}: ${fieldOfAnswer(given).ja}は、1つのセルでは答えられません。台帳に直接書いてください`,
        en: `${cell}: one cell cannot answer ${fieldOfAnswer(given).en}; write it into the inventory`,
      };
    case 'unclear': {
      const write = whatToWrite(given.asked, given.own);
      return {
        ja: `${cell}: ${fieldOfAnswer(given).ja}への答え「${answer}」は、意味が1つに決まりません。${write.ja}`,
        en: `${cell}: “${answer}” is not clear as an answer to ${fieldOfAnswer(given).en}; ${write.en}`,
      };
    }
    case 'unknown-name': {
      const { name, guess } = refusal;
      return {
        ja: `${cell}: ${fieldOfAnswer(given).ja}への答え「${shown(name)}」という名称の記録が台帳にありません。${guess === undefined ? '台帳にある名称か id を書くか、先に台帳へ1件加えてください' : `「${guess.name}」ではありませんか`}`,
        en: `${cell}: no record of the inventory is called “${shown(name)}”, as ${fieldOfAnswer(given).en} is answered; ${guess === undefined ? 'write a name or an id that it has, or add a record first' : `did you mean “${guess.name}”?`}`,
      };
    }
    case 'date':
      return {
        ja: `${cellOf({ ...given, cell: refusal.cell })}: 回答日「${shown(refusal.text)}」は日付として読めません。2026-04-01 か 令和8年4月1日 のように書いてください`,
        en: `${cellOf({ ...given, cell: refusal.cell })}: the day of the answer, “${shown(refusal.text)}”, is no date; write it as 2026-04-01 or 令和8年4月1日`,
      };
    case 'not-editable': {
      const { why, place } = refusal;
      return {
        ja: `${placed(place)}: ${cell} の「${answer}」を${nameOf(given).ja}に書き込めません。${reasons[why].ja}`,
        en: `${placed(place)}: “${answer}” of ${cell} cannot be written into ${nameOf(given).en}: ${reasons[why].en}`,
      };
    }
  }
}

/** Words two things that contradict each other, with the places of both. */
export function wordAnswerConflict(conflict: AnswerConflict): Localized {
  const { given } = conflict;
  const cell = cellOf(given);
  const answer = shown(given.text);
  switch (conflict.code) {
    case 'written-otherwise': {
      const written = wordValue(conflict.written);
      return {
        ja: `${placed(conflict.place)}: ${nameOf(given).ja}の ${conflict.path} は、台帳では ${written.ja}、${cell} の回答では「${answer}」です。台帳は書き換えません。正しい方に両方をそろえてください`,
        en: `${placed(conflict.place)}: ${conflict.path} of ${nameOf(given).en} is ${written.en} here and “${answer}” in ${cell}; it stays as it is here. Make both say what is right`,
      };
    }
    case 'written-as-not-applicable':
      return {
        ja: `${placed(conflict.place)}: ${nameOf(given).ja}の ${conflict.path} は、台帳では対象外 (notApplicable)、${cell} の回答では「${answer}」です。台帳は書き換えません。正しい方に両方をそろえてください`,
        en: `${placed(conflict.place)}: ${conflict.path} of ${nameOf(given).en} does not apply by notApplicable here, and is “${answer}” in ${cell}; it stays as it is here. Make both say what is right`,
      };
    case 'answered-otherwise':
      return {
        ja: `${cell}: ${nameOf(given).ja}の${fieldOfAnswer(given).ja}への答えが「${answer}」と、${cellOf(conflict.other)} の「${shown(conflict.other.text)}」とで違います。どちらも取り込みません。正しい方だけを残してください`,
        en: `${cell}: ${fieldOfAnswer(given).en} of ${nameOf(given).en} is answered with “${answer}” here and with “${shown(conflict.other.text)}” in ${cellOf(conflict.other)}; neither is taken. Leave the right one alone`,
      };
  }
}

/** @returns what to write in an answer cell, as a sentence that says what to do where there is no answer, too */
function whatToWrite(asked: AskedField | undefined, own: OwnAnswer | undefined): Localized {
  const { ja, en } = asked === undefined ? anyValue : answerOf(asked, own);
  return {
    ja: `${ja}書いてください。当てはまらなければ「対象外」、分からなければ空欄のままにしてください`,
    en: `write ${en}; 対象外 if it does not apply; leave it blank if it is not known`,
  };
}

const anyValue: Localized = { ja: '値を', en: 'a value' };

/** What is written as an answer, as the object of a sentence. */
export function answerOf(asked: Pick<AskedField, 'section' | 'field'>, own?: OwnAnswer): Localized {
  const { kind, choices } = answerKindOf(asked, own);
  const words = choices.join('・');
  if (words !== '' && kind === 'words')
    return {
      ja: `${words} のうち当てはまるものを、読点（、）で区切って`,
      en: `those that apply of ${words}, with 、 between them`,
    };
  if (words !== '') return { ja: `${words} のいずれかを`, en: `one of ${words}` };
  const shape = fieldOf(asked.section, asked.field)?.shape;
  if (shape === undefined) return plainAnswer(kind, false);
  if (shape.types.includes('integer') && shape.types.includes('string'))
    return { ja: 'ポリシーの等級（機密性2 など）を', en: 'a level of the policy, as 機密性2' };
  if ((shape.refersTo ?? shape.items?.refersTo) !== undefined)
    return { ja: '台帳にある名称か id を', en: 'a name or an id that the inventory has' };
  return plainAnswer(kind, shape.types.includes('boolean'));
}

/** @param orNo whether a no may stand in its place */
function plainAnswer(kind: ColumnKind, orNo: boolean): Localized {
  switch (kind) {
    case 'date':
      return {
        ja: `日付（2026-04-01、令和8年4月1日）を${orNo ? '、行っていなければ × を' : ''}`,
        en: `a date, as 2026-04-01 or 令和8年4月1日${orNo ? ', or × if it was not done' : ''}`,
      };
    case 'number':
      return { ja: '整数を', en: 'a whole number' };
    case 'list':
      return { ja: '1つずつ、読点（、）で区切って', en: 'them one by one, with 、 between them' };
    default:
      return {
        ja: `内容を${orNo ? '、定めていないか無ければ × を' : ''}`,
        en: `what it is${orNo ? ', or × if there is none' : ''}`,
      };
  }
}

/** The place of an answer, as it is noted in the inventory, too. */
export function cellOf({ file, sheet, cell }: Pick<GivenAnswer, 'file' | 'sheet' | 'cell'>): string {
  return `${file} ${sheet}!${cell}`;
}

function placed({ file, position: { line, column } }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Words a remark beside which nothing was answered: it is somebody's, and nobody else will see it. */
export function wordLoneRemark(remark: LoneRemark): Localized {
  const { asked, text } = remark;
  const about = fieldOfAnswer(remark);
  const [ja, en] =
    asked === undefined
      ? ['', '']
      : [`${nameOf(remark).ja}の${about.ja}の行に、`, ` for ${about.en} of ${nameOf(remark).en}`];
  return {
    ja: `${cellOf(remark)}: ${ja}備考「${shown(text)}」だけがあり、回答がありません。備考は取り込んでいません。答えがあれば【回答】の欄に書いてください`,
    en: `${cellOf(remark)}: a remark without an answer${en}: “${shown(text)}”; it was not taken. If it answers anything, write that in the column 【回答】`,
  };
}

function nameOf({ asked }: Pick<GivenAnswer, 'asked'>): Localized {
  if (asked === undefined) return { ja: '', en: '' };
  const { section, id } = asked;
  return {
    ja: `${inventoryShape.properties?.[section]?.title ?? section}「${id}」`,
    en: `"${id}" (${section})`,
  };
}

function fieldOfAnswer({ asked }: Pick<GivenAnswer, 'asked'>): Localized {
  if (asked === undefined) return { ja: '項目', en: 'the field' };
  const title = fieldOf(asked.section, asked.field)?.shape.title;
  return { ja: setApart(title === undefined ? asked.field : `${title} (${asked.field})`), en: asked.field };
}

const longestShown = 40;

function shown(text: string): string {
  const characters = [...text.replaceAll(/\s+/gu, ' ')];
  return characters.length > longestShown
    ? `${characters.slice(0, longestShown).join('')}…`
    : characters.join('');
}
