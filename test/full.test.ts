import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '..');

describe('npm run verify:full', () => {
  it('finds every test that has a long form, since the test itself reads SEKISHO_FULL', () => {
    const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' });
    const reading = files.filter(
      (file) =>
        /\.[cm]?[jt]s$/.test(file) &&
        readFileSync(path.join(root, 'test', file), 'utf8').includes('SEKISHO_FULL'),
    );
    expect(reading.length).toBeGreaterThan(1);
    expect(reading.filter((file) => !file.endsWith('.test.ts'))).toEqual([]);
  });
});
