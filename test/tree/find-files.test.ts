import { mkdir, symlink } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultLimits } from '../../src/base/limits.ts';
import { type FileSelection, type FoundFiles, findFiles } from '../../src/tree/find-files.ts';
import { workTree } from '../../src/tree/work-tree.ts';
import { inFolder } from '../support/load.ts';

interface Request {
  readonly paths: readonly string[];
  /** where relative paths begin, below the folder */
  readonly from?: string;
  readonly selection?: FileSelection;
}

/** Writes empty files and looks for those of the paths; both as paths below the folder. */
function find(
  names: readonly string[],
  { paths, from = '.', selection }: Request,
  prepare?: (folder: string) => Promise<void>,
): Promise<Omit<FoundFiles, 'passedOver' | 'searched'>> {
  return inFolder(Object.fromEntries(names.map((name) => [name, ''])), async (folder) => {
    await prepare?.(folder);
    const given = paths.map((one) => one.replace('<folder>', folder));
    const { files, unreadable, missing } = await findFiles(
      workTree,
      given,
      path.join(folder, from),
      selection,
    );
    const below = (file: string) => path.relative(folder, file).split(path.sep).join('/');
    return {
      files: files.map(below),
      unreadable: unreadable.map((place) => ({ ...place, path: below(place.path) })),
      missing: missing.map((one) => one.replace(folder, '<folder>')),
    };
  });
}

describe('under a folder', () => {
  test('YAML files are found at any depth, in code-unit order', async () => {
    const names = [
      'b.yaml',
      'B.yml',
      'a/z.yaml',
      'a.yaml',
      'a/b/c.yml',
      '台帳.yaml',
      'z.yaml',
      '資産/機器.yaml',
    ];
    const found = await find([...names, 'notes.md', 'data.json', 'x.yaml.bak'], { paths: ['.'] });
    expect(found).toEqual({
      files: ['B.yml', 'a.yaml', 'a/b/c.yml', 'a/z.yaml', 'b.yaml', 'z.yaml', '台帳.yaml', '資産/機器.yaml'],
      unreadable: [],
      missing: [],
    });
  });

  test('hidden files and folders stay aside', async () => {
    const found = await find(['a.yaml', '.b.yaml', '.github/w.yaml', 'c/.d/e.yaml'], { paths: ['.'] });
    expect(found.files).toEqual(['a.yaml']);
  });

  test('configuration, policies, mappings and packages stay aside, at any depth', async () => {
    const names = [
      'a.yaml',
      'sekisho.config.yaml',
      'sub/sekisho.config.yml',
      'policy.yaml',
      'sub/policy.yml',
      'our.policy.yaml',
      'mapping.yml',
      'netbox.mapping.yaml',
      'node_modules/p/x.yaml',
      'sub/node_modules/p/x.yaml',
      'policies.yaml',
      'our-policy.yaml',
    ];
    expect((await find(names, { paths: ['.'] })).files).toEqual([
      'a.yaml',
      'our-policy.yaml',
      'policies.yaml',
    ]);
  });

  test('that is itself hidden, or in node_modules, files are found', async () => {
    const names = ['.hidden/a.yaml', 'node_modules/body/b.yaml'];
    expect((await find(names, { paths: ['.hidden', 'node_modules/body'] })).files).toEqual(names);
    expect((await find(names, { paths: ['.'], from: '.hidden' })).files).toEqual(['.hidden/a.yaml']);
  });

  test.each(['台帳 2026/[第1回]', '台帳 2026/{a,b}', '台帳(新)/*', '!重要', "it's #1"])(
    'named %s, whose name is no pattern',
    async (folder) => {
      const names = [
        `${folder}/資産.yaml`,
        `${folder}/下/機器.yml`,
        '台帳 2026/第/x.yaml',
        '台帳 2026/a/x.yaml',
      ];
      const own = names.slice(0, 2);
      expect((await find(names, { paths: [folder] })).files).toEqual([...own].sort());
      expect((await find(names, { paths: ['.'], from: folder })).files).toEqual([...own].sort());
      expect((await find(names, { paths: [`<folder>/${folder}/`] })).files).toEqual([...own].sort());
    },
  );

  test('YAML files are found whatever the case of their ending, and so are those that stay aside', async () => {
    const names = [
      'A.YAML',
      'b.Yml',
      'sub/C.YML',
      'POLICY.YAML',
      'Our.Policy.YML',
      'NetBox.MAPPING.yaml',
      'Sekisho.Config.YAML',
      'd.YAMLX',
    ];
    expect((await find(names, { paths: ['.'] })).files).toEqual(['A.YAML', 'b.Yml', 'sub/C.YML']);
  });

  test('symbolic links are not followed, to folders, to files, in circles', async () => {
    const found = await find(['in/a.yaml', 'out/secret.yaml'], { paths: ['in'] }, async (folder) => {
      await symlink(path.join(folder, 'out'), path.join(folder, 'in/folder'));
      await symlink(path.join(folder, 'out/secret.yaml'), path.join(folder, 'in/file.yaml'));
      await symlink(path.join(folder, 'in'), path.join(folder, 'in/again'));
      await symlink('../out/secret.yaml', path.join(folder, 'in/once-more.yaml'));
      await symlink('nowhere', path.join(folder, 'in/broken.txt'));
    });
    expect(found).toEqual({ files: ['in/a.yaml'], unreadable: [], missing: [] });
  });

  test('symbolic links that lead nowhere are told of, where a file would be taken', async () => {
    const selection = { include: [], exclude: ['old/**'], limits: defaultLimits };
    const found = await find(['in/a.yaml'], { paths: ['in'], selection }, async (folder) => {
      await mkdir(path.join(folder, 'in/old'));
      await mkdir(path.join(folder, 'in/.hidden'));
      await symlink('nowhere', path.join(folder, 'in/gone.yaml'));
      await symlink('round.YML', path.join(folder, 'in/round.YML'));
      for (const aside of ['gone.txt', 'old/gone.yaml', 'policy.yaml', '.hidden/gone.yaml', '.gone.yaml'])
        await symlink('nowhere', path.join(folder, 'in', aside));
    });
    expect(found).toEqual({
      files: ['in/a.yaml'],
      unreadable: [
        { path: 'in/gone.yaml', what: 'link', reason: 'ENOENT' },
        { path: 'in/round.YML', what: 'link', reason: 'ELOOP' },
      ],
      missing: [],
    });
  });

  test('names may hold line breaks and backslashes', async () => {
    const names = ['a\nb/x.yaml', 'a\u2028b/y.yaml', 'sub\\z.yaml', 'c\r\nd.yaml'];
    expect((await find(names, { paths: ['.'] })).files).toEqual([...names].sort());
  });

  test('a folder named like a file is no file', async () => {
    const found = await find(['x.yaml/a.yaml'], { paths: ['.'] }, async (folder) => {
      await mkdir(path.join(folder, 'y.yaml'));
    });
    expect(found.files).toEqual(['x.yaml/a.yaml']);
  });

  test('a configuration says which files count, and which do not', async () => {
    const names = ['a.yaml', 'b.txt', 'old/c.yaml', 'policy.yaml', '.d.yaml'];
    const selected = (include: string[], exclude: string[]) =>
      find(names, { paths: ['.'], selection: { include, exclude, limits: defaultLimits } });
    expect((await selected([], [])).files).toEqual(['a.yaml', 'old/c.yaml']);
    expect((await selected(['*.txt', 'old/**'], [])).files).toEqual(['b.txt', 'old/c.yaml']);
    expect((await selected([], ['old/**'])).files).toEqual(['a.yaml']);
    expect((await selected(['*.yaml'], ['a.*'])).files).toEqual([]);
  });
});

describe('a path', () => {
  const names = ['a.yaml', 'b.txt', '.h.yaml', 'policy.yaml', 'sekisho.config.yaml', 'node_modules/p/x.yaml'];

  test.each(names)('to the file %s is taken as it is', async (name) => {
    expect(await find(names, { paths: [name] })).toEqual({ files: [name], unreadable: [], missing: [] });
    expect((await find(names, { paths: [`<folder>/${name}`] })).files).toEqual([name]);
  });

  test('to a file with brackets in its name is no pattern', async () => {
    const brackets = ['台帳[1].yaml', '台帳1.yaml'];
    expect((await find(brackets, { paths: ['台帳[1].yaml'] })).files).toEqual(['台帳[1].yaml']);
  });

  test('to the same file counts once, however it is written', async () => {
    const paths = ['a.yaml', './a.yaml', '.', '<folder>/a.yaml', 'node_modules/../a.yaml', '*.yaml'];
    expect((await find(names, { paths })).files).toEqual(['a.yaml']);
  });

  test.each(['nowhere', 'nowhere.yaml', 'no*where', 'nowhere/[第1回]', '<folder>/nowhere', 'empty'])(
    'to %s leads nowhere and is named as given',
    async (given) => {
      const found = await find(names, { paths: ['a.yaml', given] }, async (folder) => {
        await mkdir(path.join(folder, 'empty'));
      });
      expect(found).toEqual({ files: ['a.yaml'], unreadable: [], missing: [given] });
    },
  );

  test('no path, no file', async () => {
    expect(await find(names, { paths: [] })).toEqual({ files: [], unreadable: [], missing: [] });
  });
});

describe('a pattern', () => {
  const names = [
    'one/a.yaml',
    'one/b.json',
    'two/a.yaml',
    'two/mapping.yaml',
    'two/.h.yaml',
    'two/node_modules/p/x.yaml',
    '台帳/a.yaml',
  ];

  test.each<[string, string[]]>([
    ['*/a.yaml', ['one/a.yaml', 'two/a.yaml', '台帳/a.yaml']],
    ['one/*.json', ['one/b.json']],
    ['{one,two}/**/*.yaml', ['one/a.yaml', 'two/a.yaml']],
    ['./台帳/*', ['台帳/a.yaml']],
    ['two/**', ['two/a.yaml']],
    ['<folder>/two/**/*.yaml', ['two/a.yaml']],
  ])('%s takes what it names, and never what is no inventory', async (pattern, files) => {
    expect(await find(names, { paths: [pattern] })).toEqual({ files, unreadable: [], missing: [] });
  });

  test.each<[string, string[]]>([
    ['../two/**/*.yaml', ['two/a.yaml']],
    ['../one/../two/*.yaml', ['two/a.yaml']],
    ['../*/a.yaml', ['one/a.yaml', 'two/a.yaml', '台帳/a.yaml']],
  ])('%s reaches above the folder it is given in', async (pattern, files) => {
    expect(await find(names, { paths: [pattern], from: 'one' })).toEqual({
      files,
      unreadable: [],
      missing: [],
    });
  });

  test('follows no symbolic links', async () => {
    const found = await find(names, { paths: ['one/**/*.yaml'] }, (folder) =>
      symlink(path.join(folder, 'two'), path.join(folder, 'one/link')),
    );
    expect(found.files).toEqual(['one/a.yaml']);
  });
});
