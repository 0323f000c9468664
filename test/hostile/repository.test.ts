import { execFile, execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import {
  appendFile,
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  rename,
  rm,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../../src/tree/git/process.ts';
import { findGit } from '../../src/tree/git/program.ts';
import { type Run, sekisho } from '../support/cli.ts';
import { Workplace } from '../support/git.ts';
import { type RepositoryAttack, repositoryAttacks } from './repository-attacks.ts';

const system = process.env['PATH'] ?? '';
const options = ['-p', 'minakami', '--as-of', '2026-11-20'];
const assets = (...ids: string[]) =>
  `assets:\n${ids.map((id) => `  - { id: ${id}, name: ${id}, manager: false }\n`).join('')}`;

/** The folder of all that follows: repositories, the programs that they name, and the canaries that these leave. */
let folder: string;
let web: Server;
const inside = (...names: readonly string[]) => path.join(folder, ...names);
const fired = async () => (await readdir(inside('fired'))).sort();
const canaryOf = ({ name }: RepositoryAttack) => name.replaceAll('/', ' ');

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sekisho-'));
  for (const name of ['fired', 'programs', 'base', 'elsewhere']) await mkdir(inside(name));
  for (const [index, attack] of repositoryAttacks.entries())
    await writeProgram(
      inside('programs', `${index}`),
      `#!/bin/sh\n: > '${inside('fired', canaryOf(attack))}'\n`,
    );
  web = createServer(({ url = '' }, response) => {
    const attack = repositoryAttacks[Number(url.split('/')[1])];
    if (attack !== undefined) void writeFile(inside('fired', canaryOf(attack)), '');
    response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve));
  await makeBase(new Workplace(inside('base'), options));
  copyBase(['all']);
  await attackWith(repositoryAttacks, 'all');
});

afterEach(async () => {
  await rm(inside('fired'), { recursive: true });
  await mkdir(inside('fired'));
});

afterAll(async () => {
  await new Promise((resolve) => web.close(resolve));
  await rm(folder, { recursive: true });
});

/** A repository of two branches, with something changed, which has the objects of another repository, too. */
async function makeBase(place: Workplace): Promise<void> {
  await place.write({ '台帳/a.yaml': assets('図面') });
  // Without the samples of hooks, which would be copied again and again.
  place.git('init', '--quiet', '--template=');
  await place.commit();
  place.git('checkout', '--quiet', '-b', 'other');
  await place.commit({ '台帳/a.yaml': assets('地図') });
  place.git('checkout', '--quiet', 'main');
  await place.commit({ '台帳/a.yaml': assets('図面', '名簿') });
  place.git('init', '--quiet', inside('elsewhere'));
  await place.write({ '.git/objects/info/alternates': `${inside('elsewhere/.git/objects')}\n` });
}

/** Copies the repository under other names. */
function copyBase(names: readonly string[]): void {
  execFileSync('sh', ['-c', 'for name; do cp -R base "$name"; done', 'sh', ...names], { cwd: folder });
}

/** Lays attacks into a copy of the repository. */
async function attackWith(attacks: readonly RepositoryAttack[], copy: string): Promise<Workplace> {
  const place = new Workplace(inside(copy), options);
  for (const attack of attacks) {
    const index = repositoryAttacks.indexOf(attack);
    const { port } = web.address() as AddressInfo;
    const filled = (text: string) =>
      text
        .replaceAll('{run}', inside('programs', `${index}`))
        .replaceAll('{canary}', inside('fired', canaryOf(attack)))
        .replaceAll('{web}', `http://127.0.0.1:${port}/${index}`)
        .replaceAll('{folder}', place.folder);
    if (attack.config !== undefined)
      await appendFile(path.join(place.folder, '.git/config'), filled(attack.config));
    for (const [file, text] of Object.entries(attack.files ?? {}))
      await writeProgram(path.join(place.folder, file), filled(text));
  }
  return place;
}

async function writeProgram(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
  if (text.startsWith('#!')) await chmod(file, 0o755);
}

/** Runs sekisho where `PATH` leads into the repository, too. */
function run(place: Workplace, argv: readonly string[]): Promise<Run> {
  const PATH = ['.', '', 'bin', place.folder, path.join(place.folder, 'bin'), system].join(path.delimiter);
  return sekisho([...argv, ...options], {
    directory: place.folder,
    environment: { PATH, LANG: 'ja_JP.UTF-8' },
  });
}

const git = (option: string) => execFileSync('git', [option], { encoding: 'utf8' }).trim();
const numbers = (version = '') => version.match(/\d+/g)?.map(Number) ?? [];
const [major = 0, minor = 0] = numbers(git('--version'));
const programs = [...system.split(path.delimiter), git('--exec-path')];

/** Why the control of an attack comes to nothing here, if it does. */
function missing({ since, needs }: RepositoryAttack): string | undefined {
  const [wantedMajor = 0, wantedMinor = 0] = numbers(since);
  if (major < wantedMajor || (major === wantedMajor && minor < wantedMinor)) return `needs git ${since}`;
  if (needs === undefined || programs.some((entry) => existsSync(path.join(entry, needs)))) return undefined;
  return `needs ${needs}`;
}

describe('git by itself, in a repository with one attack', () => {
  let noticed: readonly string[];

  // One script for all of them: to start git from here takes longer than most of what it does.
  beforeAll(async () => {
    const copies = repositoryAttacks.map((_, index) => `control-${index}`);
    copyBase(copies);
    const lines: string[] = [];
    for (const [index, attack] of repositoryAttacks.entries()) {
      const { folder: copy } = await attackWith([attack], copies[index] ?? '');
      if (missing(attack) === undefined)
        lines.push(`(cd '${copy}'; ${attack.control}) </dev/null >/dev/null 2>&1\n`);
    }
    await writeFile(inside('controls'), `${lines.join('')}:\n`);
    const environment = {
      ...{ GIT_AUTHOR_NAME: '関所', GIT_AUTHOR_EMAIL: 'sekisho@example.jp' },
      ...{ GIT_COMMITTER_NAME: '関所', GIT_COMMITTER_EMAIL: 'sekisho@example.jp' },
      ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_TERMINAL_PROMPT: '0', HOME: folder, PATH: system, TERM: 'dumb' },
    };
    await promisify(execFile)('sh', [inside('controls')], { env: environment });
    noticed = await fired();
  });

  it.for(repositoryAttacks)('fires the canary of $name', (attack, { skip }) => {
    const reason = missing(attack);
    if (reason !== undefined) skip(reason);
    expect(noticed).toContain(canaryOf(attack));
  });
});

describe('a repository with every attack in it', () => {
  it.for([
    'check -f html',
    'check -f sarif-audit',
    'check -f json --base other --trust main~1',
    'check -f json --changed main~1',
    'graph',
    'coverage',
  ])('fires nothing under %s, and changes nothing', async (line) => {
    const [command = '', ...more] = line.split(' ');
    const [harmless, hostile] = [new Workplace(inside('base'), []), new Workplace(inside('all'), [])];
    const result = await run(hostile, [command, '台帳', ...more]);
    expect(await fired()).toEqual([]);
    if (more[1] === 'html' || more[1] === 'sarif-audit')
      expect(result.stdout).toContain(harmless.git('rev-parse', 'HEAD'));
    else expect(result).toEqual(await run(harmless, [command, '台帳', ...more]));
  });

  it.each([
    ['of version 0', ''],
    ['of version 1', '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tpartialClone = by-ext\n'],
    ['by its work tree', 'worktree'],
  ])('fetches nothing that is missing from a partial clone %s', async (kind, settings) => {
    copyBase([kind]);
    const place = await attackWith(repositoryAttacks, kind);
    const config = path.join(place.folder, '.git/config');
    if (settings === 'worktree') {
      await cp(config, path.join(place.folder, '.git/config.worktree'));
      await writeFile(
        config,
        '[core]\n\trepositoryformatversion = 1\n[extensions]\n\tworktreeConfig = true\n',
      );
    } else await appendFile(config, settings);
    const harmless = new Workplace(inside('base'), []);
    const lose = (name: string) => {
      const object = harmless.git('rev-parse', name);
      return rm(path.join(place.folder, '.git/objects', object.slice(0, 2), object.slice(2)));
    };
    await lose('main~1^{tree}');
    expect(await run(place, ['check', '台帳', '--base', 'main~1'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining('内容が手元にありません'),
    });
    await lose('main');
    const html = await run(place, ['check', '台帳', '-f', 'html']);
    expect([html.code, html.stderr]).toEqual([1, '']);
    expect(await fired()).toEqual([]);
  });

  it('fetches nothing even if git were to fetch, as it does without GIT_NO_LAZY_FETCH', async () => {
    const place = new Workplace(inside('all'), []);
    const git = await findGit(place.folder, { PATH: `.${path.delimiter}${system}` });
    if (git === undefined) throw new Error('no git');
    const remotes = repositoryAttacks.flatMap(({ remote }) => remote ?? []);
    expect(remotes.length).toBeGreaterThan(8);
    for (const remote of remotes) {
      const { status, stderr } = await ask(git, place.folder, ['fetch', remote, '--no-tags']);
      expect([remote, status, stderr.toString()]).toEqual([
        remote,
        128,
        expect.stringMatching(/not allowed/),
      ]);
    }
    expect(await fired()).toEqual([]);
  });
});

/** What excludes the other attacks, or one another: what is done to the repository, and what comes of comparing with it. */
const exclusive: readonly [name: string, attack: (place: Workplace) => Promise<unknown>, refusal?: string][] =
  [
    ['core.fsmonitor as a daemon', async (place) => place.git('config', 'core.fsmonitor', 'true')],
    [
      'an extension that nobody knows',
      async (place) => {
        place.git('config', 'core.repositoryFormatVersion', '1');
        place.git('config', 'extensions.evil', 'true');
      },
      'git のリポジトリとして読めません',
    ],
    [
      'a format of the future',
      async (place) => place.git('config', 'core.repositoryFormatVersion', '99'),
      'git のリポジトリとして読めません',
    ],
    [
      'its own data among the files of the inventory',
      async (place) => {
        await rename(path.join(place.folder, '.git'), path.join(place.folder, '台帳/data'));
        await place.write({ '.git': 'gitdir: 台帳/data\n' });
      },
    ],
    ['an index that is none', async (place) => place.write({ '.git/index': 'DIRC and more' })],
    [
      'a pack that is cut off',
      async (place) => {
        place.git('repack', '-a', '-d', '--quiet');
        const packs = path.join(place.folder, '.git/objects/pack');
        const pack = path.join(packs, (await readdir(packs)).find((name) => name.endsWith('.pack')) ?? '');
        await chmod(pack, 0o644);
        await truncate(pack, 40);
      },
      'という git の参照',
    ],
    [
      'a HEAD that is none',
      async (place) => place.write({ '.git/HEAD': 'x' }),
      'git のリポジトリとして読めません',
    ],
    [
      'a configuration that is none',
      async (place) => place.write({ '.git/config': '[' }),
      'git のリポジトリとして読めません',
    ],
  ];

describe('a repository', () => {
  it.each(exclusive)('with %s is read rightly or refused', async (name, attack, refusal) => {
    copyBase([name]);
    const place = new Workplace(inside(name), []);
    await attack(place);
    const argv = ['check', '台帳', '-f', 'json', '--base', 'other', '--changed'];
    const compared = await run(place, argv);
    if (refusal === undefined) expect(compared).toEqual(await run(new Workplace(inside('base'), []), argv));
    else expect(compared).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(refusal) });
    // The audit report only names the commit, and does without.
    expect(await run(place, ['check', '台帳', '-f', 'html'])).toMatchObject({ code: 1, stderr: '' });
    expect(await fired()).toEqual([]);
  });

  it('with every attack in it that has another as a submodule is asked for nothing but that', async () => {
    copyBase(['outer', 'inner']);
    const outer = await attackWith(repositoryAttacks, 'outer');
    await rename(inside('inner'), path.join(outer.folder, 'sub'));
    const commit = outer.git('rev-parse', 'HEAD');
    outer.git('-c', 'core.fsmonitor=', 'update-index', '--add', '--cacheinfo', `160000,${commit},sub`);
    await rm(inside('fired'), { recursive: true });
    await mkdir(inside('fired'));
    const { code, stderr } = await run(outer, ['check', 'sub/台帳', '--base', 'other']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('サブモジュールです')]);
    expect(await fired()).toEqual([]);
  });

  it('with every attack in it is not the one of another folder, whatever a hook of git hands on', async () => {
    const data = inside('all/.git');
    const handedOn = {
      ...{ GIT_DIR: data, GIT_COMMON_DIR: data, GIT_WORK_TREE: inside('all'), GIT_IMPLICIT_WORK_TREE: '0' },
      ...{ GIT_INDEX_FILE: path.join(data, 'index'), GIT_OBJECT_DIRECTORY: path.join(data, 'objects') },
      ...{
        GIT_ALTERNATE_OBJECT_DIRECTORIES: path.join(data, 'objects'),
        GIT_CONFIG: path.join(data, 'config'),
      },
      ...{
        GIT_GRAFT_FILE: path.join(data, 'x'),
        GIT_SHALLOW_FILE: path.join(data, 'y'),
        GIT_PREFIX: '台帳/',
      },
      ...{ GIT_NAMESPACE: 'evil', GIT_REPLACE_REF_BASE: 'refs/heads', GIT_INTERNAL_SUPER_PREFIX: 'evil/' },
      GIT_NO_REPLACE_OBJECTS: '0',
    };
    // None of those is missing here that git itself takes for those of one repository, but for those with settings.
    const local = execFileSync('git', ['rev-parse', '--local-env-vars'], { encoding: 'utf8' })
      .trim()
      .split('\n');
    expect(Object.keys(handedOn)).toEqual(
      expect.arrayContaining(local.filter((name) => !/^GIT_CONFIG_(?:COUNT|PARAMETERS)$/.test(name))),
    );
    const directory = inside('base');
    const argv = ['check', '台帳', '-f', 'json', '--base', 'other', '--changed', ...options];
    const environment = { PATH: system, LANG: 'ja_JP.UTF-8' };
    const harmless = await sekisho(argv, { directory, environment });
    const run = await sekisho(argv, { directory, environment: { ...environment, ...handedOn } });
    expect(run).toEqual(harmless);
    expect(await fired()).toEqual([]);
  });
});
