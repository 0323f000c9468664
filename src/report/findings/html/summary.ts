import { groupBy } from '../../../base/groups.ts';
import type { ShownStatus } from '../../../result/coverage.ts';
import type { CountedAs } from '../../../result/finding.ts';
import {
  type Finding,
  type FindingLabel,
  findingLabels,
  isInForce,
  type PolicyCoverage,
} from '../../../result/result.ts';
import { rareLabels } from '../../../result/words.ts';
import { totals } from '../../coverage/clause-status.ts';
import { type CoverageText, coverageTexts } from '../../coverage/words.ts';
import { mark } from '../../paper/mark.ts';
import { note, table } from '../../paper/table.ts';
import { type Content, type Html, html } from '../../paper/template.ts';
import { countByLabel } from '../verdict-counts.ts';
import { bar, barPatterns, type Share, sum, swatch } from './bar.ts';
import { areaName, areasOf } from './chapters.ts';
import { type Page, section } from './page.ts';
import { percent } from './percent.ts';

/** The verdicts of judged pairs of rule and record, the most severe first. */
const judged = [...findingLabels, 'pass'] as const;

/** What findings are counted as that do not count today. */
const asides = ['announced', 'exception', 'baseline'] as const;

/** The result on one page: figures, each with a bar that shows the same. */
export function summary(page: Page): Html {
  return section(page, 'summary', [
    barPatterns,
    verdictTable(page),
    note([page.words.notes.verdictCounting, ' ', page.words.notes.verdictChart]),
    page.result.coverage.map((coverage) => clauseTable(page, coverage)),
    chapterTable(page),
  ]);
}

/** Shares are of judged pairs. Most pairs of rule and record are not applicable and would make every share tiny. */
function verdictTable({ result, words }: Page): Html {
  const { labels, verdict, meaning } = words;
  const counts = pairsByLabel(result);
  // Only law has such fails, and only it leaves anything to the law before it.
  const { transitional = 0, notApplicable } = result.summary.verdicts;
  const shown = judged.filter((marked) => marked !== 'unconfirmed' || counts[marked] > 0);
  const shares = shown.map((marked) =>
    share(marked, marked === 'pass' ? verdict.pass : words.counted[marked], counts[marked]),
  );
  const notShared = (kind: 'transitional' | 'notApplicable', count: number) => [
    mark(kind, verdict[kind]),
    meaning[kind],
    words.amount(count),
    words.notes.noShare,
  ];
  const rows = [
    ...shares.map((one) => [
      html`${swatch(one.marked)} ${mark(one.marked, one.word)}`,
      meaning[one.marked],
      words.amount(one.count),
      percent(one.count, sum(shares)),
    ]),
    ...(transitional > 0 ? [notShared('transitional', transitional)] : []),
    notShared('notApplicable', notApplicable),
  ];
  const columns = [
    { label: labels.verdict, kind: 'brief' as const },
    { label: labels.meaning },
    { label: labels.count, kind: 'count' as const },
    { label: labels.share, kind: 'count' as const },
  ];
  return figure(shares, labels.verdictChart, table(labels.verdictChart, columns, rows));
}

/** Pairs of rule and record by verdict; a failing pair counts under the label of its most severe finding. */
function pairsByLabel({ findings, summary }: Page['result']): Record<(typeof judged)[number], number> {
  const worst = new Map<string, number>();
  for (const { ruleId, record, verdict, label, announced } of findings) {
    if (verdict !== 'fail' || announced !== undefined) continue;
    const pair = `${ruleId}\n${record.kind}\n${record.id}`;
    const rank = findingLabels.indexOf(label);
    worst.set(pair, Math.min(rank, worst.get(pair) ?? rank));
  }
  const count = (label: FindingLabel) =>
    [...worst.values()].filter((rank) => findingLabels[rank] === label).length;
  const { fail, ...others } = summary.verdicts;
  const [errors, improvements] = [count('inventory-error'), count('improvement')];
  const unconfirmed = count('unconfirmed');
  return {
    ...others,
    violation: Math.max(0, fail - errors - improvements - unconfirmed),
    unconfirmed,
    'inventory-error': errors,
    improvement: improvements,
  };
}

function clauseTable({ language, words, said }: Page, coverage: PolicyCoverage): Html {
  const { labels } = words;
  const title = words.clauseChart(coverage.policy.title[language]);
  const text = coverageTexts[language];
  const counted = totals(coverage);
  const shares = counted.map(({ status, count }) => share<ShownStatus>(status, text.status[status], count));
  // Of what is not in force today there is no share in how the inventory stands.
  const today = shares.filter(({ marked }) => isStatusToday(marked));
  const rows = shares.map(({ marked, word, count }, index) => [
    html`${swatch(marked)} ${mark(marked, word)}`,
    [text.statusMeaning[marked], noEvidence(counted[index]?.withoutEvidence ?? 0, text)],
    words.amount(count),
    isStatusToday(marked) ? percent(count, sum(today)) : words.notes.noShare,
  ]);
  const columns = [
    { label: labels.status, kind: 'brief' as const },
    { label: labels.meaning },
    { label: labels.clauses, kind: 'count' as const },
    { label: labels.share, kind: 'count' as const },
  ];
  return figure(today, title, table(said(title), columns, rows));
}

function isStatusToday(status: ShownStatus): boolean {
  return status === 'to-improve' || isInForce({ status });
}

/** Says how many clauses rest on an attestation without evidence. */
function noEvidence(count: number, { aside, withoutEvidence }: CoverageText): Content {
  return count > 0 && html`<strong>${aside(withoutEvidence(count))}</strong>`;
}

function chapterTable({ result, findings, chapters, language, words }: Page): Content {
  const byArea = groupBy(findings, ({ ruleId }) => result.rules.get(ruleId)?.area ?? ruleId);
  const rows = areasOf(result).map((area) => {
    const name = areaName(area, language);
    const hasChapter = chapters.some((chapter) => chapter.area === area);
    return {
      name: hasChapter ? html`<a href="#chapter-${area}">${name}</a>` : name,
      findings: byArea.get(area) ?? [],
    };
  });
  return countTable(words, { label: words.labels.chapter, title: words.labels.chapterChart, rows });
}

/** Findings in groups. */
interface Grouped {
  /** what the groups are, and what the table is called */
  readonly label: string;
  readonly title: string;
  readonly rows: readonly { readonly name: Content; readonly findings: readonly Finding[] }[];
}

/** How many findings each group has, by what they count as, with a bar that shows the same. */
function countTable(words: Page['words'], { label, title, rows: groups }: Grouped): Html {
  const { labels } = words;
  const counted = groups.map(({ name, findings }) => ({ name, counts: countByLabel(findings) }));
  const isRare = (marked: CountedAs) =>
    rareLabels.some((label) => label === marked) || asides.some((aside) => aside === marked);
  const shown = [...findingLabels, ...asides].filter(
    (marked) => !isRare(marked) || counted.some(({ counts }) => counts[marked] > 0),
  );
  const largest = Math.max(
    1,
    ...counted.map(({ counts }) => shown.reduce((all, marked) => all + counts[marked], 0)),
  );
  const rows = counted.map(({ name, counts }) => {
    const shares = shown.map((marked) => share(marked, words.counted[marked], counts[marked]));
    return [name, ...shares.map(({ count }) => words.amount(count)), bar(shares, largest)];
  });
  const columns = [
    { label },
    ...shown.map((marked) => ({ label: words.counted[marked], kind: 'count' as const })),
    { label: labels.chart },
  ];
  return table(title, columns, rows, 'chart');
}

/** A bar above the table of its figures, which serves as its legend. */
function figure(shares: readonly Share[], title: string, figures: Html): Html {
  const spoken = `${title}: ${shares.map(({ word, count }) => `${word} ${count}`).join(', ')}`;
  return html`<div class="figure">${figures}${bar(shares, undefined, spoken)}</div>\n`;
}

function share<Of extends Share['marked']>(
  marked: Of,
  word: string,
  count: number,
): Share & { readonly marked: Of } {
  return { marked, word, count };
}
