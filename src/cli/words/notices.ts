import type { Localized } from '../../base/localized.ts';
import { plural } from '../../result/words.ts';

/** Why a run fails although no finding does. */
export const hiddenTexts = {
  failed: (count: number): Localized => ({
    ja: `この変更で判定されなくなるもの・判定されないものが${count}件あります (--fail-on-hidden)`,
    en: `${plural(count, 'thing')} in this change ${count === 1 ? 'is' : 'are'} not judged, or no longer (--fail-on-hidden)`,
  }),
};

/** Of which formats nothing is left out, whatever is to be shown. */
export const divisionTexts = {
  whole: (formats: readonly string[]): Localized => ({
    ja: `${formats.join(', ')} には、--division にかかわらず、すべての所管課の指摘を書きました`,
    en: `${formats.join(', ')}: written with the findings of all divisions, whatever --division says`,
  }),
};

/** Why a run fails without a finding at or above `--fail-on`. */
export const warningsTexts = {
  tooMany: (count: number, most = 0): Localized => ({
    ja: `深刻度が warning（中）の指摘が${count}件あり、--max-warnings の${most}件を超えています`,
    en: `${plural(count, 'warning')}, more than --max-warnings ${most}`,
  }),
};

/** What a report without findings leaves out. */
export const incompleteTexts = {
  invalid: (count: number): Localized => ({
    ja: `台帳に、読めないか正しくないところが${count}か所あり、この報告にはその内容が含まれていません。sekisho check で確かめてください`,
    en: `the inventory cannot be read or is not valid at ${plural(count, 'place')}, which this report leaves out; sekisho check lists them`,
  }),
};

/** How many findings a baseline lists, and how many entries were added and removed. */
interface BaselineCounts {
  readonly all: number;
  readonly added: number;
  readonly removed: number;
}

/** Messages about a baseline that was written. */
export const baselineTexts = {
  updated: ({ all, added, removed }: BaselineCounts, file: string): Localized => ({
    ja: `ベースラインに${all}件の指摘を書きました (追加 ${added}件、削除 ${removed}件): ${file}`,
    en: `${plural(all, 'finding')} written to the baseline (${added} added, ${removed} removed): ${file}`,
  }),
  pruned: (count: number, file: string): Localized => ({
    ja: `ベースラインから、なくなった指摘${count}件を除きました: ${file}`,
    en: `${plural(count, 'finding')} that are there no more taken out of the baseline: ${file}`,
  }),
};

/** Messages about policies that are drafts. */
export const draftTexts = {
  failed: (clauses: number): Localized => ({
    ja: `ポリシーの下書きに、何で判定するかの決まっていない条項が${clauses}件あるため、指摘の有無にかかわらず成功としません。rules、attestation、informs のいずれかを書いてください`,
    en: `${plural(clauses, 'clause')} of a draft policy without an answer: the run does not succeed, whatever was found; write rules, attestation or informs`,
  }),
  overDocument: (file: string): Localized => ({
    ja: `${file} は下書きの元の文書です。文書を上書きしないよう、--out に別の名前を指定してください`,
    en: `${file} is the document that the draft is made of, and would be overwritten; name another file for --out`,
  }),
  drafted: (file: string, clauses: number, fullness: 'full' | 'without-offers' | 'bare'): Localized[] => [
    {
      ja: `${clauses}条項の下書きです。判定するルールは決めていないので、どの条項も未確定です`,
      en: `a draft of ${plural(clauses, 'clause')}; no rules are set, so that none of them is answered`,
    },
    ...(fullness === 'full'
      ? []
      : [
          {
            ja:
              fullness === 'bare'
                ? '長い文書のため、本文と近い条項は書いていません。章などで分けると書けます'
                : '長い文書のため、近い条項は書いていません。章などで分けると書けます',
            en:
              fullness === 'bare'
                ? 'a long document: neither its text nor the nearest provisions are in the draft; divided by chapters, they would be'
                : 'a long document: the nearest provisions are not in the draft; divided by chapters, they would be',
          },
        ]),
    {
      ja: '次に: 番号と見出しを原文と照らし、条項ごとに答えるものを書く',
      en: 'next: compare it with the document, and write what answers each clause',
    },
    {
      ja: `  sekisho policies check ${file}         誤りと、残りの条項を調べる`,
      en: `  sekisho policies check ${file}         what is wrong, and what is left`,
    },
    {
      ja: `  sekisho check -p ${file}               台帳を判定する`,
      en: `  sekisho check -p ${file}               judge an inventory`,
    },
  ],
  isDraft: (open: number): Localized => ({
    ja:
      open === 0
        ? '下書きです。全部の条項に答えるものが決まっているので、確かめたら draft の行を消してください'
        : `下書きです。${open}条項は、答えるもの（rules、attestation、informs のいずれか）がまだ決まっていません（未確定）`,
    en:
      open === 0
        ? 'this is a draft; every clause has its answer, so take the line draft out once they are confirmed'
        : `this is a draft; ${plural(open, 'clause')} without an answer yet (rules, attestation or informs)`,
  }),
};

/** Messages about policies that were checked. */
export const policyTexts = {
  inOrder: (
    policy: string,
    { clauses, rules, serves }: { readonly clauses: number; readonly rules: number; readonly serves: number },
  ): Localized => ({
    ja: `${policy}: 誤りはありません（${clauses}条項、${rules}ルール${serves === 0 ? '' : `、他文書の条項への対応 ${serves}`}）`,
    en: `${policy}: nothing is wrong (${plural(clauses, 'clause')}, ${plural(rules, 'rule')}${serves === 0 ? '' : `, ${plural(serves, 'clause')} served elsewhere`})`,
  }),
  inForce: (days: Localized, clauses: number, refs: string): Localized => ({
    ja: `効力を有する日 ${days.ja}: ${clauses}条項（${refs}）`,
    en: `in force ${days.en}: ${plural(clauses, 'clause')} (${refs})`,
  }),
  written: (file: string): Localized => ({ ja: `${file} を書き出しました`, en: `written: ${file}` }),
  next: (file: string): Localized[] => [
    { ja: '次に: 〔〕の中を書き換える', en: 'next: fill in what stands in 〔〕' },
    {
      ja: `  sekisho policies check ${file}         誤りを調べる`,
      en: `  sekisho policies check ${file}         what is wrong`,
    },
    {
      ja: `  sekisho schema -p ${file} -o .sekisho  エディターで補完する`,
      en: `  sekisho schema -p ${file} -o .sekisho  completion in an editor`,
    },
    {
      ja: `  sekisho check -p ${file}               台帳を判定する`,
      en: `  sekisho check -p ${file}               judge an inventory`,
    },
  ],
};

/** Messages about schemas that were written. */
export const schemaTexts = {
  written: (folder: string, count: number): Localized[] => [
    {
      ja: `${folder} に JSON Schema を${count}件書き出しました。次に: 台帳のファイルの先頭に次の行を書きます`,
      en: `${plural(count, 'JSON schema')} written to ${folder}. Next, at the top of inventory files:`,
    },
    ...['inventory', 'policy', 'rules'].map((kind) => {
      const line = `  # yaml-language-server: $schema=${folder}/${kind}.schema.json`;
      return kind === 'inventory'
        ? { ja: line, en: line }
        : {
            ja: `${line}  (${kind === 'policy' ? 'ポリシー' : 'ルールのファイル'}では)`,
            en: `${line}  (of ${kind === 'policy' ? 'policies' : 'files of rules'})`,
          };
    }),
  ],
};

/** What stands before a remark on an import. */
export const importTexts = { warning: { ja: '注意', en: 'note' } };
