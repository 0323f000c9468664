import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { inFolder } from '../support/load.ts';

/** A law that asks for faults of what is new, of monitoring in any case, and for nothing of a body that is exempt. */
const law = `id: law
kind: law
note: { ja: 内容は指針を参考とする。, en: See the guideline for its content. }
exemption: true
title: { ja: 試験の省令, en: Ordinance }
inForce: { from: 2027-07-01 }
scope:
  agencies: []
  excludes: [{ id: public-safety-commission, name: { ja: 公安委員会, en: Public safety commission } }]
clauses:
  - ref: ただし書
    title: { ja: 適用除外, en: Exemption }
    summary: { ja: 要旨, en: Summary }
    modality: scope
    rules: [{ id: organization/exemption-stated, basis: stated }]
  - ref: 第5号
    title: { ja: 障害の記録, en: Faults }
    summary: { ja: 要旨, en: Summary }
    modality: must
    newOnly: true
    rules:
      - { id: technical/faults-recorded, basis: stated }
      - { id: organization/introduced-stated, basis: stated }
  - ref: 附則
    title: { ja: 経過措置, en: Transitional rule }
    summary: { ja: 要旨, en: Summary }
    modality: scope
    rules: [{ id: organization/introduced-stated, basis: stated }]
  - ref: 第6号
    title: { ja: 監視, en: Monitoring }
    summary: { ja: 要旨, en: Summary }
    modality: must
    rules: [{ id: operations/system-monitoring, basis: stated }]
`;

const grounds = 'connected: false, massPersonalInformation: false, date: 2026-10-01';

interface Judged {
  readonly code: number;
  readonly statuses: Readonly<Record<string, string>>;
  readonly findings: readonly string[];
  readonly notices: readonly string[];
  readonly out: string;
}

/** Judges a system and what is said of the body by the law alone. */
async function judge(
  { system = '', body = '', asOf = '2027-08-01' }: Partial<Record<'system' | 'body' | 'asOf', string>>,
  ...more: readonly string[]
): Promise<Judged> {
  const files = {
    'law.yaml': law,
    'inventory.yaml': `organization: { name: 試験町${body === '' ? '' : `, ${body}`} }
systems:
  - { id: server, name: サーバー, type: server${system === '' ? '' : `, ${system}`} }
`,
  };
  return inFolder(files, async (folder) => {
    const args = ['check', folder, '-p', path.join(folder, 'law.yaml'), '--as-of', asOf, ...more];
    const run = await sekisho([...args, '-f', 'json']);
    const { clauses, findings, notices } = JSON.parse(run.stdout);
    return {
      code: run.code,
      statuses: Object.fromEntries(
        clauses.map(({ ref, status, statusInForce }: Record<string, string>) => [
          ref,
          statusInForce ?? status,
        ]),
      ),
      findings: findings.map((one: Record<string, string>) => `${one['label']} ${one['ruleId']}`),
      notices: notices.map(({ code }: { readonly code: string }) => code),
      out: (await sekisho(args)).stdout,
    };
  });
}

describe('what a law asks only of what is new', () => {
  const faulty = 'faults: { recorded: false }';
  it.each([
    ['began before its first day', `introduced: 2020-04-01, ${faulty}`, 'transitional', []],
    [
      'began before it and satisfies it',
      'introduced: 2020-04-01, faults: { recorded: true }',
      'transitional',
      [],
    ],
    ['began in a fiscal year before it', `introduced: 令和2年度, ${faulty}`, 'transitional', []],
    [
      'began on its first day',
      `introduced: 2027-07-01, ${faulty}`,
      'unconfirmed',
      ['unconfirmed technical/faults-recorded'],
    ],
    ['began after it and satisfies it', 'introduced: 2027-07-15, faults: { recorded: true }', 'met', []],
    ['does not say when it began', faulty, 'unknown', ['unknown organization/introduced-stated']],
    [
      'does not say so and satisfies it',
      'faults: { recorded: true }',
      'unknown',
      ['unknown organization/introduced-stated'],
    ],
    [
      'began in the fiscal year of its first day',
      `introduced: 令和9年度, ${faulty}`,
      'unknown',
      ['unknown technical/faults-recorded'],
    ],
  ])('is judged of a system that %s', async (_, system, status, findings) => {
    const judged = await judge({ system: `monitoring: true, ${system}` });
    expect(judged.statuses['第5号']).toBe(status);
    expect(judged.findings).toEqual(findings);
    expect(judged.out).not.toContain('違反があります');
  });

  it('is one finding for the body, however many records do not say when they began', async () => {
    const { findings, out } = await judge({
      system:
        'monitoring: true, faults: { recorded: false }, segments: [lan] }\nsegments:\n  - { id: lan, name: 庁内LAN, layer: lgwan }\ncontracts:\n  - { id: upkeep, name: 保守業務',
    });
    expect(findings.filter((one) => one.startsWith('unknown'))).toEqual([
      'unknown organization/introduced-stated',
    ]);
    expect(out).toContain(
      'systems[].introduced 1件、segments[].introduced 1件、contracts[].period.starts 1件',
    );
  });
});

describe('an exemption', () => {
  it.each([
    [
      'is claimed with both conditions, the day and evidence',
      `exemption: { ${grounds}, evidence: [{ path: inventory.yaml }] }`,
      [],
      'not-applicable',
    ],
    [
      'is claimed without evidence',
      `exemption: { ${grounds} }`,
      ['unknown organization/exemption-stated'],
      'unconfirmed',
    ],
    [
      'is claimed with one of the conditions',
      'exemption: { connected: false, date: 2026-10-01, evidence: [{ path: inventory.yaml }] }',
      ['unknown organization/exemption-stated'],
      'unconfirmed',
    ],
    [
      'is said not to hold',
      `exemption: { ${grounds.replace('connected: false', 'connected: true')}, evidence: [{ path: inventory.yaml }] }`,
      [],
      'unconfirmed',
    ],
    [
      'is confirmed on a day to come',
      `exemption: { ${grounds.replace('2026-10-01', '2027-10-01')}, evidence: [{ path: inventory.yaml }] }`,
      [],
      'unconfirmed',
    ],
    ['is not claimed', '', [], 'unconfirmed'],
  ])('that %s', async (_, body, own, status) => {
    const { statuses, findings, notices } = await judge({
      body,
      system: 'introduced: 2020-04-01, monitoring: false',
    });
    expect(findings.filter((one) => one.includes('exemption'))).toEqual(own);
    expect(statuses['第6号']).toBe(status);
    expect(findings.includes('unconfirmed operations/system-monitoring')).toBe(status === 'unconfirmed');
    expect(notices.includes('exempt')).toBe(status === 'not-applicable');
  });

  it('rests on evidence that is there', async () => {
    const { code, findings } = await judge({
      body: `exemption: { ${grounds}, evidence: [{ path: gone.pdf }] }`,
    });
    expect(findings).toEqual(['inventory-error inventory/evidence-missing']);
    expect(code).toBe(1);
  });
});

describe('what is not met of a law', () => {
  const system = 'introduced: 2028-01-01, faults: { recorded: false }, monitoring: true';

  it('cannot be confirmed, which is called no violation', async () => {
    const { out, code } = await judge({ system, asOf: '2028-02-01' });
    expect(out).toContain('対応が確認できません');
    expect(out).toContain('違反 0件');
    expect(code).toBe(1);
  });

  it('is needed by its first day, until when it fails nothing', async () => {
    const { out, code } = await judge({ system, asOf: '2026-11-01' });
    expect(out).toContain('令和9年7月1日までに対応が必要です');
    expect(out.replaceAll('違反 0件', '')).not.toContain('違反');
    expect(code).toBe(0);
  });

  it('says once where its content is found', async () => {
    const { out, notices } = await judge({ system });
    expect(notices.filter((code) => code === 'policy-note')).toHaveLength(1);
    expect(out.split('内容は指針を参考とする。')).toHaveLength(2);
  });

  it('is called no violation in a comment, when a baseline lists it, nor once it is met', async () => {
    const server = (monitoring: boolean) => ({
      'inventory.yaml': `organization: { name: 試験町 }
systems:
  - { id: server, name: サーバー, type: server, introduced: 2028-01-01, faults: { recorded: true }, monitoring: ${monitoring} }
`,
      'law.yaml': law,
    });
    const args = [
      'check',
      'inventory.yaml',
      '-p',
      './law.yaml',
      '--as-of',
      '2028-02-01',
      '--baseline',
      'known.json',
    ];
    const [comment, held, known] = await inFolder(server(false), async (directory) => {
      const first = await sekisho([...args.slice(0, -2), '-f', 'markdown'], { directory });
      await sekisho([...args, '--update-baseline'], { directory });
      const { stdout } = await sekisho(args, { directory });
      return [first.stdout, stdout, await readFile(path.join(directory, 'known.json'), 'utf8')];
    });
    expect(comment).toContain('### 対応が確認できないもの・要確認等 1件');
    expect(held).toContain('（違反・改善事項等 0件、対応が確認できません 1件、判定不能 0件、要確認 0件）');
    const met = await inFolder({ ...server(true), 'known.json': known }, (directory) =>
      sekisho(args, { directory }),
    );
    expect(met.stdout).toContain('対応が確認できません 「サーバー」');
  });
});
