import type { Archive } from './archive.ts';
import { readXml } from './xml.ts';

/** Where one part leads to another: `type` is the last word of its type, such as `worksheet`, which the strict variant shares. */
export interface Relationship {
  readonly id: string;
  readonly type: string;
  /** the name of the part that it leads to */
  readonly part: string;
}

/**
 * Reads what a part leads to inside of the archive (ECMA-376-2, section 8.5.3). What leads out of it is left out: no link is
 * followed. An archive without such a list leads nowhere.
 *
 * @param part the name of a part, or nothing for the archive itself
 */
export function readRelationships(archive: Archive, part: string): readonly Relationship[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.has(list)) return [];
  const relationships: Relationship[] = [];
  readXml(list, archive.unpack(list), 'Relationships', {
    open(name, { Id: id, Type: type, Target: target, TargetMode: mode }) {
      if (name !== 'Relationship' || mode === 'External') return;
      if (id === undefined || type === undefined || target === undefined) return;
      relationships.push({ id, type: type.slice(type.lastIndexOf('/') + 1), part: resolve(folder, target) });
    },
    close() {},
    text() {},
  });
  return relationships;
}

/** @returns the part that a target means: one that begins with `/` counts from the root, others from the folder of their part */
function resolve(folder: string, target: string): string {
  const segments: string[] = [];
  const path = target.replaceAll('\\', '/');
  for (const segment of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments.join('/');
}
