import { parseDocument } from 'yaml';
import { inventoryShape } from '../../../../generated/shapes.ts';
import { isMapping, type Mapping } from '../../../base/mapping.ts';
import { recordShape, type Shape } from '../../../schema/shape.ts';
import { accepts } from '../accepts.ts';
import type { CellText } from '../cell-text.ts';
import type { RecordSection } from '../fields.ts';
import { question, type Reading, type StatedValue, underHeader } from '../reading.ts';

/**
 * Reads what has no column of its own, written as YAML: each field of the record as it would stand in its file. All of it must be
 * what the vocabulary has, or none is taken.
 */
export function readRest({ lines }: CellText, section: RecordSection): Reading {
  const written = mappingIn(lines);
  const record = recordShape(inventoryShape, section);
  if (written === undefined || record === undefined) return question('yaml');
  const values = [...leavesOf(written, record, '')];
  const isKnown = values.every(
    (one) =>
      // `x-` alone stands for the header of a column.
      one.path !== 'id' && one.path !== underHeader && (isKept(one.path) || accepts(section, one)),
  );
  return isKnown && values.length > 0 ? { kind: 'value', values } : question('yaml');
}

function mappingIn(text: string): Mapping | undefined {
  try {
    const document = parseDocument(text);
    const value: unknown = document.errors.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
    return isMapping(value) ? value : undefined;
  } catch {
    // Aliases, and brackets in brackets in brackets: nothing that anybody means.
    return undefined;
  }
}

/** The values by their paths, down to what is no mapping; a list is one value. */
function* leavesOf(mapping: Mapping, shape: Shape | undefined, above: string): Iterable<StatedValue> {
  for (const [key, value] of Object.entries(mapping)) {
    const path = above + key;
    const own = shape?.properties?.[key];
    if (isMapping(value) && !isKept(path)) yield* leavesOf(value, own, `${path}.`);
    else yield { path, value };
  }
}

/** Whether a key is one of people's own, which is kept whatever it holds. */
function isKept(path: string): boolean {
  return /(?:^|\.)x-/u.test(path);
}
