import { inventoryShape } from '../../../generated/shapes.ts';
import { recordShape, type Shape } from '../../schema/shape.ts';
import type { FieldTarget, RecordSection } from './fields.ts';
import { foldHeader } from './header-text.ts';
import { type HeaderEntry, type HeaderQuestion, headers, kept } from './headers.ts';
import { ownHeader, ownIdHeader, restHeader, restTarget } from './own-headers.ts';
import { sectionFields } from './section-fields.ts';

/** What a header is known to be for, in a section. */
export interface KnownHeader {
  /** as headers are compared */
  readonly text: string;
  readonly targets: readonly FieldTarget[];
  readonly alternatives?: readonly FieldTarget[];
  readonly question?: HeaderQuestion;
  /** It is known in any section, and so tells nothing of which section a table is. */
  readonly anywhere?: true;
}

type KnownHeaders = ReadonlyMap<string, KnownHeader>;

const known = new Map<RecordSection, KnownHeaders>();

/** @returns what is written over the columns of a section, by headers as they are compared */
export function knownHeaders(section: RecordSection): KnownHeaders {
  const found = known.get(section) ?? collect(section);
  known.set(section, found);
  return found;
}

/** @returns the shape of the field that a column is for; `undefined` for what is kept as it is */
export function targetShape(section: RecordSection, target: FieldTarget): Shape | undefined {
  let shape = recordShape(inventoryShape, section);
  for (const step of target.replace(/\[[^\]]*\]/g, (item) => `.${item}`).split('.')) {
    if (shape === undefined) return undefined;
    if (step === '[]') shape = shape.items;
    else if (step.startsWith('['))
      shape = shape.items?.enum?.includes(step.slice(1, -1)) ? shape.items : undefined;
    else
      shape =
        shape.properties !== undefined && Object.hasOwn(shape.properties, step)
          ? shape.properties[step]
          : undefined;
  }
  return shape;
}

/** Whether several columns may fill a field: words of a list, and lists. */
export function takesSeveral(section: RecordSection, target: FieldTarget): boolean {
  return target.includes('[') || (targetShape(section, target)?.types.includes('array') ?? false);
}

/**
 * What sekisho itself writes comes first, since it means one thing; then what the section says, what the vocabulary calls its
 * fields, and what is written anywhere.
 */
function collect(section: RecordSection): KnownHeaders {
  const found = new Map<string, KnownHeader>();
  addOwn(found, section);
  addEntries(found, headers[section]);
  addTitles(found, section);
  addEntries(found, headers.any, true);
  return found;
}

function addOwn(found: Map<string, KnownHeader>, section: RecordSection): void {
  const add = (header: string, target: FieldTarget) => {
    const text = foldHeader(header);
    found.set(text, { text, targets: [target] });
  };
  for (const { target, shape } of sectionFields(section))
    add(ownHeader(shape.title ?? target, target), target);
  add(ownIdHeader, 'id');
  add(restHeader, restTarget);
}

function addEntries(found: Map<string, KnownHeader>, entries: readonly HeaderEntry[], anywhere?: true): void {
  for (const { headers: written, targets, alternatives, question } of entries)
    for (const header of written.split(' ')) {
      const text = foldHeader(header.replaceAll('／', ''));
      if (text === '' || found.has(text)) continue;
      found.set(text, {
        text,
        targets,
        ...(alternatives !== undefined && { alternatives }),
        ...(question !== undefined && { question }),
        ...(anywhere !== undefined && { anywhere }),
      });
    }
}

/** A title that two fields of the section share is for neither for certain. */
function addTitles(found: Map<string, KnownHeader>, section: RecordSection): void {
  const titles = new Map<string, FieldTarget[]>();
  for (const { target, shape } of sectionFields(section)) {
    // Evidence is files, of which the registers of offices know nothing.
    if (target.startsWith('evidence')) continue;
    for (const title of [shape.title, ...(shape.alsoCalled ?? [])]) {
      if (title === undefined) continue;
      const text = foldHeader(title);
      const targets = titles.get(text) ?? [];
      if (!targets.includes(target)) titles.set(text, [...targets, target]);
    }
  }
  for (const [text, [target = kept, ...alternatives]] of titles) {
    if (found.has(text)) continue;
    const several = alternatives.length > 0 ? { alternatives, question: 'which-field' as const } : {};
    found.set(text, { text, targets: [target], ...several });
  }
}
