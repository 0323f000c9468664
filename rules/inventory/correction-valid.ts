import {
  defineRule,
  type Issue,
  isWritten,
  type Localized,
  passUnless,
  review,
  unknown,
  unknownRuleNamed,
  wellMadeCorrection,
} from '#rule';

/** A correction says what it is for, and agrees with itself. */
export const correctionValid = defineRule({
  id: 'inventory/correction-valid',
  title: {
    ja: '改善措置には、対象が書かれ、対応状況と完了確認日が食い違わない',
    en: 'Corrections state what they are for, and their state agrees with the day they were done',
  },
  rationale: {
    ja: '何を改善するのか分からない改善措置や、済んだかどうか読み取れない改善措置は、監査で追えません。',
    en: 'A correction of which nobody can tell what it mends, or whether it is done, cannot be followed in an audit.',
  },
  remedy: {
    ja: 'corrections に rules（ルールの id）か audit（監査・点検の id）を書き、完了したものには done（完了確認日）を書いてください。',
    en: 'State rules (ids of rules) or audit (the id of an audit), and done, the day it was confirmed, once it is done.',
  },
  appliesTo: 'corrections',
  integrity: true,
  check: (correction, { corrections }) => {
    const { rules, audit, state, done } = correction;
    const { unknownRules } = corrections.state(correction);
    const issues: Issue[] = [];
    if (rules === undefined && !isWritten(audit)) issues.push(unknown('rules'));
    for (const [index, id] of (rules ?? []).entries())
      if (unknownRules.has(id))
        issues.push(unknownRuleNamed(`rules.${index}`, id, unknownRules.get(id), subject));
    if (state === 'done' && !isWritten(done)) issues.push(unknown('done'));
    if (state !== undefined && state !== 'done' && isWritten(done)) issues.push(review('state', notSaidDone));
    return passUnless(issues);
  },
  examples: {
    pass: `
corrections:
  - { id: old-accounts, rules: [technical/access-control], owner: 総務課, due: 2027-03-31, state: underway }
`,
    fail: `
corrections:
  - { id: old-accounts, rules: [technical/no-such-rule], owner: 総務課, due: 2027-03-31, state: underway }
`,
    unknown: `
corrections:
  - { id: old-accounts, rules: [technical/access-control], owner: 総務課, state: done }
`,
    review: `
corrections:
  - { id: old-accounts, rules: [technical/access-control], owner: 総務課, state: underway, done: 2026-09-30 }
`,
  },
  mutation: {
    add: { corrections: { ...wellMadeCorrection, rules: ['technical/no-such-rule'] } },
    at: 'corrections/改善-1 rules.0',
  },
});

const subject: Localized = { ja: '改善措置', en: 'correction' };

const notSaidDone: Localized = {
  ja: '完了確認日が書かれていますが、対応状況が完了ではありません',
  en: 'names a day on which it was confirmed to be done, while its state says otherwise',
};
