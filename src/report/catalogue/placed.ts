import type { FieldEntry, FieldValue } from '../../result/vocabulary.ts';

/** A field to show where it stands. */
export interface Written {
  readonly field: FieldEntry;
  /** what is written in it; anything that may be where left out */
  readonly value?: string;
  /** the fields that are written below it */
  readonly values?: readonly FieldEntry[];
}

/** @returns a field where it stands in an inventory file, as lines of YAML */
export function placed({ field, value, values = [] }: Written): string[] {
  const keys = [field.section, ...field.path.split('.')];
  const lines: string[] = [];
  let indent = '';
  for (const [index, key] of keys.entries()) {
    const isLeaf = index === keys.length - 1 && values.length === 0;
    lines.push(`${indent}${key}:${isLeaf ? ` ${value ?? example(field.value)}` : ''}`);
    indent = `${' '.repeat(indent.length + 2)}${field.lists[index] ? '- ' : ''}`;
  }
  for (const below of values) {
    lines.push(`${indent}${below.path.slice(field.path.length + 1)}: ${example(below.value)}`.trimEnd());
    indent = ' '.repeat(indent.length);
  }
  return lines;
}

function example(value: FieldValue): string {
  const one = exampleOfOne(value);
  return 'several' in value && value.several && value.kind !== 'fields' ? `[${one}]` : one;
}

function exampleOfOne(value: FieldValue): string {
  switch (value.kind) {
    case 'yesNo':
      return 'true';
    case 'choice':
      return value.choices[0]?.value ?? '';
    case 'date':
      return '2026-04-01';
    case 'number':
      return '1';
    case 'level':
      return '2';
    case 'fields':
      return '';
    default:
      return '…';
  }
}
