import { groupBy } from '../base/groups.ts';
import type { Localized } from '../base/localized.ts';
import type { Division } from '../inventory/divisions.ts';
import type { Inventory } from '../inventory/inventory.ts';
import {
  countsToday,
  type DivisionCount,
  type Finding,
  type Notice,
  type Shown,
  shownFindings,
} from '../result/result.ts';
import { asSuggestion, suggest } from '../schema/suggest.ts';
import { SelectionError, type SelectionProblem } from './selection.ts';

/**
 * @param wanted the ids or names of the divisions whose findings alone are to be shown
 * @returns those divisions, each once; of one name there may be several
 * @throws SelectionError if there is none of a name
 */
export function selectDivisions(wanted: readonly string[], { divisions }: Inventory): Division[] {
  const words = divisions.flatMap(({ id, name }) => [name, id]);
  const problems = wanted
    .filter((word) => !words.includes(word))
    .map((id): SelectionProblem => {
      const known = [...new Set(divisions.map(({ name }) => name))];
      return {
        code: 'unknown-division',
        id,
        where: '--division',
        known,
        ...asSuggestion(suggest(id, words)),
      };
    });
  if (problems.length > 0) throw new SelectionError(problems);
  return divisions.filter(({ id, name }) => wanted.includes(id) || wanted.includes(name));
}

/** @returns what is shown of the findings, where it is only what concerns some divisions */
export function shownOf(divisions: readonly Division[], findings: readonly Finding[]): Shown | undefined {
  if (divisions.length === 0) return undefined;
  const division = divisions.map(({ id }) => id);
  return { division, left: findings.length - shownFindings({ findings, shown: { division } }).length };
}

/** @returns that a report shows the findings of some divisions alone */
export function narrowed(divisions: readonly Division[], shown: Shown | undefined): Notice[] {
  if (shown === undefined) return [];
  const names = [...new Set(divisions.map(({ name }) => name))];
  const { left } = shown;
  const message: Localized = {
    ja: `所管課${names.map((name) => `「${name}」`).join('')}の指摘だけを示しています。ほかの指摘が${left}件あります。件数の合計と終了コードは、示していない指摘も数えたものです。`,
    en: `Only findings of ${names.map((name) => `“${name}”`).join(', ')} are shown; ${left} others are not. Totals and the exit code count all of them.`,
  };
  return [{ code: 'only-divisions', message }];
}

/**
 * @returns how many records every division has, and how many findings that count, and the same of what names none; `undefined`
 *   where neither the organization nor a record names a division
 */
export function countByDivision(
  inventory: Inventory,
  findings: readonly Finding[],
): DivisionCount[] | undefined {
  const { divisions } = inventory;
  if (divisions.length === 0) return undefined;
  const records = inventory.all.filter(({ section }) => section !== 'organization');
  const recordsOf = groupBy(records, ({ record }) => inventory.divisionOf(record)?.id);
  const findingsOf = groupBy(findings.filter(countsToday), ({ division }) => division);
  const count = (id: string | undefined) => {
    const own = findingsOf.get(id) ?? [];
    const weighing = (severity: Finding['severity']) => own.filter((one) => one.severity === severity).length;
    return {
      records: recordsOf.get(id)?.length ?? 0,
      findings: { error: weighing('error'), warning: weighing('warning'), info: weighing('info') },
    };
  };
  return [
    ...divisions.map(({ id, name }) => ({ id, name, ...count(id) })),
    { id: null, name: null, ...count(undefined) },
  ];
}
