import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What a person has set on their machine must not change what a test sees.
    env: { LANG: 'ja_JP.UTF-8', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '', TZ: 'UTC' },
    // It imports JSON without saying so, which Node 20 refuses.
    server: { deps: { inline: [/^@actions\//, /node_modules\/@actions\//] } },
    testTimeout: 60_000,
    // One core is left idle otherwise, half of what a small CI machine has.
    maxWorkers: '100%',
  },
});
