import type { Language } from '../../base/localized.ts';
import type { BeyondPolicy, ShownAgainst, Work } from '../../result/against.ts';
import { plural } from '../../result/words.ts';
import { coverageTexts } from './words.ts';

/** The texts of the coverage against another policy, in one language. */
export interface AgainstText {
  readonly title: (against: string) => string;
  readonly judgedBy: (policies: readonly string[]) => string;
  readonly status: Readonly<Record<ShownAgainst, string>>;
  /** of law, before its first day: what a list says of what is not confirmed, beside the sentence that names the day */
  readonly needed: string;
  readonly columns: Readonly<Record<'ref' | 'title' | 'modality' | 'status' | 'servedBy' | 'next', string>>;
  /** where nothing serves any clause */
  readonly nothing: (example: string) => string;
  /** where nothing serves one */
  readonly uncovered: string;
  /** what is left to do, as the heading of the clauses of which it is */
  readonly work: (
    work: Work,
    being: {
      readonly isLaw: boolean;
      /** whether it is yet to hold */
      readonly isToCome: boolean;
      /** whether earlier ones are said to have no clause that answers them */
      readonly isTold: boolean;
    },
  ) => string;
  readonly group: (work: string, clauses: number) => string;
  readonly findings: (count: number) => string;
  readonly more: (rules: number) => string;
  /** what to do that stands with an earlier clause already */
  readonly asAt: (ref: string) => string;
  /** of law: what its statuses say, and what they do not */
  readonly aboutLaw: string;
  /** of law that was not judged by */
  readonly notJudged: (id: string) => string;
  /** of law that asks nothing of the body, by its own statement */
  readonly exempt: string;
  readonly beyond: string;
  readonly beyondTitle: string;
  readonly beyondKind: Readonly<Record<BeyondPolicy['kind'], string>>;
  readonly beyondOther: Readonly<Record<'network' | 'other', string>>;
  readonly records: (count: number) => string;
  readonly beyondColumns: Readonly<Record<'name' | 'kind' | 'records', string>>;
}

const workJa: Readonly<Record<Work, string>> = {
  unmet: '満たしていないもの',
  unknown: '判定できていないもの',
  uncovered: '対応する条項が見当たらないもの',
  review: '人が確かめるもの',
  transitional: '経過措置によるもの',
  done: '対応を確認できたもの、該当する記録のないもの',
  nothing: '対応不要のもの',
};

const workEn: Readonly<Record<Work, string>> = {
  unmet: 'Not met',
  unknown: 'Not known yet',
  uncovered: 'No clause found that answers it',
  review: 'For a person to look at',
  transitional: 'Left to the transitional rule',
  done: 'Confirmed, or without a record that it is about',
  nothing: 'Needs no answer',
};

/** The texts of the coverage against another policy, by language. */
export const againstTexts: Readonly<Record<Language, AgainstText>> = {
  ja: {
    title: (against) => `条項ごとの対応 ─ ${against}`,
    judgedBy: (policies) => `対応を調べるポリシー: ${policies.join('、')}`,
    status: { ...coverageTexts.ja.status, uncovered: '対応条項なし', 'not-needed': '対応不要' },
    needed: '対応が必要',
    columns: { ...coverageTexts.ja.columns, servedBy: '対応する条項', next: '次に行うこと' },
    nothing: (example) =>
      `この文書の条項に答える条項は、まだ1つもありません。答える条項に serves: ["${example}"] のように書いてください。`,
    uncovered: 'この文書には対応する条項がありません（対策基準等に定めがあるかを確かめてください）',
    work: (work, { isLaw, isToCome, isTold }) => {
      if (work === 'uncovered' && isTold) return 'ほかに、対応する条項が見当たらないもの';
      if (work !== 'unmet' || !isLaw) return workJa[work];
      return isToCome ? '対応が必要なもの' : '対応が確認できないもの';
    },
    group: (work, clauses) => `${work}（${clauses}条項）`,
    findings: (count) => `指摘${count}件`,
    more: (rules) => `ほか${rules}ルール`,
    asAt: (ref) => `${ref} と同じ`,
    aboutLaw:
      '台帳とポリシーから対応を確認できるかを示すもので、法令に適合しているかどうかを判断するものではありません。',
    notJudged: (id) =>
      `ポリシーの条項の状態だけを示しています。-p ${id} を加えると、ポリシーの適用範囲の外の機関も含めて、この法令そのもので判定します。`,
    exempt:
      '団体が適用除外に当たることを確かめた記録（organization.exemption）により、この法令は何も求めないものとしています。条件と根拠資料を確かめてください。',
    beyond:
      '次のものにも法令は及びますが、ポリシーのどの条項も及びません。別の規程に定めがあるかを確かめてください。',
    beyondTitle: 'ポリシーの適用範囲の外で、法令が及ぶもの',
    beyondKind: {
      agency: '機関',
      organ: '機関、台帳に記載なし',
      segment: 'ネットワーク',
      network: 'ネットワーク、台帳に記載なし',
      other: 'その他',
    },
    beyondOther: { network: '行政系以外のネットワーク', other: 'その他の記録' },
    records: (count) => `記録${count}件`,
    beyondColumns: { name: '名称', kind: '種類', records: '台帳の記録' },
  },
  en: {
    title: (against) => `Who answers it, clause by clause: ${against}`,
    judgedBy: (policies) => `answered by: ${policies.join(', ')}`,
    status: { ...coverageTexts.en.status, uncovered: 'uncovered', 'not-needed': 'needs none' },
    needed: 'needed',
    columns: { ...coverageTexts.en.columns, servedBy: 'answered by', next: 'what to do next' },
    nothing: (example) =>
      `No clause answers any clause of this document yet. Write serves: ["${example}"] in those that do.`,
    uncovered: 'No clause of this document answers it (see whether standards or other rules do)',
    work: (work, { isLaw, isToCome, isTold }) => {
      if (work === 'uncovered' && isTold) return 'Others that no clause was found to answer';
      if (work !== 'unmet' || !isLaw) return workEn[work];
      return isToCome ? 'Needed' : 'Not confirmed';
    },
    group: (work, clauses) => `${work} (${plural(clauses, 'clause')})`,
    findings: (count) => plural(count, 'finding'),
    more: (rules) => `and ${plural(rules, 'rule')} more`,
    asAt: (ref) => `as for ${ref}`,
    aboutLaw:
      'This tells what the inventory and the policies confirm. It is no judgement of whether the law is complied with.',
    notJudged: (id) =>
      `Only how the clauses of the policies stand is shown. With -p ${id} everything is judged by the law itself, organs outside the scope of the policies included.`,
    exempt:
      'The law asks nothing here, since the body states to be exempt (organization.exemption). Check its conditions and the evidence.',
    beyond:
      'The law binds these, too, and no clause of the policies does. See whether other rules of the body cover them.',
    beyondTitle: 'Bound by the law and outside the scope of the policies',
    beyondKind: {
      agency: 'organ',
      organ: 'organ, not in the inventory',
      segment: 'network',
      network: 'network, not in the inventory',
      other: 'other',
    },
    beyondOther: { network: 'networks other than the administrative one', other: 'other records' },
    records: (count) => plural(count, 'record'),
    beyondColumns: { name: 'name', kind: 'kind', records: 'records' },
  },
};
