import type { Log } from 'sarif';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type Run, sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

const crash = vi.hoisted(() => ({ what: (): unknown => undefined }));

/** The rule, but that it breaks on one record. */
vi.mock(import('../../rules/classification/manager-assigned.ts'), async (load) => {
  const { managerAssigned } = await load();
  const check = (...given: Parameters<typeof managerAssigned.check>) => {
    if ((given[0] as { id: string }).id === 'broken') throw crash.what();
    return managerAssigned.check(...given);
  };
  return { managerAssigned: { ...managerAssigned, check } };
});

const rule = 'classification/manager-assigned';
const files = {
  'a.yaml': `assets:
  - { id: known, name: 住民票, manager: false }
  - { id: broken, name: 税台帳, manager: 課長 }
  - { id: other, name: 名簿, manager: 課長, classification: { confidentiality: 9 } }
`,
};

/** A message over several lines, with what reads like a command of a pipeline. */
const hostile = 'no\n::error::such\n##[error]thing';

beforeEach(() => {
  crash.what = () => new TypeError('no such thing');
});

function run(argv: readonly string[]): Promise<Run> {
  return inFolder(files, (directory) => sekisho([...argv, '-p', 'minakami', '--lang', 'en'], { directory }));
}

/** @returns the lines that name the rule and say that it crashed */
function crashLines(text: string): string[] {
  return text.split('\n').filter((line) => line.includes(`rule ${rule} crashed`));
}

function showsNoStack({ stdout, stderr }: Run): void {
  expect(stdout + stderr).not.toMatch(/^\s*at .*\(?.*:\d+:\d+\)?$|node_modules|crashing-rule|\bsrc\//m);
}

describe('a rule that crashes', () => {
  it('fails the run with one line, and the rest of the report in text is there', async () => {
    const ended = await run(['a.yaml']);
    expect(ended.code).toBe(2);
    expect(crashLines(ended.stdout + ended.stderr)).toEqual([
      expect.stringContaining('“税台帳”: no such thing'),
    ]);
    expect(ended.stdout).toContain('“住民票” has no manager.');
    expect(ended.stdout).toContain('inventory/');
    showsNoStack(ended);
  });

  it('is an error of the report in JSON, beside the findings', async () => {
    const ended = await run(['a.yaml', '-f', 'json']);
    expect(ended.code).toBe(2);
    const { errors, findings } = JSON.parse(ended.stdout) as {
      errors: { code: string; message: string }[];
      findings: { ruleId: string; verdict: string; record: { id: string } }[];
    };
    expect(errors).toEqual([expect.objectContaining({ code: 'rule-crashed' })]);
    expect(crashLines(errors[0]?.message ?? '')).toHaveLength(1);
    expect(findings).toContainEqual(expect.objectContaining({ ruleId: rule, verdict: 'fail' }));
    expect(findings.some(({ ruleId }) => ruleId !== rule)).toBe(true);
    expect(crashLines(ended.stderr)).toHaveLength(1);
    showsNoStack(ended);
  });

  it.each(['sarif', 'sarif-audit'])('makes %s say that the run was not successful', async (format) => {
    const ended = await run(['a.yaml', '-f', format]);
    expect(ended.code).toBe(2);
    const [one] = (JSON.parse(ended.stdout) as Log).runs;
    const [invocation] = one?.invocations ?? [];
    expect(invocation?.executionSuccessful).toBe(false);
    const notifications = invocation?.toolExecutionNotifications ?? [];
    expect(notifications.filter(({ message }) => crashLines(message.text ?? '').length > 0)).toHaveLength(1);
    expect(one?.results?.map(({ ruleId }) => ruleId)).toContain(rule);
    expect(new Set(one?.results?.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(1);
    showsNoStack(ended);
  });

  it.each(['junit', 'github', 'gitlab', 'markdown', 'csv', 'html'])('is told with %s', async (format) => {
    const ended = await run(['a.yaml', '-f', format]);
    expect(ended.code).toBe(2);
    expect(crashLines(ended.stderr)).toHaveLength(1);
    expect(ended.stdout).toContain('住民票');
    showsNoStack(ended);
  });

  it.each<[string, () => unknown]>([
    ['an error of several lines', () => new Error(hostile)],
    ['a text', () => hostile],
    ['nothing', () => undefined],
    ['an error with the code of the system', () => Object.assign(new Error('x'), { code: 'ENOENT' })],
  ])('with %s is told in one line', async (_, what) => {
    crash.what = what;
    for (const format of ['text', 'json']) {
      const ended = await run(['a.yaml', '-f', format]);
      expect(ended.code).toBe(2);
      expect(ended.stdout).toContain('住民票');
      expect(crashLines(format === 'json' ? ended.stderr : ended.stdout + ended.stderr)).toHaveLength(1);
      expect(ended.stdout + ended.stderr).not.toMatch(/^(?:::|##\[)/m);
      showsNoStack(ended);
    }
  });

  it.each(['--fail-on=never', '--max-warnings=1000', '--quiet'])(
    'fails the run in spite of %s',
    async (option) => {
      const ended = await run(['a.yaml', option]);
      expect(ended.code).toBe(2);
      expect(crashLines(ended.stdout + ended.stderr)).toHaveLength(1);
    },
  );

  it.each(['coverage', 'graph'])('fails %s, too', async (command) => {
    const ended = await run([command, 'a.yaml']);
    expect([ended.code, crashLines(ended.stderr).length]).toEqual([2, 1]);
  });
});
