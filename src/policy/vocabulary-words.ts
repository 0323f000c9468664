import type { WordList } from '../../generated/vocabulary.ts';
import type { Localized } from '../base/localized.ts';
import type { VocabularyProblem } from './vocabulary.ts';

type Problem<Code extends VocabularyProblem['code']> = Extract<VocabularyProblem, { code: Code }>;

/** What the words of each open list are called, one of them. */
const listNames: Readonly<Record<WordList, Localized>> = {
  roles: { ja: '役割', en: 'role' },
  staffGroups: { ja: '職員等の種類', en: 'kind of staff' },
  documents: { ja: '文書の種類', en: 'kind of document' },
  audits: { ja: '監査・点検の種類', en: 'kind of audit' },
  facilities: { ja: '施設の種類', en: 'kind of facility' },
  contains: { ja: '含まれる情報の種類', en: 'kind of information' },
  affairs: { ja: '事務の種類', en: 'kind of affairs' },
};

/** Words what is wrong with the words of a policy, and with parameters that are words. */
export function vocabularyText(problem: VocabularyProblem): Localized {
  switch (problem.code) {
    case 'built-in-word': {
      const { list, id } = problem;
      return {
        ja: `${listNames[list].ja}「${id}」は組み込みの値です。vocabulary.${list} から消してそのまま使うか、別の id を付けてください`,
        en: `the ${listNames[list].en} “${id}” is built in; remove it from vocabulary.${list} and use it as it is, or choose another id`,
      };
    }
    case 'duplicate-word': {
      const { list, id, firstLine } = problem;
      return {
        ja: `${listNames[list].ja}「${id}」が ${firstLine} 行目にもあります`,
        en: `the ${listNames[list].en} “${id}” stands on line ${firstLine} already`,
      };
    }
    case 'unknown-word':
      return unknownWord(problem);
    case 'missing-parameter': {
      const { rule, name, known } = problem;
      return {
        ja: `${rule} は、何を求めるかを ${name} で書かなければ何も判定しません。parameters: { ${name}: ${known[0] ?? '…'} } のように書いてください (${known.join(', ')} のいずれか)`,
        en: `${rule} judges nothing unless ${name} says what is asked for; write parameters: { ${name}: ${known[0] ?? '…'} } (one of ${known.join(', ')})`,
      };
    }
  }
}

/** Words that the value of a parameter is none of the words it may be. */
export function unknownWord({
  name,
  list,
  written,
  known,
  suggestion,
}: Pick<Problem<'unknown-word'>, 'name' | 'list' | 'written' | 'known' | 'suggestion'>): Localized {
  const { ja, en } = listNames[list];
  const choices = known.join(', ');
  return suggestion === undefined
    ? {
        ja: `${name} の「${written}」という${ja}はありません。${choices} のいずれかを書くか、ポリシーの vocabulary.${list} に加えてください`,
        en: `${name} is “${written}”, and there is no such ${en}; write one of ${choices}, or add it to vocabulary.${list} of the policy`,
      }
    : {
        ja: `${name} の「${written}」という${ja}はありません。${suggestion} ではありませんか (${choices} のいずれか)`,
        en: `${name} is “${written}”, and there is no such ${en}; did you mean ${suggestion}? (one of ${choices})`,
      };
}
