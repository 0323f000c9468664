import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { exampleRuns } from '../support/result.ts';

const root = path.resolve(import.meta.dirname, '../..');

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

describe('the gitlab report', () => {
  it.each(exampleRuns)('of %s has what GitLab asks of every issue', async (folder, ...argv) => {
    for (const lang of ['ja', 'en']) {
      const { stdout } = await sekisho(
        ['check', folder, ...argv, '-f', 'gitlab', '--include', 'unknown,review', '--lang', lang].concat(
          '--as-of',
          '2026-11-20',
        ),
        { directory: root },
      );
      const issues = JSON.parse(stdout) as Issue[];
      expect(issues.length).toBeGreaterThan(0);
      for (const { description, check_name, severity, location } of issues) {
        expect(description).not.toMatch(/^$|[\r\n]/);
        expect(check_name).toMatch(/^[a-z]+\/[a-z-]+$/);
        expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
        expect(location.path).toMatch(/^examples\//);
        expect(location.lines.begin).toBeGreaterThan(0);
      }
      expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    }
  });

  it('says in one line what is wrong, what to do and by which clause', async () => {
    const yaml = 'assets:\n  - id: a\n    name: 住民票\n    manager: false\n';
    await inFolder({ '台帳/a.yaml': yaml }, async (directory) => {
      const argv = ['台帳', '-p', 'minakami', '-f', 'gitlab'];
      const { stdout, code } = await sekisho(argv, { directory });
      expect(code).toBe(1);
      expect(JSON.parse(stdout)).toEqual([
        {
          description: expect.stringMatching(
            /^「住民票」は管理責任を負う者が定められていません。 .+ \[minakami 3\)管理責任\[1\] 管理責任を負う者\]$/,
          ),
          check_name: 'classification/manager-assigned',
          fingerprint: expect.stringMatching(/^v1:/),
          severity: 'critical',
          location: { path: '台帳/a.yaml', lines: { begin: 4, end: 4 } },
        },
      ]);
    });
  });

  it('blocks where the run broke, at a file that there is', async () => {
    await inFolder({ '台帳.yaml': 'assets: []\n' }, async (directory) => {
      const { stdout, code } = await sekisho(['.', '-f', 'gitlab'], { directory });
      expect(code).toBe(2);
      expect(JSON.parse(stdout)).toMatchObject([
        {
          check_name: 'no-policy',
          severity: 'blocker',
          location: { path: '台帳.yaml', lines: { begin: 1 } },
        },
      ]);
    });
  });
});
