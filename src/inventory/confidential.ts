import { listSections, type Section } from '../../generated/records.ts';
import { inventoryShape } from '../../generated/shapes.ts';
import type { Confidential, ConfidentialText } from '../base/confidential.ts';
import { isMapping } from '../base/mapping.ts';
import type { ParsedYaml } from '../yaml/parse.ts';
import { type FieldPath, fieldsOf, valuesAt } from './fields.ts';
import type { InventoryFile } from './file.ts';

/** The fields of each section of which the vocabulary says that they are confidential. */
const confidentialFields = fieldsOf(inventoryShape, ({ confidential }) => confidential !== undefined);

/**
 * @returns every text in a field that is confidential, each once, in the order of the files; a file that is not YAML gives
 *   what it says with its errors put right
 */
export function confidentialTexts(files: readonly InventoryFile[]): readonly ConfidentialText[] {
  const found = new Map<string, ConfidentialText>();
  const add = (gives: Confidential, value: unknown): void => {
    if (Array.isArray(value)) for (const item of value) add(gives, item);
    // A version that looks like a number is one to YAML.
    const text = typeof value === 'number' ? String(value) : value;
    if (typeof text === 'string' && text.trim() !== '') found.set(`${gives}\n${text}`, { gives, text });
  };
  for (const { yaml } of files) {
    for (const [field, record] of confidentialPlaces(yaml))
      for (const { value } of valuesAt(record, field)) add(field.shape.confidential ?? 'person', value);
  }
  return [...found.values()];
}

/** The records of a file, each with every field of it that is confidential. */
function* confidentialPlaces({ documents, mended }: ParsedYaml): Generator<[FieldPath, object]> {
  for (const { value } of documents) {
    if (!isMapping(value)) continue;
    for (const section of ['organization', ...listSections] as const satisfies readonly Section[])
      for (const record of [value[section]].flat())
        if (isMapping(record)) for (const field of confidentialFields[section]) yield [field, record];
  }
  if (mended !== undefined) yield* confidentialPlaces(mended.yaml);
}
