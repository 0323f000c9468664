import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

interface Against {
  readonly clauses: readonly { readonly ref: string; readonly status: string; readonly work: string }[];
  readonly beyondPolicies: readonly {
    readonly kind: string;
    readonly id?: string;
    readonly name?: string;
    readonly records: number;
  }[];
}

const schema = JSON.parse(
  readFileSync(path.resolve(import.meta.dirname, '../../schemas/coverage-against.schema.json'), 'utf8'),
);
const isValid = new Ajv2020({ strict: true }).compile(schema);

const clause = (ref: string, more: string) =>
  `  - { ref: ${ref}, title: { ja: 題名${ref}, en: title ${ref} }, summary: { ja: 要旨, en: summary }, ${more} }\n`;
const cites = (id: string, basis = 'stated') => `modality: must, rules: [{ id: ${id}, basis: ${basis} }]`;

/** A part of each status, by what the inventory says; the order of the document is not that of the work. */
const law = `id: shikoku
title: { ja: 規則第1条, en: Article 1 }
kind: law
inForce: { from: 2027-07-01 }
scope: { excludes: [{ id: safety, name: { ja: 公安委員会, en: Public safety commission } }] }
clauses:
${clause('第1項', 'modality: purpose, informs: { ja: 全体, en: all }')}${clause('met', cites('technical/mail-spam'))}${clause('bare', cites('technical/mail-spam'))}${clause('review', cites('technical/faults-recorded', 'interpreted'))}${clause('unknown', cites('technical/logs-acquired'))}${clause('missing', cites('technical/faults-recorded'))}${clause('attested', 'modality: must, attestation: true')}${clause('old', `${cites('technical/malware-protection')}, newOnly: true`)}${clause('others', 'modality: must, informs: { ja: その他, en: others }')}`;

const serves = (...refs: readonly string[]) =>
  `serves: [${refs.map((ref) => `"./law.policy.yaml ${ref}"`).join(', ')}]`;

const own = `id: own
title: { ja: 自団体, en: Own }
scope:
  agencies: [{ id: mayor, name: { ja: 町長部局, en: Mayor } }]
  excludes: [{ id: schools, name: { ja: 町立学校, en: Schools } }, { id: lab, name: { ja: 研究所, en: Laboratory } }, { id: safety, name: { ja: 公安委員会, en: Public safety commission } }]
  network: administrative
clauses:
${clause('5', `${cites('technical/mail-spam')}, ${serves('met', 'unknown', 'old', 'attested')}`)}${clause('6', `${cites('technical/faults-recorded')}, ${serves('missing', 'review')}`)}`;

const inventory = `organization:
  name: 関所町
  agencies:
    - { id: mayor, name: 町長部局, organ: mayor }
    - { id: gakko, name: 町立小学校, organ: schools }
    - { id: kumiai, name: 一部事務組合, organ: outside }
segments:
  - { id: admin, name: 庁内, layer: lgwan, network: administrative }
  - { id: class, name: 校内LAN, layer: internet, network: school }
systems:
  - { id: mail, name: メール, type: mail, introduced: 2020-04-01, agency: mayor, segments: [admin], mail: { spamFilter: true }, faults: { recorded: false } }
  - { id: mail2, name: 校務メール, type: mail, introduced: 2020-04-01, agency: gakko, mail: { spamFilter: true }, faults: { recorded: true }, logs: { acquired: true } }
  - { id: tablet, name: 学習用端末, type: terminal, introduced: 2020-04-01, segments: [class] }
  - { id: kumiai-mail, name: 組合メール, type: mail, introduced: 2020-04-01, agency: kumiai }
`;

const files = { 'a.yaml': inventory, 'law.policy.yaml': law, 'own.policy.yaml': own };
const run = (argv: readonly string[], texts: Readonly<Record<string, string>> = {}, columns?: number) =>
  inFolder({ ...files, ...texts }, (directory) =>
    sekisho(argv, {
      directory,
      ...(columns === undefined ? {} : { columns, environment: { LANG: 'ja_JP.UTF-8', NO_COLOR: '1' } }),
    }),
  );
const before = ['--as-of', '2026-11-20'];
const judged = ['a.yaml', '-p', './own.policy.yaml', '-p', './law.policy.yaml'];
const against = (...more: readonly string[]) => [
  'coverage',
  ...judged,
  '--against',
  './law.policy.yaml',
  ...more,
];

async function json(argv: readonly string[], texts: Readonly<Record<string, string>> = {}): Promise<Against> {
  const { stdout } = await run([...argv, '-f', 'json'], texts);
  const report = JSON.parse(stdout) as Against;
  expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
  return report;
}

describe('the law held against what a body has', () => {
  it('prints', async () => {
    console.log((await run(against(...before, '--order', 'work'), {}, 100)).stdout);
    console.log((await run(against('--as-of', '2027-08-01', '--lang', 'en'), {}, 80)).stdout);
    console.log(
      (
        await run(
          ['coverage', 'a.yaml', '-p', './own.policy.yaml', '--against', './law.policy.yaml', ...before],
          {},
          80,
        )
      ).stdout,
    );
    console.log((await run(against(...before, '--order', 'work', '-f', 'markdown'), {})).stdout);
    console.log(JSON.stringify(await json(against(...before))));
  });
});
