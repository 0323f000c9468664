import { defineRule, fail, pass, unknown } from '#rule';

/** An exception ends: on its last day, or without one with the fiscal year of its approval. */
export const exceptionExpired = defineRule({
  id: 'inventory/exception-expired',
  title: { ja: '例外措置は期限内である', en: 'An exception has not run out' },
  rationale: {
    ja: '期限の過ぎた例外措置がそのまま残ると、例外が常態になります。期限の書かれていない例外措置は、承認した年度の末日（3月31日）までとみなします。',
    en: 'Exceptions that outlive their term become the rule. One without a term ends with the fiscal year of its approval (31 March).',
  },
  remedy: {
    ja: '逸脱を解消して例外措置を消すか、改めて承認を受けて approved と expires を書き直してください。',
    en: 'End the deviation and remove the exception; or have it approved again and renew approved and expires.',
  },
  appliesTo: 'exceptions',
  exceptable: false,
  check: (exception, { exceptions, asOf }) => {
    const { ends } = exceptions.state(exception);
    if (ends === undefined) return unknown('expires');
    if (asOf <= ends) return pass;
    const path = exception.expires === undefined ? 'approved' : 'expires';
    return fail(path, { ja: `期限 ${ends} が過ぎています`, en: `ran out on ${ends}` });
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
    unknown: `
exceptions:
  - { id: usb-loan, approved: false }
`,
  },
});
