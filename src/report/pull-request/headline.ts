import { type Finding, noticeLevels, type Result } from '../../result.ts';
import { pullRequestTexts } from '../../text/pull-request.ts';
import { verdictWords } from '../../text/words.ts';
import { asFarAsJudged } from '../as-far-as-judged.ts';
import { markdownTable } from '../markdown.ts';
import type { ReportOptions } from '../reporter.ts';
import { countsOf } from '../verdict-counts.ts';
import { quoted } from './quoted.ts';
import { standings } from './standing.ts';

const verdicts = ['fail', 'unknown', 'review'] as const;

/** What a reader must know who reads no further: how it stands, and how many there are of what. */
export function headline(result: Result, { language }: ReportOptions): string[] {
  const words = pullRequestTexts[language];
  const { comparison } = result;
  const against =
    comparison === undefined ? [] : ['', words.against[comparison.against](quoted(comparison.name))];
  const said = verdictOf(result, words);
  const isClean = result.errors.length === 0 && standings(result).fresh.length === 0;
  return [
    `## ${markOf(result)} sekisho: ${isClean ? asFarAsJudged(said, result, language) : said}`,
    '',
    ...table(result, language),
    ...against,
  ];
}

function verdictOf(result: Result, words: (typeof pullRequestTexts)['ja']): string {
  if (result.errors.length > 0) return words.broken;
  if (result.comparison === undefined) return words.headline(countsOf(result));
  const { fresh, unchanged } = standings(result);
  return words.compared({
    fresh: fresh.length,
    fixed: result.comparison.fixed.length,
    unchanged: unchanged.length,
  });
}

/** As the text report marks its last line. */
function markOf({ errors, notices, summary: { findings } }: Result): string {
  if (errors.length > 0 || findings.error > 0) return '❌';
  const doubtful = notices.some(({ code }) => noticeLevels[code] === 'warning');
  return doubtful || findings.warning + findings.info > 0 ? '⚠️' : '✅';
}

function table(result: Result, language: ReportOptions['language']): string[] {
  const words = pullRequestTexts[language];
  if (result.comparison === undefined) {
    const { suppressed, ...counts } = countsOf(result);
    const rows = verdicts.map((verdict) => [verdictWords[language][verdict], String(counts[verdict])]);
    return markdownTable(
      [words.verdict, words.count],
      suppressed === 0 ? rows : [...rows, [words.suppressed, String(suppressed)]],
    );
  }
  const { fresh, unchanged } = standings(result);
  const { fixed } = result.comparison;
  const count = (findings: readonly Pick<Finding, 'verdict'>[], verdict: Finding['verdict']) =>
    String(findings.filter((finding) => finding.verdict === verdict).length);
  const changed = fresh.filter(({ state }) => state === 'changed');
  const added = fresh.filter(({ state }) => state !== 'changed');
  const { columns } = words;
  return markdownTable(
    [words.verdict, columns.new, columns.changed, columns.unchanged, columns.fixed],
    verdicts.map((verdict) => [
      verdictWords[language][verdict],
      ...[added, changed, unchanged, fixed].map((findings) => count(findings, verdict)),
    ]),
  );
}
