import { mkdir, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, it } from 'vitest';
import { examineAll } from '../../src/inventory/evidence.ts';
import { Inventory } from '../../src/inventory/inventory.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { evidenceBelow, inFolder, loadFiles } from '../support/load.ts';

/** Examines one piece of evidence that `town/台帳/a.yaml` names, run in `town`; beside it lies a folder of others. */
async function examined(evidence: string): Promise<{ state: string | undefined; read: string[] }> {
  return inFolder({ 'others/secret.txt': 'x', 'town/報告.txt': 'x' }, async (folder) => {
    const town = path.join(folder, 'town');
    await mkdir(path.join(town, '台帳/根拠'), { recursive: true });
    const home = path.join(town, '台帳');
    await writeFile(path.join(home, 'a.yaml'), `assets:\n  - { id: a, name: A, evidence: [${evidence}] }\n`);
    await writeFile(path.join(home, '根拠/研修.txt'), 'x');
    await writeFile(path.join(home, '..控え.txt'), 'x');
    await symlink(path.join(folder, 'others'), path.join(home, 'link'));
    await symlink('根拠', path.join(home, 'within'));
    const inventory = new Inventory(
      await loadFiles(workTree, [path.join(home, 'a.yaml')], { directory: town }),
    );
    const { evidence: states, files } = await examineAll(inventory, evidenceBelow(town));
    return { state: [...states.values()][0], read: files.map((file) => file.path) };
  });
}

const digest = '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881';

it.each([
  ['a file beside the inventory', '{ path: 根拠/研修.txt }', 'there', '台帳/根拠/研修.txt'],
  ['one below the working directory', '{ path: ../報告.txt }', 'there', '報告.txt'],
  ['one whose name begins with dots', '{ path: ..控え.txt }', 'there', '台帳/..控え.txt'],
  ['one behind a link that stays within', '{ path: within/研修.txt }', 'there', '台帳/within/研修.txt'],
  [
    'one that is what its digest says, however that is typed',
    `{ path: 根拠/研修.txt, sha256: ${digest.toUpperCase()} }`,
    'there',
    '台帳/根拠/研修.txt',
  ],
  [
    'one that is another than its digest says',
    `{ path: 根拠/研修.txt, sha256: ${'0'.repeat(64)} }`,
    'changed',
    '台帳/根拠/研修.txt',
  ],
])('%s is read', async (_, evidence, state, file) => {
  expect(await examined(evidence)).toEqual({ state, read: [file] });
});

it.each([
  ['a file that is not there', '{ path: 根拠/なし.txt }', 'missing'],
  ['a folder', '{ path: 根拠 }', 'unreadable'],
  ['a file of others', '{ path: ../../others/secret.txt }', 'outside'],
  ['a file of others that is not there', '{ path: ../../others/none.txt }', 'outside'],
  ['a file of others behind a link', '{ path: link/secret.txt }', 'outside'],
  ['a file of the system', '{ path: /etc/hostname }', 'outside'],
])('%s is not read', async (_, evidence, state) => {
  expect(await examined(evidence)).toEqual({ state, read: [] });
});
