import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * What `npm run test:fast` does without, since it takes the larger part of the time: what starts programs again and again
 * (git, npm, dependency-cruiser, a shell), and what goes through whole examples or thousands of made-up inputs.
 */
const slow = [
  'test/{architecture,contributing,generate,integrations,mutations,one-rule,package,release,verdicts}.test.ts',
  'test/editor/language-server.test.ts',
  'test/hostile/repository.test.ts',
  'test/cli/{baseline,completion,coverage,earlier,exit,explain,graph,hostile-registers,import-register,init,interrupted,japanese-alone,marking,outputs,start,trust,unreadable,write-file}.test.ts',
  'test/tree/git/**/*.test.ts',
  'test/hostile/fuzz.test.ts',
  'test/hostile/pull-requests.test.ts',
  'test/hostile/strings.test.ts',
  'test/import/*.test.ts',
  'test/import/register/import-twice.test.ts',
  'test/network/{brute-force,passages}.test.ts',
  'test/own-words/{findings,reports}.test.ts',
  'test/redact/*.test.ts',
  'test/report/{change,csv,github,gitlab,html,junit,markdown,pull-request,reporters,sarif,sarif-audit}.test.ts',
  'test/right-verdicts/{inventories,layers,paths,removal}.test.ts',
  'test/schema/validate.test.ts',
  'test/spreadsheet/hostile.test.ts',
  'test/windows/**/*.test.ts',
  'test/workbooks/**/*.test.ts',
];
const inBrowser = ['test/browser/**'];

/** Those that put something else in the place of a module, which the modules of other tests must not see. */
const isolated = ['test/cli/crashing-rule.test.ts', 'test/evaluate/policy-view.test.ts'];

/** Those that count what a whole process does. */
const counted = ['test/hostile/growth.test.ts'];

export default defineConfig({
  test: {
    projects: [
      project('fast', ['test/**/*.test.ts'], [...slow, ...inBrowser, ...isolated, ...counted]),
      project('slow', slow),
      { extends: true, test: { name: 'isolated', include: isolated, isolate: true } },
      { extends: true, test: { name: 'counted', include: counted, isolate: true } },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/*.test.ts'],
          globalSetup: 'test/support/browser-server.ts',
        },
      },
    ],
    // What a person has set on their machine must not change what a test sees.
    env: { LANG: 'ja_JP.UTF-8', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '', TZ: 'UTC' },
    // It imports JSON without saying so, which Node 20 refuses.
    server: { deps: { inline: [/^@actions\//, /node_modules\/@actions\//] } },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // No other test changes what a module keeps for the next, so that a worker loads `src` and `rules` once and not for every
    // file: that was a third of the processor time of all tests.
    isolate: false,
    // One core is left idle otherwise, half of what a small CI machine has.
    maxWorkers: '100%',
  },
});

function project(
  name: string,
  include: string[],
  exclude: readonly string[] = [],
): TestProjectInlineConfiguration {
  return { extends: true, test: { name, include, exclude: [...configDefaults.exclude, ...exclude] } };
}
