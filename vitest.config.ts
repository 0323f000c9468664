import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // What a person has set on their machine must not change what a test sees.
    env: { LANG: 'ja_JP.UTF-8', LC_ALL: '', LC_MESSAGES: '', NO_COLOR: '', FORCE_COLOR: '', TZ: 'UTC' },
    testTimeout: 60_000,
  },
});
