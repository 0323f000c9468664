import { defineRule, fail, isSamePost, isWritten, pass, unknown, wellMadeException } from '#rule';

/** 兼務の禁止: nobody approves an exception of their own. */
export const exceptionSeparated = defineRule({
  id: 'inventory/exception-separated',
  title: {
    ja: '例外措置は、申請者とは別の者が承認する',
    en: 'Exceptions are approved by somebody other than the applicant',
  },
  rationale: {
    ja: '自分で申請して自分で承認する例外措置は、だれの点検も受けていません。このような例外措置は、指摘に適用されません。',
    en: 'An exception that somebody grants to themselves has been looked at by nobody. It covers no finding.',
  },
  remedy: {
    ja: '申請者ではない権限のある者の承認を受け、applicant と approver に別の職を書いてください。',
    en: 'Have it approved by somebody else who may, and write different posts in applicant and approver.',
  },
  appliesTo: 'exceptions',
  integrity: true,
  check: (exception, { exceptions }) => {
    const { applicant, approver } = exception;
    if (!isWritten(applicant)) return unknown('applicant');
    if (!isWritten(approver)) return unknown('approver');
    if (!exceptions.state(exception).ownApproval) return pass;
    if (isSamePost(applicant, approver)) {
      return fail('approver', {
        ja: `申請者と承認者が同じ「${approver}」です`,
        en: `was applied for and approved by the same post, “${approver}”`,
      });
    }
    return fail('approver', {
      ja: `申請者「${applicant}」と承認者「${approver}」が、organization.roles によれば同じ者です`,
      en: `was applied for by “${applicant}” and approved by “${approver}”, who by organization.roles are the same`,
    });
  },
  examples: {
    pass: `
exceptions:
  - { id: usb-loan, applicant: 税務課長, approver: 最高情報セキュリティ責任者 }
`,
    fail: `
exceptions:
  - { id: usb-loan, applicant: 税務課長, approver: 税務課長 }
`,
    unknown: `
exceptions:
  - { id: usb-loan, approver: 最高情報セキュリティ責任者 }
`,
  },
  mutation: {
    add: { exceptions: { ...wellMadeException, applicant: '総務部長' } },
    at: 'exceptions/例外-1 approver',
  },
});
