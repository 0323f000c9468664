/** A file that a new inventory begins with. */
export interface StarterFile {
  /** relative to the folder of the inventory, with `/` */
  readonly name: string;
  readonly text: string;
}

/** The folder in which editors find the schemas. */
export const schemaFolder = '.sekisho';

/** A schema that is written to {@link schemaFolder}. */
export type EditorSchema = 'inventory' | 'configuration' | 'policy' | 'rules';

/** @returns where a schema lies, relative to the folder of the inventory */
export function schemaFile(schema: EditorSchema): string {
  return `${schemaFolder}/${schema}.schema.json`;
}

/** @returns the line by which an editor finds the schema of a file in the folder of the inventory */
export function editorLine(schema: EditorSchema): string {
  return `# yaml-language-server: $schema=${schemaFile(schema)}`;
}

/** A line that explains, and does so still where the marks of examples are taken off. */
export function remark(text: string): string {
  return `## ${text}`;
}

/** A line of an example: with what most editors put before a line that is left out, and take off again. */
export function taken(line: string): string {
  return `# ${line}`;
}
