import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { languages } from '../../src/base/localized.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { asWritten, type Body, fiveLevels, inverted, policyFile, school } from '../support/own-words.ts';

const city = path.resolve(import.meta.dirname, '../../examples/city');

/** The city of the examples, as a body with words of its own would write it, in a folder of its own. */
function inBody<Result>(body: Body, use: (folder: string) => Promise<Result>): Promise<Result> {
  return inFolder({ 'own.policy.yaml': policyFile(body) }, async (folder) => {
    await cp(city, path.join(folder, 'city'), { recursive: true });
    const files = await readdir(folder, { recursive: true });
    for (const file of files.filter((name) => name.endsWith('.yaml') && name.startsWith('city'))) {
      const text = await readFile(path.join(folder, file), 'utf8');
      const plain = text
        .replaceAll(/^\s*policy:.*$/gm, '')
        .replaceAll(/ #.*$/gm, '')
        .replaceAll(/機密性\d(?:の|以上の)/g, '一部の')
        .replaceAll(/LGWAN接続系|LGWAN系/g, '内部系')
        .replaceAll('LGWAN', '内部網')
        .replaceAll(/インターネット(?:接続)?系/g, '外部系')
        .replaceAll('availability: 3', 'availability: 2');
      await writeFile(path.join(folder, file), asWritten(body, plain));
    }
    return use(folder);
  });
}

const commands: readonly (readonly string[])[] = [
  ...['text', 'json', 'html', 'csv', 'sarif'].map((format) => [
    'check',
    'city',
    '-f',
    format,
    '--show-suppressed',
  ]),
  ...['text', 'html'].map((format) => ['coverage', 'city', '-f', format]),
  ...['mermaid', 'svg'].map((format) => ['graph', 'city', '-f', format]),
  ['rules', '-f', 'json'],
  ...[
    'classification/encryption-at-rest',
    'outsourcing/sns-no-confidential',
    'resilience/layer-assigned',
  ].map((rule) => ['explain', rule]),
  ...['resilience/lgwan-split', 'resilience/internet-monitoring', '第20条'].map((topic) => [
    'explain',
    topic,
  ]),
];

/** What stands in a report and is said by nobody: ids of rules, and the examples of the catalogue. */
function said(report: string, [command]: readonly string[]): string {
  const text = report
    .replaceAll(/(?:resilience|technical)\/[a-z-]+/g, '')
    .replaceAll(/\\n(?:### )?(?:例|Example): .*?(?<!\\)"/g, '"');
  return command === 'explain' ? (text.split(/^ *(?:例|Example)/m)[0] ?? '') : text;
}

const bodies: readonly Body[] = [fiveLevels, inverted, school];

/** Every command with one body in each run of all tests, and with all of them where SEKISHO_FULL asks for the long form. */
function triedWith(body: Body): readonly (readonly string[])[] {
  const full = (process.env['SEKISHO_FULL'] ?? '') !== '';
  return commands.filter((_, index) => full || index % bodies.length === bodies.indexOf(body));
}

describe.each(bodies)('reports to a body of its own words: $name', (body) => {
  it('name no level and no layer that it does not have', async () => {
    await inBody(body, async (directory) => {
      for (const command of triedWith(body))
        for (const language of languages) {
          const asked = [...command, '-p', './own.policy.yaml', '--lang', language];
          const { code, stdout, stderr } = await sekisho(asked, { directory });
          expect([asked.join(' '), code === 2 ? stderr : '']).toEqual([asked.join(' '), '']);
          const lines = said(stdout, command).split(/\n|(?=<)|[。.] ?/);
          expect([asked.join(' '), ...lines.filter((line) => body.foreign.test(line))].slice(0, 8)).toEqual([
            asked.join(' '),
          ]);
        }
    });
  });
});
