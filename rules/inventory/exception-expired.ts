import { defineRule, fail, type Localized, pass, review, unknown, wellMadeException } from '#rule';

/** An exception ends: on its last day, or without one with the fiscal year of its approval. */
export const exceptionExpired = defineRule({
  id: 'inventory/exception-expired',
  title: { ja: '例外措置は期限内である', en: 'Exceptions have not expired' },
  rationale: {
    ja: '期限の過ぎた例外措置がそのまま残ると、例外が常態になります。期限の書かれていない例外措置は、始まりの年度の末日（3月31日）までとみなし、それより先の期限は、年度をまたいでよいか人が確かめます。',
    en: 'Exceptions that outlive their term become the rule. One without a term ends with the fiscal year in which it starts (31 March); one with a later end is for a person to look at.',
  },
  remedy: {
    ja: '逸脱を解消して例外措置を消すか、改めて承認を受けて approved と expires を書き直してください。年度をまたぐものは、年度の末日を期限として改めて承認するか、ポリシーの exceptions.maximum に認める期間を書いてください。',
    en: 'End the deviation and remove the exception; or have it approved again and renew approved and expires. Let one that outlasts the fiscal year end with it and be approved anew; or state in the policy, under exceptions.maximum, how long one may last.',
  },
  appliesTo: 'exceptions',
  integrity: true,
  check: (exception, { inventory, exceptions, asOf }) => {
    const { ends, outlastsYear } = exceptions.state(exception);
    if (ends === undefined) return unknown('expires');
    const day = inventory.asWritten(exception, ends);
    if (asOf > ends) {
      const path = exception.expires === undefined ? 'approved' : 'expires';
      return fail(path, { ja: `期限 ${day} が過ぎています`, en: `expired on ${day}` });
    }
    return outlastsYear ? review('expires', longerThanYear(day)) : pass;
  },
  examples: {
    pass: `
exceptions:
  - { id: usb-loan, approved: 2026-04-01, expires: 2026-11-20 }
`,
    fail: `
exceptions:
  - { id: usb-loan, approved: 令和7年10月1日 }
`,
    review: `
exceptions:
  - { id: usb-loan, approved: 2026-04-01, expires: 2028-03-31 }
`,
    unknown: `
exceptions:
  - { id: usb-loan, approved: false }
`,
  },
  mutation: {
    add: { exceptions: { ...wellMadeException, expires: '2026-11-19' } },
    at: 'exceptions/例外-1 expires',
  },
});

function longerThanYear(day: string): Localized {
  return {
    ja: `期限 ${day} が、始まりの年度の末日より後です`,
    en: `lasts until ${day}, beyond the fiscal year in which it starts`,
  };
}
