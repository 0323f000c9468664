import { readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { codeNameOf, compiledFile } from '../../src/start/compiled.ts';
import { type Chunks, loadChunks } from '../../src/start/load.ts';
import { inFolder } from '../support/load.ts';

const files = {
  'first.js': `const second = require("./second.js"), path = require("node:path");
exports.said = second.say("関所") + path.posix.join("/a", "b") + __filename.endsWith("first.js");
exports.where = () => { throw new Error("here"); };`,
  'second.js': 'exports.say = (name) => { const greeting = "よう"; return greeting + name; };',
};

interface First {
  readonly said: string;
  readonly where: () => void;
}

/** Loads the files, whose code lies beside them. */
const load = (folder: string): Chunks => loadChunks(folder, path.join(folder, 'code'), 'first.js');
const first = (chunks: Chunks) => chunks.get('first.js')?.exports as First;

/** By the names of the files: whether their code was taken; `undefined` where there was none that fits. */
const taken = (chunks: Chunks) =>
  Object.fromEntries(
    [...chunks].map(([name, { script }]) => {
      const { cachedDataRejected } = script;
      return [name, cachedDataRejected === undefined ? undefined : !cachedDataRejected];
    }),
  );

/** Keeps the code of all that was loaded. */
function keep(chunks: Chunks, folder: string): void {
  for (const [name, { source, script }] of chunks)
    writeFileSync(
      path.join(folder, 'code', codeNameOf(name)),
      compiledFile(source, script.createCachedData()),
    );
}

const inProgram = (run: (folder: string) => void) =>
  inFolder({ ...files, 'code/.keep': '' }, (folder) => {
    run(folder);
    return Promise.resolve();
  });

const said = 'よう関所/a/btrue';

describe('the files of the program', () => {
  it('are loaded without compiled code, and with it, which is taken where it fits', async () => {
    await inProgram((folder) => {
      const without = load(folder);
      expect(first(without).said).toBe(said);
      expect(taken(without)).toEqual({ 'first.js': undefined, 'second.js': undefined });
      keep(without, folder);
      const loaded = load(folder);
      expect(first(loaded).said).toBe(said);
      expect(taken(loaded)).toEqual({ 'first.js': true, 'second.js': true });
    });
  });

  it('are named in traces, with the place that is in them', async () => {
    await inProgram((folder) => {
      const column = (files['first.js'].split('\n')[2] ?? '').indexOf('new Error') + 1;
      for (let time = 0; time < 2; time++) {
        const loaded = load(folder);
        expect(first(loaded).where).toThrow('here');
        try {
          first(loaded).where();
        } catch (error) {
          expect((error as Error).stack).toContain(`${path.join(folder, 'first.js')}:3:${column}`);
        }
        keep(loaded, folder);
      }
    });
  });

  const damage: readonly (readonly [string, (code: Buffer) => Buffer])[] = [
    ['empty', () => Buffer.alloc(0)],
    ['cut off in what it begins with', (code) => code.subarray(0, 12)],
    ['without anything behind that', (code) => code.subarray(0, 16)],
    ['cut off at its end', (code) => code.subarray(0, code.length - 1)],
    ['longer than it was', (code) => Buffer.concat([code, Buffer.from([0])])],
    ['what another program has made', () => Buffer.from('{"code":"of another program"}')],
    ...[0, 4, 8, 12, 16, 40, 90].map(
      (at) =>
        [
          `changed at ${at}`,
          (code: Buffer) => {
            const changed = Buffer.from(code);
            changed[at] = (changed[at] ?? 0) ^ 0x10;
            return changed;
          },
        ] as const,
    ),
  ];

  it.each(damage)('are compiled where the code is %s', async (_, damaged) => {
    await inProgram((folder) => {
      keep(load(folder), folder);
      const file = path.join(folder, 'code/second.code');
      writeFileSync(file, damaged(readFileSync(file)));
      const loaded = load(folder);
      expect(first(loaded).said).toBe(said);
      expect(taken(loaded)).toEqual({ 'first.js': true, 'second.js': undefined });
    });
  });

  it('are what runs, where the code is of another text of the same length and time', async () => {
    await inProgram((folder) => {
      keep(load(folder), folder);
      const file = path.join(folder, 'second.js');
      writeFileSync(file, files['second.js'].replace('よう', 'おお'));
      utimesSync(file, 0, 0);
      expect(first(load(folder)).said).toBe(said.replace('よう', 'おお'));
    });
  });

  it('are compiled where V8 refuses the code, as that of another version', async () => {
    await inProgram((folder) => {
      const loaded = load(folder);
      keep(loaded, folder);
      // A text that V8 has not compiled yet: it remembers the others.
      const text = files['second.js'].replace('よう', 'やあ');
      const { source, script } = loaded.get('second.js') ?? {};
      const wrapped = Buffer.from(
        Buffer.from(source ?? [])
          .toString()
          .replace(files['second.js'], text),
      );
      const code = Buffer.from(script?.createCachedData() ?? []);
      // What V8 has for its version, behind a mark.
      code.writeUInt32LE(0, 4);
      writeFileSync(path.join(folder, 'second.js'), text);
      writeFileSync(path.join(folder, 'code/second.code'), compiledFile(wrapped, code));
      const again = load(folder);
      expect(first(again).said).toBe(said.replace('よう', 'やあ'));
      expect(taken(again)).toEqual({ 'first.js': true, 'second.js': false });
    });
  });

  it('are loaded once, write nothing, and miss what is not there', async () => {
    await inProgram((folder) => {
      writeFileSync(
        path.join(folder, 'first.js'),
        'exports.same = require("./second.js") === require("./second.js");',
      );
      expect(load(folder).get('first.js')?.exports).toEqual({ same: true });
      expect(readdirSync(path.join(folder, 'code'))).toEqual(['.keep']);
      rmSync(path.join(folder, 'second.js'));
      expect(() => load(folder)).toThrow(/ENOENT.*second\.js/);
    });
  });
});
