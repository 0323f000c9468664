import {
  type BeyondLimit,
  defineRule,
  type Exception,
  fail,
  type Issue,
  isWritten,
  type Localized,
  passUnless,
  unknown,
  unknownRuleNamed,
  wellMadeException,
} from '#rule';

/** An exception says what it permits, why, and who approved it; else it permits nothing. */
export const exceptionValid = defineRule({
  id: 'inventory/exception-valid',
  title: {
    ja: '例外措置には、対象・理由・承認がそろい、ポリシーの認める範囲にある',
    en: 'Exceptions state what they cover, why, and who approved them, and stay within what the policy allows',
  },
  rationale: {
    ja: '理由や承認者の分からない例外措置は、ただの違反と区別できません。そろっていない例外措置や、ポリシーの認める範囲を超える例外措置は、効力を持ちません。',
    en: 'An exception without a reason or an approval cannot be told from a plain breach. One that is not complete, or goes beyond what the policy allows, covers no finding.',
  },
  remedy: {
    ja: 'exceptions に rules（ルールの id）、records（対象の id）、reason、approver、approved を書いてください。',
    en: 'State rules (ids of rules), records (ids), reason, approver and approved.',
  },
  appliesTo: 'exceptions',
  integrity: true,
  check: (exception, { exceptions }) => {
    const { unknownRules, neverExcepted, beyond } = exceptions.state(exception);
    const issues: Issue[] = [];
    for (const field of ['rules', 'records', 'approved'] as const) {
      if (exception[field] === undefined) issues.push(unknown(field));
    }
    for (const field of ['reason', 'approver'] as const) {
      if (!isWritten(exception[field])) issues.push(unknown(field));
    }
    if (exception.approved === false)
      issues.push(fail('approved', { ja: '承認されていません', en: 'is not approved' }));
    for (const [index, id] of (exception.rules ?? []).entries()) {
      if (unknownRules.has(id))
        issues.push(unknownRuleNamed(`rules.${index}`, id, unknownRules.get(id), subject));
      else if (neverExcepted.includes(id)) issues.push(neverExceptedRule(id, index));
    }
    return passUnless([...issues, ...beyond.map((one) => beyondLimit(one, exception))]);
  },
  examples: {
    pass: `
systems:
  - { id: old-terminal, name: 旧窓口端末, type: terminal }
exceptions:
  - id: old-terminal-mfa
    rules: [resilience/mynumber-mfa]
    records: [old-terminal]
    reason: 令和8年度末に更新するまで、生体認証に対応できないため
    applicant: 市民課長
    approver: 最高情報セキュリティ責任者
    approved: 2026-04-01
`,
    fail: `
systems:
  - { id: old-terminal, name: 旧窓口端末, type: terminal }
exceptions:
  - id: old-terminal-mfa
    rules: [resilience/mynumber-mfa]
    records: [old-terminal]
    reason: 令和8年度末に更新するまで、生体認証に対応できないため
    applicant: 市民課長
    approver: 最高情報セキュリティ責任者
    approved: false
`,
    unknown: `
systems:
  - { id: old-terminal, name: 旧窓口端末, type: terminal }
exceptions:
  - id: old-terminal-mfa
    rules: [resilience/mynumber-mfa]
    records: [old-terminal]
    applicant: 市民課長
    approver: 最高情報セキュリティ責任者
    approved: 2026-04-01
`,
  },
  mutation: [
    { add: { exceptions: { ...wellMadeException, approved: false } }, at: 'exceptions/例外-1 approved' },
    {
      add: { exceptions: { ...wellMadeException, rules: ['technical/no-such-rule'] } },
      at: 'exceptions/例外-1 rules.0',
    },
  ],
});

const subject: Localized = { ja: '例外措置', en: 'exception' };

/** No exception can cover errors in the inventory itself, since all other rules depend on it. */
function neverExceptedRule(id: string, index: number): Issue {
  return fail(
    `rules.${index}`,
    {
      ja: `${id} を対象としていますが、台帳の記載そのものを確かめるルールは例外措置の対象にできません`,
      en: `names ${id}, but no exception can be made for rules that check the inventory itself`,
    },
    {
      remedy: {
        ja: `rules から ${id} を除き、その指摘は台帳の記載を正して解消してください。対象とするルールがほかになければ、この1件を exceptions から除いてください。`,
        en: `Take ${id} out of rules, and settle its findings by correcting the inventory. If the exception is for no other rule, take it off exceptions.`,
      },
    },
  );
}

/** What the policy (`exceptions`) does not permit, reported at the field concerned. */
function beyondLimit(beyond: BeyondLimit, exception: Exception): Issue {
  const { policy } = beyond;
  switch (beyond.limit) {
    case 'never':
      return fail(
        `rules.${exception.rules?.indexOf(beyond.rule)}`,
        {
          ja: `${policy.ja}が例外措置を認めていない ${beyond.rule} を対象としています`,
          en: `names ${beyond.rule}, of which ${policy.en} allows no exception`,
        },
        { remedy: endDeviation },
      );
    case 'maximum':
      return fail(
        'expires',
        {
          ja: `期限が、${policy.ja}の認める ${beyond.until} より後です`,
          en: `lasts longer than ${policy.en} allows, which is until ${beyond.until}`,
        },
        {
          remedy: {
            ja: `expires を ${beyond.until} までの日に改め、それより先は改めて承認を受けてください。`,
            en: `Let it expire by ${beyond.until}, and have it approved anew for what comes after.`,
          },
        },
      );
    case 'approvers': {
      const names = {
        ja: beyond.approvers.map(({ ja }) => ja).join('又は'),
        en: beyond.approvers.map(({ en }) => en).join(' or '),
      };
      const remedy = {
        ja: `${names.ja}の承認を受け、approver に書いてください。その職が organization.roles になければ、role を ${beyond.approvers.join(' 又は ')} として載せてください。`,
        en: `Have it approved by the ${names.en} and write that in approver. If the post is not in organization.roles, list it with role: ${beyond.approvers.join(' or ')}.`,
      };
      if (!beyond.known)
        return unknown(
          'approver',
          {
            ja: `承認者「${exception.approver}」の役割が organization.roles になく、${policy.ja}の定める承認者（${names.ja}）か判定できません`,
            en: `is approved by “${exception.approver}”; without organization.roles it cannot be told whether that is the ${names.en}, whom ${policy.en} asks for`,
          },
          { remedy },
        );
      return fail(
        'approver',
        {
          ja: `承認者「${exception.approver}」が、${policy.ja}の定める承認者（${names.ja}）ではありません`,
          en: `is approved by “${exception.approver}”, who is not the ${names.en}, whom ${policy.en} asks for`,
        },
        { remedy },
      );
    }
  }
}

const endDeviation: Localized = {
  ja: 'この例外措置からルールを除き、逸脱を解消してください。',
  en: 'Take the rule out of the exception, and end the deviation.',
};
