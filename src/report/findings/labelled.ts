import type { Language } from '../../base/localized.ts';
import type { CellSource, Finding, FindingLocation } from '../../result/result.ts';
import { citation } from '../paper/citation.ts';
import { oneLine } from '../paper/one-line.ts';
import { traceParts } from './trace.ts';
import { reportTexts } from './words.ts';

/** What a finding says besides its message, each part under a label; empty parts are left out. */
export function labelled(
  finding: Finding,
  language: Language,
): { readonly label: string; readonly contents: readonly string[] }[] {
  const { labels } = reportTexts[language];
  return [
    { label: labels.trace, contents: traceOneByOne(finding, language) },
    { label: labels.clause, contents: finding.clauses.map((clause) => citation(clause, language)) },
    { label: labels.remedy, contents: [finding.remedy[language]] },
    { label: labels.rule, contents: [finding.ruleId] },
  ].filter(({ contents }) => contents.length > 0);
}

/**
 * The trace of a finding, with the layer that each path leads to where there are several paths.
 *
 * @param most how many steps of each path to show
 */
export function traceOneByOne(
  finding: Pick<Finding, 'trace' | 'paths'>,
  language: Language,
  most?: number,
): string[] {
  return traceParts(finding, language, most).flatMap(({ layer, steps, left }) => [
    ...steps.map(
      ({ message, location }) =>
        `${layer === undefined ? '' : `${layer}: `}${message[language]}  ${shownLocation(location)}`,
    ),
    ...leftOut(left, language),
  ]);
}

/**
 * The trace of a finding, one step a line; with several paths, the steps are indented below the layer that their path
 * leads to.
 */
export function traceLines(finding: Pick<Finding, 'trace' | 'paths'>, language: Language): string[] {
  return traceParts(finding, language).flatMap(({ layer, steps, left }) => {
    // A name that begins with blanks must not look like a step further in.
    const places = [
      ...steps.map(({ message, location }) => `${message[language].trimStart()}  ${shownLocation(location)}`),
      ...leftOut(left, language),
    ];
    return layer === undefined ? places : [`${layer.trimStart()}:`, ...places.map((place) => `  ${place}`)];
  });
}

function leftOut(steps: number, language: Language): string[] {
  return steps === 0 ? [] : [reportTexts[language].stepsLeft(steps)];
}

/** A finding in a few lines: message, trace, clauses, remedy. */
export function linesOf(finding: Finding, language: Language): string[] {
  const more = labelled(finding, language).flatMap(({ label, contents }) =>
    contents.map((content) => `${label}: ${content}`),
  );
  return [finding.message[language], ...more].map(oneLine);
}

/** A location in the form that editors open: `file:line:column`; then the cell that it is from. */
export function shownLocation({ file, line, column, source }: FindingLocation): string {
  return `${file}:${line}:${column}${fromCell(source)}`;
}

/** The cell that a location is from, to follow it: ` ← 台帳.xlsx 管理台帳!M14`; nothing where it is from none. */
export function fromCell(source: CellSource | undefined): string {
  return source === undefined ? '' : ` ← ${shownCell(source)}`;
}

/** A cell as spreadsheets write it, behind its file: `台帳.xlsx 管理台帳!M14`; an entry of NetBox: `NetBox dcim.devices 123`. */
export function shownCell({ file, sheet, cell }: CellSource): string {
  return /^[0-9]+$/.test(cell) ? `${file} ${sheet} ${cell}` : `${file} ${sheet}!${cell}`;
}
