import type { Language, Localized } from '../../../base/localized.ts';
import { plural } from '../../../result/words.ts';

/** What the SARIF reports say beside the findings' own texts, in one language. */
export interface SarifText {
  /** of one rule: how many records conform, and how many it does not concern */
  readonly passed: (title: string, count: number) => string;
  readonly notApplicable: (title: string, count: number) => string;
  /** of a finding that an earlier run had and this one has not */
  readonly gone: (record: string, rule: string) => string;
  /** of the run: what it is a record of */
  readonly audit: (asOf: string) => string;
}

const ja: SarifText = {
  passed: (title, count) => `「${title}」に${count}件が適合しています。`,
  notApplicable: (title, count) => `「${title}」は${count}件について対象外です。`,
  gone: (record, rule) => `「${record}」についての指摘 (${rule}) はなくなりました。`,
  audit: (asOf) => `${asOf} を判定日とする、台帳と情報セキュリティポリシーの適合性の記録`,
};

const en: SarifText = {
  passed: (title, count) => `${records(count, 'conforms', 'conform')} to the rule “${title}”.`,
  notApplicable: (title, count) =>
    `${records(count, 'is', 'are')} not of the kind that the rule “${title}” speaks of.`,
  gone: (record, rule) => `“${record}” has this finding (${rule}) no more.`,
  audit: (asOf) => `How the inventory stands to the information security policy, as of ${asOf}`,
};

function records(count: number, one: string, several: string): string {
  return `${plural(count, 'record')} ${count === 1 ? one : several}`;
}

/** The texts of the SARIF reports in every language. */
export const sarifTexts: Readonly<Record<Language, SarifText>> = { ja, en };

/** What code scanning cannot take, for the person who ran the report. */
export const sarifNotices = {
  tooMany: (kept: number, all: number): Localized => ({
    ja: `sarif: 指摘 ${all}件のうち、重いものから${kept}件を書きました。GitHub code scanning が1回に受け取るのはここまでです`,
    en: `sarif: wrote ${kept} of ${all} findings, the heaviest first; GitHub code scanning takes no more at a time`,
  }),
  longWay: (kept: number, findings: number): Localized => ({
    ja: `sarif: ${findings}件の指摘で、経路を初めの${kept}段までで切りました。GitHub code scanning が示すのはここまでです`,
    en: `sarif: cut the way of ${plural(findings, 'finding')} after ${kept} steps; GitHub code scanning shows no more`,
  }),
  tags: (kept: number, rules: number): Localized => ({
    ja: `sarif: ${rules}ルールで、ポリシーのタグを省きました。GitHub code scanning が示すタグは1ルールに${kept}個までです`,
    en: `sarif: left out policies from the tags of ${plural(rules, 'rule')}; GitHub code scanning shows ${kept} tags a rule`,
  }),
  outside: (findings: number): Localized => ({
    ja: `sarif: ${findings}件の指摘は、作業フォルダーの外のファイルにあります。GitHub code scanning はリポジトリの中のファイルにだけ指摘を示せます。リポジトリの最上位のフォルダーで実行してください`,
    en: `sarif: ${plural(findings, 'finding')} in files outside the working directory; GitHub code scanning shows findings in files of the repository alone, so run sekisho in its topmost folder`,
  }),
};
