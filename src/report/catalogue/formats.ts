import type { Policy } from '../../policy/policy.ts';
import type { CatalogueReporter, Difference, RuleEntry } from './entries.ts';

type Formats<Content> = Readonly<Record<string, () => Promise<CatalogueReporter<Content>>>>;

/** Every format of the list of rules by name, loaded only when it is asked for. */
export const ruleFormats = {
  text: async () => (await import('./rules.ts')).rulesText,
  json: async () => (await import('./rules.ts')).rulesJson,
} as const satisfies Formats<readonly RuleEntry[]>;

/** The same of the list of policies. */
export const policyFormats = {
  text: async () => (await import('./policies.ts')).policiesText,
  json: async () => (await import('./policies.ts')).policiesJson,
} as const satisfies Formats<readonly Policy[]>;

/** The same of what one policy asks and another does not. */
export const differenceFormats = {
  text: async () => (await import('./difference.ts')).differenceText,
  json: async () => (await import('./difference.ts')).differenceJson,
  markdown: async () => (await import('./difference.ts')).differenceMarkdown,
} as const satisfies Formats<Difference>;
