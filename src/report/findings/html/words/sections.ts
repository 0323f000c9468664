/** The parts of the audit report, in their order; appendices have letters. */
export const sectionIds = [
  'summary',
  'coverage',
  'findings',
  'network',
  'exceptions',
  'attestations',
  'corrections',
  'scope',
  'rules',
  'inputs',
] as const;

export type SectionId = (typeof sectionIds)[number];
