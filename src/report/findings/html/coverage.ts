import type { Finding, PolicyCoverage } from '../../../result/result.ts';
import { coverageTable } from '../../coverage/table.ts';
import { note } from '../../paper/table.ts';
import { type Content, type Html, html } from '../../paper/template.ts';
import { clauseKey } from './chapters.ts';
import { type Page, ruleAnchor, section } from './page.ts';

/** The coverage table of each policy; each count links to the findings of its rule. */
export function coverage(page: Page): Html {
  const { result, words } = page;
  const counts = countByClause(result.findings);
  return section(page, 'coverage', [
    note(words.notes.coverage),
    result.coverage.map((one) => matrix(page, one, counts)),
  ]);
}

function matrix(
  { language, words, said }: Page,
  coverage: PolicyCoverage,
  counts: ReadonlyMap<string, number>,
): Html {
  const { policy, clauses } = coverage;
  const findingsOf = (ref: string, ruleId: string): Content => {
    const count = counts.get(`${clauseKey({ policy: policy.id, ref })}\n${ruleId}`);
    return count !== undefined && html` <a href="#${ruleAnchor(ruleId)}">${words.cited(count)}</a>`;
  };
  return coverageTable(
    coverage,
    language,
    said(words.clausesOf(policy.title[language], clauses.length)),
    findingsOf,
  );
}

/** How many findings of a rule cite a clause. */
function countByClause(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId, clauses } of findings) {
    for (const clause of clauses) {
      const key = `${clauseKey(clause)}\n${ruleId}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
}
