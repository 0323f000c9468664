import { type SaxesOptions, SaxesParser } from 'saxes';
import { damaged } from '../problem.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What is done with the elements of a part, by their names without prefixes. */
export interface ElementHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** how deeply elements may be nested: those of spreadsheets reach 10 */
const deepest = 100;

/** how many characters may follow without an element beginning or ending: a cell holds 32,767 */
const longestSilence = 4 * 1024 * 1024;

const pieceLength = 64 * 1024;

/**
 * Reads the XML of a part piece by piece. Elements of other namespaces than the root's are passed over, and so is everything in
 * `extLst`, where programs keep what the standard does not have (ECMA-376-1, section 18.2.10). The root's namespace is that of
 * ECMA-376 or of its strict variant, under whatever prefix; the name of the root is what tells parts apart.
 *
 * @throws SpreadsheetError for XML that is not well-formed, or that does what spreadsheets may not
 */
export function readXml(part: string, bytes: Uint8Array, root: string, handler: ElementHandler): void {
  const parser = new SaxesParser<SaxesOptions>({ position: false });
  let prefix = '';
  let depth = 0;
  let extensionDepth = 0;
  let silence = 0;

  parser.on('error', () => {
    throw damaged('xml', part);
  });
  // No entity is declared without one, and saxes expands none (ECMA-376-2, section 8.3.2.1: there is to be none).
  parser.on('doctype', () => {
    throw damaged('doctype', part);
  });
  parser.on('opentag', ({ name, attributes }) => {
    silence = 0;
    depth += 1;
    if (depth > deepest) throw damaged('nesting', part);
    if (depth === 1) {
      prefix = name.slice(0, name.indexOf(':') + 1);
      if (name !== prefix + root) throw damaged('other-part', part);
    }
    const local = localName(name, prefix);
    if (extensionDepth > 0 || local === 'extLst') extensionDepth += 1;
    else if (local !== undefined) handler.open(local, attributes as Attributes);
  });
  parser.on('closetag', ({ name }) => {
    silence = 0;
    depth -= 1;
    if (extensionDepth > 0) {
      extensionDepth -= 1;
      return;
    }
    const local = localName(name, prefix);
    if (local !== undefined) handler.close(local);
  });
  const text = (text: string) => {
    if (extensionDepth === 0) handler.text(text);
  };
  parser.on('text', text);
  parser.on('cdata', text);

  for (const piece of decoded(part, bytes)) {
    // A text, a tag or a comment without end would be kept until the memory is full.
    silence += piece.length;
    if (silence > longestSilence) throw damaged('xml', part);
    parser.write(piece);
  }
  parser.close();
}

function localName(name: string, prefix: string): string | undefined {
  if (prefix === '') return name.includes(':') ? undefined : name;
  return name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
}

/** Parts are in UTF-8 or UTF-16 (ECMA-376-2, section 8.3.2.1), which a byte order mark tells apart. */
function* decoded(part: string, bytes: Uint8Array): Iterable<string> {
  const decoder = new TextDecoder(encodingOf(bytes), { fatal: true });
  for (let start = 0; start < bytes.length; start += pieceLength) {
    const end = Math.min(start + pieceLength, bytes.length);
    try {
      yield decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length });
    } catch {
      throw damaged('xml', part);
    }
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}
