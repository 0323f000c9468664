import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { composePlain } from '../../src/yaml/plain/compose-plain.ts';
import { exampleTexts, readerTrial, smallestDifference } from '../support/fuzz/readers.ts';
import { compareReaders } from '../support/fuzz/two-readers.ts';
import { suiteTexts, yamlTestSuite } from '../support/yaml-test-suite.ts';

/** How many made-up texts are read; `npm run fuzz -- --kind yaml` goes on as long as it is told to. */
const trials = (process.env['SEKISHO_FULL'] ?? '') === '' ? 3000 : 200_000;

const examples = exampleTexts();

function textsBelow(folder: string): Map<string, string> {
  const root = fileURLToPath(new URL(`../../${folder}/`, import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.ya?ml$/.test(file),
  );
  return new Map(files.map((file) => [`${folder}/${file}`, readFileSync(root + file, 'utf8')]));
}

/** What the two readers do not agree in, by the name of the text. */
function differences(texts: Iterable<readonly [string, string]>): string[] {
  return [...texts].flatMap(([name, text]) => {
    const { difference } = compareReaders(text);
    return difference === undefined ? [] : [`${name}: ${difference}`];
  });
}

const isTaken = (text: string) => composePlain(text) !== undefined;

describe('the reader of plain YAML and that of all YAML give the same values at the same places', () => {
  test.skipIf(!existsSync(yamlTestSuite))(
    'of the YAML test suite (needs ../shared/real/yaml-test-suite)',
    () => {
      expect(differences(suiteTexts())).toEqual([]);
    },
  );

  test.each([
    ['as they are', (text: string) => text],
    ['with the line breaks of Windows', (text: string) => text.replaceAll('\n', '\r\n')],
  ])('of all files of examples, rules and tests %s', (_, written) => {
    const texts = [...examples, ...textsBelow('rules'), ...textsBelow('test')];
    expect(differences(texts.map(([name, text]) => [name, written(text)] as const))).toEqual([]);
  });

  test('of examples as JSON on one line, and indented', () => {
    const values = [...examples]
      .filter(([, text]) => !/^---/m.test(text))
      .map(([name, text]) => [name, load(text)] as const);
    const texts = values.flatMap(([name, value]) => [
      [`${name} on one line`, JSON.stringify(value)] as const,
      [`${name} indented`, JSON.stringify(value, null, 2)] as const,
    ]);
    expect(differences(texts)).toEqual([]);
    expect(texts.filter(([, text]) => !isTaken(text))).toEqual([]);
  });

  test(`of ${trials} texts made up and damaged`, () => {
    const parts = [...examples.values()];
    let taken = 0;
    for (let seed = 1; seed <= trials; seed++) {
      const trial = readerTrial(seed, parts);
      const { isTaken: isRead, difference } = compareReaders(trial.text, trial.options);
      if (isRead) taken++;
      if (difference !== undefined)
        throw new Error(`seed ${seed}: ${difference} in ${JSON.stringify(smallestDifference(trial))}`);
    }
    // Else it would say nothing.
    expect(taken).toBeGreaterThan(trials / 5);
  });
});

test('most files of the examples are plain, else the reader would be of no use', () => {
  expect([...examples.values()].filter(isTaken).length).toBeGreaterThan(examples.size / 2);
});

test('a key that is known from blocks is read anew in brackets, where it may end earlier', () => {
  const text = '- a,b: 1\n- {a,b: 1}\n- "c: d": 1\n- c: d\n';
  expect(compareReaders(text)).toEqual({ isTaken: true });
  expect(composePlain(text)?.documents[0]?.value).toEqual([
    { 'a,b': 1 },
    { a: undefined, b: 1 },
    { 'c: d': 1 },
    { c: 'd' },
  ]);
});

describe('what is left to the reader of all YAML', () => {
  test.each<[string, string]>([
    ['a key written twice', 'a: 1\nb: 2\na: 3\n'],
    ['a key written twice, the second in quotes', 'a: 1\n"a": 3\n'],
    [
      'a key written twice among many',
      `${Array.from({ length: 80 }, (_, n) => `k${n}: 1`).join('\n')}\nk70: 2\n`,
    ],
    ['a key written twice as in a mapping before', '- {a: 1, b: 2}\n- {a: 1, b: 2, a: 3}\n'],
    ['an alias to nothing', 'a: *x\n'],
    ['an alias to what it stands in', 'a: &x [*x]\n'],
    ['a merge of no mapping', '<<: 1\n'],
    ['an alias of the document before', 'a: &x 1\n---\na: *x\n'],
    ['text that goes on in the next line', 'a: b\n  c\n'],
    ['text in quotes that does', 'a: "b\n  c"\n'],
    ['a value with a colon', 'a: b: c\n'],
    ['a tab for an indentation', 'a:\n\tb: 1\n'],
    ['a lone carriage return', 'a: 1\rb: 2\n'],
    ['half of a pair', 'a: \uD83D\n'],
    ['a control character', 'a: \u001B\n'],
    ['a NUL in a comment', 'a: 1 # \0\n'],
    ['a tag', 'a: !!str 1\n'],
    ['a directive', '%YAML 1.2\n---\na: 1\n'],
    ['a bracket that is not closed', 'a: [1, 2\n'],
    ['the end of a document that reads like a key before', 'x:\n  x: 1\n  ... a: 2\n... a: 2\n'],
    ['a separator of documents in brackets that does', '- {x: 1, --- a: 2}\n- {x: 1,\n--- a: 2}\n'],
    ['a byte order mark within', 'a: 1\n\uFEFFb: 2\n'],
  ])('%s', (_, text) => {
    expect(composePlain(text)).toBeUndefined();
  });
});
