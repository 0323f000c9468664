import { type Localized, setApart } from '../localized.ts';
import type { Finding } from '../result.ts';
import type { AnyRule, Issue } from '../rule.ts';
import type { Shape } from '../schema/shape.ts';

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

/** @returns whole sentences */
export function withStops({ ja, en }: Localized): Localized {
  return { ja: /[。？]$/.test(ja) ? ja : `${ja}。`, en: /[.?]$/.test(en) ? en : `${en}.` };
}

/** Of something unstated the remedy says what to write; of anything else the rule's own says what to do. */
export function remedyOf(
  rule: AnyRule,
  { verdict, path, absent }: Pick<Issue, 'verdict' | 'path' | 'absent'>,
  shape: Shape | undefined,
): Localized {
  const value = verdict === 'unknown' && path !== '' ? valueHint(shape) : undefined;
  if (value !== undefined) {
    return {
      ja: `${path} に${setApart(value.ja)}を書いてください。${rule.remedy.ja}`,
      en: `State ${path} (${value.en}). ${rule.remedy.en}`,
    };
  }
  // The rule's own remedy may speak of another field than the one that is missing here.
  if (!absent || path === '' || speaksOf(path, rule.remedy)) return rule.remedy;
  return { ja: `${path} を書いてください。${rule.remedy.ja}`, en: `State ${path}. ${rule.remedy.en}` };
}

/** Whether a text names a field: among Japanese, Latin letters are the vocabulary's. */
function speaksOf(path: string, { ja }: Localized): boolean {
  return (ja.match(/[\w.[\]]+/g) ?? []).some((word) => word === path || word.endsWith(`.${path}`));
}

/** @returns what may be written at a place of the vocabulary, where a word can say it */
export function valueHint(shape: Shape | undefined): Localized | undefined {
  if (shape === undefined) return undefined;
  if (shape.enum !== undefined)
    return { ja: `${shape.enum.join('・')} のいずれか`, en: `one of ${shape.enum.join(', ')}` };
  if (shape.items?.enum !== undefined)
    return {
      ja: `${shape.items.enum.join('・')} のうち当てはまるもののリスト`,
      en: `a list of ${shape.items.enum.join(', ')}`,
    };
  if (shape.format === 'date') return { ja: '日付', en: 'a date' };
  if (shape.format === 'date-or-no')
    return { ja: '日付 (行っていなければ false)', en: 'a date, or false for no' };
  if (shape.types.length === 1 && shape.types[0] === 'boolean')
    return { ja: 'true か false', en: 'true or false' };
  return undefined;
}
