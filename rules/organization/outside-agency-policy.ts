import {
  type Agency,
  defineRule,
  type Issue,
  isInForce,
  isInScope,
  kindNotStated,
  type Localized,
  mayBeInForce,
  missingRecord,
  nameOf,
  notApplicable,
  notInForce,
  passUnless,
  type RuleContext,
} from '#rule';

/** Agencies that the policy does not bind have one of their own: 伊勢崎市 4(1). */
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
    ja: 'その機関の情報セキュリティポリシーを定め、documents に type: basic-policy と agency（その機関の id）、adopted（施行日）を付けて書いてください。適用範囲の機関であれば、agencies[].organ を改めてください。',
    en: 'Adopt a policy for that agency and list it under documents with type: basic-policy, its agency and the day it came into force in adopted. If the agency is in scope, correct agencies[].organ.',
  },
  appliesTo: 'organization',
  check(organization, context) {
    const outside = (organization.agencies ?? []).filter((agency) => !isInScope(agency, context));
    return outside.length === 0 ? notApplicable : passUnless(outside.flatMap((each) => judge(each, context)));
  },
  examples: {
    policy: { scope: { agencies: [{ id: 'mayor', name: { ja: '市長', en: 'Mayor' } }] } },
    pass: `
organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: land, name: 土地開発公社, organ: land-corporation }
documents:
  - { id: land-policy, name: 土地開発公社情報セキュリティポリシー, type: basic-policy, agency: land, adopted: 令和7年4月1日 }
`,
    fail: `
organization:
  name: 関所市
  complete: [documents]
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: land, name: 土地開発公社, organ: land-corporation }
documents: []
`,
    unknown: `
organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: land, name: 土地開発公社, organ: land-corporation }
`,
  },
});

function judge(agency: Agency, context: RuleContext): Issue[] {
  const { id } = agency;
  const name = nameOf(agency);
  const own = context.inventory.records('documents').filter((document) => document.agency === id);
  const policies = own.filter(({ type }) => type === 'basic-policy');
  if (policies.some((policy) => isInForce(policy, context))) return [];
  const draft = mayBeInForce(policies);
  if (draft !== undefined) return [{ ...notInForce(draft, context), key: id }];
  const what = { ja: `「${name}」の情報セキュリティポリシー`, en: `a security policy of “${name}”` };
  const untyped = own.find(({ type }) => type === undefined);
  const issue =
    untyped === undefined ? notListed(agency, what, context) : kindNotStated('documents', untyped, what);
  return [{ ...issue, key: id }];
}

/** It may be listed without its agency, or the agency be one of those in scope. */
function notListed({ id }: Agency, what: Localized, context: RuleContext): Issue {
  const issue = missingRecord('documents', what, context, {
    ja: ` type を basic-policy、agency を ${id}、施行日を adopted として`,
    en: ` with type: basic-policy, agency: ${id} and the day it came into force in adopted`,
  });
  if (issue.verdict !== 'unknown' || issue.remedy === undefined || !context.inventory.readable) return issue;
  const remedy = {
    ja: `${issue.remedy.ja}適用範囲の機関であれば、agencies[].organ を改めてください。`,
    en: `${issue.remedy.en} If the agency is in scope, correct agencies[].organ.`,
  };
  return { ...issue, remedy };
}
