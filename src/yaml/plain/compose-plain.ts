import type { ComposedDocument, ComposeOptions, Composition } from '../composition.ts';
import { BlockReader } from './block.ts';
import { PlainNodes } from './nodes.ts';
import { handOver, NotPlain } from './not-plain.ts';

/**
 * Reads a text that says nothing but what most files say, in a fraction of the time that the parser of all YAML takes: mappings
 * and lists in blocks and brackets, texts of one line, plain or in quotes, blocks of text, comments, several documents, anchors,
 * aliases and `<<`. It gives the same values and the same tape as that parser, or nothing.
 *
 * @returns `undefined` where the text says anything else, or something is wrong with it
 */
export function composePlain(text: string, options: ComposeOptions = {}): Composition | undefined {
  try {
    return readDocuments(new PlainNodes(text, options));
  } catch (error) {
    if (error instanceof NotPlain) return undefined;
    throw error;
  }
}

function readDocuments(nodes: PlainNodes): Composition {
  const { cursor, tape, limits } = nodes;
  const blocks = new BlockReader(nodes);
  const documents: ComposedDocument[] = [];
  while (cursor.indent >= 0) {
    if (cursor.isAtLine(marker)) {
      cursor.at += marker.length;
      cursor.nextLine();
    } else if (documents.length > 0) handOver();
    if (documents.length === limits.documents) handOver();
    nodes.beginDocument();
    const root = tape.nodes;
    const value = readRoot(nodes, blocks) ?? undefined;
    documents.push({ value, root, end: tape.end });
  }
  return { documents, tape: tape.tape() };
}

/** What begins a document but the first. */
const marker = '---';

function readRoot(nodes: PlainNodes, blocks: BlockReader): unknown {
  const { cursor } = nodes;
  if (cursor.indent < 0 || cursor.isAtLine(marker)) return nodes.pushEmpty();
  if (cursor.indent > 0) handOver();
  const value = blocks.read(-1);
  // A text that is all of a document has rules of its own.
  return typeof value === 'object' && value !== null ? value : handOver();
}
