import type { Archive } from './archive.ts';
import { workbookPart } from './read.ts';
import { readRelationships } from './relationships.ts';

/**
 * What has to be changed beside a sheet once cells of it are: formulas anywhere in the workbook may count or look up what was
 * changed, so that programs are told to compute them when they open it; and the list of the order in which formulas are computed
 * (ECMA-376-1, section 18.6) goes where it lists a formula that is gone. Programs make it again.
 *
 * @returns the new contents of parts; `undefined` for one that goes
 */
export function recalculated(archive: Archive, dropsFormula: boolean): Map<string, Uint8Array | undefined> {
  const changes = new Map<string, Uint8Array | undefined>();
  const workbook = workbookPart(archive);
  const relationships = readRelationships(archive, workbook);
  const sheets = relationships.filter(({ type }) => type === 'worksheet');
  const hasFormulas = sheets.some(({ part }) => /<(\w+:)?f[\s/>]/.test(textOf(archive, part)));
  if (hasFormulas) change(changes, workbook, textOf(archive, workbook), computedWhenOpened);
  const chain = relationships.find(({ type }) => type === 'calcChain');
  if (!dropsFormula || chain === undefined || !archive.has(chain.part)) return changes;
  changes.set(chain.part, undefined);
  const list = relationshipsOf(workbook);
  change(changes, list, textOf(archive, list), (xml) =>
    xml.replace(/<(?:\w+:)?Relationship\s[^>]*\/calcChain"[^>]*>/, ''),
  );
  const types = '[Content_Types].xml';
  change(changes, types, textOf(archive, types), (xml) =>
    xml.replace(/<(?:\w+:)?Override\s[^>]*\.calcChain\+xml"[^>]*>/, ''),
  );
  return changes;
}

function change(
  changes: Map<string, Uint8Array | undefined>,
  part: string,
  xml: string,
  edit: (xml: string) => string,
): void {
  const edited = edit(xml);
  if (edited !== xml) changes.set(part, Buffer.from(edited));
}

/** `calcPr` stands behind what is listed here (ECMA-376-1, section 18.2.27). */
function computedWhenOpened(xml: string): string {
  const calculation = /<((?:\w+:)?calcPr)\b([^>]*?)(\/?)>/.exec(xml);
  if (calculation !== null) {
    const [whole, name = '', attributes = '', end = ''] = calculation;
    const others = attributes.replace(/\s+fullCalcOnLoad="[^"]*"/, '');
    return xml.replace(whole, () => `<${name}${others} fullCalcOnLoad="1"${end}>`);
  }
  const ends = [...xml.matchAll(/<\/(\w+:)?(?:sheets|functionGroups|externalReferences|definedNames)>/g)];
  const last = ends.at(-1);
  if (last === undefined) return xml;
  const at = last.index + last[0].length;
  return `${xml.slice(0, at)}<${last[1] ?? ''}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`;
}

function relationshipsOf(part: string): string {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  return `${folder}_rels/${part.slice(folder.length)}.rels`;
}

/** Parts beside the sheets are in UTF-8, as every program writes them; in another encoding nothing is found, and all stays. */
function textOf(archive: Archive, part: string): string {
  return archive.has(part) ? Buffer.from(archive.unpack(part)).toString('utf8') : '';
}
