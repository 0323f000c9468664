import { isReached, targets } from './targets.mjs';
import { measureName, resultWords } from './words.mjs';

/** One line of the terminal: whether it is within its budget, the ratio first, then times and memory. */
export function tellMeasure(id, result) {
  const state = result.budget === undefined ? '    ' : isWithin(result) ? 'ok  ' : 'OVER';
  const budget =
    result.budget === undefined ? '' : ` (budget ${valueText({ ...result, value: result.budget })})`;
  return `${state}  ${valueText(result).padStart(8)}${budget}  ${measureName(id, 'en')}${details(result)}`;
}

/** Whether a measure is within its budget; what crashed is not. */
export function isWithin({ value, budget }) {
  return budget === undefined || value <= budget;
}

/** The value of a measure as it is told: `1.23x`, `512 MB`, or why there is none. */
export function valueText({ value, unit, crash, none }, language = 'en') {
  if (none !== undefined) return resultWords.none[language];
  if (crash !== undefined) return resultWords.crash(crash)[language];
  if (value === undefined) return '—';
  return unit === undefined ? `${value.toFixed(2)}x` : `${value.toFixed(0)} ${unit}`;
}

/** The targets as a table: measure, value, target, and whether it is reached. */
export function tellTargets(measured) {
  const rows = Object.entries(targets).map(([id, target]) => [
    measured[id] === undefined ? 'not measured' : isReached(target, measured[id]) ? 'reached' : 'NOT reached',
    valueText(measured[id] ?? {}),
    targetText(target, measured[id]),
    measureName(id, 'en'),
  ]);
  return rows
    .map(
      ([reached, value, target, name]) =>
        `${reached.padEnd(13)}${value.padStart(9)}  ${target.padEnd(9)} ${name}`,
    )
    .join('\n');
}

/** `≤ 1.2`, `≥ 6`, `≤ 600 MB` */
export function targetText({ most, least }, { unit } = {}) {
  return `${most === undefined ? `≥ ${least}` : `≤ ${most}`}${unit === undefined ? '' : ` ${unit}`}`;
}

function details({ of, to, wall, by }) {
  if (of === undefined) return '';
  const times = ({ processor, wall, megabytes }) =>
    `${milliseconds(processor)} processor, ${milliseconds(wall)} wall${megabytes.most > 0 ? `, ${megabytes.most.toFixed(0)} MB` : ''}`;
  const otherRatio = by === 'processor' ? `, wall ${wall.toFixed(2)}x` : '';
  return `${otherRatio}\n                  ${times(of)}\n                / ${times(to)}`;
}

function milliseconds({ fastest, median }) {
  return `${fastest.toFixed(0)} (median ${median.toFixed(0)}) ms`;
}
