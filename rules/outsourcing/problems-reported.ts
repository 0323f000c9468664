import {
  type Contract,
  defineRule,
  fail,
  judgeOutsourcing,
  notApplicable,
  type Outcome,
  pass,
  unknown,
} from '#rule';

/** Problems with a contractor go to the general security officer: みなかみ町 7)確認・措置. */
export const problemsReported = defineRule({
  id: 'outsourcing/problems-reported',
  title: {
    ja: '委託先の確認で見つかった問題を、統括情報セキュリティ責任者に報告する',
    en: 'Problems found with a contractor are reported to the general security officer',
  },
  rationale: {
    ja: '担当課だけで抱えた問題は、ほかの課が同じ委託先に仕事を任せていても伝わりません。統括する立場に集めて初めて、全庁で手を打てます。',
    en: 'A problem that stays within one section never reaches the others that use the same contractor. Only when it comes to those in charge of the whole can the whole body act.',
  },
  remedy: {
    ja: '見つかった問題を統括情報セキュリティ責任者に報告し、verification.reportedTo に general-security-officer と書いてください。',
    en: 'Report the problems to the general security officer, and write verification.reportedTo: general-security-officer.',
  },
  appliesTo: 'contracts',
  check: (contract, context) => judgeOutsourcing(contract, context, () => reported(contract)),
  examples: {
    pass: `
contracts:
  - id: juki-maintenance
    name: 住民記録システム保守業務
    type: outsourcing
    verification:
      last: 2026-09-30
      problems: [作業者名簿が更新されていない]
      reportedTo: general-security-officer
`,
    fail: `
contracts:
  - id: meter-reading
    name: 水道検針業務
    type: outsourcing
    verification:
      last: 2026-08-20
      problems: [検針端末の紛失時の連絡先が決まっていない]
      reportedTo: security-manager
`,
    unknown: `
contracts:
  - id: meter-reading
    name: 水道検針業務
    type: outsourcing
    verification:
      last: 2026-08-20
      problems: [検針端末の紛失時の連絡先が決まっていない]
`,
  },
  mutation: [
    { set: { 'contracts/基幹系保守 verification.reportedTo': false } },
    { set: { 'contracts/基幹系保守 verification.reportedTo': 'system-manager' } },
  ],
});

function reported(contract: Contract): Outcome {
  const { problems = [], reportedTo } = contract.verification ?? {};
  if (problems.length === 0) return notApplicable;
  if (reportedTo === 'general-security-officer') return pass;
  if (reportedTo === undefined) return unknown('verification.reportedTo');
  if (reportedTo === false) {
    return fail('verification.reportedTo', {
      ja: '確認で見つかった問題が統括情報セキュリティ責任者に報告されていません',
      en: 'had problems that were not reported to the general security officer',
    });
  }
  return fail('verification.reportedTo', {
    ja: `確認で見つかった問題の報告先が「${reportedTo}」で、統括情報セキュリティ責任者（general-security-officer）に報告されていません`,
    en: `had problems that were reported to “${reportedTo}”, not to the general security officer`,
  });
}
