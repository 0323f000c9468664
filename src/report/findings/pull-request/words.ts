import type { Language } from '../../../base/localized.ts';
import { announcedWords, plural } from '../../../result/words.ts';

/** What the comment on a pull request says around the findings, in one language. */
export interface PullRequestText {
  readonly broken: string;
  readonly compared: (counts: { fresh: number; fixed: number; unchanged: number }) => string;
  readonly verdict: string;
  readonly count: string;
  readonly columns: Readonly<Record<'new' | 'changed' | 'unchanged' | 'fixed', string>>;
  readonly against: Readonly<Record<'base' | 'baseline', (name: string) => string>>;
  /** under law alone there are no violations */
  readonly findings: (
    count: number,
    about: { readonly compared: boolean; readonly ofLaw: boolean },
  ) => string;
  readonly unknown: (count: number, compared: boolean) => string;
  readonly announced: (count: number) => string;
  readonly fixed: (count: number) => string;
  readonly unchanged: (count: number) => string;
  readonly excepted: (count: number) => string;
  readonly network: Readonly<Record<'opened' | 'closed', (count: number) => string>>;
  readonly kind: (kind: string) => string;
  readonly trusted: (ref: string) => string;
  readonly trustedHint: (ref: string) => string;
  readonly unrelated: (count: number, since: string) => string;
  readonly more: (count: number) => string;
  readonly colon: string;
}

const ja: PullRequestText = {
  broken: '判定を終えられませんでした',
  compared: ({ fresh, fixed, unchanged }) =>
    `${fresh === 0 ? '新しい指摘はありません' : `新しい指摘 ${fresh}件`}（解消 ${fixed}件、変わらず ${unchanged}件）`,
  verdict: '判定',
  count: '件数',
  columns: { new: '新規', changed: '判定が変わった', unchanged: '変わらず', fixed: '解消' },
  against: {
    base: (name) => `変更前の台帳（${name}）と比べました。`,
    baseline: (name) => `ベースライン（${name}）と比べました。`,
  },
  findings: (count, { compared, ofLaw }) =>
    `${compared ? '新しい' : ''}${ofLaw ? '対応が確認できないもの・要確認等' : '違反・要確認等'} ${count}件`,
  unknown: (count, compared) =>
    `${compared ? '新しく判定不能になったもの' : '判定不能'} ${count}件: 台帳に書き足すと判定できます`,
  announced: (count) => `${announcedWords.ja} ${count}件: 示した日から数えます（今の結果には数えません）`,
  fixed: (count) => `解消した指摘 ${count}件`,
  unchanged: (count) => `以前からの指摘 ${count}件`,
  excepted: (count) => `例外措置の適用中の指摘 ${count}件`,
  network: {
    opened: (count) => `この変更が開く通信の経路 ${count}件`,
    closed: (count) => `この変更が閉じる通信の経路 ${count}件`,
  },
  kind: (kind) => `（${kind}）`,
  trusted: (ref) => `判定の前提への変更（${ref} との違い）`,
  trustedHint: (ref) =>
    `例外措置・ベースライン・設定は ${ref} のものを用いて判定しました。次の変更は、取り込まれるまで判定に効きません。`,
  unrelated: (count, since) =>
    `この変更と関わりのない指摘 ${count}件は載せていません（${since} からの変更だけを見ています）。`,
  more: (count) => `ほか${count}件は、ここに入りきらないため省きました。`,
  colon: ': ',
};

const en: PullRequestText = {
  broken: 'the run could not be finished',
  compared: ({ fresh, fixed, unchanged }) =>
    `${fresh === 0 ? 'no new findings' : plural(fresh, 'new finding')} (${fixed} fixed, ${unchanged} unchanged)`,
  verdict: 'verdict',
  count: 'findings',
  columns: { new: 'new', changed: 'verdict changed', unchanged: 'unchanged', fixed: 'fixed' },
  against: {
    base: (name) => `Compared with the inventory as it was (${name}).`,
    baseline: (name) => `Compared with the baseline (${name}).`,
  },
  findings: (count, { compared, ofLaw }) => {
    const what = ofLaw ? 'what cannot be confirmed and reviews' : 'violations, improvements and reviews';
    return `${compared ? `New ${what}` : `${what.charAt(0).toUpperCase()}${what.slice(1)}`}: ${count}`;
  },
  unknown: (count, compared) =>
    `${compared ? 'Newly unknown' : 'Unknown'}: ${count}. The inventory does not say enough to judge`,
  announced: (count) =>
    `${plural(count, 'finding')} ${announcedWords.en}: each holds from the day shown and does not count today`,
  fixed: (count) => `${plural(count, 'finding')} fixed`,
  unchanged: (count) => `${plural(count, 'finding')} as before`,
  excepted: (count) => `${plural(count, 'finding')} under an exception`,
  network: {
    opened: (count) => `This change opens ${plural(count, 'way')} for data`,
    closed: (count) => `This change closes ${plural(count, 'way')} for data`,
  },
  kind: (kind) => ` (${kind})`,
  trusted: (ref) => `Changes to what is judged by (against ${ref})`,
  trustedHint: (ref) =>
    `Exceptions, baseline and configuration were taken from ${ref}. These changes have no effect until they are merged.`,
  unrelated: (count, since) =>
    `${plural(count, 'finding')} that this change has nothing to do with ${count === 1 ? 'is' : 'are'} left out (changes since ${since}).`,
  more: (count) => `${count} more are left out: there is no room for them here.`,
  colon: ': ',
};

/** The texts of the comment in every language. */
export const pullRequestTexts: Readonly<Record<Language, PullRequestText>> = { ja, en };
