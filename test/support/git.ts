import { spawnSync } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { type Run, sekisho, type World } from './cli.ts';
import { inFolder } from './load.ts';
import type { Report, ReportedFinding } from './report.ts';

/** What the tests of comparisons read of a JSON report. */
export interface ComparedReport extends Omit<Report, 'findings'> {
  readonly findings: readonly (ReportedFinding & { readonly state?: string; readonly fingerprint: string })[];
  readonly comparison?: {
    readonly against: string;
    readonly name: string;
    readonly fixed: readonly {
      readonly ruleId: string;
      readonly verdict: string;
      readonly record: { readonly id: string };
      readonly recordGone?: boolean;
    }[];
  };
  readonly networkChange?: Readonly<
    Record<
      'opened' | 'closed',
      readonly {
        readonly from: { readonly id: string };
        readonly to: { readonly id: string };
        readonly kind: string;
        readonly hops: readonly { readonly message: string }[];
      }[]
    >
  >;
  readonly unrelated?: { readonly since: string; readonly count: number };
  readonly hidden?: readonly {
    readonly kind: string;
    readonly name: string;
    readonly reason: string;
    readonly rules?: number;
    readonly facts?: readonly string[];
  }[];
  readonly trusted?: {
    readonly ref: string;
    readonly changes: readonly { readonly kind: string; readonly name: string; readonly change: string }[];
  };
}

/** The files of a folder; `null` takes one away. */
export type Files = Readonly<Record<string, string | null>>;

const committing = ['add --all --force', 'commit --quiet --allow-empty --message x'];

/** Nothing is tidied up, for which git would start itself once more after each commit. */
const settings = ['init.defaultBranch=main', 'gc.auto=0', 'maintenance.auto=false'].flatMap((one) => [
  '-c',
  one,
]);

/** A folder that sekisho runs in, and that may be a git repository. */
export class Workplace {
  readonly folder: string;
  #options: readonly string[];

  constructor(folder: string, options: readonly string[]) {
    this.folder = folder;
    this.#options = options;
  }

  async write(files: Files): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      const place = path.join(this.folder, name);
      await mkdir(path.dirname(place), { recursive: true });
      if (text === null) await rm(place, { recursive: true });
      else await writeFile(place, text);
    }
  }

  /** Runs git as nobody in particular, without the settings of whoever runs the tests. */
  git(...args: readonly string[]): string {
    return this.gitWith('', ...args);
  }

  gitWith(input: string, ...args: readonly string[]): string {
    const person = { NAME: '関所', EMAIL: 'sekisho@example.jp', DATE: '2026-11-01T00:00:00Z' };
    const env = Object.fromEntries(
      Object.entries(person).flatMap(([key, value]) =>
        ['AUTHOR', 'COMMITTER'].map((who) => [`GIT_${who}_${key}`, value]),
      ),
    );
    const { status, stdout, stderr } = spawnSync('git', [...settings, ...args], {
      cwd: this.folder,
      input,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...env },
    });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  }

  /** Commits the folder as it is, with some files changed. */
  async commit(files: Files = {}): Promise<string> {
    await this.write(files);
    return this.#gitInTurn([...committing, 'rev-parse HEAD']);
  }

  /** Commits the folder as the first state of a repository that is made of it. */
  async begin(): Promise<void> {
    this.#gitInTurn(['init --quiet --template=', ...committing]);
  }

  /**
   * Runs several commands of git, which it starts itself: to start a program from here, where a worker has all of sekisho
   * in memory, takes longer than most of what git does.
   */
  #gitInTurn(commands: readonly string[]): string {
    const script = commands.map((command) => `git ${command}`).join(' && ');
    return this.git('-c', `alias.in-turn=!${script}`, 'in-turn');
  }

  check(argv: readonly string[], world: World = {}): Promise<Run> {
    return sekisho(['check', ...argv, '--as-of', '2026-11-20', ...this.#options], {
      directory: this.folder,
      git: true,
      ...world,
    });
  }

  /** The report of a run that could be done. */
  async report(argv: readonly string[], world: World = {}): Promise<ComparedReport & { code: number }> {
    const { code, stdout, stderr } = await this.check([...argv, '-f', 'json'], world);
    expect(stderr).toBe('');
    return { code, ...(JSON.parse(stdout) as ComparedReport) };
  }
}

/** Works in a folder of its own. */
export function inWorkplace(
  files: Readonly<Record<string, string>>,
  use: (place: Workplace) => Promise<void>,
  options: readonly string[] = [],
): Promise<void> {
  return inFolder(files, (folder) => use(new Workplace(folder, options)));
}

/** Works in a repository of its own, which has some files committed. */
export function inRepository(
  files: Readonly<Record<string, string>>,
  use: (place: Workplace) => Promise<void>,
  options: readonly string[] = [],
): Promise<void> {
  return inWorkplace(
    files,
    async (place) => {
      await place.begin();
      await use(place);
    },
    options,
  );
}

/** What findings are about, with their states: `new assets/drawings`. */
export function stated({ findings }: ComparedReport): string[] {
  return findings.map(({ state, record }) => `${state} ${record.id}`);
}
