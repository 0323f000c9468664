import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = path.resolve(import.meta.dirname, '../docs/decisions');
const read = (file: string) => readFileSync(path.join(folder, file), 'utf8');
const records = readdirSync(folder)
  .filter((file) => file !== 'README.md')
  .sort();

describe('the records of decisions', () => {
  it('are numbered without a gap', () => {
    expect(records.length).toBeGreaterThan(0);
    expect(records.map((file) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(file)?.[1])).toEqual(
      records.map((_, index) => String(index + 1).padStart(4, '0')),
    );
  });

  it('are all listed, by number and title', () => {
    const listed = [...read('README.md').matchAll(/^\| \[(\d+)\]\((.+)\) \| (.+) \|$/gm)];
    expect(listed.map(([, number, file, title]) => [file, `# ${number}. ${title}`])).toEqual(
      records.map((file) => [file, read(file).split('\n', 1)[0]]),
    );
  });

  it.each(records)(
    '%s says what was decided, why, what was rejected and what follows, on one page',
    (file) => {
      const text = read(file);
      const sections = [...text.matchAll(/^## (.+)\n\n(.+)/gm)];
      expect(sections.map(([, heading]) => heading)).toEqual([
        'Decision',
        'Reason',
        'Rejected',
        'Consequence',
      ]);
      expect(sections.map(([, , first = '']) => first.trim()).filter((first) => first === '')).toEqual([]);
      expect(text).toMatch(/## Rejected\n\n- /);
      expect(text.split('\n').length).toBeLessThanOrEqual(50);
      // Git knows when; a date in the text would be wrong after the first change.
      expect(text).not.toMatch(/\b20\d\d-\d\d-\d\d\b/);
    },
  );

  it.each(records)('%s names only files that are there', (file) => {
    const named = [...read(file).matchAll(/`((?:src|test|scripts|docs)\/[^`\s]+)`/g)].map(
      ([, one = '']) => one,
    );
    const root = path.resolve(folder, '../..');
    for (const one of named)
      expect(readdirSync(path.join(root, path.dirname(one))), one).toContain(path.basename(one));
  });
});
