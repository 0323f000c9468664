import type { Language, Localized } from '../base/localized.ts';
import type { Shape } from '../schema/shape.ts';
import { configurationFile } from './configuration-file.ts';
import type { Levels } from './example-lines.ts';
import { inventoryFiles } from './inventory-files.ts';
import { type PipelineRequest, pipelineFiles } from './pipeline-file.ts';
import { type EditorSchema, type StarterFile, schemaFile } from './starter-file.ts';
import { surroundings } from './surroundings.ts';

/** What a new inventory is made of. */
export interface StarterRequest {
  /** the name of the body */
  readonly name: string;
  readonly language: Language;
  readonly shapes: { readonly inventory: Shape; readonly configuration: Shape };
  readonly policy: StarterPolicy;
  /** absent where changes are not to be judged by themselves */
  readonly pipeline?: Omit<PipelineRequest, 'language'>;
}

/** The policy that the inventory is judged by. */
export interface StarterPolicy {
  /** as the configuration names it: an id, or a path from the folder of the inventory */
  readonly reference: string;
  readonly title: Localized;
  readonly levels: Levels;
  /** the schemas with its words, by the names of their files */
  readonly schemas: ReadonlyMap<string, string>;
  /** whether it is a file in the folder of the inventory, that editors may help with */
  readonly isInFolder: boolean;
}

/**
 * @returns the files of a new inventory: what it is judged by, where its records go and what helps to write them. It states
 *   nothing but the name of the body, so that whatever is asked is unknown.
 */
export function starterFiles(request: StarterRequest): StarterFile[] {
  const { name, language, shapes, policy, pipeline } = request;
  return [
    ...inventoryFiles({ name, language, inventory: shapes.inventory, levels: policy.levels }),
    configurationFile({
      language,
      configuration: shapes.configuration,
      policy: policy.reference,
      policyTitle: policy.title,
    }),
    ...schemaFiles(policy),
    ...surroundings(language, policy.isInFolder ? [policy.reference.replace(/^\.\//, '')] : []),
    ...(pipeline === undefined ? [] : pipelineFiles({ ...pipeline, language })),
  ];
}

/** @returns the names of the files with the schemas that an inventory begins with */
export function starterSchemas(isInFolder: boolean): string[] {
  return neededSchemas(isInFolder).map(publishedAs);
}

function neededSchemas(isInFolder: boolean): readonly EditorSchema[] {
  return isInFolder ? ['inventory', 'configuration', 'policy', 'rules'] : ['inventory', 'configuration'];
}

function publishedAs(schema: EditorSchema): string {
  return `${schema}.schema.json`;
}

function schemaFiles({ schemas, isInFolder }: StarterPolicy): StarterFile[] {
  return neededSchemas(isInFolder).map((schema) => {
    const text = schemas.get(publishedAs(schema));
    if (text === undefined) throw new Error(`there is no schema ${schema}`);
    return { name: schemaFile(schema), text };
  });
}
