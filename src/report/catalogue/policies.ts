import type { Policy } from '../../policy/policy.ts';
import type {} from '../../result/catalogue.ts';
import type { Reporter } from '../format.ts';
import { columns } from '../paper/columns.ts';
import { toJson } from './json.ts';
import { Page } from './page.ts';

/** The policies: id, title, issuer, editions, and how many clauses and rules they have. */
export const policiesText: Reporter<readonly Policy[]> = (policies, options) => {
  const { language } = options;
  const page = new Page(options);
  const { words } = page;
  const width = Math.max(...policies.map(({ id }) => columns(id))) + 2;
  for (const policy of policies) {
    const indent = ' '.repeat(width);
    page.paragraph(
      `${page.paint(policy.id, 'cyan')}${indent.slice(columns(policy.id))}`,
      policy.title[language],
      'bold',
    );
    page.paragraph(
      indent,
      [
        ...(policy.issuer === undefined ? [] : [policy.issuer[language]]),
        words.editions(policy.editions),
      ].join(words.comma),
    );
    page.paragraph(indent, words.policyCounts(count(policy)));
    page.line();
  }
  page.paragraph('', words.policiesHint, 'dim');
  return page.toString();
};

export const policiesJson: Reporter<readonly Policy[]> = (policies, { language }) =>
  toJson({
    policies: policies.map((policy) => ({
      id: policy.id,
      title: policy.title[language],
      issuer: policy.issuer?.[language] ?? null,
      editions: policy.editions,
      ...count(policy),
    })),
  });

function count({ clauses }: Policy) {
  const answered = (test: (clause: Policy['clauses'][number]) => boolean) => clauses.filter(test).length;
  return {
    clauses: clauses.length,
    rules: new Set(clauses.flatMap(({ rules }) => rules.map(({ id }) => id))).size,
    attestations: answered(({ attestation }) => attestation),
    informs: answered(({ rules, attestation }) => rules.length === 0 && !attestation),
    serves: clauses.reduce((sum, { serves = [] }) => sum + serves.length, 0),
  };
}
