/** What a measure may be above what it came to: below the quarter that a slow-down is to be seen from. */
const room = 1.2;

/** The budgets that follow from what was measured, for the measures that have one. */
export function proposed(measures) {
  return Object.fromEntries(
    Object.entries(measures)
      .filter(([, { value }]) => value !== undefined)
      .map(([id, { value, budget, unit }]) => [
        id,
        { value, budget, proposal: Number((value * room).toFixed(unit === undefined ? 2 : 0)) },
      ]),
  );
}

/** The table of proposals, and the part of budget.json that they make. */
export function tellProposal(major, proposals) {
  const rows = Object.entries(proposals).map(
    ([id, { value, budget, proposal }]) =>
      `${value.toFixed(2).padStart(8)}  x ${room} = ${String(proposal).padEnd(6)} ${budget === undefined ? '' : `(now ${budget})`}  ${id}`,
  );
  const budgets = Object.fromEntries(Object.entries(proposals).map(([id, { proposal }]) => [id, proposal]));
  return `${rows.join('\n')}\n${JSON.stringify({ [major]: budgets }, undefined, 2)}`;
}
