import { describe, expect, it } from 'vitest';
import { inventoryShape } from '../../generated/shapes.ts';
import { keysOf, titleOfField, whatToWrite } from '../../src/evaluate/what-to-write.ts';
import { factName } from '../../src/report/findings/to-do/what-to-write.ts';
import { subjectNames, subjectWords } from '../../src/result/words.ts';
import { textsOf } from '../../src/schema/field-texts.ts';
import type { Shape } from '../../src/schema/shape.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** Every field of every section of the vocabulary. */
function* fieldsOf(shape: Shape, path: string): Generator<readonly [path: string, shape: Shape]> {
  for (const [name, property] of Object.entries(shape.properties ?? {})) {
    const inside = path === '' ? name : `${path}.${name}`;
    yield [inside, property];
    yield* fieldsOf(property, inside);
  }
  if (shape.items !== undefined) yield* fieldsOf(shape.items, `${path}[]`);
}

const fields = Object.entries(inventoryShape.properties ?? {})
  .filter(([kind]) => kind in subjectNames)
  .flatMap(([kind, section]) =>
    [...fieldsOf(section.items ?? section, '')].map(([field, shape]) => ({ kind, field, shape })),
  );

/** The words that may be written in some field, which are English and no names of anything. */
const choices = new Set(
  fields.flatMap(({ shape }) => (shape.enum ?? []).filter((word) => /^[a-z]{2}[a-z-]+$/.test(word))),
);

function named(kind: string, field: string, shape: Shape, language: 'ja' | 'en'): string {
  const { about } = textsOf(shape);
  if (about === undefined) throw new Error(`${kind} ${field} is not described`);
  const record = { kind, id: '1', name: '1' };
  const location = { file: '', line: 1, column: 1, endLine: 1, endColumn: 1, pointer: '', document: 0 };
  const fact = factName({ kind, field, record, location, name: titleOfField(about) }, language);
  return fact.slice(0, fact.lastIndexOf(' ('));
}

function bracketsBalance(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if ('（(「'.includes(sign)) open++;
    if ('）)」'.includes(sign) && --open < 0) return false;
  }
  return open === 0;
}

describe('the name of a fact to fill in', () => {
  it.each(fields)('E: $kind $field is a name in Japanese to its end', ({ kind, field, shape }) => {
    const name = named(kind, field, shape, 'ja');
    expect(bracketsBalance(name)).toBe(true);
    expect(name).not.toMatch(/。|[^か]か、|^その|：その|したの日|：$/u);
    const latin = name.match(/[A-Za-z][A-Za-z-]*/g) ?? [];
    expect(latin.filter((word) => choices.has(word) || !/^(?:id|[A-Z][A-Za-z-]*)$/.test(word))).toEqual([]);
    const section = subjectNames[kind]?.ja ?? '';
    const said = name.startsWith(`${section}：`) ? name.slice(section.length + 1) : '';
    for (const word of subjectWords[kind] ?? [section]) expect(said).not.toContain(word);
  });

  it.each(fields)('E: $kind $field is named in English without its choices', ({ kind, field, shape }) => {
    const name = named(kind, field, shape, 'en');
    expect(bracketsBalance(name)).toBe(true);
    expect(name.split(': ').length).toBeLessThan(3);
    const section = subjectNames[kind]?.en ?? '';
    expect(name.split(section).length).toBeLessThan(3);
  });
});

describe('what is to be written', () => {
  const enumerated = fields.filter(
    ({ shape }) => shape.enum !== undefined || shape.items?.enum !== undefined,
  );

  it.each(enumerated)('E: the choices of $kind $field are listed once', ({ shape }) => {
    const write = whatToWrite(shape);
    for (const language of ['ja', 'en'] as const) {
      const told = (write?.choices ?? write?.value)?.[language] ?? '';
      // A word may be part of another, and of what it means: it is listed where no meaning goes on from it.
      for (const word of shape.enum ?? shape.items?.enum ?? [])
        expect(
          told.split(new RegExp(`(?<![\\w-])${word}(?=: | \\(|、|・|,| のいずれか| のうち|, or |$)`)),
          word,
        ).toHaveLength(2);
    }
    expect(`${write?.about?.ja} ${write?.about?.en}`).not.toMatch(/[a-z]: |Kind/);
  });

  it.each(fields)(
    'E: the brackets in what is to be written in $kind $field stand by themselves',
    ({ shape }) => {
      const write = whatToWrite(shape);
      for (const text of [write?.value.ja ?? '', keysOf(shape)?.meaning.ja ?? '']) {
        expect(bracketsBalance(text)).toBe(true);
        expect(text).not.toContain('）（');
      }
    },
  );

  it.each(fields.filter(({ shape }) => keysOf(shape) !== undefined))(
    'E: every key below $kind $field is explained',
    ({ shape }) => {
      const keys = keysOf(shape);
      for (const language of ['ja', 'en'] as const)
        for (const name of keys?.names ?? [])
          expect(keys?.meaning[language]).toMatch(new RegExp(`(?<!\\w)${name}(?:（| \\()`));
    },
  );

  const yaml = `
organization: { name: 関所市 }
connections: [{ id: c, name: 外部との接続, from: s, to: e }]
segments: [{ id: s, name: 庁内, layer: lgwan }, { id: e, name: 外, layer: external, externalNetwork: other }]
systems: [{ id: t, name: 端末, type: terminal }]
`;

  it.each(['text', 'markdown', 'html'])(
    'E: %s names the keys of a mapping that is not there',
    async (format) => {
      const report = await inFolder({ '台帳.yaml': yaml }, async (directory) => {
        const rules = [
          'technical/external-connection-approved',
          'technical/software-licensed',
          'organization/incident-contact',
        ];
        const asked = rules.flatMap((rule) => ['--rule', rule]);
        const run = ['台帳.yaml', '-p', 'minakami', '--as-of', '2026-11-20', '-f', format, ...asked];
        return (await sekisho(run, { directory })).stdout.replaceAll('\\', '');
      });
      expect(report).not.toMatch(/通信の承認。|導入しているソフトウェア。|組織体制。/);
      expect(report).toContain(
        '承認した者の職を approval.by に、承認した日を approval.date に書いてください。',
      );
      expect(report).toMatch(/software\[\] に書く項目は、name（/);
      expect(report).toMatch(/organization\.roles\[\] に書く項目は、role（cio: 最高情報統括責任者、/);
    },
  );
});
