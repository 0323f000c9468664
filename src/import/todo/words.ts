import { inventoryShape } from '../../../generated/shapes.ts';
import { type Localized, setApart } from '../../base/localized.ts';
import { columnOf } from '../register/columns.ts';
import { reasons, wordValue } from '../register/merge-words.ts';
import { fieldOf } from '../register/target.ts';
import type { GivenAnswer } from './answers.ts';
import { type AskedField, answerHeaders } from './columns.ts';
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
    case 'no-field':
      return {
        ja: `${cell}: ${fieldOfAnswer(given).ja}は、1つのセルでは答えられません。台帳に直接書いてください`,
        en: `${cell}: one cell cannot answer ${fieldOfAnswer(given).en}; write it into the inventory`,
      };
    case 'unclear': {
      const write = whatToWrite(given.asked);
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

/** What to write in an answer cell, as a sentence. */
export function whatToWrite(asked: AskedField | undefined): Localized {
  const column = asked && columnOf(asked.section, asked.field);
  const shape = asked && fieldOf(asked.section, asked.field)?.shape;
  const otherwise = {
    ja: '。当てはまらなければ「対象外」、分からなければ空欄のままにしてください',
    en: '; 対象外 if it does not apply; leave it blank if it is not known',
  };
  const what = (): Localized => {
    if (column === undefined) return { ja: '値を書いてください', en: 'write a value' };
    const words = column.choices.join('・');
    if (words !== '')
      return column.kind === 'words'
        ? {
            ja: `${words} のうち当てはまるものを、読点（、）で区切って書いてください`,
            en: `write those that apply of ${words}, with 、 between them`,
          }
        : { ja: `${words} のいずれかを書いてください`, en: `write one of ${words}` };
    if (shape?.types.includes('integer') && shape.types.includes('string'))
      return {
        ja: 'ポリシーの等級（機密性2 など）を書いてください',
        en: 'write a level of the policy, as 機密性2',
      };
    const references = shape?.refersTo ?? shape?.items?.refersTo;
    if (references !== undefined)
      return {
        ja: '台帳にある名称か id を書いてください',
        en: 'write a name or an id that the inventory has',
      };
    switch (column.kind) {
      case 'date':
        return {
          ja: `日付（2026-04-01、令和8年4月1日）${shape?.types.includes('boolean') ? 'を、行っていなければ × を' : 'を'}書いてください`,
          en: `write a date, as 2026-04-01 or 令和8年4月1日${shape?.types.includes('boolean') ? ', or × if it was not done' : ''}`,
        };
      case 'number':
        return { ja: '整数を書いてください', en: 'write a whole number' };
      default:
        return {
          ja: `内容${shape?.types.includes('boolean') ? 'を、定めていないか無ければ × を' : 'を'}書いてください`,
          en: `write what it is${shape?.types.includes('boolean') ? ', or × if there is none' : ''}`,
        };
    }
  };
  const { ja, en } = what();
  return { ja: `${ja}${otherwise.ja}`, en: `${en}${otherwise.en}` };
}

/** The place of an answer, as it is noted in the inventory, too. */
export function cellOf({ file, sheet, cell }: Pick<GivenAnswer, 'file' | 'sheet' | 'cell'>): string {
  return `${file} ${sheet}!${cell}`;
}

function placed({ file, position: { line, column } }: Place): string {
  return `${file}:${line}:${column}`;
}

function nameOf({ asked }: GivenAnswer): Localized {
  if (asked === undefined) return { ja: '', en: '' };
  const { section, id } = asked;
  return {
    ja: `${inventoryShape.properties?.[section]?.title ?? section}「${id}」`,
    en: `"${id}" (${section})`,
  };
}

function fieldOfAnswer({ asked }: GivenAnswer): Localized {
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
