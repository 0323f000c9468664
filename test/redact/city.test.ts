import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { inFolder } from '../support/load.ts';
import { findable, reportsOf } from '../support/redaction.ts';

const root = path.resolve(import.meta.dirname, '../..');
const city = path.join(root, 'examples/city');

/** The keys of the city's inventory under which an address, a name that is no post, or a product stands. */
const keys = new Set([
  'addresses',
  'cidr',
  'url',
  'contractor',
  'software',
  'subcontractors',
  'auditor',
  'services',
]);

/** Those under which somebody is in charge, by a post or by a name. */
const charges = new Set(['manager', 'by', 'applicant', 'approver', 'responsible', 'person', 'users']);

/** What the city calls products that is a word of its policy, too, or of the rules: that says nothing of the city. */
const words = ['不正プログラム対策ソフト'];

let files: Readonly<Record<string, string>> = {};
let secrets: readonly string[] = [];

beforeAll(async () => {
  const names = (await readdir(city, { recursive: true })).filter((name) => name.endsWith('.yaml'));
  files = Object.fromEntries(
    await Promise.all(
      names.map(async (name) => [name, await readFile(path.join(city, name), 'utf8')] as const),
    ),
  );
  secrets = [...new Set(Object.values(files).flatMap(secretsOf))];
});

/** Read from the YAML by its keys, and from its text by what addresses look like. */
function secretsOf(text: string): string[] {
  const found: string[] = text.match(/(?:\d{1,3}\.){3}\d{1,3}(?:\/\d+)?|[\w.-]+\.example\.lg\.jp/g) ?? [];
  const visit = (value: unknown, key: string): void => {
    if (
      typeof value === 'string' &&
      (keys.has(key) || (charges.has(key) && !/(?:課|長|者|書記)$/.test(value)))
    )
      found.push(value);
    else if (Array.isArray(value)) for (const item of value) visit(item, key);
    else if (typeof value === 'object' && value !== null)
      for (const [own, inner] of Object.entries(value))
        if (typeof inner === 'object' || keys.has(own) || charges.has(own)) visit(inner, own);
        else if (['software', 'subcontractors', 'auditor', 'services'].includes(key) && own === 'name')
          found.push(String(inner));
  };
  for (const document of parseAllDocuments(text, { merge: true }))
    visit(document.toJS({ maxAliasCount: -1 }), '');
  // An office audits itself: that is no name of a person.
  return found.filter((value) => !/^(?:監査委員事務局|情報政策課)$/.test(value));
}

describe('a redacted report of the city', () => {
  it('is searched for all there is', () => {
    expect(secrets.length).toBeGreaterThan(80);
    for (const one of [
      '10.10.1.11',
      '10.10.40.0/24',
      '10.220.1.10/32',
      'www.example.lg.jp',
      '192.168.100.14',
    ])
      expect(secrets).toContain(one);
    for (const one of ['株式会社鏑原情報システム', 'かぶら監査法人', 'かぶらテクノサービス株式会社'])
      expect(secrets).toContain(one);
    for (const one of ['サーバ用OS（標準構成）', '標準端末構成 R8.10', 'ウェブ会議サービス'])
      expect(secrets).toContain(one);
  });

  describe.each(['ja', 'en'])('in %s', (lang) => {
    it('names none of its addresses, persons and products in any format', async () => {
      await inFolder(files, async (folder) => {
        const reports = await reportsOf(folder, ['--redact', '--lang', lang, '-p', 'isesaki']);
        expect(Object.keys(reports).length).toBeGreaterThan(18);
        const searched = secrets.filter((one) => !words.includes(one));
        for (const [name, report] of Object.entries(reports)) {
          expect(report.length, name).toBeGreaterThan(100);
          expect({ name, found: findable(searched, report) }).toEqual({ name, found: [] });
        }
      });
    });
  });

  it('would name them without', async () => {
    await inFolder(files, async (folder) => {
      const reports = Object.values(await reportsOf(folder, ['-p', 'isesaki'])).join('\n');
      expect(findable(secrets, reports).length).toBeGreaterThan(5);
    });
  });

  it('names none where every product is called as nothing else is, which is a word of the policy otherwise', async () => {
    const marked = Object.fromEntries(
      Object.entries(files).map(([name, text]) => [
        name,
        text
          .replaceAll('不正プログラム対策ソフト', 'ケルベロス番犬')
          .replaceAll('name: ウェブ会議サービス', 'name: 天狗会議')
          .replaceAll('name: 市公式SNS\n', 'name: Kawaraban\n'),
      ]),
    );
    await inFolder(marked, async (folder) => {
      const reports = await reportsOf(folder, ['--redact', '-p', 'isesaki']);
      for (const [name, report] of Object.entries(reports))
        expect({ name, found: findable(['ケルベロス', '天狗会議', 'kawaraban'], report) }).toEqual({
          name,
          found: [],
        });
    });
  });
});
