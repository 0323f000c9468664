import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { moduleOf, runCopy } from '../support/program.ts';

const dist = path.resolve(import.meta.dirname, '../../dist');
const argv = [
  'a.yaml',
  '-p',
  'minakami',
  '--rule',
  'classification/manager-assigned',
  '--lang',
  'en',
  '--as-of',
  '2026-11-20',
];
const files = { 'a.yaml': 'assets:\n  - { id: a, name: 住民票, manager: false }\n' };
const compiled = `code/${process.version}-${process.platform}-${process.arch}`;

/** Says at the end what of the program came with code that was taken. */
const observer = moduleOf(`
import vm from 'node:vm';
import { syncBuiltinESMExports } from 'node:module';
const taken = {};
const { Script } = vm;
vm.Script = class extends Script {
  constructor(source, options) {
    super(source, options);
    taken[options.filename.split(/[\\\\/]/).at(-1).replace(/-.*/, '')] = this.cachedDataRejected === false;
  }
};
syncBuiltinESMExports();
process.on('exit', () => process.stderr.write(JSON.stringify(taken)));
`);

interface Run {
  readonly asked: readonly string[];
  /** of the program, what is copied */
  readonly parts: readonly string[];
}

const all = ['bin.js', 'start.js', 'package.json', 'chunks', 'code'];

/** Runs a copy of the program, which is prepared first. */
const run = (prepare: (copy: string) => void, { asked = argv, parts = all }: Partial<Run> = {}) =>
  inFolder(files, (directory) => {
    const copy = path.join(directory, 'program');
    for (const part of parts) cpSync(path.join(dist, part), path.join(copy, part), { recursive: true });
    prepare(copy);
    const ended = runCopy(path.join(copy, 'bin.js'), asked, { directory, preload: observer });
    return Promise.resolve({ ...ended, written: readdirSync(copy, { recursive: true }).length });
  });

const nameOf = (copy: string, chunk: string) =>
  readdirSync(path.join(copy, 'chunks')).find((name) => name.startsWith(`${chunk}-`)) ?? '';

/** What it prints, whatever it was started from. */
const expected = () => inFolder(files, (directory) => sekisho(argv, { directory }));

describe('the program', () => {
  it('takes the code that was compiled when it was built', async () => {
    const { code, stdout, stderr } = await run(() => {});
    expect({ code, stdout }).toEqual({ code: 1, stdout: (await expected()).stdout });
    expect(JSON.parse(stderr)).toMatchObject({ 'program.js': true, check: true, minakami: true });
  });

  it('says the same from a damaged file of it, as from another text of the program', async () => {
    const { code, stdout, stderr } = await run((copy) => {
      const file = path.join(copy, compiled, nameOf(copy, 'check').replace('.js', '.code'));
      const bytes = readFileSync(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
      writeFileSync(file, bytes);
      const chunk = path.join(copy, 'chunks', nameOf(copy, 'minakami'));
      writeFileSync(chunk, readFileSync(chunk, 'utf8').replace('exports', 'exports '));
    });
    expect({ code, stdout }).toEqual({ code: 1, stdout: (await expected()).stdout });
    expect(JSON.parse(stderr)).toMatchObject({ 'program.js': true, check: false, minakami: false });
  });

  it('says the same where there is code for another Node.js alone, and writes nothing beside itself', async () => {
    let before = 0;
    const { code, stdout, stderr, written } = await run((copy) => {
      renameSync(path.join(copy, compiled), path.join(copy, 'code/v18.0.0-linux-x64'));
      before = readdirSync(copy, { recursive: true }).length;
    });
    expect({ code, stdout, stderr, written }).toEqual({
      code: 1,
      stdout: (await expected()).stdout,
      stderr: '{}',
      written: before,
    });
  });

  it('tells its version without any other file', async () => {
    const { version } = JSON.parse(readFileSync(path.join(dist, '../package.json'), 'utf8'));
    const parts = ['bin.js', 'package.json'];
    for (const option of ['--version', '-V'])
      expect(await run(() => {}, { asked: [option], parts })).toMatchObject({
        code: 0,
        stdout: `${version}\n`,
      });
  });
});

it('a command that is named says of itself what help says of it', async () => {
  for (const lang of ['ja', 'en'])
    expect(await sekisho(['check', '--help', '--lang', lang])).toEqual(
      await sekisho(['help', 'check', '--lang', lang]),
    );
});
