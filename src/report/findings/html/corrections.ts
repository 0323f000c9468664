import { countsToday, type Finding } from '../../../result/result.ts';
import { mark } from '../../paper/mark.ts';
import { type Column, note, table } from '../../paper/table.ts';
import { type Content, html } from '../../paper/template.ts';
import { blocksOf, headingOf } from '../blocks.ts';
import { countedAs } from '../verdict-counts.ts';
import type { Chapter } from './chapters.ts';
import { type CorrectionCells, planCells } from './follow-up.ts';
import { findingAnchor, findingNumber, type Page } from './page.ts';
import { correctionTexts } from './words/corrections.ts';

/** @returns what the first correction of a finding says in the columns of the plan, or cells to write on where there is none */
function cellsOf(page: Page, { corrections: [first] = [] }: Finding): CorrectionCells {
  const correction = page.result.corrections.find(({ id }) => id === first);
  return correction === undefined ? ['', '', '', ''] : planCells(page, correction);
}

/** All findings that count and are no mere gaps, one line each, with columns for the plan to correct them. */
export function corrections(page: Page, chapters: readonly Chapter[]): Content {
  const { labels, notes } = page.words;
  const plan = correctionTexts[page.language];
  const findings = chapters
    .flatMap(({ groups }) => groups.flatMap((group) => group.findings))
    .filter(countsToday);
  if (findings.length === 0) return undefined;
  const columns: readonly Column[] = [
    { label: labels.number, kind: 'brief' },
    { label: labels.verdict, kind: 'brief' },
    { label: labels.finding },
    ...[plan.owner, plan.due, plan.state, plan.done].map((label) => ({ label })),
  ];
  return html`<div class="corrections">
<h3>${labels.corrections}</h3>
${note(notes.corrections)}${table(labels.corrections, columns, rowsOf(page, findings), 'plan same-caption')}</div>
`;
}

/** What is said once of several findings is one line, as long as one plan is to correct them all. */
function rowsOf(page: Page, findings: readonly Finding[]): Content[][] {
  const { result, language, words, said } = page;
  return blocksOf(findings).flatMap((block) => {
    const isOnePlan = new Set(block.findings.map(({ corrections: [first] = [] }) => first)).size === 1;
    const lines = isOnePlan ? [block] : block.findings.map((finding) => ({ findings: [finding] as const }));
    return lines.map((line) => {
      const [first] = line.findings;
      return [
        html`<a class="code" href="#${findingAnchor(first.fingerprint)}">${findingNumber(first.fingerprint)}</a>`,
        mark(countedAs(first), words.counted[first.label]),
        said(headingOf(line, result, language)),
        ...cellsOf(page, first),
      ];
    });
  });
}
