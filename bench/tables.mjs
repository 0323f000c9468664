import { isReached, targets } from './targets.mjs';
import { targetText, valueText } from './tell.mjs';
import { headings, measureName, peerNotes, shapeName } from './words.mjs';

/** The tables of docs/performance, in Markdown, by the mark that they stand between. */
export function tablesOf({ measured, budgets }, language) {
  const runs = Object.values(measured?.runs ?? {});
  const context = { runs, language, head: headings[language] };
  return {
    'measured-on': measuredOn(measured, context),
    targets: targetTable(context),
    records: recordTable(context),
    peers: peerTable(context),
    formats: formatTable(context),
    others: otherTable(context),
    budget: budgetTable(budgets, context),
  };
}

function measuredOn(measured, { runs, head }) {
  if (runs.length === 0) return head.notMeasured;
  return head.measuredOn(
    runs.map(({ version }) => version),
    measured.cores,
  );
}

/** A column for each Node.js, in which a reached target has a check mark. */
function targetTable({ runs, language, head }) {
  const rows = Object.entries(targets).map(([id, target]) => [
    measureName(id, language),
    targetText(target, runs[0]?.measures[id] ?? memoryUnit(id)),
    ...runs.map(({ measures }) => {
      const one = measures[id];
      return one === undefined ? '—' : `${valueText(one, language)} ${isReached(target, one) ? '✓' : '✗'}`;
    }),
  ]);
  return table([head.measure, head.target, ...nodes(runs)], rows);
}

const memoryUnit = (id) => (id.startsWith('memory') ? { unit: 'MB' } : {});

/** How cost grows: by shape and number of records, of the first Node.js. */
function recordTable({ runs, language, head }) {
  const measures = runs[0]?.measures ?? {};
  const rows = ['compliant', 'half-filled', 'full'].flatMap((shape) =>
    [1000, 20_000, 100_000].map((records) => {
      const one = measures[`${shape}-${records}`] ?? {};
      const { processor, wall, megabytes } = one.of ?? {};
      return [
        shapeName(shape, language),
        records.toLocaleString('en'),
        valueText(one, language),
        number(processor?.fastest / (records / 1000), 'ms'),
        number(processor?.fastest / 1000, 's', 2),
        number(wall?.fastest / 1000, 's', 2),
        number(megabytes?.most, 'MB'),
      ];
    }),
  );
  return table(head.records, rows);
}

function peerTable({ runs, language, head }) {
  const measures = runs[0]?.measures ?? {};
  const ids = Object.keys(peerNotes);
  const sekisho = ids.map((id) => measures[id]?.to).find((to) => to !== undefined);
  const rows = ids.map((id) => {
    const one = id === 'sekisho' ? { value: sekisho && 1, wall: sekisho && 1, of: sekisho } : measures[id];
    const times = one?.of;
    return [
      peerNotes[id].name[language],
      id === 'sekisho' ? '1' : valueText(one ?? {}, language),
      id === 'sekisho' ? '1' : one?.processor === undefined ? '—' : `${one.processor.toFixed(2)}x`,
      number(times?.wall.fastest / 1000, 's', 2),
      number(times?.megabytes.most, 'MB'),
      peerNotes[id].does[language],
    ];
  });
  return table(head.peers, rows, 5);
}

function formatTable({ runs, language, head }) {
  const measures = runs[0]?.measures ?? {};
  const formats = Object.keys(measures)
    .map((id) => /^memory-as-(.+)$/.exec(id)?.[1])
    .filter((format) => format !== undefined);
  const rows = formats.map((format) => [
    `\`${format}\``,
    ...['compliant', 'full'].map((shape) =>
      format === 'text' ? '1' : valueText(measures[`${shape}-as-${format}`] ?? {}, language),
    ),
    valueText(measures[`memory-as-${format}`], language),
  ]);
  return rows.length === 0 ? head.notMeasured : table(head.formats, rows);
}

/** What no other table and no target has. */
function otherTable({ runs, language, head }) {
  const ids = [
    ...['one-line', 'two-policies', 'base', 'network-times-10'],
    ...['import-csv', 'import-again', 'import-xlsx', 'export-xlsx', 'own-rules', 'own-rule-unknown'],
  ];
  const rows = ids.map((id) => [
    measureName(id, language),
    ...runs.map(({ measures }) => valueText(measures[id] ?? {}, language)),
  ]);
  return table([head.measure, ...nodes(runs)], rows);
}

function budgetTable(budgets, { language, head }) {
  const [major] = Object.keys(budgets);
  const rows = Object.entries(budgets[major]).map(([id, most]) => [
    measureName(id, language),
    targetText({ most }, memoryUnit(id)),
  ]);
  return table([head.measure, head.atMost(major)], rows);
}

function nodes(runs) {
  return runs.map(({ version }) => `Node.js ${version.split('.')[0]}`);
}

function number(value, unit, digits = 0) {
  return Number.isFinite(value) ? `${value.toFixed(digits)} ${unit}` : '—';
}

/** @param textAt the column behind the first that holds text; the others hold numbers and stand to the right */
function table(head, rows, textAt = 0) {
  const marks = head.map((_, index) => (index === 0 || index === textAt ? '---' : '---:'));
  const lines = [head, marks, ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return lines.join('\n');
}
