import { defineRule, lackingGrounds, notApplicable, passUnless, unknown } from '#rule';

/** An exemption is stated whole and backed by evidence: 施行規則第16条の3第1項ただし書. */
export const exemptionStated = defineRule({
  id: 'organization/exemption-stated',
  title: {
    ja: '適用除外とする団体は、両方の条件を根拠とともに確かめている',
    en: 'A body that claims the exemption has confirmed both conditions, with evidence',
  },
  rationale: {
    ja: '適用除外は、重要な情報のあるネットワークに直接にも間接にも接続せず、かつ、個人情報を多量に保有しない団体に限られます。片方だけ、又は裏付けのない記載で、求められる措置を外すことはできません。',
    en: 'The exemption is for bodies that are connected neither directly nor indirectly to networks with important information and hold no personal information in quantity. One of the two, or a statement without evidence, takes no measure away.',
  },
  remedy: {
    ja: 'organization.exemption に connected（LGWAN等に接続していなければ false）と massPersonalInformation（個人情報を多量に保有していなければ false）、date（確かめた日）、evidence（根拠資料）を書いてください。除外に当たらない団体は、exemption を消してください。',
    en: 'Write connected (false if not connected to LGWAN or the like), massPersonalInformation (false if none is held in quantity), date and evidence under organization.exemption. A body that is not exempt removes exemption.',
  },
  appliesTo: 'organization',
  check(organization) {
    const lacking = lackingGrounds(organization);
    if (lacking === undefined) return notApplicable;
    return passUnless(lacking.map((ground) => unknown(`exemption.${ground}`)));
  },
  examples: {
    pass: `
organization:
  name: 関所財産区
  exemption:
    connected: false
    massPersonalInformation: false
    by: 総務課長
    date: 2026-10-01
    evidence: [{ path: example.yaml }]
`,
    unknown: `
organization:
  name: 関所財産区
  exemption: { connected: false, massPersonalInformation: false, date: 2026-10-01 }
`,
  },
  mutation: {
    set: {
      'organization exemption': { connected: false, massPersonalInformation: false, date: '2026-10-01' },
    },
    verdict: 'unknown',
    at: 'organization exemption.evidence',
  },
});
