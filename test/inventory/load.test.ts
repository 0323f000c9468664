import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { locateProblem } from '../../src/evaluate/locate.ts';
import type { InventoryFile } from '../../src/inventory/file.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { inFolder, load, loadFiles } from '../support/load.ts';

/** `file:line:column-line:column #document pointer code`, as reports show it. */
function shown(file: InventoryFile): string[] {
  return file.problems.map((problem) => {
    const { line, column, endLine, endColumn, pointer, document, file: name } = locateProblem(file, problem);
    const code = problem.kind === 'unreadable' ? problem.reason : problem.problem.code;
    return `${name}:${line}:${column}-${endLine}:${endColumn} #${document} ${pointer} ${code}`;
  });
}

describe('a file', () => {
  test('that cannot be opened is a problem of its own, and the others are read', async () => {
    await inFolder({ 'a.yaml': 'assets:\n  - { id: a, name: A }\n' }, async (folder) => {
      await mkdir(path.join(folder, 'b.yaml'));
      const files = ['a.yaml', 'b.yaml', 'gone.yaml'].map((name) => path.join(folder, name));
      const loaded = await loadFiles(workTree, files, { directory: folder });
      expect(loaded.map(({ path: name, yaml }) => [name, yaml.readable])).toEqual([
        ['a.yaml', true],
        ['b.yaml', false],
        ['gone.yaml', false],
      ]);
      expect(loaded.flatMap(shown)).toEqual(['b.yaml:1:1-1:1 #0  EISDIR', 'gone.yaml:1:1-1:1 #0  ENOENT']);
    });
  });

  test('that is broken is told of with what else is wrong in it, and the others are read', async () => {
    const inventory = await load({
      'a.yaml': 'assets:\n  - { id: a, name: A }\n',
      'b.yaml': 'assets:\n  - id: b\n   name: B\n  - form: x\n',
      'c.yaml': Buffer.from([0x61, 0x3a, 0x20, 0x8e, 0x91]),
      'd.yaml': 'systems:\n  - { id: d, name: D }\n',
    });
    expect(inventory.files.flatMap(shown)).toEqual([
      'b.yaml:3:1-3:2 #0  syntax',
      'b.yaml:4:5-4:12 #0 /assets/0 missing-key',
      'b.yaml:4:5-4:12 #0 /assets/0 missing-key',
      'b.yaml:4:11-4:12 #0 /assets/0/form not-listed',
      'c.yaml:1:4-1:5 #0  encoding',
    ]);
    expect(inventory.all.map(({ id }) => id)).toEqual(['a', 'd']);
  });

  test('is one of more than are read at once, in their order', async () => {
    const names = Array.from({ length: 150 }, (_, index) => `${index}.yaml`);
    const texts = names.map((name, index) => [name, `assets:\n  - { id: a${index}, name: A }\n`]);
    const inventory = await load(Object.fromEntries(texts));
    expect(inventory.files.map((file) => file.path)).toEqual(names);
    expect(inventory.records('assets').map(({ id }) => id)).toEqual(names.map((_, index) => `a${index}`));
  });
});

describe('problems', () => {
  test('stand in the order of their places, each in its document', async () => {
    const inventory = await load({
      'a.yaml': `---
assets: [{ id: a, name: A, foo: 1 }]
assets: []
---
---
# nothing
--- !tag
bar: [*nobody]
---
- x
`,
    });
    expect(inventory.files.flatMap(shown)).toEqual([
      'a.yaml:2:28-2:31 #0 /assets/0/foo unknown-key',
      'a.yaml:3:1-3:7 #0  duplicate-key',
      'a.yaml:7:5-7:9 #3  unknown-tag',
      'a.yaml:8:1-8:4 #3 /bar unknown-key',
      'a.yaml:8:7-8:14 #3  unknown-alias',
      'a.yaml:10:1-10:4 #4  type',
    ]);
  });

  test('behind an alias stand once, where they are written, whichever section the schema names first', async () => {
    const inventory = await load({
      'a.yaml': `systems:
  - { id: s, name: S, classification: &c { confidentiality: [3] } }
assets:
  - { id: a, name: A, classification: *c }
`,
      'b.yaml': `x-notes: { levels: &c { confidentiality: [3] } }
assets:
  - { id: b, name: B, classification: *c }
`,
    });
    expect(inventory.files.flatMap(shown)).toEqual([
      'a.yaml:2:61-2:64 #0 /systems/0/classification/confidentiality type',
      'b.yaml:3:39-3:41 #0 /assets/0/classification/confidentiality type',
    ]);
  });

  test('have places of one line', async () => {
    const inventory = await load({
      'a.yaml':
        'assets:\n  - id: a\n    name: A\n    form: |\n      x\n      y\n    storage: "x\n      y"\n    x~/y: 1\n',
    });
    expect(inventory.files.flatMap(shown)).toEqual([
      'a.yaml:4:11-4:12 #0 /assets/0/form not-listed',
      'a.yaml:7:14-7:16 #0 /assets/0/storage type',
      'a.yaml:9:5-9:9 #0 /assets/0/x~0~1y unknown-key',
    ]);
  });

  test('name the record around them, as far as it has a name', async () => {
    const inventory = await load({
      'a.yaml': `foo: 1
organization: { name: O, bar: 1 }
assets:
  - { id: a, name: A, storage: { foo: 1 } }
  - { id: b, foo: 1 }
  - { name: C, foo: 1 }
  - { foo: 1 }
  - text
`,
    });
    const records = inventory.files[0]?.problems.map(
      ({ record }) => record && Object.values(record).join(' '),
    );
    expect([...new Set(records)]).toEqual([
      undefined,
      'organization O O',
      'assets a A',
      'assets b b',
      'assets C C',
    ]);
  });
});
