import { inventoryShape } from '../../../generated/shapes.ts';
import { recordShape, type Shape } from '../../schema/shape.ts';
import type { FieldTarget, RecordSection } from './fields.ts';

/** A field of a section that a column of its own can hold. */
export interface SectionField {
  readonly target: FieldTarget;
  readonly shape: Shape;
  /** what the mappings that it stands in are called, the outermost first */
  readonly groups: readonly string[];
}

const known = new Map<RecordSection, readonly SectionField[]>();

/** @returns the fields of a section in the order of the vocabulary, `id` among them; of a list of mappings the fields of its items */
export function sectionFields(section: RecordSection): readonly SectionField[] {
  const found = known.get(section) ?? [...fieldsBelow(recordShape(inventoryShape, section), '', [])];
  known.set(section, found);
  return found;
}

function* fieldsBelow(
  shape: Shape | undefined,
  above: string,
  groups: readonly string[],
): Iterable<SectionField> {
  for (const [name, field] of Object.entries(shape?.properties ?? {})) {
    const target = above + name;
    const inner = [...groups, field.title ?? name];
    if (field.items?.properties !== undefined) yield* fieldsBelow(field.items, `${target}[].`, inner);
    else if (field.properties !== undefined) yield* fieldsBelow(field, `${target}.`, inner);
    else yield { target, shape: field, groups };
  }
}
