import type { AuditFollowUp, CorrectionAccount } from '../../../result/result.ts';
import { mark } from '../../paper/mark.ts';
import { note, table } from '../../paper/table.ts';
import { type Content, type Html, html, joined } from '../../paper/template.ts';
import type { Page } from './page.ts';
import { correctionTexts } from './words/corrections.ts';

/** The corrections that the inventory lists, and what follows up each finding of the last audit; nothing where there are neither. */
export function correctionsListed(page: Page): Content {
  const { corrections: all, lastAudit } = page.result;
  if (all.length === 0 && lastAudit === undefined) return undefined;
  return [all.length > 0 && correctionTable(page, all), lastAudit && followUp(page, lastAudit)];
}

function correctionTable(page: Page, all: readonly CorrectionAccount[]): Html {
  const words = correctionTexts[page.language];
  const rows = all.map((one) => [
    html`<span id="${correctionAnchor(one.id)}">${one.name}</span>${one.name !== one.id && html`<br><span class="code soft">${one.id}</span>`}`,
    coveredBy(page, one),
    ...planCells(page, one),
    page.words.amount(one.findings),
  ]);
  return table(
    words.table,
    [
      { label: words.correction },
      { label: words.covered },
      { label: words.owner },
      { label: words.due, kind: 'brief' },
      { label: words.state, kind: 'brief' },
      { label: words.done, kind: 'brief' },
      { label: words.findings, kind: 'count' },
    ],
    rows,
    'plain corrections',
  );
}

function coveredBy({ language, words }: Page, { rules, records, audit }: CorrectionAccount): Content {
  if (rules.length === 0) return audit;
  const named = records === undefined ? correctionTexts[language].allFindings : joined(records, words.comma);
  return html`<span class="code">${joined(rules, html`<br>`)}</span><br>${named}`;
}

/** The four columns of an improvement plan (改善計画): 担当課, 期限, 対応状況, 完了確認日. */
export type CorrectionCells = readonly [owner: Content, due: Content, state: Content, done: Content];

/** What a correction says in the columns of an improvement plan. */
export function planCells(
  { result, language }: Page,
  { owner, state, due, asWritten }: CorrectionAccount,
): CorrectionCells {
  const words = correctionTexts[language];
  const isOpen = state !== 'done' && state !== 'declined';
  const isOverdue = isOpen && due !== undefined && due < result.asOf;
  return [
    owner,
    html`${asWritten.due ?? ''}${isOverdue && html`<br>${mark('review', words.overdue)}`}`,
    state && words.states[state],
    asWritten.done,
  ];
}

function followUp(
  page: Page,
  { name, date, dateAsWritten = date, findings, others }: AuditFollowUp,
): Content {
  const words = correctionTexts[page.language];
  const rows = findings.map(({ text, corrections: ids }) => [text, listed(page, ids)]);
  const columns = [{ label: words.auditFinding }, { label: words.followedBy }];
  return [
    table(words.audit(name, dateAsWritten), columns, rows),
    others.length > 0 && note(html`${words.others}${page.words.colon}${listed(page, others)}`),
  ];
}

function listed({ result, language, words }: Page, ids: readonly string[]): Content {
  const texts = correctionTexts[language];
  if (ids.length === 0) return mark('unknown', texts.notFollowed);
  const named = ids.flatMap((id) => {
    const one = result.corrections.find((correction) => correction.id === id);
    if (one === undefined) return [];
    const said = [one.owner, one.state && texts.states[one.state], one.asWritten.done].filter(Boolean);
    const about = said.length > 0 && words.aside(said.join(words.comma));
    return [html`<a href="#${correctionAnchor(id)}">${id}</a>${about}`];
  });
  return joined(named, html`<br>`);
}

function correctionAnchor(id: string): string {
  return `correction-${id}`;
}
