import { defineRule, fail, type Issue, namedEvidence, notApplicable, passUnless } from '#rule';

/** Evidence that a record names exists and is unchanged. */
export const evidenceMissing = defineRule({
  id: 'inventory/evidence-missing',
  title: { ja: '根拠として挙げた資料がある', en: 'The evidence named exists and is unchanged' },
  rationale: {
    ja: '資料がなくなっていたり差し替わっていたりすると、監査で記載の裏付けを示せません。',
    en: 'Where the file is gone or has been replaced, the record can no longer be backed up in an audit.',
  },
  remedy: {
    ja: 'evidence の path（台帳のファイルから見た相対パス）を直すか、資料を置いてください。内容を改めた資料は、確かめたうえで sha256 を書き直してください。',
    en: 'Correct evidence[].path (relative to the inventory file) or put the file there. If it was renewed on purpose, check it and renew sha256.',
  },
  appliesTo: 'records',
  integrity: true,
  check(record, { evidence }) {
    const all = namedEvidence(record);
    if (all.length === 0) return notApplicable;
    const named = all
      .map(({ item, path: at }) => ({ at, path: item.path ?? '', state: evidence.get(item) }))
      .filter(({ state }) => state !== undefined);
    if (named.length === 0) return notApplicable;
    const issues = named.flatMap(({ at, path, state }): Issue[] => {
      switch (state) {
        case 'missing':
          return [
            fail(`${at}.path`, {
              ja: `根拠の資料「${path}」がありません`,
              en: `names the evidence “${path}”, which is not there`,
            }),
          ];
        case 'changed':
          return [
            fail(`${at}.sha256`, {
              ja: `根拠の資料「${path}」の内容が sha256 と一致しません`,
              en: `names the evidence “${path}”, which does not have the sha256 stated`,
            }),
          ];
        case 'unreadable':
          return [
            fail(
              `${at}.path`,
              {
                ja: `根拠の資料「${path}」はありますが、読めません`,
                en: `names the evidence “${path}”, which is there but cannot be read`,
              },
              {
                remedy: {
                  ja: '資料の読み取りの権限を確かめ、通常のファイルとして置いてください。',
                  en: 'See that it may be read, and is an ordinary file.',
                },
              },
            ),
          ];
        case 'outside':
          return [
            fail(
              `${at}.path`,
              {
                ja: `根拠の資料「${path}」は台帳のフォルダーの外にあるかリンクの先にあり、確かめられません`,
                en: `names the evidence “${path}”, which lies outside the inventory's folder or behind a link`,
              },
              {
                remedy: {
                  ja: '資料を台帳のフォルダーの中に置くか、資料を置くフォルダーを sekisho.config.yaml の evidence に書いてください。リンクではなく、資料そのものを置いてください。',
                  en: 'Put the file itself, not a link, below the folder of the inventory, or list its folder under evidence in sekisho.config.yaml.',
                },
              },
            ),
          ];
        default:
          return [];
      }
    });
    return passUnless(issues);
  },
  examples: {
    // The examples are read from a file of this name.
    pass: `
documents:
  - { id: standards, name: 情報セキュリティ対策基準, evidence: [{ path: example.yaml }] }
`,
    fail: `
documents:
  - { id: standards, name: 情報セキュリティ対策基準, evidence: [{ path: 対策基準.pdf }] }
`,
  },
  mutation: [
    {
      set: { 'documents/standards evidence': [{ path: 'no-such-file.pdf' }] },
      at: 'documents/standards evidence.0.path',
    },
    {
      set: { 'documents/standards evidence': [{ path: 'standards.yaml', sha256: '0'.repeat(64) }] },
      at: 'documents/standards evidence.0.sha256',
    },
  ],
});
