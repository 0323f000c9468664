import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { inventoryShape } from '../../generated/shapes.ts';
import { rules } from '../../rules/index.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { viewsOf } from '../../src/evaluate/policy-view.ts';
import { settleWords } from '../../src/inventory/check-file.ts';
import type { InventoryFile } from '../../src/inventory/file.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { readFiles } from '../../src/inventory/load.ts';
import { axes, type Policy } from '../../src/policy/policy.ts';
import type { AnyRule, Issue, Outcome } from '../../src/rule.ts';
import type { Shape } from '../../src/schema/shape.ts';
import { policiesFor, running } from './example-policies.ts';
import { filesIn, parsing, root, writeGenerated } from './files.ts';

/** What one rule has to do with the fields of the vocabulary: `assets.storage.locked`, `organization.roles.post`. */
interface Use {
  /** the fields that its issues name: what it asks for */
  readonly judged: Set<string>;
  /** the fields that it looks at */
  readonly read: Set<string>;
}

/** What is read outside rules: the scope of policies, exceptions, which sections are declared whole. */
const program = 'program';

/** The example that shows most of the vocabulary; rules meet in it what their own examples leave out. */
const story = 'examples/city';

/**
 * Writes `generated/fields-read.ts`: which fields every rule judges, and which it reads besides. Nobody declares that: the
 * rules judge examples on records that tell what is asked of them, whether it is there or not.
 */
export async function generateFieldsRead(): Promise<void> {
  const uses = await usesOfRules();
  for (const use of uses.values()) judgeAxesAlike(use);
  const known = new Set(fieldsBelow(inventoryShape, ''));
  const listed = Object.fromEntries(
    [...uses].map(([id, { judged, read }]) => [
      id,
      {
        judged: [...judged].filter((field) => known.has(field)).sort(),
        read: [...read].filter((field) => known.has(field) && !judged.has(field)).sort(),
      },
    ]),
  );
  const { [program]: byProgram, ...byRules } = listed;
  await writeGenerated(
    'generated/fields-read.ts',
    [
      "import { once } from '../src/base/once.ts';",
      "import type { FieldsOfRule } from '../src/lookup/readers.ts';",
      '',
      '/** The fields of the vocabulary that every rule judges and reads, by the id of the rule. */',
      `export const fieldsRead = once((): Readonly<Record<string, FieldsOfRule>> => ${parsing(byRules)});`,
      '',
      '/** The fields that are read outside rules: by the scope of policies, exceptions, or what is declared whole. */',
      `export const fieldsReadByProgram: readonly string[] = ${JSON.stringify(byProgram?.read)};`,
      '',
    ].join('\n'),
  );
}

/** Examples show the levels of one axis: a rule that judges it judges the others that it reads as well. */
function judgeAxesAlike({ judged, read }: Use): void {
  for (const field of [...judged]) {
    const [axis = '', ...parents] = field.split('.').reverse();
    if (!(axes as readonly string[]).includes(axis)) continue;
    for (const other of axes) {
      const alike = [...parents.toReversed(), other].join('.');
      if (read.has(alike)) judged.add(alike);
    }
  }
}

/** The paths of the fields that hold a value of their own, without the marks of lists. */
function fieldsBelow(shape: Shape, name: string): string[] {
  const properties = Object.entries(shape.properties ?? shape.items?.properties ?? {});
  if (properties.length === 0) return [name];
  return properties.flatMap(([key, property]) => fieldsBelow(property, name === '' ? key : `${name}.${key}`));
}

/** Integrity rules that go through all fields of a kind ask for nothing in particular. */
function isGeneral({ appliesTo }: AnyRule): boolean {
  return [appliesTo].flat().includes('records');
}

async function usesOfRules(): Promise<Uses> {
  const uses = new Uses();
  const judging = rules.filter((one) => !isGeneral(one));
  for (const rule of judging)
    for (const yaml of Object.values(rule.examples))
      if (typeof yaml === 'string')
        judge(await load({ 'example.yaml': yaml }), policiesFor(rule), running(rule), uses);
  const files = await load(await readStory());
  // Each on an inventory of its own: what one rule has worked out the next would not read again.
  for (const rule of judging) judge(files, policiesFor(rule), [rule], uses);
  return uses;
}

async function readStory(): Promise<Readonly<Record<string, string>>> {
  const files = (await filesIn(story)).filter((file) => file.endsWith('.yaml')).sort();
  const texts = await Promise.all(files.map((file) => readFile(path.join(root, file), 'utf8')));
  return Object.fromEntries(files.map((file, index) => [file, texts[index] ?? '']));
}

function judge(
  files: readonly InventoryFile[],
  policies: readonly Policy[],
  run: readonly AnyRule[],
  uses: Uses,
): void {
  const inventory = new Inventory(uses.telling(files));
  // A rule that cannot run reads what it has read so far: the tests of its examples say what is wrong with it.
  uses.noting(program, () =>
    evaluate({
      inventory,
      views: viewsOf(inventory, policies),
      rules: run.map((rule) => uses.watched(rule)),
      catalogue: rules,
      weights: { rules: {} },
      asOf: '2026-11-20',
    }),
  );
}

async function load(texts: Readonly<Record<string, string>>): Promise<InventoryFile[]> {
  const contents = new Map(Object.entries(texts).map(([name, text]) => [path.resolve(name), text]));
  const tree = { read: async (file: string) => new TextEncoder().encode(contents.get(file)) };
  return settleWords(await readFiles(tree, [...contents.keys()], { directory: path.resolve() }), new Map());
}

/** What rules ask of records, noted while they run. */
class Uses extends Map<string, Use> {
  readonly #names = new WeakMap<object, string>();
  #proxies = new WeakMap<object, object>();
  /** on whose behalf records are asked: nobody's while they are read from files */
  #running: string | undefined;

  /** @returns files with records that tell what is read of them; new ones each time, since rules keep what they read of a record */
  telling(files: readonly InventoryFile[]): InventoryFile[] {
    this.#proxies = new WeakMap();
    return files.map(({ yaml, ...file }) => {
      const documents = yaml.documents.map((document) => ({
        ...document,
        value: this.#proxied(document.value, ''),
      }));
      const copy = Object.assign(Object.create(Object.getPrototypeOf(yaml)), yaml, { documents });
      return { ...file, yaml: copy };
    });
  }

  /** @returns the rule, noted while it runs */
  watched(rule: AnyRule): AnyRule {
    const check: AnyRule['check'] = (record, context) =>
      this.noting(rule.id, () => {
        const outcome = rule.check(record, context);
        for (const issue of issuesOf(outcome)) this.#noteIssue(rule, issue, record);
        return outcome;
      });
    const { neededKinds } = rule;
    if (neededKinds === undefined) return { ...rule, check };
    const noted = neededKinds.map((kind) => ({
      ...kind,
      includes: (...given: Parameters<typeof kind.includes>) =>
        this.noting(rule.id, () => kind.includes(...given)),
    }));
    return { ...rule, check, neededKinds: noted };
  }

  /** Notes whatever is asked of records meanwhile as asked by somebody. */
  noting<Result>(id: string, run: () => Result): Result {
    const before = this.#running;
    this.#running = id;
    try {
      return run();
    } finally {
      this.#running = before;
    }
  }

  #of(id: string): Use {
    const use = this.get(id) ?? { judged: new Set(), read: new Set() };
    this.set(id, use);
    return use;
  }

  #noteIssue({ id }: AnyRule, { path: place, missing }: Issue, record: object): void {
    const asked = missing !== undefined && 'record' in missing ? missing : { record, path: place };
    const section = this.#names.get(asked.record);
    const field = asked.path.replaceAll(/\.\d+(?=\.|$)/g, '');
    if (section !== undefined) this.#of(id).judged.add(`${section}.${field}`);
  }

  #proxied(value: unknown, name: string): unknown {
    if (typeof value !== 'object' || value === null) return value;
    // Rules tell records apart by the object.
    const known = this.#proxies.get(value);
    if (known !== undefined) return known;
    const proxy = new Proxy(value, {
      get: (target, key, receiver) => {
        const held: unknown = Reflect.get(target, key, receiver);
        if (typeof key === 'symbol') return held;
        if (Array.isArray(target)) return /^\d+$/.test(key) ? this.#proxied(held, name) : held;
        const field = name === '' ? key : `${name}.${key}`;
        if (this.#running !== undefined) this.#of(this.#running).read.add(field);
        return this.#proxied(held, field);
      },
    });
    this.#proxies.set(value, proxy);
    this.#names.set(proxy, name);
    return proxy;
  }
}

function issuesOf(outcome: Outcome): readonly Issue[] {
  if (Array.isArray(outcome)) return outcome;
  return 'path' in outcome ? [outcome as Issue] : [];
}
