import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inRepository } from '../support/git.ts';
import { inFolder } from '../support/load.ts';

const inventory = 'organization:\n  name: 関所町\n  policy: minakami\nassets:\n  - id: a\n    name: 住民票\n';

describe('files that are found and hold no inventory are told of', () => {
  const files = { 'a.yaml': inventory, 'mkdocs.yml': 'site_name: 庁内文書\n', 'empty.yaml': '' };

  // The other formats have one row or one case for each finding, and no place for what is none.
  it.each(['text', 'html', 'markdown', 'sarif', 'sarif-audit', 'github', 'todo'])(
    'by name, in both languages: %s',
    async (format) => {
      await inFolder(files, async (directory) => {
        const [ja = '', en = ''] = await Promise.all(
          ['ja', 'en'].map(
            async (language) =>
              (await sekisho(['.', '-f', format, '--lang', language], { directory })).stdout,
          ),
        );
        // The text breaks its lines, in Japanese within words.
        expect(ja.replaceAll(/\s/g, '')).toContain('mkdocs.ymlは、台帳の区分（assetsなど）が1つもないため');
        expect(ja.replaceAll(/\s/g, '')).toContain('empty.yamlは空です');
        expect(en.replaceAll(/\s+/g, ' ')).toContain('mkdocs.yml: not judged, since there is no section');
        expect(en.replaceAll(/\s+/g, ' ')).toContain('empty.yaml: empty. If something should be there');
      });
    },
  );

  it('five of them by name, and how many others there are', async () => {
    const others = Object.fromEntries(
      Array.from({ length: 7 }, (_, index) => [`other-${index}.yml`, 'site_name: x\n']),
    );
    await inFolder({ 'a.yaml': inventory, ...others }, async (directory) => {
      const { stdout } = await sekisho(['.', '-f', 'markdown', '--lang', 'en'], { directory });
      expect(stdout).toContain('other-4.yml and 2 more: not judged');
    });
  });
});

describe('a file that somebody names is judged, whatever it holds', () => {
  const files = { 'a.yaml': inventory, 'mkdocs.yml': 'site_name: 庁内文書\n' };

  it.each<[how: string, argv: readonly string[], configuration: string | undefined]>([
    ['as a path', ['a.yaml', 'mkdocs.yml'], undefined],
    ['by a pattern', ['*.{yaml,yml}'], undefined],
    ['by `include` of the configuration', ['.'], 'include: ["*.yaml", "*.yml"]\n'],
  ])('%s', async (_, argv, configuration) => {
    const all = { ...files, ...(configuration !== undefined && { 'sekisho.config.yaml': configuration }) };
    await inFolder(all, async (directory) => {
      const { stdout } = await sekisho([...argv, '-f', 'json'], { directory });
      const { notJudged, summary, findings } = JSON.parse(stdout) as {
        notJudged: unknown[];
        summary: { files: number };
        findings: { location: { file: string }; ruleId: string }[];
      };
      expect(notJudged).toEqual([]);
      expect(summary.files).toBe(2);
      expect(findings.filter(({ location }) => location.file === 'mkdocs.yml')).not.toEqual([]);
    });
  });
});

describe('a list of records whose section was forgotten', () => {
  it.each([
    ['alone', '- id: a\n  name: 住民票\n'],
    ['in Japanese', '- 名称: 住民票\n  形態: 紙\n'],
    ['under a key that is none', '端末:\n  - id: a\n    name: 窓口の端末\n'],
    ['in one of several documents', 'site_name: 旧\n---\n- id: a\n  name: 住民票\n'],
  ])('is told of, though nobody names its file: %s', async (_, list) => {
    await inFolder({ 'a.yaml': inventory, 'list.yaml': list }, async (directory) => {
      const { stdout, code } = await sekisho(['.', '-f', 'json'], { directory });
      const { notJudged, findings } = JSON.parse(stdout) as {
        notJudged: unknown[];
        findings: { location: { file: string }; ruleId: string }[];
      };
      expect(notJudged).toEqual([]);
      expect(findings.filter(({ location }) => location.file === 'list.yaml')).not.toEqual([]);
      expect(code).toBe(1);
    });
  });
});

describe('a change that takes the sections out of a file', () => {
  const change = { '台帳/b.yaml': 'site_name: 庁内文書\n' };

  it('hides what was in it', async () => {
    const reviewed = { '台帳/a.yaml': inventory, '台帳/b.yaml': 'systems:\n  - { id: s, name: 住基 }\n' };
    await inRepository(
      reviewed,
      async (place) => {
        await place.commit(change);
        const report = await place.report(['台帳', '--base', 'HEAD~']);
        expect(report.hidden).toContainEqual({ kind: 'file', name: '台帳/b.yaml', reason: 'no-section' });
        const argv = ['台帳', '--base', 'HEAD~', '--fail-on', 'never', '--fail-on-hidden'];
        expect((await place.check(argv)).code).toBe(1);
        const { stdout } = await place.check([...argv, '--lang', 'en', '-f', 'markdown']);
        expect(stdout).toContain('not judged, since it has no section of an inventory any more');
      },
      ['-p', 'minakami'],
    );
  });

  it('hides nothing where there were none', async () => {
    await inRepository(
      { '台帳/a.yaml': inventory, '台帳/b.yaml': 'site_name: 旧\n' },
      async (place) => {
        await place.commit(change);
        expect((await place.report(['台帳', '--base', 'HEAD~'])).hidden).toEqual([]);
      },
      ['-p', 'minakami'],
    );
  });
});
