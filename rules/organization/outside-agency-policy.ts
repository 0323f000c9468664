import { defineRule, type InventoryView, isInScope, missingRecord, notApplicable, pass } from '#rule';

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
    ja: 'その機関の情報セキュリティポリシーを定め、documents に type: basic-policy と agency（その機関の id）を付けて書いてください。適用範囲の機関であれば、agencies[].organ を改めてください。',
    en: 'Adopt a policy for that agency and list it under documents with type: basic-policy and its agency. If the agency is in scope, correct agencies[].organ.',
  },
  appliesTo: 'organization',
  check(organization, context) {
    const outside = (organization.agencies ?? []).filter((agency) => !isInScope(agency, context));
    if (outside.length === 0) return notApplicable;
    const missing = outside.filter(({ id }) => !hasPolicy(id, context.inventory));
    if (missing.length === 0) return pass;
    return missing.map(({ id, name }) => ({
      ...missingRecord(
        'documents',
        { ja: `「${name}」の情報セキュリティポリシー`, en: `security policy of “${name}”` },
        context,
      ),
      key: id,
    }));
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
  - { id: land-policy, name: 土地開発公社情報セキュリティポリシー, type: basic-policy, agency: land }
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

function hasPolicy(agency: string, inventory: InventoryView): boolean {
  return inventory
    .records('documents')
    .some((document) => document.type === 'basic-policy' && document.agency === agency);
}
