import { defineRule, fail, passUnless } from '#rule';

/** What is said to have happened has happened by the day judged by. */
export const dateInFuture = defineRule({
  id: 'inventory/date-in-future',
  title: {
    ja: '実施済みを示す日付は判定日より後にならない',
    en: 'Dates of what has been done are not in the future',
  },
  rationale: {
    ja: '点検や更新の日付が判定日より後だと、まだ行っていないことを行ったものとして判定してしまいます。',
    en: 'A review or an update dated after the day judged by would count as done before it is.',
  },
  remedy: {
    ja: '日付を実際に行った日に直すか、行うまで空けておいてください。',
    en: 'Write the day on which it was done, or leave it empty until then.',
  },
  appliesTo: 'records',
  integrity: true,
  check: (record, { inventory, asOf }) => {
    return passUnless(
      inventory
        .dates(record)
        .filter(({ past, day }) => past && day > asOf)
        .map(({ path, written }) => {
          const fieldPath = path.join('.');
          return fail(fieldPath, {
            ja: `${fieldPath} の ${written} が判定日 ${asOf} より後です`,
            en: `has ${written} in ${fieldPath}, which is after the day judged by (${asOf})`,
          });
        }),
    );
  },
  examples: {
    pass: `
documents:
  - { id: standards, name: 情報セキュリティ対策基準, type: standards, reviewed: 令和8年4月1日 }
`,
    fail: `
documents:
  - { id: standards, name: 情報セキュリティ対策基準, type: standards, reviewed: 令和80年4月1日 }
`,
  },
  mutation: { set: { 'systems/log-server vulnerability.lastPatched': '2026-11-21' } },
});
