import {
  type Agency,
  agenciesOfUnknownOrgan,
  defineRule,
  fail,
  type Issue,
  type Localized,
  nameOf,
  nearestOrgan,
  notApplicable,
  organsOf,
  pass,
  policiesKnowing,
  type RuleContext,
  reservedOrgans,
} from '#rule';

/** The organ of an agency is one that a selected policy names, or says that it names none. */
export const unknownOrgan = defineRule({
  id: 'inventory/unknown-organ',
  title: {
    ja: '機関の organ は、ポリシーの挙げる機関である',
    en: 'The organ of every agency is one that the policy names',
  },
  rationale: {
    ja: 'ポリシーが機関に適用されるかどうかは organ で決まります。書き誤りがあると、判定すべき記録が判定されないまま残ったり、適用されない機関が判定されたりします。',
    en: 'The organ decides whether the policy applies to an agency. With a slip of the pen, records go unjudged that should be judged, or the other way round.',
  },
  remedy: {
    ja: 'agencies[].organ に、ポリシーの挙げる機関の id か名称を書いてください。ポリシーに挙げられていないこの団体の機関は unlisted、都道府県や一部事務組合などの別の団体は outside とします。',
    en: 'Write the id or the name of a body that the policy names in agencies[].organ; unlisted for an organ of this body that the policy does not list, outside for another body such as the prefecture or a union.',
  },
  appliesTo: 'organization',
  integrity: true,
  check(organization, { policies }) {
    const stated = (organization.agencies ?? []).filter(({ organ }) => organ !== undefined);
    if (policies.length === 0 || stated.length === 0) return notApplicable;
    const unknown = agenciesOfUnknownOrgan(organization, policies);
    if (unknown.length === 0) return pass;
    if (unknown.length > 1 && unknown.length * 2 > stated.length)
      return forAnotherPolicy(
        unknown.map(({ organ }) => organ),
        stated.length,
        policies,
      );
    return unknown.map((one) => notNamed(one, policies));
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
    - { id: assembly-office, name: 議会事務局, organ: 議会 }
    - { id: hospital, name: 市立病院, organ: unlisted }
    - { id: prefecture, name: 県情報政策課, organ: outside }
`,
    fail: `
organization:
  name: 関所市
  agencies:
    - { id: office, name: 市長部局, organ: mayorr }
    - { id: assembly-office, name: 議会事務局, organ: assembly }
`,
  },
  mutation: { set: { 'organization agencies.6.organ': 'equity-comission' } },
});

type Policies = RuleContext['policies'];

function notNamed(
  { index, agency, organ }: { readonly index: number; readonly agency: Agency; readonly organ: string },
  policies: Policies,
): Issue {
  const name = nameOf(agency);
  const named = namedPolicies(policies);
  const message: Localized = {
    ja: `機関「${name}」の organ を「${organ}」としていますが、ポリシー（${named}）の挙げる機関ではありません`,
    en: `has the agency “${name}” with the organ “${organ}”, which the policy does not name (${named})`,
  };
  const nearest = nearestOrgan(organ, policies);
  const choices = choicesOf(policies);
  const remedy: Localized =
    nearest === undefined
      ? { ja: `選択肢: ${choices.ja}。`, en: `One of: ${choices.en}.` }
      : {
          ja: `${nearest.id}（${nearest.name.ja}）ではありませんか。選択肢: ${choices.ja}。`,
          en: `Did you mean ${nearest.id} (${nearest.name.en})? One of: ${choices.en}.`,
        };
  return fail(`agencies.${index}.organ`, message, { remedy });
}

/** Where most words belong to no selected policy, probably the wrong policy was selected, so that is reported once. */
function forAnotherPolicy(words: readonly string[], stated: number, policies: Policies): Issue {
  const named = namedPolicies(policies);
  const different = [...new Set(words)];
  const shown = different.slice(0, 3);
  const others = policiesKnowing(words).filter((id) => policies.every((policy) => policy.id !== id));
  const from: Localized =
    others.length === 0
      ? {
          ja: 'この台帳は、別のポリシーに合わせて書かれたものと見られます',
          en: 'so the inventory seems to be written for another policy',
        }
      : {
          ja: `この台帳は、別のポリシー（${others.join('、')}）に合わせて書かれたものと見られます`,
          en: `so the inventory seems to be written for another policy (these are words of ${others.join(', ')})`,
        };
  const message: Localized = {
    ja: `機関${stated}件のうち${words.length}件の organ（${shown.join('、')}${different.length > shown.length ? ' など' : ''}）が、ポリシー（${named}）の挙げる機関にありません。${from.ja}`,
    en: `has ${words.length} of ${stated} agencies with an organ that the policy does not name (${named}): ${shown.join(', ')}${different.length > shown.length ? ' and others' : ''}; ${from.en}`,
  };
  const choices = choicesOf(policies);
  return fail('agencies', message, {
    key: 'policy',
    remedy: {
      ja: `この団体のポリシーを organization.policy か -p で選んでください。ポリシーに誤りがなければ、organ をそのポリシーの機関に改めてください（選択肢: ${choices.ja}）。`,
      en: `Choose the policy of this body by organization.policy or -p. If it is the right one, correct the organs (one of: ${choices.en}).`,
    },
  });
}

function namedPolicies(policies: Policies): string {
  return policies.map(({ id }) => id).join(', ');
}

/** The ids of organs with their names, and the words for agencies that the policy does not list. */
function choicesOf(policies: Policies): Localized {
  const organs = organsOf(policies);
  const [unlisted, outside] = reservedOrgans;
  return {
    ja: [
      ...organs.map(({ id, name }) => `${id}（${name.ja}）`),
      `${unlisted}（ポリシーに挙げられていない、この団体の機関）`,
      `${outside}（別の団体）`,
    ].join('、'),
    en: [
      ...organs.map(({ id, name }) => `${id} (${name.en})`),
      `${unlisted} (an organ of this body that the policy does not list)`,
      `${outside} (another body)`,
    ].join(', '),
  };
}
