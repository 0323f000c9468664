import {
  boundRecords,
  defineRule,
  dutyHolder,
  type Issue,
  kindsOf,
  type Localized,
  missingRecord,
  missingRecordOfKind,
  passUnless,
  type RecordKind,
  type RuleContext,
  type StaffGroup,
  standingOf,
  wordName,
} from '#rule';

/**
 * Every kind of person that the policy names is listed: 熊谷市 5, 伊勢崎市 5, 特別区人事・厚生事務組合 5, みなかみ町 4) (our
 * reading). Of a kind that it binds and does not name nobody can say that it is missing: the body need not have any.
 */
export const dutyHoldersCovered = defineRule({
  id: 'human/duty-holders-covered',
  title: {
    ja: '遵守義務を負う職員等のすべての種類を台帳に載せる',
    en: 'All groups of people that the policy binds are listed',
  },
  rationale: {
    ja: '会計年度任用職員や派遣労働者、委託事業者の従事者も、正規職員と同じ情報を扱います。台帳から漏れた人々には、周知も研修も届かないままになりがちです。',
    en: 'Fixed-term staff, dispatched workers and contractors handle the same information as regular staff. Those who are missing from the inventory tend to be missed by notices and training too.',
  },
  remedy: {
    ja: '遵守義務を負う職員等を、種類（employment）ごとに staffGroups に載せてください。団体にいない種類は、headcount に 0 と書いて載せてください。',
    en: 'List those whom the policy binds under staffGroups, each kind (employment) as a group of its own. For a kind that the body does not have, list a group with headcount: 0.',
  },
  appliesTo: 'organization',
  check({ agencies = [] }, context) {
    if (!boundRecords('staffGroups', context).some((group) => mayBeBound(group, context)))
      return nobodyListed(context);
    // Groups of an agency out of scope count as listed, since the body knows that kind of staff; groups of another body
    // do not.
    const others = new Set(
      agencies.filter((agency) => standingOf(agency, context) === 'outside').map(({ id }) => id),
    );
    const groups = context.inventory
      .records('staffGroups')
      .filter(({ agency }) => agency === undefined || !others.has(agency));
    const listed = new Set(
      groups.flatMap(({ employment }) => (employment === undefined ? [] : kindsOf(employment))),
    );
    const kinds = context.policy.scope.personnel?.names ?? [];
    return passUnless(kinds.filter((kind) => !listed.has(kind)).map((kind) => kindNotListed(kind, context)));
  },
  examples: {
    pass: `
organization:
  name: 関所市
staffGroups:
  - id: regular
    name: 正規職員
    employment: regular
    headcount: 320
`,
    fail: `
organization:
  name: 宿場町
  complete: [staffGroups]
staffGroups: []
`,
    unknown: `
organization:
  name: 関所市
documents:
  - id: staff-rules
    name: 職員等が遵守すべき事項
    type: staff-rules
`,
  },
  mutation: { remove: ['staffGroups/reappointed'], at: 'organization' },
});

/**
 * Whether a group consists of people whom the policy binds. A group that the body states it does not have still counts
 * as listed.
 */
function mayBeBound({ headcount, ...group }: StaffGroup, context: RuleContext): boolean {
  return dutyHolder(group, context) !== false;
}

/** The names of the kinds of staff. */
const kindNames: Readonly<Record<string, Localized>> = {
  regular: { ja: '正規職員', en: 'regular staff' },
  reappointed: { ja: '再任用職員', en: 'reappointed staff' },
  'fixed-term': { ja: '会計年度任用職員', en: 'fixed-term staff' },
  'part-time': { ja: '非常勤職員', en: 'part-time staff' },
  temporary: { ja: '臨時職員', en: 'temporary staff' },
  dispatched: { ja: '派遣労働者', en: 'dispatched workers' },
  contractor: { ja: '委託事業者の従事者', en: "contractors' staff" },
  'designated-manager': { ja: '指定管理者の従事者', en: "designated managers' staff" },
};

/** No group at all is one issue, not one per kind. */
function nobodyListed(context: RuleContext): Issue {
  const remedy = {
    ja: '職員等を、種類（employment）ごとに staffGroups に載せてください。',
    en: 'List those who work for the body under staffGroups, each kind (employment) as a group of its own.',
  };
  return { ...notListed({ id: 'any', ja: '職員等の区分', en: 'any group of staff' }, context), remedy };
}

function kindNotListed(kind: string, context: RuleContext): Issue {
  const { policy, policies } = context;
  const name = kindNames[kind] ?? wordName('staffGroups', kind, policy, ...policies);
  const what = { id: kind, ja: `${name.ja}の区分`, en: `a group of ${name.en}` };
  const remedy = {
    ja: `staffGroups に employment が ${kind} の区分を載せてください。団体にいなければ、headcount に 0 と書いて載せてください。`,
    en: `List a group with employment: ${kind} under staffGroups; if the body has none, with headcount: 0.`,
  };
  const missing = { ...notListed(what, context), remedy };
  return { ...missingRecordOfKind('staffGroups', [kind], what, context, missing), key: kind };
}

/** The verdict is that of any missing record: a kind that the body does not have is listed too, with headcount 0. */
function notListed(what: RecordKind, context: RuleContext): Issue {
  const message = {
    ja: `${what.ja}が台帳の staffGroups にありません`,
    en: `does not list ${what.en} under staffGroups`,
  };
  return { ...missingRecord('staffGroups', what, context), message };
}
