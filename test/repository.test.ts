import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const filesIn = (folder: string) => readdirSync(path.join(root, folder)).map((file) => `${folder}/${file}`);

interface Job {
  readonly 'runs-on': string;
  readonly container?: string;
  readonly permissions?: unknown;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly unknown[]>> };
  readonly steps: readonly {
    readonly uses?: string;
    readonly run?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }[];
}
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

async function errorsOf(content: string): Promise<string[]> {
  const { context, value } = parseWorkflow({ name: 'workflow.yml', content }, new NoOperationTraceWriter());
  if (value !== undefined) await convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(String);
}

describe.each(filesIn('.github/workflows'))('%s', (file) => {
  const content = read(file);
  const { permissions, jobs } = parse(content) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it('is a workflow as GitHub reads them', async () => {
    expect(await errorsOf(content)).toEqual([]);
    expect(await errorsOf(content.replace('runs-on:', 'run-on:'))).not.toEqual([]);
  });

  it('may read the repository and nothing else', () => {
    expect(permissions).toEqual({ contents: 'read' });
    for (const job of Object.values(jobs)) expect(job.permissions).toBeUndefined();
    expect(content).not.toMatch(/secrets\.|pull_request_target/);
    for (const step of steps.filter(({ uses = '' }) => uses.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false);
  });

  it('puts nothing into a script that somebody else writes', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  it('has an end for every job', () => {
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0);
  });
});

it('every action is named by its commit, with the version beside it, the same wherever it is used', () => {
  const files = [...filesIn('.github/workflows'), 'action.yml', 'examples/ci/github.yml'];
  const used = files.flatMap((file) =>
    [...read(file).matchAll(/^ *(?:- )?uses: *(.*)$/gm)].map(([, name = '']) => name),
  );
  // Our own lies in the repository that uses it.
  const foreign = used.filter((name) => !name.startsWith('./'));
  expect(foreign.length).toBeGreaterThan(8);
  for (const name of foreign) expect(name).toMatch(/^[a-z]+\/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  // Actions of one repository are of one commit.
  const repositories = new Set(foreign.map((name) => name.split(/[/@]/).slice(0, 2).join('/')));
  expect(new Set(foreign.map((name) => name.replace(/^([^/]+\/[^/@]+)[^@]*/, '$1'))).size).toBe(
    repositories.size,
  );
});

describe('.github/workflows/ci.yml', () => {
  const { jobs } = parse(read('.github/workflows/ci.yml')) as Workflow;
  const run = (job: string) => (jobs[job]?.steps ?? []).flatMap((step) => step.run ?? []);

  it('tries three systems and every Node.js from the oldest one supported', () => {
    const { engines } = JSON.parse(read('package.json')) as { engines: { node: string } };
    const nodes = [20, 22, 24];
    expect(engines.node).toMatch(new RegExp(`^>=${nodes[0]}\\.`));
    expect(jobs['verify']?.strategy?.matrix['node']).toEqual(nodes);
    expect(jobs['systems']?.strategy?.matrix).toEqual({
      system: [expect.stringMatching(/^windows-/), expect.stringMatching(/^macos-/)],
      node: nodes,
    });
  });

  it('runs what decides elsewhere, too, and compares the reports of all systems', () => {
    expect(run('verify')).toContain('bash .ci/run');
    expect(run('reports')).toContain('npm run reports -- reports');
    expect(run('systems')).toContain('npm run reports -- reports --compare');
  });

  it('names scripts and tests that are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const lines = Object.keys(jobs).flatMap(run);
    for (const [, script = ''] of lines.flatMap((line) => [
      ...line.matchAll(/npm run (?:--silent )?([a-z:]+)/g),
    ]))
      expect(Object.keys(scripts)).toContain(script);
    const named = lines
      .flatMap((line) => line.split(' '))
      .filter((word) => /^(test|examples|\.ci)\//.test(word));
    expect(named.length).toBeGreaterThan(3);
    for (const one of named) expect(filesIn(path.dirname(one)), one).toContain(one);
  });
});

interface Form {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string; readonly value?: string };
    readonly validations?: { readonly required?: boolean };
  }[];
}

describe('the issue forms', () => {
  const forms = filesIn('.github/ISSUE_TEMPLATE').filter((file) => !file.endsWith('/config.yml'));
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  const inBoth = (text = '') => japanese.test(text) && /[A-Za-z]{3}/.test(text);

  it.each(forms)('%s is a form as GitHub takes them, in Japanese and English', (file) => {
    const { name, description, body } = parse(read(file)) as Form;
    expect([name, description].map(inBoth)).toEqual([true, true]);
    const asked = body.filter(({ type }) => type !== 'markdown');
    for (const { type } of body) expect(['markdown', 'input', 'textarea']).toContain(type);
    for (const { id, attributes } of asked) {
      expect(id).toMatch(/^[a-z-]+$/);
      expect(inBoth(attributes.label), attributes.label).toBe(true);
    }
    expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
    expect(asked.some(({ validations }) => validations?.required)).toBe(true);
    for (const { attributes } of body.filter(({ type }) => type === 'markdown'))
      expect(inBoth(attributes.value)).toBe(true);
  });

  it.each(['1-wrong-verdict', '2-false-alarm'])(
    '%s asks for the policy, the clause, the rule and the record',
    (form) => {
      const { body } = parse(read(`.github/ISSUE_TEMPLATE/${form}.yml`)) as Form;
      expect(body.map(({ id }) => id)).toEqual(
        expect.arrayContaining(['policy', 'clause', 'rule', 'record']),
      );
    },
  );
});

it('SECURITY.md speaks Japanese and English of the same things, and invents no address', () => {
  const [english = '', rest = ''] = read('SECURITY.md').split('\n# セキュリティ\n');
  const count = (text: string) => [...text.matchAll(/^- \*\*/gm)].length;
  expect(count(english)).toBeGreaterThan(3);
  expect(count(rest)).toBe(count(english));
  expect(read('SECURITY.md')).not.toMatch(/@|https?:/);
});

describe('.editorconfig', () => {
  /** The settings of a section by its name. */
  const settings = (section: string) =>
    Object.fromEntries(
      (read('.editorconfig').split(`\n[${section}]\n`)[1]?.split('\n[')[0] ?? '')
        .split('\n')
        .filter((line) => line.includes(' = ') && !line.startsWith('#'))
        .map((line) => line.split(' = ')),
    ) as Record<string, string>;

  it('asks for what Biome and git do', () => {
    const { formatter } = JSON.parse(read('biome.json')) as {
      formatter: { indentStyle: string; indentWidth: number; lineWidth: number };
    };
    expect(settings('*')).toMatchObject({
      indent_style: formatter.indentStyle,
      indent_size: String(formatter.indentWidth),
      end_of_line: /^\* text=auto eol=(\w+)$/m.exec(read('.gitattributes'))?.[1],
    });
    expect(settings('*.{ts,mjs,cjs,js,json,css}')['max_line_length']).toBe(String(formatter.lineWidth));
    const untouched = [...read('.gitattributes').matchAll(/^(\S+) -text$/gm)].map(
      ([, pattern = '']) => pattern,
    );
    expect(untouched).toHaveLength(1);
    for (const pattern of untouched)
      expect(new Set(Object.values(settings(pattern)))).toEqual(new Set(['unset']));
  });

  it('asks for nothing that a file of the repository does not do', () => {
    const files = execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' })
      .split('\0')
      .filter((file) => file !== '' && !/\.png$|^test\/.*fixtures\//.test(file));
    expect(files.length).toBeGreaterThan(100);
    const wrong = files.flatMap((file) => {
      let text: string;
      try {
        text = read(file);
      } catch {
        // Removed, and not yet committed.
        return [];
      }
      const written = /\.(snap|tsv)$/.test(file);
      return [
        ...(text.includes('\r') ? [`${file}: CR`] : []),
        ...(text.startsWith('\uFEFF') ? [`${file}: byte order mark`] : []),
        ...(text !== '' && !text.endsWith('\n') ? [`${file}: no newline at the end`] : []),
        ...(!written && /[ \t]$/m.test(text) ? [`${file}: blanks at the end of a line`] : []),
      ];
    });
    expect(wrong).toEqual([]);
  });
});
