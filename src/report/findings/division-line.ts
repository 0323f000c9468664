import type { Language } from '../../base/localized.ts';
import type { DivisionCount, Result } from '../../result/result.ts';
import { reportTexts } from './words.ts';

/** How many divisions the line names: it is one line, not a list. */
const named = 10;

/**
 * One line on how many findings count by division, those with most first and last those that name none; `undefined` where no
 * division is named, or nothing was found.
 */
export function divisionLine(
  { summary: { divisions = [] } }: Result,
  language: Language,
): string | undefined {
  const words = reportTexts[language];
  const found = divisions.filter((division) => countOf(division) > 0);
  const own = found.filter(({ id }) => id !== null).sort((a, b) => countOf(b) - countOf(a));
  const nobodys = found.filter(({ id }) => id === null);
  if (found.length === 0) return undefined;
  const others = own.slice(named).reduce((sum, division) => sum + countOf(division), 0);
  return words.byDivision([
    ...own.slice(0, named).map((division) => words.ofDivision(division.name ?? '', countOf(division))),
    ...(others > 0 ? [words.otherDivisions(own.length - named, others)] : []),
    ...nobodys.map((division) => words.noDivision(countOf(division))),
  ]);
}

function countOf({ findings: { error, warning, info } }: DivisionCount): number {
  return error + warning + info;
}
