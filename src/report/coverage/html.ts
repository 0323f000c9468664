import { coverageTexts } from '../../text/coverage.ts';
import { escapeMarkup } from '../markup.ts';
import { answers, type CoverageReporter, totals } from './coverage-reporter.ts';

/** The account as one self-contained page that prints on A4. */
export const coverageHtml: CoverageReporter = (coverage, { asOf, summary, tool }, { language }) => {
  const words = coverageTexts[language];
  const { columns } = words;
  const title = escapeMarkup(words.title(coverage.policy.title[language]));
  const cells = [
    columns.ref,
    columns.title,
    columns.modality,
    columns.status,
    columns.answeredBy,
    columns.verdicts,
  ];
  const rows = coverage.clauses.map(
    (clause) => `<tr class="${clause.status}">
<th scope="row">${escapeMarkup(clause.ref)}</th>
<td>${escapeMarkup(clause.title[language])}<p>${escapeMarkup(clause.summary[language])}</p></td>
<td>${words.modality[clause.modality]}</td>
<td><strong>${words.status[clause.status]}</strong></td>
<td>${answers(clause, words).map(escapeMarkup).join('<br>')}</td>
<td>${clause.answeredBy.rules.length === 0 ? '' : words.verdicts(clause.verdicts, clause.excepted)}</td>
</tr>`,
  );
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="${tool.name} ${escapeMarkup(tool.version)}">
<title>${title}</title>
<style>
:root { color-scheme: light dark; --line: #8886; --bad: #b3261e; --open: #7a5a00; --good: #1b6e3c; }
@media (prefers-color-scheme: dark) { :root { --bad: #ff8a80; --open: #ffd54f; --good: #81c995; } }
body { font: 15px/1.6 system-ui, "Noto Sans CJK JP", "Noto Sans JP", sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; }
.wide { overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: .35rem .5rem; text-align: left; vertical-align: top; }
th[scope=row] { white-space: nowrap; }
td p { margin: .2rem 0 0; font-size: .85em; opacity: .85; }
td:nth-child(5) { overflow-wrap: anywhere; font-size: .9em; }
.not-met strong, .unanswered strong { color: var(--bad); }
.unknown strong, .excepted strong { color: var(--open); }
.met strong, .attested strong { color: var(--good); }
@page { size: A4 landscape; margin: 12mm; }
@media print { body { margin: 0; max-width: none; font-size: 9pt; } tr { break-inside: avoid; } thead { display: table-header-group; } }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${escapeMarkup(words.judged({ asOf, ...summary }))}</p>
<p><strong>${words.total(coverage.clauses.length)}</strong>: ${totals(coverage)
    .map(({ status, count }) => words.count(words.status[status], count))
    .join(', ')}</p>
<div class="wide" role="region" aria-label="${title}" tabindex="0">
<table>
<thead><tr>${cells.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
};
