import { confidentialityAtLeast, defineFactRule } from '#rule';

/** Confidential assets are not easily seen: みなかみ町 3)保管. */
export const storageHidden = defineFactRule({
  id: 'classification/storage-hidden',
  title: ({ atLeast }) => ({
    ja: `${atLeast('confidentiality', 2).ja}の情報は、容易に閲覧されないよう管理する`,
    en: 'Confidential information is kept so that it is not easily seen',
  }),
  rationale: {
    ja: '机上の書類や開いたままの画面は、持ち出されなくても、見られるだけで漏えいになります。来庁者や担当外の職員の目に触れないように置く必要があります。',
    en: 'Papers on a desk or an open screen leak without ever being taken away: it is enough that somebody looks. Visitors and staff without need must not come to see them.',
  },
  remedy: {
    ja: '書類や媒体は離席時に片付け、電子データは閲覧できる者を限り、画面は通路や窓口から見えないようにしたうえで、storage.hiddenFromView を true に改めてください。',
    en: 'Clear papers and media away when leaving the desk, limit who can open electronic data, turn screens away from corridors and counters, and change storage.hiddenFromView to true.',
  },
  appliesTo: 'assets',
  field: 'storage.hiddenFromView',
  when: confidentialityAtLeast(2),
  violation: { ja: '容易に閲覧されないように管理されていません', en: 'is kept where it can easily be seen' },
  examples: {
    pass: `
assets:
  - id: consultation-records
    name: 児童相談記録
    classification:
      confidentiality: 3
    storage:
      hiddenFromView: true
`,
    fail: `
assets:
  - id: application-forms
    name: 窓口受付中の申請書
    form: paper
    classification:
      confidentiality: 2
    storage:
      hiddenFromView: false
`,
    unknown: `
assets:
  - id: application-forms
    name: 窓口受付中の申請書
    form: paper
    classification:
      confidentiality: 2
`,
  },
  mutation: { set: { 'assets/remote-backup storage.hiddenFromView': false } },
});
