import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { domainToASCII } from 'node:url';
import { expect } from 'vitest';
import { coverageFormats, dueFormats, findingFormats, graphFormats } from '../../src/report/formats.ts';
import { sekisho } from './cli.ts';

/** Every format of every command that reports on an inventory, and those that differ by the ending of the file. */
const commands = [
  ['check', [...Object.keys(findingFormats), 'todo.csv', 'todo.md']],
  ['coverage', Object.keys(coverageFormats)],
  ['against', Object.keys(coverageFormats)],
  ['graph', Object.keys(graphFormats)],
  ['due', Object.keys(dueFormats)],
] as const;

/** @returns what each command writes in each of its formats, and what it says besides */
export async function reportsOf(
  folder: string,
  options: readonly string[],
  wanted: readonly string[] = commands.map(([command]) => command),
): Promise<Readonly<Record<string, string>>> {
  const reports: Record<string, string> = {};
  for (const [command, formats] of commands.filter(([name]) => wanted.includes(name))) {
    const argv = command === 'against' ? ['coverage', '--against', 'minakami'] : [command];
    const details =
      command === 'check' ? ['--show-suppressed', '--todo-details', '--include', 'unknown,review'] : [];
    const out = path.join(folder, '.reports', command);
    const outputs = formats.map((name) => {
      const [format = '', ending = format] = name.split('.');
      return { name, format, file: path.join(out, `${name.replace('.', '-')}.${ending}`) };
    });
    await mkdir(out, { recursive: true });
    const run = await sekisho(
      [
        ...[...argv, '.', '--as-of', '2026-11-20', ...options, ...details],
        ...outputs.flatMap(({ format, file }) => ['-f', `${format}=${file}`]),
      ],
      { directory: folder },
    );
    expect(run.code, run.stderr).not.toBe(2);
    reports[`${command} stderr`] = `${run.stderr}${run.stdout}`.padEnd(101);
    // A calendar folds its lines, wherever that cuts a text.
    for (const { name, file } of outputs)
      reports[`${command} ${name}`] = (await readFile(file, 'utf8')).replaceAll('\r\n ', '');
  }
  return reports;
}

/** @returns those of some texts that stand in a report, as they are or in any way to write them that formats have */
export function findable(texts: readonly string[], report: string): readonly string[] {
  const folded = report.toLowerCase();
  return texts.filter((text) => waysToWrite(text).some((way) => folded.includes(way.toLowerCase())));
}

function waysToWrite(text: string): readonly string[] {
  const characters = [...text];
  // Half a pair has no code of its own in an address.
  const isWhole = !/\p{Cs}/u.test(text);
  const code = (character: string) => character.codePointAt(0) ?? 0;
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  const markup = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const ways = [
    text,
    text.normalize('NFKC'),
    JSON.stringify(text).slice(1, -1),
    units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join(''),
    markup,
    markup.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    characters.map((one) => `&#${code(one)};`).join(''),
    characters.map((one) => `&#x${code(one).toString(16)};`).join(''),
    characters.map((one) => (/[\p{L}\p{N} ]/u.test(one) ? one : `\\${code(one).toString(16)} `)).join(''),
    isWhole ? encodeURIComponent(text) : '',
    isWhole ? encodeURI(text) : '',
    text.replaceAll(/[\\`*_{}[\]()#+.!|<>~-]/g, '\\$&'),
    text.replaceAll('/', '~1'),
    domainToASCII(text),
  ];
  return [...new Set(ways)].filter((way) => way !== '');
}
