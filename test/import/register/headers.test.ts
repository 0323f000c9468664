import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { listSections } from '../../../generated/records.ts';
import { headerStems } from '../../../src/import/register/header-stems.ts';
import { foldHeader } from '../../../src/import/register/header-text.ts';
import { headers, kept } from '../../../src/import/register/headers.ts';
import { knownHeaders, targetShape } from '../../../src/import/register/known-headers.ts';
import { isKeptKey } from '../../../src/import/register/own-headers.ts';
import { proposeColumns } from '../../../src/import/register/propose.ts';
import { tableOf } from './table-of.ts';

describe.each(listSections)('the headers of %s', (section) => {
  test('are for fields that the vocabulary has', () => {
    const targets = new Set<string>();
    for (const { targets: likely, alternatives = [] } of [...headers[section], ...headers.any])
      for (const target of [...likely, ...alternatives]) targets.add(target);
    for (const { target } of headerStems(section)) targets.add(target);
    targets.delete(kept);
    expect([...targets].filter((target) => targetShape(section, target) === undefined)).toEqual([]);
  });

  test('are each written once', () => {
    const entries = headers[section].flatMap((entry) =>
      [...new Set(entry.headers.split(' ').map((header) => foldHeader(header.replaceAll('／', ''))))].map(
        (text) => ({ text, entry }),
      ),
    );
    const byText = new Map<string, number>();
    for (const { text } of entries) byText.set(text, (byText.get(text) ?? 0) + 1);
    expect([...byText].filter(([, count]) => count > 1).map(([text]) => text)).toEqual([]);
  });

  test('have one that is the name for certain', () => {
    const names = [...knownHeaders(section).values()].filter(
      ({ targets, question }) => targets.includes('name') && question === undefined,
    );
    expect(names.length).toBeGreaterThan(0);
  });
});

const syllables = fc.constantFrom(
  ...'の 等 予定 日 有無 （○×） （要・否） ※ ① 【必須】 ／ ／ 欄 の別 状況 第 甲 乙 丙 ぬ [ ] ( . - 2 名 者 先 令和 個人 情報 機密 廃棄 管理 番号'.split(
    ' ',
  ),
);
const madeUp = fc
  .array(syllables, { maxLength: 7 })
  .map((parts) => parts.join('').normalize('NFKC').replaceAll('/', '／'));

test('headers that no one has written never throw, and are exact only where they hold a known one or are a key to keep', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(madeUp, fc.string(), fc.string({ unit: 'grapheme' })), { maxLength: 6 }),
      fc.constantFrom(...listSections),
      (written, section) => {
        const table = tableOf(written.map((header) => [header, '甲|乙']));
        const proposals = proposeColumns(table, section);
        expect(proposals.length).toBe(table.columns.length);
        const known = [...knownHeaders(section).keys()];
        for (const [index, { state }] of proposals.entries()) {
          if (state !== 'exact' || isKeptKey(table.columns[index]?.header ?? '')) continue;
          const folded = foldHeader((written[index] ?? '').replaceAll('／', ''));
          const parts = (written[index] ?? '').split('／').map(foldHeader);
          const outer = foldHeader([parts[0], parts.at(-1)].join(''));
          expect(
            [folded, outer, ...parts].some((text) =>
              known.some((header) => withoutSigns(text).includes(withoutSigns(header))),
            ),
          ).toBe(true);
        }
        const targets = proposals
          .flatMap(({ targets: filled = [] }) => filled)
          .filter((target) => target.startsWith(kept));
        expect(new Set(targets).size).toBe(targets.length);
      },
    ),
    { numRuns: 400, examples: [[['x-!', 'x-!'], 'assets']] },
  );
});

/** Brackets and signs may stand within a header, and are cut out of it. */
function withoutSigns(text: string): string {
  return text.replaceAll(/\([^)]*\)|[※①[\]]/g, '');
}
