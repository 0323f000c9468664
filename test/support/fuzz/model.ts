import { stringify } from 'yaml';

/** A record as data, or what stands in the place of one. */
export type Fields = Readonly<Record<string, unknown>>;

/** One item of a section. */
export interface Item {
  /** what is written at its place; absent of an item that is an alias alone */
  readonly own?: unknown;
  /** which of the templates of its section is merged into it, or stands for it */
  readonly template?: number;
}

/** One document of a file. */
export interface Part {
  readonly organization?: unknown;
  readonly sections: Readonly<Record<string, readonly Item[]>>;
  /** what else stands at its root, such as a key that is none or a section that is no list */
  readonly others?: Fields;
}

/** An inventory before it is written: files, each a list of documents. */
export interface Model {
  readonly files: readonly (readonly Part[])[];
  /** records behind anchors, by section */
  readonly templates: Readonly<Record<string, readonly Fields[]>>;
  readonly style: 'flow' | 'block';
}

/** Files by their names. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Writes a model as files. */
export function written(model: Model): Record<string, string> {
  return Object.fromEntries(
    model.files.map((parts, index) => [
      `${String(index).padStart(3, '0')}.yaml`,
      parts.map((part) => document(part, model)).join('---\n'),
    ]),
  );
}

function document({ organization, sections, others }: Part, { templates, style }: Model): string {
  const lines: string[] = [];
  const anchors = new Set<string>();
  for (const [section, items] of Object.entries(sections))
    for (const { template } of items) {
      const found = template === undefined ? undefined : templates[section]?.[template];
      const anchor = `${section}-${template}`;
      if (found === undefined || anchors.has(anchor)) continue;
      anchors.add(anchor);
      lines.push(`x-${anchor}: &${anchor} ${JSON.stringify(found)}`);
    }
  for (const [key, value] of Object.entries(others ?? {})) lines.push(field(key, value));
  if (organization !== undefined) lines.push(block('organization', organization, style));
  for (const [section, items] of Object.entries(sections)) {
    if (items.length === 0) lines.push(`${section}: []`);
    else if (style === 'block' && items.every(({ template }) => template === undefined))
      lines.push(
        block(
          section,
          items.map(({ own }) => own),
          style,
        ),
      );
    else lines.push(`${section}:`, ...items.map((item) => `  - ${itemText(section, item, anchors)}`));
  }
  return `${lines.join('\n')}\n`;
}

function itemText(section: string, { own, template }: Item, anchors: ReadonlySet<string>): string {
  const anchor = `${section}-${template}`;
  if (template === undefined || !anchors.has(anchor)) return JSON.stringify(own ?? null);
  if (!isFields(own)) return `*${anchor}`;
  const fields = JSON.stringify(own).slice(1, -1);
  return `{${fields}${fields === '' ? '' : ', '}<<: *${anchor}}`;
}

function block(key: string, value: unknown, style: Model['style']): string {
  return style === 'flow'
    ? field(key, value)
    : stringify({ [key]: value }, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
}

function field(key: string, value: unknown): string {
  return `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where an item stands: in which file, document and section, or as its organization. */
interface Slot {
  readonly file: number;
  readonly part: number;
  readonly section: string;
  readonly index: number;
}

/**
 * The same records in another order, which means the same. Those of one id keep theirs, since the first of them is the one
 * that references mean; and records behind anchors stay in their document.
 */
export function shuffled(model: Model, random: () => number): Model {
  const slots = slotsOf(model);
  const hasTemplates = slots.some((slot) => at(model, slot).template !== undefined);
  const room = ({ file, part, section }: Slot) => (hasTemplates ? `${file} ${part} ${section}` : section);
  const taken = new Map<Slot, Item>();
  for (const group of grouped(slots, room)) {
    const from = permuted(group, random);
    // Among those of one id, the first comes first again.
    const places = new Map<string, Slot[]>();
    for (const [index, slot] of group.entries()) {
      const key = identity(model, from[index] as Slot);
      places.set(key, [...(places.get(key) ?? []), slot]);
    }
    const next = new Map<string, number>();
    for (const source of group) {
      const key = identity(model, source);
      const count = next.get(key) ?? 0;
      next.set(key, count + 1);
      taken.set(places.get(key)?.[count] as Slot, at(model, source));
    }
  }
  const item = new Map(
    [...taken].map(([{ file, part, section, index }, one]) => [[file, part, section, index].join(), one]),
  );
  return {
    ...model,
    files: model.files.map((parts, file) =>
      parts.map((part, index) => {
        const organization = item.get([file, index, 'organization', 0].join());
        return {
          ...part,
          ...(organization && { organization: organization.own }),
          sections: Object.fromEntries(
            permuted(Object.entries(part.sections), random).map(([section, items]) => [
              section,
              items.map((_, place) => item.get([file, index, section, place].join()) ?? {}),
            ]),
          ),
        };
      }),
    ),
  };
}

function slotsOf({ files }: Model): Slot[] {
  return files.flatMap((parts, file) =>
    parts.flatMap(({ organization, sections }, part) => [
      ...(organization === undefined ? [] : [{ file, part, section: 'organization', index: 0 }]),
      ...Object.entries(sections).flatMap(([section, items]) =>
        items.map((_, index) => ({ file, part, section, index })),
      ),
    ]),
  );
}

function at({ files }: Model, { file, part, section, index }: Slot): Item {
  const found = files[file]?.[part];
  return section === 'organization'
    ? { own: found?.organization }
    : (found?.sections[section]?.[index] ?? {});
}

function grouped(slots: readonly Slot[], key: (slot: Slot) => string): Slot[][] {
  const groups = new Map<string, Slot[]>();
  for (const slot of slots) groups.set(key(slot), [...(groups.get(key(slot)) ?? []), slot]);
  return [...groups.values()];
}

/** What tells a record from the others of its section. */
function identity(model: Model, slot: Slot): string {
  if (slot.section === 'organization') return '';
  const { own, template } = at(model, slot);
  const behind = template === undefined ? undefined : model.templates[slot.section]?.[template];
  const fields = { ...behind, ...(isFields(own) ? own : {}) } as { id?: unknown; name?: unknown };
  return String(fields.id ?? fields.name ?? '');
}

function permuted<Value>(values: readonly Value[], random: () => number): Value[] {
  const result = [...values];
  for (let last = result.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as Value, result[last] as Value];
  }
  return result;
}

/** Random numbers that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
