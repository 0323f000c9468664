import {
  type EarlierFinding,
  type Finding,
  findingLabels,
  noticeLevels,
  type Result,
} from '../../../result/result.ts';
import { announcedWords, labelWords, rareLabels, suppressionWords } from '../../../result/words.ts';
import type { ReportOptions } from '../../format.ts';
import { markdownTable } from '../../paper/markdown.ts';
import { asFarAsJudged } from '../as-far-as-judged.ts';
import { countByLabel, earlierLabel } from '../verdict-counts.ts';
import { reportTexts } from '../words.ts';
import { quoted } from './quoted.ts';
import { standings } from './standing.ts';
import { pullRequestTexts } from './words.ts';

const asideWords = {
  ja: { ...suppressionWords.ja, announced: announcedWords.ja },
  en: { ...suppressionWords.en, announced: announcedWords.en },
};

/** The headline and counts: enough for people who read no further. */
export function headline(result: Result, { language }: ReportOptions): string[] {
  const words = pullRequestTexts[language];
  const { comparison } = result;
  const against =
    comparison === undefined ? [] : ['', words.against[comparison.against](quoted(comparison.name))];
  const said = verdictOf(result, language);
  const isClean = result.errors.length === 0 && standings(result).fresh.length === 0;
  return [
    `## ${markOf(result)} sekisho: ${isClean ? asFarAsJudged(said, result, language) : said}`,
    '',
    ...table(result, language),
    ...against,
  ];
}

function verdictOf(result: Result, language: ReportOptions['language']): string {
  const words = pullRequestTexts[language];
  if (result.errors.length > 0) return words.broken;
  if (result.comparison === undefined) return headlineCounts(result, language);
  const { fresh, unchanged } = standings(result);
  return words.compared({
    fresh: fresh.length,
    fixed: result.comparison.fixed.length,
    unchanged: unchanged.length,
  });
}

/** Uses the same criteria for the mark as the last line of the text report. */
function markOf({ errors, notices, summary: { findings } }: Result): string {
  if (errors.length > 0 || findings.error > 0) return '❌';
  const doubtful = notices.some(({ code }) => noticeLevels[code] === 'warning');
  return doubtful || findings.warning + findings.info > 0 ? '⚠️' : '✅';
}

function table(result: Result, language: ReportOptions['language']): string[] {
  const words = pullRequestTexts[language];
  if (result.comparison === undefined) {
    const counts = countByLabel(result.findings);
    const rows = findingLabels
      .filter((label) => counts[label] > 0 || !rareLabels.includes(label))
      .map((label) => [labelWords[language][label], String(counts[label])]);
    const suppressed = (['announced', 'exception', 'baseline'] as const)
      .filter((kind) => counts[kind] > 0)
      .map((kind) => [asideWords[language][kind], String(counts[kind])]);
    return markdownTable([words.verdict, words.count], [...rows, ...suppressed]);
  }
  const { fresh, unchanged } = standings(result);
  const { fixed } = result.comparison;
  const count = (findings: readonly (Finding | EarlierFinding)[], label: Finding['label']) =>
    findings.filter((finding) => earlierLabel(finding) === label).length;
  const changed = fresh.filter(({ state }) => state === 'changed');
  const added = fresh.filter(({ state }) => state !== 'changed');
  const { columns } = words;
  const rows = findingLabels
    .map((label) => ({
      label,
      counts: [added, changed, unchanged, fixed].map((findings) => count(findings, label)),
    }))
    .filter(({ label, counts }) => !rareLabels.includes(label) || counts.some((one) => one > 0));
  return markdownTable(
    [words.verdict, columns.new, columns.changed, columns.unchanged, columns.fixed],
    rows.map(({ label, counts }) => [labelWords[language][label], ...counts.map(String)]),
  );
}

function headlineCounts({ findings }: Result, language: ReportOptions['language']): string {
  const counts = countByLabel(findings);
  const isClean = findingLabels.every((label) => counts[label] === 0);
  const { nothing, counts: counted } = reportTexts[language];
  return isClean ? nothing(counts) : counted(counts);
}
