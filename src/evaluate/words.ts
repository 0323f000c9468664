import type { Localized } from '../base/localized.ts';
import type { OpenDate, OpenDatePlace } from '../inventory/open-dates.ts';
import type { Finding } from '../result/result.ts';
import { whyBeyond } from '../result/words.ts';
import { type AnyRule, type Issue, nameOf } from '../rule.ts';
import { dateSpanUnits } from '../schema/words.ts';
import type { Lapse } from './exceptions.ts';
import { lowerFirst, type WhatToWrite } from './what-to-write.ts';

/**
 * Says that the day decides of a date of which only the month or the fiscal year is written.
 *
 * @param other the record that states it, where that is not the one judged
 */
export function dayDecides(
  { unit, written }: Pick<OpenDate, 'unit' | 'written'>,
  path: string,
  other?: { readonly id: string; readonly name?: string },
): Localized {
  const only = dateSpanUnits[unit];
  const whose =
    other === undefined ? { ja: '', en: '' } : { ja: `「${nameOf(other)}」の `, en: nameOf(other) };
  return {
    ja: `${whose.ja}${path} が「${written}」と${only.ja}までしか書かれておらず、その${only.ja}のどの日かによって判定が変わります`,
    en:
      other === undefined
        ? `has only ${only.en} in ${path}, “${written}”, and which day of it was meant decides the verdict`
        : `depends on “${whose.en}”, which has only ${only.en} in ${path}, “${written}”: which day of it was meant decides the verdict`,
  };
}

/** @param own whether the record that is judged states the date */
export function writeTheDay({ section, record, path }: OpenDatePlace, own: boolean): Localized {
  const field = path.join('.');
  const { id = '' } = record as { readonly id?: string };
  const where = own
    ? { ja: field, en: field }
    : { ja: `${section} の「${id}」の ${field}`, en: `${field} of “${id}” under ${section}` };
  return {
    ja: `${where.ja} に、2026-04-01 か 令和8年4月1日 のように日まで書いてください。`,
    en: `Write the day in ${where.en}, as 2026-04-01 or 令和8年4月1日.`,
  };
}

/** What is added where no clause states the measure. */
const readings: Readonly<Record<Finding['verdict'], Localized>> = {
  review: {
    ja: '。条項は目的を定めており、この対策は条項の解釈による確認事項です',
    en: '; the clause states an aim, and this measure is our reading of it',
  },
  fail: {
    ja: '。条項に明記はなく、この対策は条項の解釈によるものです',
    en: '; the clause does not state this measure, which is our reading of it',
  },
  unknown: { ja: '', en: '' },
};

/** Says, behind the remedy, that an exception does not cover a finding although it names rule and record. */
export function lapsedException({ exception, beyond }: Lapse): Localized {
  const { ja, en } = whyBeyond(beyond);
  const name = nameOf(exception);
  return {
    ja: `（例外措置「${name}」が対象に挙げていますが、${ja}ため、適用されません。元に戻すか、今の内容で改めて承認を受けてください。）`,
    en: `(The exception “${name}” names it, but ${en}, so it does not apply: undo that, or have it approved as it is now.)`,
  };
}

/** @returns what a finding says of its record: what is wrong with it, and whether that is only our reading */
export function statementOf(
  message: Localized,
  verdict: Finding['verdict'],
  interpreted: boolean,
): Localized {
  const addition = interpreted ? readings[verdict] : { ja: '', en: '' };
  return withStops({ ja: `${message.ja}${addition.ja}`, en: `${message.en}${addition.en}` });
}

/** @returns the whole of what a finding says: the record, and what is said of it */
export function sentence(subject: Localized, statement: Localized): Localized {
  // Japanese and Latin letters are set apart by a blank, as elsewhere in the report.
  const gap = /^[!-~]/.test(statement.ja) ? ' ' : '';
  return { ja: `${subject.ja}${gap}${statement.ja}`, en: `${subject.en} ${statement.en}` };
}

/** @returns whole sentences; what is Japanese in both languages ends as Japanese does */
export function withStops({ ja, en }: Localized): Localized {
  const japanese = /[。？]$/.test(ja) ? ja : `${ja}。`;
  if (en === ja) return { ja: japanese, en: japanese };
  return { ja: japanese, en: /[.?]$/.test(en) ? en : `${en}.` };
}

/**
 * What to do about an issue. Of something unstated it says first what may be written, yes and no alike, and then what
 * to do where the answer is not as it should be; of anything else the rule's own remedy says what to do.
 *
 * @param field the field as a reader is to find it: with the record that it belongs to, where that is another one
 */
export function remedyOf(
  rule: AnyRule,
  { verdict, absent, action = rule.remedy, wanted = true }: Issue,
  field: Localized,
  write: WhatToWrite | undefined,
): Localized {
  if (field.ja === '' || (verdict !== 'unknown' && !absent)) return action;
  if (verdict === 'unknown' && write !== undefined) {
    const { value, when } = write;
    const first = {
      ja: `${field.ja} に${/^[a-z]/.test(value.ja) ? ' ' : '、'}${value.ja}${/false$/.test(value.ja) ? ' と' : 'を'}書いてください。`,
      en: `In ${field.en}, write ${value.en}.`,
    };
    // What only decides whether the rule asks anything is to be written, and no more.
    if (wanted === 'either' || !speaksOf(field.ja, action)) return first;
    const then = wanted ? when?.no : when?.yes;
    if (then === undefined) return first;
    return {
      ja: `${first.ja}${then.ja}、${action.ja}`,
      en: `${first.en} ${then.en}, ${lowerFirst(action.en)}`,
    };
  }
  // The rule's own remedy may speak of another field than the one that is missing here.
  if (!absent || speaksOf(field.ja, action)) return action;
  return { ja: `${field.ja} を書いてください。${action.ja}`, en: `State ${field.en}. ${action.en}` };
}

/** Whether a text names a field, of an item the field of the item: among Japanese, Latin letters are the vocabulary's. */
function speaksOf(field: string, { ja }: Localized): boolean {
  const path = field.replace(/^.*\[\]\./, '');
  return (ja.match(/[\w.[\]]+/g) ?? []).some((word) => word === path || word.endsWith(`.${path}`));
}
