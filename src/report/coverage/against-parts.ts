import type { Language, Localized } from '../../base/localized.ts';
import type { AgainstClause, AgainstCoverage, NextStep } from '../../result/against.ts';
import { saidTitle } from '../paper/citation.ts';
import { mark } from '../paper/mark.ts';
import { said } from '../paper/said.ts';
import { type Column, note, table } from '../paper/table.ts';
import { type Content, type Html, html } from '../paper/template.ts';
import {
  isListed,
  nameBeyond,
  servingReference,
  shownAgainst,
  stepsOf,
  type ToldSteps,
  unserved,
  wordAgainst,
  workGroups,
} from './against-status.ts';
import { againstTexts } from './against-words.ts';
import { coverageTexts } from './words.ts';

/** How what is said of clauses stands on a page. */
export interface AgainstPage {
  readonly language: Language;
  /** a text, with what is Japanese alone in it marked as such */
  readonly say: (text: Localized | string) => Content;
  /** where the findings of a rule stand on the page; `undefined` where they do not */
  readonly anchorOf?: (step: NextStep) => string | undefined;
}

/** Clauses in a table: each with its status and those that serve it. */
export function againstTable(
  coverage: AgainstCoverage,
  clauses: readonly AgainstClause[],
  caption: Content,
  { language }: AgainstPage,
): Html {
  const { columns } = againstTexts[language];
  const shown: readonly Column[] = [
    { label: columns.ref },
    { label: columns.title },
    { label: columns.status, kind: 'brief' },
    { label: columns.servedBy },
  ];
  const rows = clauses.map((clause) => [
    clause.ref,
    about(clause, language),
    statusOf(clause, language),
    servingList(clause, coverage, language),
  ]);
  return table(caption, shown, rows, 'matrix against');
}

/** Clauses by the work that is left, the first thing to do first, each kind of it in a table of its own. */
export function workTables(coverage: AgainstCoverage, page: AgainstPage): Content {
  const { language } = page;
  const told: ToldSteps = new Map();
  return workGroups(coverage, language).map(({ work, title, clauses }) => {
    const isDone = work === 'done' || work === 'nothing';
    if (isDone) return againstTable(coverage, clauses, title, page);
    const { columns } = againstTexts[language];
    const rows = clauses.map((clause) => [
      clause.ref,
      about(clause, language),
      statusOf(clause, language),
      servingList(clause, coverage, language),
      steps(clause, page, told),
    ]);
    return table(
      title,
      [
        { label: columns.ref },
        { label: columns.title },
        { label: columns.status, kind: 'brief' },
        { label: columns.servedBy },
        { label: columns.next },
      ],
      rows,
      'matrix work',
    );
  });
}

function about(clause: AgainstClause, language: Language): Content {
  const { aside, modality } = coverageTexts[language];
  return html`${saidTitle(clause, language)} <span class="soft">${aside(modality[clause.modality])}</span><p>${said(clause.summary, language)}</p>`;
}

function statusOf(clause: AgainstClause, language: Language): Content {
  return html`<strong>${mark(shownAgainst(clause), wordAgainst(clause, language))}</strong>`;
}

function servingList(clause: AgainstClause, coverage: AgainstCoverage, language: Language): Content {
  const { status } = againstTexts[language];
  const { aside } = coverageTexts[language];
  const alone = unserved(clause, coverage, language);
  if (alone !== undefined) return alone;
  if (clause.servedBy.length === 0) return undefined;
  return html`<ul>${clause.servedBy.map(
    (one) =>
      html`<li>${servingReference(one, coverage)} ${saidTitle(one, language)}${aside(status[shownAgainst(one)])}</li>`,
  )}</ul>`;
}

function steps(clause: AgainstClause, { language, say, anchorOf }: AgainstPage, told: ToldSteps): Content {
  const { steps: shown, more } = stepsOf(clause, language, told);
  if (shown.length === 0) return undefined;
  return html`<ul>${shown.map((step) => {
    const anchor = anchorOf?.(step);
    const count = anchor === undefined ? step.count : html`<a href="#${anchor}">${step.count}</a>`;
    return html`<li>${say(step.text)} <span class="soft">${count}</span></li>`;
  })}${more !== undefined && html`<li class="soft">${more}</li>`}</ul>`;
}

/** What law binds and no clause of the policies does; nothing where there is none. */
export function beyondTable({ beyond = [] }: AgainstCoverage, { language, say }: AgainstPage): Content {
  if (beyond.length === 0) return undefined;
  const texts = againstTexts[language];
  const { name, kind, records } = texts.beyondColumns;
  return [
    note(texts.beyond),
    table(
      texts.beyondTitle,
      [{ label: name }, { label: kind }, { label: records, kind: 'count' }],
      beyond.map((one) => [
        say(nameBeyond(one, language)),
        texts.beyondKind[one.kind],
        isListed(one) && one.records,
      ]),
      'plain beyond',
    ),
  ];
}
