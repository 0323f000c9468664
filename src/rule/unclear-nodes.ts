import type { Connection, Segment, Service, System } from '../../generated/records.ts';
import type { InventoryView } from '../inventory/view.ts';
import { mendFilesFirst } from './body.ts';
import { type Issue, notApplicable, type Outcome, pass, type RuleContext, unknown } from './definition.ts';
import { oncePerInventory } from './once-per-inventory.ts';

type NodeRecord = Segment | System | Service;

/**
 * A pass holds only if it is certain which nodes the record joins: an end that is missing, does not exist or is ambiguous
 * may be one that must be kept apart.
 *
 * @param outcome what the network says of the record, as far as it is known
 * @param matters whether it matters to the rule what else is joined to a node
 */
export function unlessUnclear(
  outcome: Issue | typeof pass | typeof notApplicable,
  record: Connection | System,
  context: RuleContext,
  matters: (node: NodeRecord) => boolean = () => true,
): Outcome {
  if (outcome !== pass && outcome !== notApplicable) return outcome;
  if (joiningCertainNodes(context.inventory).has(record)) return outcome;
  const fields = nodeFields(record, context.inventory);
  const unclear = fields.flatMap(([path, id, sections]) => nodeUnclear(path, id, sections, context) ?? []);
  if (unclear.length === 0) return outcome;
  const known = fields.flatMap(([, id, sections]) => findNodes(id, sections, context.inventory));
  return known.length === 0 || known.some(matters) ? unclear : outcome;
}

type NodeSection = 'segments' | 'systems' | 'services';

type NodeField = readonly [path: string, id: string | undefined, sections: readonly NodeSection[]];

const endSections: readonly NodeSection[] = ['segments', 'systems', 'services'];
const homeSections: readonly NodeSection[] = ['segments'];

/**
 * The fields in which a record states which nodes it joins. A system in one segment joins nothing, nor does a network
 * device.
 */
function nodeFields(record: Connection | System, inventory: InventoryView): NodeField[] {
  if (isConnection(record, inventory)) return [endField(record, 'from'), endField(record, 'to')];
  const homes = record.segments ?? [];
  if (record.type === 'network-device' || new Set(homes).size < 2) return [];
  return homes.map((id, index) => [`segments.${index}`, id, homeSections]);
}

function endField(connection: Connection, end: 'from' | 'to'): NodeField {
  return [end, connection[end], endSections];
}

/** Decided by the section: connections without ends and systems without segments look alike. */
function isConnection(record: Connection | System, inventory: InventoryView): record is Connection {
  return connections(inventory).has(record);
}

const connections = oncePerInventory(
  (inventory): ReadonlySet<object> => new Set(inventory.records('connections')),
);

/** @returns the issue of an end of a connection that does not lead to one certain node; `undefined` where it does */
export function endUnclear(
  connection: Connection,
  end: 'from' | 'to',
  context: RuleContext,
): Issue | undefined {
  return nodeUnclear(...endField(connection, end), context);
}

function nodeUnclear(...[path, id, sections, { inventory }]: [...NodeField, RuleContext]): Issue | undefined {
  if (id === undefined) return unknown(path);
  const [field] = path.split('.');
  const found = findNodes(id, sections, inventory);
  const [node] = found;
  if (node === undefined) {
    return inventory.readable
      ? unknown(path, {
          ja: `${field} の「${id}」が台帳になく、どことの通信か判定できません`,
          en: `refers to “${id}” in ${field}, which the inventory does not hold, so that nobody can tell what it joins`,
        })
      : unknown(
          path,
          {
            ja: `${field} の「${id}」が見つかりませんが、読めないファイルがあるため、どことの通信か判定できません`,
            en: `refers to “${id}” in ${field}, which may stand in a file that cannot be read`,
          },
          mendFilesFirst,
        );
  }
  const twin = twins(inventory).get(node);
  if (found.length === 1 && twin === undefined) return undefined;
  const message = {
    ja: `${field} の「${id}」に当たるものが台帳に2件以上あり、どことの通信か判定できません`,
    en: `refers to “${id}” in ${field}, which several records go by, so that nobody can tell what it joins`,
  };
  // Records of different sections are told apart in the reference; records of one section only by changing an id.
  if (found.length > 1 || twin === undefined) return unknown(path, message);
  return unknown(path, message, {
    waits: true,
    missing: { record: twin, path: 'id' },
    remedy: {
      ja: `id が「${id}」である1件のうち一方の id を変え、${field} に、つながる方の id を書いてください。`,
      en: `Change the id of one of the records “${id}”, and write in ${field} that of the one it joins.`,
    },
  });
}

/** The records of which every field leads to one certain node, as most do. Several rules ask of every record. */
const joiningCertainNodes = oncePerInventory((inventory): ReadonlySet<object> => {
  const records = [...inventory.records('connections'), ...inventory.records('systems')];
  return new Set(
    records.filter((record) =>
      nodeFields(record, inventory).every(([, id, sections]) => isCertain(id, sections, inventory)),
    ),
  );
});

/** Whether an id means exactly one node. Cached, since many connections name the same. */
function isCertain(
  id: string | undefined,
  sections: readonly NodeSection[],
  inventory: InventoryView,
): boolean {
  if (id === undefined) return false;
  const known = sections === endSections ? certain(inventory).ends : certain(inventory).homes;
  let answer = known.get(id);
  if (answer === undefined) {
    const [node, ...others] = findNodes(id, sections, inventory);
    answer = node !== undefined && others.length === 0 && !twins(inventory).has(node);
    known.set(id, answer);
  }
  return answer;
}

const certain = oncePerInventory(() => ({
  ends: new Map<string, boolean>(),
  homes: new Map<string, boolean>(),
}));

function findNodes(
  id: string | undefined,
  sections: readonly NodeSection[],
  inventory: InventoryView,
): readonly NodeRecord[] {
  return sections.flatMap((section): NodeRecord | readonly NodeRecord[] => inventory.find(section, id) ?? []);
}

/** For the first record of an id, another record of the same id that differs in the traits below. */
const twins = oncePerInventory((inventory) => {
  const found = new Map<NodeRecord, NodeRecord>();
  for (const section of endSections) {
    for (const node of inventory.records(section)) {
      const first = inventory.firstOfSameId(node) as NodeRecord | undefined;
      if (first !== undefined && traits(first) !== traits(node)) found.set(first, node);
    }
  }
  return found;
});

/** The fields of a node that decide where paths lead, as one text to compare. */
function traits(node: NodeRecord): string {
  const stated = node as unknown as Readonly<Record<string, unknown>>;
  return JSON.stringify(traitFields.map((field) => stated[field] ?? null));
}

const traitFields = [
  ...['agency', 'network', 'layer', 'externalNetwork'],
  ...['type', 'segments', 'forwards', 'sanitisation', 'reachedBy'],
];
