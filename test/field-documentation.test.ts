import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../generated/shapes.ts';
import { rules } from '../rules/index.ts';
import { anchor } from '../scripts/generate/anchor.ts';
import { documentationOfFields } from '../scripts/generate/documentation.ts';
import { fieldDocuments } from '../scripts/generate/field-documentation.ts';
import type { Shape } from '../src/schema/shape.ts';
import { noWords, yesWords } from '../src/schema/taken-words.ts';

const root = path.resolve(import.meta.dirname, '..');

/** Every field of a shape by its path, with its own shape. */
function fieldsBelow(shape: Shape, path = ''): (readonly [string, Shape])[] {
  return Object.entries(shape.properties ?? shape.items?.properties ?? {}).flatMap(([key, below]) => {
    const name = path === '' ? key : `${path}.${key}`;
    return [[name, below] as const, ...fieldsBelow(below, name)];
  });
}

describe.each(['ja', 'en'] as const)('the documentation of the fields (%s)', (lang) => {
  const committed = () => readFile(path.join(root, fieldDocuments[lang]), 'utf8');

  it('is what the generator writes, and short enough to read', async () => {
    const text = await committed();
    expect(text, 'run npm run generate').toBe(await documentationOfFields(lang));
    expect(text.length).toBeLessThan(110_000);
  });

  it('has every field of every section, and every choice with what is taken for it', async () => {
    const text = (await committed()).replaceAll(/\\(.)|\u200B/g, '$1');
    const sections = new Map(text.split(/^## /m).map((part) => [/\((\w+)\)\n/.exec(part)?.[1], part]));
    const common = text.split(/^## /m).find((part) => part.includes('| `notes` |')) ?? '';
    for (const [section, shape] of Object.entries(inventoryShape.properties ?? {}).slice(1)) {
      const part = `${sections.get(section)}${common}`;
      for (const [name, { title = '', choices, items }] of fieldsBelow(shape)) {
        expect(part, `${section}.${name}`).toMatch(
          new RegExp(`^\\| \`${name.replaceAll('.', '\\.')}\` \\| ${title}`, 'm'),
        );
        for (const [value, { words, [lang]: meaning }] of Object.entries(choices ?? items?.choices ?? {}))
          for (const word of [`\`${value}\` ${meaning}`, ...words])
            expect(part, `${section}.${name}`).toContain(word);
      }
    }
    for (const word of [...yesWords, ...noWords]) expect(text).toContain(`\`${word}\``);
  });

  it('says which rules judge a field under which clauses, and of others that no rule does', async () => {
    const text = (await committed()).replaceAll(/\\(.)|\u200B/g, '$1');
    const row = (field: string) => text.split('\n').find((line) => line.startsWith(`| \`${field}\` |`)) ?? '';
    expect(row('storage.locked')).toContain('[classification/storage-locked](');
    expect(row('storage.locked')).toContain('minakami 3)保管[1]');
    expect(row('code')).toContain(lang === 'ja' ? '（判定には用いない）' : '(not judged)');
    expect(row('form')).toMatch(lang === 'ja' ? /\dルールが、判定の条件として読む/ : /read by \d rules/);
  });

  it('has no link that leads nowhere', async () => {
    const text = await committed();
    const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => anchor(heading));
    expect(new Set(headings).size).toBe(headings.length);
    for (const [, link] of text.matchAll(/\]\(#([^)]+)\)/g)) expect(headings).toContain(link);
    const ids = new Set(rules.map(({ id }) => anchor(id)));
    for (const [, file = '', target] of text.matchAll(/\]\(([^)#]+)#?([^)]*)\)/g)) {
      await readFile(path.join(root, 'docs', file));
      if (target !== '') expect(ids).toContain(target);
    }
  });
});
