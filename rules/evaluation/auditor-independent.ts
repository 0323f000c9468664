import {
  type Audit,
  defineRule,
  fail,
  type Issue,
  type Localized,
  notApplicable,
  oncePerInventory,
  pass,
  type RuleContext,
  unknown,
} from '#rule';

/** An audit is done by somebody who is not audited: 熊谷市 7, 伊勢崎市 7, 特別区人事・厚生事務組合 7 (all our reading). */
export const auditorIndependent = defineRule({
  id: 'evaluation/auditor-independent',
  title: {
    ja: '監査の対象となる機関に属さない者が監査を行う',
    en: 'Audits are carried out by somebody from outside the agencies audited',
  },
  rationale: {
    ja: '自らの機関を監査すると、問題に気付きにくく、気付いても指摘しにくくなります。対象から離れた者が行って初めて、結果を信頼できます。',
    en: 'Those who audit their own agency see less, and find it harder to speak of what they see. The result can be trusted only if it comes from somebody who stands apart.',
  },
  remedy: {
    ja: '監査の対象となる機関に属さない者に監査を行わせ、その者の属する機関を auditor.agency に、対象とした機関を scope に書いてください。外部の監査人が行ったものは、type に external と書き、auditor.agency を書かないでください。',
    en: 'Have the audit done by somebody from outside the agencies audited, and write the agency of the auditor in auditor.agency and those audited in scope. Where an outside auditor did it, write type: external and leave auditor.agency out.',
  },
  appliesTo: 'audits',
  check(audit, context) {
    const { type, auditor, scope } = audit;
    if (type === 'self-inspection' || type === 'compliance-check') return notApplicable;
    const agency = auditor?.agency;
    if (agency !== undefined && scope?.includes(agency) === false)
      return agencyNotListed(audit, context) ?? pass;
    if (type === undefined) return unknown('type');
    // An external auditor belongs to no agency of the body.
    if (agency === undefined) return type === 'external' ? pass : unknown('auditor.agency');
    if (scope === undefined) return unknown('scope');
    return fail('auditor.agency', {
      ja: `監査人の属する機関「${agency}」が監査の対象に含まれています`,
      en: `was carried out by somebody from “${agency}”, which is itself among the agencies audited`,
    });
  },
  examples: {
    pass: `
organization:
  name: 関所市
  agencies:
    - { id: mayor, name: 市長部局 }
    - { id: board-of-education, name: 教育委員会事務局 }
    - { id: audit-commissioners, name: 監査委員事務局 }
audits:
  - id: audit-r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月10日
    auditor:
      name: 監査委員事務局
      agency: audit-commissioners
    scope: [mayor, board-of-education]
`,
    fail: `
audits:
  - id: audit-r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月10日
    auditor:
      name: 情報政策課
      agency: mayor
    scope: [mayor, board-of-education]
`,
    unknown: `
audits:
  - id: audit-r8
    name: 令和8年度情報セキュリティ内部監査
    type: internal
    date: 令和8年9月10日
    auditor:
      name: 情報政策課
    scope: [mayor, board-of-education]
`,
  },
  mutation: { set: { 'audits/内部監査-R7 auditor.agency': 'mayor' } },
});

const agenciesListed = oncePerInventory(
  ({ organization }): ReadonlySet<string> => new Set(organization?.agencies?.map(({ id }) => id)),
);

/** An agency that is not listed may still be one of the body's, in another spelling. */
function agencyNotListed({ auditor, scope = [] }: Audit, context: RuleContext): Issue | undefined {
  const listed = agenciesListed(context.inventory);
  const agency = auditor?.agency ?? '';
  if (!listed.has(agency)) return notListed('auditor.agency', agency, orFromOutside);
  const index = scope.findIndex((id) => !listed.has(id));
  return index < 0 ? undefined : notListed(`scope.${index}`, scope[index] ?? '');
}

function notListed(path: string, id: string, otherwise: Localized = { ja: '', en: '' }): Issue {
  const message = {
    ja: `機関「${id}」が organization.agencies になく、監査人が監査の対象となる機関に属するか判定できません`,
    en: `names the agency “${id}”, which organization.agencies does not list, so it cannot be told whether the auditor belongs to an agency audited`,
  };
  const remedy = {
    ja: `「${id}」を organization.agencies に載せるか、${path} を載せてある機関の id に改めてください。${otherwise.ja}`,
    en: `List “${id}” under organization.agencies, or correct ${path} to the id of an agency that is listed.${otherwise.en}`,
  };
  return unknown(path, message, { remedy });
}

const orFromOutside: Localized = {
  ja: '外部の監査人が行ったものであれば、auditor.agency を消し、type に external と書いてください。',
  en: ' Where an outside auditor did it, remove auditor.agency and write type: external.',
};
