import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

describe('npm run demo', () => {
  it.each([
    ['ja_JP.UTF-8', '次にすること', '違反 1件、判定不能 1件、要確認 1件'],
    ['en_GB.UTF-8', 'What to do next', '1 violation, 1 unknown, 1 review'],
  ])(
    'teaches in one screen what is found and what to do next, in the language of %s',
    (LANG, next, found) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/demo.ts'], {
        cwd: root,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], LANG },
      });
      expect([status, stderr]).toEqual([0, '']);
      const [shown = '', steps = ''] = stdout.split(next);
      expect(shown).toContain('$ sekisho check examples/first-steps --as-of 2026-11-20\n');
      expect(shown).toContain(found);
      expect(steps).toContain('lockedCase: true');
      expect(steps).toContain('sekisho init');
      for (const other of ['city', 'town', 'second-city', 'union'])
        expect(steps).toContain(`examples/${other} `);
      expect(stdout.split('\n').length).toBeLessThanOrEqual(55);
    },
  );
});
