import {
  type Asset,
  defineRule,
  entryName,
  fail,
  type Issue,
  type Localized,
  notApplicable,
  passUnless,
  type RuleContext,
  unknown,
} from '#rule';

/** Copies are looked after like the original: みなかみ町 3)管理責任. */
export const copiesManaged = defineRule({
  id: 'classification/copies-managed',
  title: {
    ja: '複製にも管理責任者を定め、原本以上の機密性で管理する',
    en: 'Every copy has a manager and at least the confidentiality of the original',
  },
  rationale: {
    ja: '複製から漏れても、原本から漏れたのと同じ結果になります。原本だけを管理していると、所在の分からない複製が残りがちです。',
    en: 'A leak from a copy does the same harm as a leak from the original. Where only the original is looked after, copies tend to be forgotten.',
  },
  remedy: {
    ja: '複製ごとに管理責任者の職名を copies の manager に、原本以上の等級を copies の confidentiality に書いてください。要らなくなった複製は廃棄し、copies から除いてください。',
    en: 'For each copy, write the post that answers for it in manager and a level no lower than the original in confidentiality, both within copies. Destroy copies that are no longer needed and take them off the list.',
  },
  appliesTo: 'assets',
  check(asset, context) {
    const copies = asset.copies ?? [];
    if (copies.length === 0) return notApplicable;
    const issues = originalIssues(asset, context);
    for (const [index, copy] of copies.entries()) {
      const path = `copies.${index}`;
      const name = entryName(copy.location, index, { ja: '複製', en: 'copy' });
      issues.push(...managerIssues(copy, path, name), ...levelIssues(copy, path, name, asset, context));
    }
    return passUnless(issues);
  },
  examples: {
    pass: `
assets:
  - id: tax-ledger
    name: 課税台帳
    classification:
      confidentiality: 3
    copies:
      - location: 北庁舎3階書庫
        manager: 税務課長
        confidentiality: 3
`,
    fail: `
assets:
  - id: tax-ledger
    name: 課税台帳
    classification:
      confidentiality: 3
    copies:
      - location: 北庁舎3階書庫
        manager: 税務課長
        confidentiality: 3
      - location: 出張所の共有フォルダ
        manager: 出張所長
        confidentiality: 1
`,
    unknown: `
assets:
  - id: tax-ledger
    name: 課税台帳
    classification:
      confidentiality: 3
    copies:
      - location: 北庁舎3階書庫
        confidentiality: 3
`,
  },
  mutation: [
    { set: { 'assets/固定資産税 copies.1.confidentiality': 2 } },
    { set: { 'assets/固定資産税 copies.0.manager': false } },
  ],
});

type Copy = NonNullable<Asset['copies']>[number];

/** @returns the issue with the copy at `path`, called `name` */
function managerIssues({ manager }: Copy, path: string, name: Localized): Issue[] {
  if (manager === false) {
    return [
      fail(`${path}.manager`, {
        ja: `${name.ja}の管理責任者が定められていません`,
        en: `has no manager for ${name.en}`,
      }),
    ];
  }
  if (manager !== undefined) return [];
  const message = {
    ja: `${name.ja}の管理責任者が台帳に書かれていません`,
    en: `does not state the manager of ${name.en}`,
  };
  return [unknown(`${path}.manager`, message)];
}

function levelIssues(copy: Copy, path: string, name: Localized, asset: Asset, context: RuleContext): Issue[] {
  if (!context.knowsLevel(asset, 'confidentiality')) return [];
  const order = context.compareLevels({ classification: copy }, asset, 'confidentiality');
  if (order === undefined) return [unknown(`${path}.confidentiality`, levelNotKnown(copy, name))];
  if (order >= 0) return [];
  const written = asset.classification?.confidentiality;
  const message = {
    ja: `${name.ja}の機密性が「${copy.confidentiality}」で、原本の「${written}」より低くなっています`,
    en: `has confidentiality level “${copy.confidentiality}” for ${name.en}, below the original's “${written}”`,
  };
  return [fail(`${path}.confidentiality`, message)];
}

function levelNotKnown({ confidentiality }: Copy, name: Localized): Localized {
  if (confidentiality === undefined) {
    return {
      ja: `${name.ja}の機密性の等級が台帳に書かれていません`,
      en: `does not state the confidentiality level of ${name.en}`,
    };
  }
  return {
    ja: `${name.ja}の機密性「${confidentiality}」がポリシーの等級になく、原本と比べられません`,
    en: `gives ${name.en} confidentiality level “${confidentiality}”, which the policy does not know`,
  };
}

/** Copies cannot be compared with an original whose level is unknown. That is one issue, not one per copy. */
function originalIssues(asset: Asset, context: RuleContext): Issue[] {
  if (context.knowsLevel(asset, 'confidentiality')) return [];
  const message = {
    ja: '原本の機密性の等級が分からず、複製と比べられません',
    en: 'has no known confidentiality level to compare its copies with',
  };
  return [unknown('classification.confidentiality', message)];
}
