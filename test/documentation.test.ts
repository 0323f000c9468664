import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../rules/index.ts';
import { documentation, documents } from '../scripts/generate/documentation.ts';
import { builtInPolicyIds, loadPolicy, ruleCatalogue } from '../src/policy/load.ts';

const root = path.resolve(import.meta.dirname, '..');

/** The anchor GitHub makes of a heading: only letters, numbers, marks, `_` and `-` stay; blanks become hyphens. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[\s]/g, '-')
    .replaceAll(/[^\p{Letter}\p{Mark}\p{Number}_-]/gu, '');
}

/** The Markdown with its code blocks taken out. */
const prose = (markdown: string) => markdown.replaceAll(/```yaml\n[\s\S]*?\n```\n/g, '');

describe.each(['ja', 'en'] as const)('the documentation of the rules (%s)', (lang) => {
  const committed = () => readFile(path.join(root, documents[lang]), 'utf8');

  it('is what the generator writes, and that is always the same', async () => {
    const written = await documentation(lang);
    expect(await documentation(lang)).toBe(written);
    expect(await committed(), 'run npm run generate').toBe(written);
  });

  it('has a section for every rule, with title, reason, remedy, parameters and examples', async () => {
    const sections = new Map(
      (await committed())
        .split(/^### /m)
        .slice(1)
        .map((section) => [section.split('\n')[0], section.replaceAll(/\\(.)/g, '$1')]),
    );
    expect([...sections.keys()].sort()).toEqual(rules.map(({ id }) => id));
    for (const { id, title, rationale, remedy, parameters = {}, examples } of rules) {
      const section = sections.get(id) ?? '';
      for (const text of [title, rationale, remedy]) expect(section).toContain(text[lang]);
      for (const [name, { default: usual, about }] of Object.entries(parameters)) {
        const written = Array.isArray(usual) ? `[${usual.join(', ')}]` : usual;
        expect(section).toContain(`\`${name}: ${written}\` ${about[lang]}`);
      }
      for (const verdict of ['pass', 'fail', 'unknown', 'review'] as const) {
        const yaml = examples[verdict];
        if (yaml !== undefined) expect(section).toContain(`\`\`\`yaml\n${yaml.trim()}\n\`\`\`\n`);
      }
    }
  });

  it('names every clause that cites a rule', async () => {
    const rows = (await committed()).match(/^\| \[[a-z\d-]+\]\(policies\/.*$/gm) ?? [];
    const known = ruleCatalogue(rules);
    let cited = 0;
    for (const id of builtInPolicyIds) {
      const policy = await loadPolicy(id, '.', known);
      for (const citations of policy.citations.values()) cited += citations.length;
    }
    expect(rows).toHaveLength(cited);
    for (const row of rows) expect(row.split(' | ')).toHaveLength(5);
  });

  it('has a table of contents that leads somewhere, and no link that does not', async () => {
    const text = prose(await committed());
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchorOf(heading));
    expect(new Set(headings).size).toBe(headings.length);
    const links = [...text.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor);
    expect(links.length).toBeGreaterThan(rules.length);
    for (const link of links) expect(headings).toContain(link);
    for (const [, file = ''] of text.matchAll(/\]\(([^)#]+)\)/g))
      await expect(readFile(path.join(root, 'rules', file))).resolves.toBeDefined();
  });
});

it('both languages show the same examples', async () => {
  const blocks = async (lang: 'ja' | 'en') =>
    (await readFile(path.join(root, documents[lang]), 'utf8')).match(/```yaml\n[\s\S]*?\n```/g);
  expect(await blocks('ja')).toEqual(await blocks('en'));
});
