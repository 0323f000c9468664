import { chmodSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { type Ended, runProgram } from '../support/program.ts';

const only = ['-p', 'minakami', '--rule', 'classification/manager-assigned', '--lang', 'en'];
const asset = 'assets: [{ id: a, name: 住民票, manager: 課長 }]\n';
const files = {
  'a.yaml': asset,
  'evidence.yaml': 'assets: [{ id: b, name: 税, manager: 課長, evidence: [{ path: shut/in/e.txt }] }]\n',
  'body.yaml': 'organization: { name: 関所市, policy: ./shut/in/own.policy.yaml }\nassets: []\n',
  'own.policy.yaml': 'id: own\nextends: ./shut/in/own.policy.yaml\ntitle: { ja: 自, en: Own }\n',
  'configured/sekisho.config.yaml': 'baseline: shut/in/known.json\n',
  'configured/a.yaml': asset,
  'listing/sekisho.config.yaml': 'evidence: [shut/in]\n',
  'listing/a.yaml': asset,
  'configured/shut/in/known.json': '{"schemaVersion":1,"findings":[]}\n',
  'listing/shut/in/e.txt': 'x',
  'shut/in/a.yaml': asset,
  'shut/in/e.txt': 'x',
  'shut/in/known.json': '{"schemaVersion":1,"findings":[]}\n',
  'shut/in/own.policy.yaml': 'id: own\nextends: minakami\ntitle: { ja: 自, en: Own }\n',
};

const shut = ['shut', 'configured/shut', 'listing/shut'];

/** What is named below a folder that nobody may enter. */
const named: Readonly<Record<string, readonly string[]>> = {
  'an inventory': ['shut/in/a.yaml', ...only],
  'one inventory of several': ['evidence.yaml', 'shut/in/a.yaml', ...only],
  'a folder of several': ['a.yaml', 'shut/in', ...only],
  'a pattern among several paths': ['a.yaml', 'shut/in/*.yaml', ...only],
  'an inventory behind a link': ['link.yaml', ...only],
  'a folder that a link leads to': ['a.yaml', 'link', ...only],
  'a policy given': ['a.yaml', '-p', './shut/in/own.policy.yaml', '--lang', 'en'],
  'the policy of the organization': ['body.yaml', '--lang', 'en'],
  'the policy that another extends': ['a.yaml', '-p', './own.policy.yaml', '--lang', 'en'],
  'a baseline': ['a.yaml', ...only, '--baseline', 'shut/in/known.json'],
  'a baseline that is to be made': ['a.yaml', ...only, '--baseline', 'shut/in/new.json', '--update-baseline'],
  'a baseline that a configuration names': ['configured', ...only],
  'the evidence that a configuration lists': ['listing', ...only],
  'a base': ['a.yaml', ...only, '--base', 'shut/in'],
  evidence: ['evidence.yaml', ...only],
  'a report': ['a.yaml', ...only, '-f', 'json=shut/in/report.json'],
  'an account of clauses': ['coverage', 'a.yaml', 'shut/in/a.yaml', '-p', 'minakami', '--lang', 'en'],
  'a drawing': ['graph', 'a.yaml', 'shut/in/a.yaml', '-p', 'minakami', '--lang', 'en'],
  'a list of rules': ['rules', '-p', './shut/in/own.policy.yaml', '--lang', 'en'],
};

/** What is there but cannot be read is neither left out nor called missing. */
function isTold({ code, stdout, stderr }: Pick<Ended, 'code' | 'stdout' | 'stderr'>, reason: string): void {
  const told = stdout + stderr;
  expect(told).toMatch(new RegExp(`${reason}|is there but cannot be read|inventory cannot be read`));
  expect(told).not.toMatch(/no inventory files|no such file|does not exist|not a git repository|defect/);
  expect(told).not.toMatch(/^ +at /m);
  expect([1, 2]).toContain(code);
}

// Permissions do not count for root, who therefore runs the program as nobody.
describe.skipIf(process.platform === 'win32')('below a folder that may not be entered', () => {
  it.each(Object.entries(named))('%s', async (_, argv) => {
    await inFolder(files, async (directory) => {
      symlinkSync('shut/in/a.yaml', path.join(directory, 'link.yaml'));
      symlinkSync('shut/in', path.join(directory, 'link'));
      chmodSync(directory, 0o755);
      for (const folder of shut) chmodSync(path.join(directory, folder), 0o000);
      try {
        isTold(runProgram([...argv], { directory, asNobody: true }), 'EACCES');
      } finally {
        for (const folder of shut) chmodSync(path.join(directory, folder), 0o755);
      }
    });
  });
});

describe.skipIf(process.platform === 'win32')('behind links that lead round', () => {
  it.each(Object.entries(named))('%s', async (name, argv) => {
    const others = Object.fromEntries(Object.entries(files).filter(([file]) => !file.includes('shut/')));
    await inFolder(others, async (directory) => {
      for (const folder of shut) symlinkSync('shut', path.join(directory, folder));
      symlinkSync('shut/in/a.yaml', path.join(directory, 'link.yaml'));
      symlinkSync('shut/in', path.join(directory, 'link'));
      const run = await sekisho(argv, { directory });
      // Evidence is looked for link by link, and not at the end of a chain of them.
      if (name === 'evidence') expect([run.code, run.stdout]).toEqual([1, expect.stringMatching(/link/)]);
      else isTold(run, 'ELOOP|lies outside');
    });
  });
});
