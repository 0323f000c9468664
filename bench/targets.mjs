/** What the program is to reach, by the id of the measure, in the order in which it is told. */
export const targets = {
  version: { most: 1.2 },
  'first-steps': { most: 4 },
  'compliant-20000': { most: 0.9 },
  'half-filled-20000': { most: 1.8 },
  'full-20000': { most: 2.5 },
  warm: { most: 0.45 },
  spectral: { least: 6 },
  'hundred-thousand': { most: 4 },
  'memory-compliant': { most: 600 },
  'memory-half-filled': { most: 900 },
  changed: { most: 1.2 },
  'base-trust': { most: 1.4 },
  network: { most: 0.4 },
};

/** Whether a measure reaches its target; what crashed or is not there does not. */
export function isReached({ most, least }, measured) {
  const value = measured?.value;
  if (value === undefined) return false;
  return most === undefined ? value >= least : value <= most;
}
