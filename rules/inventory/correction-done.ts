import {
  defineRule,
  isWritten,
  type Localized,
  notApplicable,
  pass,
  review,
  wellMadeCorrection,
} from '#rule';

/** A correction that is said to be done leaves nothing of what it is for. */
export const correctionDone = defineRule({
  id: 'inventory/correction-done',
  title: {
    ja: '完了とした改善措置は、対象の指摘を残していない',
    en: 'Corrections that are done leave nothing of what they are for',
  },
  rationale: {
    ja: '完了と報告された改善措置の対象に指摘が残っているときは、台帳に結果が書かれていないか、改善が済んでいないかのどちらかです。どちらかは、人が見て判断します。改善措置は、指摘を消しません。',
    en: 'Where a correction is reported as done and its finding is still there, either the inventory does not show what was done or it was not done. Which of the two is for a person to see. A correction suppresses no finding.',
  },
  remedy: {
    ja: '改善が済んでいれば、その結果を対象の記録に書いてください。済んでいなければ、state を対応中に戻し、due を改めてください。',
    en: 'If it is mended, write so in the record that it is about. If not, set state back to underway and renew due.',
  },
  appliesTo: 'corrections',
  integrity: true,
  check: (correction, { corrections }) => {
    const { ran, found } = corrections.state(correction);
    const isDone =
      correction.state === 'done' || (correction.state === undefined && isWritten(correction.done));
    if (!isDone || !ran) return notApplicable;
    return found === 0 ? pass : review('state', stillThere(found));
  },
  examples: {
    policy: { rules: ['classification/manager-assigned'] },
    pass: `
assets:
  - { id: old-drawings, name: 旧庁舎設計図, manager: 総務課長 }
corrections:
  - id: old-drawings-manager
    rules: [classification/manager-assigned]
    records: [old-drawings]
    owner: 総務課
    state: done
    done: 2026-09-30
`,
    review: `
assets:
  - { id: old-drawings, name: 旧庁舎設計図, manager: false }
corrections:
  - id: old-drawings-manager
    rules: [classification/manager-assigned]
    records: [old-drawings]
    owner: 総務課
    state: done
    done: 2026-09-30
`,
  },
  mutation: {
    set: { 'assets/農地台帳 manager': false },
    add: { corrections: wellMadeCorrection },
    verdict: 'review',
    at: 'corrections/改善-1 state',
    also: ['classification/manager-assigned fail assets/農地台帳 manager'],
  },
});

function stillThere(found: number): Localized {
  return {
    ja: `完了とされていますが、対象の指摘が${found}件残っています`,
    en: `is said to be done, while ${found} ${found === 1 ? 'finding that it is for is' : 'findings that it is for are'} still there`,
  };
}
