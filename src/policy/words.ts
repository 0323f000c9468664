import type { Localized } from '../base/localized.ts';
import { systemReason } from '../base/system-error.ts';
import { placed, wordSchemaProblem } from '../schema/words.ts';
import { joined, wordYamlProblem } from '../yaml/words.ts';
import { ownRuleText } from './own/words.ts';
import { axisNames } from './policy.ts';
import { guessed, predicateText } from './predicate-words.ts';
import type { PolicyProblem } from './problem.ts';
import { wordServesProblem } from './serves-words.ts';
import { vocabularyText } from './vocabulary-words.ts';

/** Words what is wrong with a policy file: `file:line:column: what is wrong. What to write.` */
export function wordPolicyProblem(problem: PolicyProblem): Localized {
  return placed(problem, policyText(problem));
}

function policyText(problem: PolicyProblem): Localized {
  switch (problem.code) {
    case 'unknown-policy': {
      const known = problem.known.join(', ');
      const { given, issued } = problem;
      if (issued !== undefined)
        return {
          ja: `ポリシーは id で指定します。「${given}」のポリシーの id は ${issued} です。${issued} と書いてください (一覧: ${known})`,
          en: `a policy goes by its id; that of “${given}” is ${issued}, so write ${issued} (one of ${known})`,
        };
      return problem.suggestion === undefined
        ? {
            ja: `「${problem.given}」というポリシーはありません。組み込みのポリシー: ${known}。自団体のポリシーは ./policy.yaml のようにファイルで指定してください`,
            en: `there is no policy “${problem.given}”; built in are ${known}. Name a policy of your own by its file, as ./policy.yaml`,
          }
        : {
            ja: `「${problem.given}」というポリシーはありません。${problem.suggestion} ではありませんか (一覧: ${known})`,
            en: `there is no policy “${problem.given}”; did you mean ${problem.suggestion}? (one of ${known})`,
          };
    }
    case 'unreadable':
      if (problem.policy !== undefined)
        return {
          ja: `organization.policy の指すポリシーファイル ${problem.policy} を開けません (${systemReason(problem.reason).ja})。このファイルから見た場所を書いてください`,
          en: `the policy file ${problem.policy}, named by organization.policy, cannot be opened (${systemReason(problem.reason).en}); write where it is as seen from this file`,
        };
      return problem.base === undefined
        ? {
            ja: `ポリシーファイルを開けません (${systemReason(problem.reason).ja})`,
            en: `the policy file cannot be opened (${systemReason(problem.reason).en})`,
          }
        : {
            ja: `extends の指すポリシーファイル ${problem.base} を開けません (${systemReason(problem.reason).ja})`,
            en: `the policy file ${problem.base}, named by extends, cannot be opened (${systemReason(problem.reason).en})`,
          };
    case 'yaml':
      return joined(wordYamlProblem(problem.problem));
    case 'schema':
      return joined(wordSchemaProblem(problem.problem));
    case 'empty':
      return { ja: 'ポリシーファイルが空です', en: 'the policy file is empty' };
    case 'several-documents':
      return {
        ja: 'ポリシーファイルに「---」で区切った2つ目の文書があります。ポリシーは1つのファイルに1つだけ書いてください',
        en: 'a second document begins here, after “---”; write one policy in one file',
      };
    case 'circular-extends':
    case 'same-id-as-base':
    case 'nothing-to-drop':
    case 'unknown-clause':
    case 'dropped-clause':
    case 'split-clause':
      return extensionText(problem);
    case 'same-id-as-another':
      return {
        ja: `id が「${problem.id}」で、同時に使うポリシー ${problem.other} と同じです。どちらの条項か分からなくなるため、片方の id を改めてください`,
        en: `has the id “${problem.id}”, as ${problem.other} has, which is used with it; change one of them, or nobody can tell whose clauses are cited`,
      };
    case 'unknown-rule':
      return guessed(
        { ja: `「${problem.id}」というルールはありません`, en: `there is no rule “${problem.id}”` },
        problem,
      );
    case 'unknown-parameter':
      return unknownParameter(problem);
    case 'not-a-duration':
      return notADuration(problem);
    case 'predicate':
      return predicateText(problem.problem);
    case 'own-rule':
      return ownRuleText(problem.problem);
    case 'unreadable-rules':
      return {
        ja: `ownRules の指すファイル ${problem.rules} を開けません (${systemReason(problem.reason).ja})`,
        en: `the file ${problem.rules}, named by ownRules, cannot be opened (${systemReason(problem.reason).en})`,
      };
    case 'other-rule':
      return {
        ja: `ルール ${problem.id} は、同時に使うポリシー ${problem.other} では別の内容です。片方の id を改めてください`,
        en: `the rule ${problem.id} is another one in ${problem.other}, which is used with it; change the id of one of them`,
      };
    case 'serves':
      return wordServesProblem(problem.problem);
    case 'taken-over': {
      const { ja, en } = policyText(problem.problem);
      return {
        ja: `${problem.from} の rules は、そのままではここで使えません。${ja}。この条項に rules を書いてください`,
        en: `the rules of ${problem.from} cannot be taken over as they are: ${en}. Write rules for this clause`,
      };
    }
    case 'no-records':
      return {
        ja: `ルール ${problem.rule} は団体全体を判定し、記録ごとには判定しないため、where は書けません。where を消してください`,
        en: `${problem.rule} judges the body as a whole and no records; remove where`,
      };
    case 'no-levels':
      return {
        ja: `ルール ${problem.rule} の判定する記録には等級がないため、atLeast は書けません。atLeast を消してください`,
        en: `${problem.rule} judges records that have no level; remove atLeast`,
      };
    case 'unknown-floor':
      return unknownFloor(problem);
    case 'no-day-in-force':
      return {
        ja: 'inForce には、from（効力を生じる日）と until（効力を有する最後の日）の少なくとも一方を書いてください',
        en: 'inForce takes from (the first day on which it holds), until (the last one), or both',
      };
    case 'new-only-without-day':
      return {
        ja: 'newOnly は、効力を生じる日に現にあるものを除くという意味です。その日を inForce に from として書いてください',
        en: 'newOnly leaves out what exists on the first day; write that day in inForce as from',
      };
    case 'ends-before-it-begins':
      return endsBeforeItBegins(problem);
    case 'unknown-maximum':
      return {
        ja: `exceptions.maximum の「${problem.written}」は例外措置の期限の上限として読めません。fiscal-year (年度の末日まで) か、P6M (6か月)、P90D (90日) のような期間を書いてください`,
        en: `exceptions.maximum is “${problem.written}”, which does not say how long an exception may last; write fiscal-year (to the end of the fiscal year) or a duration such as P6M (6 months) or P90D (90 days)`,
      };
    case 'built-in-word':
    case 'duplicate-word':
    case 'unknown-word':
    case 'missing-parameter':
      return vocabularyText(problem);
    case 'duplicate-clause':
      return duplicateClause(problem);
    case 'incomplete-clause':
      return incompleteClause(problem);
    case 'unanswered-clause':
      return {
        ja: `条項 ${problem.ref} に対応するものがありません。rules、attestation: true、informs のいずれかを書いてください。後から決めるなら、ポリシーの先頭に draft: true と書けば下書きとして読めます`,
        en: `nothing answers the clause ${problem.ref}; write rules, attestation: true or informs; to decide later, write draft: true at the top of the policy, which makes it a draft`,
      };
    case 'unknown-means':
      return {
        ja: `${problem.axis} の標準の等級に ${problem.means} はありません (機密性は 3・2・1、完全性と可用性は 2・1)`,
        en: `${problem.axis} has no canonical level ${problem.means} (confidentiality has 3, 2, 1; integrity and availability 2, 1)`,
      };
    case 'duplicate-layer':
      return {
        ja: `系 ${problem.id} が ${problem.firstLine} 行目にもあります`,
        en: `the layer ${problem.id} stands on line ${problem.firstLine} already`,
      };
    case 'duplicate-level':
      return {
        ja: `${problem.axis} の等級「${problem.level}」は、${problem.firstLine} 行目の「${problem.first}」と区別できません (全角と半角、大文字と小文字、空白は区別しません)。別の等級にしてください`,
        en: `the level “${problem.level}” of ${problem.axis} cannot be told from “${problem.first}” on line ${problem.firstLine} (width, case and blanks make no difference); give it another`,
      };
    case 'mistakable-name':
      return {
        ja: `${problem.axis} の等級「${problem.level}」の名称「${problem.name}」は、${problem.otherLine} 行目の等級「${problem.other}」と区別できません。別の名称にしてください`,
        en: `the name “${problem.name}” of the level “${problem.level}” of ${problem.axis} cannot be told from the level “${problem.other}” on line ${problem.otherLine}; give it another`,
      };
    case 'unknown-level-clause':
      return unknownLevelClause(problem);
    case 'scale-order': {
      const { axis, level, means, above } = problem;
      return {
        ja: `${axis} の等級は重い順に並べます。「${level}」(標準の ${means}) が「${above.level}」(標準の ${above.means}) の後にあります`,
        en: `the levels of ${axis} stand heaviest first; “${level}” (canonical ${means}) comes after “${above.level}” (canonical ${above.means})`,
      };
    }
  }
}

type Problem<Code extends PolicyProblem['code']> = Extract<PolicyProblem, { code: Code }>;

function endsBeforeItBegins({ from, until, ref }: Problem<'ends-before-it-begins'>): Localized {
  const whose = {
    ja: ref === undefined ? '' : `土台のポリシーの条項 ${ref} について、`,
    en: ref === undefined ? '' : `of the clause ${ref} of the policy that it extends: `,
  };
  return {
    ja: `${whose.ja}効力を有する最後の日 until（${until}）が、効力を生じる日 from（${from}）より前です。until を from 以後の日に改めてください`,
    en: `${whose.en}the last day until (${until}) is before the first day from (${from}); write a day that is not before from`,
  };
}

/** Says that a level is none of a scale, and which there are. */
export function unknownFloor({
  name,
  axis,
  written,
  known,
  ref,
}: Omit<Problem<'unknown-floor'>, 'code' | 'file' | 'position'>): Localized {
  const { ja, en } = axisNames[axis];
  const levels = { ja: known.join('、'), en: known.join(', ') };
  return ref === undefined
    ? {
        ja: `${name} の「${written}」は、このポリシーの${ja}の等級にありません。${levels.ja} のいずれかを書いてください`,
        en: `${name} is “${written}”, which is no level of ${en} of this policy; write one of ${levels.en}`,
      }
    : {
        ja: `土台のポリシーの条項 ${ref} は${ja}「${written}」以上に求めますが、この等級がありません。条項 ${ref} の rules を、${levels.ja} のいずれかの atLeast で書き直してください`,
        en: `the clause ${ref} of the policy that it extends asks from ${en} “${written}” on, and there is no such level here; write the rules of ${ref} anew with atLeast one of ${levels.en}`,
      };
}

function extensionText(
  problem: Problem<
    | 'circular-extends'
    | 'same-id-as-base'
    | 'nothing-to-drop'
    | 'unknown-clause'
    | 'dropped-clause'
    | 'split-clause'
  >,
): Localized {
  switch (problem.code) {
    case 'circular-extends': {
      const chain = problem.chain.join(' → ');
      return { ja: `extends が循環しています: ${chain}`, en: `extends runs in a circle: ${chain}` };
    }
    case 'same-id-as-base':
      return {
        ja: `id「${problem.id}」は extends で土台にしたポリシーと同じです。自団体のポリシーには別の id を付けてください`,
        en: `the id “${problem.id}” is that of the policy it extends; give this policy an id of its own`,
      };
    case 'nothing-to-drop':
      return {
        ja: 'drop は、extends で土台にしたポリシーの条項を外すためのものです。extends がありません',
        en: 'drop takes out clauses of the policy that extends names, and there is no extends',
      };
    case 'unknown-clause':
      return guessed(
        {
          ja: `土台のポリシーに条項 ${problem.ref} はありません`,
          en: `the policy that it extends has no clause ${problem.ref}`,
        },
        problem,
      );
    case 'split-clause':
      return {
        ja: `条項 ${problem.ref} は、義務ごとに ${problem.duties.join('、')} に分かれています。そのうちのどれかを書いてください`,
        en: `the clause ${problem.ref} is now ${problem.duties.join(', ')}, one for each duty; name those that are meant`,
      };
    case 'dropped-clause':
      return {
        ja: `条項 ${problem.ref} は ${problem.dropLine} 行目の drop で外しています。どちらかを消してください`,
        en: `the clause ${problem.ref} is dropped on line ${problem.dropLine}; remove one of the two`,
      };
  }
}

function unknownLevelClause(problem: Problem<'unknown-level-clause'>): Localized {
  const { axis, level, ref, dropLine } = problem;
  if (dropLine !== undefined) {
    return {
      ja: `${axis} の等級「${level}」を定めるという条項 ${ref} は ${dropLine} 行目の drop で外しています`,
      en: `the clause ${ref}, said to define the level “${level}” of ${axis}, is dropped on line ${dropLine}`,
    };
  }
  const text = {
    ja: `${axis} の等級「${level}」を定めるという条項 ${ref} がありません`,
    en: `there is no clause ${ref} to define the level “${level}” of ${axis}`,
  };
  return guessed(text, problem);
}

function duplicateClause({ ref, first, firstLine }: Problem<'duplicate-clause'>): Localized {
  if (ref === first)
    return {
      ja: `条項 ${ref} が ${firstLine} 行目にもあります`,
      en: `the clause ${ref} stands on line ${firstLine} already`,
    };
  return {
    ja: `条項 ${ref} は ${firstLine} 行目の ${first} と同じ条項です (全角と半角、括弧の形、空白、条や項を数える漢数字と算用数字は区別しません)`,
    en: `the clause ${ref} is ${first} of line ${firstLine} (width, the form of brackets, blanks, and kanji or Arabic numerals of articles make no difference)`,
  };
}

function incompleteClause({
  ref,
  missing,
  extends: extending,
  suggestion,
}: Problem<'incomplete-clause'>): Localized {
  if (!extending)
    return {
      ja: `条項 ${ref} に ${missing.join('・')} がありません`,
      en: `the clause ${ref} lacks ${missing.join(', ')}`,
    };
  return guessed(
    {
      ja: `条項 ${ref} は土台のポリシーにない新しい条項ですが、${missing.join('・')} がありません`,
      en: `the clause ${ref} is new, since the policy that it extends has none such, and lacks ${missing.join(', ')}`,
    },
    { suggestion },
  );
}

/** What is wrong with what is written for an interval, and what may be. */
export function notADuration({
  name,
  written,
  fiscalYears,
}: Pick<Problem<'not-a-duration'>, 'name' | 'written' | 'fiscalYears'>): Localized {
  const years = fiscalYears
    ? {
        ja: '、年度で数えるなら fiscal-year (当年度又は前年度) と書くか',
        en: ', as fiscal-year (this fiscal year or the one before)',
      }
    : { ja: 'か', en: '' };
  return {
    ja: `${name} の「${written}」は期間として読めません。P12M (12か月)、P1Y (1年)、P90D (90日) のように書く${years.ja}、基準を置かないなら null としてください`,
    en: `${name} is “${written}”, which is not a duration; write it as P12M (12 months), P1Y (a year) or P90D (90 days)${years.en}, or null to ask for none`,
  };
}

function unknownParameter({ rule, name, known, suggestion }: Problem<'unknown-parameter'>): Localized {
  if (known.length === 0)
    return { ja: `${rule} にパラメーターはありません`, en: `${rule} has no parameters` };
  return guessed(
    {
      ja: `${rule} に「${name}」というパラメーターはありません (使えるもの: ${known.join(', ')})`,
      en: `${rule} has no parameter “${name}” (it has ${known.join(', ')})`,
    },
    { suggestion },
  );
}
