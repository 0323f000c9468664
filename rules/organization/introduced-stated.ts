import {
  beginningField,
  beginningOf,
  boundRecords,
  type DatedSubject,
  type Day,
  datedSections,
  defineRule,
  isDated,
  type Localized,
  notApplicable,
  pass,
  type RuleContext,
  unknown,
} from '#rule';

/** It is written since when each system, network, facility, medium and contract exists: 施行規則附則第2項. */
export const introducedStated = defineRule({
  id: 'organization/introduced-stated',
  title: {
    ja: 'システム、設備、媒体、委託契約の始まった日が書かれている',
    en: 'It is stated since when systems, facilities, media and contracts exist',
  },
  rationale: {
    ja: '経過措置は、施行の日に現にあるものと現に行っている業務委託を従前の例によらせます。始まった日が分からなければ、どれに新しい条項が及ぶのかを判定できません。',
    en: 'A transitional rule leaves what exists, and the outsourcing that runs, on the first day to the earlier law. Without the day on which a thing began, nobody can tell which of them the new clauses are about.',
  },
  remedy: {
    ja: 'systems・services・segments・facilities と媒体の assets に introduced（導入・設置した日）を、contracts に period の starts（契約期間の初日）を書いてください。正確な日が分からなければ、月（2020-04）や年度（令和2年度）でもかまいません。',
    en: 'Write introduced (the day it was taken into use) for systems, services, segments, facilities and assets that are media, and period.starts (the first day of the contract) for contracts. Where the day is not known, a month (2020-04) or a fiscal year (令和2年度) will do.',
  },
  appliesTo: 'organization',
  check(_, context) {
    const dated = datedSections.flatMap((section) => subjectsIn(section, context));
    if (dated.length === 0) return notApplicable;
    const undated = dated.filter((subject) => beginningOf(subject) === undefined);
    if (undated.length === 0) return pass;
    const counts = countsOf(undated);
    const [first] = undated;
    return unknown(
      '',
      {
        ja: `始まった日の書かれていない記録が${undated.length}件あり（${counts.ja}）、経過措置の及ぶものかどうかを判定できません`,
        en: `lists ${undated.length} records without the day on which they began (${counts.en}), so it cannot be told which are left to the earlier law`,
      },
      {
        key: 'introduced',
        missing: {
          section: first?.section ?? 'systems',
          what: {
            id: 'introduced',
            ja: `始まった日（${counts.ja}）`,
            en: `the day on which each began (${counts.en})`,
          },
        },
      },
    );
  },
  examples: {
    pass: `
organization: { name: 関所市 }
systems:
  - { id: juki-server, name: 住民記録サーバー, introduced: 令和5年度 }
contracts:
  - { id: juki-maintenance, name: 住民記録システム保守業務, period: { starts: 2026-04-01, ends: 2031-03-31 } }
`,
    unknown: `
organization: { name: 関所市 }
systems:
  - { id: juki-server, name: 住民記録サーバー, introduced: 令和5年度 }
  - { id: mail-server, name: メールサーバー }
contracts:
  - { id: juki-maintenance, name: 住民記録システム保守業務 }
`,
  },
  mutation: { unset: ['systems/koseki-files introduced'], verdict: 'unknown', at: 'organization' },
});

function subjectsIn(section: DatedSubject['section'], context: RuleContext): DatedSubject[] {
  return boundRecords(section, context)
    .map((record) => ({ section, record }))
    .filter((subject) => isDated(subject, context) && !isOver(subject, context.asOf));
}

/** What has ended or is disposed of is not asked any more. */
function isOver({ section, record }: DatedSubject, asOf: Day): boolean {
  if (section === 'contracts') {
    const { ended } = record as { readonly ended?: Day | boolean };
    return ended === true || (typeof ended === 'string' && ended < asOf);
  }
  const { disposal } = record as { readonly disposal?: { readonly date?: Day | boolean } };
  return typeof disposal?.date === 'string';
}

function countsOf(undated: readonly DatedSubject[]): Localized {
  const counted = datedSections
    .map((section) => ({
      field: `${section}[].${beginningField(section)}`,
      count: undated.filter((one) => one.section === section).length,
    }))
    .filter(({ count }) => count > 0);
  return {
    ja: counted.map(({ field, count }) => `${field} ${count}件`).join('、'),
    en: counted.map(({ field, count }) => `${field} of ${count}`).join(', '),
  };
}
