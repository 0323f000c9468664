/** The parts of the audit report, in their order; the last two are appendices, which have letters. That on law is not always there. */
export const sectionIds = [
  'front',
  'summary',
  'readiness',
  'coverage',
  'findings',
  'network',
  'exceptions',
  'attestations',
  'scope',
  'rules',
  'inputs',
] as const;

export type SectionId = (typeof sectionIds)[number];

/** How many of them are appendices. */
export const appendices = 2;
