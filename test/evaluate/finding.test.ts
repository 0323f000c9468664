import { expect, it } from 'vitest';
import type { Finding } from '../../src/result/result.ts';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';
import { resultOf } from '../support/result.ts';

interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

interface Found {
  readonly ruleId: string;
  readonly verdict: string;
  readonly message: string;
  readonly fingerprint: string;
  readonly location: Place;
  readonly trace: readonly { readonly message: string; readonly location: Place }[];
}

async function found(
  texts: Readonly<Record<string, string>>,
  rule: string,
  policy = 'minakami',
): Promise<readonly Found[]> {
  return inFolder(texts, async (directory) => {
    const argv = ['.', '-p', policy, '--rule', rule, '-f', 'json', '--as-of', '2026-11-20'];
    const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as { findings: Found[] };
    return findings.filter(({ ruleId }) => ruleId === rule);
  });
}

const at = ({ file, line, column }: Place) => `${file}:${line}:${column}`;

it.each([
  ['an alias', 'encryption: *e', 'a.yaml:3:35'],
  ['a merge key', 'encryption: { <<: *e, inTransit: true }', 'a.yaml:3:37'],
])(
  'what stands behind %s is found in the record, and it is told where it is written',
  async (_, field, place) => {
    const yaml = `x-common: { e: &e { atRest: false } }
assets:
  - { id: a, name: A, ${field}, form: electronic, classification: { confidentiality: 3 } }
`;
    const [finding, ...more] = await found({ 'a.yaml': yaml }, 'classification/encryption-at-rest');
    expect(more).toEqual([]);
    expect(finding?.verdict).toBe('fail');
    expect(finding && at(finding.location)).toBe(place);
    expect(finding?.trace.map(({ message, location }) => `${message} ${at(location)}`)).toEqual([
      expect.stringMatching(/^値が書かれている場所 a\.yaml:1:\d+$/),
    ]);
  },
);

it('a section that is nowhere may be in a file that cannot be read: that file is what to mend', async () => {
  const rule = 'human/training-current';
  const readable = await found({ 'a.yaml': 'assets: []\n' }, rule);
  expect(readable.map(({ verdict, message }) => [verdict, message])).toEqual([
    ['unknown', expect.stringContaining('台帳に staffGroups がなく')],
  ]);
  const broken = await found({ 'a.yaml': 'assets: []\n', 'b.yaml': 'staffGroups:\n\t- a\n' }, rule);
  expect(broken.map(({ verdict, message }) => [verdict, message])).toEqual([
    ['unknown', expect.stringContaining('読めないファイルがあるため')],
  ]);
});

it('findings that would go by the same name have fingerprints of their own, each as long as it stands', async () => {
  const asset = (id: string, name: string) =>
    `  - { id: "${id}", name: ${name}, manager: false, classification: { confidentiality: 3 } }\n`;
  const prints = async (...assets: readonly string[]) => {
    const findings = await found(
      { 'a.yaml': `assets:\n${assets.join('')}` },
      'classification/manager-assigned',
    );
    return findings.map(({ fingerprint }) => fingerprint);
  };
  // The second one of an id goes by its number.
  const [first, second, numbered, ...more] = await prints(
    asset('a', '甲'),
    asset('a', '乙'),
    asset('a#1', '丙'),
  );
  expect(more).toEqual([]);
  expect(new Set([first, second, numbered]).size).toBe(3);
  expect(await prints(asset('b', '丁'), asset('a', '甲'), asset('a', '乙'))).toEqual([
    expect.anything(),
    first,
    second,
  ]);
});

it('what is known of findings does not depend on which of them is asked first', async () => {
  const yaml = 'assets:\n  - { id: a, name: 甲, manager: false }\n  - { id: a, name: 乙, manager: false }\n';
  const rule = ['classification/manager-assigned', 'inventory/duplicate-id'];
  const [forwards, backwards] = [
    await resultOf({ 'a.yaml': yaml }, rule),
    await resultOf({ 'a.yaml': yaml }, rule),
  ];
  const told = ({ fingerprint, location, message, cause }: Finding) => [
    fingerprint,
    location,
    message,
    cause,
  ];
  expect(forwards.findings.length).toBeGreaterThan(1);
  expect(backwards.findings.toReversed().map(told).toReversed()).toEqual(forwards.findings.map(told));
});

it('what is said of two things of one name is not taken for what is said of a third', async () => {
  const yaml = `organization:
  name: 関所市
  roles: [{ role: ciso, post: 副市長 }]
  agencies:
    - { id: a, name: 甲 }
    - { id: a, name: 乙 }
    - { id: "a\\n1", name: 丙 }
`;
  const messages = (await found({ 'a.yaml': yaml }, 'organization/structure-complete', 'isesaki'))
    .map(({ message }) => message)
    .join('\n');
  for (const name of ['甲', '乙', '丙']) expect(messages).toContain(`「${name}」`);
});
