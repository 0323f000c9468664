import type { Localized } from '../base/localized.ts';
import type { Inventory } from '../inventory/inventory.ts';
import type { Policy } from '../policy/policy.ts';
import {
  countsToday,
  type Finding,
  isAnnounced,
  type LeftOutRule,
  type PathJudgement,
  type RunError,
} from '../result/result.ts';
import type { AnyRule } from '../rule.ts';

/** What decides whether a run can say anything about paths through the network. */
export interface PathsAsked {
  readonly inventory: Inventory;
  readonly policies: readonly Policy[];
  /** those that ran */
  readonly rules: readonly AnyRule[];
  readonly leftOut: readonly LeftOutRule[];
  /** all rules there are */
  readonly catalogue: readonly AnyRule[];
  /** with their suppressions */
  readonly findings: readonly Finding[];
  /** how many findings are left out because the change has nothing to do with them */
  readonly unrelated: number;
  readonly errors: readonly RunError[];
}

/**
 * Says whether paths through the network were judged, and what a reader must know where no path is marked: that a rule did
 * not run, or came to unknown, must not read as a pass.
 */
export function judgePaths(asked: PathsAsked): PathJudgement {
  const judging = new Set(asked.catalogue.filter(({ judgesPaths }) => judgesPaths).map(({ id }) => id));
  const leftOut = asked.leftOut.filter(({ id }) => judging.has(id));
  if (!asked.rules.some(({ id }) => judging.has(id)))
    return {
      judged: false,
      statement: leftOut.length > 0 ? allLeftOut(leftOut) : notAsked(asked.policies),
      remarks: [],
    };
  return {
    judged: true,
    statement: statementOn(asked),
    remarks: [
      ...(asked.inventory.readable ? [] : [unreadable]),
      ...leftOut.map(oneLeftOut),
      ...counts(asked.findings.filter(({ ruleId }) => judging.has(ruleId))),
      ...(asked.unrelated > 0 ? [unrelated(asked.unrelated)] : []),
    ],
  };
}

function statementOn({ errors, inventory }: PathsAsked): Localized {
  if (errors.length > 0)
    return {
      ja: '判定が完了していないため、違反する経路の有無は言えません。',
      en: 'The run could not be finished, so whether paths offend cannot be said.',
    };
  const joins = ({ segments = [] }: { readonly segments?: readonly string[] }) => new Set(segments).size > 1;
  if (inventory.records('connections').length === 0 && !inventory.records('systems').some(joins))
    return {
      ja: '台帳に接続 (connections) の記載がなく、複数のセグメントにつながるシステムもないため、判定した経路はありません。',
      en: 'The inventory lists no connections, and no system in several segments, so there were no paths to judge.',
    };
  return { ja: '違反する経路はありません。', en: 'No paths offend.' };
}

function notAsked(policies: readonly Policy[]): Localized {
  return policies.length > 1
    ? {
        ja: 'どのポリシーにも系の分離・分割を定める条項がないため、経路は判定していません。',
        en: 'No policy has a clause on separating or splitting layers, so paths were not judged.',
      }
    : {
        ja: 'このポリシーには系の分離・分割を定める条項がないため、経路は判定していません。',
        en: 'This policy has no clause on separating or splitting layers, so paths were not judged.',
      };
}

function allLeftOut(rules: readonly LeftOutRule[]): Localized {
  const where = [...new Set(rules.map((rule) => rule.where))].map((one) => leftOutBy[one]);
  const ids = rules.map(({ id }) => id).join(', ');
  return {
    ja: `経路を判定するルール (${ids}) を ${where.map(({ ja }) => ja).join('・')} により除いているため、経路は判定していません。`,
    en: `The rules that judge paths (${ids}) are left out by ${where.map(({ en }) => en).join(' and ')}, so paths were not judged.`,
  };
}

function oneLeftOut({ id, where }: LeftOutRule): Localized {
  return {
    ja: `${id} は ${leftOutBy[where].ja} により判定していません。`,
    en: `${id} was not judged: it is left out by ${leftOutBy[where].en}.`,
  };
}

/** What left a rule out, as messages name it. */
export const leftOutBy: Readonly<Record<LeftOutRule['where'], Localized>> = {
  rules: { ja: '設定 (rules)', en: 'the configuration (rules)' },
  '--rule': { ja: '--rule', en: '--rule' },
  '--skip': { ja: '--skip', en: '--skip' },
  mixture: { ja: '台帳の混在', en: 'the mixture of inventories' },
};

const unreadable: Localized = {
  ja: '読めないファイルにあるものは判定していません。',
  en: 'What lies in files that cannot be read was not judged.',
};

function unrelated(count: number): Localized {
  return {
    ja: `変更に関わりのない指摘${count}件は除いています。`,
    en: `Left out: ${count} that the change has nothing to do with.`,
  };
}

/** Findings about paths that the drawing does not mark: unknown, review, and suppressed ones. */
function counts(findings: readonly Finding[]): Localized[] {
  const active = findings.filter(countsToday);
  const count = (verdict: Finding['verdict']) =>
    active.filter((finding) => finding.verdict === verdict).length;
  const set = (kind: 'exception' | 'baseline') =>
    findings.filter(({ verdict, suppression }) => verdict === 'fail' && suppression?.kind === kind).length;
  const said = [
    { count: count('unknown'), ja: '判定不能', en: 'unknown' },
    { count: count('review'), ja: '要確認', en: 'to review' },
    {
      count: findings.filter(isAnnounced).length,
      ja: '施行前の条項による指摘',
      en: 'under clauses not in force yet',
    },
    { count: set('exception'), ja: '例外措置の適用中', en: 'covered by an exception' },
    { count: set('baseline'), ja: '既知の指摘', en: 'known from the baseline' },
  ].filter((one) => one.count > 0);
  if (said.length === 0) return [];
  return [
    {
      ja: `経路について、ほかに${said.map((one) => `${one.ja} ${one.count}件`).join('、')}があります。`,
      en: `Of paths there are also ${said.map((one) => `${one.count} ${one.en}`).join(', ')}.`,
    },
  ];
}
