import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { rules } from '../../rules/index.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { viewsOf } from '../../src/evaluate/policy-view.ts';
import { examineAll } from '../../src/inventory/evidence.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import type { InventoryFile } from '../../src/inventory/load.ts';
import { builtInPolicyIds, loadPolicy, ruleCatalogue } from '../../src/policy/load.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { AnyRule } from '../../src/rule.ts';
import type { Shape } from '../../src/schema/shape.ts';
import { findFiles } from '../../src/tree/find-files.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { evidenceBelow, inFolder, loadFiles } from '../support/load.ts';
import { policiesFor, running } from '../support/rule-examples.ts';

/**
 * What the vocabulary has room for is judged, or its description says that it is not: who fills in a field may rely on
 * that. Every rule judges its own examples, and all rules judge the examples of the repository, on records that tell
 * which fields are asked for, whether they are there or not.
 */
const root = path.resolve(import.meta.dirname, '../..');

/** A field of the vocabulary: `assets.storage.locked`, `organization.roles[].post`. */
interface Field {
  readonly name: string;
  readonly shape: Shape;
}

/** The fields that hold a value of their own; what only holds others is read with them. */
function fieldsBelow(shape: Shape, name: string): Field[] {
  const properties = Object.entries(shape.properties ?? {});
  if (properties.length > 0)
    return properties.flatMap(([key, property]) => fieldsBelow(property, `${name}.${key}`));
  const { items } = shape;
  if (items?.properties !== undefined) return fieldsBelow(items, `${name}[]`);
  // What a list of references refers to is said of its items, what the list is for of itself.
  return [{ name, shape: items?.refersTo === undefined ? shape : { ...shape, refersTo: items.refersTo } }];
}

const fields = Object.entries(inventoryShape.properties ?? {})
  .map(([section, shape]) => [section, shape.items ?? shape] as const)
  .filter(([, record]) => record.properties !== undefined)
  .flatMap(([section, record]) => fieldsBelow(record, section));

/** By which a record is told from others and shown, and by which the policy is chosen: these are no rule's to judge. */
const identifying = /^[^.]+\.(?:id|name)$|^organization\.policy$/;

/** Evidence is looked at before any rule is asked: files as files, an address as what it is. */
const evidence = /\.evidence\[\]\.(?:path|sha256|url)$/;

/** Integrity rules that go through all fields of a kind ask for nothing in particular. */
const general = new Set(
  rules.filter(({ appliesTo }) => [appliesTo].flat().includes('records')).map(({ id }) => id),
);

/** Records every field that is asked for below a record, also one that is not there. */
function recording<Value>(value: Value, name: string, read: Set<string>): Value {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key, receiver) {
      const held: unknown = Reflect.get(target, key, receiver);
      if (typeof key === 'symbol') return held;
      if (Array.isArray(target)) return /^\d+$/.test(key) ? known(held, `${name}[]`, read) : held;
      read.add(`${name}.${key}`);
      return known(held, `${name}.${key}`, read);
    },
  });
}

const proxies = new WeakMap<object, unknown>();

/** Rules tell records apart by the object. */
function known(value: unknown, name: string, read: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const proxy = proxies.get(value) ?? recording(value, name, read);
  proxies.set(value, proxy);
  return proxy;
}

/** @returns the content of a file with records that tell what is read of them */
function withRecords(root: unknown, read: Set<string>): unknown {
  if (typeof root !== 'object' || root === null) return root;
  return Object.fromEntries(
    Object.entries(root).map(([section, content]) => [
      section,
      Array.isArray(content)
        ? content.map((record) => known(record, section, read))
        : known(content, section, read),
    ]),
  );
}

async function judge(
  files: readonly InventoryFile[],
  folder: string,
  policies: readonly Policy[],
  run: readonly AnyRule[],
  read: Set<string>,
) {
  const examined = await examineAll(new Inventory(files), evidenceBelow(folder));
  const inventory = new Inventory(
    files.map((file) => ({
      ...file,
      yaml: Object.assign(Object.create(Object.getPrototypeOf(file.yaml)), file.yaml, {
        documents: file.yaml.documents.map((document) => ({
          ...document,
          value: withRecords(document.value, read),
        })),
      }),
    })),
  );
  read.clear();
  const { errors } = evaluate({
    inventory,
    evidence: examined.evidence,
    views: viewsOf(inventory, policies),
    rules: run.filter(({ id }) => !general.has(id)),
    catalogue: rules,
    weights: { rules: {} },
    asOf: '2026-11-20',
  });
  expect(errors).toEqual([]);
}

describe('the vocabulary of the inventory', () => {
  const read = new Set<string>();
  const collect = (some: ReadonlySet<string>) => {
    for (const field of some) read.add(field);
  };

  beforeAll(async () => {
    for (const rule of rules) {
      for (const yaml of Object.values(rule.examples)) {
        if (typeof yaml !== 'string') continue;
        await inFolder({ 'example.yaml': yaml }, async (folder) => {
          const some = new Set<string>();
          const files = await loadFiles(workTree, [path.join(folder, 'example.yaml')], { directory: folder });
          await judge(files, folder, policiesFor(rule), running(rule), some);
          collect(some);
        });
      }
    }
    const policies = await Promise.all(
      builtInPolicyIds.map((id) => loadPolicy(id, root, ruleCatalogue(rules))),
    );
    for (const example of readdirSync(path.join(root, 'examples'))) {
      if (['ci', 'netbox'].includes(example)) continue;
      const folder = path.join(root, 'examples', example);
      const { files } = await findFiles(workTree, [folder], root);
      const some = new Set<string>();
      await judge(await loadFiles(workTree, files, { directory: root }), folder, policies, rules, some);
      collect(some);
    }
  }, 120_000);

  const isJudged = ({ name, shape }: Field) =>
    read.has(name) || shape.refersTo !== undefined || identifying.test(name) || evidence.test(name);
  const saysNot = ({ shape }: Field) => [
    /(?:^|。)判定には用いない/.test(shape.about?.ja ?? ''),
    /\bnot judged\b/.test(shape.about?.en ?? ''),
  ];

  const unread = (some: readonly Field[]) =>
    some.filter((field) => !isJudged(field) && saysNot(field).includes(false)).map(({ name }) => name);

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
