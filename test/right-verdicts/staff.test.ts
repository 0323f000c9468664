import { describe, expect, it } from 'vitest';
import { sekisho } from '../support/cli.ts';
import { findingsOf } from '../support/findings.ts';
import { inFolder } from '../support/load.ts';
import { andNothingElse } from '../support/rest.ts';

const town = (complete: string) => `organization:\n  name: 宿場町\n  complete: [${complete}]\n`;

const told = async (rule: string, policy: string, yaml: string) =>
  (await findingsOf(rule, policy, yaml)).map(({ record, verdict }) => `${record.id} ${verdict}`);

describe('B4: rules for staff', () => {
  const rule = 'human/rules-established';
  const document = (type: string, adopted: string) =>
    `  - { id: ${type}, name: ${type}, type: ${type}, adopted: ${adopted} }\n`;

  it.each(['kumagaya', 'isesaki', 'tokubetsuku'])(
    'B4: standards in force answer for them under %s, whether or not the documents are declared whole',
    async (policy) => {
      const standards = `documents:\n${document('standards', '2026-04-01')}`;
      expect(await told(rule, policy, `${town('documents')}${standards}`)).toEqual([]);
      expect(await told(rule, policy, `${town('')}${standards}`)).toEqual([]);
      const draft = document('staff-rules', 'false');
      expect(await told(rule, policy, `${town('documents')}${standards}${draft}`)).toEqual([]);
    },
  );

  it('B4: without either they are missing, as any record is', async () => {
    const other = `documents:\n${document('basic-policy', '2026-04-01')}`;
    expect(await told(rule, 'kumagaya', `${town('')}${other}`)).toEqual(['宿場町 unknown']);
    const [finding] = await findingsOf(rule, 'kumagaya', `${town('documents')}${other}`);
    expect(finding?.verdict).toBe('fail');
    expect(finding?.message).toContain('対策基準を含む');
    expect(finding?.remedy).toContain('standards（対策基準）又は staff-rules');
  });

  it('B4: standards that are not in force do not answer for them', async () => {
    const draft = `documents:\n${document('standards', 'false')}`;
    expect(await told(rule, 'kumagaya', `${town('documents')}${draft}`)).toEqual(['宿場町 fail']);
  });
});

const groups = (...kinds: readonly string[]) =>
  `staffGroups:\n${kinds.map((kind) => `  - { id: ${kind}, name: ${kind}, employment: ${kind}, lastTraining: false, rulesAcknowledged: false }\n`).join('')}`;

describe('B5: which kinds of staff must be listed', () => {
  const rule = 'human/duty-holders-covered';

  it.each([
    ['kumagaya', ['regular', 'fixed-term', 'dispatched', 'contractor', 'designated-manager']],
    ['isesaki', ['regular', 'reappointed', 'fixed-term']],
    ['tokubetsuku', ['regular']],
    ['minakami', ['fixed-term']],
  ])('B5: under %s it is enough to list %j', async (policy, kinds) => {
    expect(await told(rule, policy, `${town('staffGroups')}${groups(...kinds)}`)).toEqual([]);
  });

  it.each([
    ['kumagaya', ['regular', 'fixed-term', 'contractor', 'designated-manager'], '派遣労働者'],
    ['kumagaya', ['regular', 'temporary', 'dispatched', 'contractor', 'designated-manager'], '非常勤職員'],
    ['isesaki', ['regular', 'fixed-term'], '再任用職員'],
    ['tokubetsuku', ['fixed-term'], '正規職員'],
    ['minakami', ['contractor'], '職員等の区分'],
  ])('B5: under %s with %j it is missing: %s', async (policy, kinds, missing) => {
    const findings = await findingsOf(rule, policy, `${town('staffGroups')}${groups(...kinds)}`);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.message).toContain(missing);
  });

  it('B5: under the union only the word of its text must appear, not every kind that it binds', async () => {
    expect(await told(rule, 'tokubetsuku', `${town('')}${groups('regular')}`)).toEqual([]);
  });
});

describe('B5: which kinds of staff are asked', () => {
  const everybody = groups(
    'regular',
    'reappointed',
    'fixed-term',
    'part-time',
    'temporary',
    'dispatched',
    'contractor',
    'designated-manager',
  );
  const asked = async (rule: string, policy: string) =>
    (await told(rule, policy, everybody)).map((one) => one.split(' ')[0]).sort();

  it.each([
    ['kumagaya', ['dispatched', 'fixed-term', 'part-time', 'reappointed', 'regular', 'temporary']],
    ['isesaki', ['fixed-term', 'reappointed', 'regular']],
    ['minakami', ['dispatched', 'fixed-term', 'part-time', 'reappointed', 'regular', 'temporary']],
    ['tokubetsuku', ['fixed-term', 'part-time', 'reappointed', 'regular', 'temporary']],
  ])('B5: for training, under %s: %j', async (policy, kinds) => {
    expect(await asked('human/training-current', policy)).toEqual(kinds);
  });

  it('B5: contractors and designated managers are asked to comply where a clause names them', async () => {
    expect(await asked('human/rules-acknowledged', 'kumagaya')).toContain('contractor');
    expect(await asked('human/rules-acknowledged', 'kumagaya')).toContain('designated-manager');
    expect(await asked('human/rules-acknowledged', 'minakami')).not.toContain('contractor');
    expect(await asked('human/rules-acknowledged', 'tokubetsuku')).not.toContain('contractor');
  });

  it.each([
    'human/private-devices-prohibited',
    'human/web-use-restricted',
    'human/takeout-controlled',
    'human/bring-in-controlled',
    'human/leaving-returned',
    'human/leaving-secrecy',
    'human/passwords-managed',
    'human/cards-managed',
    'human/credentials-not-shared',
  ])('B5: under Minakami %s is not asked of contractors and designated managers', async (rule) => {
    const kinds = await asked(rule, 'minakami');
    expect(kinds).toContain('regular');
    expect(kinds).not.toContain('contractor');
    expect(kinds).not.toContain('designated-manager');
  });

  it('B5: part-time staff in special service are a review under the union, and pass where the fact is as it should be', async () => {
    const rule = 'human/rules-acknowledged';
    const [finding, ...others] = await findingsOf(rule, 'tokubetsuku', groups('part-time'));
    expect(others).toEqual([]);
    expect(finding?.verdict).toBe('review');
    expect(finding?.message).toContain('「職員」に含まれるか');
    const acknowledged = groups('part-time').replace('rulesAcknowledged: false', 'rulesAcknowledged: true');
    expect(await told(rule, 'tokubetsuku', acknowledged)).toEqual([]);
  });

  it('B5: a list of kinds in a policy of one’s own binds and names them all, as before', async () => {
    const policy = `id: own
title: { ja: 自町の基準, en: Own standards }
extends: minakami
scope: { personnel: [regular, contractor] }
`;
    await inFolder(
      { 'a.yaml': `${town('staffGroups')}${groups('contractor')}`, 'own.yaml': policy },
      async (directory) => {
        const argv = ['a.yaml', '-p', './own.yaml', '-f', 'json', '--as-of', '2026-11-20'];
        const { findings } = JSON.parse((await sekisho(argv, { directory })).stdout) as {
          findings: { ruleId: string; record: { id: string }; message: string }[];
        };
        const of = (rule: string) => findings.filter(({ ruleId }) => ruleId === rule);
        expect(of('human/training-current').map(({ record }) => record.id)).toEqual(['contractor']);
        expect(of('human/duty-holders-covered').map(({ message }) => message)).toEqual([
          expect.stringContaining('正規職員の区分'),
        ]);
      },
    );
  });
});

describe('C: taking out and bringing in', () => {
  const rule = 'human/takeout-controlled';
  const taken = (more: string, takeout = 'permitted: true, permission: false') =>
    told(
      rule,
      'minakami',
      andNothingElse(`assets: [{ id: 資料, name: 資料, ${more}, takeout: { ${takeout} } }]\n`),
    );

  it('C: what stands lowest or is public is not asked', async () => {
    expect(await taken('classification: { confidentiality: 1 }')).toEqual([]);
    expect(await taken('contains: [public-information]')).toEqual([]);
    expect(await taken('classification: { confidentiality: 2 }')).toEqual(['資料 fail']);
    expect(
      await taken(
        'classification: { confidentiality: 2 }, contains: [public-information, personal-information]',
      ),
    ).toEqual(['資料 fail']);
    expect(await taken('classification: { confidentiality: 2 }, contains: []')).toEqual(['資料 fail']);
  });

  it('C: where its level is not known, that is what to write, unless permission is obtained anyway', async () => {
    const yaml = 'assets: [{ id: 資料, name: 資料, takeout: { permitted: true, permission: false } }]\n';
    const [finding] = await findingsOf(rule, 'minakami', andNothingElse(yaml));
    expect(finding?.verdict).toBe('unknown');
    expect(finding?.remedy).toContain('classification.confidentiality');
    expect(await taken('form: paper', 'permitted: true, permission: true')).toEqual([]);
    expect(await taken('form: paper', 'permitted: false')).toEqual([]);
  });

  it.each([
    [rule, 'takeout'],
    ['human/bring-in-controlled', 'bringIn'],
  ])('C: a body that prohibits it altogether answers %s with true', async (one, field) => {
    const group = 'staffGroups: [{ id: 職員, name: 職員, employment: regular';
    const [silent] = await findingsOf(one, 'minakami', andNothingElse(`${group} }]\n`));
    expect(silent?.remedy).toContain('を禁止し、又は許可制にしていれば true、していなければ false');
    const [no] = await findingsOf(
      one,
      'minakami',
      andNothingElse(`${group}, ${field}: { controlled: false } }]\n`),
    );
    expect(no?.verdict).toBe('fail');
    expect(no?.message).toContain('禁止されておらず、許可制にもなっていません');
    expect(no?.remedy).toContain('を禁止し、又は情報セキュリティ管理者等の許可を要することとして');
  });
});
