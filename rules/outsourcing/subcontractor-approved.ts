import {
  type Contract,
  defineRule,
  entryName,
  fail,
  type Issue,
  judgeOutsourcing,
  notApplicable,
  passUnless,
  unknown,
} from '#rule';

/** Every subcontractor has been approved: みなかみ町 7)契約による義務付け (our reading of 再委託制限). */
export const subcontractorApproved = defineRule({
  id: 'outsourcing/subcontractor-approved',
  title: { ja: '再委託は、承認した相手に限る', en: 'Work is subcontracted only with approval' },
  rationale: {
    ja: '承認のない再委託では、対策を確かめていない相手に情報が渡ります。委託元がその存在も知らなければ、事故が起きても経緯を追えません。',
    en: 'Without approval, information goes to somebody whose measures nobody has checked. If the body does not even know of them, it cannot trace what happened after an incident.',
  },
  remedy: {
    ja: '再委託の必要性と再委託先の対策を確かめたうえで承認し、その日を subcontractors の approved に書いてください（日が分からなければ true）。承認できない再委託はやめさせてください。再委託先がなければ、subcontractors に [] と書いてください。',
    en: 'Check why the work is passed on and what measures are taken, approve it, and write the day in approved within subcontractors (true if the day is not known). Have subcontracting that cannot be approved stopped. If there is none, write subcontractors: [].',
  },
  appliesTo: 'contracts',
  check: (contract, context) =>
    judgeOutsourcing(contract, context, () => {
      const { subcontractors } = contract;
      if (subcontractors === undefined) return unknown('subcontractors');
      if (subcontractors.length === 0) return notApplicable;
      return passUnless(subcontractors.flatMap(approvalIssues));
    }),
  examples: {
    pass: `
contracts:
  - id: benefit-processing
    name: 臨時特別給付金支給事務
    type: outsourcing
    subcontractors:
      - name: 関所データサービス株式会社
        approved: 令和8年5月12日
`,
    fail: `
contracts:
  - id: benefit-processing
    name: 臨時特別給付金支給事務
    type: outsourcing
    subcontractors:
      - name: 関所データサービス株式会社
        approved: 2026-05-12
      - name: 関所運輸株式会社
        approved: false
`,
    unknown: `
contracts:
  - id: benefit-processing
    name: 臨時特別給付金支給事務
    type: outsourcing
    subcontractors:
      - name: 関所データサービス株式会社
`,
  },
  mutation: { set: { 'contracts/基幹系保守 subcontractors.0.approved': false } },
});

type Subcontractor = NonNullable<Contract['subcontractors']>[number];

function approvalIssues(subcontractor: Subcontractor, index: number): Issue[] {
  const path = `subcontractors.${index}.approved`;
  const name = entryName(subcontractor.name, index, { ja: '再委託先', en: 'subcontractor' });
  if (subcontractor.approved === false) {
    return [fail(path, { ja: `${name.ja}が承認されていません`, en: `has not approved ${name.en}` })];
  }
  if (subcontractor.approved !== undefined) return [];
  const message = {
    ja: `${name.ja}を承認したかが台帳に書かれていません`,
    en: `does not state whether ${name.en} is approved`,
  };
  return [unknown(path, message)];
}
