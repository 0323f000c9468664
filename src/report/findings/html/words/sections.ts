/** The parts of the audit report, in their order; appendices have letters. */
export const sectionIds = [
  'front',
  'summary',
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
