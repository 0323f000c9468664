import { defineRule, fail, pass, unknown } from '#rule';

/**
 * Incidents are reported at all: 地方自治法施行規則16条の3 第1項第4号. How promptly is asked by
 * `human/incident-reported-promptly`, and that there were none is no fault.
 */
export const incidentReported = defineRule({
  id: 'human/incident-reported',
  title: { ja: '情報セキュリティインシデントを報告する', en: 'Incidents are reported' },
  rationale: {
    ja: '報告されないインシデントには、誰も手を打てません。広がる前に止めることも、同じことが起きないようにすることも、報告から始まります。',
    en: 'Nobody can act on an incident that nobody reports. Stopping it before it spreads, and keeping it from happening again, both begin with a report.',
  },
  remedy: {
    ja: 'インシデントを定められた窓口に報告し、報告した日を reported に書いてください。',
    en: 'Report the incident to the contact laid down, and write the day it was reported in reported.',
  },
  appliesTo: 'incidents',
  check({ reported }) {
    if (reported === undefined) return unknown('reported');
    return reported === false ? fail('reported', notReported) : pass;
  },
  examples: {
    pass: `
incidents:
  - id: incident-r8-01
    name: 健診案内メールの宛先誤り
    detected: 令和8年5月19日
    reported: 令和8年5月22日
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
  },
  mutation: {
    set: { 'incidents/incident-r8-01 reported': false },
    also: ['human/incident-reported-promptly fail incidents/incident-r8-01 reported'],
  },
});

const notReported = { ja: '報告されていません', en: 'was not reported' };
