import { describe, expect, it } from 'vitest';
import { type ComparedReport, type Files, inRepository, stated } from '../support/git.ts';

const organization = (agency: string) => `organization:
  name: 峠下町
  policy: minakami
  agencies: [{ id: town, name: 町長部局, organ: mayor }, { id: school, name: 教育委員会, organ: education }]
  divisions: [{ id: kyuushoku, name: 給食係, agency: ${agency} }]
`;

/** What an inventory writes into the records that it reads: agencies, days, months, what is still to come; and aliases. */
const records = `assets:
  - &first
    id: kondate
    name: 献立表
    division: kyuushoku
    manager: 給食係長
    form: electronic
    contains: []
    classification: { confidentiality: 1, integrity: 1, availability: 1 }
    evidence: [{ path: 資料/写し.txt }]
  - { <<: *first, id: arerugi, name: アレルギー調査票, contains: [sensitive-personal-information] }
systems:
  - id: kyuushoku-pc
    name: 給食管理端末
    type: terminal
    division: kyuushoku
    vulnerability: { lastPatched: 令和8年5月 }
    malware: { installed: true, definitions: 令和8年11月18日 }
    disposal: { date: 2027-03-31 }
documents:
  - { id: kijun, name: 対策基準, type: standards, reviewed: R8 }
`;

const before: Files = {
  '台帳/団体.yaml': organization('town'),
  '台帳/資産.yaml': records,
  '台帳/資料/写し.txt': '写し\n',
};

/** The report against a base in a commit, whose files are shared, and against a copy of it in a folder, whose files are not. */
async function bothReports(changed: Files): Promise<readonly ComparedReport[]> {
  const reports: ComparedReport[] = [];
  await inRepository(before as Readonly<Record<string, string>>, async (place) => {
    await place.write(
      Object.fromEntries(Object.entries(before).map(([name, text]) => [`copy/${name}`, text])),
    );
    await place.write(changed);
    for (const base of ['HEAD', 'copy/']) {
      const { comparison, ...report } = await place.report(['台帳', '--base', base]);
      reports.push({ ...report, comparison: { ...comparison, name: 'base' } } as ComparedReport);
    }
  });
  return reports;
}

describe('states that share files', () => {
  it.each<readonly [string, Files, readonly string[]]>([
    ['nothing', {}, []],
    ['the agency of a division', { '台帳/団体.yaml': organization('school') }, []],
    [
      'one record',
      { '台帳/資産.yaml': records.replace('R8 }', 'R8 }\n  - { id: tejun, name: 手順, type: procedures }') },
      [],
    ],
    ['a file that is added', { '台帳/追加.yaml': 'assets: [{ id: tsuika, name: 追加 }]\n' }, ['new tsuika']],
    ['evidence', { '台帳/資料/写し.txt': null }, ['new kondate']],
  ])('are told apart as if each was read by itself, after a change of %s', async (_, changed, news) => {
    const [shared, apart] = await bothReports(changed);
    expect(shared).toEqual(apart);
    expect(shared && stated(shared)).toEqual(expect.arrayContaining([...news]));
  });

  it('have evidence of their own, even if the inventory in them is the same', async () => {
    const evidence = '台帳/資料/写し.txt';
    const { [evidence]: written, ...reviewed } = before as Readonly<Record<string, string>>;
    await inRepository(reviewed, async (place) => {
      await place.commit({ [evidence]: written ?? '' });
      await place.write({ [evidence]: null });
      const report = await place.report(['台帳', '--base', 'HEAD', '--trust', 'HEAD~1']);
      expect(stated(report)).toContain('new kondate');
    });
  });
});
