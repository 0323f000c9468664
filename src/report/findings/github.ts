import type { Localized } from '../../base/localized.ts';
import { type Severity, severities } from '../../policy/policy.ts';
import {
  type Finding,
  type FindingLocation,
  findingLabels,
  noticeLevels,
  type Result,
  shownFindings,
} from '../../result/result.ts';
import { wordLabel } from '../../result/words.ts';
import type { Reporter, ReportOptions } from '../format.ts';
import { handlingLines } from '../paper/handling.ts';
import { inLog } from '../paper/log-line.ts';
import { oneLine } from '../paper/one-line.ts';
import { annotatedFindings } from './annotated-findings.ts';
import { asFarAsJudged } from './as-far-as-judged.ts';
import { linesOf } from './labelled.ts';
import { annotationsLeftOut } from './pipeline-words.ts';
import { countByLabel } from './verdict-counts.ts';
import { reportTexts } from './words.ts';

/**
 * Workflow commands, which GitHub Actions turns into annotations: first the errors and notices of the run, then the
 * findings, the most severe first, since GitHub shows only a few. The last line, for the log, is a summary.
 */
export const github: Reporter<Result> = function* (result, options) {
  const { language } = options;
  // For the log: GitHub shows it as no annotation.
  for (const line of handlingLines(result.cover, language)) yield `${oneLine(inLog(line))}\n`;
  for (const { code, message, location } of result.errors)
    yield command('error', { ...(location === null ? {} : positionOf(location)), title: code }, [
      oneLine(message[language]),
    ]);
  for (const { code, message } of result.notices)
    yield command(noticeCommands[noticeLevels[code]], { title: code }, [oneLine(message[language])]);
  for (const finding of bySeverity(annotatedFindings(shownIn(result), options)))
    yield command(
      commandNames[finding.severity],
      { ...positionOf(finding.location), title: titleOf(finding, result, options) },
      linesOf(finding, language),
    );
  const counts = countByLabel(result.findings);
  const words = reportTexts[language];
  const isClean = result.errors.length === 0 && findingLabels.every((label) => counts[label] === 0);
  yield `sekisho: ${isClean ? asFarAsJudged(words.nothing(counts), result, language) : words.counts(counts)}\n`;
};

/** What is annotated; the summary counts all. */
function shownIn(result: Result): Result {
  return { ...result, findings: shownFindings(result) };
}

/** GitHub shows only the first ten annotations of each level per step; the others appear in the log alone. */
const annotationsPerLevel = 10;

/** Says how many findings GitHub will not show as annotations. */
export function githubNotices(result: Result, options: ReportOptions): Localized[] {
  const findings = annotatedFindings(shownIn(result), options);
  let shown = 0;
  for (const severity of severities) {
    const first = result.notices.filter(
      ({ code }) => noticeCommands[noticeLevels[code]] === commandNames[severity],
    );
    const room = annotationsPerLevel - (severity === 'error' ? result.errors.length : 0) - first.length;
    const count = findings.filter((finding) => finding.severity === severity).length;
    shown += Math.min(count, Math.max(0, room));
  }
  return shown < findings.length ? [annotationsLeftOut(shown, findings.length)] : [];
}

const commandNames: Readonly<Record<Severity, 'error' | 'warning' | 'notice'>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
};

const noticeCommands = { warning: 'warning', note: 'notice' } as const;

/** The most severe first; among equals, those already known come last. */
function bySeverity(findings: readonly Finding[]): Finding[] {
  const weight = ({ severity, state }: Finding) =>
    severities.indexOf(severity) * 2 + (state === 'unchanged' ? 1 : 0);
  return [...findings].sort((a, b) => weight(a) - weight(b));
}

function titleOf(finding: Finding, { rules }: Result, { language }: ReportOptions): string {
  const { ruleId } = finding;
  return `${wordLabel(finding, language)}: ${rules.get(ruleId)?.title[language] ?? ruleId}`;
}

type Properties = Readonly<Record<string, string | number>>;

/** GitHub uses columns only for an annotation within one line, and its end column is inclusive. */
function positionOf({ file, line, column, endLine, endColumn }: FindingLocation): Properties {
  if (endLine > line) return { file, line };
  return { file, line, endLine, col: column, endColumn: Math.max(column, endColumn - 1) };
}

/**
 * One workflow command, escaped so that the runner (its ActionCommand.cs) unescapes it to the same text; it always
 * stays on one line, which it ends.
 */
function command(name: string, properties: Properties, lines: readonly string[]): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escapeData(lines.join('\n'))}\n`;
}

function escapeData(text: string): string {
  return inLog(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(oneLine(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
