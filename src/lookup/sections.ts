import { inventoryShape } from '../../generated/shapes.ts';
import type { Localized } from '../base/localized.ts';
import { subjectNames } from '../result/words.ts';
import { textsOf } from '../schema/field-texts.ts';
import type { Shape } from '../schema/shape.ts';
import { foldWord } from './fold.ts';

/** The sections of the inventory, with what they are called. */
export const sectionNames: readonly { readonly section: string; readonly names: readonly string[] }[] =
  Object.entries(inventoryShape.properties ?? {}).flatMap(
    ([section, { title, alsoCalled = [], properties, items }]) =>
      (items ?? { properties }).properties === undefined
        ? []
        : {
            section,
            names: [title ?? section, ...alsoCalled, ...Object.values(subjectNames[section] ?? {})],
          },
  );

/** @returns the section that is meant by its key or by what it is called, whatever the width and case */
export function sectionNamed(word: string): string | undefined {
  const wanted = foldWord(word);
  return sectionNames.find(({ section, names }) => [section, ...names].map(foldWord).includes(wanted))
    ?.section;
}

/** A section or a field, and what it is called. */
export interface NamedPath {
  readonly value: string;
  readonly about: Localized;
}

/** @returns the sections and, where one is typed already, `assets.`, its fields */
export function completionsBelow(written: string): NamedPath[] {
  return sectionNames.flatMap(({ section, names: [ja = section] }) => {
    const own = { value: section, about: { ja, en: subjectNames[section]?.en ?? section } };
    const { properties, items } = inventoryShape.properties?.[section] ?? {};
    const below = written.startsWith(`${section}.`)
      ? fieldsBelow(section, items?.properties ?? properties)
      : [];
    return [own, ...below];
  });
}

function fieldsBelow(path: string, properties: Shape['properties'] = {}): NamedPath[] {
  return Object.entries(properties).flatMap(([key, shape]) => {
    const { title, properties: inner, items } = shape;
    const value = `${path}.${key}`;
    const named = { value, about: { ja: title ?? key, en: textsOf(shape).about?.en ?? key } };
    return [named, ...fieldsBelow(value, items?.properties ?? inner)];
  });
}
