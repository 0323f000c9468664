import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { parseAction } from '@actions/workflow-parser/actions/action-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { sekisho } from './support/cli.ts';
import { inFolder } from './support/load.ts';
import { runScript } from './support/shell.ts';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const { version, bin } = JSON.parse(read('package.json')) as { version: string; bin: Record<string, string> };

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, unknown>>;
}

const action = parse(read('action.yml')) as {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
};
const stepCalled = (name: string) => {
  const step = action.runs.steps.find((one) => one.name === name);
  if (step?.run === undefined) throw new Error(`no step ${name}`);
  return { run: step.run, env: step.env ?? {} };
};

/** The environment of a step, with inputs in the place of what GitHub puts there; what else it asks for is empty. */
function environment(env: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>>) {
  return Object.fromEntries(
    Object.entries(env).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.([a-z-]+) \}\}$/.exec(value)?.[1];
      return [name, input === undefined ? '' : (inputs[input] ?? action.inputs[input]?.default ?? '')];
    }),
  );
}

/** Runs the step that judges, in a folder with an inventory. */
const judge = (
  folder: string,
  inputs: Readonly<Record<string, string>>,
  standIns: Readonly<Record<string, string>> = {},
) => {
  const { run, env } = stepCalled('Judge the inventory');
  const outputs = path.join(folder, 'outputs');
  const summary = path.join(folder, 'summary');
  const ran = runScript(
    run,
    folder,
    {
      ...environment(env, inputs),
      ACTION: root,
      RUNNER_TEMP: path.join(folder, 'tmp'),
      GITHUB_OUTPUT: outputs,
      GITHUB_STEP_SUMMARY: summary,
    },
    standIns,
  );
  const text = (file: string) => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  return {
    ...ran,
    outputs: Object.fromEntries(
      text(outputs)
        .trim()
        .split('\n')
        .map((line) => line.split('=') as [string, string]),
    ),
    summary: text(summary),
  };
};

const hostile = [
  '$(touch pwned)',
  '`touch pwned`',
  '"; touch pwned; "',
  "'; touch pwned; '",
  '--version',
  '* a  b',
];
const faulty = { '台帳/a.yaml': 'assets:\n  - { id: a, name: 住民票, manager: false }\n' };

describe('action.yml', () => {
  it('is an action as GitHub reads them', () => {
    const { context } = parseAction(
      { name: 'action.yml', content: read('action.yml') },
      new NoOperationTraceWriter(),
    );
    expect(context.errors.getErrors().map(String)).toEqual([]);
    const broken = read('action.yml')
      .replace('using: composite', 'using: composed')
      .replace('shell: bash', 'shel: bash');
    const { context: other } = parseAction(
      { name: 'action.yml', content: broken },
      new NoOperationTraceWriter(),
    );
    expect(other.errors.getErrors().length).toBeGreaterThan(0);
  });

  it('puts nothing into a script that somebody else writes', () => {
    for (const { run = '' } of action.runs.steps) expect(run).not.toContain('${{');
  });

  it('uses every input', () => {
    const steps = JSON.stringify(action.runs.steps);
    for (const input of Object.keys(action.inputs)) expect(steps).toMatch(new RegExp(`inputs\\.${input}\\b`));
  });

  it('judges, and hands on reports and the exit code', async () => {
    await inFolder(faulty, async (folder) => {
      const { code, stdout, stderr, outputs, summary } = judge(folder, {
        paths: '台帳',
        policy: 'minakami',
        args: '--lang=en',
      });
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toContain('“住民票” has no manager.');
      expect(outputs['exit-code']).toBe('1');
      expect(JSON.parse(readFileSync(outputs['sarif-file'] ?? '', 'utf8')).version).toBe('2.1.0');
      expect(readFileSync(outputs['comment-file'] ?? '', 'utf8')).toBe(summary);
      expect(summary).toMatch(/^<!-- sekisho -->\n/);
      const { run } = stepCalled('Hand on the exit code');
      expect(runScript(run, folder, { CODE: outputs['exit-code'] ?? '' }).code).toBe(1);
    });
  });

  it('lets the runner take no command from what stands in an inventory, but those of the annotations', async () => {
    const name = '##[add-mask]a';
    const inventory = `assets:\n  - { id: a, name: "${name}", manager: false }\n`;
    await inFolder({ '::stop-commands::b.yaml': inventory }, async (folder) => {
      const judged = () => judge(folder, { policy: 'minakami', sarif: 'false', args: '--timing' });
      const { code, stdout, stderr } = judged();
      expect([code, stderr]).toEqual([0, '']);
      const [, token = '', shown = '', annotations = ''] =
        /^::stop-commands::([0-9a-f-]{36})\n([\s\S]*)^::\1::\n([\s\S]*)$/m.exec(stdout) ?? [];
      expect(stdout).toMatch(/^::stop-commands::/);
      expect(shown).toContain('\\u{23}#[add-mask]a');
      expect(shown).not.toContain(name);
      expect(annotations).toMatch(/^::error .*file=%3A%3Astop-commands%3A%3Ab\.yaml/);
      expect(judged().stdout).not.toContain(token);
    });
  });

  it('writes annotations where there is no code scanning, and fails as asked', async () => {
    await inFolder(faulty, async (folder) => {
      const { stdout, outputs } = judge(folder, {
        paths: '台帳',
        policy: 'minakami',
        sarif: 'false',
        'fail-on': 'never',
      });
      expect(stdout).toMatch(/^::error .*file=台帳\/a\.yaml/m);
      expect(outputs['exit-code']).toBe('0');
      expect(outputs).not.toHaveProperty('sarif-file');
    });
  });

  it('hands on that a run could not be done', async () => {
    await inFolder({}, async (folder) => {
      const { code, outputs } = judge(folder, { paths: '台帳' });
      expect(code).toBe(0);
      expect(outputs).toEqual({ 'exit-code': '2' });
    });
  });

  it.each(hostile)('takes %s for a word, not for a script, wherever it stands', async (word) => {
    await inFolder(faulty, async (folder) => {
      const inputs = {
        paths: `台帳\n${word}`,
        policy: word,
        base: word,
        trust: word,
        'fail-on': word,
        args: `${word}\n--quiet`,
        sarif: word,
        package: word,
      };
      const { calls, code } = judge(folder, inputs, { sekisho: '' });
      expect(code).toBe(0);
      const out = path.join(folder, 'tmp/sekisho');
      expect(calls).toEqual([
        [
          'sekisho',
          'check',
          '--format',
          'text',
          `--format=markdown=${out}/comment.md`,
          `--format=github=${out}/annotations`,
          `--base=${word}`,
          `--trust=${word}`,
          `--fail-on=${word}`,
          '--fail-on-hidden',
          `--policy=${word}`,
          word,
          '--quiet',
          '--',
          '台帳',
          word,
        ],
      ]);
      const { run, env } = stepCalled('Get sekisho');
      const npm = runScript(run, folder, environment(env, { package: word }), { npm: '' });
      expect(npm.calls.at(-1)).toEqual([
        'npm',
        'install',
        '--global',
        '--offline',
        '--no-audit',
        '--no-fund',
        '--ignore-scripts',
        '--',
        `./${word}`,
      ]);
      expect(readdirSync(folder)).not.toContain('pwned');
    });
  });

  it('judges everything where no path is given', async () => {
    await inFolder({}, async (folder) => {
      const { calls } = judge(folder, { paths: '', package: 'tools/sekisho.tgz' }, { sekisho: 'exit 1' });
      expect(calls[0]?.slice(-2)).toEqual(['--', '.']);
    });
  });

  it('builds itself where no package is named', async () => {
    await inFolder({}, async (folder) => {
      const { run } = stepCalled('Get sekisho');
      const { calls } = runScript(run, folder, { PACKAGE: '', ACTION: '/a b' }, { npm: '' });
      expect(calls).toEqual([['npm', '--prefix', '/a b', 'run', '--silent', 'build']]);
    });
  });
});

describe('the comment of action.yml', () => {
  const comment = (folder: string, gh: string) =>
    runScript(
      stepCalled('Comment on the pull request').run,
      folder,
      { GITHUB_REPOSITORY: 'town/ledger', NUMBER: '7', COMMENT: 'c.md' },
      { gh },
    );
  const places = 'repos/town/ledger/issues/7/comments';

  it('is written anew in the place of an earlier one of ours', async () => {
    await inFolder({}, async (folder) => {
      const { code, stdout, calls } = comment(
        folder,
        'case "$*" in *--paginate*) printf "11\\n22\\n";; esac',
      );
      expect([code, stdout]).toEqual([0, '']);
      expect(calls[1]).toEqual([
        'gh',
        'api',
        '--silent',
        '--method',
        'PATCH',
        'repos/town/ledger/issues/comments/11',
        '--field',
        'body=@c.md',
      ]);
    });
  });

  it('is added where there is none', async () => {
    await inFolder({}, async (folder) => {
      const { calls } = comment(folder, '');
      expect(calls.map((call) => call.slice(0, 6))).toEqual([
        ['gh', 'api', '--paginate', places, '--jq', expect.stringContaining('<!-- sekisho -->')],
        ['gh', 'api', '--silent', '--method', 'POST', places],
      ]);
    });
  });

  it('fails nothing where it may not be written', async () => {
    await inFolder({}, async (folder) => {
      for (const gh of ['exit 1', 'case "$*" in *POST*) exit 1;; esac']) {
        const { code, stdout } = comment(folder, gh);
        expect(code).toBe(0);
        expect(stdout).toMatch(/^::warning::sekisho could not comment/);
      }
    });
  });
});

describe('the examples for continuous integration', () => {
  it('github.yml is a workflow as GitHub reads them, and gives the action inputs that it has', async () => {
    const content = read('examples/ci/github.yml');
    const { context, value } = parseWorkflow({ name: 'sekisho.yml', content }, new NoOperationTraceWriter());
    if (value !== undefined) await convertWorkflowTemplate(context, value);
    expect(context.errors.getErrors().map(String)).toEqual([]);
    const { jobs, permissions } = parse(content) as {
      permissions: object;
      jobs: { sekisho: { steps: Step[] } };
    };
    const uses = jobs.sekisho.steps.find((step) => step.uses === './.github/actions/sekisho');
    for (const input of Object.keys(uses?.with ?? {})) expect(Object.keys(action.inputs)).toContain(input);
    expect(permissions).toEqual({});
  });

  it('gitlab-ci.yml judges a merge request by where it is merged, and a branch as it is', async () => {
    const { sekisho: job } = parse(read('examples/ci/gitlab-ci.yml')) as {
      sekisho: { script: string[]; artifacts: { reports: Record<string, string> } };
    };
    const command = job.script.at(-1) ?? '';
    const reports = [
      '--format=text',
      `--format=gitlab=${job.artifacts.reports['codequality']}`,
      `--format=junit=${job.artifacts.reports['junit']}`,
    ];
    await inFolder({}, async (folder) => {
      const branch = runScript(command, folder, {}, { sekisho: '' }).calls;
      expect(branch).toEqual([['sekisho', 'check', '台帳', '--policy=isesaki', ...reports]]);
    });
    await inFolder({}, async (folder) => {
      const request = runScript(
        command,
        folder,
        { SEKISHO_BASE: 'abc $(touch pwned)' },
        { sekisho: '' },
      ).calls;
      const since = ['--changed', '--base=abc $(touch pwned)', '--trust=abc $(touch pwned)'];
      expect(request).toEqual([['sekisho', 'check', '台帳', '--policy=isesaki', ...since, ...reports]]);
      expect(readdirSync(folder)).not.toContain('pwned');
    });
    // The real program takes these options, and writes what GitLab is told of.
    await inFolder(faulty, async (directory) => {
      const { code, stderr } = await sekisho(['check', '台帳', '--policy=isesaki', ...reports], {
        directory,
      });
      expect([code, stderr]).toEqual([0, '']);
      for (const file of Object.values(job.artifacts.reports))
        expect(existsSync(path.join(directory, file))).toBe(true);
    });
  });

  it('install the package of the version that this is, from a file, and nothing by a name that is to be filled in', () => {
    const files = [
      ...readdirSync(path.join(root, 'examples/ci')).map((file) => `examples/ci/${file}`),
      'README.md',
      'README.ja.md',
    ];
    const named = files.flatMap((file) => [...read(file).matchAll(/sekisho-(\d[\w.]*)(?:\.tgz|-windows)/g)]);
    expect(named.length).toBeGreaterThanOrEqual(5);
    expect([...new Set(named.map(([, one]) => one))]).toEqual([version]);
    for (const file of files) {
      expect(read(file)).not.toMatch(/OWNER|sekisho@/);
      for (const [line] of read(file).matchAll(/^.*npm (?:install|exec) .*$/gm))
        expect(line).toMatch(/--offline .*\.\/(?:tools\/)?sekisho-[\d.]+\.tgz/);
    }
  });
});

describe('examples/ci/pre-commit-config.yaml', () => {
  const isFull = (process.env['SEKISHO_FULL'] ?? '') !== '';

  it.runIf(isFull)('runs the package of the repository without a network, and fails as it does', async () => {
    const { repos } = parse(read('examples/ci/pre-commit-config.yaml')) as {
      repos: { repo: string; hooks: { entry: string; args: string[]; language: string }[] }[];
    };
    const [{ repo, hooks } = { repo: '', hooks: [] }] = repos;
    const [hook = { entry: '', args: [], language: '' }] = hooks;
    expect([repo, hook.language]).toEqual(['local', 'system']);
    // Neither of pre-commit's files is read by a shell, but split at blanks.
    const [program = '', ...words] = [...hook.entry.split(' '), ...hook.args];
    await inFolder({ ...faulty, 'tools/.keep': '' }, async (folder) => {
      spawnSync('npm', ['pack', '--ignore-scripts', '--pack-destination', path.join(folder, 'tools')], {
        cwd: root,
      });
      const judged = words.map((word) => word.replace('isesaki', 'minakami'));
      const { stdout, status } = spawnSync(program, judged, {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: folder, npm_config_cache: path.join(folder, '.npm') },
      });
      expect(stdout).toContain('「住民票」は管理責任を負う者が定められていません。');
      expect(status).toBe(1);
    });
  });
});

describe('.pre-commit-hooks.yaml', () => {
  const [hook] = parse(read('.pre-commit-hooks.yaml')) as [
    { id: string; entry: string; language: string; pass_filenames: boolean },
  ];

  it('runs a command that the package installs, with the arguments that it is given', async () => {
    const [program = '', ...argv] = hook.entry.split(' ');
    expect(Object.keys(bin)).toContain(program);
    expect(hook.pass_filenames).toBe(false);
    await inFolder(faulty, async (directory) => {
      const args = ['台帳', '--policy=minakami'];
      const { code, stdout, stderr } = await sekisho([...argv, ...args], { directory });
      expect([code, stderr]).toEqual([1, '']);
      expect(stdout).toContain('住民票');
      expect((await sekisho([...argv, '台帳', '--policy=isesaki'], { directory })).code).toBe(0);
      // Without arguments, the folder that it is run in.
      expect((await sekisho([...argv, '-p', 'minakami'], { directory })).code).toBe(1);
    });
  });

  it('can be installed: pre-commit takes what npm pack prints for the name of a file', async () => {
    const manifest = { name: 'built', version: '1.0.0', scripts: { prepack: 'node --version' } };
    const files = { 'package.json': JSON.stringify(manifest), '.npmrc': read('.npmrc') };
    await inFolder(files, async (cwd) => {
      const { stdout } = spawnSync('npm', ['pack'], { cwd, encoding: 'utf8' });
      expect(stdout).toBe('built-1.0.0.tgz\n');
    });
  });
});
