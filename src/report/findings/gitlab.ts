import { jsonPieces, LazyList } from '../../base/json.ts';
import type { Severity } from '../../policy/policy.ts';
import type { Finding, Result } from '../../result/result.ts';
import { wordLabel } from '../../result/words.ts';
import type { Reporter, ReportOptions } from '../format.ts';
import { citation } from '../paper/citation.ts';
import { oneLine } from '../paper/one-line.ts';
import { annotatedFindings } from './annotated-findings.ts';

/**
 * A GitLab Code Quality report: the subset of Code Climate's format that GitLab documents. GitLab compares the reports
 * of two branches by fingerprint and shows what is new, so findings already known must be in it, too.
 */
export const gitlab: Reporter<Result> = function* (result, options) {
  yield* jsonPieces(new LazyList(issuesOf(result, options)));
  yield '\n';
};

function* issuesOf(result: Result, options: ReportOptions): Generator<Issue> {
  yield* errorIssues(result, options);
  for (const finding of annotatedFindings(result, options)) yield issueOf(finding, options);
}

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: 'info' | 'minor' | 'major' | 'critical' | 'blocker';
  readonly location: {
    readonly path: string;
    readonly lines: { readonly begin: number; readonly end?: number };
  };
}

const severityNames: Readonly<Record<Severity, Issue['severity']>> = {
  error: 'critical',
  warning: 'minor',
  info: 'info',
};

/** GitLab shows one line of text: what is wrong, what to do, and the clauses. */
function issueOf(finding: Finding, { language }: ReportOptions): Issue {
  const { ruleId, label, severity, announced, message, remedy, clauses, fingerprint, location } = finding;
  const isSaid = label !== 'violation' || announced !== undefined;
  const judged = isSaid ? `${wordLabel(finding, language)}: ` : '';
  const cited = clauses.map((clause) => citation(clause, language)).join(', ');
  const texts = [`${judged}${message[language]}`, remedy[language], ...(cited === '' ? [] : [`[${cited}]`])];
  return {
    description: oneLine(texts.join(' ')),
    check_name: ruleId,
    fingerprint,
    severity: severityNames[severity],
    location: { path: location.file, lines: { begin: location.line, end: location.endLine } },
  };
}

/**
 * Errors of the run are blockers. GitLab drops issues without a location, so an error without one is reported at the
 * first inventory file.
 */
function errorIssues(result: Result, { language }: ReportOptions): Issue[] {
  const { errors } = result;
  if (errors.length === 0) return [];
  const first = result.inputs().find(({ kind }) => kind === 'inventory')?.path ?? '.';
  return errors.map(({ code, message, location }, index) => ({
    description: oneLine(message[language]),
    check_name: code,
    fingerprint: `${code}:${index}`,
    severity: 'blocker',
    location: { path: location?.file ?? first, lines: { begin: location?.line ?? 1 } },
  }));
}
