import { defineRule, fail, pass } from '#rule';

/** One run judges one body: the policy, the roles and the scope are those of one organization. */
export const singleOrganization = defineRule({
  id: 'inventory/single-organization',
  title: { ja: '一度に判定する台帳の団体は1つである', en: 'One run judges one body' },
  rationale: {
    ja: '適用するポリシーや適用範囲は団体ごとに異なります。2つの団体を混ぜると、どちらの判定も正しくなりません。',
    en: 'Policy and scope differ from body to body; mixed, neither is judged rightly.',
  },
  remedy: {
    ja: '団体ごとにフォルダーを分け、別々に sekisho check を実行してください。',
    en: 'Keep each body in a folder of its own and check them separately.',
  },
  appliesTo: 'organization',
  integrity: true,
  check: (organization, { inventory }) => {
    if (inventory.organization === undefined || inventory.organization === organization) return pass;
    const { name } = inventory.organization;
    return fail(
      '',
      { ja: `2つ目の団体です (先に「${name}」が書かれています)`, en: `is a second body (after “${name}”)` },
      {
        trace: [
          {
            record: inventory.organization,
            path: '',
            message: { ja: '先に書かれた団体', en: 'the first body' },
          },
        ],
      },
    );
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
