import {
  type Agency,
  defineRule,
  type Issue,
  isInForce,
  kindNotStated,
  mayBeInForce,
  missingRecord,
  nameOf,
  notApplicable,
  notInForce,
  passUnless,
  type RecordKind,
  type RuleContext,
  standingOf,
} from '#rule';

/**
 * Organs of the body that the policy does not bind have one of their own: 伊勢崎市 4(1). Of another body (`outside`) no
 * clause asks anything, and of a word that nobody knows only that it is written right.
 */
export const outsideAgencyPolicy = defineRule({
  id: 'organization/outside-agency-policy',
  title: {
    ja: '適用範囲の外の機関は、情報セキュリティポリシーを別に定める',
    en: 'Agencies outside the scope have a security policy of their own',
  },
  rationale: {
    ja: '適用範囲から外れた機関にポリシーがないと、そこにある情報資産はどのポリシーにも守られません。',
    en: 'Where an agency outside the scope has no policy, its information assets are protected by none.',
  },
  remedy: {
    ja: 'その機関の情報セキュリティポリシーを定め、documents に type: basic-policy と agency（その機関の id）、adopted（施行日）を付けて書いてください。適用範囲の機関や別の団体であれば、agencies[].organ を改めてください。',
    en: 'Adopt a policy for that agency and list it under documents with type: basic-policy, its agency and the day it came into force in adopted. If the agency is in scope, or another body, correct agencies[].organ.',
  },
  appliesTo: 'organization',
  check(organization, context) {
    const outside = (organization.agencies ?? []).filter((agency) => isOfBody(agency, context));
    return outside.length === 0 ? notApplicable : passUnless(outside.flatMap((each) => judge(each, context)));
  },
  examples: {
    policy: { scope: { agencies: [{ id: 'mayor', name: { ja: '市長', en: 'Mayor' } }] } },
    pass: `
organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: hospital, name: 市立病院, organ: unlisted }
documents:
  - { id: hospital-policy, name: 市立病院情報セキュリティポリシー, type: basic-policy, agency: hospital, adopted: 令和7年4月1日 }
`,
    fail: `
organization:
  name: 関所市
  complete: [documents]
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: hospital, name: 市立病院, organ: unlisted }
documents: []
`,
    unknown: `
organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: hospital, name: 市立病院, organ: unlisted }
`,
  },
  mutation: { remove: ['documents/school-policy'], at: 'organization' },
});

function isOfBody(agency: Agency, context: RuleContext): boolean {
  const standing = standingOf(agency, context);
  return standing === 'excluded' || standing === 'unlisted';
}

function judge(agency: Agency, context: RuleContext): Issue[] {
  const { id } = agency;
  const name = nameOf(agency);
  const own = context.inventory.records('documents').filter((document) => document.agency === id);
  const policies = own.filter(({ type }) => type === 'basic-policy');
  if (policies.some((policy) => isInForce(policy, context))) return [];
  const draft = mayBeInForce(policies);
  if (draft !== undefined) return [{ ...notInForce(draft, context), key: id }];
  const what = { id, ja: `「${name}」の情報セキュリティポリシー`, en: `a security policy of “${name}”` };
  const untyped = own.find(({ type }) => type === undefined);
  const issue =
    untyped === undefined ? notListed(agency, what, context) : kindNotStated('documents', untyped, what);
  return [{ ...issue, key: id }];
}

/** It may be listed without its agency, or the agency be one of those in scope, or another body. */
function notListed({ id }: Agency, what: RecordKind, context: RuleContext): Issue {
  const issue = missingRecord('documents', what, context, {
    ja: ` type を basic-policy、agency を ${id}、施行日を adopted として`,
    en: ` with type: basic-policy, agency: ${id} and the day it came into force in adopted`,
  });
  if (issue.verdict !== 'unknown' || issue.remedy === undefined || !context.inventory.readable) return issue;
  const remedy = {
    ja: `${issue.remedy.ja}適用範囲の機関や別の団体（outside）であれば、agencies[].organ を改めてください。`,
    en: `${issue.remedy.en} If the agency is in scope, or another body (outside), correct agencies[].organ.`,
  };
  return { ...issue, remedy };
}
