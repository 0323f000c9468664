import type { Localized } from '../../base/localized.ts';
import { guessed } from '../predicate-words.ts';
import type { OwnRuleProblem } from './problem.ts';

/** Words what is wrong with a rule of a body's own, and what to write. */
export function ownRuleText(problem: OwnRuleProblem): Localized {
  switch (problem.code) {
    case 'not-own-id':
      return {
        ja: `自団体のルールの id は、own/takeout-encrypted のように own/ に英小文字、数字、ハイフンを続けて書きます (「${problem.written}」)`,
        en: `the id of a rule of your own is own/ and then lower-case letters, digits and hyphens, as own/takeout-encrypted (not “${problem.written}”)`,
      };
    case 'duplicate-rule':
      return {
        ja: `ルール ${problem.id} が ${problem.file} の ${problem.line} 行目にもあります。別の id を付けてください`,
        en: `the rule ${problem.id} stands on line ${problem.line} of ${problem.file} already; give this one another id`,
      };
    case 'inherited-rule':
      return {
        ja: `ルール ${problem.id} は土台のポリシーにもあります。別の id を付けて、条項の rules を書き換えてください`,
        en: `the policy that it extends has a rule ${problem.id}; give this one another id, and name that in the clauses`,
      };
    case 'no-question':
      return {
        ja: `${problem.id} は何も求めていません。記録に求めることを require に、団体に求める記録を exists に書いてください`,
        en: `${problem.id} asks for nothing; write under require what it asks of a record, or under exists the record that the body must have`,
      };
    case 'two-questions':
      return {
        ja: `${problem.id} に require と exists の両方があります。ルールを2つに分けてください`,
        en: `${problem.id} has both require and exists; make two rules of it`,
      };
    case 'no-sections':
      return {
        ja: `${problem.id} に appliesTo がありません。判定する区分を appliesTo: assets のように書いてください`,
        en: `${problem.id} has no appliesTo; write the section whose records it judges, as appliesTo: assets`,
      };
    case 'of-the-body':
      return {
        ja: `${problem.id} の exists は、${problem.section} に記録があることを団体全体に求めます。appliesTo を消してください`,
        en: `exists of ${problem.id} asks the body as a whole for a record under ${problem.section}; remove appliesTo`,
      };
    case 'missing-example':
      return {
        ja: `${problem.id} の examples に ${problem.verdict} の例がありません。${examples[problem.verdict]?.ja ?? ''}を1つ書いてください (sekisho test で確かめられます)`,
        en: `the examples of ${problem.id} have none for ${problem.verdict}; write one ${examples[problem.verdict]?.en ?? ''} (sekisho test runs them)`,
      };
    case 'not-a-parameter-name':
      return {
        ja: `パラメーターの名前「${problem.written}」は使えません。maxAge のように英字で始まる英数字にしてください`,
        en: `“${problem.written}” is no name for a parameter; write letters and digits, as maxAge`,
      };
    case 'unknown-section':
      return guessed(
        {
          ja: `台帳に「${problem.written}」という区分はありません`,
          en: `an inventory has no section “${problem.written}”`,
        },
        problem,
      );
    case 'not-own-field':
      return {
        ja: `fields に書けるのは、x-takeout.encrypted のように x- で始まる項目です (「${problem.written}」)`,
        en: `fields declares fields that begin with x-, as x-takeout.encrypted (not “${problem.written}”)`,
      };
    case 'field-within':
      return {
        ja: `項目 ${problem.other} は値を持つため、その中に ${problem.written} は置けません。どちらかの名前を改めてください`,
        en: `the field ${problem.other} holds a value, so ${problem.written} cannot lie within it; rename one of them`,
      };
    case 'unknown-type':
      return guessed(
        {
          ja: `「${problem.written}」という型はありません (${problem.known.join(', ')} のいずれか、又は選択肢の一覧)`,
          en: `there is no type “${problem.written}” (there are ${problem.known.join(', ')}, and lists of choices)`,
        },
        problem,
      );
    case 'no-choices':
      return {
        ja: `choices を書けるのは、型が string か list の項目だけです (${problem.written})`,
        en: `only fields of the type string or list have choices (${problem.written} has not)`,
      };
    case 'no-days':
      return {
        ja: `${problem.section} の記録には行った日の項目がないため、within は書けません。within を消してください`,
        en: `records under ${problem.section} state no day on which something was done; remove within`,
      };
  }
}

const examples: Readonly<Record<string, Localized>> = {
  pass: { ja: '満たしている台帳', en: 'that meets the rule' },
  fail: { ja: '満たしていない台帳', en: 'that does not meet the rule' },
  unknown: { ja: '必要な項目の書かれていない台帳', en: 'that does not state what the rule asks for' },
};
