import { type AgainstCoverage, isAnnounced, type NextStep } from '../../../result/result.ts';
import { beyondTable, workTables } from '../../coverage/against-parts.ts';
import { aboutLaw, exampleToWrite, totalsAgainst } from '../../coverage/against-status.ts';
import { againstTexts } from '../../coverage/against-words.ts';
import { coverageTexts } from '../../coverage/words.ts';
import { note } from '../../paper/table.ts';
import { type Content, type Html, html } from '../../paper/template.ts';
import { nothing, type Page, ruleAnchor, section } from './page.ts';

/**
 * What the body's policies answer of the law judged by, in the order of the work that is left by the day of the run: what is
 * due on the first day of the law can be done until then, and what is done every year is not overdue before its time.
 */
export function readiness(page: Page): Html {
  const { result, laws } = page;
  if (result.errors.length > 0) return section(page, 'readiness', nothing(page, ''));
  return section(
    page,
    'readiness',
    laws.map((law) => lawPart(page, law)),
  );
}

function lawPart(page: Page, law: AgainstCoverage): Content {
  const { language, said, words } = page;
  const { clauses, firstDay, against } = law;
  const texts = coverageTexts[language];
  const example = exampleToWrite(law);
  const counts = totalsAgainst(law, language).map(({ word, count }) => texts.count(word, count));
  const shown = { language, say: said, anchorOf: (step: NextStep) => anchorOf(page, step) };
  return [
    html`<h3>${said(against.title)}${firstDay !== undefined && html` <span class="soft">${words.firstDay(firstDay)}</span>`}</h3>\n`,
    aboutLaw(law, language).map((line) => note(said(line))),
    example !== undefined && note(againstTexts[language].nothing(example)),
    note(html`<strong>${texts.total(clauses.length)}${words.colon}${counts.join(words.comma)}</strong>`),
    workTables(law, shown),
    beyondTable(law, shown),
  ];
}

/** Of a report for some divisions, the findings of the others stand nowhere. */
function anchorOf({ findings }: Page, { ruleId, announced }: NextStep): string | undefined {
  const isListed = findings.some(
    (finding) =>
      finding.ruleId === ruleId && finding.suppression === null && isAnnounced(finding) === announced,
  );
  return isListed ? ruleAnchor(ruleId, announced) : undefined;
}
