import type { Localized } from '../base/localized.ts';
import { systemReason } from '../base/system-error.ts';
import type { ServesProblem } from './serves-problem.ts';

/** Words what is wrong with what a clause says that it answers elsewhere, and what to write. */
export function wordServesProblem(problem: ServesProblem): Localized {
  switch (problem.code) {
    case 'no-reference': {
      const { key, written, suggestion = 'isesaki 6(3)ア[1]' } = problem;
      return {
        ja: `${key} の「${written}」は、どのポリシーのどの条項か読み取れません。「${suggestion}」のように、ポリシーと条項の間を空白で区切ってください`,
        en: `${key} has “${written}”, which does not say which clause of which policy; write the two with a blank between, as “${suggestion}”`,
      };
    }
    case 'unknown-policy': {
      const { given, known, suggestion } = problem;
      return suggestion === undefined
        ? {
            ja: `「${given}」というポリシーはありません。id で書けるもの: ${known.join(', ')}。ほかのポリシーは ./other.policy.yaml のようにファイルで書いてください`,
            en: `there is no policy “${given}”; known by their ids are ${known.join(', ')}. Name another by its file, as ./other.policy.yaml`,
          }
        : {
            ja: `「${given}」というポリシーはありません。${suggestion} ではありませんか`,
            en: `there is no policy “${given}”; did you mean ${suggestion}?`,
          };
    }
    case 'unreadable':
      return {
        ja: `ポリシーファイル ${problem.policy} を開けません (${systemReason(problem.reason).ja})。このファイルからの相対パスで書いてください`,
        en: `the policy file ${problem.policy} cannot be opened (${systemReason(problem.reason).en}); write its path relative to this file`,
      };
    case 'unusable':
      return {
        ja: `ポリシー ${problem.policy} に誤りがあり、条項を確かめられません。先にその誤りを直してください`,
        en: `the policy ${problem.policy} has errors, so that its clauses cannot be looked up; correct them first`,
      };
    case 'itself':
      return {
        ja: `${problem.id} はこのポリシー自身です。ほかのポリシーの条項を書いてください`,
        en: `${problem.id} is this policy itself; name a clause of another`,
      };
    case 'unknown-clause': {
      const { policy, ref, suggestion } = problem;
      const guess =
        suggestion === undefined
          ? {
              ja: `sekisho explain ${policy} <条項> で確かめてください`,
              en: `look it up by sekisho explain ${policy} <clause>`,
            }
          : { ja: `${policy} ${suggestion} ではありませんか`, en: `did you mean ${policy} ${suggestion}?` };
      return {
        ja: `ポリシー ${policy} に条項 ${ref} はありません。${guess.ja}`,
        en: `the policy ${policy} has no clause ${ref}; ${guess.en}`,
      };
    }
    case 'twice': {
      const { written, first, firstLine } = problem;
      return {
        ja: `「${written}」は、${firstLine} 行目の「${first}」に既に含まれています。どちらかを消してください`,
        en: `“${written}” is named already, by “${first}” on line ${firstLine}; remove one of the two`,
      };
    }
    case 'several-duties': {
      const { policy, ref, duties } = problem;
      const example = `${policy} ${duties[0] ?? ''}`;
      return {
        ja: `条項 ${policy} ${ref} は、義務ごとに ${duties.join('、')} に分かれています。as には「${example}」のようにそのうちの1つを書き、ほかは別の条項にしてください`,
        en: `the clause ${policy} ${ref} is now ${duties.join(', ')}, one for each duty; write one of them in as (“${example}”), and a clause of its own for each other`,
      };
    }
    case 'circular': {
      const chain = problem.chain.join(' → ');
      return {
        ja: `as が循環しているため、条項の中身が決まりません: ${chain}。どれかの as を消し、題名や要旨、rules を書いてください`,
        en: `as runs in a circle, so that nothing says what the clause is: ${chain}; remove one of them and write title, summary, modality and rules instead`,
      };
    }
  }
}
