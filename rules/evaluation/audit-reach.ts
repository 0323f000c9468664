import {
  type Agency,
  type Audit,
  addToGroup,
  agenciesOutside,
  boundRecords,
  defineRule,
  factOf,
  type Issue,
  isSecurityAudit,
  type Localized,
  nameOf,
  notApplicable,
  pass,
  type RuleContext,
  review,
  startOfFiscalYear,
  type TraceStep,
  unknown,
  unreadable,
} from '#rule';

/**
 * No agency in scope is left out of every audit: 熊谷市 7, 伊勢崎市 7, 特別区人事・厚生事務組合 7 (all our reading). No document
 * asks for all agencies each time, nor says how often each is due, so only one that was never audited is asked about.
 * That there is no audit at all is for `evaluation/audit-performed` to say.
 */
export const auditReach = defineRule({
  id: 'evaluation/audit-reach',
  title: {
    ja: '情報セキュリティ監査が、適用範囲のどの機関にも及んでいる',
    en: 'Security audits reach every agency in scope',
  },
  rationale: {
    ja: '監査の対象が毎回同じ機関に偏ると、一度も見られない機関が残り、そこで守られていないことに誰も気付けません。',
    en: 'If audits keep to the same agencies, others are never looked at, and nobody notices what is neglected there.',
  },
  remedy: {
    ja: '監査の計画を確かめ、まだ対象としていない機関を今後の監査の対象に加えてください。すでに監査していれば、その監査を audits に載せ、対象とした機関の id を scope に書いてください（団体全体の監査なら scope を書かない）。',
    en: 'Look at the plan of audits and include the agencies that were not audited so far. If they were audited, list that audit under audits with the ids of the agencies in scope (without scope it is of the whole body).',
  },
  appliesTo: 'organization',
  check({ agencies = [] }, context) {
    const outside = agenciesOutside(context);
    const asked = agencies.filter(({ id }) => !outside.has(id));
    const audits = boundRecords('audits', context).filter(
      ({ type }) => type === undefined || isSecurityAudit(type),
    );
    if (asked.length === 0 || audits.length === 0) return notApplicable;
    const certain = audits.filter(({ type, date }) => type !== undefined && date !== undefined);
    const reached = agenciesReached(certain);
    const left = asked.filter((agency) => !reached(agency));
    if (left.length === 0) return pass;
    if (!context.inventory.readable) return unreadable(what, 'audits');
    const perhapsReached = agenciesReached(audits);
    const never = left.filter((agency) => !perhapsReached(agency));
    if (never.length > 0) return neverAudited(never, asked, certain, context);
    // Other rules ask for the type of an audit, and for the day if no audit has one.
    const undated = audits.find(({ type, date }) => type !== undefined && date === undefined);
    return undated === undefined || certain.length === 0 ? notApplicable : dayUnknown(undated, left);
  },
  examples: {
    pass: `
organization:
  name: 関所市
  agencies:
    - { id: mayor, name: 市長部局 }
    - { id: board-of-education, name: 教育委員会事務局 }
audits:
  - id: r7
    name: 令和7年度情報セキュリティ内部監査
    type: internal
    date: 令和7年9月10日
    scope: [mayor]
  - id: r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月9日
    scope: [board-of-education]
`,
    unknown: `
organization:
  name: 関所市
  agencies:
    - { id: mayor, name: 市長部局 }
    - { id: board-of-education, name: 教育委員会事務局 }
audits:
  - id: r7
    name: 情報セキュリティ内部監査（教育委員会事務局）
    type: internal
    scope: [board-of-education]
  - id: r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月9日
    scope: [mayor]
`,
    review: `
organization:
  name: 宿場町
  agencies:
    - { id: mayor, name: 町長部局 }
    - { id: board-of-education, name: 教育委員会事務局 }
audits:
  - id: r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月9日
    scope: [mayor]
`,
  },
  mutation: {
    set: { 'audits/外部監査-R8 scope': ['mayor'] },
    verdict: 'review',
    at: 'organization agencies',
  },
});

const what: Localized = {
  ja: '情報セキュリティ監査の及んだ機関',
  en: 'which agencies security audits reached',
};

/** @returns whether one of the audits reaches an agency; an audit that names none covers the whole body */
function agenciesReached(audits: readonly Audit[]): (agency: Agency) => boolean {
  if (audits.some(({ scope = [] }) => scope.length === 0)) return () => true;
  const named = new Set(audits.flatMap(({ scope = [] }) => scope));
  return ({ id }) => named.has(id);
}

/** The issue names the agencies never audited, and those audited in this fiscal year or the two before. */
function neverAudited(
  never: readonly Agency[],
  asked: readonly Agency[],
  audits: readonly Audit[],
  context: RuleContext,
): Issue {
  const since = startOfFiscalYear(context.asOf, 2);
  const recent = audits
    .filter(({ date }) => date !== undefined && date >= since)
    .sort((a, b) => ((a.date ?? '') < (b.date ?? '') ? 1 : -1));
  const audited = asked.filter(agenciesReached(recent));
  const left = listAll(never);
  const seen = listAll(audited);
  const lately: Localized =
    audited.length === 0
      ? {
          ja: '当年度とその前の2年度に監査した機関もありません',
          en: 'none was audited in this fiscal year and the two before',
        }
      : {
          ja: `当年度とその前の2年度に監査した機関は、${seen.ja}です`,
          en: `audited in this fiscal year and the two before: ${seen.en}`,
        };
  return review(
    'agencies',
    {
      ja: `機関のうち、${left.ja}を対象とした情報セキュリティ監査が台帳にありません。${lately.ja}。毎回すべての機関を監査することは求められていないため、これでよいかを確かめる必要があります`,
      en: `lists no security audit that covered ${left.en} (${lately.en}); no document asks for all agencies each time, so someone must check whether that will do`,
    },
    { trace: auditSteps(recent, asked, context) },
  );
}

/** The audits, each with its day and the agencies that it covered; none covered the whole body. */
function auditSteps(
  audits: readonly Audit[],
  asked: readonly Agency[],
  { inventory }: RuleContext,
): TraceStep[] {
  const places = new Map<string, number[]>();
  for (const [index, { id }] of asked.entries()) addToGroup(places, id, index);
  return audits.map((audit) => {
    const { scope = [] } = audit;
    const day = inventory.dateAsWritten(audit, 'date');
    const reached = [...new Set(scope)].flatMap((id) => places.get(id) ?? []).sort((a, b) => a - b);
    const covered = listAll(reached.flatMap((index) => asked[index] ?? []));
    return {
      record: audit,
      path: 'date',
      message: {
        ja: `「${nameOf(audit)}」（${day}）の対象は、${covered.ja}`,
        en: `“${nameOf(audit)}” (${day}) covered ${covered.en}`,
      },
    };
  });
}

function dayUnknown(undated: Audit, left: readonly Agency[]): Issue {
  const names = listAll(left);
  const message = {
    ja: `機関のうち、${names.ja}を対象とした「${nameOf(undated)}」を実施した日が台帳に書かれておらず、監査が及んだか判定できません`,
    en: `does not state when “${nameOf(undated)}” was carried out, so it cannot be told whether audits reached ${names.en}`,
  };
  return unknown('agencies', message, factOf('audits', undated, 'date'));
}

function listAll(agencies: readonly Agency[]): Localized {
  return {
    ja: agencies.map(({ name }) => `「${name}」`).join(''),
    en: agencies.map(({ name }) => `“${name}”`).join(', '),
  };
}
