import {
  type ClauseCoverage,
  type Finding,
  isAnnounced,
  type PolicyCoverage,
} from '../../../result/result.ts';
import { isDuty } from '../../coverage/clause-status.ts';
import { coverageTable } from '../../coverage/table.ts';
import { note } from '../../paper/table.ts';
import { type Content, type Html, html } from '../../paper/template.ts';
import { clauseKey } from './chapters.ts';
import { type Page, ruleAnchor, section } from './page.ts';

/** The coverage of each policy, the duties first and then what asks for nothing, such as definitions; each count links to the findings of its rule. */
export function coverage(page: Page): Html {
  const { result, words } = page;
  const counts = countByClause(page.findings);
  return section(page, 'coverage', [
    note(words.notes.coverage),
    result.coverage.map((one) => [
      matrix(page, one, counts, isDuty),
      matrix(page, one, counts, (clause) => !isDuty(clause)),
    ]),
  ]);
}

function matrix(
  { language, words, said }: Page,
  coverage: PolicyCoverage,
  counts: ReadonlyMap<string, Cited>,
  isMeant: (clause: ClauseCoverage) => boolean,
): Content {
  const { policy } = coverage;
  const clauses = coverage.clauses.filter(isMeant);
  if (clauses.length === 0) return undefined;
  const areDuties = clauses.some(isDuty);
  const findingsOf = (ref: string, ruleId: string): Content => {
    const found = counts.get(`${clauseKey({ policy: policy.id, ref })}\n${ruleId}`);
    if (found === undefined) return undefined;
    return html` <a href="#${ruleAnchor(ruleId, found.announced)}">${words.cited(found.count)}</a>`;
  };
  const name = `${policy.title[language]}${areDuties ? '' : words.notes.definitions}`;
  const caption = said(words.clausesOf(name, clauses.length));
  const shown = coverageTable({ ...coverage, clauses }, language, caption, findingsOf);
  return areDuties ? shown : html`<div class="definitions">${shown}</div>\n`;
}

/** How many findings of a rule cite a clause, and whether all of them hold only from a day to come. */
interface Cited {
  readonly count: number;
  readonly announced: boolean;
}

function countByClause(findings: readonly Finding[]): Map<string, Cited> {
  const counts = new Map<string, Cited>();
  for (const finding of findings) {
    for (const clause of finding.clauses) {
      const key = `${clauseKey(clause)}\n${finding.ruleId}`;
      const { count, announced } = counts.get(key) ?? { count: 0, announced: true };
      counts.set(key, { count: count + 1, announced: announced && isAnnounced(finding) });
    }
  }
  return counts;
}
