import { referenceMeant } from '../../../policy/reference.ts';
import type { AttestationAccount, ExceptionAccount } from '../../../result/result.ts';
import { mark } from '../../paper/mark.ts';
import { type Column, note, table } from '../../paper/table.ts';
import { type Content, type Html, html, joined } from '../../paper/template.ts';
import { clauseKey } from './chapters.ts';
import { type Page, section } from './page.ts';

/** The exceptions: who permitted which deviation, why, and until when. */
export function exceptions(page: Page): Html {
  const { result, words } = page;
  const { labels, notes } = words;
  if (result.exceptions.length === 0) return section(page, 'exceptions', note(notes.noExceptions));
  const inForce = result.exceptions.filter((one) => one.inForce);
  const others = result.exceptions.filter((one) => !one.inForce);
  return section(page, 'exceptions', [
    note(notes.exceptions),
    inForce.length > 0 ? exceptionTable(page, labels.inForce, inForce) : note(notes.noneInForce),
    others.length > 0 && exceptionTable(page, labels.notInForce, others),
  ]);
}

function exceptionTable(page: Page, caption: string, all: readonly ExceptionAccount[]): Html {
  const { words } = page;
  const { labels } = words;
  const rows = all.map(({ id, name, rules, records, reason, compensatingMeasures, ticket, ...one }) => [
    html`<span id="exception-${id}">${name}</span><br><span class="code soft">${id}</span>${ticket && html`<br>${labels.ticket} ${ticket}`}`,
    html`<span class="code">${joined(rules, html`<br>`)}</span><p class="code">${joined(records, words.comma)}</p>`,
    [
      stated(page, reason),
      compensatingMeasures &&
        html`<p><span class="soft">${labels.compensating}</span> ${compensatingMeasures}</p>`,
    ],
    html`<span class="soft">${labels.applicant}</span> ${stated(page, one.applicant)}<br><span class="soft">${labels.approver}</span> ${stated(page, one.approver)}<br><span class="soft">${labels.approved}</span> ${stated(page, one.asWritten.approved)}${isLater(one) && html`<br><span class="soft">${labels.starts}</span> ${stated(page, one.asWritten.starts)}`}`,
    html`<span class="brief">${stated(page, one.asWritten.ends)}</span>${one.inForce && html`<br>${words.covers(one.covers)}`}`,
  ]);
  const columns = [labels.exception, labels.covered, labels.reason, labels.approval, labels.ends];
  return table(
    caption,
    columns.map((label) => ({ label })),
    rows,
    'plain exceptions',
  );
}

/** The start is left out where it is the day of approval, which is shown already. */
function isLater({ starts, approved }: Pick<ExceptionAccount, 'starts' | 'approved'>): boolean {
  return starts !== undefined && starts !== approved;
}

/** The attestations: who confirmed what no record can prove, and with what evidence. */
export function attestations(page: Page): Html {
  const { result, words } = page;
  const { labels, notes } = words;
  if (result.attestations.length === 0) return section(page, 'attestations', note(notes.noAttestations));
  const rows = result.attestations.map((one) => [
    clauseOf(page, one),
    html`${stated(page, one.statement)}<br><span class="code soft">${one.id}</span>`,
    html`${stated(page, one.by)}<br><span class="brief">${stated(page, one.asWritten.date)}</span>`,
    [
      stated(page, one.asWritten.ends),
      one.validUntil === undefined &&
        one.ends !== undefined &&
        html`<br><span class="soft">${notes.endOfFiscalYear}</span>`,
      runOut(one, result.asOf) && html`<br>${mark('fail', notes.runOut)}`,
    ],
    evidenceOf(page, one),
  ]);
  const columns: readonly Column[] = [
    { label: labels.clause },
    { label: labels.statement },
    { label: labels.by },
    { label: labels.validUntil, kind: 'brief' },
    { label: labels.evidence },
  ];
  return section(page, 'attestations', [
    note(notes.attestations),
    table(words.sections.attestations, columns, rows, 'plain attestations'),
  ]);
}

/** An attestation is still valid on its last day. */
function runOut({ ends }: AttestationAccount, asOf: string): boolean {
  return ends !== undefined && ends < asOf;
}

function clauseOf(page: Page, { policy, clause }: AttestationAccount): Content {
  const { result } = page;
  const clauses = result.coverage.find((coverage) => coverage.policy.id === policy)?.clauses ?? [];
  const meant = referenceMeant(
    clause ?? '',
    clauses.map(({ ref }) => ref),
  );
  const title = clauses.find(({ ref }) => ref === meant)?.title;
  const ref =
    result.policies.length > 1 || title === undefined
      ? clauseKey({ policy: policy ?? '', ref: meant ?? clause ?? '' })
      : meant;
  return html`<span class="ref">${ref?.trim() === '' ? page.words.notes.notStated : ref}</span>${title && html`<br>${page.said(title)}`}`;
}

function evidenceOf({ words }: Page, { evidence, withoutEvidence }: AttestationAccount): Content {
  if (withoutEvidence) return html`<strong>${words.notes.noEvidence}</strong>`;
  return html`<ul class="bare">${evidence.map(({ path, url, date, state }) => {
    const about = state === undefined ? words.notes.notExamined : words.evidence[state];
    const shown =
      state === 'missing' || state === 'changed' || state === 'unreadable' ? mark('fail', about) : about;
    return html`<li><span class="code">${path ?? url ?? words.notes.notStated}</span>${date && ` ${date}`}<br><span class="soft">${shown}</span></li>`;
  })}</ul>`;
}

function stated({ words }: Page, text: string | undefined): Content {
  return text ?? html`<span class="soft">${words.notes.notStated}</span>`;
}
