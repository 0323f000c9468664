import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

function node(...argv: readonly string[]): { code: number | null; stdout: string; stderr: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: 'utf8' });
  return { code: status, stdout, stderr };
}

/** Tests of their own, run by what runs the tests of one rule. */
function run(tests: string, pattern: RegExp) {
  const code = `import { beforeAll, describe, expect, it, run } from './scripts/test-rule/runner.mjs';
${tests}
process.exitCode = (await run(${pattern})) ? 0 : 1;`;
  return node('--input-type=module', '--eval', code);
}

describe('npm run test:rule', () => {
  it('runs the examples and the mutations of a rule, and of no other', () => {
    const { code, stdout } = node('scripts/test-rule/index.mjs', 'technical/mail-spam');
    const told = stdout.trim().split('\n');
    expect(told.filter((line) => !line.includes('technical/mail-spam'))).toEqual([
      `${told.length - 1} passed, 0 failed`,
    ]);
    for (const name of [
      'gives its example of fail',
      'weighs as little',
      'makes technical/mail-spam alone say',
    ])
      expect(stdout).toMatch(new RegExp(`✓ .*${name}`));
    expect(code).toBe(0);
  });

  it.each(['technical/no-such-rule', '', '../scripts', 'policies/minakami.yaml'])('refuses “%s”', (id) => {
    expect(node('scripts/test-rule/index.mjs', id)).toMatchObject({ code: 2, stdout: '' });
  });

  const both = `describe('a/b', () => {
  let ready = false;
  beforeAll(() => { ready = true; });
  it('holds', () => expect(ready).toBe(true));
  it.each([['one', 1], ['two', 2]])('is %s', async (_, number) => expect(number).toBe(1));
});
it('is another', () => { throw new Error('never run'); });`;

  it('fails where a test fails, and shows what was expected', () => {
    const { code, stdout, stderr } = run(both, /^a\/b /);
    expect(stdout.trim().split('\n')).toEqual([
      '✓ a/b holds',
      '✓ a/b is one',
      '✗ a/b is two',
      '2 passed, 1 failed',
    ]);
    expect(stderr).toContain('expected 2 to be 1');
    expect(code).toBe(1);
  });

  it('fails where there is nothing to run, and where what comes before a test fails', () => {
    expect(run(both, /^c\/d /)).toMatchObject({ code: 1, stdout: '0 passed, 0 failed\n' });
    const broken = `describe('a', () => { beforeAll(() => { throw new Error('no'); }); it('b', () => {}); });`;
    expect(run(broken, /^a /)).toMatchObject({ code: 1, stdout: '✗ a b\n0 passed, 1 failed\n' });
  });
});
