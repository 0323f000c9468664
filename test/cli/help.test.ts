import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';

const commands = [
  '',
  'check',
  'coverage',
  'graph',
  'explain',
  'rules',
  'policies',
  'policies new',
  'test',
  'schema',
  'import netbox',
  'import todo',
  'export todo',
  'completion',
];

describe.each(['ja', 'en'])('the help in %s', (lang) => {
  it.each(commands)(
    'of sekisho %s keeps to 80 columns, Japanese characters counting two',
    async (command) => {
      const argv = [...command.split(' ').filter(Boolean), '--help', '--lang', lang];
      const { stdout, code } = await sekisho(argv, { columns: 80 });
      expect(code).toBe(0);
      expect(stdout.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([]);
      expect(stdout).not.toMatch(/undefined|\[object/);
    },
  );

  it('of check is grouped by what its options are for', async () => {
    expect((await sekisho(['check', '--help', '--lang', lang], { columns: 80 })).stdout).toMatchSnapshot();
  });
});

it('lines of Japanese are as long as there is room for, and begin with no punctuation', async () => {
  const { stdout } = await sekisho(['check', '--help'], { columns: 80 });
  const wrapped = stdout.split('\n').filter((line) => stringWidth(line) > 76);
  expect(wrapped.length).toBeGreaterThan(6);
  expect(stdout).not.toMatch(/^ *[、。）」・]/m);
});
