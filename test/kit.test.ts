import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { type KitFiles, kitFiles, zipped } from '../scripts/kit/kit.ts';
import pinned from '../scripts/kit/node.json' with { type: 'json' };
import { sekisho } from './support/cli.ts';

const root = path.resolve(import.meta.dirname, '..');
const node = {
  version: '22.1.2',
  endOfSupport: '2027-04-30',
  executable: Buffer.from('MZ'),
  licence: 'Permission is hereby granted\n',
};
let kit: Promise<KitFiles> | undefined;
const files = () => {
  kit ??= kitFiles(root, node);
  return kit;
};
const text = async (file: string) => Buffer.from((await files()).get(file) ?? '').toString();

describe('the kit for Windows', () => {
  it('has the program with its schemas, Node.js, the licences of both, and an example', async () => {
    expect([...(await files()).keys()]).toEqual(
      expect.arrayContaining([
        'はじめに.html',
        'sekisho.cmd',
        'node/node.exe',
        'program/package.json',
        'program/LICENSE',
        'program/dist/bin.js',
        'program/dist/THIRD-PARTY-LICENSES.txt',
        'program/schemas/inventory.schema.json',
        'examples/first-steps/inventory.yaml',
      ]),
    );
    expect(await text('node/LICENSE.txt')).toBe('Permission is hereby granted\r\n');
  });

  it('has command files as cmd.exe reads them: of ASCII, with its line ends', async () => {
    const commands = [...(await files()).keys()].filter((file) => file.endsWith('.cmd'));
    expect(commands).toHaveLength(2);
    for (const file of commands) expect(await text(file)).toMatch(/^(?:[\x20-\x7e]+\r\n)+$/);
  });

  it('says in its guide which versions it holds, and until when that of Node.js is supported', async () => {
    const guide = await text('はじめに.html');
    expect(guide).toContain('22.1.2');
    expect(guide).toContain('2027年4月30日に');
    expect(guide).not.toContain('{{');
  });

  it.each(['docs/releases.md', 'docs/releases.ja.md'])('is described as it is in %s', async (file) => {
    const document = await readFile(path.join(root, file), 'utf8');
    for (const stated of [pinned.version, `**${pinned.endOfSupport}**`]) expect(document).toContain(stated);
    const section = document.split(/^(?=## )/m).find((one) => one.includes('`npm run kit`')) ?? '';
    expect(section).not.toBe('');
    for (const [, named = ''] of section.matchAll(/^- `([^`]+)`/gm))
      expect(
        [...(await files()).keys()].some((one) => one.startsWith(named)),
        named,
      ).toBe(true);
  });

  it('tells in its guide commands and options that there are', async () => {
    const guide = await text('はじめに.html');
    const commands = [...guide.matchAll(/<(?:pre|code)>(sekisho [^<]+)</g)].map(([, line = '']) => line);
    expect(commands.length).toBeGreaterThan(6);
    for (const line of commands) {
      const [, command = '', ...others] = line.split(' ');
      const { code, stdout } = await sekisho([command, '--help']);
      expect(code, line).toBe(0);
      for (const option of others.filter((word) => word.startsWith('-'))) expect(stdout).toContain(option);
    }
  });

  it('is one folder in its archive, whose bytes follow from the files alone', async () => {
    const small = new Map([...(await files())].filter(([file]) => !file.startsWith('program/dist/')));
    const archive = zipped(small, 'sekisho-1.2.3-windows');
    expect(Buffer.compare(archive, zipped(new Map(small), 'sekisho-1.2.3-windows'))).toBe(0);
    const unpacked = unzipSync(archive);
    expect(Object.keys(unpacked)).toEqual([...small.keys()].map((file) => `sekisho-1.2.3-windows/${file}`));
    expect(unpacked['sekisho-1.2.3-windows/node/node.exe']).toEqual(new Uint8Array(node.executable));
  });
});
