import { isMapping } from '../base/mapping.ts';
import type { RuleCatalogue } from '../policy/check.ts';
import { inventoryShapeWith } from '../policy/own/fields.ts';
import type { Policy } from '../policy/policy.ts';
import { inventoryWith } from './inventory.ts';
import { policyWith } from './policy.ts';
import { published } from './published.ts';
import type { JsonSchema } from './schema.ts';
import { wordsOf } from './words.ts';

/** What a policy officer and whoever keeps an inventory may write under some policies. */
export interface EditorRequest {
  /** the schemas as they are, by the names of their files */
  readonly schemas: Readonly<Record<string, JsonSchema>>;
  readonly policies: readonly Policy[];
  /** the rules there are under them, own ones included */
  readonly rules: RuleCatalogue;
  /** the ids of the policies that come built in */
  readonly builtIn: readonly string[];
  /** the names of the files that are wanted: each takes a while to make; all where left out */
  readonly files?: readonly string[];
}

/**
 * @returns the schemas for an editor, by the names of their files: those of the inventory with the levels, layers and
 *   fields of the policies, and those of policies and rules with the rules and paths that these may name
 */
export function editorSchemas(request: EditorRequest): Map<string, string> {
  const { schemas, policies, rules, builtIn, files } = request;
  const words = wordsOf(policies);
  const inventory = inventoryShapeWith(words.fields);
  const {
    'policy.schema.json': policy = {},
    'rules.schema.json': ruleFile = {},
    ...rest
  } = inventoryWith(schemas, words);
  const own = policyWith({ policy, rules: ruleFile }, { words, inventory, rules, policies: builtIn });
  const all = { ...rest, 'policy.schema.json': own.policy, 'rules.schema.json': own.rules };
  const $comment = `${mark}: ${policies.map(({ id }) => id).join(', ')}`;
  return new Map(
    [...published(all, files)].map(([file, schema]) => [
      file,
      `${JSON.stringify({ $comment, ...schema })}\n`,
    ]),
  );
}

/** What tells a file that was written so, and may be written anew, from any other. */
const mark = 'Written by sekisho schema for';

/** Whether a text is a schema that {@link editorSchemas} wrote, for whatever policies. */
export function isEditorSchema(text: string): boolean {
  try {
    const schema: unknown = JSON.parse(text);
    return isMapping(schema) && String(schema['$comment']).startsWith(mark);
  } catch {
    return false;
  }
}
