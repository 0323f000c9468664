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
exemption: true
note: { ja: 内容は手引きによる。, en: See the guideline. }
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
  - { id: mail2, name: 校務メール, type: mail, introduced: 2020-04-01, agency: gakko, manager: 校長, mail: { spamFilter: true }, faults: { recorded: true }, logs: { acquired: true } }
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

/** The law held against the policy of the body, by whose clauses alone it is judged. */
const unjudgedBy = ['coverage', 'a.yaml', '-p', './own.policy.yaml', '--against', './law.policy.yaml'];

async function json(argv: readonly string[], texts: Readonly<Record<string, string>> = {}): Promise<Against> {
  const { stdout } = await run([...argv, '-f', 'json'], texts);
  const report = JSON.parse(stdout) as Against;
  expect(isValid(report), JSON.stringify(isValid.errors)).toBe(true);
  return report;
}

describe('the law held against what a body has', () => {
  it('tells how each of its parts stands, and what is left to do, by the law itself', async () => {
    const { clauses } = await json(against(...before));
    expect(clauses.map(({ ref, status, work }) => [ref, status, work])).toEqual([
      ['第1項', 'not-needed', 'nothing'],
      ['met', 'met', 'done'],
      ['bare', 'met', 'uncovered'],
      ['review', 'unknown', 'review'],
      ['unknown', 'unknown', 'unknown'],
      ['missing', 'unconfirmed', 'unmet'],
      ['attested', 'unknown', 'unknown'],
      ['old', 'transitional', 'transitional'],
      ['others', 'informs', 'review'],
    ]);
  });

  it('lists what it binds beyond the scope of the policy, and neither another body nor what it leaves out itself', async () => {
    const { beyondPolicies } = await json(against(...before));
    expect(beyondPolicies).toEqual([
      { kind: 'agency', id: 'gakko', name: '町立小学校', records: 1 },
      { kind: 'organ', id: 'lab', name: '研究所', records: 0 },
      { kind: 'segment', id: 'class', name: '校内LAN', records: 2 },
    ]);
    // What one policy leaves out another may bind.
    const school = `id: school\ntitle: 学校\nclauses:\n${clause('s', 'modality: must, attestation: true')}`;
    const both = await json([...against(...before), '-p', './school.policy.yaml'], {
      'school.policy.yaml': school,
    });
    expect(both.beyondPolicies).toEqual([]);
  });

  it('goes by the clauses of the policy where it was not judged by, and says how to judge by it', async () => {
    const argv = [
      'coverage',
      'a.yaml',
      '-p',
      './own.policy.yaml',
      '--against',
      './law.policy.yaml',
      ...before,
    ];
    const { stdout } = await run(argv, {}, 80);
    expect(stdout).toContain(
      '□ 対応条項なし        bare      題名bare  義務\n      この文書には対応する条項がありません',
    );
    expect(stdout).toContain(
      '✖ 対応が必要          missing   題名missing  義務\n      令和9年7月1日までに対応が必要です',
    );
    expect(stdout).toContain('内容は手引きによる。');
    expect(stdout).toContain('-p shikoku を加えると');
    expect(stdout).toContain('  研究所（機関、台帳に記載なし）\n  校内LAN（ネットワーク、記録2件）\n');
    expect((await run([...argv, '--fail-uncovered'])).code).toBe(1);
  });

  it('calls nothing a violation of law, before its first day and after it', async () => {
    const late = await run(against('--as-of', '2027-08-01'), {}, 80);
    expect(late.stdout).toMatch(/✖ 対応が確認できません +missing/);
    expect((await run(against('--as-of', '2027-08-01', '--lang', 'en'))).stdout).toMatch(
      /✖ not confirmed +missing/,
    );
    for (const { stdout } of [late, await run(against(...before), {}, 80)])
      expect(stdout.split('\n').filter((line) => line.includes('違反'))).toEqual(
        // The clause of the body itself may be violated.
        ['review', 'missing'].map(() => '      6  題名6（違反）'),
      );
    expect(late.stdout.split('内容は手引きによる。')).toHaveLength(2);
  });

  it.each(['text', 'markdown', 'html'])(
    'puts first what is to be done first, if asked to: %s',
    async (format) => {
      const { stdout } = await run(against(...before, '--order', 'work', '-f', format), {}, 200);
      const found = [...stdout.matchAll(/題名(missing|unknown|attested|bare|review|old|met|others)/g)].map(
        ([, ref]) => ref,
      );
      expect(found).toEqual(['missing', 'unknown', 'attested', 'bare', 'review', 'others', 'old', 'met']);
      expect(stdout).toContain('対応が必要なもの（1条項）');
      expect(stdout).toContain('faults.recorded を true に改めてください');
      // One thing to do is said once.
      expect(stdout.split('faults.recorded を true に改めてください')).toHaveLength(2);
      expect(stdout).toContain('missing と同じ');
      expect((await run(against(...before, '-f', format))).stdout).not.toContain('faults.recorded を true');
    },
  );

  it('has an order of its own only with --against', async () => {
    const { code, stderr } = await run(['coverage', 'a.yaml', '-p', './own.policy.yaml', '--order', 'work']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('--against')]);
    expect((await run(against('--order', 'wrok'))).stderr).toContain('document, work');
  });

  it('asks nothing of a body that is exempt', async () => {
    const exempt = inventory.replace(
      'name: 関所町\n',
      'name: 関所町\n  exemption: { connected: false, massPersonalInformation: false, date: 2026-10-01, evidence: [{ path: a.yaml }] }\n',
    );
    const { clauses, beyondPolicies } = await json(against(...before), { 'a.yaml': exempt });
    expect(clauses.filter(({ work }) => work !== 'done' && work !== 'nothing')).toEqual([]);
    expect(beyondPolicies).toEqual([]);
    const unjudged = await json([...unjudgedBy, ...before], { 'a.yaml': exempt });
    expect(new Set(unjudged.clauses.map(({ status }) => status))).toEqual(new Set(['not-needed']));
  });

  it('leaves open whether what breaks a clause of the body is new, where it was not judged by', async () => {
    const ownLaw = law.replace(
      cites('technical/faults-recorded'),
      `${cites('technical/faults-recorded')}, newOnly: true`,
    );
    const { clauses } = await json([...unjudgedBy, ...before], { 'law.policy.yaml': ownLaw });
    expect(clauses.find(({ ref }) => ref === 'missing')).toMatchObject({ status: 'unknown' });
  });

  it('redacts what it binds beyond the policy', async () => {
    const named = inventory
      .replace('町立小学校', '山田太郎記念小学校')
      .replace('manager: 校長', 'manager: 校長 山田太郎');
    for (const format of ['text', 'json', 'html']) {
      const { stdout } = await run(against(...before, '--redact', '-f', format), { 'a.yaml': named });
      expect(stdout).toContain('記念小学校');
      expect(stdout).not.toContain('山田太郎');
    }
  });
});

describe('the chapter of the audit report on law', () => {
  const report = async (...argv: readonly string[]) => (await run(['check', ...argv, '-f', 'html'])).stdout;
  const chapterOf = (page: string) => /<section id="readiness"[\s\S]*?<\/section>/.exec(page)?.[0] ?? '';
  const titleOf = (page: string) =>
    /<h2 id="readiness-heading">(.*)<\/h2>/.exec(page)?.[1]?.replaceAll(/<[^>]*>/g, '');

  it('is named after the first day, and is in the order of the work', async () => {
    const page = await report(...judged, ...before);
    const chapter = chapterOf(page);
    expect(titleOf(page)).toBe('3 令和9年7月1日への備え');
    expect([...chapter.matchAll(/<tr><th scope="row">(\w+)</g)].map(([, ref]) => ref)).toEqual([
      'missing',
      'unknown',
      'attested',
      'bare',
      'review',
      'others',
      'old',
      'met',
    ]);
    expect(chapter).toContain('令和9年7月1日までに対応が必要です');
    expect(chapter).toContain('校内LAN');
    expect(chapter.replaceAll('題名6（違反）', '')).not.toContain('違反');
    expect(page.split('内容は手引きによる。')).toHaveLength(2);
    const ids = new Set([...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id));
    const targets = [...chapter.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(targets.length).toBeGreaterThan(3);
    expect(targets.filter((target) => !ids.has(target))).toEqual([]);
    expect(page).toContain('付録A</span> ルール別の判定');
    expect(titleOf(await report(...judged, ...before, '--lang', 'en'))).toBe('3 Ready for 1 July 2027');
  });

  it('gets nobody ready for a day that has come, and is not there without a law', async () => {
    const late = await report(...judged, '--as-of', '2027-08-01');
    expect(titleOf(late)).toBe('3 法令への対応');
    expect(chapterOf(late)).toContain('対応が確認できません');
    const alone = await report('a.yaml', '-p', './own.policy.yaml', ...before);
    expect(chapterOf(alone)).toBe('');
    expect(alone).toContain('付録A</span> ルール別の判定');
    expect(chapterOf(await report(...judged, ...before, '--report', 'summary'))).toBe('');
    const silent = { 'own.policy.yaml': own.replaceAll(/, serves: \[[^\]]*\]/g, '') };
    const { stdout } = await run(['check', ...judged, ...before, '-f', 'html'], silent);
    expect(chapterOf(stdout)).toContain('serves: [&quot;shikoku met&quot;] のように書いてください');
  });
});

describe('coverage of a law', () => {
  it.each(['text', 'markdown'])(
    'counts what fails as not confirmed, and what is left to the earlier law: %s',
    async (format) => {
      const own = async (language: string) =>
        (
          await run([
            'coverage',
            'a.yaml',
            '-p',
            './law.policy.yaml',
            '--as-of',
            '2027-08-01',
            '--lang',
            language,
            '-f',
            format,
          ])
        ).stdout;
      const ja = await own('ja');
      expect(ja).toContain('適合 1、対応が確認できません 1、判定不能 0、要確認 0');
      expect(ja).toContain('適合 0、対応が確認できません 0、判定不能 0、要確認 0、経過措置 3');
      expect(ja).not.toContain('違反');
      const en = await own('en');
      expect(en).toContain('1 pass, 1 not confirmed, 0 unknown, 0 review');
      expect(en).not.toContain('violation');
    },
  );

  it('is called no violation anywhere on a page that is of law alone', async () => {
    const { stdout } = await run([
      'check',
      'a.yaml',
      '-p',
      './law.policy.yaml',
      '--as-of',
      '2027-08-01',
      '-f',
      'html',
    ]);
    expect(stdout).not.toContain('違反・改善事項等');
  });
});
