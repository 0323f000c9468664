import type { SpreadsheetLimits } from '../limits.ts';
import { refuseMore } from '../problem.ts';
import type { Archive } from './archive.ts';
import { type RichText, RichTextReader, writtenLength } from './rich-text.ts';
import { readXml } from './xml.ts';

/**
 * Reads the texts that a workbook keeps once for all of its cells, by their numbers (ECMA-376-1, section 18.4.9).
 *
 * @throws SpreadsheetError for a part that cannot be read, or more texts than there may be
 */
export function readSharedStrings(
  archive: Archive,
  part: string,
  limits: SpreadsheetLimits,
): readonly RichText[] {
  const strings: RichText[] = [];
  const reader = new RichTextReader();
  readXml(part, archive.unpack(part), 'sst', {
    open(name, attributes) {
      reader.open(name, attributes);
    },
    text(text) {
      reader.text(text);
      refuseMore(writtenLength(reader.length), 'cellCharacters', limits);
    },
    close(name) {
      reader.close(name);
      if (name !== 'si') return;
      refuseMore(reader.length, 'cellCharacters', limits);
      strings.push(reader.take());
      refuseMore(strings.length, 'sharedStrings', limits);
    },
  });
  return strings;
}
