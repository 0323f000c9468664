import { describe, expect, it } from 'vitest';
import { fieldsRead } from '../../generated/fields-read.ts';
import { inventoryShape } from '../../generated/shapes.ts';
import { rules } from '../../rules/index.ts';
import { isReadByProgram } from '../../src/lookup/readers.ts';
import { textsOf } from '../../src/schema/field-texts.ts';
import type { Shape } from '../../src/schema/shape.ts';

/**
 * What the vocabulary has room for is judged, or its description says that it is not: who fills in a field may rely on
 * that. Which fields rules read is found out as they judge their examples (scripts/generate/fields-read.ts).
 */

/** A field of the vocabulary: `assets.storage.locked`, `organization.roles.post`. */
interface Field {
  readonly name: string;
  readonly shape: Shape;
}

/** The fields that hold a value of their own; what only holds others is read with them. */
function fieldsBelow(shape: Shape, name: string): Field[] {
  const properties = Object.entries(shape.properties ?? shape.items?.properties ?? {});
  if (properties.length > 0)
    return properties.flatMap(([key, property]) => fieldsBelow(property, `${name}.${key}`));
  const { items } = shape;
  // What a list of references refers to is said of its items, what the list is for of itself.
  return [{ name, shape: items?.refersTo === undefined ? shape : { ...shape, refersTo: items.refersTo } }];
}

const fields = Object.entries(inventoryShape.properties ?? {})
  .map(([section, shape]) => [section, shape.items ?? shape] as const)
  .filter(([, record]) => record.properties !== undefined)
  .flatMap(([section, record]) => fieldsBelow(record, section));

/** By which a record or a division is told from others and shown, and by which the policy is chosen: no rule's to judge. */
const identifying = /^[^.]+\.(?:id|name)$|^organization\.(?:policy|divisions\.(?:id|name))$/;

/** Evidence is looked at before any rule is asked: files as files, an address as what it is. */
const evidence = /\.evidence\.(?:path|sha256|url)$/;

const read = new Set(Object.values(fieldsRead()).flatMap((one) => [...one.judged, ...one.read]));

const isJudged = ({ name, shape }: Field) =>
  read.has(name) ||
  isReadByProgram(name) ||
  shape.refersTo !== undefined ||
  identifying.test(name) ||
  evidence.test(name);

const saysNot = ({ shape }: Field) => {
  const { about } = textsOf(shape);
  return [/(?:^|。)判定には用いない/.test(about?.ja ?? ''), /\bnot judged\b/.test(about?.en ?? '')];
};

const unread = (some: readonly Field[]) =>
  some.filter((field) => !isJudged(field) && saysNot(field).includes(false)).map(({ name }) => name);

describe('the vocabulary of the inventory', () => {
  it('C: has no field that no rule reads and that does not say so', () => {
    expect(unread(fields)).toEqual([]);
  });

  it('C: says of no field that a rule reads that it is not judged', () => {
    expect(
      fields.filter((field) => isJudged(field) && saysNot(field).includes(true)).map(({ name }) => name),
    ).toEqual([]);
  });

  it('C: notices a field that is new and that no rule reads', () => {
    const assets = inventoryShape.properties?.['assets']?.items;
    const grown = { types: [], properties: { ...assets?.properties, neverAskedFor: { types: ['boolean'] } } };
    expect(unread(fieldsBelow(grown as Shape, 'assets'))).toEqual(['assets.neverAskedFor']);
  });
});

describe('the fields that rules read', () => {
  it('are known of every rule but those that go through all records', () => {
    const general = rules.filter(({ appliesTo }) => [appliesTo].flat().includes('records'));
    const known = Object.keys(fieldsRead());
    // A rule on files reads no field.
    const ofRecords = rules.filter(
      ({ appliesTo }) => !['records', 'files'].some((one) => [appliesTo].flat().includes(one as never)),
    );
    expect(known).toEqual(expect.arrayContaining(ofRecords.map(({ id }) => id)));
    for (const { id } of general) expect(known).not.toContain(id);
  });

  it('tell what a rule asks for from what it only looks at', () => {
    const { judged, read: looked } = fieldsRead()['classification/storage-locked'] ?? {
      judged: [],
      read: [],
    };
    expect(judged).toEqual(['assets.storage.locked']);
    expect(looked).toEqual(
      expect.arrayContaining([
        'assets.classification.confidentiality',
        'assets.facility',
        'facilities.locked',
      ]),
    );
  });

  it('include those of the network, which one rule works out and others use', () => {
    for (const id of ['resilience/mynumber-separation', 'resilience/lgwan-split'])
      expect(fieldsRead()[id]?.read).toEqual(
        expect.arrayContaining(['systems.forwards', 'connections.direction']),
      );
  });
});
