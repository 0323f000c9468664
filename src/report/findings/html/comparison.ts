import { mark } from '../../paper/mark.ts';
import { table } from '../../paper/table.ts';
import { type Content, html } from '../../paper/template.ts';
import { earlierLabel } from '../verdict-counts.ts';
import { findingNumber, type Page } from './page.ts';

/** Findings of the base or the baseline that no longer occur. */
export function earlier({ result, said, words }: Page): Content {
  const { comparison } = result;
  if (comparison === undefined || comparison.fixed.length === 0) return undefined;
  const { labels } = words;
  const rows = comparison.fixed.map((finding) => {
    const { ruleId, record, fingerprint, message } = finding;
    const label = earlierLabel(finding);
    return [
      html`<span class="code">${findingNumber(fingerprint)}</span>`,
      mark(label, words.counted[label]),
      html`${message === undefined ? words.quote(record.name) : said(message)} <span class="code soft">${record.id}</span>`,
      ruleId,
    ];
  });
  return html`<h3>${labels.fixed} <span class="soft">${words.since(comparison.name)}</span></h3>
${table(
  labels.fixed,
  [
    { label: labels.number, kind: 'brief' },
    { label: labels.verdict, kind: 'brief' },
    { label: labels.finding },
    { label: labels.rule, kind: 'code' },
  ],
  rows,
  'plain same-caption',
)}`;
}
