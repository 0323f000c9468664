import type { Localized } from '../base/localized.ts';
import type { PredicateProblem } from './check-predicate.ts';

/** Words what is wrong with a condition, and what to write. */
export function predicateText(problem: PredicateProblem): Localized {
  switch (problem.code) {
    case 'no-predicate':
      return problem.key === undefined
        ? {
            ja: '条件がありません。contains: { some: my-number } のように、項目と値を書いてください',
            en: 'there is no condition; write a field and a value, as contains: { some: my-number }',
          }
        : {
            ja: `${problem.key} には、条件を「-」で並べて1つ以上書いてください`,
            en: `${problem.key} takes a list of one condition or more`,
          };
    case 'unknown-path': {
      const sections = problem.sections.join(', ');
      if (problem.within !== undefined) {
        const { list, field } = problem.within;
        return {
          ja: `${list} は一覧です。${list}: { each: { ${field}: … } }（すべての項目について）又は some（どれかの項目について）と書いてください`,
          en: `${list} is a list; write ${list}: { each: { ${field}: … } } for all of its items, or some for one of them`,
        };
      }
      return guessed(
        {
          ja: `${sections} の記録に「${problem.written}」という項目はありません`,
          en: `records of ${sections} have no field “${problem.written}”`,
        },
        problem,
      );
    }
    case 'unknown-operator': {
      const known = problem.known.join(', ');
      return guessed(
        {
          ja: `「${problem.written}」という比べ方はありません (${known} のいずれか)`,
          en: `there is no test “${problem.written}” (there are ${known})`,
        },
        problem,
      );
    }
    case 'unknown-choice': {
      const known = problem.known.join(', ');
      return guessed(
        {
          ja: `${problem.path} に「${problem.written}」という値はありません (${known} のいずれか)`,
          en: `${problem.path} is never “${problem.written}” (it is one of ${known})`,
        },
        problem,
      );
    }
    case 'one-value':
      return {
        ja: `${problem.operator} には値を1つだけ書いてください`,
        en: `${problem.operator} takes one value`,
      };
    case 'unknown-parameter':
      return unknownParameter(problem);
    case 'no-duration':
      return {
        ja: `「${problem.written}」は期間として読めません。P12M (12か月)、P1Y (1年)、P90D (90日) のように書くか、年度で数えるなら fiscal-year (当年度又は前年度) と書いてください`,
        en: `“${problem.written}” is no length of time; write it as P12M (12 months), P1Y (a year) or P90D (90 days), or as fiscal-year (this fiscal year or the one before)`,
      };
    case 'no-section':
      return {
        ja: `refersTo には、参照先の区分を section: に書いてください (${problem.known.join(', ')} のいずれか)`,
        en: `refersTo takes the section that the field refers to under section: (one of ${problem.known.join(', ')})`,
      };
    case 'wrong-test':
      return wrongTest(problem);
  }
}

const typeWords: Readonly<Record<string, Localized>> = {
  boolean: { ja: 'true か false', en: 'true or false' },
  integer: { ja: '数', en: 'a number' },
  number: { ja: '数', en: 'a number' },
  string: { ja: '文字列', en: 'a text' },
  day: { ja: '2026-04-01 や 令和8年4月1日 のような日付', en: 'a day, as 2026-04-01 or 令和8年4月1日' },
};

function wrongTest({ path, types, isList }: Extract<PredicateProblem, { code: 'wrong-test' }>): Localized {
  if (isList && !types.includes('object'))
    return {
      ja: `${path} は一覧です。some: （どれかがある）、covers: （すべてがある）、each: （それだけがある）に値を書いてください`,
      en: `${path} is a list; write values under some: (one of them is in it), covers: (all are) or each: (nothing else is)`,
    };
  const words = types.flatMap((type) => typeWords[type] ?? []);
  return words.length === 0
    ? {
        ja: isList
          ? `${path} は値の一覧ではないため、条件に使えません`
          : `${path} は、値と比べる項目ではありません。その中の項目を書いてください`,
        en: isList
          ? `${path} is no list of values, and takes no condition`
          : `${path} is no field with a value; name a field inside of it`,
      }
    : {
        ja: `${path} と比べる値は、${words.map(({ ja }) => ja).join('又は')}です`,
        en: `${path} is compared with ${words.map(({ en }) => en).join(' or ')}`,
      };
}

function unknownParameter({
  name,
  known,
  suggestion,
}: Extract<PredicateProblem, { code: 'unknown-parameter' }>): Localized {
  if (known.length === 0)
    return {
      ja: `ここに置けるパラメーター「$${name}」がありません。ルールの parameters に書くか、値を書いてください`,
      en: `the rule has no parameter “$${name}” that could stand here; declare it under parameters, or write a value`,
    };
  return guessed(
    {
      ja: `ここに置けるパラメーター「$${name}」がありません (${known.map((one) => `$${one}`).join(', ')} のいずれか)`,
      en: `the rule has no parameter “$${name}” that could stand here (there are ${known.map((one) => `$${one}`).join(', ')})`,
    },
    { suggestion: suggestion && `$${suggestion}` },
  );
}

/** @returns a text with the word that is probably meant */
export function guessed(
  { ja, en }: Localized,
  { suggestion }: { suggestion?: string | undefined },
): Localized {
  if (suggestion === undefined) return { ja, en };
  return { ja: `${ja}。${suggestion} ではありませんか`, en: `${en}; did you mean ${suggestion}?` };
}
