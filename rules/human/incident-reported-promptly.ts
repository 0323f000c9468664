import { defineRule, fail, isOlderThan, type Localized, pass, tooOld, unknown, wordParameter } from '#rule';

/** Whoever notices an incident reports it promptly: みなかみ町 4)インシデント報告. No interval is stated. */
export const incidentReportedPromptly = defineRule({
  id: 'human/incident-reported-promptly',
  title: {
    ja: '情報セキュリティインシデントを認知したときは、速やかに報告する',
    en: 'Incidents are reported promptly',
  },
  rationale: {
    ja: '報告が遅れた分だけ、感染や漏えいは広がり、証拠は失われます。小さなことでもすぐに報告されていれば、被害が大きくなる前に手を打てます。',
    en: 'With every hour that a report is late, infection and leaks spread and evidence is lost. Where even small matters are reported at once, something can be done before they grow.',
  },
  remedy: {
    ja: 'インシデントを定められた窓口に報告し、認知した日を detected に、報告した日を reported に書いてください。報告が遅れたときは、その理由を確かめ、速やかに報告するよう周知してください。',
    en: 'Report the incident to the contact laid down; write the day it was noticed in detected and the day it was reported in reported. If the report was late, find out why, and remind everyone to report at once.',
  },
  appliesTo: 'incidents',
  parameters: {
    maxDelay: {
      kind: 'delay',
      default: 'P1D',
      about: {
        ja: '認知してから報告するまでの期間の上限',
        en: 'how long after it was noticed an incident may be reported',
      },
    },
  },
  check(incident, context) {
    const { detected, reported } = incident;
    if (reported === undefined) return unknown('reported');
    if (reported === false) {
      return fail('reported', {
        ja: '認知されましたが、報告されていません',
        en: 'was noticed but not reported',
      });
    }
    const maxDelay = context.parameter('maxDelay');
    if (maxDelay.value === null) return pass;
    if (detected === undefined) return unknown('detected');
    const noticed = context.inventory.dateAsWritten(incident, 'detected');
    const reportedAsWritten = context.inventory.dateAsWritten(incident, 'reported');
    if (reported < detected)
      return unknown('reported', beforeNoticed(reportedAsWritten, noticed), correctDays);
    if (!isOlderThan(detected, maxDelay, reported)) return pass;
    const delay = wordParameter(maxDelay);
    const message = {
      ja: `報告した日「${reportedAsWritten}」が、認知した日「${noticed}」から${delay.ja}を過ぎています`,
      en: `was noticed on “${noticed}” and not reported until “${reportedAsWritten}”, more than ${delay.en} later`,
    };
    return tooOld('reported', message, maxDelay);
  },
  examples: {
    pass: `
incidents:
  - id: incident-r8-01
    name: 健診案内メールの宛先誤り
    detected: 令和8年5月19日
    reported: 令和8年5月19日
`,
    fail: `
incidents:
  - id: incident-r8-02
    name: 不審な添付ファイルの開封
    detected: 令和8年8月3日
    reported: false
`,
    unknown: `
incidents:
  - id: incident-r8-02
    name: 不審な添付ファイルの開封
    detected: 令和8年8月3日
`,
    review: `
incidents:
  - id: incident-r8-03
    name: 調査用タブレットの置き忘れ
    detected: 令和8年9月7日
    reported: 令和8年9月14日
`,
  },
  mutation: [
    {
      set: { 'incidents/incident-r8-01 reported': false },
      also: ['human/incident-reported fail incidents/incident-r8-01 reported'],
    },
    { set: { 'incidents/incident-r8-02 reported': '2026-08-05' }, verdict: 'review' },
  ],
});

/** Nobody can report an incident before it is noticed, so one of the days is wrong. */
function beforeNoticed(reported: string, detected: string): Localized {
  return {
    ja: `報告した日「${reported}」が認知した日「${detected}」より前になっており、速やかに報告したか判定できません`,
    en: `was reported on “${reported}”, before it was noticed on “${detected}”, so it cannot be told whether that was prompt`,
  };
}

const correctDays = {
  remedy: {
    ja: '認知した日 detected と報告した日 reported を確かめ、正しい日付に改めてください。',
    en: 'Find out when it was noticed (detected) and reported (reported), and correct the dates.',
  },
};
