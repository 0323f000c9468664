import { type Agency, defineRule, notApplicable, organOf, pass, type RuleContext, unknown } from '#rule';

/** Every body that the policy binds is in the inventory: 熊谷市 4(1), 伊勢崎市 4(1), みなかみ町 2), 特別区人事・厚生事務組合 4(1). */
export const agenciesCovered = defineRule({
  id: 'organization/agencies-covered',
  title: {
    ja: 'ポリシーの適用される機関が、すべて台帳に載っている',
    en: 'Every body in the scope of the policy is in the inventory',
  },
  rationale: {
    ja: '台帳に載っていない機関の情報資産は、点検されないまま残ります。',
    en: 'The information assets of a body that the inventory leaves out are never checked.',
  },
  remedy: {
    ja: 'organization.agencies にその機関を加え、organ にポリシーの scope にある id か名称を書いてください。1つの部局が受け持つ機関は、機関ごとに1件とします。',
    en: 'Add the body to organization.agencies, with the id or the name of the policy’s scope in organ; one entry for each body.',
  },
  appliesTo: 'organization',
  check({ agencies }, { policy }) {
    if (policy.scope.agencies.length === 0) return notApplicable;
    if (agencies === undefined) return unknown('agencies');
    const organs = policy.scope.agencies;
    const listed = new Set(agencies.flatMap((agency) => organsNamedBy(agency, organs)));
    const missing = organs.filter((organ) => !listed.has(organ));
    if (missing.length === 0) return pass;
    const names = {
      ja: missing.map(({ id, name }) => `${name.ja}（${id}）`).join('、'),
      en: missing.map(({ id, name }) => `${name.en} (${id})`).join(', '),
    };
    return unknown('agencies', {
      ja: `適用範囲の機関のうち、${names.ja}が agencies の organ にありません`,
      en: `lists no agency for these bodies in scope: ${names.en}`,
    });
  },
  examples: {
    policy: {
      scope: {
        agencies: [
          { id: 'mayor', name: { ja: '市長', en: 'Mayor' } },
          { id: 'assembly', name: { ja: '議会', en: 'Assembly' } },
        ],
      },
    },
    pass: `
organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
    - { id: assembly-office, name: 議会事務局, organ: assembly }
`,
    unknown: `
organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayor }
`,
  },
  // The body may be listed under another name, so this never fails.
  mutation: {
    set: { 'organization agencies.6.organ': 'mayor' },
    verdict: 'unknown',
    at: 'organization agencies',
  },
});

type Organs = RuleContext['policy']['scope']['agencies'];

/** An agency stands for a body if its organ, id or name says so; what breaks the schema may have none of them. */
function organsNamedBy({ id, name, organ }: Partial<Agency>, organs: Organs): Organs {
  const words = organ === undefined ? [id, name] : [id, organ];
  return words.flatMap((word) => (word === undefined ? [] : (organOf(word, organs) ?? [])));
}
