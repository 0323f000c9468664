import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { parse, stringify } from 'yaml';
import { listSections } from '../../../generated/records.ts';
import { likeOriginal } from '../../../src/export/like/index.ts';
import type { InventoryRecord } from '../../../src/export/like/registers.ts';
import type { LikeResult } from '../../../src/export/like/result.ts';
import { readMapping } from '../../../src/import/register/read-mapping.ts';
import { readState } from '../../../src/register/read-state.ts';
import { sekisho } from '../../support/cli.ts';
import { inFolder } from '../../support/load.ts';

/** The records of an inventory by their sections, as YAML has them. */
export type Inventory = Record<string, Record<string, unknown>[]>;

/** A register that was imported, to be changed and given back. */
export interface ImportedRegister {
  readonly directory: string;
  readonly inventory: Inventory;
  /** Writes the inventory as it is now, and what is to be changed of the mapping. */
  save(): Promise<void>;
  replaceOriginal(bytes: Uint8Array): Promise<void>;
  like(): Promise<LikeResult>;
  /** Imports another state of the register, and says what that changes in the inventory. */
  importAgain(
    bytes: Uint8Array,
  ): Promise<{ readonly code: number; readonly stdout: string; readonly after: Inventory }>;
}

/** Imports a register into a folder of its own, with everything accepted that is guessed. */
export async function importedRegister(
  name: string,
  bytes: Uint8Array | string,
  use: (register: ImportedRegister) => Promise<void>,
  ...options: string[]
): Promise<void> {
  await inFolder({}, async (directory) => {
    const file = path.join(directory, name);
    await writeFile(file, bytes);
    const argv = ['import', 'register', name, '--out', '台帳', '--accept-guesses', ...options];
    const first = await sekisho(argv, { directory });
    expect(first, first.stdout + first.stderr).toMatchObject({ code: 0, stderr: '' });
    const folder = path.join(directory, '台帳');
    const inventory = await readInventory(folder);
    await use({
      directory,
      inventory,
      async save() {
        for (const [section, records] of Object.entries(inventory))
          await writeFile(path.join(folder, `${section}.yaml`), stringify({ [section]: records }));
      },
      async replaceOriginal(other) {
        await writeFile(file, other);
      },
      async like() {
        const mappingText = await readFile(path.join(folder, 'register.mapping.yaml'));
        const { mapping } = await readMapping(mappingText, 'register.mapping.yaml');
        const read = readState(await readFile(path.join(folder, 'register.import.json'), 'utf8'));
        if (!('state' in read)) throw new Error(read.problem.code);
        const original = { name, bytes: await readFile(file) };
        const result = likeOriginal(original, { mapping, state: read.state, records: recordsOf(inventory) });
        if (result === undefined) throw new Error('no sheet of it is known');
        return result;
      },
      async importAgain(changed) {
        await writeFile(file, changed);
        const done = await sekisho(argv, { directory });
        expect(done.stderr).toBe('');
        return { code: done.code, stdout: done.stdout, after: await readInventory(folder) };
      },
    });
  });
}

async function readInventory(folder: string): Promise<Inventory> {
  const inventory: Inventory = {};
  for (const file of await readdir(folder)) {
    const section = listSections.find((one) => file === `${one}.yaml`);
    if (section === undefined) continue;
    inventory[section] = parse(await readFile(path.join(folder, file), 'utf8'))[section] ?? [];
  }
  return inventory;
}

function recordsOf(inventory: Inventory): InventoryRecord[] {
  return listSections.flatMap((section) =>
    (inventory[section] ?? []).map((value) => ({
      ...{ section, value },
      id: String(value['id']),
      name: String(value['name'] ?? value['id']),
    })),
  );
}
