import {
  checkBySection,
  defineRule,
  type Issue,
  isWritten,
  notApplicable,
  type Organization,
  type Outcome,
  pass,
  type RuleContext,
  review,
  rolesHeldBy,
  unknown,
  wellMadeException,
} from '#rule';

/** Who approves an exception holds a role in the organization of information security. */
export const exceptionApprover = defineRule({
  id: 'inventory/exception-approver',
  title: {
    ja: '例外措置は、情報セキュリティの役割を持つ者が承認する',
    en: 'An exception is approved by somebody who holds a security role',
  },
  rationale: {
    ja: '規定によらないことを認めるのは、その結果に責任を負う者です。組織体制のどこにもいない者の承認では、だれが責任を負うのか分かりません。',
    en: 'To allow a deviation is for those who answer for what comes of it. If whoever approved it is nowhere in the structure, nobody can tell who answers.',
  },
  remedy: {
    ja: '承認者の職が役割に就いていれば、organization.roles に role と post を書いてください。就いていなければ、役割を持つ者の承認を受けて approver を改めてください。',
    en: 'If the approver holds a role, list it under organization.roles with role and post; if not, have the exception approved by somebody who does, and correct approver.',
  },
  appliesTo: ['exceptions', 'organization'],
  integrity: true,
  check: checkBySection({
    exceptions: ({ approver }, context) =>
      isWritten(approver) ? judgeApprover(approver, context) : notApplicable,
    organization: judgeBody,
  }),
  examples: {
    pass: `
organization:
  name: 関所市
  roles:
    - { role: ciso, post: 副市長 }
exceptions:
  - { id: usb-loan, applicant: 税務課長, approver: 副市長, approved: 2026-04-01 }
`,
    review: `
organization:
  name: 関所市
  roles:
    - { role: ciso, post: 副市長 }
exceptions:
  - { id: usb-loan, applicant: 税務課長, approver: 会計管理者, approved: 2026-04-01 }
`,
    unknown: `
organization:
  name: 関所市
exceptions:
  - { id: usb-loan, applicant: 税務課長, approver: 副市長, approved: 2026-04-01 }
`,
  },
  // Only a person can find out whether somebody outside the structure may approve, so this never fails.
  mutation: {
    add: { exceptions: { ...wellMadeException, approver: '会計管理者' } },
    verdict: 'review',
    at: 'exceptions/例外-1 approver',
    also: ['inventory/exception-unused review exceptions/例外-1 records'],
  },
});

/** Where no roles are listed, that is one issue with the body, not one per exception. */
function judgeApprover(approver: string, { inventory }: RuleContext): Outcome {
  const roles = inventory.organization?.roles;
  if (roles === undefined) return notApplicable;
  return rolesHeldBy(approver, roles).size > 0 ? pass : holdsNone(approver);
}

function holdsNone(approver: string): Issue {
  return review('approver', {
    ja: `承認者「${approver}」が、organization.roles のどの役割にも就いていません`,
    en: `is approved by “${approver}”, who holds none of the roles in organization.roles`,
  });
}

function judgeBody(organization: Organization, { inventory }: RuleContext): Outcome {
  // A second organization is reported by inventory/single-organization.
  if (inventory.organization !== undefined && inventory.organization !== organization) return notApplicable;
  const approved = inventory.records('exceptions').some(({ approver }) => isWritten(approver));
  if (!approved || inventory.organization?.roles !== undefined) return notApplicable;
  return unknown('roles', {
    ja: '例外措置の承認者がどの役割に就いているかを organization.roles に載せていません',
    en: 'does not list under organization.roles which role the approvers of its exceptions hold',
  });
}
