import { groupBy } from '../../../../base/groups.ts';
import { countsToday, type Finding, findingLabels } from '../../../../result/result.ts';
import { rareLabels } from '../../../../result/words.ts';
import { note, table } from '../../../paper/table.ts';
import { type Content, html } from '../../../paper/template.ts';
import { whoActs } from '../finding.ts';
import type { Page } from '../page.ts';
import { frontTexts } from './words.ts';

/** How many divisions fit beside what stands next to them. */
const lines = 10;
/** If only a few more remain, they are shown, too. */
const fewMore = 2;

interface Row {
  readonly name: string;
  readonly findings: readonly Finding[];
}

/** How many findings count by division: those with most violations first, then who names none, then all of them. */
export function byDivision(page: Page): Content {
  const { result, language, words } = page;
  const texts = frontTexts[language];
  const title = result.summary.divisions === undefined ? texts.byAgency : texts.byDivision;
  const heading = html`<h3>${title}</h3>\n`;
  if (result.summary.divisions === undefined && !page.findings.some(({ agency }) => agency))
    return [heading, note(texts.noDivisions)];
  const active = page.findings.filter(countsToday);
  const shown = findingLabels.filter(
    (label) => !rareLabels.includes(label) || active.some((finding) => finding.label === label),
  );
  const rows = rowsOf(page, active).map(({ name, findings }) => [
    name,
    ...shown.map((label) => words.amount(findings.filter((finding) => finding.label === label).length)),
    words.amount(findings.length),
  ]);
  const columns = [
    { label: whoActsLabel(page) },
    ...[...shown.map((label) => words.counted[label]), texts.columns.total].map((label) => ({
      label,
      kind: 'count' as const,
    })),
  ];
  return [heading, table(title, columns, rows, 'divisions same-caption')];
}

/** What the column is called of who is to act. */
export function whoActsLabel({ result, language, words }: Page): string {
  return result.summary.divisions === undefined ? words.labels.agency : frontTexts[language].columns.division;
}

function rowsOf(page: Page, active: readonly Finding[]): Row[] {
  const { result, words, language } = page;
  const texts = frontTexts[language];
  const byName = groupBy(active, (finding) => whoActs(page, finding));
  const violations = (findings: readonly Finding[]) =>
    findings.filter(({ label }) => label === 'violation').length;
  const named = [...byName]
    .filter(([name]) => name !== '')
    .map(([name, findings]) => ({ name, findings }))
    .sort((a, b) => violations(b.findings) - violations(a.findings) || b.findings.length - a.findings.length);
  const shown = named.length <= lines + fewMore ? named : named.slice(0, lines);
  const others = named.slice(shown.length);
  const nobodys = byName.get('') ?? [];
  return [
    ...shown,
    ...(others.length > 0
      ? [{ name: texts.moreDivisions(others.length), findings: others.flatMap(({ findings }) => findings) }]
      : []),
    ...(nobodys.length > 0
      ? [
          {
            name: result.summary.divisions === undefined ? words.labels.noAgency : words.labels.noDivision,
            findings: nobodys,
          },
        ]
      : []),
    { name: texts.columns.total, findings: active },
  ];
}
