import { inventoryShape } from '../../../generated/shapes.ts';
import type { RecordSection } from '../../register/state.ts';
import { recordShape, type Shape, shapeAt } from '../../schema/shape.ts';

/** The records of a section have the same fields again and again. */
const known = new Map<string, Shape | undefined>();

/** @returns what may stand under the path of a field; `undefined` where the vocabulary has none */
export function shapeOfField(section: RecordSection, path: string): Shape | undefined {
  const key = `${section} ${path}`;
  if (!known.has(key)) {
    const record = recordShape(inventoryShape, section);
    known.set(key, record && shapeAt(record, path.split('.')));
  }
  return known.get(key);
}
