import { Document, isMap, isSeq, Scalar, visit } from 'yaml';
import { replaceUnseen } from '../../base/unseen.ts';
import { headerOf } from './header.ts';
import { type ImportedInventory, type WrittenSection, writtenSections } from './records.ts';

/** A file of the result: its name inside the folder that is written to, and its text. */
export interface ImportedFile {
  readonly name: string;
  readonly text: string;
}

/**
 * Writes an inventory as YAML files. The same inventory gives the same bytes. A section without records has
 * no file: an empty list would say that the body has none of them, which an import cannot know.
 */
export function writeInventory(inventory: ImportedInventory): ImportedFile[] {
  return writtenSections
    .filter((section) => inventory[section].length > 0)
    .map((section) => ({ name: `${section}.yaml`, text: writeSection(section, inventory[section]) }));
}

function writeSection(section: WrittenSection, records: readonly object[]): string {
  // `yaml-1.1`: what an older parser would take for a date or a yes/no is quoted too, for the other tools of
  // a body.
  const document = new Document(
    { sekisho: 1, [section]: records },
    { aliasDuplicateObjects: false, compat: 'yaml-1.1' },
  );
  document.commentBefore = headerOf(section);
  visit(document, {
    // Lists and provenance in a line each: a record stays short enough to see several on a screen.
    Pair: (_, { key, value }) => {
      if (!isSeq(value) && !isMap(value)) return;
      if (String(key) !== section) value.flow = true;
    },
    Scalar: (_, scalar) => {
      const { value } = scalar;
      if (typeof value === 'string' && replaceUnseen(value, escaped) !== value)
        scalar.type = Scalar.QUOTE_DOUBLE;
    },
    Map: (index, map) => {
      map.spaceBefore = typeof index === 'number' && index > 0;
    },
  });
  return replaceUnseen(document.toString({ lineWidth: 0, flowCollectionPadding: false }), escaped);
}

/** A hidden character in double quotes, as YAML 1.2 (5.7) writes it: the file shows that it is there. */
function escaped(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length <= 4 ? `\\u${code.padStart(4, '0')}` : `\\U${code.padStart(8, '0')}`;
}
