import { configDefaults, defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

/**
 * What starts other programs again and again (git, npm, dependency-cruiser, a shell) or goes through all that could be
 * changed of an example. `npm run test:fast` does without it.
 */
const slow = [
  'test/architecture.test.ts',
  'test/generate.test.ts',
  'test/integrations.test.ts',
  'test/package.test.ts',
];
const inBrowser = ['test/browser/**'];

export default defineConfig({
  test: {
    projects: [
      project('fast', ['test/**/*.test.ts'], [...slow, ...inBrowser]),
      project('slow', slow),
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
    // No test changes what a module keeps for the next, so that a worker loads `src` and `rules` once and not for every
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
