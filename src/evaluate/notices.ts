import { groupBy } from '../base/groups.ts';
import type { Localized } from '../base/localized.ts';
import type { Division } from '../inventory/divisions.ts';
import type { InventoryFile } from '../inventory/file.ts';
import type { Inventory } from '../inventory/inventory.ts';
import { forceOf } from '../policy/in-force.ts';
import { isUnanswered, type Policy } from '../policy/policy.ts';
import type { Finding, LeftOutRule, Notice, PathJudgement, Shown } from '../result/result.ts';
import type { NotJudged } from '../tree/tree.ts';
import { narrowed } from './divisions.ts';
import { leftOutBy } from './path-judgement.ts';
import type { PolicyView } from './policy-view.ts';
import type { Scope } from './scope.ts';

/** What notices are derived from. */
export interface Noticed {
  /** the inventory under each of the policies that it is judged by */
  readonly views: readonly PolicyView[];
  readonly asOf: string;
  /** with their suppressions */
  readonly findings: readonly Finding[];
  readonly paths: PathJudgement;
  readonly leftOut: readonly LeftOutRule[];
  /** digests of what the run, the base and the baseline were judged by */
  readonly judgedBy: () => string;
  readonly baseline: { readonly name: string; readonly judgedBy?: { readonly digest: string } } | undefined;
  readonly base: { readonly name: string; readonly judgedBy: string | undefined } | undefined;
  /** the divisions whose findings alone are shown, if not those of all */
  readonly divisions: readonly Division[];
  readonly shown: Shown | undefined;
  readonly notJudged: readonly NotJudged[];
  /** the files that were judged */
  readonly files: readonly InventoryFile[];
}

/** @returns what a reader must know before anything else: doubts about the whole result first, then how to read it */
export async function notices(run: Noticed): Promise<Notice[]> {
  return [
    ...run.views.flatMap(exempt),
    ...run.views.flatMap(({ policy: { note } }) =>
      note ? [{ code: 'policy-note' as const, message: note }] : [],
    ),
    ...run.views.flatMap(mostlyOutOfScope),
    ...run.views.flatMap(({ policy }) => draftPolicy(policy)),
    ...run.views.flatMap(({ policy }) => beforeEdition(policy, run.asOf)),
    ...run.views.flatMap(({ policy }) => policyNotInForce(policy, run.asOf)),
    ...judgedByOthers(run),
    ...run.views.flatMap(({ policy }) => clausesNotInForce(policy, run.asOf)),
    ...rulesLeftOut(run.leftOut),
    ...pathsNotJudged(run),
    ...baselineHolds(run.findings),
    ...narrowed(run.divisions, run.shown),
    ...filesNotJudged(run.notJudged),
    ...(await cellsNotNamed(run.files)),
  ];
}

/** That nothing is asked of a body rests on its own statement, which a reader must know of. */
function exempt({ inventory, policy: { id, title }, scope }: PolicyView): Notice[] {
  const { date = '', by = '' } = inventory.organization?.exemption ?? {};
  if (!scope.exempt) return [];
  const message = {
    ja: `「${title.ja}」（${id}）は、団体が適用除外に当たることを確かめた記録（organization.exemption、${date}${by === '' ? '' : `、${by}`}）により、何も求めないものとしました。条件と根拠資料を確かめてください。`,
    en: `“${title.en}” (${id}) asks nothing here, since the body states to be exempt (organization.exemption, ${date}${by === '' ? '' : `, ${by}`}). Check its conditions and the evidence.`,
  };
  return [{ code: 'exempt', message }];
}

/** How many agencies a notice names: it is one sentence, not a list. */
const namedAgencies = 3;

/** A policy may leave more than half of the records out of judgement; the organization is judged in any case. */
function mostlyOutOfScope({ inventory, policy, scope }: PolicyView): Notice[] {
  if (scope.exempt) return [];
  const records = scope.outside;
  const all = inventory.size - inventory.organizations.length;
  if (records.size * 2 <= all) return [];
  const left = all - records.size;
  const why = reasons(inventory, scope);
  const message = {
    ja: `ポリシー「${policy.title.ja}」（${policy.id}）が適用されるのは、台帳の記録${all}件のうち${left}件だけです。残る${records.size}件は適用範囲外とし、判定していません（${why.ja}）。この結果を団体全体のものと読まないでください。`,
    en: `The policy “${policy.title.en}” (${policy.id}) applies to only ${left} of the ${all} records of the inventory. The other ${records.size} are out of scope and not judged (${why.en}). Do not read this result as one of the whole body.`,
  };
  return [{ code: 'mostly-out-of-scope', message }];
}

/** Why records are out of scope: their agencies, those with most records first, or the network they are in. */
function reasons({ organization }: Inventory, { outside: records, outsideAgencies }: Scope): Localized {
  const counts = new Map<string, number>();
  for (const record of records) {
    const { agency } = record as { agency?: string };
    if (agency !== undefined && outsideAgencies.has(agency))
      counts.set(agency, (counts.get(agency) ?? 0) + 1);
  }
  const agencies = [...counts].sort(([, a], [, b]) => b - a);
  const named = agencies.slice(0, namedAgencies).map(([id, count]) => {
    const { name = id, organ = '' } = organization?.agencies?.find((agency) => agency.id === id) ?? {};
    return {
      ja: `機関「${name}」（organ: ${organ}）の${count}件`,
      en: `${count} of the agency “${name}” (organ: ${organ})`,
    };
  });
  const others = agencies.slice(namedAgencies).reduce((sum, [, count]) => sum + count, 0);
  const elsewhere = records.size - agencies.reduce((sum, [, count]) => sum + count, 0);
  const parts = [
    ...named,
    ...(others > 0 ? [{ ja: `ほかの機関の${others}件`, en: `${others} of other agencies` }] : []),
    ...(elsewhere > 0
      ? [
          {
            ja: `適用範囲外のネットワークや機関にある${elsewhere}件`,
            en: `${elsewhere} that lie in networks or with agencies out of scope`,
          },
        ]
      : []),
  ];
  return { ja: parts.map(({ ja }) => ja).join('、'), en: parts.map(({ en }) => en).join(', ') };
}

/** Of a draft nothing is found because nobody has said yet what its clauses ask. */
function draftPolicy({ id, title, clauses, draft }: Policy): Notice[] {
  if (!draft) return [];
  const open = clauses.filter(isUnanswered).length;
  const message =
    open === 0
      ? {
          ja: `ポリシー「${title.ja}」（${id}）は下書きですが、全部の条項に答えるものが決まっています。確かめたら、draft の行を消してください。`,
          en: `The policy “${title.en}” (${id}) is a draft, though every clause has its answer. Once they are confirmed, take the line draft out.`,
        }
      : {
          ja: `ポリシー「${title.ja}」（${id}）は下書きで、${clauses.length}条項のうち${open}条項は何で判定するかが決まっておらず、未確定です。それらについて指摘がないことは、適合を意味しません。`,
          en: `The policy “${title.en}” (${id}) is a draft: what answers ${open} of its ${clauses.length} clauses is not decided. That nothing is reported of them does not mean that they are kept.`,
        };
  return [{ code: 'draft-policy', message }];
}

/**
 * A policy file holds only its last edition, which was not in force on a day before that edition. Of a law that is not in force
 * yet, its clauses tell it.
 */
function beforeEdition({ id, title, kind, editions }: Policy, asOf: string): Notice[] {
  const [first] = editions;
  const last = editions.at(-1);
  if (kind === 'law' || first === undefined || last === undefined || last <= asOf) return [];
  const inForce = editions.filter((day) => day <= asOf).at(-1);
  const then =
    inForce === undefined
      ? {
          ja: `最初の版の施行（${first}）より前で、判定日に効力のある版はありません`,
          en: `before its first edition came into force (${first}), so no edition was in force on that day`,
        }
      : {
          ja: `この版の施行前で、判定日に効力のあった版は${inForce}施行のものです`,
          en: `before that; in force on that day was the edition of ${inForce}`,
        };
  const message = {
    ja: `ポリシー「${title.ja}」（${id}）は、${last}施行の版の条文で判定しました。判定日 ${asOf} は${then.ja}。条文の違いを確かめてください。`,
    en: `The policy “${title.en}” (${id}) was judged by the text of the edition in force from ${last}. The day judged by, ${asOf}, is ${then.en}. Check where the texts differ.`,
  };
  return [{ code: 'before-edition', message }];
}

/**
 * How many clauses are not in force on a day, with the day on which the first of them is, and the last day of the last; and what
 * that means for the result.
 */
function notInForce(
  { clauses }: Policy,
  asOf: string,
): Localized & { readonly count: number; readonly meaning: Localized } {
  const of = (force: 'announced' | 'ended') => clauses.filter((clause) => forceOf(clause, asOf) === force);
  const announced = of('announced');
  const ended = of('ended');
  const first = announced.flatMap(({ inForce }) => inForce?.from ?? []).sort()[0];
  const last = ended
    .flatMap(({ inForce }) => inForce?.until ?? [])
    .sort()
    .at(-1);
  const said = [
    ...(first === undefined
      ? []
      : [
          {
            ja: `施行前のもの ${announced.length}条項、早いもので ${first} から`,
            en: `${announced.length} not in force yet, the first from ${first} on`,
            meaning: {
              ja: '施行前の条項は、施行後の結果を前もって示すだけで、今の結果には数えません。',
              en: ' What clauses ask that are not in force yet is shown as it will be and does not count today.',
            },
          },
        ]),
    ...(last === undefined
      ? []
      : [
          {
            ja: `効力を失ったもの ${ended.length}条項、遅いもので ${last} まで`,
            en: `${ended.length} not in force any more, the last until ${last}`,
            meaning: {
              ja: '効力を失った条項は判定していません。',
              en: ' Clauses that are not in force any more are not judged.',
            },
          },
        ]),
  ];
  return {
    count: announced.length + ended.length,
    ja: said.map(({ ja }) => ja).join('。'),
    en: said.map(({ en }) => en).join('; '),
    meaning: {
      ja: said.map(({ meaning }) => meaning.ja).join(''),
      en: said.map(({ meaning }) => meaning.en).join(''),
    },
  };
}

/** A result without findings says nothing where no clause is in force. */
function policyNotInForce(policy: Policy, asOf: string): Notice[] {
  const { id, title, clauses } = policy;
  const { count, ja, en, meaning } = notInForce(policy, asOf);
  if (count === 0 || count < clauses.length) return [];
  const message = {
    ja: `ポリシー「${title.ja}」（${id}）には、判定日 ${asOf} に効力のある条項がありません（${ja}）。${meaning.ja}`,
    en: `No clause of the policy “${title.en}” (${id}) is in force on the day judged by, ${asOf} (${en}).${meaning.en}`,
  };
  return [{ code: 'policy-not-in-force', message }];
}

function clausesNotInForce(policy: Policy, asOf: string): Notice[] {
  const { id, title, clauses } = policy;
  const { count, ja, en, meaning } = notInForce(policy, asOf);
  if (count === 0 || count === clauses.length) return [];
  const message = {
    ja: `ポリシー「${title.ja}」（${id}）の${clauses.length}条項のうち${count}条項は、判定日 ${asOf} に効力がありません（${ja}）。${meaning.ja}`,
    en: `Of the ${clauses.length} clauses of the policy “${title.en}” (${id}), ${count} ${count === 1 ? 'is' : 'are'} not in force on the day judged by, ${asOf} (${en}).${meaning.en}`,
  };
  return [{ code: 'clauses-not-in-force', message }];
}

/** No findings of a rule that did not run does not mean that all is well. */
function rulesLeftOut(rules: readonly LeftOutRule[]): Notice[] {
  if (rules.length === 0) return [];
  const counts = [...groupBy(rules, ({ where }) => where)].map(([where, { length: count }]) => ({
    where: leftOutBy[where],
    count,
  }));
  const message = {
    ja: `ポリシーが求めるルールのうち${rules.length}件は判定していません（${counts.map(({ where, count }) => `${where.ja}${/[!-~]$/.test(where.ja) ? ' ' : ''}による除外 ${count}件`).join('、')}）。それらについて指摘がないことは、適合を意味しません。`,
    en: `Rules that the policies ask for and that did not run: ${rules.length} (${counts.map(({ where, count }) => `${count} left out by ${where.en}`).join(', ')}). That nothing is reported of them does not mean that they are kept.`,
  };
  return [{ code: 'rules-left-out', message }];
}

/** Where no rule judged paths, their absence from the findings proves nothing. */
function pathsNotJudged({ views: [view], paths }: Noticed): Notice[] {
  if (paths.judged || view === undefined) return [];
  const listed = (['segments', 'connections'] as const).some(
    (section) => view.inventory.records(section).length > 0,
  );
  return listed ? [{ code: 'paths-not-judged', message: paths.statement }] : [];
}

/**
 * Where base or baseline were judged by other rules, new and fixed findings may be due to that. Older baseline files do not
 * state what they were judged by.
 */
function judgedByOthers({ judgedBy, base, baseline }: Noticed): Notice[] {
  const notices: Notice[] = [];
  if (base !== undefined && base.judgedBy !== judgedBy()) {
    const message = {
      ja: `変更前の台帳（${base.name}）も、今のポリシーと設定で判定しました。変更前のポリシーや設定は今と異なるため、そのときの判定結果とは違うことがあります。`,
      en: `The inventory as it was (${base.name}) was judged by the policies and the configuration of now, too. Those of then were others, so what was found then may differ.`,
    };
    notices.push({ code: 'other-rules', message });
  }
  if (baseline?.judgedBy !== undefined && baseline.judgedBy.digest !== judgedBy()) {
    const message = {
      ja: `ベースライン（${baseline.name}）は、今とは別のルール、ポリシー又は設定で判定したときのものです。新しい指摘や解消した指摘には、その違いによるものが含まれることがあります。`,
      en: `The baseline (${baseline.name}) was made by other rules, policies or another configuration than now. What is new or fixed may be due to that.`,
    };
    notices.push({ code: 'other-rules', message });
  }
  return notices;
}

/** Findings of the baseline do not count, but they are neither fixed nor approved. */
function baselineHolds(findings: readonly Finding[]): Notice[] {
  const held = findings.filter(({ suppression }) => suppression?.kind === 'baseline');
  const name = held[0]?.suppression?.justification;
  if (name === undefined) return [];
  const count = (verdict: Finding['verdict']) => held.filter((finding) => finding.verdict === verdict).length;
  const unconfirmed = held.filter(({ label }) => label === 'unconfirmed').length;
  const [fails, unknowns, reviews] = [count('fail') - unconfirmed, count('unknown'), count('review')];
  const ofLaw = {
    ja: unconfirmed === 0 ? '' : `対応が確認できません ${unconfirmed}件、`,
    en: unconfirmed === 0 ? '' : `${unconfirmed} not confirmed, `,
  };
  const message = {
    ja: `ベースライン（${name}）にある既知の指摘は、結果に数えていません（違反・改善事項等 ${fails}件、${ofLaw.ja}判定不能 ${unknowns}件、要確認 ${reviews}件）。解消されたわけでも、認められたわけでもありません。`,
    en: `Findings that the baseline (${name}) lists are not counted (${fails} violations, improvements and inventory errors, ${ofLaw.en}${unknowns} unknown, ${reviews} review). They are neither settled nor approved.`,
  };
  return [{ code: 'baseline-holds', message }];
}

/** How many files a notice names: it is one sentence, not a list. */
const namedFiles = 5;

/** Files of other programs, and those with nothing in them: a reader who meant them for inventory must learn that they are not. */
function filesNotJudged(files: readonly NotJudged[]): Notice[] {
  const told = (reason: NotJudged['reason'], { ja, en }: Localized): Notice[] => {
    const names = files.flatMap((one) => (one.reason === reason ? [one.file] : []));
    if (names.length === 0) return [];
    const others = names.length - namedFiles;
    const message = {
      ja: `${names.slice(0, namedFiles).join('、')}${others > 0 ? ` など${names.length}件` : ''} は${ja}`,
      en: `${names.slice(0, namedFiles).join(', ')}${others > 0 ? ` and ${others} more` : ''}: ${en}`,
    };
    return [{ code: 'files-not-judged', message }];
  };
  return [
    ...told('no-section', {
      ja: '、台帳の区分（assets など）が1つもないため、別のもののファイルとして判定していません。台帳であれば、区分の名前を確かめてください。',
      en: 'not judged, since there is no section of an inventory (such as assets). If it is inventory, check the names of its sections.',
    }),
    ...told('empty', {
      ja: '空です。書いたはずであれば、保存し忘れていないかを確かめてください。',
      en: 'empty. If something should be there, see that it was saved.',
    }),
  ];
}

/** What an import left cannot be read; the wording of it is loaded where there is such a file. */
async function cellsNotNamed(files: readonly InventoryFile[]): Promise<Notice[]> {
  const left = [...new Set(files.flatMap(({ cells }) => cells ?? []))];
  const broken = left.flatMap(({ file, problem }) => (problem === undefined ? [] : [{ file, problem }]));
  if (broken.length === 0) return [];
  const { wordStateProblem } = await import('../register/words.ts');
  const told = broken.slice(0, namedFiles).map(({ file, problem }) => {
    const { ja, en } = wordStateProblem(problem);
    const place = `${file}:${problem.line}`;
    return { ja: `${place}: ${ja}。`, en: `${place} ${en}.` };
  });
  const others = broken.length - told.length;
  const message = {
    ja: `${told.map(({ ja }) => ja).join('')}${others > 0 ? `ほかに${others}件あります。` : ''}その台帳の指摘には、元の表のセルを示していません。判定は変わりません。`,
    en: `${told.map(({ en }) => en).join(' ')}${others > 0 ? ` There are ${others} more.` : ''} Findings of that inventory do not name the cells they are from; verdicts are the same.`,
  };
  return [{ code: 'cells-not-named', message }];
}
