import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { fixedFindings } from '../../src/compare/baseline.ts';
import type { EarlierFinding } from '../../src/result/result.ts';
import { sekisho } from '../support/cli.ts';
import { hostileStrings } from '../support/hostile-strings.ts';
import { inFolder } from '../support/load.ts';
import { findable, reportsOf } from '../support/redaction.ts';

/** What an inventory gives away, in every place where it may. */
interface Given {
  readonly addresses?: readonly string[];
  readonly person?: string;
  readonly product?: string;
  readonly version?: string;
}

/** A small inventory with findings of every kind that repeats in free text what its fields give away. */
function inventoryOf({
  addresses = [],
  person = '山田 太郎',
  product = '雷神門',
  version = '7.5.3',
}: Given): string {
  const told = [...addresses, person, product].join(' / ');
  return stringify({
    organization: { name: '試験町', roles: [{ role: 'ciso', post: '副町長', person }] },
    segments: [
      {
        id: 'core',
        name: `基幹（${product}）`,
        layer: 'mynumber',
        cidr: addresses.filter((one) => one.includes('/')),
      },
      { id: 'net', name: 'インターネット', layer: 'internet' },
    ],
    systems: [
      {
        ...{
          id: `fw-${addresses[0] ?? '1'}`,
          name: `${product} ${version}`,
          type: 'network-device',
          manager: `情報課長 ${person}`,
        },
        ...{ segments: ['core', 'net'], forwards: true, addresses, notes: told },
        ...{ software: [{ name: product, version, authorised: false }], issued: false },
        authentication: { factors: ['knowledge'], shared: true },
      },
    ],
    services: [{ id: 'one', name: product, type: 'sns', confidentiality: 3, responsible: person }],
    connections: [
      { id: 'c', name: `${told}の通信`, from: 'core', to: 'net', approval: { by: person }, purpose: told },
      { id: 'd', name: '宛先のない通信', from: 'core', to: `${product}-old` },
    ],
    assets: [
      {
        id: 'a',
        name: `${person}の台帳`,
        users: person,
        manager: person,
        system: 'nowhere',
        form: told,
        medium: told,
      },
    ],
    audits: [{ id: 'r', name: told, type: 'external', date: '2026-06-01', findings: [told] }],
    corrections: [{ id: 'k', name: told, audit: 'r', owner: `情報課長 ${person}`, notes: told }],
    exceptions: [
      {
        ...{
          id: 'e',
          name: `${product}の例外`,
          rules: ['resilience/mynumber-separation'],
          records: [`fw-${addresses[0] ?? '1'}`],
        },
        ...{ reason: told, compensatingMeasures: told, applicant: person, approver: `町長 ${person}` },
        ...{ approved: '2026-04-01', expires: '2027-03-31' },
      },
    ],
    attestations: [
      {
        ...{
          id: 't',
          name: person,
          policy: 'isesaki',
          clause: '8[2]',
          statement: told,
          by: person,
          date: '2026-10-01',
        },
        evidence: [{ url: `https://intra.example.lg.jp/${encodeURIComponent(person)}` }],
      },
    ],
  });
}

/** What check says as text, with everything in it. */
async function told(yaml: string, options: readonly string[] = []): Promise<string> {
  return inFolder({ 'a.yaml': yaml }, async (directory) => {
    const argv = [
      'check',
      'a.yaml',
      '-p',
      'isesaki',
      '--as-of',
      '2026-11-20',
      '--redact',
      '--show-suppressed',
    ];
    const { stdout, stderr } = await sekisho([...argv, '--todo-details', ...options], { directory });
    return stdout + stderr;
  });
}

async function expectNothingOf(given: Given, searched: readonly string[]): Promise<void> {
  await inFolder({ 'a.yaml': inventoryOf(given) }, async (folder) => {
    const reports = await reportsOf(folder, ['--redact', '-p', 'isesaki']);
    for (const [name, report] of Object.entries(reports))
      expect({ name, found: findable(searched, report) }).toEqual({ name, found: [] });
  });
}

describe('what a redacted report leaves out', () => {
  it('is told as such, under one number wherever it stands', async () => {
    const text = await told(inventoryOf({ addresses: ['10.1.2.3'] }));
    expect(text).toMatch(/^アドレス・氏名等・製品を伏せています \(--redact\)\n/);
    expect(text).toContain('［製品1］');
    expect(text).not.toContain('［製品2］');
    expect(text).toContain('「［氏名等1］の台帳」');
  });

  it('is told in English to those who read it so', async () => {
    const text = await told(inventoryOf({ addresses: ['10.1.2.3'] }), ['--lang', 'en']);
    expect(text).toMatch(/^addresses, names of persons and products are left out \(--redact\)\n/);
    expect(text).toContain('[product 1]');
    expect(text).not.toContain('［');
  });

  it('is an id, too, where it gives an address away', async () => {
    const given = { addresses: ['192.168.77.9'] };
    await expectNothingOf(given, ['192.168.77.9', '192-168-77-9']);
  });

  it.each([
    ['an address without a field', '10.9.8.7'],
    ['a range of addresses', '10.9.8.0/24'],
    ['full-width digits', '１０．９．８．７'],
    ['IPv6', '2001:db8:77::9'],
    ['a MAC address', '00:1B:44:11:3a:B7'],
    ['a name of a host', 'fw01.intra.example.lg.jp'],
    ['a web address', 'https://fw01.example.jp/login?x=1'],
    ['mail', 'taro.yamada@town.example.jp'],
    ['a telephone number', '0270-24-5111'],
    ['a mobile telephone', '09012345678'],
    ['an extension', '内線2345'],
  ])('is %s', async (_, text) => {
    const yaml = `exceptions:\n  - id: e\n    name: ${JSON.stringify(`「${text}」の件`)}\n    rules: [nowhere/nothing]\n    records: []\n    reason: ${JSON.stringify(`${text}を参照。`)}\n`;
    const output = await inFolder({ 'a.yaml': yaml }, (folder) =>
      reportsOf(folder, ['--redact', '-p', 'isesaki'], ['check']),
    );
    for (const [name, report] of Object.entries(output))
      expect({ name, found: findable([text], report) }).toEqual({ name, found: [] });
  });

  it('is no post, and no word that only looks like it', async () => {
    const yaml = inventoryOf({ person: '係長', product: 'PC' });
    const text = await told(yaml);
    expect(text).not.toContain('［氏名等');
    expect(text).toContain('「係長の台帳」');
  });

  it('is no word of the rules, unless it is what a record is called', async () => {
    const text = await told(inventoryOf({ product: 'マイナンバー利用事務系' }));
    expect(text).toContain('マイナンバー利用事務系');
    expect(text).not.toMatch(/［製品1］と/);
  });

  it('is not changed by what looks like a replacement, or like markup', async () => {
    const products = ['$&$1<b>\'"', 'A.*B(C', '雷神\\n門', '<script>alert(1)</script>'];
    const yaml = stringify({
      services: [...products, '［製品9］'].map((name, index) => ({ id: `s${index}`, name, type: 'sns' })),
    });
    expect(findable(products, await told(yaml))).toEqual([]);
  });

  it('is left out as a whole where two overlap', async () => {
    const yaml =
      inventoryOf({ product: '雷神門大橋' }).replace('試験町', '試験町') + inventoryless('門大橋川岸');
    expect(findable(['雷神門大橋川岸', '門大橋川岸', '雷神門大橋'], await told(yaml))).toEqual([]);
  });

  it('is left out of a message that cuts it short', async () => {
    const product = '雷神門'.repeat(30);
    expect(await told(inventoryOf({ product }))).not.toContain('雷神門雷');
  });

  it('does not break a report whatever the words of the program are called', async () => {
    for (const product of [
      'unknown',
      'fail',
      'systems',
      'error',
      'internet',
      'ja',
      'constructor',
      '__proto__',
    ])
      expect(await told(inventoryOf({ product }), ['-f', 'sarif-audit'])).toContain('"redacted": true');
  });

  it('is whatever tries to be more than text', async () => {
    const products = Object.values(hostileStrings)
      .flat()
      .map((text) => `鳳凰堂${text}朱雀門`);
    const yaml = stringify({
      services: products.map((name, index) => ({ id: `s${index}`, name, type: 'sns', confidentiality: 3 })),
      assets: products.map((name, index) => ({
        id: `a${index}`,
        name: `${name}の台帳`,
        form: name,
        service: name,
      })),
    });
    const reports = await inFolder({ 'a.yaml': yaml }, (folder) =>
      reportsOf(folder, ['--redact', '-p', 'isesaki'], ['check']),
    );
    for (const [name, report] of Object.entries(reports))
      expect({ name, found: findable([...products, '鳳凰堂'], report) }).toEqual({ name, found: [] });
  });
});

function inventoryless(product: string): string {
  return `---\nservices:\n  - { id: two, name: ${product} }\n  - { id: three, name: 雷神門大橋川岸 }\n`;
}

describe('whatever an inventory gives away', () => {
  const han = [...'鳳凰堂朱雀玄武青龍麒麟亀鶴'];
  const word = fc.oneof(
    fc.array(fc.constantFrom(...han), { minLength: 3, maxLength: 8 }).map((all) => all.join('')),
    fc.array(fc.constantFrom(...'ヌヴヲヱヰ'), { minLength: 5, maxLength: 9 }).map((all) => all.join('')),
    fc.array(fc.constantFrom(...'qxzjkwv'), { minLength: 6, maxLength: 12 }).map((all) => all.join('')),
  );
  const address = fc
    .tuple(fc.integer({ min: 11, max: 250 }), fc.nat(255), fc.nat(255), fc.integer({ min: 1, max: 254 }))
    .map((octets) => octets.join('.'));

  it('is in no report', async () => {
    await fc.assert(
      fc.asyncProperty(word, word, address, async (person, product, first) => {
        await expectNothingOf({ person, product, addresses: [first] }, [person, product, first]);
      }),
      { numRuns: 2 },
    );
  });
});

it('of a finding that is gone, what identifies it is kept, and not the file with all that is in it', () => {
  class Found implements EarlierFinding {
    readonly ruleId = 'classification/manager-assigned';
    readonly verdict = 'fail';
    readonly record = { kind: 'assets', id: 'a', name: '台帳' };
    readonly fingerprint = 'v1:0';
    get file(): never {
      throw new Error('nobody asks for it');
    }
  }
  for (const has of [true, false]) {
    const [gone] = fixedFindings([new Found()], [], {
      ...{ readable: true, isConclusive: () => true, has: () => has },
    });
    expect(Object.getPrototypeOf(gone)).toBe(Object.prototype);
  }
});
