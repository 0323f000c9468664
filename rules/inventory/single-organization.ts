import { defineRule, fail, type Issue, type Localized, type Mixture, pass } from '#rule';

/** One run judges one body in one state: the policy, the roles and the scope are those of one organization. */
export const singleOrganization = defineRule({
  id: 'inventory/single-organization',
  title: { ja: '一度に判定する台帳の団体は1つである', en: 'One run judges one body' },
  rationale: {
    ja: '適用するポリシーや適用範囲は団体ごとに異なります。2つの団体や2つの年度を混ぜると、どちらの判定も正しくなりません。',
    en: 'Policy and scope differ from body to body; mixed with another, or with another year, neither is judged rightly.',
  },
  remedy: {
    ja: '団体ごとにフォルダーを分け、別々に sekisho check を実行してください。',
    en: 'Keep each body in a folder of its own and check them separately.',
  },
  appliesTo: 'organization',
  integrity: true,
  tellsMixture: true,
  check: (organization, { inventory }) => {
    const { mixture } = inventory;
    if (mixture === undefined) return pass;
    if (mixture.kind === 'years')
      return inventory.organization === organization || inventory.organization === undefined
        ? twoYears(mixture)
        : pass;
    return mixture.second.record === organization ? twoOrganizations(mixture) : pass;
  },
  examples: {
    pass: `
organization: { name: 関所市 }
`,
    fail: `
organization: { name: 関所市 }
---
organization: { name: 宿場町 }
`,
  },
  mutation: { files: { 'neighbour.yaml': 'organization:\n  name: 隣村\n' }, at: 'neighbour' },
});

function twoOrganizations({ kind, first, second }: Exclude<Mixture, { kind: 'years' }>): Issue {
  const [one, other] = [first.file.path, second.file.path];
  const trace = [
    { record: first.record, path: '', message: { ja: '先に書かれた団体', en: 'the first body' } },
  ];
  if (kind === 'twice')
    return fail(
      '',
      {
        ja: `organization が ${one} と ${other} の2か所に書かれています`,
        en: `has its organization written twice, in ${one} and in ${other}`,
      },
      {
        trace,
        remedy: {
          ja: '1つの台帳に organization は1つです。どちらかを消してください。台帳の写しであれば、台帳のフォルダーの外に移すか、sekisho.config.yaml の exclude に書いてください。',
          en: 'An inventory has one organization: remove one of them. If it is a copy of the inventory, move it out of the folder, or list it under exclude in sekisho.config.yaml.',
        },
      },
    );
  return fail(
    '',
    {
      ja: `別の団体「${first.name}」の台帳と一緒に読まれています (${one} と ${other})`,
      en: `is read together with another body, “${first.name}” (${one} and ${other})`,
    },
    { trace, remedy: apart(one, other) },
  );
}

function apart(one: string, other: string): Localized {
  const [first, second] = [one, other].map((file) => file.replace(/\/?[^/]*$/, ''));
  const named = first === second || first === '' || second === '' ? [one, other] : [first, second];
  return {
    ja: `団体ごとに分けて判定してください: ${named.map((place) => `sekisho check ${place}`).join(' と ')}。ほかの判定は、分けてから行います。`,
    en: `Judge them apart: ${named.map((place) => `sekisho check ${place}`).join(' and ')}. Nothing else is judged until then.`,
  };
}

function twoYears({ earlier, later, folders, shared }: Extract<Mixture, { kind: 'years' }>): Issue {
  const command = `sekisho check ${[...shared, later].join(' ')}`;
  const compare = folders
    ? {
        ja: `前の年度と比べるには --base ${earlier} を付けてください。`,
        en: `To compare it with the year before, add --base ${earlier}.`,
      }
    : {
        ja: '前の年度と比べるには、年度ごとのフォルダーに分け、前の年度のフォルダーを --base に指定してください。',
        en: 'To compare it with the year before, keep each year in a folder of its own and name the earlier one by --base.',
      };
  return fail(
    '',
    {
      ja: `${earlier} と ${later} の2つの年度が、1つの台帳として読まれています`,
      en: `is read as one inventory from two years, ${earlier} and ${later}`,
    },
    {
      remedy: {
        ja: `一度に判定するのは1つの年度です。判定する年度を指定してください: ${command}。${compare.ja}`,
        en: `One run judges one year; name it: ${command}. ${compare.en}`,
      },
    },
  );
}
