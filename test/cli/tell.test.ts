import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

// As YAML and JSON write it between double quotes.
const evil = 'x\\n::error::y\\r::stop-commands::z\\u001b[2J\\u202e';
const own = `id: own\ntitle: { ja: "${evil}", en: "${evil}" }\n`;
const clause = `{ ref: "1", title: { ja: "${evil}", en: "${evil}" }, summary: { ja: "${evil}", en: "${evil}" }, modality: must, rules: [{ id: classification/manager-assigned, basis: stated }] }`;
const files = {
  'a.yaml': `organization: { name: "${evil}" }\nassets:\n  - { id: a, name: "${evil}", manager: false }\n`,
  'policy.yaml': `${own}clauses:\n  - ${clause}\n`,
};

function expectHarmless(text: string): void {
  for (const character of ['\u001b', '\u202e']) expect(text).not.toContain(character);
  for (const line of text.split(/\r\n|\r|\n/)) expect(line).not.toMatch(/^\s*::/);
}

describe('what a file of a stranger says', () => {
  it.each<[what: string, added: Readonly<Record<string, string>>, argv: readonly string[]]>([
    ['a key of the configuration', { 'sekisho.config.yaml': `"${evil}": 1\n` }, ['check']],
    ['a rule in it', { 'sekisho.config.yaml': `policy: isesaki\nrules: { "${evil}": error }\n` }, ['check']],
    ['a policy in it', { 'sekisho.config.yaml': `policy: "${evil}"\n` }, ['rules']],
    [
      'the policy of the organization',
      { 'o/o.yaml': `organization: { policy: "${evil}" }\n` },
      ['coverage', 'o'],
    ],
    ['the same, drawn', { 'o/o.yaml': `organization: { policy: "${evil}" }\n` }, ['graph', 'o']],
    [
      'the same, as JSON',
      { 'o/o.yaml': `organization: { policy: "${evil}" }\n` },
      ['check', 'o', '-f', 'json=o.json'],
    ],
    [
      'what a policy extends',
      { 'policy.yaml': `${own}extends: "${evil}"\n` },
      ['explain', '1', '-p', './policy.yaml'],
    ],
    [
      'a key of the baseline',
      { 'b.json': `{ "${evil}": 1 }` },
      ['check', '-p', 'isesaki', '--baseline', 'b.json'],
    ],
    [
      'a name in a NetBox',
      { 'n/dcim.devices.json': `{ "${evil}": 1 }` },
      ['import', 'netbox', 'n', '--out', 'x'],
    ],
  ])('is quoted in one line of stderr: %s', async (_, added, argv) => {
    await inFolder({ ...files, ...added }, async (directory) => {
      for (const lang of ['ja', 'en']) {
        const { code, stdout, stderr } = await sekisho([...argv, '--lang', lang], { directory });
        expect(code).toBe(2);
        expectHarmless(stdout);
        expectHarmless(stderr);
        for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^sekisho: ./);
      }
    });
  });

  it.each<[readonly string[]]>([
    [['check', '.']],
    [['check', '.', '-f', 'html']],
    [['check', '.', '-f', 'junit']],
    [['check', '.', '-f', 'csv']],
    [['check', '.', '-f', 'markdown']],
    [['coverage', '.']],
    [['coverage', '.', '-f', 'markdown']],
    [['coverage', '.', '-f', 'html']],
    [['graph', '.']],
    [['graph', '.', '-f', 'dot']],
    [['graph', '.', '-f', 'svg']],
    [['rules']],
    [['policies']],
    [['policies', 'diff', './policy.yaml', 'minakami']],
    [['policies', 'diff', './policy.yaml', 'minakami', '-f', 'markdown']],
    [['explain', '1']],
    [['explain', 'classification/manager-assigned']],
  ])('begins no line of what %j shows', async (argv) => {
    await inFolder({ ...files, 'sekisho.config.yaml': 'policy: ./policy.yaml\n' }, async (directory) => {
      const { code, stdout, stderr } = await sekisho(argv, { directory });
      expect(stderr).toBe('');
      expect(code).toBeLessThan(2);
      expect(stdout).not.toBe('');
      expectHarmless(stdout);
    });
  });
});
