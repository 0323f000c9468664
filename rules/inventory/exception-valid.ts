import { defineRule, fail, type Issue, passUnless, unknown } from '#rule';

/** An exception says what it permits, why, and who approved it; else it permits nothing. */
export const exceptionValid = defineRule({
  id: 'inventory/exception-valid',
  title: {
    ja: '例外措置には、対象・理由・承認がそろっている',
    en: 'An exception states what it covers, why, and who approved it',
  },
  rationale: {
    ja: '理由や承認者の分からない例外措置は、ただの違反と区別できません。そろっていない例外措置は、指摘を抑止しません。',
    en: 'An exception without a reason or an approval cannot be told from a plain breach. One that is not complete covers no finding.',
  },
  remedy: {
    ja: 'exceptions に rules（ルールの id）、records（対象の id）、reason、approver、approved を書いてください。',
    en: 'State rules (ids of rules), records (ids), reason, approver and approved.',
  },
  appliesTo: 'exceptions',
  exceptable: false,
  check: (exception, { exceptions }) => {
    const { unknownRules, neverExcepted } = exceptions.state(exception);
    const issues: Issue[] = [];
    for (const field of ['rules', 'records', 'reason', 'approver', 'approved'] as const) {
      if (exception[field] === undefined) issues.push(unknown(field));
    }
    if (exception.approved === false)
      issues.push(fail('approved', { ja: '承認されていません', en: 'is not approved' }));
    for (const [index, id] of (exception.rules ?? []).entries()) {
      if (unknownRules.includes(id))
        issues.push(
          fail(`rules.${index}`, {
            ja: `「${id}」というルールはありません`,
            en: `names the rule “${id}”, which there is not`,
          }),
        );
      else if (neverExcepted.includes(id))
        issues.push(
          fail(`rules.${index}`, {
            ja: `${id} は例外措置の対象にできません`,
            en: `names ${id}, of which no exception can be made`,
          }),
        );
    }
    return passUnless(issues);
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
});
